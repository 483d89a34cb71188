//! Queries that a machine makes of others, for as long as one likes: `cargo xtask fuzz` runs this.
//!
//! It starts from the files of `corpus/`, changes them at random, keeps what gives an answer of a new sort, and changes that again.
//! It does not see which lines of the code are reached. A query with a faulty or slow answer is written to `corpus/`, where every run of
//! the tests asks it again.

use crate::odd::fault;
use crate::support::REAL;
use crate::{DOCUMENTS, some};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};
use strategy_reader::model::Lang;
use strategy_reader::text::words;

/// Answers take milliseconds; who waits longer would call it a hang.
const LONGEST: Duration = Duration::from_secs(5);
const LONGEST_QUERY: usize = 20_000;
const SIGNS: [&str; 16] = [
    " ", "\"", "«", "»", " -", "-", "−", "?", "\u{202e}", "\u{301}", "\u{0}", "🙂", "ß", "İ", "aa",
    "\u{fffd}",
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/search/corpus")
}

fn corpus() -> Vec<String> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder()).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let read = |file: &PathBuf| String::from_utf8_lossy(&fs::read(file).unwrap_or_default()).into_owned();
    files.iter().map(read).collect()
}

#[test]
fn every_query_of_the_corpus_has_a_sound_answer() {
    let corpus = corpus();
    assert!(corpus.len() >= 10, "{} files", corpus.len());
    for query in corpus {
        for lang in Lang::ALL {
            assert_eq!(fault(&query, lang), None, "{}", query.chars().take(60).collect::<String>());
        }
    }
}

/// Numbers that follow from a seed (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

#[test]
#[ignore = "goes on for as long as READER_FUZZ_SECONDS says"]
fn fuzz() {
    let number =
        |name: &str, or: u64| std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(or);
    let (seconds, seed) = (number("READER_FUZZ_SECONDS", 60), number("READER_FUZZ_SEED", 1));
    let mut chance = Chance(seed.max(1));
    let mut kept = corpus();
    let text: String = REAL
        .editions()
        .flat_map(|view| &view.edition.blocks)
        .map(|block| block.text.plain.clone() + " ")
        .collect();
    let known: Vec<&str> = words(&text).map(|range| &text[range]).collect();
    let (start, mut asked, mut sorts) = (Instant::now(), 0_u64, BTreeSet::new());
    while start.elapsed() < Duration::from_secs(seconds) {
        let mut query: Vec<char> = kept[chance.below(kept.len())].chars().collect();
        for _ in 0..=chance.below(4) {
            change(&mut query, &kept, &known, &mut chance);
        }
        let query: String = query.into_iter().collect();
        let begun = Instant::now();
        let lang = Lang::ALL[chance.below(Lang::ALL.len())];
        let fault = std::panic::catch_unwind(|| fault(&query, lang)).unwrap_or(Some("a panic"));
        let fault = fault.or((begun.elapsed() > LONGEST).then_some("slow"));
        if let Some(fault) = fault {
            let file = folder().join(format!("found-{seed}-{asked}.txt"));
            some(fs::write(&file, &query).ok(), "file written");
            panic!("{fault}: {}", file.display());
        }
        let answer = DOCUMENTS.ask(&query);
        let sort = (
            answer.outcome as u8,
            answer.hits.len().max(1).ilog2(),
            answer.corrections.len(),
            answer.suggestion.is_some(),
            answer.hits.first().is_some_and(|hit| hit.complete),
            query.len().max(1).ilog2(),
        );
        if sorts.insert(sort) {
            kept.push(query);
        }
        asked += 1;
    }
    println!("{asked} queries, {} sorts of answers, seed {seed}", sorts.len());
    assert!(asked > 0);
}

fn change(query: &mut Vec<char>, kept: &[String], known: &[&str], chance: &mut Chance) {
    let at = chance.below(query.len() + 1);
    let other: String = match chance.below(7) {
        0 => known[chance.below(known.len())].to_owned() + " ",
        1 => SIGNS[chance.below(SIGNS.len())].to_owned(),
        2 => kept[chance.below(kept.len())].clone(),
        3 => char::from_u32(chance.below(0x11_0000) as u32).unwrap_or('\u{fffd}').to_string(),
        4 => {
            let end = (at + 1 + chance.below(8)).min(query.len());
            query.drain(at..end);
            return;
        }
        5 if query.len() > 1 => {
            let (one, other) = (chance.below(query.len()), chance.below(query.len()));
            query.swap(one, other);
            return;
        }
        _ => {
            let end = (at + 1 + chance.below(40)).min(query.len());
            query[at..end].iter().collect::<String>().repeat(1 + chance.below(20))
        }
    };
    query.splice(at..at, other.chars());
    query.truncate(LONGEST_QUERY);
}
