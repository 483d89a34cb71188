//! Whether the built pages are valid HTML, by the Nu HTML checker.

use crate::{data, files, process};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;
use std::process::Command;

/// The one file has its style and its script in itself. The checker knows neither the style sheets of today, nor that a
/// policy may name either by its hash; browsers do, and the stories about that file hold it to its policy.
const ONE_FILE: &str = "strategy-reader.html";
const NOT_KNOWN: &str = "CSS: .*|Inline (style|script) violates Content Security Policy.*";

pub fn run() -> Result<()> {
    let site = data::root().join("dist/www");
    let is_page = |file: &PathBuf| file.extension().is_some_and(|extension| extension == "html");
    // A fragment is a part of somebody else's page; by itself it is none.
    let is_fragment = |file: &PathBuf| file.starts_with(site.join("fragments"));
    let mut pages = files::below(&site).context("there are no pages; `cargo xtask build` writes them")?;
    pages.retain(|file| is_page(file) && !is_fragment(file));
    ensure!(!pages.is_empty(), "there are no pages in dist/www/; `cargo xtask build` writes them");
    let checker = data::root().join("node_modules/vnu-jar/build/dist/vnu.jar");
    let (one_file, plain): (Vec<PathBuf>, Vec<PathBuf>) =
        pages.iter().cloned().partition(|page| page.ends_with(ONE_FILE));
    for (files, options) in [(&plain, &[][..]), (&one_file, &["--filterpattern", NOT_KNOWN][..])] {
        let mut java = Command::new("java");
        java.arg("-jar").arg(&checker).arg("--Werror").args(options).args(files);
        process::run(&mut java)?;
    }
    println!("{} pages are valid", pages.len());
    Ok(())
}
