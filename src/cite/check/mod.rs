//! Whether a quotation stands in the texts, and where: exactly, with other signs or white space, altered, shortened, in part.
//!
//! Most quotations are exact; they are found by their letters alone, which neither line ends nor quotation marks change.
//! For others the place with the most pairs of words in common is compared with the quotation word by word.

mod compare;
mod letters;

pub use compare::Piece;

use super::Selection;
use crate::corpus::{Corpus, EditionView};
use compare::Likeness;
use letters::{Known, Letters};

/// What became of a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Exact,
    /// Exact but for white space, hyphens at line ends, punctuation or the case of the first letter.
    Marks,
    /// Exact, with an ellipsis where words were left out.
    Shortened,
    /// Words were added, lost or changed.
    Altered,
    /// A part of it is exact; what comes before or after is not there.
    Part,
    Nowhere,
}

/// A quotation held against the texts.
#[derive(Debug, Clone, PartialEq)]
pub struct Check<'a> {
    pub verdict: Verdict,
    /// Where it stands; several if the words occur more than once.
    pub found: Vec<Found<'a>>,
    /// What is the same and what is not, for an altered quotation or a part.
    pub pieces: Vec<Piece>,
}

/// A place with the words, in several parts for a shortened quotation.
#[derive(Clone)]
pub struct Found<'a> {
    pub view: EditionView<'a>,
    pub parts: Vec<Selection>,
}

/// More is not looked at: a page has about 3,000 letters.
const LONGEST: usize = 12_000;
/// A quotation of fewer letters is everywhere.
const FEWEST_LETTERS: usize = 3;
/// Places told of words that occur over and over.
const MOST_PLACES: usize = 20;

/// The texts of a corpus in the form in which quotations are held against them; made once for many quotations.
pub struct Texts(Vec<Known>);

impl Texts {
    pub fn of(corpus: &Corpus) -> Self {
        Texts(corpus.editions().map(|view| Known::of(view.edition)).collect())
    }
}

/// Holds a quotation against every edition of every document. `texts` are those of the same corpus.
pub fn check<'a>(corpus: &'a Corpus, texts: &'a Texts, quotation: &str) -> Check<'a> {
    let quotation = trimmed(beginning(quotation, LONGEST));
    let nowhere = Check { verdict: Verdict::Nowhere, found: Vec::new(), pieces: Vec::new() };
    if letters::squeezed(quotation).len() < FEWEST_LETTERS {
        return nowhere;
    }
    let known = corpus.editions().zip(&texts.0);
    let texts: Vec<Letters> = known.map(|(view, known)| Letters::of(view, known)).collect();
    if let Some(check) = whole(&texts, quotation).or_else(|| shortened(&texts, quotation)) {
        return check;
    }
    let Some(likeness) = Likeness::best(&texts, &segments(quotation)) else { return nowhere };
    let Likeness { verdict, view, parts, pieces } = likeness;
    Check { verdict, found: vec![Found { view, parts }], pieces }
}

/// A quotation whose letters stand somewhere without a break.
fn whole<'a>(texts: &[Letters<'a>], quotation: &str) -> Option<Check<'a>> {
    let mut verdict = None;
    let mut found = Vec::new();
    for text in texts {
        for selection in text.find(quotation, 0).take(MOST_PLACES) {
            let this = match text.exactness(selection, quotation) {
                letters::Exactness::Exact => Verdict::Exact,
                letters::Exactness::Marks => Verdict::Marks,
                letters::Exactness::Case => continue,
            };
            // An exact place makes the others uninteresting.
            match verdict {
                Some(Verdict::Marks) if this == Verdict::Exact => found.clear(),
                Some(Verdict::Exact) if this == Verdict::Marks => continue,
                _ => {}
            }
            verdict = Some(this);
            found.push(Found { view: text.view, parts: vec![text.with_marks(selection, quotation)] });
        }
    }
    found.truncate(MOST_PLACES);
    verdict.map(|verdict| Check { verdict, found, pieces: Vec::new() })
}

/// A quotation whose segments between ellipses stand in one text, one after the other.
fn shortened<'a>(texts: &[Letters<'a>], quotation: &str) -> Option<Check<'a>> {
    let segments = segments(quotation);
    if segments.len() < 2 {
        return None;
    }
    let found = texts.iter().filter_map(|text| {
        let mut from = 0;
        let mut parts = Vec::new();
        for segment in &segments {
            let selection = text
                .find(segment, from)
                .find(|selection| !matches!(text.exactness(*selection, segment), letters::Exactness::Case))?;
            from = text.offset(selection.to);
            parts.push(text.with_marks(selection, segment));
        }
        Some(Found { view: text.view, parts })
    });
    let found: Vec<Found> = found.collect();
    (!found.is_empty()).then_some(Check { verdict: Verdict::Shortened, found, pieces: Vec::new() })
}

/// What stands between ellipses.
fn segments(quotation: &str) -> Vec<&str> {
    let mut rest = quotation;
    let mut segments = Vec::new();
    loop {
        let next = ["…", "...", ". . ."].iter().filter_map(|sign| Some((rest.find(sign)?, sign.len()))).min();
        let Some((at, length)) = next else { break };
        segments.push(trimmed(rest[..at].trim_end_matches(['[', '('])));
        rest = rest[at + length..].trim_start_matches([']', ')', '.']);
    }
    segments.push(trimmed(rest));
    segments.retain(|segment| segment.contains(char::is_alphanumeric));
    segments
}

/// Without white space and quotation marks around it.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || "«»“”„\"‘’‚'".contains(letter))
}

/// The beginning of a text, of so many bytes at most.
fn beginning(text: &str, most: usize) -> &str {
    let end = text.char_indices().map(|(at, _)| at).take_while(|at| *at <= most).last();
    if text.len() <= most { text } else { &text[..end.unwrap_or(0)] }
}

impl std::fmt::Debug for Found<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let (id, lang) = (&self.view.document.id, self.view.edition.lang.code());
        write!(f, "{id}/{lang} {:?}", self.parts)
    }
}

impl PartialEq for Found<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.view.edition, other.view.edition) && self.parts == other.parts
    }
}
