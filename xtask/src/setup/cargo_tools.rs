//! What cargo brings: programs that are compiled once for a machine and kept outside of the checkout.

use super::step;
use crate::process;
use crate::tools::CargoTool;
use anyhow::Result;
use std::process::Command;

/// Installs a tool, unless its folder has it or a program of the same version is on the PATH.
pub fn install(tool: &CargoTool) -> Result<()> {
    let folder = tool.folder()?;
    if folder.join("bin").join(tool.program).is_file() || is_on_path(tool) {
        return Ok(());
    }
    let what = format!("{} {}", tool.package, tool.version);
    step(&what, tool.takes, |log| {
        let mut cargo = Command::new("cargo");
        // Without optimisation, which takes twice as long and makes the work done with the tools no quicker.
        cargo.args(["install", tool.package, "--version", tool.version, "--debug", "--root"]).arg(&folder);
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "0");
        // What is set for the project's own build means nothing for a tool.
        cargo.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        if tool.locked {
            cargo.arg("--locked");
        }
        process::run_quietly(&mut cargo, log)
    })
}

fn is_on_path(tool: &CargoTool) -> bool {
    let version =
        process::on_path(tool.program).map(|program| Command::new(program).arg("--version").output());
    version.is_some_and(|output| output.is_ok_and(|output| names_version(&output.stdout, tool.version)))
}

fn names_version(output: &[u8], version: &str) -> bool {
    String::from_utf8_lossy(output).split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::names_version;

    #[test]
    fn a_version_is_a_whole_word() {
        for (output, expected) in [
            ("trunk 0.21.14\n", true),
            ("geckodriver 0.21.14 (abc 2025)", true),
            ("trunk 0.21.140", false),
            ("", false),
        ] {
            assert_eq!(names_version(output.as_bytes(), "0.21.14"), expected, "{output}");
        }
    }
}
