//! The index: which words stand in which texts. Made from a [`Corpus`] when somebody first searches.

use super::terms::Terms;
use super::vocabulary::{Interner, Vocabulary};
use crate::corpus::Corpus;
use crate::model::{Block, Kind, Lang, Sort};
use crate::text::{Grammar, fold, words};
use std::ops::Range;

/// What search knows of the documents. The words themselves stay in the corpus.
pub struct Index {
    pub(super) vocabulary: Vocabulary,
    pub(super) terms: Terms,
    pub(super) units: Vec<Unit>,
    pub(super) texts: Vec<Text>,
    /// The unit with which each document begins.
    documents: Vec<u32>,
    /// The words of all texts in reading order.
    pub(super) forward: Vec<u32>,
    /// For each word, and after them for each term of several words, the texts in which it stands, as often as it does.
    postings: Vec<u32>,
    starts: Vec<u32>,
    /// Words of a text on average.
    pub(super) average: f32,
}

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
    /// Its words in `forward`: those that it prints, then those that were meant where it has misprints.
    pub start: u32,
    pub printed: u32,
    pub end: u32,
}

impl Index {
    pub fn new(corpus: &Corpus) -> Self {
        let mut index = Index {
            vocabulary: Vocabulary::default(),
            terms: Terms::default(),
            units: Vec::new(),
            texts: Vec::new(),
            documents: Vec::new(),
            forward: Vec::new(),
            postings: Vec::new(),
            starts: Vec::new(),
            average: 1.0,
        };
        let mut known = Known::default();
        for document in 0..corpus.documents().len() {
            index.documents.push(index.units.len() as u32);
            index.read(corpus, document, &mut known);
        }
        index.vocabulary.finish();
        let terms = Terms::new(corpus.terms(), &index.vocabulary);
        let phrases = index.occurrences(&terms);
        index.terms = terms;
        index.post(&phrases);
        if !index.texts.is_empty() {
            index.average = (index.forward.len() as f32 / index.texts.len() as f32).max(1.0);
        }
        index
    }

    fn read(&mut self, corpus: &Corpus, document: usize, known: &mut Known) {
        let editions = &corpus.documents()[document].editions;
        let Some(original) = editions.first() else { return };
        for (place, block) in original.blocks.iter().enumerate() {
            let first = self.texts.len() as u32;
            for (number, edition) in editions.iter().enumerate() {
                // A block that joins several is read with the first of them.
                let is_first = |at: &usize| edition.originals_of(*at).start == place;
                for at in edition.blocks_for(place).filter(is_first) {
                    self.read_text(number, at, &edition.blocks[at], edition.lang, known);
                }
            }
            let texts = first..self.texts.len() as u32;
            self.units.push(Unit { document: document as u32, block: place as u32, kind: block.kind, texts });
        }
    }

    fn read_text(&mut self, edition: usize, place: usize, block: &Block, lang: Lang, known: &mut Known) {
        let lang = block.lang.unwrap_or(lang);
        let start = self.forward.len() as u32;
        let plain = &block.text.plain;
        for range in words(plain) {
            self.forward.push(known.word(&plain[range], lang, &mut self.vocabulary));
        }
        let printed = self.forward.len() as u32;
        for mark in &block.text.marks {
            if let Sort::Sic(meant) = &mark.sort {
                for range in words(meant) {
                    self.forward.push(known.word(&meant[range], lang, &mut self.vocabulary));
                }
            }
        }
        self.texts.push(Text {
            unit: self.units.len() as u32,
            edition: edition as u32,
            block: place as u32,
            lang,
            start,
            printed,
            end: self.forward.len() as u32,
        });
    }

    /// For each term of several words the texts in which they stand in a row.
    fn occurrences(&self, terms: &Terms) -> Vec<Vec<u32>> {
        let mut found = vec![Vec::new(); terms.phrases.len()];
        for (text, entry) in self.texts.iter().enumerate() {
            let printed = &self.forward[entry.start as usize..entry.printed as usize];
            for at in 0..printed.len() {
                for phrase in terms.phrases_at(&self.vocabulary, &printed[at..]) {
                    found[phrase].push(text as u32);
                }
            }
        }
        found
    }

    fn post(&mut self, phrases: &[Vec<u32>]) {
        let count = self.vocabulary.len();
        self.starts = vec![0; count + 1];
        for word in &self.forward {
            self.starts[*word as usize + 1] += 1;
        }
        for word in 0..count {
            self.starts[word + 1] += self.starts[word];
        }
        let mut next = self.starts.clone();
        self.postings = vec![0; self.forward.len()];
        for (text, entry) in self.texts.iter().enumerate() {
            for word in &self.forward[entry.start as usize..entry.end as usize] {
                let place = &mut next[*word as usize];
                self.postings[*place as usize] = text as u32;
                *place += 1;
            }
        }
        for texts in phrases {
            self.postings.extend(texts);
            self.starts.push(self.postings.len() as u32);
        }
    }

    /// The texts in which a word stands, or a phrase of the terms, in order; as often as it does.
    pub(super) fn texts_with(&self, word: u32) -> &[u32] {
        &self.postings[self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize]
    }

    /// How many units, words in all and different words it holds.
    pub fn size(&self) -> (usize, usize, usize) {
        (self.units.len(), self.forward.len(), self.vocabulary.len())
    }

    pub(super) fn printed(&self, text: &Text) -> &[u32] {
        &self.forward[text.start as usize..text.printed as usize]
    }

    /// The text of a block in an edition, where it is one that the original has.
    pub(super) fn text_at(&self, document: usize, edition: usize, block: usize) -> Option<&Text> {
        let first = *self.documents.get(document)? as usize;
        let is_it = |text: &&Text| text.edition as usize == edition && text.block as usize == block;
        let of = |unit: &Unit| unit.texts.start as usize..unit.texts.end as usize;
        let near = self.units.get(first + block).filter(|unit| unit.document as usize == document);
        near.and_then(|unit| self.texts[of(unit)].iter().find(is_it)).or_else(|| {
            let units = self.units[first..].iter().take_while(|unit| unit.document as usize == document);
            units.flat_map(|unit| &self.texts[of(unit)]).find(is_it)
        })
    }
}

/// The words as they are printed, while the index is made: a word is folded once, not wherever it stands.
#[derive(Default)]
struct Known {
    /// By grammar.
    printed: [Interner; 2],
    words: [Vec<u32>; 2],
}

impl Known {
    fn word(&mut self, printed: &str, lang: Lang, vocabulary: &mut Vocabulary) -> u32 {
        let of = usize::from(grammar(lang) == Grammar::English);
        let id = self.printed[of].id(printed) as usize;
        if id == self.words[of].len() {
            self.words[of].push(vocabulary.word(&key(printed, lang)));
        }
        self.words[of][id]
    }
}

/// The key of a word in the vocabulary. An abbreviation is one with the -s of its genitive, too (EUs, FNs).
fn key(word: &str, lang: Lang) -> String {
    let (bare, capitals) = capitals(word);
    let sort = match (grammar(lang), capitals) {
        (Grammar::Norwegian, false) => "n",
        (Grammar::Norwegian, true) => "N",
        (Grammar::English, false) => "e",
        (Grammar::English, true) => "E",
    };
    [sort, &fold(bare)].concat()
}

pub(super) fn grammar(lang: Lang) -> Grammar {
    match lang {
        Lang::Nb | Lang::Nn => Grammar::Norwegian,
        Lang::En => Grammar::English,
    }
}

/// A word without the -s behind an abbreviation, and whether it is written in capitals.
pub(super) fn capitals(word: &str) -> (&str, bool) {
    let bare = word.strip_suffix('s').unwrap_or(word);
    let upper = bare.chars().filter(|letter| letter.is_uppercase()).count();
    let all = upper >= 2 && !bare.chars().any(char::is_lowercase);
    (if all { bare } else { word }, all)
}
