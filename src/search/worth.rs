//! What a match is worth, the word itself being 1. The order is a promise; the distances are wide enough that how often a
//! word stands in a block (which counts twice at most) does not turn over a whole step.
//!
//! | worth | match | reason |
//! | --- | --- | --- |
//! | 1 | the word as typed; in capitals where it was typed so | nothing is better |
//! | 0.95 | another form (trusler for trussel) | the same word; the form typed breaks a tie |
//! | 0.75 | typed with a for å | bat may be båt, or a word of its own |
//! | 0.65 | another word of its term, in whatever language | the same thing, but not the same word |
//! | 0.45 | a part of a compound whose other part is a word, too | about a kind of it; below half, so below the word |
//! | 0.44 | a word derived from the same one (resilient for resilience) | says nearly the same |
//! | 0.4 | the same, where the documents have the word itself or a compound with it | finds what a translation says with it |
//! | 0.35 | the beginning of a longer word, while typing | may become that word |
//! | 0.25 | a part of some other longer word | perhaps by chance |
//! | 0.65 of the above | spelled as in nynorsk | only where the documents have nothing of it |
//! | 0.75 of the above | with å where a or aa was typed | the same |
//! | 0.5 of the above | one letter wrong; half of that two | only where nothing else matches at all |

/// Why a word of the documents answers a word of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The same word.
    Same,
    /// Another form of it.
    Form,
    /// Typed without æ, ø or å.
    Letters,
    /// Another word for the same thing, or its word in another language.
    Term,
    /// A longer word that holds it.
    Part,
    /// A longer word that begins with what was typed so far.
    Begun,
    /// Typed with a mistake.
    Typo,
}

pub(super) const SAME: f32 = 1.0;
pub(super) const FORM: f32 = 0.95;
pub(super) const LETTERS: f32 = 0.75;
pub(super) const TERM: f32 = 0.65;
pub(super) const TERM_TOO: f32 = 0.4;
pub(super) const PART: f32 = 0.45;
pub(super) const DERIVED: f32 = 0.44;
pub(super) const BEGUN: f32 = 0.35;
pub(super) const WITHIN: f32 = 0.25;
pub(super) const TYPO: f32 = 0.5;
/// «nis» in small letters where NIS was typed: hardly the same.
pub(super) const OTHER_CASE: f32 = 0.3;

/// From here on a match is the word itself, not merely like it.
pub(super) const FIRM: f32 = 0.6;
