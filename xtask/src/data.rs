//! Where the documents lie, and how the commands read them.

use anyhow::{Result, bail};
use std::path::{Path, PathBuf};
use strategy_reader::compile;
use strategy_reader::model::Library;

/// The root of the checkout.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

pub fn folder() -> PathBuf {
    root().join("data")
}

/// The library of `data/`; with problems in it, all of them as the error.
pub fn library() -> Result<Library> {
    match compile::compile(&folder()) {
        Ok(library) => Ok(library),
        Err(problems) => bail!("in data/:\n{}", relative(&problems.to_string())),
    }
}

/// A report with paths as a person in the checkout would type them.
pub fn relative(report: &str) -> String {
    report.replace(&format!("{}/", root().display()), "")
}
