//! What npm brings: the packages of `package.json`, exactly as `package-lock.json` has them.

use super::step;
use crate::tools::OLDEST_NODE;
use crate::{data, process};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;

/// Installs the packages, unless those of this very lock file are there already.
pub fn packages() -> Result<()> {
    let lock =
        fs::read(data::root().join("package-lock.json")).context("package-lock.json cannot be read")?;
    // What npm itself leaves there does not tell an interrupted installation from a whole one; a copy, made last, does.
    let stamp = data::root().join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    check_node()?;
    step("the packages of npm", "20 seconds", |log| {
        // No package needs its install script, and one of them would download a program from elsewhere.
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(data::root());
        process::run_quietly(&mut npm, log)?;
        fs::write(&stamp, lock).with_context(|| format!("{} cannot be written", stamp.display()))
    })
}

fn check_node() -> Result<()> {
    let version = process::output(Command::new("node").arg("--version"))
        .with_context(|| format!("Node {OLDEST_NODE} or newer is missing"))?;
    match major(&version) {
        Some(found) if found >= OLDEST_NODE => Ok(()),
        _ => bail!("Node {version} is too old; the tools need {OLDEST_NODE} or newer"),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn versions_of_node_are_read() {
        for (version, expected) in [("v20.20.2", Some(20)), ("v8", Some(8)), ("20", None), ("v", None)] {
            assert_eq!(major(version), expected, "{version}");
        }
    }
}
