//! `document.toml`: what is known of a document.

use super::{Fault, Problems, file};
use crate::model::{
    Document, DocumentKind, Edition, Issued, Lang, References, Status, Words, is_address, is_name,
};
use serde::Deserialize;
use std::path::Path;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Metadata {
    pub anchors: String,
    #[serde(deserialize_with = "lang")]
    pub original: Lang,
    kind: String,
    status: String,
    government: Option<String>,
    source: Option<String>,
    issued: IssuedTable,
    publisher: Words,
    summary: Words,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct IssuedTable {
    date: Option<toml::value::Datetime>,
    year: Option<u16>,
    #[serde(default)]
    circa: bool,
    words: Option<Words>,
}

fn lang<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
    let code = String::deserialize(deserializer)?;
    let known = Lang::ALL.into_iter().find(|lang| lang.code() == code);
    known.ok_or_else(|| serde::de::Error::custom(format!("`{code}` is no language here; write nb, nn or en")))
}

pub(super) fn read(file: &Path, problems: &mut Problems) -> Option<Metadata> {
    let metadata: Metadata = parse(file, problems)?;
    let mut report = |fault| problems.add(file, None, fault);
    if kind(&metadata.kind).is_none() {
        report(Fault::bad_value("kind", &metadata.kind, "report or web-page"));
    }
    if status(&metadata.status).is_none() {
        report(Fault::bad_value("status", &metadata.status, "current or historical"));
    }
    let length = metadata.anchors.len();
    if !is_name(&metadata.anchors) || metadata.anchors.contains('-') || !(2..=12).contains(&length) {
        report(Fault::BadPrefix(metadata.anchors.clone()));
    }
    if let Some(source) = metadata.source.as_deref().filter(|source| !is_address(source)) {
        report(Fault::BadAddress(source.to_owned()));
    }
    for (table, words) in [("publisher", &metadata.publisher), ("summary", &metadata.summary)] {
        for lang in Lang::ALL.into_iter().filter(|lang| words.get(*lang).trim().is_empty()) {
            report(Fault::Blank(format!("`{}` in [{table}]", lang.code())));
        }
    }
    match (&metadata.issued.date, metadata.issued.year) {
        (None, None) => report(Fault::NoDate),
        (Some(_), Some(_)) => report(Fault::TwoDates),
        (Some(date), None) if date.date.is_none() || date.time.is_some() => {
            report(Fault::BadDate(date.to_string()));
        }
        _ => {}
    }
    Some(metadata)
}

/// The values of a TOML file, or the fault with its line.
fn parse<T: serde::de::DeserializeOwned>(path: &Path, problems: &mut Problems) -> Option<T> {
    let text = file::read(path, problems)?;
    parse_text(&text, 1, path, problems)
}

/// The same for TOML that stands within a file; `first` is the line on which it begins.
pub(super) fn parse_text<T: serde::de::DeserializeOwned>(
    text: &str,
    first: usize,
    file: &Path,
    problems: &mut Problems,
) -> Option<T> {
    toml::from_str(text)
        .map_err(|error| {
            let line = error.span().map(|span| text[..span.start].matches('\n').count() + first);
            problems.add(file, line, Fault::Toml(error.message().to_owned()));
        })
        .ok()
}

fn kind(word: &str) -> Option<DocumentKind> {
    match word {
        "report" => Some(DocumentKind::Report),
        "web-page" => Some(DocumentKind::WebPage),
        _ => None,
    }
}

fn status(word: &str) -> Option<Status> {
    match word {
        "current" => Some(Status::Current),
        "historical" => Some(Status::Historical),
        _ => None,
    }
}

impl Metadata {
    pub(super) fn into_document(self, id: String, editions: Vec<Edition>) -> Document {
        let date = self.issued.date.and_then(|date| date.date);
        Document {
            id,
            kind: kind(&self.kind).unwrap_or(DocumentKind::Report),
            status: status(&self.status).unwrap_or(Status::Current),
            issued: Issued {
                year: date.map(|date| date.year).or(self.issued.year).unwrap_or_default(),
                day: date.map(|date| (date.month, date.day)),
                circa: self.issued.circa,
                words: self.issued.words,
            },
            publisher: self.publisher,
            government: self.government,
            source: self.source,
            summary: self.summary,
            editions,
            tags: Vec::new(),
            commitments: Vec::new(),
            explained: Vec::new(),
            references: References::default(),
        }
    }
}
