//! How places are cited.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod asked;
mod checks;
mod exports;
mod links;
mod places;
mod plain;
mod quotations;
mod styles;

use std::sync::LazyLock;
use strategy_reader::cite::{Citation, Day, Place, Request, Run, Style, cite};
use strategy_reader::compile;
use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::model::Lang;

/// The documents of `data/` with their references.
static CITED: LazyLock<Corpus> = LazyLock::new(|| {
    let library = compile::compile(&support::root().join("data"));
    Corpus::new(library.unwrap_or_else(|problems| panic!("{problems}")))
});

const READ: Day = Day(2026, 11, 22);

/// The words with those in italics between asterisks, and a link between angles.
fn shown(runs: &[Run]) -> String {
    let show = |run: &Run| match (run.italic, run.link) {
        (true, false) => format!("*{}*", run.text),
        (false, true) => format!("<{}>", run.text),
        _ => run.text.clone(),
    };
    runs.iter().map(show).collect()
}

#[track_caller]
fn cited(view: EditionView, anchor: Option<&str>, style: Style, lang: Lang) -> Citation {
    let place = anchor.map_or(Place::Document, |anchor| Place::Block(support::place(view, anchor)));
    let request = Request { place, style, lang, read: READ };
    support::some(cite(view, &request), &format!("{} in {}", style.code(), lang.code()))
}
