//! The start view: what there is to read, and how long it takes.

use super::{Element, facts};
use crate::corpus::Corpus;
use crate::model::{Document, Lang, Status};
use crate::strings::{Phrases, phrases};

/// What there is, and the list of documents.
pub fn start(corpus: &Corpus, ui_lang: Lang) -> Element {
    let phrases = phrases(ui_lang);
    let entries = corpus.documents().iter().map(|document| entry(document, ui_lang, phrases));
    // What is said of ours need not be true of others.
    let (title, sentence) = match corpus.has_others() {
        true => (phrases.all_documents, None),
        false => (phrases.start_title, Some(phrases.start_sentence)),
    };
    Element::of("section", "sr-start")
        .with("lang", ui_lang.code())
        .child(Element::of("h1", "sr-start-title").text(title))
        .children(sentence.map(|sentence| Element::of("p", "sr-start-sentence").text(sentence)))
        .child(Element::of("ul", "sr-start-list").children(entries))
}

fn entry(document: &Document, ui_lang: Lang, phrases: &Phrases) -> Element {
    let edition = document.edition_for(ui_lang);
    let href = format!("{}/{}/", document.id, edition.lang.code());
    let lang = (edition.lang != ui_lang).then(|| edition.lang.code());
    let link = Element::new("a").with("href", href).with_some("lang", lang).text(&edition.title);
    let mut details =
        vec![document.publisher.get(ui_lang).to_owned(), facts::issued(&document.issued, ui_lang)];
    if document.status == Status::Historical {
        details.push(phrases.historical.to_owned());
    }
    details.push((phrases.minutes)(facts::minutes(document)));
    let languages: Vec<&str> =
        document.editions.iter().map(|edition| phrases.language_name(edition.lang)).collect();
    details.push(languages.join(", "));
    Element::of("li", "sr-start-entry")
        .child(Element::of("h2", "sr-start-name").child(link))
        .child(Element::of("p", "sr-start-summary").text(document.summary.get(ui_lang)))
        .child(facts::list(details))
}
