//! From a word that was typed to the words of the documents that answer it, each with how well it does.

use super::compare::{Asked, grammars};
use super::index::Index;
use super::query::Word;
use super::vocabulary::letters;
use crate::model::Lang;
use crate::text::{distance, is_common};

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

/// What a match is worth, the word itself being 1. The order is a promise; the distances are wide enough that how often a
/// word stands in a block (which counts twice at most) does not turn over a whole step.
///
/// | worth | match | reason |
/// | --- | --- | --- |
/// | 1 | the word as typed; in capitals where it was typed so | nothing is better |
/// | 0.95 | another form (trusler for trussel) | the same word; the form typed breaks a tie |
/// | 0.75 | typed with a for å | bat may be båt, or a word of its own |
/// | 0.65 | a term of the table, in whatever language | the same thing, but not the same word |
/// | 0.45 | a part of a compound whose other part is a word, too | about a kind of it; below half, so below the word |
/// | 0.45 | a word derived from the same one (resilient for resilience) | says nearly the same |
/// | 0.4 | a term of the table, where the documents have the word itself | finds what a translation says with it |
/// | 0.35 | the beginning of a longer word, while typing | may become that word |
/// | 0.25 | a part of some other longer word | perhaps by chance |
/// | 0.5 of the above | one letter wrong | only where nothing else matches at all |
pub(super) mod worth {
    pub const SAME: f32 = 1.0;
    pub const FORM: f32 = 0.95;
    pub const LETTERS: f32 = 0.75;
    pub const TERM: f32 = 0.65;
    pub const TERM_TOO: f32 = 0.4;
    pub const PART: f32 = 0.45;
    pub const DERIVED: f32 = 0.45;
    pub const BEGUN: f32 = 0.35;
    pub const WITHIN: f32 = 0.25;
    pub const TYPO: f32 = 0.5;
    /// «nis» in small letters where NIS was typed: hardly the same.
    pub const OTHER_CASE: f32 = 0.3;
}

/// From here on a match is the word itself, not merely like it.
pub(super) const FIRM: f32 = 0.6;

#[derive(Debug, Clone, Copy)]
pub(super) struct Match {
    /// A word of the vocabulary, or a phrase of the terms.
    pub word: u32,
    pub worth: f32,
    pub why: Why,
}

/// With fewer letters one wrong letter makes another word.
const SHORTEST_TYPO: usize = 5;
const LONG: usize = 9;

/// All that answers one word of a query, each word of the documents once.
#[derive(Default)]
pub(super) struct Expansion {
    pub matches: Vec<Match>,
    /// Half of a word that was taken apart: one half without the other says nothing.
    pub needed: bool,
}

impl Expansion {
    /// `last` is a word that is still being typed.
    pub fn of(index: &Index, word: &Word, last: bool) -> Expansion {
        let mut expansion = Expansion::default();
        expansion.add_word(index, word, last);
        expansion.add_terms(index, &[&word.folded], true);
        if !expansion.has_part() && !expansion.is_settled(word) {
            expansion.add_typos(index, word);
        }
        expansion
    }

    /// The word in all its forms and by its other names, but no part of another one and no mistake.
    pub fn of_whole_word(index: &Index, word: &Word) -> Expansion {
        let mut expansion = Expansion::default();
        let other_case = |found: &u32| word.capitals && !index.vocabulary.has_capitals(*found);
        for found in index.vocabulary.spelled(&word.folded).filter(|found| !other_case(found)) {
            expansion.add(found, worth::SAME, Why::Same);
        }
        if !word.capitals {
            expansion.add_forms(index, &word.folded);
        }
        expansion.add_terms(index, &[&word.folded], false);
        expansion
    }

    /// Every form of a word.
    pub fn add_forms(&mut self, index: &Index, word: &str) {
        for grammar in grammars(index, word) {
            if let Some(stem) = index.vocabulary.find_stem(grammar, &grammar.stem(word)) {
                // «have» is no form of «hav».
                let forms =
                    index.vocabulary.forms(stem).filter(|form| !is_common(index.vocabulary.spelling(*form)));
                forms.for_each(|found| self.add(found, worth::FORM, Why::Form));
            }
        }
    }

    /// Whether a word of the documents answers it, and not merely a part of one or a similar one.
    pub fn has_word(&self) -> bool {
        self.matches.iter().any(|found| found.worth >= FIRM)
    }

    pub fn is_empty(&self) -> bool {
        self.matches.is_empty()
    }

    fn has_part(&self) -> bool {
        self.matches.iter().any(|found| found.worth >= worth::BEGUN)
    }

    /// An abbreviation that is found is all that was meant.
    fn is_settled(&self, word: &Word) -> bool {
        word.capitals && word.folded.chars().count() <= 5 && !self.matches.is_empty()
    }

    pub fn add(&mut self, word: u32, worth: f32, why: Why) {
        match self.matches.iter_mut().find(|found| found.word == word) {
            Some(found) if found.worth >= worth => {}
            Some(found) => (found.worth, found.why) = (worth, why),
            None => self.matches.push(Match { word, worth, why }),
        }
    }

    fn add_word(&mut self, index: &Index, word: &Word, last: bool) {
        let vocabulary = &index.vocabulary;
        for found in vocabulary.spelled(&word.folded) {
            let other_case = word.capitals && !vocabulary.has_capitals(found);
            self.add(found, if other_case { worth::OTHER_CASE } else { worth::SAME }, Why::Same);
        }
        if self.is_settled(word) {
            return;
        }
        let asked = Asked::new(word);
        let grammars = grammars(index, &word.folded);
        self.add_forms(index, &word.folded);
        let mut before = u32::MAX;
        let begun = ["^", &asked.coarse].concat();
        let needle = if asked.root.len() >= 3 { &asked.root } else { &begun };
        // Candidates come in order, so that only what was there before can come again.
        let known = self.matches.len();
        for found in vocabulary.candidates(needle) {
            if *found != before {
                before = *found;
                if grammars.contains(&vocabulary.grammar(*found))
                    && let Some((worth, why)) = asked.grade(index, *found, last)
                {
                    match self.matches[..known].iter_mut().find(|known| known.word == *found) {
                        Some(known) if known.worth >= worth => {}
                        Some(known) => (known.worth, known.why) = (worth, why),
                        None => self.matches.push(Match { word: *found, worth, why }),
                    }
                }
            }
        }
    }

    /// What the table of terms says these words are, too.
    pub fn add_terms(&mut self, index: &Index, words: &[&str], parts: bool) {
        let found = self.has_word();
        let mut needles: Vec<String> = Vec::new();
        for named in index.terms.named(words) {
            // The words of the same language first; those of the other one find what only they say.
            let mut near = found;
            for form in index.terms.forms_of(named.term).filter(|form| form.grammar == named.grammar) {
                let same = form.lang == named.lang && words.len() == 1;
                let term = if found { worth::TERM_TOO } else { worth::TERM };
                let (worth, why) = if same { (worth::FORM, Why::Form) } else { (term, Why::Term) };
                form.words.iter().for_each(|word| self.add(*word, worth, why));
                near |= !form.words.is_empty();
            }
            for form in index.terms.forms_of(named.term).filter(|form| form.grammar != named.grammar) {
                let worth = if near { worth::TERM_TOO } else { worth::TERM };
                form.words.iter().for_each(|word| self.add(*word, worth, Why::Term));
            }
            // A word of nynorsk stands in no compound of the documents; its word in bokmål does.
            if parts && named.lang == Lang::Nn && self.matches.iter().all(|found| found.why == Why::Term) {
                needles.extend(index.terms.headword(named.term).map(str::to_owned));
            }
        }
        for needle in needles {
            let word = Word { typed: needle.clone(), folded: needle, capitals: false };
            let mut other = Expansion::default();
            other.add_word(index, &word, false);
            other.matches.iter().for_each(|found| self.add(found.word, found.worth * worth::TERM, Why::Term));
        }
    }

    /// The nearest words, if the word itself is nowhere.
    fn add_typos(&mut self, index: &Index, word: &Word) {
        let asked = Asked::new(word);
        let length = asked.coarse.chars().count();
        if length < SHORTEST_TYPO {
            return;
        }
        for near in nearest(index, &asked.coarse, if length < LONG { 1 } else { 2 }) {
            let (spelling, stem) =
                (index.vocabulary.spelling(near.0).to_owned(), index.vocabulary.stem_of(near.0));
            let worth = worth::TYPO / near.1 as f32;
            for form in index.vocabulary.forms(stem) {
                self.add(form, worth, Why::Typo);
            }
            let mut other = Expansion::default();
            other.add_terms(index, &[&spelling], false);
            other.matches.iter().for_each(|found| self.add(found.word, found.worth * worth, Why::Typo));
        }
    }
}

/// The words of the documents that are nearest to a coarse spelling, at most so many letters away, and how many.
/// Words with digits are exact or wrong.
pub(super) fn nearest(index: &Index, spelling: &str, most: usize) -> Vec<(u32, usize)> {
    if spelling.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let (wanted, bits) = (spelling.chars().collect::<Vec<char>>(), letters(spelling));
    let mut found: Vec<(u32, usize)> = Vec::new();
    let mut most = most;
    for word in 0..index.vocabulary.len() as u32 {
        // Each letter too many or missing is one step at least, a replaced one takes two bits.
        if (bits ^ index.vocabulary.letters(word)).count_ones() as usize > 2 * most {
            continue;
        }
        let other = index.vocabulary.coarse(word);
        if other.len().abs_diff(spelling.len()) > 2 * most || other.len() < 4 {
            continue;
        }
        let other: Vec<char> = other.chars().collect();
        if let Some(distance) = distance(&wanted, &other, most).filter(|distance| *distance > 0) {
            if distance < most {
                most = distance;
                found.clear();
            }
            found.push((word, distance));
        }
    }
    found
}
