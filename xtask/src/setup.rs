//! `setup`: gets what is missing, and says in one line a step what it does. Where all is there it takes a second and
//! prints nothing.

mod cargo_tools;
mod node;
mod python;
mod rust;
mod system;

use crate::data;
use crate::tools;
use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

pub fn run(arguments: &[String]) -> Result<()> {
    match arguments {
        [] => for_building()?,
        [flag] if flag == "--browsers" => for_tests()?,
        _ => bail!("setup takes nothing, or --browsers"),
    }
    println!("everything is there");
    Ok(())
}

/// What `serve` and `build` need.
pub fn for_building() -> Result<()> {
    fs::create_dir_all(tools::cache()?).context("the folder for tools cannot be made")?;
    rust::target()?;
    node::packages()?;
    cargo_tools::install(&tools::WASM_BINDGEN)?;
    cargo_tools::install(&tools::TRUNK)
}

/// The same, and the sources of the standard library, which a release compiles along.
pub fn for_release() -> Result<()> {
    for_building()?;
    rust::sources()
}

/// The same, and the browsers with their drivers.
pub fn for_tests() -> Result<()> {
    for_release()?;
    rust::checkers()?;
    system::packages(&system::missing_programs())?;
    python::packages()?;
    cargo_tools::install(&tools::GECKODRIVER)
}

/// The same, and the fonts that pictures are taken with.
pub fn for_pictures() -> Result<()> {
    for_tests()?;
    system::packages(&system::missing_fonts())
}

/// The interpreter that has the packages of pip.
pub fn python() -> Result<PathBuf> {
    python::interpreter()
}

/// The folders of the official citation styles and of their locales.
pub fn citation_styles() -> Result<(PathBuf, PathBuf)> {
    python::citation_styles()
}

/// The PATH on which every tool is found, ours first.
pub fn path() -> Result<OsString> {
    let mut folders = vec![data::root().join("node_modules/.bin")];
    for tool in [&tools::TRUNK, &tools::WASM_BINDGEN, &tools::GECKODRIVER] {
        folders.push(tool.folder()?.join("bin"));
    }
    let inherited = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&inherited));
    std::env::join_paths(folders).context("a folder on the PATH has a name that no PATH can hold")
}

/// Does one step of the set-up, and says how long it took.
fn step(what: &str, takes: &str, act: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    println!("set up: {what} (takes about {takes}) …");
    let start = Instant::now();
    let log = tools::cache()?.join("last-setup.log");
    act(&log).with_context(|| format!("cannot set up {what}"))?;
    println!("set up: {what}: done in {} s", start.elapsed().as_secs());
    Ok(())
}
