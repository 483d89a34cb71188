//! The archive: a [`Library`] as bytes, with a version and a checksum. Nothing else knows its layout.
//!
//! | bytes | |
//! | --- | --- |
//! | 4 | `srdr` |
//! | 2 | version, little endian |
//! | 4 | length of the content, little endian |
//! | 4 | CRC-32 (ISO HDLC) of the content, little endian |
//! | … | the content: a [`Library`] in the wire format of postcard 1 |

use crate::model::Library;
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use std::fmt;

/// Grows with every change of the model, since the content has no names in it.
pub const VERSION: u16 = 2;

const MAGIC: [u8; 4] = *b"srdr";
const HEADER: usize = 14;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// The bytes are something else altogether, such as a web page that says "not found".
    NotAnArchive,
    WrongVersion {
        found: u16,
    },
    WrongLength {
        stated: usize,
        found: usize,
    },
    Damaged,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Error::NotAnArchive => {
                write!(f, "this is no archive of documents; check the address it came from")
            }
            Error::WrongVersion { found } => write!(
                f,
                "the archive has version {found}, this reader reads version {VERSION}; build both with the same release"
            ),
            Error::WrongLength { stated, found } => {
                write!(f, "the archive has {found} bytes instead of {stated}; load it again")
            }
            Error::Damaged => write!(f, "the archive is damaged; load it again"),
        }
    }
}

impl std::error::Error for Error {}

pub fn encode(library: &Library) -> Result<Vec<u8>, postcard::Error> {
    let content = postcard::to_allocvec(library)?;
    let mut bytes = Vec::with_capacity(HEADER + content.len());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend(checksum(&content).to_le_bytes());
    bytes.extend(content);
    Ok(bytes)
}

/// The library of an archive that came from somewhere.
pub fn decode(bytes: &[u8]) -> Result<Library, Error> {
    let (sum, content) = open(bytes)?;
    if sum != checksum(content) {
        return Err(Error::Damaged);
    }
    read(content)
}

/// The library of the archive in the binary, which has been checked as a whole when it was fetched.
pub fn decode_embedded(bytes: &[u8]) -> Result<Library, Error> {
    read(open(bytes)?.1)
}

fn read(content: &[u8]) -> Result<Library, Error> {
    match postcard::take_from_bytes(content) {
        Ok((library, [])) => Ok(library),
        _ => Err(Error::Damaged),
    }
}

/// The checksum that the archive states, and its content.
fn open(bytes: &[u8]) -> Result<(u32, &[u8]), Error> {
    let rest = bytes.strip_prefix(&MAGIC).ok_or(Error::NotAnArchive)?;
    let (version, rest) = rest.split_first_chunk().ok_or(Error::NotAnArchive)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(Error::WrongVersion { found: version });
    }
    let (length, rest) = rest.split_first_chunk().ok_or(Error::NotAnArchive)?;
    let (sum, content) = rest.split_first_chunk().ok_or(Error::NotAnArchive)?;
    let stated = u32::from_le_bytes(*length) as usize;
    if stated != content.len() {
        return Err(Error::WrongLength { stated, found: content.len() });
    }
    Ok((u32::from_le_bytes(*sum), content))
}

/// Without a table: slower (about 1 ms for the five documents), but no kilobyte of table in the download.
fn checksum(content: &[u8]) -> u32 {
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(content)
}
