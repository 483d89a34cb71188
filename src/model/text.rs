//! The words of a block, and what is marked within them.

use super::Lang;

/// Exact words, with marks that lie over them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    pub plain: String,
    /// Ordered by start, an outer mark before the marks within it. Marks nest, they never cross.
    pub marks: Vec<Mark>,
}

/// A mark over the bytes `start..end` of [`Text::plain`].
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
    pub sort: Sort,
}

#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Signs of no width: controls, the soft hyphen, joiners, and marks of direction. Whoever searches cannot type them.
pub fn is_unseen(c: char) -> bool {
    c.is_control() && !c.is_whitespace()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}
