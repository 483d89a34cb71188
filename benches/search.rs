//! How fast the search is, natively: the five documents, and ten and a hundred times as much text. `cargo bench` prints the time
//! to make the index and to answer each sort of query (divan), then over all queries the median and the percentiles that
//! design Q3 names, which divan does not know.
//!
//! The larger libraries are recombined, not copied: each block is put together from sentences of all documents, and a share of
//! their longer words is joined to new compounds, so that the vocabulary grows with the text as it does in real collections.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../tests/support/queries.rs"]
mod queries;

use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use strategy_reader::compile::compile;
use strategy_reader::corpus::Corpus;
use strategy_reader::model::{Edition, Library};
use strategy_reader::search::Index;
use strategy_reader::text::words;

const SCALES: [usize; 3] = [1, 10, 100];

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    compile(&data).unwrap_or_else(|problems| panic!("{problems}"))
});
static CORPORA: LazyLock<[Corpus; 3]> =
    LazyLock::new(|| SCALES.map(|scale| Corpus::new(grown(&LIBRARY, scale))));
static INDEXES: LazyLock<[Index; 3]> = LazyLock::new(|| CORPORA.each_ref().map(Index::new));

fn main() {
    divan::main();
    // `cargo test --benches` only asks whether it runs.
    if !std::env::args().any(|argument| argument == "--test") {
        percentiles();
    }
}

#[divan::bench(args = SCALES)]
fn index(scale: usize) -> Index {
    Index::new(&CORPORA[place(scale)])
}

#[divan::bench(args = queries::GROUPS.map(|(group, _)| group))]
fn ask(group: &str) -> usize {
    let queries =
        queries::GROUPS.iter().find(|(name, _)| *name == group).map_or(&[][..], |(_, queries)| queries);
    queries.iter().map(|query| INDEXES[0].ask(query).hits.len()).sum()
}

fn place(scale: usize) -> usize {
    SCALES.iter().position(|known| *known == scale).unwrap_or_default()
}

/// Every query, and every beginning of it as it is typed.
fn key_strokes() -> Vec<String> {
    let queries = queries::GROUPS.iter().flat_map(|(_, queries)| queries.iter());
    let beginnings = |query: &&str| {
        let ends = query.char_indices().map(|(at, letter)| at + letter.len_utf8());
        ends.map(|end| query[..end].to_owned()).collect::<Vec<String>>()
    };
    queries.flat_map(beginnings).collect()
}

fn percentiles() {
    const ROUNDS: usize = 5;
    let queries = key_strokes();
    println!("\n{} key strokes, the best of {ROUNDS} times each, in microseconds", queries.len());
    println!("text   blocks    words vocabulary   median      p95      p99  longest");
    for (scale, index) in SCALES.iter().zip(INDEXES.iter()) {
        let mut times: Vec<(Duration, &str)> = Vec::new();
        for query in &queries {
            let ask = || {
                let start = Instant::now();
                std::hint::black_box(index.ask(query));
                start.elapsed()
            };
            // The best of them: what else the machine does is no property of the search.
            times.extend((0..ROUNDS).map(|_| ask()).min().map(|best| (best, query.as_str())));
        }
        times.sort();
        let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].0.as_secs_f64() * 1e6;
        let (blocks, words, vocabulary) = index.size();
        println!(
            "{scale:3}x {blocks:8} {words:8} {vocabulary:10} {:8.0} {:8.0} {:8.0} {:8.0}  ({})",
            at(0.5),
            at(0.95),
            at(0.99),
            at(1.0),
            times.last().map_or("", |(_, query)| query)
        );
    }
}

/// A library with so many times the blocks of another one.
fn grown(library: &Library, scale: usize) -> Library {
    let mut grown = library.clone();
    let mut random = Random(42);
    for (place, document) in grown.documents.iter_mut().enumerate() {
        let original = &library.documents[place];
        let editions = document.editions.iter_mut().zip(&original.editions);
        let pools: Vec<Vec<&str>> =
            original.editions.iter().map(|edition| sentences(library, edition)).collect();
        for ((edition, original), pool) in editions.zip(&pools) {
            for round in 1..scale {
                for block in &original.blocks {
                    let mut block = block.clone();
                    block.anchor = format!("{}-{round}", block.anchor);
                    block.text.marks.clear();
                    block.text.plain = recombined(&block.text.plain, pool, &mut random);
                    edition.blocks.push(block);
                }
            }
        }
    }
    grown
}

/// The sentences of all editions in the same language.
fn sentences<'a>(library: &'a Library, edition: &Edition) -> Vec<&'a str> {
    let editions = library.documents.iter().flat_map(|document| &document.editions);
    let same = editions.filter(|other| other.lang == edition.lang);
    same.flat_map(|other| other.blocks.iter().flat_map(|block| block.text.plain.split_inclusive(". ")))
        .collect()
}

/// A text about as long as another one, from sentences of the pool; one word in fifty becomes a new compound.
fn recombined(text: &str, pool: &[&str], random: &mut Random) -> String {
    let mut new = String::new();
    while new.len() < text.len() {
        for word in pool[random.below(pool.len())].split_inclusive(' ') {
            if word.len() > 5 && random.below(50) == 0 {
                let other = pool[random.below(pool.len())];
                let found: Vec<&str> = words(other).map(|range| &other[range]).collect();
                new.push_str(&found[random.below(found.len().max(1))].to_lowercase());
            }
            new.push_str(word);
        }
        new.push(' ');
    }
    new
}

/// Knuth's linear congruential generator: the same library on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end.max(1) as u64) as usize
    }
}
