//! A typed word beside a word of the documents that is neither the same nor a form of it: is it a part, the beginning, or the
//! same with other letters?

use super::index::Index;
use super::query::Word;
use super::worth::{self, Why};
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
    /// It is still being typed.
    last: bool,
    coarse: String,
    length: usize,
    own_letters: bool,
    /// What is compared in each language of which it can be a word.
    forms: [Option<Forms>; 2],
    /// Letters that all words have with which it is worth comparing it.
    pub needle: String,
}

struct Forms {
    stem: String,
    coarse: String,
    root: String,
}

impl<'a> Asked<'a> {
    pub fn new(index: &Index, word: &'a Word, last: bool) -> Self {
        let coarse = coarse_of(&word.folded);
        let mut needle = coarse.as_str();
        let mut forms = [None, None];
        for grammar in Grammar::BOTH {
            if is_of(index, grammar, &word.folded) {
                let stem = grammar.stem(&word.folded);
                let root = grammar.root(&stem);
                let coarse_stem = coarse_of(&stem);
                needle = common(common(needle, &coarse_stem), &coarse_of(&root));
                // Forms may differ in what stands before: trus(s)el, trusl-er; defen(s)e, defenc-e.
                if stem.ends_with('l') || stem.ends_with("enc") {
                    needle = needle.strip_suffix(['l', 'c', 's']).unwrap_or(needle);
                }
                forms[grammar as usize] = Some(Forms { stem, coarse: coarse_stem, root });
            }
        }
        let needle = if needle.len() >= 3 { needle.to_owned() } else { "^".to_owned() + &coarse };
        let (own_letters, length) = (has_own_letters(&word.folded), word.folded.chars().count());
        Asked { word, last, coarse, length, own_letters, forms, needle }
    }

    /// What a word of the documents is worth as an answer, beyond being the word or a form of it.
    pub fn grade(&self, index: &Index, found: u32) -> Option<(f32, Why)> {
        let vocabulary = &index.vocabulary;
        let grammar = vocabulary.grammar(found);
        let forms = self.forms[grammar as usize].as_ref()?;
        let (spelling, other) = (vocabulary.spelling(found), vocabulary.coarse(found));
        if !self.own_letters {
            if other == self.coarse {
                return Some((worth::LETTERS, Why::Letters));
            }
            // Only a word that begins alike can have the same stem.
            if self.length > SHORTEST_PART
                && other.as_bytes().get(..3) == self.coarse.as_bytes().get(..3)
                && coarse_of(vocabulary.stem(vocabulary.stem_of(found))) == forms.coarse
            {
                return Some((worth::LETTERS * worth::FORM, Why::Letters));
            }
        }
        if forms.root.len() >= SHORTEST_ROOT
            && spelling.starts_with(&forms.root)
            && grammar.root(vocabulary.stem(vocabulary.stem_of(found))) == forms.root
        {
            return Some((worth::DERIVED, Why::Part));
        }
        let part = if let Some(at) = find(spelling, &forms.stem) {
            self.part(index, grammar, spelling, at, &forms.stem, &self.word.folded)
        } else if self.own_letters {
            None
        } else {
            let at = find(other, &forms.coarse);
            let worth = at.and_then(|at| self.part(index, grammar, other, at, &forms.coarse, &self.coarse));
            worth.map(|worth| worth * worth::LETTERS)
        };
        if let Some(worth) = part {
            return Some((worth, Why::Part));
        }
        let begins = spelling.starts_with(&self.word.folded)
            || (!self.own_letters && self.coarse.len() >= SHORTEST_PART && other.starts_with(&self.coarse));
        // «AI» is not on the way to «aim».
        let may_go_on = self.last && (!self.word.capitals || vocabulary.has_capitals(found));
        (may_go_on && begins).then_some((worth::BEGUN, Why::Begun))
    }

    /// What it is worth that the stem stands at a place in a longer word.
    fn part(
        &self,
        index: &Index,
        grammar: Grammar,
        whole: &str,
        at: usize,
        stem: &str,
        typed: &str,
    ) -> Option<f32> {
        let least = if grammar == Grammar::English { SHORTEST_PART + 2 } else { SHORTEST_PART };
        if self.length < least || stem.len() < 3 {
            return None;
        }
        // «korona» in «koronapandemi» has no ending, though it looks like one.
        let length = if whole[at..].starts_with(typed) { typed.len() } else { stem.len() };
        let (left, right) = (&whole[..at], &whole[at + length..]);
        // «del» is a part of «andel», but not of «fordel»: small words before a small word make another word.
        let left_known = left.is_empty()
            || (is_word(index, grammar, left) && (self.length > SHORTEST_PART || !is_common(left)));
        let ends = right.is_empty() || (right.len() <= 4 && grammar.stem(&whole[at..]) == grammar.stem(stem));
        let right_known = ends || is_word(index, grammar, right.strip_prefix('s').unwrap_or(right));
        // English writes compounds apart: a «safeguard» is no guard.
        if left_known && right_known && grammar == Grammar::Norwegian {
            return Some(worth::PART);
        }
        // The rest is no word that we know, but it is long itself, or it has a long rest before it.
        let long = self.length + usize::from(left.len() >= SHORTEST_WITHIN) >= SHORTEST_WITHIN;
        let by_chance = !long || stem.len() < 4 || left.chars().count() == 1;
        (!by_chance && (ends || find(whole, typed).is_some())).then_some(worth::WITHIN)
    }
}

fn coarse_of(word: &str) -> String {
    let mut form = String::new();
    coarse(word, &mut form);
    form
}

/// Whether a language is one of which a word can be: it has the word as it is typed, or at least in some form; or no language
/// has. So «marked» is not looked for in Denmark.
pub(super) fn is_of(index: &Index, grammar: Grammar, word: &str) -> bool {
    let mut best = [0_u8; 2];
    for grammar in Grammar::BOTH {
        best[grammar as usize] = u8::from(index.vocabulary.find_stem(grammar, &grammar.stem(word)).is_some());
    }
    for found in index.vocabulary.spelled(word) {
        best[index.vocabulary.grammar(found) as usize] = 2;
    }
    best[grammar as usize] >= best[0].max(best[1])
}

/// Whether the documents have this as a word of its own, without the letter that joins it to the next.
fn is_word(index: &Index, grammar: Grammar, part: &str) -> bool {
    let is = |part: &str| {
        part.len() >= 2
            && (index.vocabulary.find_stem(grammar, &grammar.stem(part)).is_some()
                || index.terms.is_part(part))
    };
    is(part) || part.strip_suffix(['s', 'e']).is_some_and(is)
}

/// Where one word stands in another. What the standard library has for it is made for longer texts, and is larger.
fn find(whole: &str, part: &str) -> Option<usize> {
    whole.as_bytes().windows(part.len().max(1)).position(|window| window == part.as_bytes())
}

/// The beginning that two words have in common.
fn common<'a>(one: &'a str, other: &str) -> &'a str {
    let mut end = 0;
    for (letter, other) in one.chars().zip(other.chars()) {
        if letter != other {
            break;
        }
        end += letter.len_utf8();
    }
    &one[..end]
}
