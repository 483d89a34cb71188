//! Whether the built pages are valid HTML, by the Nu HTML checker.

use crate::{data, files, process};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::process::Command;

pub fn run() -> Result<()> {
    let site = data::root().join("dist/www");
    let is_page = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "html");
    // A fragment is a part of somebody else's page; by itself it is none.
    let is_fragment = |file: &PathBuf| file.starts_with(site.join("fragments"));
    let mut pages = files::below(&site).context("there are no pages; `cargo xtask build` writes them")?;
    pages.retain(|file| is_page(file) && !is_fragment(file));
    ensure!(!pages.is_empty(), "there are no pages in dist/www/; `cargo xtask build` writes them");
    let checker = data::root().join("node_modules/vnu-jar/build/dist/vnu.jar");
    process::run(Command::new("java").arg("-jar").arg(checker).arg("--Werror").args(&pages))?;
    println!("{} pages are valid", pages.len());
    Ok(())
}
