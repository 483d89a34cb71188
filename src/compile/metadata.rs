//! `document.toml`: what is known of a document.

use super::{Fault, Problems, file};
use crate::model::{Document, DocumentKind, Edition, Issued, Lang, Status, Words, is_address, is_name};
use serde::Deserialize;
use std::path::Path;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Metadata {
    pub anchors: String,
    #[serde(deserialize_with = "lang")]
    pub original: Lang,
    kind: KindWord,
    status: StatusWord,
    government: Option<String>,
    source: Option<String>,
    issued: IssuedTable,
    publisher: Words,
    summary: Words,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum KindWord {
    Report,
    WebPage,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StatusWord {
    Current,
    Historical,
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
    let length = metadata.anchors.len();
    if !is_name(&metadata.anchors) || metadata.anchors.contains('-') || !(2..=12).contains(&length) {
        report(Fault::BadPrefix(metadata.anchors.clone()));
    }
    if let Some(source) = metadata.source.as_deref().filter(|source| !is_address(source)) {
        report(Fault::BadAddress(source.to_owned()));
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

impl Metadata {
    pub(super) fn into_document(self, id: String, editions: Vec<Edition>) -> Document {
        let date = self.issued.date.and_then(|date| date.date);
        Document {
            id,
            kind: match self.kind {
                KindWord::Report => DocumentKind::Report,
                KindWord::WebPage => DocumentKind::WebPage,
            },
            status: match self.status {
                StatusWord::Current => Status::Current,
                StatusWord::Historical => Status::Historical,
            },
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
        }
    }
}
