//! Documents whose sentences are those of the real ones in another order, each with what editors say of it: as many as
//! wanted, none like another.

use super::tagged::{Said, Sentence, sentences};
use crate::data;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use strategy_reader::compile;
use strategy_reader::model::{Block, Document, Edition, Kind, Lang, Library};

/// A row of numbers that is the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count.max(1)
    }
}

/// Writes folders with documents, each built like a real one. The first five have its title and year too.
pub fn write(folder: &Path, count: usize) -> Result<()> {
    let library = data::library()?;
    let (pool, titles) = (sentences(&library), titles(&library));
    let mut dice = Dice(7);
    for number in 0..count {
        let model = &library.documents[number % library.documents.len()];
        let renamed = number >= library.documents.len();
        let title = renamed.then(|| &titles[dice.below(titles.len())]);
        let year = renamed.then(|| 1995 + dice.below(31));
        let to = folder.join(format!("{}-{number}", model.id));
        fs::create_dir_all(&to)?;
        let own = Own { model, prefix: format!("d{number}x"), said: Said::new(&library, model) };
        own.write(&to, &pool, &mut dice, title, year)?;
    }
    fs::create_dir_all(folder.join("vocabulary"))?;
    for file in fs::read_dir(data::folder().join("vocabulary"))? {
        let file = file?;
        fs::copy(file.path(), folder.join("vocabulary").join(file.file_name()))?;
    }
    let found = compile::fingerprints(folder).map_err(|problems| anyhow::anyhow!("{problems}"))?;
    for (file, actual) in found {
        let text = fs::read_to_string(&file)?;
        fs::write(&file, compile::with_fingerprint(&text, &actual).context("no place for a fingerprint")?)?;
    }
    Ok(())
}

/// A document that is built like another.
struct Own<'a> {
    model: &'a Document,
    /// The word before its anchors.
    prefix: String,
    said: Said<'a>,
}

impl Own<'_> {
    fn write(
        mut self,
        to: &Path,
        pool: &[Sentence],
        dice: &mut Dice,
        title: Option<&[String; 2]>,
        year: Option<usize>,
    ) -> Result<()> {
        let model = self.model;
        let from = data::folder().join(&model.id);
        let file = |lang: Lang| format!("{}.md", lang.code());
        let mut texts = Vec::new();
        for edition in &model.editions {
            texts.push(fs::read_to_string(from.join(file(edition.lang)))?);
        }
        for (place, block) in model.original().blocks.iter().enumerate() {
            let chosen = chosen(model, block, &texts, pool, dice);
            if let Some(chosen) = &chosen {
                for (text, edition) in texts.iter_mut().zip(&model.editions) {
                    let Some(before) = written(edition, block) else { continue };
                    let words: Vec<&str> = chosen.iter().map(|one| one.words_in(edition.lang)).collect();
                    let after = format!("{} {{#{}", words.join(" "), block.anchor);
                    *text = text.replacen(&before, &after, 1);
                }
            }
            self.said.add(place, chosen.as_deref());
        }
        let old = model.original().blocks.first().and_then(|block| block.anchor.split('-').next());
        let old = old.context("a document without blocks")?;
        for (text, edition) in texts.iter_mut().zip(&model.editions) {
            if let Some(title) = title {
                let title = &title[usize::from(edition.lang == Lang::En)];
                // A printed heading is a block with tags of its own, and stays.
                let front = |title| format!("title = {title:?}");
                *text = text.replacen(&front(&edition.title), &front(title), 1);
            }
            *text = text.replace(&format!("{{#{old}-"), &format!("{{#{}-", self.prefix));
            fs::write(to.join(file(edition.lang)), text)?;
        }
        let facts = fs::read_to_string(from.join("document.toml"))?;
        let facts = facts.replace(&format!("anchors = \"{old}\""), &format!("anchors = \"{}\"", self.prefix));
        fs::write(to.join("document.toml"), issued_in(&facts, year))?;
        self.said.write(to, old, &self.prefix)
    }
}

/// Sentences for a block, if it can have others in every edition: as many as it has, each with what it says in the other
/// language, so that the editions still agree.
fn chosen<'a>(
    model: &Document,
    block: &Block,
    texts: &[String],
    pool: &'a [Sentence],
    dice: &mut Dice,
) -> Option<Vec<&'a Sentence>> {
    let whole = |(text, edition): (&String, &Edition)| {
        written(edition, block).is_some_and(|written| text.contains(&written))
    };
    if !matches!(block.kind, Kind::Paragraph | Kind::ListItem | Kind::Lede)
        || !texts.iter().zip(&model.editions).all(whole)
    {
        return None;
    }
    let length = compile::sentences(&block.text.plain).len();
    let chosen: Vec<&Sentence> = (0..length).map(|_| &pool[dice.below(pool.len())]).collect();
    // Where one ends and the next begins is a matter of both.
    let parted = model.editions.iter().all(|edition| {
        let words: Vec<&str> = chosen.iter().map(|one| one.words_in(edition.lang)).collect();
        compile::sentences(&words.join(" ")).len() == length
    });
    parted.then_some(chosen)
}

/// How a block stands in the file of an edition, up to its anchor; none where it means more than its words.
fn written(edition: &Edition, block: &Block) -> Option<String> {
    let there = edition.blocks.iter().find(|there| there.anchor == block.anchor)?;
    there.text.marks.is_empty().then(|| format!("{} {{#{}", there.text.plain, there.anchor))
}

/// The facts with another year, where there is one.
fn issued_in(facts: &str, year: Option<usize>) -> String {
    let Some(year) = year else { return facts.to_owned() };
    let told = |line: &str| match line.split_once(" = ").map(|(key, _)| key) {
        Some("date") => format!("date = {year}-05-08\n"),
        Some("year") => format!("year = {year}\n"),
        Some("words") => String::new(),
        _ => format!("{line}\n"),
    };
    facts.lines().map(told).collect()
}

/// The headings of the real documents in both languages.
fn titles(library: &Library) -> Vec<[String; 2]> {
    let mut titles = Vec::new();
    for document in &library.documents {
        let [nb, en] = [Lang::Nb, Lang::En].map(|lang| document.edition(lang));
        let headings =
            nb.iter().flat_map(|edition| &edition.blocks).filter(|block| block.kind == Kind::Heading);
        for heading in headings {
            let other =
                en.and_then(|edition| edition.blocks.iter().find(|block| block.anchor == heading.anchor));
            titles.extend(other.map(|other| [heading.text.plain.clone(), other.text.plain.clone()]));
        }
    }
    titles
}

/// What people might ask: words, parts of words, phrases and mistakes, from the real texts.
pub fn queries() -> Result<Vec<String>> {
    let library = data::library()?;
    let mut dice = Dice(11);
    let all = sentences(&library);
    let pool: Vec<&str> =
        [Lang::Nb, Lang::En].iter().flat_map(|lang| all.iter().map(|one| one.words_in(*lang))).collect();
    let mut queries = Vec::new();
    for number in 0..1000 {
        let sentence = pool[dice.below(pool.len())];
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
        write(&folder, 7)?;
        let library = compile::compile(&folder);
        fs::remove_dir_all(&folder)?;
        let library = library.map_err(|problems| anyhow::anyhow!("{problems}"))?;
        assert_eq!(library.documents.len(), 7);
        let real = data::library()?;
        for document in &library.documents {
            let built_like = |id: &str| document.id.starts_with(&format!("{id}-"));
            let model = real.documents.iter().find(|model| built_like(&model.id)).context("no model")?;
            let words = |document: &Document| {
                document.original().blocks.iter().map(|block| block.text.plain.clone()).collect::<Vec<_>>()
            };
            assert_ne!(words(document), words(model), "{} has the words of its model", document.id);
            let tagged =
                |document: &Document| document.tags.iter().filter(|tags| !tags.themes.is_empty()).count();
            assert!(tagged(document) * 2 > tagged(model), "{} has few themes", document.id);
        }
        let commitments = |library: &Library| {
            library.documents.iter().map(|document| document.commitments.len()).sum::<usize>()
        };
        assert!(commitments(&library) * 2 > commitments(&real), "there are few commitments");
        Ok(())
    }
}
