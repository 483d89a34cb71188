//! `bundle`: packs documents into one file that a reader loads.

use crate::documents;
use crate::failure::Failure;
use crate::output;
use lexopt::prelude::*;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use strategy_reader::archive;
use strategy_reader::model::Library;

const HELP: &str = "\
Usage: strategy-reader bundle DIR -o FILE

Checks the documents of a folder and packs them into one file, which <strategy-reader src=\"FILE\"> loads. DIR is a folder
that holds documents, or the folder of a single one. The file belongs to the release that packs it: pack again when the
reader is replaced by a newer one. An older bundle at FILE is replaced; any other file is left alone.
";

pub fn run(mut arguments: lexopt::Parser) -> Result<(), Failure> {
    let (mut folder, mut file) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return output::print(HELP),
            Short('o') | Long("output") => file = Some(PathBuf::from(arguments.value()?)),
            Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let missing =
        |what: &str| Failure::Usage(format!("{what} is missing; write `strategy-reader bundle DIR -o FILE`"));
    let folder = folder.ok_or_else(|| missing("the folder of the documents"))?;
    let file = file.ok_or_else(|| missing("the file to write, `-o FILE`,"))?;
    let library = documents::read(&folder)?;
    let bytes = packed(&library)?;
    spare_others(&file)?;
    output::write(&file, &bytes)?;
    let (list, count) = (documents::listed(&library), documents::counted(&library));
    output::print(&format!("{list}{count}, {} bytes in {}\n", bytes.len(), file.display()))
}

/// The bundle of a library, read back before anybody else has to.
fn packed(library: &Library) -> Result<Vec<u8>, Failure> {
    let wrong = |why: &dyn std::fmt::Display| Failure::Files(format!("the bundle cannot be made: {why}"));
    let bytes = archive::encode(library);
    match archive::decode(&bytes) {
        Ok(again) if again == *library => Ok(bytes),
        Ok(_) => Err(wrong(&"read again, it differs; please report this")),
        Err(error) => Err(wrong(&error)),
    }
}

/// Whoever writes `-o nb.md` by mistake keeps the file.
fn spare_others(file: &Path) -> Result<(), Failure> {
    let mut first = Vec::new();
    let Ok(open) = fs::File::open(file) else { return Ok(()) };
    // A folder opens, but cannot be read; writing will say so.
    let _ = open.take(archive::MAGIC.len() as u64).read_to_end(&mut first);
    if first.is_empty() || first == archive::MAGIC {
        return Ok(());
    }
    Err(Failure::Files(format!(
        "{}: the file is there and is no bundle; give another name, or take it away",
        file.display()
    )))
}
