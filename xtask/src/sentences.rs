//! `sentences`: every sentence with its number, as tags and commitments count them.

use crate::data;
use anyhow::{Result, bail};
use strategy_reader::compile;

pub fn run(arguments: &[String]) -> Result<()> {
    let library = data::library()?;
    let wanted = arguments.first();
    if let Some(id) = wanted.filter(|id| library.documents.iter().all(|document| document.id != **id)) {
        let ids: Vec<&str> = library.documents.iter().map(|document| document.id.as_str()).collect();
        bail!("there is no document `{id}`; there are {}", ids.join(", "));
    }
    println!("anchor\tlang\tn\twords");
    for document in library.documents.iter().filter(|document| wanted.is_none_or(|id| document.id == *id)) {
        for edition in &document.editions {
            for block in &edition.blocks {
                let words = &block.text.plain;
                for (index, range) in compile::sentences(words).into_iter().enumerate() {
                    println!("{}\t{}\t{}\t{}", block.anchor, edition.lang.code(), index + 1, &words[range]);
                }
            }
        }
    }
    Ok(())
}
