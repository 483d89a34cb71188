//! The answer to a query: what was found, or why nothing was, and what of a text shows it.

use super::expand::{Expansion, nearest};
use super::index::{Index, Text};
use super::query::Query;
use super::rank::{Hit, Phrase, Wanted, rank};
use super::split;
use super::worth::Why;
use crate::corpus::Corpus;
use crate::model::{self, Lang, Sort};
use crate::text::{coarse, words};
use std::ops::Range;

/// What became of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was asked, or only its first letter.
    Blank,
    Found,
    /// Nothing answers it.
    Nothing,
    /// Only small words, which stand everywhere.
    OnlyCommon,
    /// Only words that must not be there.
    OnlyMinus,
}

/// The answer to a query. It belongs to the index that gave it.
pub struct Answer {
    pub outcome: Outcome,
    /// The best first. Where the query has several words, those come first that have them all.
    pub hits: Vec<Hit>,
    /// Words that were found only after mending what was typed: as typed, and as it was understood.
    pub corrections: Vec<(String, String)>,
    /// A query that would find something, where this one does not.
    pub suggestion: Option<String>,
    wanted: Wanted,
}

/// Where a hit shows why it is one.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The edition, as its place in the document, and the block as its place there.
    pub edition: usize,
    pub block: usize,
    /// The language of the block.
    pub lang: Lang,
    /// The bytes of the block's text that match, in order, not overlapping.
    pub marks: Vec<Range<usize>>,
    /// The words of the text that the table of terms knows for what was typed («viser treff for …»), where nothing
    /// stands there that looks like it.
    pub instead: Option<String>,
}

impl Index {
    /// Answers a query. Any text is one.
    pub fn ask(&self, text: &str) -> Answer {
        let query = Query::read(text);
        let mut answer = Answer {
            outcome: Outcome::Blank,
            hits: Vec::new(),
            corrections: Vec::new(),
            suggestion: None,
            wanted: self.wanted(&query),
        };
        if query.words.is_empty() && query.phrases.is_empty() {
            answer.outcome = match (query.has_common, query.minus.is_empty()) {
                (true, _) => Outcome::OnlyCommon,
                (false, false) => Outcome::OnlyMinus,
                (false, true) => Outcome::Blank,
            };
            return answer;
        }
        answer.hits = rank(self, &query, &answer.wanted);
        let is_letter = query.phrases.is_empty()
            && query.typing
            && matches!(query.words.as_slice(), [word] if word.folded.chars().count() < 2);
        answer.outcome = match (answer.hits.is_empty(), is_letter) {
            (false, _) => Outcome::Found,
            (true, true) => Outcome::Blank,
            (true, false) => Outcome::Nothing,
        };
        if answer.outcome == Outcome::Nothing {
            answer.suggestion = self.suggestion(&query);
        }
        // Words are taken apart only where none is mended.
        if answer.outcome == Outcome::Found && query.words.len() == answer.wanted.expansions.len() {
            for (word, expansion) in query.words.iter().zip(&answer.wanted.expansions) {
                if let Some(first) = expansion.matches.first()
                    && expansion.matches.iter().all(|found| found.why == Why::Typo)
                    && first.word < self.vocabulary.len()
                {
                    let mended = self.vocabulary.written(first.word);
                    answer.corrections.push((word.typed.clone(), mended));
                }
            }
        }
        answer
    }

    fn wanted(&self, query: &Query) -> Wanted {
        let mut expansions: Vec<Expansion> = Vec::new();
        for (place, word) in query.words.iter().enumerate() {
            let last = query.typing && place + 1 == query.words.len();
            expansions.push(Expansion::of(self, word, last));
        }
        split::join(self, &query.words, &mut expansions);
        let mut all = Vec::new();
        for (word, expansion) in query.words.iter().zip(expansions) {
            split::split(self, word, expansion, &mut all);
        }
        let mut phrases = Vec::new();
        for words in &query.phrases {
            phrases.push(Phrase::new(self, words));
        }
        Wanted { expansions: all, phrases }
    }

    /// The query with the nearest word for each that is nowhere, and of phrases only their words; if that finds something.
    fn suggestion(&self, query: &Query) -> Option<String> {
        let mut suggestion = String::new();
        for word in query.phrases.iter().flatten().chain(&query.words) {
            let (mut typed, mut spelling) = (word.typed.clone(), String::new());
            coarse(&word.folded, &mut spelling);
            if Expansion::of(self, word, false).matches.is_empty() {
                let (near, _) = nearest(self, &spelling, spelling.len() / 3);
                typed = self.vocabulary.written(*near.first()?);
            }
            if !suggestion.is_empty() {
                suggestion.push(' ');
            }
            suggestion.push_str(&typed);
        }
        let other = Query::read(&suggestion);
        let hits = rank(self, &other, &self.wanted(&other));
        (!hits.is_empty()).then_some(suggestion)
    }

    /// Where a hit shows why it is one: in `lang` if every word was found there, else in the edition that has most of them.
    pub fn show(&self, corpus: &Corpus, answer: &Answer, hit: &Hit, lang: Lang) -> Option<Shown> {
        let editions = &corpus.documents()[hit.document].editions;
        let (mut best, mut most) = (None, 0);
        for text in self.texts_of(hit.unit) {
            let edition = &editions[text.edition as usize];
            let found = self.found_in(answer, text, &edition.blocks[text.block as usize].text);
            let value = 2 * found.seen.count_ones() + u32::from(edition.lang == lang);
            if value > most {
                (best, most) = (Some((text, found)), value);
            }
        }
        let (text, found) = best?;
        let (edition, block) = (text.edition as usize, text.block as usize);
        Some(Shown { edition, block, lang: text.lang, marks: found.marks, instead: found.instead })
    }

    /// The words that answer a query in one block of one edition, whether it is a hit or not. Places as in [`Shown`].
    pub fn marks(
        &self,
        corpus: &Corpus,
        answer: &Answer,
        document: usize,
        edition: usize,
        block: usize,
    ) -> Vec<Range<usize>> {
        let is_it = |text: &&Text| {
            text.edition as usize == edition
                && text.block as usize == block
                && self.units[text.unit as usize].document as usize == document
        };
        let content = &corpus.documents()[document].editions[edition].blocks[block].text;
        let text = self.texts.iter().find(is_it);
        text.map_or(Vec::new(), |text| self.found_in(answer, text, content).marks)
    }

    /// The languages in which a hit was found.
    pub fn found_langs(&self, corpus: &Corpus, answer: &Answer, hit: &Hit) -> Vec<Lang> {
        let mut langs = Vec::new();
        for text in self.texts_of(hit.unit) {
            let edition = &corpus.documents()[hit.document].editions[text.edition as usize];
            if self.found_in(answer, text, &edition.blocks[text.block as usize].text).seen != 0 {
                langs.push(text.lang);
            }
        }
        langs
    }

    /// What of a text answers a query.
    fn found_in(&self, answer: &Answer, text: &Text, content: &model::Text) -> Found {
        let mut places: Vec<Range<usize>> = Vec::new();
        for range in words(&content.plain) {
            places.push(range);
        }
        for mark in &content.marks {
            if let Sort::Sic(meant) = &mark.sort {
                for _ in words(meant) {
                    places.push(mark.start as usize..mark.end as usize);
                }
            }
        }
        let mut found = Found { seen: 0, marks: Vec::new(), instead: None };
        let mut instead: Option<Range<usize>> = None;
        let mut plain = false;
        // How many words from a place on are marked already.
        let mut marked = 0;
        let words = &self.forward[text.start as usize..text.end as usize];
        for (at, word) in words.iter().enumerate() {
            let mut here = 0;
            for (place, phrase) in answer.wanted.phrases.iter().enumerate() {
                if phrase.begins(&words[at..]) {
                    here = phrase.0.len().max(here);
                    found.seen |= 1 << place;
                    plain = true;
                }
            }
            for (place, expansion) in answer.wanted.expansions.iter().enumerate() {
                for known in &expansion.matches {
                    let count = match self.terms.phrase(known.word) {
                        Some(phrase) if self.terms.begins(phrase, &self.vocabulary, &words[at..]) => {
                            self.terms.phrases[phrase].len()
                        }
                        None if known.word == *word => 1,
                        _ => continue,
                    };
                    here = count.max(here);
                    found.seen |= 1 << (answer.wanted.phrases.len() + place);
                    if known.why != Why::Term {
                        plain = true;
                    } else if let (Some(first), Some(last)) = (places.get(at), places.get(at + count - 1)) {
                        instead = instead.or(Some(first.start..last.end));
                    }
                }
            }
            marked = here.max(marked);
            if marked > 0 {
                marked -= 1;
                // A misprint stands behind all that is printed, but is marked where it stands, unless a word of it is marked.
                let mark = &places[at];
                let behind = found.marks.iter().position(|other| other.end > mark.start);
                let behind = behind.unwrap_or(found.marks.len());
                if found.marks.get(behind).is_none_or(|other| other.start >= mark.end) {
                    found.marks.insert(behind, mark.clone());
                }
            }
        }
        if let Some(range) = instead.filter(|_| !plain) {
            found.instead = content.plain.get(range).map(str::to_owned);
        }
        found
    }
}

struct Found {
    /// A bit for each phrase and word of the query.
    seen: u32,
    marks: Vec<Range<usize>>,
    instead: Option<String>,
}
