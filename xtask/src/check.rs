//! `check`: reads `data/`, reports every problem, and compares the editions; `fingerprint`: writes the fingerprints that it asks for.

use crate::{compare, data};
use anyhow::{Context, Result, bail, ensure};
use std::fs;
use strategy_reader::compile;

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(stray) = arguments.first() {
        bail!("check takes no `{stray}`");
    }
    let library = data::library()?;
    let editions = library.documents.iter().map(|document| document.editions.len()).sum::<usize>();
    let documents = library.documents.len();
    let findings = compare::findings(library)?;
    ensure!(findings.is_empty(), "in data/:\n{}\n{} differences", findings.join("\n"), findings.len());
    println!("data: {documents} documents in {editions} editions, no problem");
    Ok(())
}

/// Writes the fingerprint of each edition whose words have changed into its front matter, and says so.
pub fn fingerprint(arguments: &[String]) -> Result<()> {
    if let Some(stray) = arguments.first() {
        bail!("fingerprint takes no `{stray}`");
    }
    let found = compile::fingerprints(&data::folder())
        .map_err(|problems| anyhow::anyhow!("in data/:\n{}", data::relative(&problems.to_string())))?;
    let mut written = 0;
    for (file, actual) in found {
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let stated = compile::with_fingerprint(&text, &actual);
        let stated = stated.with_context(|| format!("{} has no line `fingerprint = …`", file.display()))?;
        if stated != text {
            fs::write(&file, stated).with_context(|| format!("{} cannot be written", file.display()))?;
            println!("{}: {actual}", data::relative(&file.display().to_string()));
            written += 1;
        }
    }
    println!("fingerprints: {written} written");
    Ok(())
}
