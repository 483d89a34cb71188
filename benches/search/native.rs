//! How fast the search is: the five documents, and ten and a hundred times as much text. `cargo bench` prints the time
//! to make the index and to answer each sort of query (divan), then over all queries the median and the percentiles that
//! design Q3 names, which divan does not know.
//!
//! The larger libraries are recombined, not copied: each block is put together from sentences of all documents, and a share of
//! their longer words is joined to new compounds, so that the vocabulary grows with the text as it does in real collections.

#[path = "../../tests/support/grown.rs"]
mod grown;
#[path = "../../tests/support/queries.rs"]
mod queries;

use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};
use strategy_reader::compile::compile;
use strategy_reader::corpus::Corpus;
use strategy_reader::model::Library;
use strategy_reader::search::Index;

const SCALES: [usize; 3] = [1, 10, 100];

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    compile(&data).unwrap_or_else(|problems| panic!("{problems}"))
});
static CORPORA: LazyLock<[Corpus; 3]> =
    LazyLock::new(|| SCALES.map(|scale| Corpus::new(grown::grown(&LIBRARY, scale))));
static INDEXES: LazyLock<[Index; 3]> = LazyLock::new(|| CORPORA.each_ref().map(Index::new));

pub fn run() {
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

/// Every beginning of every query, as it is typed; each time is the best of five.
fn percentiles() {
    const ROUNDS: usize = 5;
    let queries = key_strokes();
    println!("\n| text | blocks | words | different | index, ms | median, µs | 95th | 99th | longest |");
    println!("| --- |{}", " ---: |".repeat(8));
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
        let made = (0..ROUNDS).map(|_| {
            let start = Instant::now();
            std::hint::black_box(Index::new(&CORPORA[place(*scale)]));
            start.elapsed()
        });
        println!(
            "| {scale}× | {blocks} | {words} | {vocabulary} | {:.1} | {:.0} | {:.0} | {:.0} | {:.0} (`{}`) |",
            made.min().unwrap_or_default().as_secs_f64() * 1e3,
            at(0.5),
            at(0.95),
            at(0.99),
            at(1.0),
            times.last().map_or("", |(_, query)| query)
        );
    }
}
