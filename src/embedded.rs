//! What the build put into the binary: the documents, and apart from them the table of terms, which only search needs and which
//! therefore travels with it.

use crate::archive::{self, Error};
use crate::model::{Library, Term};

#[cfg(feature = "embed")]
static DOCUMENTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/documents.archive"));
#[cfg(feature = "embed")]
static TERMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/terms"));
#[cfg(not(feature = "embed"))]
static DOCUMENTS: &[u8] = &[];
#[cfg(not(feature = "embed"))]
static TERMS: &[u8] = &[];

/// The documents, without the terms.
pub fn library() -> Result<Library, Error> {
    archive::decode_embedded(DOCUMENTS)
}

/// What the documents call things.
pub fn terms() -> Vec<Term> {
    archive::decode_terms(TERMS).unwrap_or_default()
}
