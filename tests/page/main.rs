//! The pages as HTML: the words of the documents and nothing else, whole, linked and safe.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod facts;
mod golden;
mod outline;
mod safe;
mod single;
mod words;

use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::model::Lang;
use strategy_reader::page::{Options, Site, article, document_page, start_page, write};
use support::html::{Element, parse};
use support::{PARTED, REAL, SAMPLE, edition};

/// Three libraries, so that what holds for the real documents is tried on all that the format knows, too.
fn editions() -> impl Iterator<Item = EditionView<'static>> {
    REAL.editions().chain(SAMPLE.editions()).chain(PARTED.editions())
}

fn site() -> Site {
    Site {
        address: Some("https://example.org/strategier/".to_owned()),
        style: "style-1f.css".to_owned(),
        module: "strategy-reader.js".to_owned(),
        integrity: Some("sha384-AAAA".to_owned()),
        keeps_itself: false,
    }
}

/// An article, taken apart again.
#[track_caller]
fn parsed(view: EditionView, options: Options) -> Element {
    let mut html = String::new();
    write(&article(view, options).into(), &mut html);
    parse(&html)
}

/// Every page that the build writes for a library, with a name for it.
fn pages(corpus: &Corpus) -> Vec<(String, Element)> {
    let site = site();
    let documents = corpus.editions().map(|view| {
        let name = format!("{}/{}", view.document.id, view.edition.lang.code());
        (name, parse(&document_page(&site, corpus, view)))
    });
    documents.chain([("start".to_owned(), parse(&start_page(&site, corpus)))]).collect()
}

#[track_caller]
fn alfa(lang: Lang) -> EditionView<'static> {
    edition(&SAMPLE, "alfa-2024", lang)
}
