//! Words that were selected, as a link names them: their beginning and end, so that they are found again even where
//! the words between have changed.

/// Words within the block of the anchor beside them, or from there into a later block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// All of them, or as many of the first as name the place.
    pub start: String,
    /// The last of them, where the first are not all.
    pub end: Option<String>,
    /// The anchor of the block in which they end, where that is another.
    pub to: Option<String>,
}
