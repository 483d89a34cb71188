//! `check`: reads documents and reports every problem.

use crate::documents;
use crate::failure::Failure;
use crate::output;
use lexopt::prelude::*;
use std::path::PathBuf;

const HELP: &str = "\
Usage: strategy-reader check [DIR]

Reads the documents of a folder (of this one, if none is given) and reports every problem at once, each with file, line
and what to do. DIR is a folder that holds documents, or the folder of a single one.
";

pub fn run(mut arguments: lexopt::Parser) -> Result<(), Failure> {
    let mut folder = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return output::print(HELP),
            Value(value) if folder.is_none() => folder = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let library = documents::read(&folder.unwrap_or_else(|| PathBuf::from(".")))?;
    let (list, count) = (documents::listed(&library), documents::counted(&library));
    output::print(&format!("{list}{count}, no problem\n"))
}
