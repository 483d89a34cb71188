//! `dump`: the documents as JSON, blocks in reading order, for whoever wants to check or reuse them.

use crate::data;
use anyhow::{Result, bail};
use serde_json::{Map, Value, json};
use std::io::Write;
use strategy_reader::model::{Block, Edition, Kind, Library};

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(stray) = arguments.first() {
        bail!("dump takes no `{stray}`");
    }
    let dump = dump(&data::library()?);
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &dump)?;
    writeln!(out)?;
    Ok(())
}

fn dump(library: &Library) -> Value {
    let documents = library.documents.iter().map(|document| {
        let editions = document.editions.iter();
        let editions = editions.map(|edition| (edition.lang.code().to_owned(), blocks(edition)));
        (document.id.clone(), Value::Object(editions.collect()))
    });
    Value::Object(documents.collect::<Map<_, _>>())
}

fn blocks(edition: &Edition) -> Value {
    edition.blocks.iter().map(|block| describe(block, edition)).collect()
}

fn describe(block: &Block, edition: &Edition) -> Value {
    json!({
        "anchor": block.anchor,
        "kind": block.kind.name(),
        "level": (block.kind == Kind::Heading).then_some(block.level),
        "page": block.page,
        "lang": block.lang.unwrap_or(edition.lang).code(),
        "text": block.text.plain,
    })
}
