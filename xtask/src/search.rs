//! `search`: asks the search engine, as the reader does. `search WORDS` prints a list, `search --json` reads a JSON array
//! of queries on standard input and prints an object with the hits of each.

use crate::data;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::io::{Read, Write};
use strategy_reader::answers;
use strategy_reader::corpus::Corpus;
use strategy_reader::filter::{self, Selection};
use strategy_reader::model::{Block, Lang};
use strategy_reader::search::{Hit, Index, Outcome, excerpt};

/// A person reads no more.
const MOST_LISTED: usize = 20;

pub fn run(arguments: &[String]) -> Result<()> {
    let corpus = Corpus::new(data::library()?);
    let index = Index::new(&corpus);
    let mut out = std::io::stdout().lock();
    if arguments == ["--json"] {
        let mut text = Vec::new();
        std::io::stdin().read_to_end(&mut text)?;
        // A lone surrogate is no text; what stands in its place finds nothing.
        let queries = queries(&String::from_utf8_lossy(&text))?;
        let (filters, everything) = (filter::Index::new(&corpus), Selection::default());
        let mut all = Map::new();
        for query in queries {
            let found = answers::search(&corpus, (&index, &filters), &query, &everything, None);
            all.insert(query, serde_json::to_value(found)?);
        }
        serde_json::to_writer(&mut out, &Value::Object(all))?;
        writeln!(out)?;
        return Ok(());
    }
    match arguments {
        [] => bail!("search takes the words to look for, or --json"),
        [flag, ..] if flag.starts_with("--") => bail!("search takes no `{flag}`; write the words, or --json"),
        words => print!("{}", list(&corpus, &index, &words.join(" "))),
    }
    Ok(())
}

fn queries(text: &str) -> Result<Vec<String>> {
    let parsed: Value = serde_json::from_str(text)
        .or_else(|_| serde_json::from_str(&without_lone_surrogates(text)))
        .context("standard input is no JSON")?;
    let array = parsed.as_array().context("standard input is no JSON array of queries")?;
    let strings = array.iter().map(|query| query.as_str().map(str::to_owned));
    strings.collect::<Option<Vec<String>>>().context("a query in the array is no string")
}

/// JSON may escape one half of a sign, which JavaScript's strings can hold and Unicode text cannot.
fn without_lone_surrogates(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        clean.push_str(&rest[..at]);
        let half = |text: &str| {
            text.strip_prefix("\\u").and_then(|code| u32::from_str_radix(code.get(..4)?, 16).ok())
        };
        let here = half(&rest[at..]);
        let next = rest.get(at + 6..).and_then(half);
        let length = match (here, next) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(0xd800..=0xdfff), _) => 0,
            (Some(_), _) => 6,
            (None, _) => 2.min(rest.len() - at),
        };
        if length == 0 {
            clean.push_str("\\ufffd");
            rest = &rest[at + 6..];
        } else {
            let end = rest[at..]
                .char_indices()
                .map(|(place, _)| place)
                .nth(length)
                .map_or(rest.len(), |end| at + end);
            clean.push_str(&rest[at..end]);
            rest = &rest[end..];
        }
    }
    clean + rest
}

fn original<'a>(corpus: &'a Corpus, hit: &Hit) -> (&'a Block, Lang) {
    let edition = corpus.documents()[hit.document].original();
    let block = &edition.blocks[hit.block];
    (block, block.lang.unwrap_or(edition.lang))
}

fn list(corpus: &Corpus, index: &Index, query: &str) -> String {
    let answer = index.ask(query);
    let mut list = match answer.outcome {
        Outcome::Found => format!("{} found\n", answer.hits.len()),
        Outcome::Blank => "nothing was asked\n".to_owned(),
        Outcome::Nothing => "nothing found\n".to_owned(),
        Outcome::OnlyCommon => "only words that stand everywhere\n".to_owned(),
        Outcome::OnlyMinus => "only words that must not be there\n".to_owned(),
    };
    for (typed, instead) in &answer.corrections {
        list += &format!("«{instead}» for «{typed}»\n");
    }
    if let Some(suggestion) = &answer.suggestion {
        list += &format!("perhaps: {suggestion}\n");
    }
    for (number, hit) in answer.hits.iter().take(MOST_LISTED).enumerate() {
        let (block, _) = original(corpus, hit);
        list += &format!("\n{:2}. {}  {:.2}\n", number + 1, block.anchor, hit.score);
        let Some(shown) = index.show(corpus, &answer, hit, Lang::Nb) else { continue };
        let edition = &corpus.documents()[hit.document].editions[shown.edition];
        let runs = excerpt(&edition.blocks[shown.block].text.plain, &shown.marks).into_iter();
        let words: String =
            runs.map(|run| if run.marked { format!("[{}]", run.text) } else { run.text }).collect();
        let instead = shown.instead.map(|words| format!(" (for «{words}»)")).unwrap_or_default();
        list += &format!("    {}: {words}{instead}\n", shown.lang.code());
    }
    list
}
