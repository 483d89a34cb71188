//! Why bytes are no archive that this reader can open: each reason is one that a person can do something about.

use super::{LARGEST, VERSION};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// No bytes at all.
    Empty,
    /// A web page instead, such as one that says "not found".
    WebPage,
    /// Something else altogether.
    NotAnArchive,
    /// Written by another release.
    WrongVersion { found: u16 },
    /// The end is missing.
    CutShort { stated: usize, found: usize },
    /// Something follows the end.
    TooLong { stated: usize, found: usize },
    /// More than a reader should be asked to hold.
    TooLarge { found: usize },
    /// As long as it should be, but not the bytes that were written.
    Damaged,
    /// The bytes that were written, but of a library that breaks the rules which the compiler keeps.
    Unsound,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Error::Empty => write!(f, "the archive is empty; load it again, or build it anew"),
            Error::WebPage => write!(f, "this is a web page, not an archive of documents; check its address"),
            Error::NotAnArchive => {
                write!(f, "this is no archive of documents; check the address it came from")
            }
            Error::WrongVersion { found } => write!(
                f,
                "the archive has version {found}, this reader reads version {VERSION}; build both with the same release"
            ),
            Error::CutShort { stated, found } => {
                write!(f, "the archive is cut short, {found} bytes instead of {stated}; load it again")
            }
            Error::TooLong { stated, found } => {
                write!(f, "the archive has {found} bytes instead of {stated}; build it anew")
            }
            Error::TooLarge { found } => {
                write!(f, "the archive has {found} bytes, and a reader opens at most {LARGEST}; divide it")
            }
            Error::Damaged => write!(f, "the archive is damaged; load it again"),
            Error::Unsound => {
                write!(f, "the archive holds documents that break the rules of the format; build it anew")
            }
        }
    }
}

impl std::error::Error for Error {}
