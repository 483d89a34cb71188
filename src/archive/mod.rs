//! The archive: a [`Library`] as bytes, with a version and a checksum. Nothing else knows its layout.
//!
//! | bytes | |
//! | --- | --- |
//! | 4 | `srdr` |
//! | 2 | version, little endian |
//! | 4 | length of the content, little endian |
//! | 4 | CRC-32 (ISO HDLC) of the content, little endian |
//! | … | the content: a [`Library`] in the wire format of postcard 1 |

mod error;
mod sound;

pub use error::Error;

use crate::model::Library;
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use std::cmp::Ordering;

/// Grows with every change of the model, since the content has no names in it.
pub const VERSION: u16 = 7;

/// The most bytes that an archive may have: ten times what five hundred documents need for the memory of a telephone to
/// be the smaller worry.
pub const LARGEST: usize = 32 << 20;

/// What every archive begins with.
pub const MAGIC: [u8; 4] = *b"srdr";
const HEADER: usize = 14;

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

/// The library of an archive that came from somewhere. Nothing in it is believed.
pub fn decode(bytes: &[u8]) -> Result<Library, Error> {
    if bytes.len() > LARGEST {
        return Err(Error::TooLarge { found: bytes.len() });
    }
    let (sum, content) = open(bytes)?;
    if sum != checksum(content) {
        return Err(Error::Damaged);
    }
    let library = read(content)?;
    if sound::is_sound(&library) { Ok(library) } else { Err(Error::Unsound) }
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
    let rest = bytes.strip_prefix(&MAGIC).ok_or_else(|| foreign(bytes))?;
    let cut = || Error::CutShort { stated: HEADER, found: bytes.len() };
    let (version, rest) = rest.split_first_chunk().ok_or_else(cut)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(Error::WrongVersion { found: version });
    }
    let (length, rest) = rest.split_first_chunk().ok_or_else(cut)?;
    let (sum, content) = rest.split_first_chunk().ok_or_else(cut)?;
    let stated = (u32::from_le_bytes(*length) as usize).saturating_add(HEADER);
    match stated.cmp(&bytes.len()) {
        Ordering::Greater => Err(Error::CutShort { stated, found: bytes.len() }),
        Ordering::Less => Err(Error::TooLong { stated, found: bytes.len() }),
        Ordering::Equal => Ok((u32::from_le_bytes(*sum), content)),
    }
}

/// What bytes are that do not begin like an archive.
fn foreign(bytes: &[u8]) -> Error {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    match text.first() {
        None => Error::Empty,
        Some(b'<') => Error::WebPage,
        // An archive of which less came than its first letters.
        Some(_) if MAGIC.starts_with(bytes) => Error::CutShort { stated: HEADER, found: bytes.len() },
        Some(_) => Error::NotAnArchive,
    }
}

/// Without a table: slower (about 1 ms for the five documents), but no kilobyte of table in the download.
fn checksum(content: &[u8]) -> u32 {
    Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC).checksum(content)
}
