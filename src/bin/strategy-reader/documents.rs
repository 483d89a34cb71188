//! The documents of a folder, for every command that needs them.

use crate::failure::Failure;
use crate::output;
use lexopt::prelude::*;
use std::path::{Path, PathBuf};
use strategy_reader::compile;
use strategy_reader::model::Library;

/// The folder that a command is given, or this one; none where it was asked for help, and has given it.
pub fn folder(mut arguments: lexopt::Parser, help: &str) -> Result<Option<PathBuf>, Failure> {
    let mut folder = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return output::print(help).map(|()| None),
            Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Some(folder.unwrap_or_else(|| PathBuf::from("."))))
}

/// The library of a folder that has at least one document; else what is missing, or every problem.
pub fn read(folder: &Path) -> Result<Library, Failure> {
    exists(folder)?;
    let library = compile::compile(folder)
        .map_err(|problems| Failure::Files(format!("in the documents:\n{problems}")))?;
    if library.documents.is_empty() {
        return Err(Failure::Files(format!(
            "{}: there is no document in this folder; a document is a folder of its own with document.toml and its text \
             as nb.md, nn.md or en.md (`strategy-reader format` describes them)",
            folder.display()
        )));
    }
    Ok(library)
}

/// Each edition's file with the fingerprint that it should state.
pub fn fingerprints(folder: &Path) -> Result<Vec<(PathBuf, String)>, Failure> {
    exists(folder)?;
    compile::fingerprints(folder).map_err(|problems| Failure::Files(format!("in the documents:\n{problems}")))
}

fn exists(folder: &Path) -> Result<(), Failure> {
    let wrong = match folder.metadata() {
        Ok(metadata) if metadata.is_dir() => return Ok(()),
        Ok(_) => "is a file, not a folder".to_owned(),
        Err(error) => format!("cannot be opened ({error})"),
    };
    Err(Failure::Files(format!(
        "{}: {wrong}; give the folder that holds the documents, or the folder of one",
        folder.display()
    )))
}

/// What is in a library, a line a document.
pub fn listed(library: &Library) -> String {
    let documents = library.documents.iter().map(|document| {
        let langs: Vec<&str> = document.editions.iter().map(|edition| edition.lang.code()).collect();
        format!("{}: {} ({})\n", document.id, document.original().title, langs.join(", "))
    });
    documents.collect()
}

/// `5 documents in 10 editions`.
pub fn counted(library: &Library) -> String {
    let plural = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let editions = library.documents.iter().map(|document| document.editions.len()).sum();
    format!("{} in {}", plural(library.documents.len(), "document"), plural(editions, "edition"))
}
