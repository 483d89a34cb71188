//! What programs ask: the shapes of the answers, on the real documents.

#![cfg(not(target_arch = "wasm32"))]

#[path = "support/mod.rs"]
mod support;

use serde_json::{Value, json};
use strategy_reader::answers::{self, NotThere, asked};
use strategy_reader::filter::{self, Facet};
use strategy_reader::model::Lang;
use strategy_reader::search::Index;
use support::REAL;

fn json_of(answer: &impl serde::Serialize) -> Value {
    serde_json::to_value(answer).unwrap_or_else(|error| panic!("{error}"))
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().map(|object| object.keys().map(String::as_str).collect()).unwrap_or_default()
}

fn options(pairs: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    pairs.iter().map(|(name, values)| ((*name).to_owned(), owned(values))).collect()
}

#[test]
fn documents_say_what_they_are() {
    let all = json_of(&answers::documents(&REAL));
    assert_eq!(all.as_array().map(Vec::len), Some(5));
    let cyber = all.as_array().and_then(|all| all.iter().find(|one| one["id"] == "cyber-2017"));
    let cyber = cyber.unwrap_or_else(|| panic!("no cyber-2017"));
    assert_eq!(cyber["status"], "historical");
    assert_eq!(cyber["editions"][0]["standing"], "original");
    assert_eq!(cyber["editions"][1]["lang"], "en");
    assert_eq!(keys(&cyber["editions"][0]), ["fingerprint", "lang", "standing", "title", "words"]);
}

#[test]
fn a_section_comes_by_its_anchor_or_that_of_a_block_in_it() {
    for anchor in ["nss-nato", "nss-nato-2"] {
        let section = answers::section(&REAL, anchor, Some(Lang::En)).map(|section| json_of(&section));
        let section = section.unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!((&section["anchor"], &section["lang"]), (&json!("nss-nato"), &json!("en")));
        assert_eq!(section["blocks"][1]["anchor"], "nss-nato-1");
    }
    let missing = answers::section(&REAL, "nss-nowhere", None).map(|_| ());
    assert!(matches!(missing, Err(NotThere { code: "unknown-anchor", .. })), "{missing:?}");
}

#[test]
fn hits_are_narrowed_down_and_counted() {
    let (index, filters) = (Index::new(&REAL), filter::Index::new(&REAL));
    let wanted = asked(&options(&[("document", &["cyber-2017"]), ("limit", &["4"])]));
    assert_eq!((wanted.limit, wanted.strange.len()), (Some(4), 0));
    let hits = answers::search(&REAL, (&index, &filters), "sikkerhet", &wanted.selection, wanted.limit);
    assert_eq!(hits.len(), 4);
    let first = json_of(&hits[0]);
    assert_eq!(keys(&first), ["anchor", "document", "lang", "matched", "score", "text"]);
    assert!(hits.iter().all(|hit| hit.document == "cyber-2017"));
    let passages = answers::filter(&REAL, &filters, &wanted.selection);
    let blocks = REAL.document("cyber-2017").map(|document| &document.original().blocks);
    let count = blocks.into_iter().flatten().filter(|block| block.kind.is_passage()).count();
    assert!(
        passages.len() == count
            && count > 50
            && keys(&json_of(&passages[0])) == ["anchor", "document", "lang", "text"]
    );
}

#[test]
fn commitments_have_their_words_and_whom_they_bind() {
    let filters = filter::Index::new(&REAL);
    let wanted = asked(&options(&[("strength", &["should"])]));
    let few = answers::commitments(&REAL, &filters, &wanted.selection, Lang::Nb);
    assert!(!few.is_empty() && few.iter().all(|one| one.strength == "should"));
    for one in answers::commitments(&REAL, &filters, &Default::default(), Lang::En) {
        assert!(!one.text.is_empty() && one.anchor.starts_with(one.block), "{one:?}");
        assert!(["state", "others", "everyone"].contains(&one.binds));
    }
}

#[test]
fn what_is_strange_is_named_and_passed_over() {
    let strange = asked(&options(&[
        ("speed", &["high"]),
        ("limit", &["many"]),
        ("lang", &["de"]),
        ("theme", &["nato", "Not An Id"]),
        ("kind", &["fact"]),
    ]));
    assert_eq!(strange.strange, ["speed", "limit", "lang", "theme"]);
    assert!(strange.selection.has(Facet::Theme, "nato") && strange.selection.has(Facet::Kind, "fact"));
}
