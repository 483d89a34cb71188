//! The answer to a query: what was found, or why nothing was, and what of a text shows it.

use super::expand::{Expansion, Why, nearest};
use super::index::{Index, Text};
use super::query::Query;
use super::rank::{Hit, Phrase, Wanted, rank};
use super::split;
use crate::corpus::Corpus;
use crate::model::{Lang, Sort};
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
        if !answer.hits.is_empty() {
            answer.outcome = Outcome::Found;
            answer.corrections = self.corrections(&query, &answer.wanted);
        } else if let ([word], [], true) = (query.words.as_slice(), query.phrases.as_slice(), query.typing)
            && word.folded.chars().count() < 2
        {
            answer.outcome = Outcome::Blank;
        } else {
            answer.outcome = Outcome::Nothing;
            answer.suggestion = self.suggestion(&query, &answer.wanted);
        }
        answer
    }

    fn wanted(&self, query: &Query) -> Wanted {
        let last = query.words.len().wrapping_sub(1);
        let mut expansions: Vec<Expansion> = Vec::new();
        for (place, word) in query.words.iter().enumerate() {
            expansions.push(Expansion::of(self, word, query.typing && place == last));
        }
        split::join(self, &query.words, &mut expansions);
        let expansions = split::split(self, &query.words, expansions);
        Wanted { expansions, phrases: query.phrases.iter().map(|words| Phrase::new(self, words)).collect() }
    }

    fn corrections(&self, query: &Query, wanted: &Wanted) -> Vec<(String, String)> {
        let pairs = query.words.iter().zip(&wanted.expansions);
        let mended = pairs.filter_map(|(word, expansion)| {
            let best = expansion.matches.iter().max_by(|one, other| one.worth.total_cmp(&other.worth))?;
            let known = (best.why == Why::Typo && (best.word as usize) < self.vocabulary.len())
                .then_some(best.word)?;
            Some((word.typed.clone(), self.vocabulary.spelling(known).to_owned()))
        });
        mended.collect()
    }

    /// The query with the nearest word for each that is nowhere, if there is one for all of them; for a phrase that
    /// stands nowhere its words.
    fn suggestion(&self, query: &Query, wanted: &Wanted) -> Option<String> {
        let mut words: Vec<String> = Vec::new();
        for phrase in &query.phrases {
            words.extend(phrase.iter().map(|word| word.typed.clone()));
        }
        for (word, expansion) in query.words.iter().zip(&wanted.expansions) {
            if !expansion.is_empty() {
                words.push(word.typed.clone());
                continue;
            }
            let mut spelling = String::new();
            coarse(&word.folded, &mut spelling);
            let near = nearest(self, &spelling, spelling.len() / 3);
            let common = near.iter().max_by_key(|(word, _)| self.texts_with(*word).len())?;
            words.push(self.vocabulary.spelling(common.0).to_owned());
        }
        let suggestion = words.join(" ");
        let other = Query::read(&suggestion);
        let hits = rank(self, &other, &self.wanted(&other));
        (!hits.is_empty()).then_some(suggestion)
    }

    /// Where a hit shows why it is one: in `lang` if every word was found there, else in the edition that has most of them.
    pub fn show(&self, corpus: &Corpus, answer: &Answer, hit: &Hit, lang: Lang) -> Option<Shown> {
        let unit = &self.units[hit.unit as usize];
        let texts = &self.texts[unit.texts.start as usize..unit.texts.end as usize];
        let editions = &corpus.documents()[unit.document as usize].editions;
        let mut best: Option<(u32, &Text)> = None;
        for text in texts {
            let preferred = editions[text.edition as usize].lang == lang;
            let value = 2 * self.found_in(answer, text) + u32::from(preferred);
            if best.is_none_or(|(most, _)| value > most) {
                best = Some((value, text));
            }
        }
        let (_, text) = best?;
        let (marks, instead) = self.marks_in(corpus, answer, text);
        Some(Shown {
            edition: text.edition as usize,
            block: text.block as usize,
            lang: text.lang,
            marks,
            instead,
        })
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
        let text = self.text_at(document, edition, block);
        text.map(|text| self.marks_in(corpus, answer, text).0).unwrap_or_default()
    }

    /// The languages in which a hit was found.
    pub fn found_langs(&self, answer: &Answer, hit: &Hit) -> Vec<Lang> {
        let unit = &self.units[hit.unit as usize];
        let texts = &self.texts[unit.texts.start as usize..unit.texts.end as usize];
        texts.iter().filter(|text| self.found_in(answer, text) > 0).map(|text| text.lang).collect()
    }

    /// How many words and phrases of the query a text has.
    fn found_in(&self, answer: &Answer, text: &Text) -> u32 {
        let mut seen = 0_u32;
        self.each_found(answer, text, |_, place, _| seen |= 1 << place);
        seen.count_ones()
    }

    /// Calls with each word of a text that answers something: its place in the text, which word of the query, and why.
    fn each_found(&self, answer: &Answer, text: &Text, mut each: impl FnMut(Range<usize>, usize, Why)) {
        let words = &self.forward[text.start as usize..text.end as usize];
        let phrases = answer.wanted.phrases.len();
        for (at, word) in words.iter().enumerate() {
            for (place, phrase) in answer.wanted.phrases.iter().enumerate() {
                if phrase.begins(&words[at..]) {
                    each(at..at + phrase.0.len(), place, Why::Same);
                }
            }
            for (place, expansion) in answer.wanted.expansions.iter().enumerate() {
                for found in &expansion.matches {
                    if found.word == *word {
                        each(at..at + 1, phrases + place, found.why);
                    } else if let Some(phrase) = self.terms.phrase(found.word)
                        && self.terms.begins(phrase, &self.vocabulary, &words[at..])
                    {
                        each(at..at + self.terms.phrases[phrase].len(), phrases + place, found.why);
                    }
                }
            }
        }
    }

    fn marks_in(&self, corpus: &Corpus, answer: &Answer, text: &Text) -> (Vec<Range<usize>>, Option<String>) {
        let document = self.units[text.unit as usize].document as usize;
        let edition = &corpus.documents()[document].editions[text.edition as usize];
        let content = &edition.blocks[text.block as usize].text;
        let mut places: Vec<Range<usize>> = words(&content.plain).collect();
        for mark in &content.marks {
            if let Sort::Sic(meant) = &mark.sort {
                places.extend(words(meant).map(|_| mark.start as usize..mark.end as usize));
            }
        }
        let (mut marks, mut plain, mut instead): (Vec<Range<usize>>, bool, Option<Range<usize>>) =
            (Vec::new(), false, None);
        self.each_found(answer, text, |words, _, why| {
            let Some(found) = places.get(words) else { return };
            if why == Why::Term {
                let (Some(first), Some(last)) = (found.first(), found.last()) else { return };
                instead = instead.take().or(Some(first.start..last.end));
            } else {
                plain = true;
            }
            marks.extend(found.iter().cloned());
        });
        marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
        marks.dedup_by(|next, before| next.start < before.end);
        let instead =
            instead.filter(|_| !plain).and_then(|range| content.plain.get(range)).map(str::to_owned);
        (marks, instead)
    }
}
