//! A text by its letters and digits alone, in lower case, with the way back to where they stand.

use super::compare::{Word, words_of};
use crate::cite::Selection;
use crate::corpus::EditionView;
use crate::model::Edition;
use std::cell::OnceCell;

/// What is kept of a text from one quotation to the next.
pub struct Known {
    letters: String,
    /// Where each block begins.
    starts: Vec<usize>,
    /// Its words, made when a quotation is not exact.
    words: OnceCell<Vec<Word>>,
}

impl Known {
    pub fn of(edition: &Edition) -> Self {
        let mut letters = String::new();
        let starts = edition.blocks.iter().map(|block| {
            let start = letters.len();
            squeeze(&block.text.plain, &mut letters);
            start
        });
        let starts = starts.collect();
        Known { letters, starts, words: OnceCell::new() }
    }
}

#[derive(Clone, Copy)]
pub struct Letters<'a> {
    pub view: EditionView<'a>,
    known: &'a Known,
}

/// How much of a quotation is as printed.
pub enum Exactness {
    Exact,
    /// White space or marks differ, or the case of the first letter.
    Marks,
    /// The case of other letters differs.
    Case,
}

impl<'a> Letters<'a> {
    pub fn of(view: EditionView<'a>, known: &'a Known) -> Self {
        Letters { view, known }
    }

    pub fn words(&self) -> &'a [Word] {
        self.known.words.get_or_init(|| {
            let blocks = self.view.edition.blocks.iter().enumerate();
            blocks.flat_map(|(block, content)| words_of(&content.text.plain, block)).collect()
        })
    }

    /// Where the letters of a text stand as whole words, from an offset on.
    pub fn find(&self, text: &str, from: usize) -> impl Iterator<Item = Selection> {
        let wanted = squeezed(text);
        let found: Vec<usize> = match self.known.letters.get(from..) {
            Some(rest) if !wanted.is_empty() => {
                rest.match_indices(&wanted).map(|(at, _)| from + at).collect()
            }
            _ => Vec::new(),
        };
        found.into_iter().filter_map(move |at| self.selection(at, at + wanted.len()))
    }

    /// The offset of a place.
    pub fn offset(&self, (block, byte): (usize, usize)) -> usize {
        let plain = &self.view.block(block).text.plain;
        self.known.starts[block] + squeezed(plain.get(..byte).unwrap_or(plain)).len()
    }

    pub fn exactness(&self, selection: Selection, quotation: &str) -> Exactness {
        let printed = self.printed(self.with_marks(selection, quotation));
        if lines(&printed) == lines(quotation) {
            return Exactness::Exact;
        }
        let own = printed.chars().filter(|letter| letter.is_alphanumeric()).skip(1);
        let quoted = quotation.chars().filter(|letter| letter.is_alphanumeric()).skip(1);
        if own.eq(quoted) { Exactness::Marks } else { Exactness::Case }
    }

    /// A selection that takes in the marks with which the quotation begins and ends, as far as they are printed too.
    pub fn with_marks(&self, selection: Selection, quotation: &str) -> Selection {
        let is_letter = |letter: char| letter.is_alphanumeric();
        let before = &quotation[..quotation.find(is_letter).unwrap_or(0)];
        let after = quotation.rsplit(is_letter).next().unwrap_or_default();
        let plain = |block: usize| self.view.block(block).text.plain.as_str();
        let (from, to) = (selection.from, selection.to);
        let start = plain(from.0)
            .get(..from.1)
            .filter(|text| text.ends_with(before))
            .map_or(from.1, |text| text.len() - before.len());
        let end = plain(to.0)
            .get(to.1..)
            .filter(|text| text.starts_with(after))
            .map_or(to.1, |_| to.1 + after.len());
        Selection { from: (from.0, start), to: (to.0, end) }
    }

    /// The words of a selection, a line for each block.
    pub fn printed(&self, selection: Selection) -> String {
        let (from, to) = (selection.from, selection.to);
        let lines = (from.0..=to.0).map(|block| {
            let plain = &self.view.block(block).text.plain;
            let start = if block == from.0 { from.1 } else { 0 };
            let end = if block == to.0 { to.1 } else { plain.len() };
            plain.get(start..end).unwrap_or_default()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// From one offset to another, if both are ends of words.
    fn selection(&self, start: usize, end: usize) -> Option<Selection> {
        let from = self.place(start, false)?;
        let to = self.place(end, true)?;
        let plain = |block: usize| self.view.block(block).text.plain.as_str();
        let before = plain(from.0)[..from.1].chars().next_back();
        let after = plain(to.0)[to.1..].chars().next();
        let is_inside = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        (!is_inside(before) && !is_inside(after)).then_some(Selection { from, to })
    }

    /// The block and byte of an offset: where a letter begins, or where the one before it ends.
    fn place(&self, offset: usize, is_end: bool) -> Option<(usize, usize)> {
        let within = if is_end { offset.checked_sub(1)? } else { offset };
        let block = self.known.starts.partition_point(|start| *start <= within).checked_sub(1)?;
        let mut at = self.known.starts[block];
        let mut one = String::new();
        for (byte, letter) in self.view.block(block).text.plain.char_indices() {
            one.clear();
            squeeze(letter.encode_utf8(&mut [0; 4]), &mut one);
            if !one.is_empty() && at == offset && !is_end {
                return Some((block, byte));
            }
            at += one.len();
            if is_end && !one.is_empty() && at == offset {
                return Some((block, byte + letter.len_utf8()));
            }
        }
        None
    }
}

pub fn squeezed(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    squeeze(text, &mut letters);
    letters
}

fn squeeze(text: &str, letters: &mut String) {
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            letters.push(letter.to_ascii_lowercase());
        } else if !letter.is_ascii() && letter.is_alphanumeric() {
            letters.extend(letter.to_lowercase());
        }
    }
}

/// A text whose line ends are those between paragraphs, however many were pasted.
fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}
