//! `fingerprint`: writes the fingerprint of each edition into its file.

use crate::documents;
use crate::failure::Failure;
use crate::output;
use std::fs;
use strategy_reader::compile;

const HELP: &str = "\
Usage: strategy-reader fingerprint [DIR]

Writes the fingerprint of each edition of a folder's documents into its front matter, where it is missing or the words
have changed, and says which. A fingerprint states that these words are the ones to publish: read them before.
";

pub fn run(arguments: lexopt::Parser) -> Result<(), Failure> {
    let Some(folder) = documents::folder(arguments, HELP)? else { return Ok(()) };
    let mut told = String::new();
    for (file, actual) in documents::fingerprints(&folder)? {
        let text = fs::read_to_string(&file).map_err(|error| {
            Failure::file(&file, "cannot be read", error, "see whether it is open to you")
        })?;
        let stated = compile::with_fingerprint(&text, &actual).ok_or_else(|| {
            Failure::Files(format!(
                "{}: there is no line `fingerprint = \"\"`; add it to the front matter",
                file.display()
            ))
        })?;
        if stated != text {
            output::write(&file, stated.as_bytes())?;
            told += &format!("{}: fingerprint = \"{actual}\"\n", file.display());
        }
    }
    output::print(if told.is_empty() { "every edition states its fingerprint\n" } else { &told })
}
