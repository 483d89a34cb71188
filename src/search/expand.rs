//! From a word that was typed to the words of the documents that answer it, each with how well it does.

use super::index::Index;
use super::query::Word;
use super::vocabulary::letters;
use crate::model::Lang;
use crate::text::{Grammar, coarse, distance, has_own_letters, is_common};

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
/// | 0.4 | a term of the table, where the documents have the word itself | finds what a translation says with it |
/// | 0.35 | the beginning of a longer word, while typing | may become that word |
/// | 0.25 | a part of some other longer word | perhaps by chance |
/// | 0.5 of the above | one letter wrong | only where nothing else matches at all |
mod worth {
    pub const SAME: f32 = 1.0;
    pub const FORM: f32 = 0.95;
    pub const LETTERS: f32 = 0.75;
    pub const TERM: f32 = 0.65;
    pub const TERM_TOO: f32 = 0.4;
    pub const PART: f32 = 0.45;
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

/// Shorter words are parts of everything.
const SHORTEST_PART: usize = 3;
/// With fewer letters one wrong letter makes another word.
const SHORTEST_TYPO: usize = 5;
const LONG: usize = 9;

/// All that answers one word of a query, each word of the documents once, the better reason first.
pub(super) struct Expansion {
    pub matches: Vec<Match>,
}

impl Expansion {
    /// `last` is a word that is still being typed.
    pub fn of(index: &Index, word: &Word, last: bool) -> Expansion {
        let mut expansion = Expansion { matches: Vec::new() };
        expansion.add_word(index, word, last);
        expansion.add_terms(index, &[&word.folded], true);
        if !expansion.has_part() && !expansion.is_settled(word) {
            expansion.add_typos(index, word);
        }
        expansion
    }

    /// The word in all its forms and by its other names, but no part of another one and no mistake.
    pub fn of_whole_word(index: &Index, word: &Word) -> Expansion {
        let mut expansion = Expansion { matches: Vec::new() };
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
        for grammar in Grammar::BOTH {
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
        self.add_forms(index, &word.folded);
        let mut before = u32::MAX;
        let begun = ["^", &asked.coarse].concat();
        let needle = if asked.root.len() >= 3 { &asked.root } else { &begun };
        for found in vocabulary.candidates(needle) {
            if *found != before {
                before = *found;
                if let Some((worth, why)) = asked.grade(index, *found, last) {
                    self.add(*found, worth, why);
                }
            }
        }
    }

    /// What the table of terms says these words are, too.
    pub fn add_terms(&mut self, index: &Index, words: &[&str], parts: bool) {
        let term = if self.has_word() { worth::TERM_TOO } else { worth::TERM };
        let mut needles: Vec<String> = Vec::new();
        for named in index.terms.named(words) {
            for form in index.terms.forms_of(named.term) {
                let same = form.lang == named.lang && words.len() == 1;
                let (worth, why) = if same { (worth::FORM, Why::Form) } else { (term, Why::Term) };
                form.words.iter().for_each(|word| self.add(*word, worth, why));
            }
            // A word of nynorsk stands in no compound of the documents; its word in bokmål does.
            if parts && named.lang == Lang::Nn && self.matches.iter().all(|found| found.why == Why::Term) {
                needles.extend(index.terms.headword(named.term).map(str::to_owned));
            }
        }
        for needle in needles {
            let word = Word { typed: needle.clone(), folded: needle, capitals: false };
            let mut other = Expansion { matches: Vec::new() };
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
            let mut other = Expansion { matches: Vec::new() };
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

/// A typed word with what is compared.
struct Asked<'a> {
    word: &'a Word,
    coarse: String,
    /// By grammar.
    stems: [String; 2],
    coarse_stems: [String; 2],
    /// What all its forms have in common, coarse.
    root: String,
    own_letters: bool,
    length: usize,
}

impl<'a> Asked<'a> {
    fn new(word: &'a Word) -> Self {
        let coarse_of = |word: &str| {
            let mut to = String::new();
            coarse(word, &mut to);
            to
        };
        let stems = Grammar::BOTH.map(|grammar| grammar.stem(&word.folded));
        let coarse = coarse_of(&word.folded);
        let coarse_stems = [coarse_of(&stems[0]), coarse_of(&stems[1])];
        let mut root = common(&coarse, common(&coarse_stems[0], &coarse_stems[1]));
        // Forms may differ in what stands before: trus(s)el, trusl-er; defen(s)e, defenc-e.
        if coarse_stems[0].ends_with('l') || coarse_stems[1].ends_with("enc") {
            let shorter = root.len() - usize::from(root.ends_with(['l', 'c', 's']));
            root = &root[..shorter];
        }
        let root = root.to_owned();
        let own_letters = has_own_letters(&word.folded);
        let length = word.folded.chars().count();
        Asked { word, coarse, stems, coarse_stems, root, own_letters, length }
    }

    /// What a word of the documents is worth as an answer, beyond being the word or a form of it.
    fn grade(&self, index: &Index, found: u32, last: bool) -> Option<(f32, Why)> {
        let vocabulary = &index.vocabulary;
        let other = vocabulary.coarse(found);
        let grammar = vocabulary.grammar(found);
        let of_grammar = usize::from(grammar == Grammar::English);
        if !self.own_letters {
            if other == self.coarse {
                return Some((worth::LETTERS, Why::Letters));
            }
            let mut stem = String::new();
            coarse(vocabulary.stem(vocabulary.stem_of(found)), &mut stem);
            if stem == self.coarse_stems[of_grammar] && self.length > 3 {
                return Some((worth::LETTERS * worth::FORM, Why::Letters));
            }
        }
        let spelling = vocabulary.spelling(found);
        let begins = if self.own_letters {
            spelling.starts_with(&self.word.folded)
        } else {
            other.starts_with(&self.coarse)
        };
        let begun = (last && begins).then_some((worth::BEGUN, Why::Begun));
        self.part(index, found, grammar).or(begun)
    }

    /// Whether the word is a part of a longer one.
    fn part(&self, index: &Index, found: u32, grammar: Grammar) -> Option<(f32, Why)> {
        let vocabulary = &index.vocabulary;
        let stem = &self.stems[usize::from(grammar == Grammar::English)];
        let least = SHORTEST_PART + if grammar == Grammar::English { 2 } else { 0 };
        if self.length < least || stem.chars().count() < 3 {
            return None;
        }
        let spelling = vocabulary.spelling(found);
        let (at, exact) = match spelling.find(stem.as_str()) {
            Some(at) => (at, true),
            None if self.own_letters => return None,
            None => (
                vocabulary
                    .coarse(found)
                    .find(&self.coarse_stems[usize::from(grammar == Grammar::English)])?,
                false,
            ),
        };
        let (whole, stem) = if exact {
            (spelling, stem)
        } else {
            (vocabulary.coarse(found), &self.coarse_stems[usize::from(grammar == Grammar::English)])
        };
        let (left, right) = (&whole[..at], &whole[at + stem.len()..]);
        if !left.is_empty() && left.chars().count() < 2 {
            return None;
        }
        // «del» is a part of «andel», but not of «fordel»: small words before a small word make another word.
        let left_known = left.is_empty()
            || (is_word(index, grammar, left) && (self.length > SHORTEST_PART || !is_common(left)));
        // What follows is an ending, or the other part of the compound.
        let right_known = right.is_empty() || {
            let end = ["x", stem, right].concat();
            grammar.stem(&end).len() <= stem.len() + 1
                || is_word(index, grammar, right.trim_start_matches('s'))
        };
        let known = left_known && right_known;
        // A short word within a longer one is a part only where the rest is a word as well.
        if !known && (self.length < 5 || stem.chars().count() < 4) {
            return None;
        }
        let worth = if known { worth::PART } else { worth::WITHIN };
        Some((if exact { worth } else { worth * worth::LETTERS }, Why::Part))
    }
}

/// Whether the documents have this as a word of its own, without the letter that joins it to the next.
fn is_word(index: &Index, grammar: Grammar, part: &str) -> bool {
    let is = |part: &str| {
        part.chars().count() >= 2
            && (index.vocabulary.find_stem(grammar, &grammar.stem(part)).is_some()
                || index.terms.is_part(part))
    };
    is(part) || part.strip_suffix(['s', 'e']).is_some_and(is)
}

/// The beginning that two words have in common.
fn common<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    &one[..same.map(|(letter, _)| letter.len_utf8()).sum()]
}
