//! The tables of the two hands, the decisions, and the tags that came out of them.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A question: a block, or with `n` above 0 a sentence of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub anchor: String,
    pub n: usize,
}

/// The rows of a TSV file by their cells, each value under the name of its column.
pub type Table = BTreeMap<Cell, BTreeMap<String, String>>;

/// The folders of the documents that two people have tagged.
pub fn documents(data: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(data).with_context(|| format!("{}", data.display()))?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.retain(|folder| folder.join("tagging").is_dir());
    folders.sort();
    Ok(folders)
}

/// What two people answered, what was decided, and what the tags say.
pub struct Hands {
    first: Table,
    second: Table,
    decided: BTreeMap<(Cell, String), String>,
    tags: Table,
}

impl Hands {
    pub fn read(folder: &Path) -> Result<Self> {
        let tagging = folder.join("tagging");
        let both = |name: &str| -> Result<Table> {
            let mut table = table(&tagging.join(format!("{name}.tsv")))?;
            table.extend(self::table(&tagging.join(format!("{name}-sentences.tsv")))?);
            Ok(table)
        };
        let mut tags = table(&folder.join("tags.tsv"))?;
        tags.extend(table(&folder.join("sentences.tsv"))?);
        let mut decided = BTreeMap::new();
        for mut row in rows(&tagging.join("decisions.tsv"))? {
            let mut take = |column: &str| row.remove(column).unwrap_or_default();
            let cell = Cell { anchor: take("anchor"), n: take("n").parse().unwrap_or(0) };
            decided.insert((cell, take("column")), take("decided"));
        }
        Ok(Hands { first: both("first")?, second: both("second")?, decided, tags })
    }

    /// The values of both hands for a column, where both had the question.
    pub fn compared<'a>(&'a self, column: &'a str) -> impl Iterator<Item = (Cell, String, String)> + 'a {
        self.first.iter().filter_map(move |(cell, first)| {
            let second = self.second.get(cell)?;
            let on_commitment = matches!(column, "strength" | "binds" | "actor" | "asks" | "own themes");
            let both_commit =
                [first, second].iter().all(|row| row.get("kind").is_some_and(|kind| kind == "commitment"));
            if on_commitment && !both_commit {
                return None;
            }
            Some((cell.clone(), value(first, column)?, value(second, column)?))
        })
    }

    /// Where the tags are neither what both said nor what was decided.
    pub fn undecided(&self) -> Vec<String> {
        let mut found = Vec::new();
        for column in super::COLUMNS.map(|(column, _)| column) {
            for (cell, first, second) in self.compared(column) {
                let decided = self.decided.get(&(cell.clone(), column.to_owned()));
                let Some(expected) = decided.or((first == second).then_some(&first)) else {
                    found.push(format!(
                        "{} {} {column}: “{first}” or “{second}”, not decided",
                        cell.anchor, cell.n
                    ));
                    continue;
                };
                let tagged = self.tags.get(&cell).and_then(|row| value(row, column)).unwrap_or_default();
                // A sentence that was decided to commit nobody has no values of a commitment left.
                let commits = self
                    .tags
                    .get(&cell)
                    .and_then(|row| row.get("kind"))
                    .is_none_or(|kind| kind == "commitment");
                if tagged != *expected && (tagged != "-" || commits) {
                    found.push(format!(
                        "{} {} {column}: tagged “{tagged}”, decided “{expected}”",
                        cell.anchor, cell.n
                    ));
                }
            }
        }
        found
    }
}

/// A value in the form in which it is compared: `themes` are the main theme and the others together, a set is sorted.
fn value(row: &BTreeMap<String, String>, column: &str) -> Option<String> {
    let set = |values: &[&str]| {
        let mut ids: Vec<&str> = values.iter().flat_map(|value| value.split(' ')).collect();
        ids.retain(|id| !id.is_empty() && *id != "-");
        ids.sort_unstable();
        ids.dedup();
        if ids.is_empty() { "-".to_owned() } else { ids.join(" ") }
    };
    match column {
        // A row of a block has no kind, a row of a sentence no `also`.
        "themes" => Some(set(&[row.get("theme")?, row.get("also")?])),
        "own themes" => Some(set(&[row.get("kind").and(row.get("themes"))?])),
        "addressed" | "asks" => Some(set(&[row.get(column)?])),
        _ => row.get(column).cloned(),
    }
}

fn table(file: &Path) -> Result<Table> {
    let mut table = Table::new();
    for mut row in rows(file)? {
        let anchor = row.remove("anchor").unwrap_or_default();
        let n = row.remove("n").and_then(|n| n.parse().ok()).unwrap_or(0);
        table.insert(Cell { anchor, n }, row);
    }
    Ok(table)
}

/// The rows of a TSV file; none where there is no such file.
fn rows(file: &Path) -> Result<Vec<BTreeMap<String, String>>> {
    if !file.is_file() {
        return Ok(Vec::new());
    }
    let mut builder = csv::ReaderBuilder::new();
    let mut reader = builder
        .delimiter(b'\t')
        .quoting(false)
        .from_path(file)
        .with_context(|| file.display().to_string())?;
    reader.deserialize().map(|row| row.with_context(|| file.display().to_string())).collect()
}
