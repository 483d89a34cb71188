//! What a query finds, why, and in which order; and that no query whatsoever does harm.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod fuzz;
mod odd;
mod ranking;
mod real;
mod words;

use std::sync::LazyLock;
use strategy_reader::corpus::Corpus;
use strategy_reader::model::Lang;
use strategy_reader::search::{Answer, Hit, Index, Outcome};
use support::{DRAFT_FRONT, DRAFT_TOML, Draft, REAL, some};

/// Documents with the index that is made of them.
struct Library {
    corpus: Corpus,
    index: Index,
}

impl Library {
    fn of(files: &[(&str, String)]) -> Self {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        let corpus = Corpus::new(Draft::of(&files).seal());
        Library { index: Index::new(&corpus), corpus }
    }

    /// A document in bokmål and English with these blocks, and a table of terms.
    fn of_blocks(blocks: &[(&str, &str)], terms: &str) -> Self {
        let text = |pick: fn(&(&str, &str)) -> String| {
            let lines = blocks.iter().enumerate();
            let lines = lines.map(|(at, block)| format!("{} {{#prove-{}}}\n", pick(block), at + 1));
            format!("{DRAFT_FRONT}{}", lines.collect::<Vec<String>>().join("\n"))
        };
        Library::of(&[
            ("prove/document.toml", DRAFT_TOML.to_owned()),
            ("prove/nb.md", text(|(nb, _)| (*nb).to_owned())),
            ("prove/en.md", text(|(_, en)| (*en).to_owned()).replace("\"original\"", "\"official\"")),
            ("vocabulary/terms.toml", terms.to_owned()),
        ])
    }

    /// The anchors of the hits, the best first.
    fn found(&self, query: &str) -> Vec<String> {
        self.index.ask(query).hits.iter().map(|hit| self.anchor(hit).to_owned()).collect()
    }

    fn anchor(&self, hit: &Hit) -> &str {
        &self.corpus.documents()[hit.document].original().blocks[hit.block].anchor
    }

    /// A hit as `anchor lang: text`, with the marks in brackets, and what is shown instead of the words typed.
    fn line(&self, answer: &Answer, hit: &Hit, lang: Lang) -> String {
        let shown = some(self.index.show(&self.corpus, answer, hit, lang), "text that shows the hit");
        let edition = &self.corpus.documents()[hit.document].editions[shown.edition];
        let block = &edition.blocks[shown.block];
        let mut text = block.text.plain.clone();
        for mark in shown.marks.iter().rev() {
            text.insert(mark.end, ']');
            text.insert(mark.start, '[');
        }
        let instead = shown.instead.map(|words| format!(" ({words})")).unwrap_or_default();
        format!("{} {}: {text}{instead}", block.anchor, shown.lang.code())
    }

    /// What is shown of the hits to a reader of `lang`.
    #[track_caller]
    fn check(&self, query: &str, lang: Lang, expected: &[&str]) {
        let answer = self.index.ask(query);
        let lines: Vec<String> = answer.hits.iter().map(|hit| self.line(&answer, hit, lang)).collect();
        assert_eq!(lines, expected, "{query}");
        assert_eq!(answer.outcome == Outcome::Found, !expected.is_empty(), "{query}");
    }
}

/// The documents of `data/`.
static DOCUMENTS: LazyLock<Index> = LazyLock::new(|| Index::new(&REAL));

fn anchor_of(hit: &Hit) -> &'static str {
    &REAL.documents()[hit.document].original().blocks[hit.block].anchor
}
