//! What the system brings: browsers, their drivers, a screen for WebKit, Java, fonts. On Debian and its kin with the
//! right to install they are installed; elsewhere what is missing is listed.

use super::step;
use crate::process::{self, on_path};
use crate::tools::{FONTS, FOR_TESTS};
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

pub fn missing_programs() -> Vec<&'static str> {
    let missing =
        FOR_TESTS.iter().filter(|needed| !needed.programs.iter().any(|program| on_path(program).is_some()));
    let missing = missing.map(|needed| needed.package);
    missing.chain(super::python::is_missing().then_some("python3-venv")).collect()
}

pub fn missing_fonts() -> Vec<&'static str> {
    FONTS.iter().filter(|(_, file)| !Path::new(file).is_file()).map(|(package, _)| *package).collect()
}

/// Installs packages of Debian; none is fine.
pub fn packages(missing: &[&str]) -> Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let Some(apt) = apt() else {
        bail!(
            "this is missing (by the names of Debian's packages): {list}\ninstall it, so that it is on the PATH"
        );
    };
    step(&list, "2 minutes", |log| {
        process::run_quietly(Command::new(apt[0]).args(&apt[1..]).arg("update"), log)?;
        let mut install = Command::new(apt[0]);
        install.args(&apt[1..]).args(["install", "--yes"]).args(missing);
        process::run_quietly(install.env("DEBIAN_FRONTEND", "noninteractive"), log)
    })
}

/// How packages are installed here, if they can be without asking anybody.
fn apt() -> Option<Vec<&'static str>> {
    on_path("apt-get")?;
    let answers = |program: &str, arguments: &[&str]| Command::new(program).args(arguments).output().ok();
    if answers("id", &["-u"]).is_some_and(|id| id.stdout.trim_ascii() == b"0") {
        return Some(vec!["apt-get"]);
    }
    let is_allowed =
        answers("sudo", &["--non-interactive", "true"]).is_some_and(|sudo| sudo.status.success());
    is_allowed.then(|| vec!["sudo", "--non-interactive", "apt-get"])
}
