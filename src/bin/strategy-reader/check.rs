//! `check`: reads documents and reports every problem.

use crate::documents;
use crate::failure::Failure;
use crate::output;

const HELP: &str = "\
Usage: strategy-reader check [DIR]

Reads the documents of a folder (of this one, if none is given) and reports every problem at once, each with file, line
and what to do. DIR is a folder that holds documents, or the folder of a single one.
";

pub fn run(arguments: lexopt::Parser) -> Result<(), Failure> {
    let Some(folder) = documents::folder(arguments, HELP)? else { return Ok(()) };
    let library = documents::read(&folder)?;
    let (list, count) = (documents::listed(&library), documents::counted(&library));
    output::print(&format!("{list}{count}, no problem\n"))
}
