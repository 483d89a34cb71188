//! The index: which words stand in which texts. Made from a [`Corpus`] when somebody first searches.

use super::terms::Terms;
use super::vocabulary::{Interner, Vocabulary, key, seen, sort};
use crate::corpus::Corpus;
use crate::model::{Block, Kind, Lang, Sort, Term};
use crate::text::{Grammar, fold, words};
use std::ops::Range;

/// What search knows of the documents. The words themselves stay in the corpus.
#[derive(Default)]
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    pub(super) terms: Terms,
    pub(super) units: Vec<Unit>,
    pub(super) texts: Vec<Text>,
    /// The words of all texts in reading order.
    pub(super) forward: Vec<u32>,
    /// For each word, and after them for each term of several words, the texts in which it stands, as often as it does.
    /// [`LISTED`] is added where it is one of many in a row.
    postings: Vec<u32>,
    starts: Vec<u32>,
}

/// In front of the number of a text: the word is only listed there.
pub(super) const LISTED: u32 = 1 << 31;
/// So many short items one after the other are a long list, and so many words a short item. What a long list mentions is not what
/// it is about.
const LONG_LIST: u32 = 3;
const SHORT_ITEM: usize = 3;

/// A block of the original with the blocks that translate it: what is found or not.
pub(super) struct Unit {
    pub document: u32,
    pub block: u32,
    pub kind: Kind,
    /// The place of its first text; the others follow.
    pub texts: Range<u32>,
}

/// A block in one edition.
pub(super) struct Text {
    pub unit: u32,
    /// The place of the edition in its document, and of the block in the edition.
    pub edition: u32,
    pub block: u32,
    pub lang: Lang,
    /// Its words in [`Index::forward`]: those that it prints, then those that were meant where it has misprints.
    pub start: u32,
    pub printed: u32,
    pub end: u32,
}

impl Index {
    pub fn new(corpus: &Corpus) -> Self {
        Self::with_terms(corpus, &[])
    }

    /// With terms beside those that the corpus knows itself.
    pub fn with_terms(corpus: &Corpus, terms: &[Term]) -> Self {
        let mut index = Index::default();
        let mut known = Known::default();
        for (document, content) in corpus.documents().iter().enumerate() {
            let Some(original) = content.editions.first() else { continue };
            for (place, block) in original.blocks.iter().enumerate() {
                let first = index.texts.len() as u32;
                for (number, edition) in content.editions.iter().enumerate() {
                    for at in edition.blocks_for(place) {
                        // A block that joins several is read with the first of them.
                        if edition.originals_of(at).start == place {
                            index.read(number, at, &edition.blocks[at], edition.lang, &mut known);
                        }
                    }
                }
                let texts = first..index.texts.len() as u32;
                let (document, place) = (document as u32, place as u32);
                index.units.push(Unit { document, block: place, kind: block.kind, texts });
            }
        }
        index.vocabulary.finish();
        index.terms = Terms::new(corpus.terms().iter().chain(terms), &index.vocabulary);
        index.post(&known.listed);
        index
    }

    fn read(&mut self, edition: usize, place: usize, block: &Block, lang: Lang, known: &mut Known) {
        let lang = block.lang.unwrap_or(lang);
        let start = self.forward.len() as u32;
        self.read_words(&block.text.plain, lang, known);
        let printed = self.forward.len() as u32;
        for mark in &block.text.marks {
            if let Sort::Sic(meant) = &mark.sort {
                self.read_words(meant, lang, known);
            }
        }
        let end = self.forward.len() as u32;
        let (unit, edition, block) = (self.units.len() as u32, edition as u32, place as u32);
        self.texts.push(Text { unit, edition, block, lang, start, printed, end });
    }

    fn read_words(&mut self, text: &str, lang: Lang, known: &mut Known) {
        let (mut end, mut list) = (0, List { start: self.forward.len(), ..List::default() });
        for range in words(text) {
            let printed = &text[range.clone()];
            let between = &text.as_bytes()[end..range.start];
            end = range.end;
            let at = self.forward.len();
            if between.iter().any(|sign| matches!(sign, b'.' | b':' | b';' | b'?' | b'!')) {
                list.end_sentence(at, &mut known.listed);
            } else if between.contains(&b',') || matches!(printed, "og" | "and" | "eller" | "or" | "samt") {
                list.end_item(at, &mut known.listed);
            }
            let word = known.word(printed, grammar(lang), &mut self.vocabulary);
            self.forward.push(word);
            // What stands behind a word or a comma begins no sentence.
            if printed.starts_with(is_small) {
                self.vocabulary.note(word, seen::SMALL);
            } else if let [.., b',' | b'a'..=b'z' | 0x80.., b' '] = &text.as_bytes()[..range.start] {
                self.vocabulary.note(word, seen::CAPITAL);
            }
        }
        list.end_sentence(self.forward.len(), &mut known.listed);
    }

    fn post(&mut self, listed: &[Range<usize>]) {
        let count = self.vocabulary.len() as usize;
        self.starts = vec![0; count + 1];
        for word in &self.forward {
            self.starts[*word as usize + 1] += 1;
        }
        for word in 0..count {
            self.starts[word + 1] += self.starts[word];
        }
        let mut next = self.starts.clone();
        self.postings = vec![0; self.forward.len()];
        let mut phrases = vec![Vec::new(); self.terms.phrases.len()];
        let mut lists = listed.iter().peekable();
        for (text, entry) in self.texts.iter().enumerate() {
            let words = &self.forward[entry.start as usize..entry.end as usize];
            for (at, word) in words.iter().enumerate() {
                let here = entry.start as usize + at;
                lists.next_if(|list| list.end <= here);
                let is_listed = lists.peek().is_some_and(|list| list.contains(&here));
                let place = &mut next[*word as usize];
                self.postings[*place as usize] = text as u32 | if is_listed { LISTED } else { 0 };
                *place += 1;
                self.terms.each_phrase(&self.vocabulary, &words[at..], &mut |phrase| {
                    phrases[phrase].push(text as u32)
                });
            }
        }
        for texts in phrases {
            self.postings.extend_from_slice(&texts);
            self.starts.push(self.postings.len() as u32);
        }
    }

    /// The texts in which a word stands, or a phrase of the terms, in order; as often as it does, some with [`LISTED`].
    pub(super) fn texts_with(&self, word: u32) -> &[u32] {
        &self.postings[self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize]
    }

    pub(super) fn printed(&self, text: &Text) -> &[u32] {
        &self.forward[text.start as usize..text.printed as usize]
    }

    pub(super) fn texts_of(&self, unit: u32) -> &[Text] {
        let texts = &self.units[unit as usize].texts;
        &self.texts[texts.start as usize..texts.end as usize]
    }

    /// How many units, words in all and different words it holds.
    pub fn size(&self) -> (usize, usize, usize) {
        (self.units.len(), self.forward.len(), self.vocabulary.len() as usize)
    }
}

/// The words as they are printed, while the index is made: a word is folded once, not wherever it stands.
#[derive(Default)]
struct Known {
    /// By grammar.
    printed: [Interner; 2],
    words: [Vec<u32>; 2],
    /// The long lists, as places in [`Index::forward`].
    listed: Vec<Range<usize>>,
}

/// A row of short items, while a text is read.
#[derive(Default)]
struct List {
    /// Where the first of them begins, and the one that is read.
    start: usize,
    item: usize,
    items: u32,
}

impl List {
    fn end_item(&mut self, at: usize, listed: &mut Vec<Range<usize>>) {
        if at - self.item.max(self.start) <= SHORT_ITEM {
            self.items += 1;
            self.item = at;
        } else {
            self.end_list(listed);
            (self.start, self.item) = (at, at);
        }
    }

    fn end_sentence(&mut self, at: usize, listed: &mut Vec<Range<usize>>) {
        self.end_item(at, listed);
        self.end_list(listed);
        (self.start, self.item) = (at, at);
    }

    fn end_list(&mut self, listed: &mut Vec<Range<usize>>) {
        if self.items >= LONG_LIST {
            listed.push(self.start..self.item);
        }
        self.items = 0;
    }
}

impl Known {
    fn word(&mut self, printed: &str, grammar: Grammar, vocabulary: &mut Vocabulary) -> u32 {
        let of = grammar as usize;
        let id = self.printed[of].id(printed) as usize;
        if id == self.words[of].len() {
            let (bare, capitals) = capitals(printed);
            self.words[of].push(vocabulary.word(&key(sort(grammar, capitals), &fold(bare))));
        }
        self.words[of][id]
    }
}

pub(super) fn grammar(lang: Lang) -> Grammar {
    if lang == Lang::En { Grammar::English } else { Grammar::Norwegian }
}

fn is_small(letter: char) -> bool {
    letter.to_lowercase().next() == Some(letter)
}

/// A word without the -s behind an abbreviation (EUs, FNs), and whether it is written in capitals.
pub(super) fn capitals(word: &str) -> (&str, bool) {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let mut capitals = 0;
    for letter in bare.chars() {
        let is_capital = !is_small(letter);
        if letter.is_alphabetic() && !is_capital {
            return (word, false);
        }
        capitals += u32::from(is_capital);
    }
    if capitals > 1 { (bare, true) } else { (word, false) }
}
