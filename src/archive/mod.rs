//! The archive: a [`Library`] as bytes, with a version and a checksum. Nothing else knows its layout.
//!
//! | bytes | |
//! | --- | --- |
//! | 4 | `srdr` |
//! | 2 | version, little endian |
//! | 4 | length of the content, little endian |
//! | 4 | CRC-32 (ISO HDLC) of the content, little endian |
//! | … | the content: a [`Library`] in columns |
//!
//! `columns` knows bytes, `value` what every layout is made of, `layout` what of a library lies where, `likely` what need
//! not be said; writer and reader of a value stand side by side. Nothing is announced that the bytes do not hold: what cannot be read is an error, and
//! memory grows with what is read.
//!
//! The encoding is the one that travels best, since the archive lies in the WebAssembly and is compressed with it. The five
//! documents, in bytes:
//!
//! | encoding | raw | gzip 9 | brotli 11 |
//! | --- | --- | --- | --- |
//! | value after value, as postcard 1 writes them | 282 726 | 94 451 | 74 875 |
//! | values of one sort together, in columns | 278 643 | 86 634 | 68 408 |
//! | all that is said in one language together, anchors counted on | 269 334 | 82 967 | 67 559 |
//! | commitments as they differ from what is likely, no definitions and no names that nothing has | 258 600 | 78 042 | 63 790 |
//!
//! Two columns with the words of both languages are 52 kB of the last line. Measured and not taken: PPMd (`ppmd-rust` 1.5.2) over the
//! second line, 63.9 kB at order 6 and 62.9 kB at order 8, before the decoder's own bytes; it takes 52 ms natively and 83 to 154 ms
//! optimised for size, where everything else takes 3.

mod columns;
mod error;
mod layout;
mod likely;
mod sound;
mod value;

pub use error::Error;

use crate::model::{Library, Term};
use columns::{Reader, Writer};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use std::cmp::Ordering;
use value::Value;

/// Grows with every change of the model, since the content has no names in it.
pub const VERSION: u16 = 10;

/// The most bytes that an archive may have: ten times what five hundred documents need for the memory of a telephone to
/// be the smaller worry.
pub const LARGEST: usize = 32 << 20;

/// What every archive begins with.
pub const MAGIC: [u8; 4] = *b"srdr";
const HEADER: usize = 14;

pub fn encode(library: &Library) -> Vec<u8> {
    let mut folded = library.clone();
    folded.documents.iter_mut().for_each(likely::fold);
    let mut columns = Writer::default();
    folded.write(&mut columns);
    let content = columns.into_bytes();
    let mut bytes = Vec::with_capacity(HEADER + content.len());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((content.len() as u32).to_le_bytes());
    bytes.extend(checksum(&content).to_le_bytes());
    bytes.extend(content);
    bytes
}

/// Terms alone, for the binary that has the documents in it as well. Their bytes have neither version nor checksum.
pub fn encode_terms(terms: &Vec<Term>) -> Vec<u8> {
    let mut columns = Writer::default();
    terms.write(&mut columns);
    columns.into_bytes()
}

pub fn decode_terms(bytes: &[u8]) -> Result<Vec<Term>, Error> {
    let mut columns = Reader::new(bytes).ok_or(Error::Damaged)?;
    let terms = Vec::read(&mut columns);
    if columns.is_done() { Ok(terms) } else { Err(Error::Damaged) }
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
    let mut columns = Reader::new(content).ok_or(Error::Damaged)?;
    let mut library = Library::read(&mut columns);
    if !columns.is_done() {
        return Err(Error::Damaged);
    }
    library.documents.iter_mut().for_each(likely::unfold);
    Ok(library)
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
