//! Commitments as a file: for spreadsheets, for programs, for documents.

mod csv;
mod json;
mod markdown;

use super::{Grouping, Row};
use crate::corpus::Corpus;
use crate::model::{Entry, Lang};
use crate::page;
use crate::strings::finding;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Csv,
    Json,
    Markdown,
}

impl Format {
    pub const ALL: [Format; 3] = [Format::Csv, Format::Json, Format::Markdown];

    /// The end of a file's name.
    pub fn ending(self) -> &'static str {
        ["csv", "json", "md"][self as usize]
    }

    /// What the file is, for browsers.
    pub fn media_type(self) -> &'static str {
        ["text/csv;charset=utf-8", "application/json", "text/markdown;charset=utf-8"][self as usize]
    }
}

/// A list to be written down.
pub struct List<'a> {
    pub corpus: &'a Corpus,
    pub rows: &'a [Row<'a>],
    pub group: Grouping,
    /// In which what editors say is said; the words themselves are those of the edition.
    pub lang: Lang,
    /// What the list is narrowed down to, in words; empty where it is whole.
    pub chosen: &'a str,
    /// The lasting address of a commitment, where there is one.
    pub link: &'a dyn Fn(&Row) -> Option<String>,
}

/// The whole file.
pub fn file(list: &List, format: Format) -> String {
    match format {
        Format::Csv => csv::write(list),
        Format::Json => json::write(list),
        Format::Markdown => markdown::write(list),
    }
}

/// One thing that is known of a commitment.
struct Field<'a> {
    /// Its name for programs; what people call it is in the phrases, at the same place.
    key: &'static str,
    /// Whether it can have several values.
    many: bool,
    /// Each value for programs and for people.
    values: Vec<(&'a str, &'a str)>,
}

/// How many things are known of a commitment.
pub const FIELDS: usize = 14;

impl<'a> List<'a> {
    /// Everything that is known of a commitment. `made` holds what is not written down anywhere.
    fn fields(&self, row: &Row<'a>, made: &'a Made) -> [Field<'a>; FIELDS] {
        let (phrases, vocabulary) = (finding(self.lang), self.corpus.vocabulary());
        let commitment = row.commitment;
        let (lead_in, words) = row.view.commitment_words(commitment);
        let one = |key, value: &'a str, shown: &'a str| {
            let values = if value.is_empty() { Vec::new() } else { vec![(value, shown)] };
            Field { key, many: false, values }
        };
        let same = |key, value: &'a str| one(key, value, value);
        let entries = |key, many, entries: &'a [Entry], places: &[u16]| {
            let entry = |place: &u16| entries.get(usize::from(*place));
            let values = places.iter().filter_map(entry);
            let values = values.map(|entry| (entry.id.as_str(), entry.name.get(self.lang))).collect();
            Field { key, many, values }
        };
        let mut actor = entries("actor", false, &vocabulary.actors, commitment.actor.as_slice());
        if actor.values.is_empty() {
            actor.values.push(("", phrases.not_named));
        }
        [
            same("anchor", &made.anchor),
            one("document", &row.view.document.id, &row.view.edition.title),
            same("issued", &made.issued),
            same("section", row.heading().unwrap_or_default()),
            same("lang", row.view.edition.lang.code()),
            same("leadIn", lead_in.unwrap_or_default()),
            same("words", words),
            one("strength", commitment.strength.word(), phrases.strengths[commitment.strength as usize]),
            one("binds", commitment.binds.word(), phrases.bound[commitment.binds as usize]),
            actor,
            same("named", &commitment.named),
            entries("asks", true, &vocabulary.actors, &commitment.asks),
            entries("themes", true, &vocabulary.themes, row.themes()),
            same("link", &made.link),
        ]
    }
}

/// What is put together for one commitment.
struct Made {
    anchor: String,
    issued: String,
    link: String,
}

impl Made {
    fn of(list: &List, row: &Row) -> Self {
        Made {
            anchor: row.anchor(),
            issued: page::issued(&row.view.document.issued, list.lang),
            link: (list.link)(row).unwrap_or_default(),
        }
    }
}
