//! What is known of a document as a record of CSL-JSON, the form that every citation processor reads.

use crate::model::{Document, DocumentKind, Lang, Style};
use serde_json::{Map, Value, json};

/// The record of a document for one style. Styles differ in what they want to see where the author is the publisher,
/// and in whether they can say that a year is an estimate; no processor knows either.
pub fn record(document: &Document, style: Style, lang: Lang) -> Value {
    let original = document.original();
    let is_report = document.kind == DocumentKind::Report;
    let author = author(document, lang);
    let mut record = Map::new();
    let mut put = |name: &str, value: Value| {
        record.insert(name.to_owned(), value);
    };
    put("id", json!(document.id));
    put("type", json!(if is_report { "report" } else { "webpage" }));
    put("title", json!(original.title));
    put("title-short", json!(original.title));
    if !(is_report && style == Style::Mla) {
        put("author", json!([{ "literal": author }]));
    }
    if is_report && !matches!(style, Style::NorskApa | Style::Apa | Style::Harvard) {
        put("publisher", json!(author));
    }
    if let Some(date) = issued(document, style) {
        put("issued", date);
    }
    // Titles in English are written as titles in English are in some styles; Norwegian ones never.
    let language = match original.lang {
        Lang::Nb => "nb-NO",
        Lang::Nn => "nn-NO",
        Lang::En => "en-GB",
    };
    put("language", json!(language));
    if let Some(source) = &document.source {
        put("URL", json!(source));
    }
    if let Some(site) = document.site().filter(|_| !is_report) {
        put("container-title", json!(site));
    }
    Value::Object(record)
}

/// The body's own name is Norwegian; its English one stands only where document and reference are English.
pub(super) fn author(document: &Document, lang: Lang) -> &str {
    document.publisher.get(document.author_lang(lang))
}

/// A style that cannot say that a year is an estimate takes the document as what it is: undated.
fn issued(document: &Document, style: Style) -> Option<Value> {
    let issued = &document.issued;
    let date = json!([issued.year]);
    match issued.day {
        Some((month, day)) => Some(json!({ "date-parts": [[issued.year, month, day]] })),
        None if !issued.circa => Some(json!({ "date-parts": [date] })),
        None => {
            let can_say = !matches!(style, Style::Harvard | Style::Vancouver | Style::Iso690);
            let is_year = issued.words.is_none();
            (can_say && is_year).then(|| json!({ "date-parts": [date], "circa": true }))
        }
    }
}
