//! Faults with their places, gathered until a run is over.

use super::Fault;
use std::fmt;
use std::path::{Path, PathBuf};

/// A fault and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub file: PathBuf,
    /// Counted from 1.
    pub line: Option<usize>,
    pub fault: Fault,
}

/// All problems of one run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    pub(super) fn add(&mut self, file: &Path, line: Option<usize>, fault: Fault) {
        self.0.push(Problem { file: file.to_owned(), line, fault });
    }

    /// The value, if there was no problem. Otherwise the problems as an editor meets them: by file, then by line.
    pub(super) fn or<T>(mut self, value: T) -> Result<T, Problems> {
        self.0.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        let count = self.0.len();
        write!(f, "{count} {}", if count == 1 { "problem" } else { "problems" })
    }
}

impl std::error::Error for Problems {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.fault)
    }
}
