//! Pages as they were looked at and found right. `UPDATE=1 cargo test --test page` writes them anew; look at the difference.

use crate::support::{SAMPLE, fixture};
use crate::{alfa, site};
use std::fs;
use strategy_reader::model::Lang;
use strategy_reader::page::{Site, document_page, fragment, start_page};

#[track_caller]
fn check(name: &str, html: &str) {
    let kept = fixture("page").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&kept, html).unwrap_or_else(|error| panic!("{}: {error}", kept.display()));
    }
    let expected = fs::read_to_string(&kept).unwrap_or_default();
    for (line, (found, expected)) in (1..).zip(html.lines().zip(expected.lines())) {
        assert_eq!(found, expected, "{name}, line {line}; UPDATE=1 writes it anew");
    }
    assert_eq!(html.len(), expected.len(), "{name} has another length; UPDATE=1 writes it anew");
}

#[test]
fn the_fragment_of_an_original_is_the_one_kept() {
    check("fragment.html", &fragment(alfa(Lang::Nb)));
}

#[test]
fn the_page_of_a_translation_is_the_one_kept() {
    check("translation.html", &document_page(&site(), &SAMPLE, alfa(Lang::En)));
}

#[test]
fn the_page_of_a_text_with_its_own_title_is_the_one_kept() {
    let nowhere = Site { address: None, integrity: None, ..site() };
    let Some(view) = SAMPLE.edition("beta-2019", Lang::Nn) else { panic!("no such edition") };
    check("titled.html", &document_page(&nowhere, &SAMPLE, view));
}

#[test]
fn the_start_page_is_the_one_kept() {
    check("start.html", &start_page(&site(), &SAMPLE));
}
