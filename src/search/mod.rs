//! Finds the blocks that hold every word of a query, and shows why.

mod excerpt;

pub use excerpt::{Run, excerpt};

use crate::corpus::{Corpus, EditionView};
use crate::model::Lang;
use crate::text::{fold, words};
use std::ops::Range;

/// A longer query is cut here; no one types that much, and each word costs time.
const MOST_WORDS: usize = 12;

/// A block that was found, in the edition in which it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub document: String,
    pub lang: Lang,
    /// The place of the block in its edition.
    pub block: usize,
    /// The bytes of the block's text that match, in order, not overlapping.
    pub marks: Vec<Range<usize>>,
}

/// The words that are looked for, each as it is compared.
pub fn query_words(query: &str) -> Vec<String> {
    words(query).take(MOST_WORDS).map(|range| fold(&query[range])).collect()
}

/// Every block in which each word of the query begins a word, in reading order. The edition in `lang` comes first;
/// a block that it yields is not listed again in another language.
pub fn find(corpus: &Corpus, query: &str, lang: Lang) -> Vec<Hit> {
    let wanted = query_words(query);
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = Vec::new();
    for document in corpus.documents() {
        let first = hits.len();
        let own = |view: &EditionView| view.document.id == document.id;
        let (first_choice, others): (Vec<EditionView>, Vec<EditionView>) =
            corpus.editions().filter(own).partition(|view| view.edition.lang == lang);
        for view in first_choice.into_iter().chain(others) {
            for (block, content) in view.edition.blocks.iter().enumerate() {
                let known =
                    hits[first..].iter().any(|hit| anchor(corpus, hit) == Some(content.anchor.as_str()));
                if !known && let Some(marks) = matches(&content.text.plain, &wanted) {
                    let (document, lang) = (document.id.clone(), view.edition.lang);
                    hits.push(Hit { document, lang, block, marks });
                }
            }
        }
        hits[first..].sort_unstable_by_key(|hit| hit.block);
    }
    hits
}

fn anchor<'a>(corpus: &'a Corpus, hit: &Hit) -> Option<&'a str> {
    let view = corpus.edition(&hit.document, hit.lang)?;
    Some(view.block(hit.block).anchor.as_str())
}

/// The places at which the wanted words begin, if every one of them does.
fn matches(text: &str, wanted: &[String]) -> Option<Vec<Range<usize>>> {
    let mut found = vec![false; wanted.len()];
    let mut marks = Vec::new();
    for range in words(text) {
        let word = fold(&text[range.clone()]);
        let mut marked = false;
        for (index, _) in wanted.iter().enumerate().filter(|(_, wanted)| word.starts_with(wanted.as_str())) {
            found[index] = true;
            marked = true;
        }
        if marked {
            marks.push(range);
        }
    }
    found.iter().all(|found| *found).then_some(marks)
}
