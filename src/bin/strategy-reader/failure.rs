//! How a command ends when it cannot do what it was asked.

use std::fmt::Display;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

pub enum Failure {
    /// The command was not understood.
    Usage(String),
    /// It was, but the files are not as they should be, or cannot be read or written.
    Files(String),
    /// Whoever read the output has stopped reading.
    OutputClosed,
}

impl Failure {
    /// A file that cannot be read or written, why, and what to do.
    pub fn file(path: &Path, what: &str, why: impl Display, remedy: &str) -> Self {
        Failure::Files(format!("{}: {what} ({why}); {remedy}", path.display()))
    }

    /// Says what is wrong, and gives the exit code that goes with it.
    pub fn report(self) -> ExitCode {
        let (message, code) = match self {
            Failure::Usage(message) => (message, 2),
            Failure::Files(message) => (message, 1),
            Failure::OutputClosed => return ExitCode::SUCCESS,
        };
        // Where even this cannot be written, the exit code still tells.
        let _ = writeln!(std::io::stderr(), "error: {message}");
        ExitCode::from(code)
    }
}

impl From<lexopt::Error> for Failure {
    fn from(error: lexopt::Error) -> Self {
        Failure::Usage(format!("{error}; `strategy-reader help` says what can be asked"))
    }
}
