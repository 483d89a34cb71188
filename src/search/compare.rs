//! A typed word beside a word of the documents that is neither the same nor a form of it: is it a part, the beginning, or the
//! same with other letters?

use super::expand::{Why, worth};
use super::index::Index;
use super::query::Word;
use crate::text::{Grammar, coarse, has_own_letters, is_common};

/// Shorter words are parts of everything.
const SHORTEST_PART: usize = 3;
/// Shorter ones are in other words by chance, if the rest is no word.
const SHORTEST_WITHIN: usize = 5;
/// Words with a shorter root have it in common by chance.
const SHORTEST_ROOT: usize = 4;

/// A typed word with what is compared.
pub(super) struct Asked<'a> {
    word: &'a Word,
    pub coarse: String,
    /// By grammar.
    stems: [String; 2],
    coarse_stems: [String; 2],
    /// What all its forms have in common, coarse.
    pub root: String,
    own_letters: bool,
    length: usize,
}

impl<'a> Asked<'a> {
    pub fn new(word: &'a Word) -> Self {
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
        // What derived words have in common, too.
        let derived = Grammar::BOTH.iter().zip(&coarse_stems).map(|(grammar, stem)| grammar.root(stem).len());
        let root = &root[..derived.fold(root.len(), usize::min)];
        let root = root.to_owned();
        let own_letters = has_own_letters(&word.folded);
        let length = word.folded.chars().count();
        Asked { word, coarse, stems, coarse_stems, root, own_letters, length }
    }

    /// What a word of the documents is worth as an answer, beyond being the word or a form of it.
    pub fn grade(&self, index: &Index, found: u32, last: bool) -> Option<(f32, Why)> {
        let vocabulary = &index.vocabulary;
        let other = vocabulary.coarse(found);
        let grammar = vocabulary.grammar(found);
        let of_grammar = usize::from(grammar == Grammar::English);
        if !self.own_letters {
            if other == self.coarse {
                return Some((worth::LETTERS, Why::Letters));
            }
            // Only a word that begins alike can have the same stem.
            if self.length > 3 && other.get(..3) == self.coarse.get(..3) {
                let mut stem = String::new();
                coarse(vocabulary.stem(vocabulary.stem_of(found)), &mut stem);
                if stem == self.coarse_stems[of_grammar] {
                    return Some((worth::LETTERS * worth::FORM, Why::Letters));
                }
            }
        }
        let spelling = vocabulary.spelling(found);
        let begins = if self.own_letters {
            spelling.starts_with(&self.word.folded)
        } else {
            other.starts_with(&self.coarse)
        };
        // «AI» is not on the way to «aim».
        let may_go_on = last && (!self.word.capitals || vocabulary.has_capitals(found));
        let begun = (may_go_on && begins).then_some((worth::BEGUN, Why::Begun));
        self.part(index, found, grammar).or(begun)
    }

    /// Whether the word is a part of a longer one, or both come from the same one.
    fn part(&self, index: &Index, found: u32, grammar: Grammar) -> Option<(f32, Why)> {
        let vocabulary = &index.vocabulary;
        let of_grammar = usize::from(grammar == Grammar::English);
        let root = grammar.root(&self.stems[of_grammar]);
        if root.len() >= SHORTEST_ROOT
            && vocabulary.spelling(found).starts_with(root)
            && root == vocabulary.root(found)
        {
            return Some((worth::DERIVED, Why::Part));
        }
        let (whole, stem, typed, exact) =
            if vocabulary.spelling(found).contains(self.stems[of_grammar].as_str()) {
                (vocabulary.spelling(found), &self.stems[of_grammar], self.word.folded.as_str(), true)
            } else if self.own_letters {
                return None;
            } else {
                (vocabulary.coarse(found), &self.coarse_stems[of_grammar], self.coarse.as_str(), false)
            };
        let least = SHORTEST_PART + 2 * of_grammar;
        let at = whole.find(stem.as_str()).filter(|_| self.length >= least && stem.len() >= 3)?;
        let (left, right) = (&whole[..at], &whole[at + stem.len()..]);
        // «del» is a part of «andel», but not of «fordel»: small words before a small word make another word.
        let begins = left.is_empty();
        let left_known =
            begins || (is_word(index, grammar, left) && (self.length > SHORTEST_PART || !is_common(left)));
        let ends = right.is_empty() || is_ending(grammar, stem, right);
        let right_known = ends || is_word(index, grammar, right.trim_start_matches('s'));
        let worth = if left_known && right_known {
            worth::PART
        } else if self.length + usize::from(left.len() >= SHORTEST_WITHIN) >= SHORTEST_WITHIN
            && stem.len() > 3
            && left.chars().count() != 1
            && (ends || whole.contains(typed))
        {
            // The rest is no word that we know, but it is long itself, or it has a long rest before it.
            worth::WITHIN
        } else {
            return None;
        };
        Some((if exact { worth } else { worth * worth::LETTERS }, Why::Part))
    }
}

/// The languages of which a word can be: those in which the documents have it as it is typed, or else in some form, so
/// that «marked» is not looked for in Denmark.
pub(super) fn grammars(index: &Index, word: &str) -> Vec<Grammar> {
    let all = || Grammar::BOTH.into_iter();
    let spelled: Vec<Grammar> = all().filter(|grammar| index.vocabulary.is_spelled(*grammar, word)).collect();
    if !spelled.is_empty() {
        return spelled;
    }
    let known: Vec<Grammar> =
        all().filter(|grammar| index.vocabulary.find_stem(*grammar, &grammar.stem(word)).is_some()).collect();
    if known.is_empty() { Grammar::BOTH.to_vec() } else { known }
}

/// Whether letters behind a stem are nothing but its inflection.
fn is_ending(grammar: Grammar, stem: &str, right: &str) -> bool {
    right.len() <= 4 && grammar.stem(&[stem, right].concat()) == grammar.stem(stem)
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
