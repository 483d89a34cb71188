//! Documents whose sentences are those of the real ones in another order: as many as wanted, none like another.

use crate::data;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use strategy_reader::compile;
use strategy_reader::model::{Kind, Lang, Library};

/// A row of numbers that is the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count.max(1)
    }
}

/// Writes folders with documents, each built like a real one.
pub fn write(folder: &Path, count: usize) -> Result<()> {
    let library = data::library()?;
    let pools = [Lang::Nb, Lang::En].map(|lang| (lang, sentences(&library, lang)));
    let mut dice = Dice(7);
    for number in 0..count {
        let model = &library.documents[number % library.documents.len()];
        let prefix = model.original().blocks.first().and_then(|block| block.anchor.split('-').next());
        let prefix = prefix.context("a document without blocks")?.to_owned();
        let own = format!("d{number}x");
        let (from, to) = (data::folder().join(&model.id), folder.join(format!("{}-{number}", model.id)));
        fs::create_dir_all(&to)?;
        let facts = fs::read_to_string(from.join("document.toml"))?;
        let facts = facts.replace(&format!("anchors = \"{prefix}\""), &format!("anchors = \"{own}\""));
        fs::write(to.join("document.toml"), facts)?;
        for (lang, pool) in &pools {
            let Some(edition) = model.edition(*lang) else { continue };
            let name = format!("{}.md", lang.code());
            let mut text = fs::read_to_string(from.join(&name))?;
            for block in edition.blocks.iter().filter(|block| block.text.marks.is_empty()) {
                if matches!(block.kind, Kind::Paragraph | Kind::ListItem | Kind::Lede) {
                    let length = compile::sentences(&block.text.plain).len();
                    let words: Vec<&str> =
                        (0..length).map(|_| pool[dice.below(pool.len())].as_str()).collect();
                    text = text.replacen(
                        &format!("{} {{#{}", block.text.plain, block.anchor),
                        &format!("{} {{#{}", words.join(" "), block.anchor),
                        1,
                    );
                }
            }
            fs::write(to.join(name), text.replace(&format!("{{#{prefix}-"), &format!("{{#{own}-")))?;
        }
    }
    let found = compile::fingerprints(folder).map_err(|problems| anyhow::anyhow!("{problems}"))?;
    for (file, actual) in found {
        let text = fs::read_to_string(&file)?;
        fs::write(&file, compile::with_fingerprint(&text, &actual).context("no place for a fingerprint")?)?;
    }
    Ok(())
}

/// The sentences of the running text that mean the same in Markdown.
fn sentences(library: &Library, lang: Lang) -> Vec<String> {
    let editions = library.documents.iter().filter_map(|document| document.edition(lang));
    let blocks = editions.flat_map(|edition| &edition.blocks).filter(|block| block.kind == Kind::Paragraph);
    let texts = blocks.filter(|block| block.text.marks.is_empty()).map(|block| block.text.plain.as_str());
    let all = texts.flat_map(|text| compile::sentences(text).into_iter().map(|range| text[range].to_owned()));
    all.filter(|sentence| {
        sentence.starts_with(char::is_alphabetic) && !sentence.contains(['\\', '*', '_', '[', '<', '&', '#'])
    })
    .collect()
}

/// What people might ask: words, parts of words, phrases and mistakes, from the real texts.
pub fn queries() -> Result<Vec<String>> {
    let library = data::library()?;
    let mut dice = Dice(11);
    let pool: Vec<String> = [Lang::Nb, Lang::En].iter().flat_map(|lang| sentences(&library, *lang)).collect();
    let mut queries = Vec::new();
    for number in 0..1000 {
        let sentence = &pool[dice.below(pool.len())];
        let words: Vec<&str> = sentence
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
            .collect();
        let at = dice.below(words.len());
        let few = words[at..].iter().take(1 + dice.below(3)).copied().collect::<Vec<_>>().join(" ");
        queries.push(match number % 4 {
            0 => words[at].to_owned(),
            1 => few,
            2 => format!("\"{few}\""),
            // One letter is missing.
            _ => words[at].chars().enumerate().filter(|(index, _)| *index != 2).map(|(_, c)| c).collect(),
        });
    }
    Ok(queries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recombined_documents_are_documents() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("strategy-reader-recombined-{}", std::process::id()));
        write(&folder, 6)?;
        let library = compile::compile(&folder);
        fs::remove_dir_all(&folder)?;
        let library = library.map_err(|problems| anyhow::anyhow!("{problems}"))?;
        assert_eq!(library.documents.len(), 6);
        let words = |at: usize| library.documents[at].original().blocks.iter().map(|block| &block.text.plain);
        assert!(!words(0).eq(words(1)), "two documents with the same words");
        Ok(())
    }
}
