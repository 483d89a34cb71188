//! The executable for those who edit documents or run a site: it drafts, checks and packs documents, without Rust and without this project's sources. One file a command.

mod bundle;
mod check;
mod documents;
mod failure;
mod fingerprint;
mod import;
mod output;
mod source;

use failure::Failure;
use lexopt::prelude::*;
use std::process::ExitCode;

const HELP: &str = "\
strategy-reader: documents for the reader of strategy documents

Usage: strategy-reader COMMAND [ARGUMENTS]

  check [DIR]            read the documents of a folder and report every problem
  fingerprint [DIR]      write the fingerprint of each edition into its file
  bundle DIR -o FILE     pack the documents of a folder into one file for the reader
  import FILE [-o DIR]   turn an extracted text into a draft of a document
  format                 print the description of the format of documents
  licences               print whose the words and the citation styles are
  help                   print this; `strategy-reader COMMAND --help` says more about one

Exit codes: 0 all is well; 1 something is wrong with the files, and it has been said what; 2 the command was not
understood.
";

/// The format as it is described for this release.
const FORMAT: &str = include_str!("../../../data/README.md");

/// The styles of hayagriva are a part of this executable, and their licence asks to be told.
const LICENCES: &str = include_str!("../../../data/LICENSE.md");

fn main() -> ExitCode {
    match run(lexopt::Parser::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

fn run(mut arguments: lexopt::Parser) -> Result<(), Failure> {
    let command = match arguments.next()? {
        None | Some(Short('h') | Long("help")) => return output::print(HELP),
        Some(Short('V') | Long("version")) => {
            return output::print(&format!("strategy-reader {}\n", env!("CARGO_PKG_VERSION")));
        }
        Some(Value(command)) => command.string()?,
        Some(other) => return Err(other.unexpected().into()),
    };
    match command.as_str() {
        "check" => check::run(arguments),
        "fingerprint" => fingerprint::run(arguments),
        "bundle" => bundle::run(arguments),
        "import" => import::run(arguments),
        "format" => output::print(FORMAT),
        "licences" => output::print(LICENCES),
        "help" => output::print(HELP),
        other => {
            Err(Failure::Usage(format!("there is no command `{other}`; `strategy-reader help` lists them")))
        }
    }
}
