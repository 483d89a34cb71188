//! What the answers are made of. Their fields are public names: `camelCase` in JSON and JavaScript.

use super::original;
use crate::commitments::Row;
use crate::corpus::{Corpus, EditionView};
use crate::model::{self, DocumentKind, Status};
use serde::Serialize;

/// A document and its editions.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document<'a> {
    pub id: &'a str,
    /// `report` or `web-page`.
    pub kind: &'static str,
    /// `current` or `historical`.
    pub status: &'static str,
    pub year: u16,
    /// Whether the year is an estimate.
    pub circa: bool,
    /// The official address, where it is known.
    pub source: Option<&'a str>,
    /// The original comes first.
    pub editions: Vec<Edition<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Edition<'a> {
    pub lang: &'static str,
    pub title: &'a str,
    /// `original`, `official` or `unofficial`.
    pub standing: &'static str,
    pub words: usize,
    /// Changes with every word of the edition.
    pub fingerprint: &'a str,
}

/// A heading and what stands under it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section<'a> {
    pub anchor: &'a str,
    pub document: &'a str,
    pub lang: &'static str,
    /// `4.1.3`; empty where the section has none.
    pub number: &'a str,
    pub heading: &'a str,
    /// The anchors of the sections directly below it.
    pub sections: Vec<&'a str>,
    pub blocks: Vec<Block<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Block<'a> {
    pub anchor: &'a str,
    /// As in the data: `paragraph`, `list-item`, …
    pub kind: &'static str,
    pub lang: &'static str,
    pub text: &'a str,
}

/// A block of an original. What was sought says in which languages it was found, and how well.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Passage<'a> {
    pub anchor: &'a str,
    pub document: &'a str,
    pub lang: &'static str,
    /// The whole block in its original language.
    pub text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matched: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<f32>,
}

/// A sentence that says what somebody will, must or should do. Ids are those of the vocabularies.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Commitment<'a> {
    pub anchor: String,
    pub document: &'a str,
    pub lang: &'static str,
    /// What leads in to a list item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_in: Option<&'a str>,
    pub text: &'a str,
    /// `shall`, `must` or `should`.
    pub strength: &'static str,
    /// `state`, `others` or `everyone`.
    pub binds: &'static str,
    /// None where the text names nobody.
    pub actor: Option<&'a str>,
    pub themes: Vec<&'a str>,
    /// The anchor of the block that holds it.
    pub block: &'a str,
}

impl<'a> Document<'a> {
    pub(super) fn of(corpus: &'a Corpus, document: &'a model::Document) -> Self {
        let editions =
            document.editions.iter().filter_map(|edition| corpus.edition(&document.id, edition.lang));
        Document {
            id: &document.id,
            kind: match document.kind {
                DocumentKind::Report => "report",
                DocumentKind::WebPage => "web-page",
            },
            status: match document.status {
                Status::Current => "current",
                Status::Historical => "historical",
            },
            year: document.issued.year,
            circa: document.issued.circa,
            source: document.source.as_deref(),
            editions: editions.map(Edition::of).collect(),
        }
    }
}

impl<'a> Edition<'a> {
    fn of(view: EditionView<'a>) -> Self {
        let edition = view.edition;
        Edition {
            lang: edition.lang.code(),
            title: &edition.title,
            standing: match edition.standing {
                model::Standing::Original => "original",
                model::Standing::Official => "official",
                model::Standing::Unofficial { .. } => "unofficial",
            },
            words: view.word_count(),
            fingerprint: &edition.fingerprint,
        }
    }
}

impl<'a> Section<'a> {
    pub(super) fn of(edition: EditionView<'a>, section: usize) -> Self {
        let heading = edition.heading(section);
        let range = edition.section(section);
        let blocks = &edition.edition.blocks[range.start as usize..range.end as usize];
        Section {
            anchor: &heading.anchor,
            document: &edition.document.id,
            lang: edition.edition.lang.code(),
            number: edition.number(section),
            heading: &heading.text.plain,
            sections: edition
                .children(Some(section))
                .map(|below| edition.heading(below).anchor.as_str())
                .collect(),
            blocks: blocks.iter().map(|block| Block::of(edition, block)).collect(),
        }
    }
}

impl<'a> Block<'a> {
    fn of(edition: EditionView<'a>, block: &'a model::Block) -> Self {
        Block {
            anchor: &block.anchor,
            kind: block.kind.name(),
            lang: block.lang.unwrap_or(edition.edition.lang).code(),
            text: &block.text.plain,
        }
    }
}

impl<'a> Passage<'a> {
    pub(super) fn of(corpus: &'a Corpus, document: usize, block: usize) -> Self {
        let document = &corpus.documents()[document];
        let edition = document.original();
        let block = &edition.blocks[block];
        Passage {
            anchor: &block.anchor,
            document: &document.id,
            lang: block.lang.unwrap_or(edition.lang).code(),
            text: &block.text.plain,
            matched: None,
            score: None,
        }
    }
}

impl<'a> Commitment<'a> {
    pub(super) fn of(corpus: &'a Corpus, row: &Row<'a>) -> Self {
        let vocabulary = corpus.vocabulary();
        let (lead_in, text) = row.view.commitment_words(row.commitment);
        let themes = row.themes().iter().filter_map(|theme| vocabulary.themes.get(usize::from(*theme)));
        Commitment {
            anchor: row.anchor(),
            document: &row.view.document.id,
            lang: row.view.edition.lang.code(),
            lead_in,
            text,
            strength: row.commitment.strength.word(),
            binds: row.commitment.binds.word(),
            actor: row
                .commitment
                .actor
                .and_then(|actor| vocabulary.actors.get(usize::from(actor)))
                .map(|actor| actor.id.as_str()),
            themes: themes.map(|theme| theme.id.as_str()).collect(),
            block: original(corpus, row.document).map_or("", |view| &view.block(row.block()).anchor),
        }
    }
}
