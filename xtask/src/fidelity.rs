//! `fidelity`: proves that every original has the words of its source, the listed mends apart.

use crate::data;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use strategy_reader::mends::{self, Mend};
use strategy_reader::model::Document;

pub fn run(arguments: &[String]) -> Result<()> {
    let seeds = match arguments {
        [] => None,
        [flag, folder] if flag == "--seeds" => Some(PathBuf::from(folder)),
        _ => bail!("fidelity takes nothing, or --seeds DIR"),
    };
    let library = data::library()?;
    let mut faults = Vec::new();
    for document in &library.documents {
        if let Err(error) = compare(document, seeds.as_deref()) {
            faults.push(format!("{}: {error:#}", document.id));
        }
    }
    if !faults.is_empty() {
        bail!("the originals differ from their sources\n{}", faults.join("\n"));
    }
    Ok(())
}

fn compare(document: &Document, seeds: Option<&Path>) -> Result<()> {
    let folder = data::folder().join(&document.id);
    let source = fs::read_to_string(folder.join("source.txt")).context("source.txt cannot be read")?;
    if let Some(seeds) = seeds {
        check_seed(&source, seeds)?;
    }
    let list = fs::read_to_string(folder.join("mends.tsv")).context("mends.tsv cannot be read")?;
    let mends = mends::read(&list)?;
    let mended = collapse(&mends::apply(&source, &mends)?);
    let blocks = document.original().blocks.iter();
    let edition = collapse(&blocks.map(|block| block.text.plain.as_str()).collect::<Vec<_>>().join(" "));
    if let Some(place) = first_difference(&mended, &edition) {
        bail!(
            "the words part here\n  source:  …{}…\n  edition: …{}…",
            excerpt(&mended, place),
            excerpt(&edition, place)
        );
    }
    let letters = edition.chars().filter(|c| !c.is_whitespace()).count();
    println!("{}: {letters} characters equal; {}", document.id, summary(&mends));
    Ok(())
}

/// The source must be one of the extracted texts, to the byte.
fn check_seed(source: &str, seeds: &Path) -> Result<()> {
    let entries = fs::read_dir(seeds).with_context(|| format!("{} cannot be read", seeds.display()))?;
    let found =
        entries.flatten().any(|entry| fs::read(entry.path()).is_ok_and(|seed| seed == source.as_bytes()));
    if !found {
        bail!(
            "source.txt equals none of the extracted texts in {}; put the untouched one back",
            seeds.display()
        );
    }
    Ok(())
}

/// Every run of white space, no-break spaces included, becomes one space.
fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The place, counted in characters, at which two texts part.
fn first_difference(left: &str, right: &str) -> Option<usize> {
    let same = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    (left != right).then_some(same)
}

fn excerpt(text: &str, place: usize) -> String {
    text.chars().skip(place.saturating_sub(40)).take(80).collect()
}

fn summary(mends: &[Mend]) -> String {
    let mut counts = BTreeMap::new();
    for mend in mends {
        *counts.entry(mend.class.as_str()).or_insert(0) += 1;
    }
    let counts: Vec<String> = counts.iter().map(|(class, count)| format!("{count} {class}")).collect();
    if counts.is_empty() {
        "no mends".to_owned()
    } else {
        format!("{} mends: {}", mends.len(), counts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_found_at_its_character() {
        assert_eq!(first_difference("våre", "våre"), None);
        assert_eq!(first_difference("våre land", "våre hav"), Some(5));
        assert_eq!(first_difference("våre", "våre land"), Some(4));
    }

    #[test]
    fn white_space_counts_as_one_space() {
        assert_eq!(collapse(" a\u{a0}\n\n  b\tc "), "a b c");
    }
}
