//! `dump`: the documents as JSON, for whoever wants to check or reuse them.
//!
//! A document is a key, in it each language, in it the blocks in reading order. A block has anchor, kind, level (of a
//! heading), page, lang and text, its sentences as the tags count them, and under `aligned` the anchors of the blocks
//! that say the same in each other language. What editors say stands on the blocks of the original only: themes (the main
//! one first), the actors addressed, the names in it, the kind of each sentence, and the commitments. They are named by the
//! ids of `data/vocabulary/`.

use crate::data;
use anyhow::{Result, bail};
use serde_json::{Map, Value, json};
use std::io::Write;
use strategy_reader::compile;
use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::model::{Block, Commitment, Entry, Kind, Library, Tags, Vocabulary};

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(stray) = arguments.first() {
        bail!("dump takes no `{stray}`");
    }
    let dump = dump(data::library()?);
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &dump)?;
    writeln!(out)?;
    Ok(())
}

fn dump(library: Library) -> Value {
    let vocabulary = library.vocabulary.clone();
    let corpus = Corpus::new(library);
    let ids = Ids::of(&vocabulary);
    let mut documents = Map::new();
    for view in corpus.editions() {
        let document = documents.entry(&view.document.id).or_insert_with(|| json!({}));
        let editions: Vec<EditionView> =
            corpus.editions().filter(|other| other.document.id == view.document.id).collect();
        document[view.edition.lang.code()] = Writer { view, editions, ids: &ids }.blocks();
    }
    Value::Object(documents)
}

struct Writer<'a> {
    view: EditionView<'a>,
    /// All of the document, this one among them.
    editions: Vec<EditionView<'a>>,
    ids: &'a Ids<'a>,
}

impl Writer<'_> {
    fn blocks(&self) -> Value {
        (0..self.view.edition.blocks.len()).map(|index| Value::Object(self.block(index))).collect()
    }

    fn block(&self, index: usize) -> Map<String, Value> {
        let (document, edition) = (self.view.document, self.view.edition);
        let block = self.view.block(index);
        let is_original = edition.lang == document.original().lang;
        let tags = document.tags.get(index).filter(|_| is_original);
        let mut told = Map::new();
        let mut tell = |key: &str, value: Value| told.insert(key.to_owned(), value);
        tell("anchor", block.anchor.clone().into());
        tell("kind", block.kind.name().into());
        tell("level", (block.kind == Kind::Heading).then_some(block.level).into());
        tell("page", block.page.into());
        tell("lang", block.lang.unwrap_or(edition.lang).code().into());
        tell("text", block.text.plain.clone().into());
        tell("aligned", self.aligned(index));
        tell("sentences", sentences(block, tags));
        if let Some(tags) = tags {
            tell("themes", at(&tags.themes, &self.ids.themes));
            tell("addressed", at(&tags.addressed, &self.ids.actors));
            tell("names", at(&tags.names, &self.ids.names));
            let own = document.commitments.iter().filter(|commitment| commitment.block as usize == index);
            tell("commitments", own.map(|commitment| self.commitment(commitment, tags)).collect());
        }
        told
    }

    fn aligned(&self, index: usize) -> Value {
        let others = self.editions.iter().filter(|other| other.edition.lang != self.view.edition.lang);
        let anchors = others.map(|other| {
            let blocks = other.aligned(self.view.edition, index);
            let anchors: Vec<&str> = blocks.map(|block| other.block(block).anchor.as_str()).collect();
            (other.edition.lang.code().to_owned(), json!(anchors))
        });
        Value::Object(anchors.collect())
    }

    fn commitment(&self, commitment: &Commitment, tags: &Tags) -> Value {
        let block = commitment.block as usize;
        let themes = if commitment.themes.is_empty() { &tags.themes } else { &commitment.themes };
        json!({
            "anchor": format!("{}-f{}", self.view.block(block).anchor, commitment.number),
            "words": self.words(|edition| {
                let pieces = edition.words_of(commitment).into_iter();
                pieces.map(|(block, range)| &edition.block(block).text.plain[range]).collect()
            }),
            "lead-in": self.lead_in(block),
            "strength": commitment.strength.word(),
            "binds": commitment.binds.word(),
            "actor": commitment.actor.and_then(|actor| self.ids.actors.get(usize::from(actor))),
            "named": commitment.named,
            "names": at(&commitment.names, &self.ids.names),
            "asks": at(&commitment.asks, &self.ids.actors),
            "themes": at(themes, &self.ids.themes),
        })
    }

    /// What an item completes: the lead-in or the heading above its list.
    fn lead_in(&self, item: usize) -> Option<Value> {
        let is_item = |block: usize| self.view.block(block).kind == Kind::ListItem;
        let above = (0..item).rfind(|block| !is_item(*block)).filter(|_| is_item(item))?;
        let words = self.words(|edition| {
            let blocks = edition.aligned(self.view.edition, above);
            blocks.map(|block| edition.block(block).text.plain.as_str()).collect()
        });
        Some(json!({ "anchor": self.view.block(above).anchor, "words": words }))
    }

    /// Words by language; an edition that leaves them out has none.
    fn words<'a>(&'a self, words: impl Fn(&EditionView<'a>) -> Vec<&'a str>) -> Value {
        let editions = self.editions.iter().map(|edition| (edition, words(edition)));
        let editions = editions.filter(|(_, words)| !words.is_empty());
        let words = editions
            .map(|(edition, words)| (edition.edition.lang.code().to_owned(), Value::from(words.join(" "))));
        Value::Object(words.collect())
    }
}

fn sentences(block: &Block, tags: Option<&Tags>) -> Value {
    let text = &block.text.plain;
    let ranges = compile::sentences(text).into_iter().enumerate();
    let told = ranges.map(|(index, range)| {
        let kind = tags.and_then(|tags| tags.statements.get(index).copied().flatten());
        match tags {
            Some(_) => json!({ "words": &text[range], "kind": kind.map(|kind| kind.word()) }),
            None => json!({ "words": &text[range] }),
        }
    });
    told.collect()
}

/// The ids of the vocabularies, by their places.
struct Ids<'a> {
    themes: Vec<&'a str>,
    actors: Vec<&'a str>,
    names: Vec<&'a str>,
}

impl<'a> Ids<'a> {
    fn of(vocabulary: &'a Vocabulary) -> Self {
        let entries = |entries: &'a [Entry]| entries.iter().map(|entry| entry.id.as_str()).collect();
        let names = vocabulary.names.iter().map(|name| name.id.as_str()).collect();
        Ids { themes: entries(&vocabulary.themes), actors: entries(&vocabulary.actors), names }
    }
}

fn at(places: &[u16], ids: &[&str]) -> Value {
    places.iter().map(|place| ids.get(usize::from(*place)).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::dump;
    use crate::data;
    use serde_json::{Value, json};
    use strategy_reader::compile;

    fn sample(name: &str) -> Value {
        let library = compile::compile(&data::root().join("tests/fixtures").join(name));
        dump(library.unwrap_or_else(|problems| panic!("{problems}")))
    }

    fn block<'a>(dump: &'a Value, edition: &str, anchor: &str) -> &'a Value {
        let blocks = dump.pointer(edition).and_then(Value::as_array);
        let found = blocks.into_iter().flatten().find(|block| block["anchor"] == anchor);
        found.unwrap_or_else(|| panic!("there is no {anchor} in {edition}"))
    }

    #[test]
    fn a_block_of_the_original_says_all_that_is_known_of_it() {
        let dump = sample("library");
        let lead = json!({ "nb": "Regjeringen vil:", "en": "The Government will:" });
        let expected = json!({
            "anchor": "alfa-forste-3",
            "kind": "list-item",
            "level": null,
            "page": null,
            "lang": "nb",
            "text": "Gjøre mer. Og så videre.",
            "aligned": { "en": ["alfa-forste-3"] },
            "sentences": [
                { "words": "Gjøre mer.", "kind": "commitment" },
                { "words": "Og så videre.", "kind": "fact" },
            ],
            "themes": ["mer", "mindre"],
            "addressed": ["andre"],
            "names": [],
            "commitments": [{
                "anchor": "alfa-forste-3-f1",
                "words": { "nb": "Gjøre mer.", "en": "Do more." },
                "lead-in": { "anchor": "alfa-forste-2", "words": lead },
                "strength": "shall",
                "binds": "state",
                "actor": "staten",
                "named": "Regjeringen",
                "names": [],
                "asks": ["andre"],
                "themes": ["mer", "mindre"],
            }],
        });
        assert_eq!(*block(&dump, "/alfa-2024/nb", "alfa-forste-3"), expected);
        // Stated of the sentence where it is about less than its block; nobody is named.
        let own = &block(&dump, "/alfa-2024/nb", "alfa-forste-4")["commitments"][0];
        assert_eq!(
            (&own["themes"], &own["actor"], &own["named"]),
            (&json!(["mer"]), &Value::Null, &json!(""))
        );
    }

    #[test]
    fn a_block_of_a_translation_says_what_it_translates() {
        let expected = json!({
            "anchor": "alfa-underdel",
            "kind": "heading",
            "level": 3,
            "page": 5,
            "lang": "en",
            "text": "Part on a known page",
            "aligned": { "nb": ["alfa-underdel"] },
            "sentences": [{ "words": "Part on a known page" }],
        });
        assert_eq!(*block(&sample("library"), "/alfa-2024/en", "alfa-underdel"), expected);
    }

    #[test]
    fn editions_are_followed_through_a_split_a_join_and_a_gap() {
        let dump = sample("parted");
        let aligned = |edition: &str, anchor: &str| block(&dump, edition, anchor)["aligned"].clone();
        let (nb, en) = ("/gamma-2022/nb", "/gamma-2022/en");
        assert_eq!(aligned(nb, "gamma-delt-1"), json!({ "en": ["gamma-delt-1", "gamma-delt-1b"] }));
        assert_eq!(aligned(en, "gamma-delt-1b"), json!({ "nb": ["gamma-delt-1"] }));
        assert_eq!(aligned(en, "gamma-delt-2"), json!({ "nb": ["gamma-delt-2", "gamma-delt-3"] }));
        assert_eq!(aligned(nb, "gamma-utelatt-3"), json!({ "en": [] }));
        assert_eq!(aligned(en, "gamma-forklart"), json!({ "nb": [] }));
        let words = |anchor: &str| block(&dump, nb, anchor)["commitments"][0]["words"].clone();
        let joined = json!({ "nb": "Regjeringen må samle dem.", "en": "The Government must join them." });
        assert_eq!(words("gamma-delt-3"), joined);
        assert_eq!(words("gamma-original-1"), json!({ "nb": "Regjeringen bør oversette dette." }));
    }
}
