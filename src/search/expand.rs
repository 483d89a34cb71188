//! From a word that was typed to the words of the documents that answer it, each with how well it does.

use super::compare::{Asked, is_of};
use super::index::{Index, grammar};
use super::query::Word;
use super::vocabulary::letters;
use super::worth::{self, FIRM, Why};
use crate::model::Lang;
use crate::text::{Grammar, coarse, distance, is_common, nynorsk};

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
    /// All that answers a word; `last` is one that is still being typed.
    pub fn of(index: &Index, word: &Word, last: bool) -> Expansion {
        let mut expansion = Expansion::of_known(index, word, last);
        if expansion.has(FIRM) || (word.capitals && !expansion.matches.is_empty()) {
            return expansion;
        }
        for other in nynorsk(&word.folded) {
            expansion.add_as(index, &other, worth::TERM, Why::Term);
        }
        if !expansion.has(worth::BEGUN) {
            expansion.add_typos(index, word);
        }
        expansion
    }

    /// All that answers a word as it was typed, or with the letters that were meant.
    fn of_known(index: &Index, word: &Word, last: bool) -> Expansion {
        let mut expansion = Expansion::default();
        expansion.add_word(index, word);
        // An abbreviation that is found is all that was meant.
        if !(word.capitals && word.folded.len() <= 5 && expansion.has(worth::SAME)) {
            let known = expansion.has(FIRM);
            expansion.add_longer(index, word, last);
            // Whose keyboard has no å means the word with å, if there is none with a.
            if !known && expansion.has(FIRM) {
                let mut meant: Vec<String> = Vec::new();
                for found in &expansion.matches {
                    if found.why == Why::Letters {
                        meant.push(index.vocabulary.spelling(found.word).to_owned());
                    }
                }
                for word in meant {
                    expansion.add_as(index, &word, worth::LETTERS, Why::Letters);
                }
                return expansion;
            }
        }
        expansion.add_terms(index, &[&word.folded]);
        expansion
    }

    /// What would answer another word, worth so much of what it would be.
    fn add_as(&mut self, index: &Index, word: &str, share: f32, why: Why) {
        let word = Word { folded: word.to_owned(), ..Word::default() };
        self.add_all(&Expansion::of_known(index, &word, false), share, Some(why));
    }

    /// The word in all its forms, or by its other names if it has none here, but no part of another one and no mistake.
    pub fn of_whole_word(index: &Index, word: &Word) -> Expansion {
        let mut expansion = Expansion::default();
        expansion.add_word(index, word);
        expansion.matches.retain(|found| found.worth >= FIRM);
        expansion.add_terms(index, &[&word.folded]);
        expansion
    }

    /// Every word that must not be there if this one must not: its forms, longer words that hold it, and what begins like it and
    /// is called like it. What it is called otherwise only if the documents have nothing of that.
    pub fn of_minus(index: &Index, word: &Word) -> Expansion {
        let mut expansion = Expansion::of_known(index, word, false);
        if expansion.has(worth::FORM) {
            expansion.matches.retain(|found| match found.why {
                Why::Term => shared(index, &word.folded, found.word) >= 5,
                _ => found.worth >= worth::DERIVED,
            });
        }
        expansion
    }

    /// Whether something answers it that is worth as much.
    pub fn has(&self, worth: f32) -> bool {
        self.matches.iter().any(|found| found.worth >= worth)
    }

    pub fn add(&mut self, word: u32, worth: f32, why: Why) {
        for found in &mut self.matches {
            if found.word == word {
                if found.worth < worth {
                    (found.worth, found.why) = (worth, why);
                }
                return;
            }
        }
        self.matches.push(Match { word, worth, why });
    }

    /// What another expansion found, worth so much of what it says.
    pub fn add_all(&mut self, other: &Expansion, share: f32, why: Option<Why>) {
        for found in &other.matches {
            self.add(found.word, found.worth * share, why.unwrap_or(found.why));
        }
    }

    /// The word, and the words that share its stem.
    fn add_word(&mut self, index: &Index, word: &Word) {
        for found in index.vocabulary.spelled(&word.folded) {
            let other_case = word.capitals && !index.vocabulary.has_capitals(found);
            self.add(found, if other_case { worth::OTHER_CASE } else { worth::SAME }, Why::Same);
        }
        if !word.capitals || self.matches.is_empty() {
            self.add_forms(index, &word.folded);
        }
    }

    /// Every form of a word.
    pub fn add_forms(&mut self, index: &Index, word: &str) {
        for grammar in Grammar::BOTH {
            if is_of(index, grammar, word)
                && let Some(stem) = index.vocabulary.find_stem(grammar, &grammar.stem(word))
            {
                index.vocabulary.each_form(stem, &mut |form| {
                    // «have» is no form of «hav».
                    if !is_common(index.vocabulary.spelling(form)) {
                        self.add(form, worth::FORM, Why::Form);
                    }
                });
            }
        }
    }

    /// Words that hold the word, begin with it, or are spelled like it.
    fn add_longer(&mut self, index: &Index, word: &Word, last: bool) {
        let asked = Asked::new(index, word, last);
        // Candidates come in order, so that only what was there before can come again.
        let known = self.matches.len();
        let mut before = u32::MAX;
        for found in index.vocabulary.candidates(&asked.needle) {
            if *found != before
                && let Some((worth, why)) = asked.grade(index, *found)
                && !self.matches[..known].iter().any(|known| known.word == *found && known.worth >= worth)
            {
                self.matches.push(Match { word: *found, worth, why });
            }
            before = *found;
        }
    }

    /// What the table of terms says these words are, too.
    pub fn add_terms(&mut self, index: &Index, words: &[&str]) {
        let found = self.has(worth::PART);
        for named in index.terms.named(words) {
            let named = &index.terms.forms[named];
            // The words of the same language first; those of the other one find what only they say.
            let mut near = found;
            for other in [false, true] {
                for form in index.terms.forms.iter().filter(|form| form.term == named.term) {
                    if (grammar(form.lang) != grammar(named.lang)) != other {
                        continue;
                    }
                    for word in &form.words {
                        let same = form.key == named.key
                            || (form.lang == named.lang && is_like(index, words, *word));
                        let (worth, why) = match (same, found || (other && near)) {
                            (true, _) => (worth::FORM, Why::Form),
                            (false, true) => (worth::TERM_TOO, Why::Term),
                            (false, false) => (worth::TERM, Why::Term),
                        };
                        self.add(*word, worth, why);
                    }
                    near |= !other && !form.words.is_empty();
                }
            }
            // A word of nynorsk stands in no compound of the documents; its word in bokmål does.
            if !found && words.len() == 1 && named.lang == Lang::Nn {
                let headword = index.terms.headwords[named.term as usize].clone();
                let mut other = Expansion::default();
                let word = Word { folded: headword, ..Word::default() };
                other.add_longer(index, &word, false);
                self.add_all(&other, worth::TERM, Some(Why::Term));
            }
        }
    }

    /// What answers the nearest words, if the word itself is nowhere.
    fn add_typos(&mut self, index: &Index, word: &Word) {
        let mut spelling = String::new();
        coarse(&word.folded, &mut spelling);
        if spelling.len() < SHORTEST_TYPO {
            return;
        }
        let (near, distance) = nearest(index, &spelling, if spelling.len() < LONG { 1 } else { 2 });
        for near in near {
            self.add_as(index, index.vocabulary.spelling(near), worth::TYPO / distance as f32, Why::Typo);
        }
    }
}

/// Whether a word of the documents may be a form of the one typed, by its looks: a term has other words, too.
fn is_like(index: &Index, typed: &[&str], found: u32) -> bool {
    let ([typed], true) = (typed, found < index.vocabulary.len()) else { return false };
    let same = shared(index, typed, found);
    same > 0 && index.vocabulary.spelling(found).len().max(typed.len()) - same <= 3
}

/// How many bytes a word of the documents has in common with another one at its beginning.
fn shared(index: &Index, typed: &str, found: u32) -> usize {
    if found >= index.vocabulary.len() {
        return 0;
    }
    let found = index.vocabulary.spelling(found).as_bytes();
    found.iter().zip(typed.as_bytes()).take_while(|(one, other)| one == other).count()
}

/// The words of the documents that are nearest to a coarse spelling, at most so many letters away, and how many.
/// Words with digits are exact or wrong.
pub(super) fn nearest(index: &Index, spelling: &str, most: usize) -> (Vec<u32>, usize) {
    let (mut found, mut most) = (Vec::new(), most);
    let bits = letters(spelling);
    if spelling.bytes().any(|byte| byte.is_ascii_digit()) {
        return (found, most);
    }
    for word in 0..index.vocabulary.len() {
        // Each letter too many or missing is one step at least, a replaced one takes two bits.
        if (bits ^ index.vocabulary.letters(word)).count_ones() as usize > 2 * most {
            continue;
        }
        let other = index.vocabulary.coarse(word).as_bytes();
        if let Some(distance) = distance(spelling.as_bytes(), other, most)
            && distance > 0
            && other.len() >= SHORTEST_TYPO - 1
        {
            if distance < most {
                most = distance;
                found.clear();
            }
            found.push(word);
        }
    }
    (found, most)
}
