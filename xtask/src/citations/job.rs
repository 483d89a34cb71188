//! What is compared: each document in each style and language, cited as a whole and at places of every sort, and lists in
//! which two works collide.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use strategy_reader::cite::{Citation, Day, Place, Request, Run, Style, cite, list};
use strategy_reader::compile;
use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::model::{Document, Lang};

pub const READ: Day = Day(2026, 11, 22);

/// Places with the sort and number that a processor is told.
const PLACES: [(&str, &str, &str, &str, &str); 5] = [
    ("nss-2025", "nss-hovedprioriteringer-2", "nss-hovedprioriteringer-2", "page", "17"),
    ("cyber-2017", "cyber-bakgrunn-1", "cyber-apenhet-1", "page", "6-7"),
    ("fss-2020", "fss-1", "fss-1", "paragraph", "1"),
    ("secpol-2020", "sp20-3", "sp20-3", "paragraph", "3"),
    ("secpol-2020", "sp20-2", "sp20-4", "paragraph", "2-4"),
];

/// One text of ours, and where in the answers the processor's stands.
pub struct Case {
    pub name: String,
    pub style: Style,
    pub lang: Lang,
    pub ours: String,
    pub pointer: String,
    /// The titles that the document has in any language.
    pub titles: Vec<String>,
}

/// The jobs for the processor, and the cases that their answers are held against.
#[derive(Default)]
pub struct Jobs {
    pub jobs: Vec<Value>,
    pub cases: Vec<Case>,
}

/// The official style and the locale for a style in a language. American where the manual is.
pub fn official(style: Style, lang: Lang) -> (&'static str, &'static str) {
    let (name, english) = match style {
        Style::Plain => ("", ""),
        Style::NorskApa => ("norsk-apa-manual", "en-US"),
        Style::Apa => ("apa", "en-US"),
        Style::ChicagoAuthorDate => ("chicago-author-date", "en-US"),
        Style::ChicagoNotes => ("chicago-notes-bibliography", "en-US"),
        Style::Harvard => ("harvard-cite-them-right", "en-GB"),
        Style::Vancouver => ("nlm-citation-sequence", "en-US"),
        Style::Mla => ("modern-language-association", "en-US"),
        Style::Iso690 => ("iso690-author-date-en", "en-GB"),
    };
    let locale = match lang {
        Lang::Nb => "nb-NO",
        Lang::Nn => "nn-NO",
        Lang::En => english,
    };
    (name, locale)
}

impl Jobs {
    pub fn of(corpus: &Corpus) -> Result<Self> {
        let mut jobs = Jobs::default();
        for (style, lang) in Style::templates() {
            for document in corpus.documents() {
                let view = corpus.edition_or_original(&document.id, document.original().lang);
                jobs.document(view.context("a document has no edition")?, style, lang)?;
            }
            if !style.is_of_notes() && !matches!(style, Style::Vancouver | Style::Mla) {
                jobs.collision(corpus, style, lang)?;
            }
        }
        Ok(jobs)
    }

    fn document(&mut self, view: EditionView, style: Style, lang: Lang) -> Result<()> {
        let id = &view.document.id;
        let mut record = compile::record(view.document, style, lang);
        read_on(&mut record);
        let number = self.jobs.len();
        let mut cites = Vec::new();
        let titles = titles(view.document);
        let mut add = |what: String, runs: &[Run], pointer: String| {
            let name = format!("{id} in {} in {}: {what}", style.code(), lang.code());
            let titles = titles.clone();
            self.cases.push(Case { name, style, lang, ours: shown(runs), pointer, titles });
        };
        let mut places = vec![(Place::Document, String::new(), None)];
        for (_, from, to, sort, number) in PLACES.iter().filter(|(document, ..)| document == id) {
            let block = |anchor| view.block_at(anchor).with_context(|| format!("there is no `{anchor}`"));
            let place = Place::Blocks(block(from)?, block(to)?);
            places.push((place, format!(" at {sort} {number}"), Some((*sort, *number))));
        }
        for (place, what, locator) in places {
            let cited = cited(view, place, style, lang)?;
            let at = |kind: Value| with_locator(json!({ "id": id }), locator, kind);
            if place == Place::Document {
                add("entry".to_owned(), &cited.entry, format!("/{number}/entries/0"));
            }
            if style.is_of_notes() {
                add(format!("note{what}"), &cited.note, format!("/{number}/cites/{}", cites.len()));
                cites.push(json!([at(json!(null))]));
                add(
                    format!("short note{what}"),
                    &cited.short_note,
                    format!("/{number}/cites/{}", cites.len()),
                );
                cites.push(json!([{ "id": id }, { "id": "other" }, at(json!(null))]));
                continue;
            }
            add(format!("in brackets{what}"), &cited.in_text, format!("/{number}/cites/{}", cites.len()));
            cites.push(json!([at(json!(null))]));
            if !matches!(style, Style::Mla | Style::Vancouver) {
                add(
                    format!("in the sentence{what}"),
                    &cited.narrative,
                    format!("/{number}/cites/{}", cites.len()),
                );
                cites.push(json!([at(json!("composite"))]));
            }
        }
        let other =
            json!({ "id": "other", "type": "book", "title": "Other", "author": [{ "literal": "Somebody" }] });
        let items = if style.is_of_notes() { json!([record, other]) } else { json!([record]) };
        let (file, locale) = official(style, lang);
        self.jobs.push(json!({ "style": file, "locale": locale, "items": items, "cites": cites }));
        Ok(())
    }

    /// A document and its translation in one list: the same author, the same year.
    fn collision(&mut self, corpus: &Corpus, style: Style, lang: Lang) -> Result<()> {
        for document in corpus.documents() {
            let views: Vec<EditionView> =
                corpus.editions().filter(|view| view.document.id == document.id).collect();
            let places: Vec<(EditionView, Place)> =
                views.iter().map(|view| (*view, Place::Document)).collect();
            let entries = list(&places, style, lang, READ);
            let mut record = compile::record(document, style, lang);
            read_on(&mut record);
            let items: Vec<Value> = (0..entries.len())
                .map(|at| {
                    let mut item = record.clone();
                    item["id"] = json!(at.to_string());
                    item
                })
                .collect();
            for (at, entry) in entries.iter().enumerate() {
                let name =
                    format!("{} in {} in {}: entry {at} of a list", document.id, style.code(), lang.code());
                let pointer = format!("/{}/entries/{at}", self.jobs.len());
                let titles = titles(document);
                self.cases.push(Case { name, style, lang, ours: shown(entry), pointer, titles });
            }
            let (file, locale) = official(style, lang);
            self.jobs.push(json!({ "style": file, "locale": locale, "items": items, "cites": [] }));
        }
        Ok(())
    }
}

fn cited(view: EditionView, place: Place, style: Style, lang: Lang) -> Result<Citation> {
    let request = Request { place, style, lang, read: READ };
    cite(view, &request).with_context(|| format!("{} has no reference in {}", view.document.id, style.code()))
}

fn titles(document: &Document) -> Vec<String> {
    document.editions.iter().map(|edition| edition.title.clone()).collect()
}

fn read_on(record: &mut Value) {
    if record.get("URL").is_some() {
        record["accessed"] = json!({ "date-parts": [[READ.0, READ.1, READ.2]] });
    }
}

fn with_locator(mut cite: Value, locator: Option<(&str, &str)>, mode: Value) -> Value {
    if let Some((sort, number)) = locator {
        cite["label"] = json!(sort);
        cite["locator"] = json!(number);
    }
    cite["mode"] = mode;
    cite
}

/// Words with those in italics between asterisks.
fn shown(runs: &[Run]) -> String {
    runs.iter().map(|run| if run.italic { format!("*{}*", run.text) } else { run.text.clone() }).collect()
}
