//! Writes the references of a document in every style, once and for all: hayagriva formats them, rules mend what it
//! cannot know, and what is left are templates. The reader only fills them in.

mod engine;
mod mend;
mod record;
mod template;

pub use record::record;

use super::{Fault, Problems};
use crate::model::{Document, Lang, References, Style, Words, sign};
use engine::{Cited, Engine, item};
use hayagriva::citationberg::json::Item;
use mend::{Form, mend, mend_cited};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::LazyLock;
use template::{Fields, citation, place, whole, with_letter};

static ENGINES: LazyLock<Vec<(Style, Lang, Option<Engine>)>> = LazyLock::new(|| {
    Style::templates().map(|(style, lang)| (style, lang, Engine::of(style, lang))).collect()
});

/// The templates of a document.
pub(super) fn templates(document: &Document, file: &Path, problems: &mut Problems) -> References {
    // A reference has only words to tell the title from the publisher by.
    let told_apart = has_name_of_publisher(document).then(|| told_apart(document));
    let document = told_apart.as_ref().unwrap_or(document);
    let lines = ENGINES.iter().map(|(style, lang, engine)| {
        let forms = engine.as_ref().and_then(|engine| forms(document, *style, *lang, engine));
        forms.map(|forms| forms.join("\t")).unwrap_or_else(|| {
            problems.add(file, None, Fault::Reference { style: style.code(), lang: lang.code() });
            String::new()
        })
    });
    References(lines.collect::<Vec<_>>().join("\n"))
}

/// Whether a document is called what its publisher is called: the handbook of a body, say.
fn has_name_of_publisher(document: &Document) -> bool {
    Lang::ALL.iter().any(|lang| *document.publisher.get(*lang) == document.original().title)
}

/// The document with a sign behind the publisher's name. It goes where the name goes, and both become one sign of the template.
fn told_apart(document: &Document) -> Document {
    let mut document = document.clone();
    let Words { nb, nn, en } = &mut document.publisher;
    [nb, nn, en].into_iter().for_each(|name| name.push(template::AFTER_PUBLISHER));
    document
}

fn forms(document: &Document, style: Style, lang: Lang, engine: &Engine) -> Option<[String; 3]> {
    let fields = Fields { title: &document.original().title, author: record::author(document, lang) };
    let own = item(working(document, style, lang))?;
    let mend_entry = |text: String| mend(&text, document, style, lang, Form::Entry);
    let mend_cites = |cited: Cited| mend_cited(cited, document, style, lang);
    let entry = mend_entry(engine.entry(&own));
    let cited = mend_cites(engine.cited(&own));
    if style.is_of_notes() {
        let again = mend_cites(engine.cited_again(&own, &other()?));
        return Some([whole(&entry, &fields), citation(&cited, &fields)?, citation(&again, &fields)?]);
    }
    if matches!(style, Style::Vancouver | Style::Mla) {
        let cited = citation(&cited, &fields)?;
        let narrative = in_the_sentence(&cited, style)?;
        return Some([whole(&entry, &fields), cited, narrative]);
    }
    let year = document.issued.year;
    let entry = with_letter(&entry, year)?;
    let [a, b, c, d] = cited.map(|text| with_letter(&text, year));
    let cited = citation(&[a?, b?, c?, d?], &fields)?;
    let narrative = in_the_sentence(&cited, style)?;
    Some([whole(&entry, &fields), cited, narrative])
}

/// The record with what stands for the day read and for a translated title.
fn working(document: &Document, style: Style, lang: Lang) -> Value {
    let mut record = record(document, style, lang);
    record["title"] = json!(format!("{}{}", document.original().title, template::AFTER_TITLE));
    if document.source.is_some() {
        record["accessed"] = json!({ "date-parts": [template::READ] });
    }
    record
}

/// Something else to cite.
fn other() -> Option<Item> {
    item(json!({ "id": "other", "type": "book", "title": "Other", "author": [{ "literal": "Somebody" }] }))
}

/// `(Body, 2025, p. 3)` as it stands in a sentence: `Body (2025, p. 3)`.
fn in_the_sentence(cited: &str, style: Style) -> Option<String> {
    if style == Style::Vancouver {
        return Some(format!("{} {cited}", sign::AUTHOR));
    }
    let inner = cited.strip_prefix('(')?;
    if style == Style::Mla {
        // Without a year the brackets are only there for the place.
        let name = &inner[..inner.find(sign::PLACE)?];
        return Some(format!("{name}{}", place("", [" (", " (", " ("], ")")));
    }
    let name = inner.strip_prefix(sign::AUTHOR)?;
    Some(format!("{} ({}", sign::AUTHOR, name.trim_start_matches([',', ' '])))
}
