//! `drafts`: what `import` makes of the five extracted texts, held against their real editions. Each is drafted as a
//! stranger's text would be: with the words of the other documents, not of its own edition.

mod compare;
mod wrapped;

use crate::data;
use anyhow::{Context, Result, bail, ensure};
use compare::{Score, Text};
use std::fs;
use strategy_reader::import::{self, Draft, Lexicon, Request};
use strategy_reader::mends;
use strategy_reader::model::{Document, Edition, Kind, Lang, Library};
use wrapped::Hyphens;

pub fn run(arguments: &[String]) -> Result<()> {
    let told = match arguments {
        [] => false,
        [flag] if flag == "--all" => true,
        _ => bail!("drafts takes nothing, or --all for every difference"),
    };
    let library = data::library()?;
    println!("{}", Score::HEADER);
    let print = |name: &str, score: &Score| {
        println!("{name:30} {score}");
        if told {
            score.differences.iter().for_each(|difference| println!("    {difference}"));
        }
    };
    for document in &library.documents {
        print(&document.id, &sourced(&library, document)?);
    }
    for lang in [Lang::Nb, Lang::En] {
        for (hyphens, name) in wrapped::ALL {
            let mut sum = Score::default();
            for document in &library.documents {
                if let Some(edition) = document.edition(lang) {
                    sum += rewrapped(&library, document, edition, hyphens)?;
                }
            }
            print(&format!("{}, {name}", lang.code()), &sum);
        }
    }
    Ok(())
}

/// The extracted text of a document, drafted with the words of the others.
fn sourced(library: &Library, document: &Document) -> Result<Score> {
    let folder = data::folder().join(&document.id);
    let source = fs::read_to_string(folder.join("source.txt")).context("source.txt cannot be read")?;
    let list = fs::read_to_string(folder.join("mends.tsv")).context("mends.tsv cannot be read")?;
    let truth = Text::of(&source, &mends::read(&list)?, listed(document.original()))?;
    ensure!(
        draft(library, document, &source)?.lang == document.original().lang,
        "the language is guessed wrongly"
    );
    compared(library, document, &source, &truth)
}

/// An edition wrapped anew, drafted with the words of the other documents.
fn rewrapped(library: &Library, document: &Document, edition: &Edition, hyphens: Hyphens) -> Result<Score> {
    let source = wrapped::wrapped(edition, hyphens);
    let truth = Text::aligned(&source, listed(edition))?;
    compared(library, document, &source, &truth)
}

fn compared(library: &Library, document: &Document, source: &str, truth: &Text) -> Result<Score> {
    let draft = draft(library, document, source)?;
    let blocks = draft.blocks.iter().map(|block| (block.text.as_str(), block.kind)).collect();
    Ok(compare::compare(source, truth, &Text::of(source, &draft.mends, blocks)?))
}

fn draft(library: &Library, document: &Document, source: &str) -> Result<Draft> {
    let others = || library.documents.iter().filter(|other| other.id != document.id);
    let known = |lang| Lexicon::of(others(), lang);
    Ok(import::draft(source, Request { id: &document.id, lang: None, known: &known })?)
}

fn listed(edition: &Edition) -> Vec<(&str, Kind)> {
    edition.blocks.iter().map(|block| (block.text.plain.as_str(), block.kind)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was reached; whoever changes a rule of `import` sees here whether it got worse.
    #[test]
    fn drafts_are_as_good_as_they_were() -> Result<()> {
        let library = data::library()?;
        let of = |count: compare::Count| (count.right, count.wrong, count.missed);
        for (id, joins, spaces, blocks, headings) in [
            ("cyber-2017", (18, 0, 1), (6, 0, 4), (82, 0, 0), (16, 0, 0)),
            ("fss-2020", (0, 0, 0), (0, 0, 0), (33, 0, 0), (8, 0, 0)),
            ("nss-2025", (43, 0, 0), (0, 0, 0), (258, 1, 0), (48, 0, 1)),
            ("secpol-2017", (0, 0, 0), (1, 0, 0), (22, 0, 0), (8, 0, 0)),
            ("secpol-2020", (0, 0, 0), (0, 0, 0), (7, 0, 0), (1, 0, 0)),
        ] {
            let document = library.documents.iter().find(|document| document.id == id).context(id)?;
            let score = sourced(&library, document)?;
            let found = [score.joins, score.spaces, score.breaks, score.headings].map(of);
            assert_eq!(found, [joins, spaces, blocks, headings], "{id}: {:#?}", score.differences);
        }
        Ok(())
    }

    #[test]
    fn line_ends_of_whole_editions_are_mostly_decided_rightly() -> Result<()> {
        let library = data::library()?;
        for (lang, hyphens, least, most_wrong) in [
            (Lang::Nb, Hyphens::Kept, 350, 1),
            (Lang::Nb, Hyphens::LostAmongSpaces, 345, 1),
            (Lang::Nb, Hyphens::Lost, 315, 8),
            (Lang::En, Hyphens::Kept, 335, 2),
        ] {
            let mut sum = Score::default();
            for document in &library.documents {
                if let Some(edition) = document.edition(lang) {
                    sum += rewrapped(&library, document, edition, hyphens)?;
                }
            }
            assert!(sum.joins.right >= least && sum.joins.wrong <= most_wrong, "{}: {sum}", lang.code());
        }
        Ok(())
    }
}
