//! What is known of a document, in words: publisher, date, status, standing, length.

use super::{Element, Node};
use crate::corpus::EditionView;
use crate::model::{Document, Issued, Lang, Standing, Status};
use crate::strings::phrases;

/// Words a minute that an adult reads in print without haste.
const READING_SPEED: usize = 220;

/// One line below the title: publisher, date, status and, for a translation, how it came to be.
pub(super) fn line(view: EditionView, ui_lang: Lang) -> Element {
    let phrases = phrases(ui_lang);
    let document = view.document;
    let mut facts = vec![document.publisher.get(ui_lang).to_owned(), issued(&document.issued, ui_lang)];
    facts.extend(document.government.as_ref().map(|name| (phrases.government)(name)));
    if document.status == Status::Historical {
        facts.push(phrases.historical.to_owned());
    }
    let source = document
        .source
        .as_ref()
        .map(|source| external(source, phrases.official_source).with("class", "sr-fact"));
    let line = list(facts).with("lang", ui_lang.code()).children(source);
    let standing = standing_line(view, ui_lang).map(|words| {
        let line = Element::of("p", "sr-standing").with("lang", ui_lang.code()).text(words);
        line.children(official_link(view, ui_lang))
    });
    Element::of("div", "sr-about").child(line).children(standing)
}

/// The way from an unofficial edition to the official one, where its address is known.
fn official_link(view: EditionView, ui_lang: Lang) -> Vec<Node> {
    let Standing::Unofficial { official: Some(address), .. } = &view.edition.standing else {
        return Vec::new();
    };
    let words = (phrases(ui_lang).official_edition)(view.edition.lang.code());
    vec![Node::Text(" ".to_owned()), external(address, words).into()]
}

fn external(address: &str, words: &'static str) -> Element {
    Element::new("a").with("href", address.to_owned()).with("rel", "external").text(words)
}

/// Facts on one line. The spaces between them are for whoever takes the words without the style.
pub(super) fn list(facts: Vec<String>) -> Element {
    let facts = facts
        .into_iter()
        .flat_map(|fact| [Node::from(Element::of("span", "sr-fact").text(fact)), Node::Text(" ".to_owned())]);
    Element::of("p", "sr-facts").children(facts)
}

/// What must be said of an edition that is not the original.
pub fn standing_line(view: EditionView, ui_lang: Lang) -> Option<String> {
    match &view.edition.standing {
        Standing::Original => None,
        Standing::Official => Some(phrases(ui_lang).official_translation.to_owned()),
        Standing::Unofficial { method, .. } => {
            Some((phrases(ui_lang).unofficial_translation)(method.get(ui_lang)))
        }
    }
}

/// `8. mai 2025`, `2017`, `udatert, ca. 2020`, `undated, early 2020s`.
pub fn issued(issued: &Issued, ui_lang: Lang) -> String {
    let phrases = phrases(ui_lang);
    let when = match (&issued.words, issued.day) {
        (Some(words), _) => words.get(ui_lang).to_owned(),
        (None, Some((month, day))) => return phrases.date(issued.year, month, day),
        (None, None) if issued.circa => (phrases.circa)(&issued.year.to_string()),
        (None, None) => issued.year.to_string(),
    };
    if issued.circa { format!("{}, {when}", phrases.undated) } else { when }
}

/// The minutes it takes to read the original, at least one.
pub fn minutes(document: &Document) -> usize {
    let blocks = document.original().blocks.iter();
    let words: usize = blocks.map(|block| block.text.plain.split_whitespace().count()).sum();
    words.div_ceil(READING_SPEED).max(1)
}
