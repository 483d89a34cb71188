//! What a document is made of: plain values, the same while compiling and while reading.

mod block;
mod document;
mod text;

pub use block::{Block, Kind};
pub use document::{
    Document, DocumentKind, Edition, Issued, Lang, Library, Section, Standing, Status, Words,
};
pub use text::{Mark, Sort, Text};
