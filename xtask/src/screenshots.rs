//! `screenshots`: pictures of the built pages in Chromium. The taking is done by a program of `tests/browser`, so that
//! the other commands need not wait until a WebDriver client is compiled.

use crate::{data, process, setup};
use anyhow::Result;
use std::process::Command;

pub fn run(arguments: &[String]) -> Result<()> {
    setup::for_pictures()?;
    let mut cargo = Command::new("cargo");
    cargo
        .args(["run", "--quiet", "--package", "browser-tests", "--bin", "screenshots", "--"])
        .args(arguments);
    process::run(cargo.current_dir(data::root()).env("PATH", setup::path()?))
}
