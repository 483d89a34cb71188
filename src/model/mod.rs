//! What a document is made of: plain values, the same while compiling and while reading.

mod alignment;
mod block;
mod document;
mod merge;
mod name;
mod reference;
mod tags;
mod term;
mod text;
mod vocabulary;

pub use alignment::Departure;
pub use block::{Block, Kind};
pub use document::{
    Document, DocumentKind, Edition, Issued, Lang, Library, Section, Standing, Status, Words,
};
pub use name::{is_address, is_anchor, is_name};
pub use reference::{References, Style, sign};
pub use tags::{Binds, Commitment, Span, Statement, Strength, Tags};
pub use term::Term;
pub use text::{Mark, Sort, Text, is_unseen};
pub use vocabulary::{Entry, Explanation, Name, NameSort, Vocabulary};
