//! The words of a block, and what is marked within them.

use super::Lang;
use serde::{Deserialize, Serialize};

/// Exact words, with marks that lie over them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Text {
    pub plain: String,
    /// Ordered by start, an outer mark before the marks within it. Marks nest, they never cross.
    pub marks: Vec<Mark>,
}

/// A mark over the bytes `start..end` of [`Text::plain`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
    pub sort: Sort,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    Strong,
    Emphasis,
    /// A misprint of the original, kept; holds what was meant.
    Sic(String),
    /// Words in another language.
    Lang(Lang),
    /// The mark of a footnote, of no width; holds the label of the footnote.
    Note(String),
}
