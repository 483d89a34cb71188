//! `score`: how well the search finds, measured on judged queries.
//!
//! `tests/search/queries.tsv` has the queries (id, group, lang, half, query), `judgements.tsv` beside it what is right (id,
//! anchor, grade 1 to 3; what is not listed is not relevant). The measure is nDCG at 10 with gains 2^grade − 1: 1 where the best
//! blocks come first in the best order. A query for which nothing is right has 1 if nothing is found, else 0.

use crate::data;
use anyhow::{Context, Result, bail, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use strategy_reader::corpus::Corpus;
use strategy_reader::search::Index;

/// As many hits are looked at.
const DEPTH: usize = 10;
const FOLDER: &str = "tests/search";
const RECORDED: &str = "scores.tsv";

pub fn run(arguments: &[String]) -> Result<()> {
    let (mut folder, mut record, mut all) = (data::root().join(FOLDER), false, false);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--record" => record = true,
            "--queries" => all = true,
            "--from" => folder = PathBuf::from(rest.next().context("--from takes a folder")?),
            other => bail!("score takes no `{other}`"),
        }
    }
    let judged = Judged::read(&folder)?;
    let scores = judged.scores()?;
    if all {
        // The final half shows what rules are worth that were made without it, as long as nobody looks at its queries.
        for (query, score) in judged.queries.iter().zip(&scores).filter(|(query, _)| query.half != "final") {
            println!("{score:.3}  {:10} {}", query.group, query.text);
        }
    }
    let table = table(&judged.queries, &scores);
    print!("{}", shown(&table));
    if record {
        fs::write(folder.join(RECORDED), recorded(&table))?;
    }
    Ok(())
}

struct Query {
    id: String,
    group: String,
    half: String,
    text: String,
}

struct Judged {
    queries: Vec<Query>,
    /// By the id of the query, then by anchor.
    grades: BTreeMap<String, BTreeMap<String, u32>>,
}

impl Judged {
    fn read(folder: &Path) -> Result<Judged> {
        let mut queries = Vec::new();
        for row in rows(&folder.join("queries.tsv"))? {
            let [id, group, _, half, text] = row.as_slice() else {
                bail!("queries.tsv: not five columns: {row:?}")
            };
            let [id, group, half, text] = [id, group, half, text].map(|value| value.to_owned());
            queries.push(Query { id, group, half, text });
        }
        let mut grades: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for row in rows(&folder.join("judgements.tsv"))? {
            let [id, anchor, grade] = row.as_slice() else {
                bail!("judgements.tsv: not three columns: {row:?}")
            };
            ensure!(queries.iter().any(|query| query.id == *id), "judgements.tsv: there is no query `{id}`");
            let grade = grade.parse().ok().filter(|grade| *grade <= 3);
            let grade = grade.with_context(|| format!("judgements.tsv: no grade from 0 to 3: {row:?}"))?;
            grades.entry(id.clone()).or_default().insert(anchor.clone(), grade);
        }
        Ok(Judged { queries, grades })
    }

    /// The score of each query.
    fn scores(&self) -> Result<Vec<f64>> {
        let corpus = Corpus::new(data::library()?);
        let anchors: BTreeSet<&str> = corpus
            .editions()
            .flat_map(|view| &view.edition.blocks)
            .map(|block| block.anchor.as_str())
            .collect();
        for anchor in self.grades.values().flat_map(BTreeMap::keys) {
            ensure!(
                anchors.contains(anchor.as_str()),
                "judgements.tsv: no document has the anchor `{anchor}`"
            );
        }
        let index = Index::new(&corpus);
        let none = BTreeMap::new();
        let score = |query: &Query| {
            let hits = index.ask(&query.text).hits;
            let anchors = hits
                .iter()
                .take(DEPTH)
                .map(|hit| corpus.documents()[hit.document].original().blocks[hit.block].anchor.as_str());
            ndcg(&anchors.collect::<Vec<&str>>(), self.grades.get(&query.id).unwrap_or(&none))
        };
        Ok(self.queries.iter().map(score).collect())
    }
}

/// The rows of a TSV file below its header.
fn rows(file: &Path) -> Result<Vec<Vec<String>>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let lines = text.lines().skip(1).filter(|line| !line.is_empty());
    Ok(lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect())
}

fn ndcg(found: &[&str], grades: &BTreeMap<String, u32>) -> f64 {
    let gain = |grade: u32| f64::from((1_u32 << grade) - 1);
    let sum = |gains: &mut dyn Iterator<Item = u32>| {
        gains
            .take(DEPTH)
            .enumerate()
            .map(|(place, grade)| gain(grade) / (place as f64 + 2.0).log2())
            .sum::<f64>()
    };
    let mut best: Vec<u32> = grades.values().copied().collect();
    best.sort_unstable_by(|one, other| other.cmp(one));
    let ideal = sum(&mut best.into_iter());
    if ideal == 0.0 {
        return if found.is_empty() { 1.0 } else { 0.0 };
    }
    sum(&mut found.iter().map(|anchor| grades.get(*anchor).copied().unwrap_or_default())) / ideal
}

/// For each half and group the number of queries and their mean score; the group `all` comes last.
fn table(queries: &[Query], scores: &[f64]) -> BTreeMap<(String, String), (usize, f64)> {
    let mut sums: BTreeMap<(String, String), (usize, f64)> = BTreeMap::new();
    for (query, score) in queries.iter().zip(scores) {
        for group in [query.group.as_str(), "~all"] {
            let cell = sums.entry((query.half.clone(), group.to_owned())).or_default();
            *cell = (cell.0 + 1, cell.1 + score);
        }
    }
    sums.values_mut().for_each(|(count, sum)| *sum /= *count as f64);
    sums
}

fn shown(table: &BTreeMap<(String, String), (usize, f64)>) -> String {
    let mut text = String::new();
    for ((half, group), (count, score)) in table {
        let _ = writeln!(text, "{half:6} {:14} {count:4} {score:.3}", group.trim_start_matches('~'));
    }
    text
}

fn recorded(table: &BTreeMap<(String, String), (usize, f64)>) -> String {
    let mut text = "half\tgroup\tscore\n".to_owned();
    for ((half, group), (_, score)) in table {
        let _ = writeln!(text, "{half}\t{group}\t{score:.3}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, Judged, RECORDED, ndcg, rows, table};
    use crate::data;
    use std::collections::BTreeMap;

    #[test]
    fn the_best_order_has_one() {
        let grades: BTreeMap<String, u32> =
            [("a", 3), ("b", 2), ("c", 1), ("d", 0)].map(|(anchor, grade)| (anchor.to_owned(), grade)).into();
        for (found, expected) in [
            (&["a", "b", "c"][..], 1.0),
            (&["a", "b", "c", "d", "x"], 1.0),
            (&["x", "a"], 7.0 / 3_f64.log2() / (7.0 + 3.0 / 3_f64.log2() + 0.5)),
            (&["x"], 0.0),
            (&[], 0.0),
        ] {
            assert!((ndcg(found, &grades) - expected).abs() < 1e-9, "{found:?}");
        }
        assert_eq!(ndcg(&[], &BTreeMap::new()), 1.0);
        assert_eq!(ndcg(&["a"], &BTreeMap::new()), 0.0);
    }

    /// No group may fall below what was recorded; `cargo xtask score --record` writes what is reached.
    #[test]
    fn no_group_finds_worse_than_recorded() {
        let folder = data::root().join(FOLDER);
        if !folder.join("queries.tsv").is_file() {
            return;
        }
        let judged = Judged::read(&folder).unwrap_or_else(|error| panic!("{error:#}"));
        let scores = judged.scores().unwrap_or_else(|error| panic!("{error:#}"));
        let table = table(&judged.queries, &scores);
        let recorded = rows(&folder.join(RECORDED)).unwrap_or_else(|error| panic!("{error:#}"));
        assert_eq!(recorded.len(), table.len(), "groups came or went; record the scores again");
        for row in recorded {
            let (half, group, least) = (&row[0], &row[1], row[2].parse::<f64>().unwrap_or(f64::NAN));
            let reached = table.get(&(half.clone(), group.clone())).map_or(0.0, |(_, score)| *score);
            assert!(reached > least - 0.0015, "{half} {group}: {reached:.3}, recorded {least:.3}");
        }
    }
}
