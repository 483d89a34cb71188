//! What the element offers, told four times: in its module, in the types, in the manifest and in real answers. All must say the
//! same. The end-to-end tests hold the manifest to the element as it is in browsers.

#![cfg(not(target_arch = "wasm32"))]

#[path = "support/mod.rs"]
mod support;

use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use strategy_reader::answers::{self, Wanted, asked};
use strategy_reader::cite::{Day, Style};
use strategy_reader::compile;
use strategy_reader::corpus::Corpus;
use strategy_reader::filter::{self, Facet, Selection};
use strategy_reader::model::Lang;
use strategy_reader::search::Index;

const MODULE: &str = include_str!("../www/strategy-reader.js");
const TYPES: &str = include_str!("../www/strategy-reader.d.ts");
const MANIFEST: &str = include_str!("../www/custom-elements.json");
const TOKENS: &str = include_str!("../www/css/tokens.css");

/// The names of the fields and methods of an interface in the types, each with whether it may be missing.
fn fields(interface: &str) -> BTreeMap<String, bool> {
    let before = [format!("interface {interface} {{\n"), format!("interface {interface} extends ")];
    let found = before.iter().find_map(|before| TYPES.split_once(before.as_str()));
    let (_, after) = found.unwrap_or_else(|| panic!("the types have no {interface}"));
    let body = after.split("\n}").next().unwrap_or_default();
    // Fields of the interface itself stand two spaces in.
    let lines = body.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let named = lines.filter_map(|line| {
        let line = line.trim();
        let line =
            ["readonly ", "get ", "set "].iter().fold(line, |line, word| line.trim_start_matches(word));
        let end = line.trim_start_matches('"').find(|sign: char| !(sign.is_alphanumeric() || sign == '-'))?;
        let name = &line.trim_start_matches('"')[..end];
        let rest = line.trim_start_matches('"')[end..].trim_start_matches('"');
        let is_field = !name.is_empty() && rest.starts_with(['?', ':', '(', '<']);
        is_field.then(|| (name.to_owned(), rest.starts_with('?')))
    });
    named.collect()
}

fn names(interface: &str) -> Vec<String> {
    fields(interface).into_keys().collect()
}

fn sorted(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort();
    names.dedup();
    names
}

fn manifest() -> Value {
    serde_json::from_str(MANIFEST).unwrap_or_else(|error| panic!("{error}"))
}

/// The names in a list of the manifest's element.
fn told(list: &str) -> Vec<String> {
    let element = &manifest()["modules"][0]["declarations"][0];
    let list = element[list].as_array().cloned().unwrap_or_default();
    sorted(list.iter().filter_map(|one| one["name"].as_str()).map(str::to_owned))
}

#[test]
fn attributes_are_told_alike() {
    let list = MODULE.split("const OPTIONS = [").nth(1).and_then(|rest| rest.split(']').next());
    let options = list.unwrap_or_default().split('"').skip(1).step_by(2).map(str::to_owned);
    let list = MODULE.split("const FILE = [").nth(1).and_then(|rest| rest.split(']').next());
    let file = list.unwrap_or_default().split('"').skip(1).step_by(2).map(str::to_owned);
    let options = options.chain(file);
    // This one is looked at when a page is kept, and not followed.
    assert_eq!(sorted(options.chain(["offline".to_owned()])), told("attributes"));
    assert_eq!(sorted(names("StrategyReaderAttributes")), told("attributes"));
}

#[test]
fn members_and_events_are_told_alike() {
    let listeners = "addEventListener".to_owned();
    let members = names("StrategyReaderElement").into_iter().filter(|name| *name != listeners);
    assert_eq!(sorted(members), told("members"));
    assert_eq!(sorted(names("StrategyReaderEventMap")), told("events"));
    for event in told("events") {
        let what = event.trim_start_matches("strategy-reader-");
        let source = [MODULE, include_str!("../src/embed/mod.rs")].concat();
        assert!(source.contains(&format!("\"{what}\"")), "nobody sends {event}");
    }
}

#[test]
fn what_the_module_exports_is_told_alike() {
    let exported = |text: &str| {
        let words = ["export function ", "export async function ", "export const "];
        let lines = text.lines().filter_map(|line| words.iter().find_map(|word| line.strip_prefix(word)));
        let name = |line: &str| line.split(|sign: char| !sign.is_alphanumeric()).next().map(str::to_owned);
        sorted(lines.filter_map(name))
    };
    let exports = manifest()["modules"][0]["exports"].as_array().cloned().unwrap_or_default();
    let exports = exports.iter().filter(|one| one["kind"] == "js").filter_map(|one| one["name"].as_str());
    let exports = sorted(exports.map(str::to_owned));
    assert!(exports.len() > 5, "{exports:?}");
    assert_eq!(exported(MODULE), exports);
    assert_eq!(exported(TYPES), exports);
}

#[test]
fn the_properties_of_style_are_those_of_the_tokens() {
    let lines = TOKENS.lines().filter_map(|line| line.trim().strip_prefix("--sr-"));
    let tokens = lines.filter_map(|line| line.split_once(':')).map(|(name, _)| format!("--sr-{name}"));
    assert_eq!(sorted(tokens), told("cssProperties"));
    assert!(told("cssParts").is_empty(), "a part of the shadow root is told of, but none has a name");
}

/// Answers have the fields that their type has: all of them, and those that may be missing not always.
fn expect(interface: &str, answers: &[Value]) {
    let fields = fields(interface);
    let has = |answer: &Value, name: &str| answer.get(name).is_some();
    for answer in answers {
        let object = answer.as_object().unwrap_or_else(|| panic!("{interface}: {answer}"));
        let strange: Vec<&String> = object.keys().filter(|key| !fields.contains_key(*key)).collect();
        assert!(strange.is_empty(), "{interface} has no {strange:?}");
        let missing: Vec<&String> =
            fields.iter().filter(|(name, may)| !**may && !has(answer, name)).map(|(name, _)| name).collect();
        assert!(missing.is_empty(), "{interface} lacks {missing:?}: {answer}");
    }
    for (name, _) in fields.iter().filter(|(_, may)| **may) {
        assert!(answers.iter().any(|answer| has(answer, name)), "no {interface} has {name}");
        assert!(!answers.iter().all(|answer| has(answer, name)), "every {interface} has {name}");
    }
    assert!(!answers.is_empty() && !fields.is_empty());
}

fn values(answer: &impl Serialize) -> Vec<Value> {
    match json!(answer) {
        Value::Array(all) => all,
        one => vec![one],
    }
}

fn lists(answers: &[Value], field: &str) -> Vec<Value> {
    answers.iter().filter_map(|answer| answer[field].as_array()).flatten().cloned().collect()
}

#[test]
fn answers_are_what_the_types_say() {
    // With the references, which most tests do without.
    let library = compile::compile(&support::root().join("data"));
    let corpus = &Corpus::new(library.unwrap_or_else(|problems| panic!("{problems}")));
    let (index, filters) = (Index::new(corpus), filter::Index::new(corpus));
    let documents = values(&answers::documents(corpus));
    expect("Document", &documents);
    expect("Edition", &lists(&documents, "editions"));

    let section = answers::section(corpus, "nss-nato", None);
    let section = values(&section.unwrap_or_else(|error| panic!("{error:?}")));
    expect("Section", &section);
    expect("Block", &lists(&section, "blocks"));

    let nothing = Selection::default();
    let mut passages = values(&answers::search(corpus, (&index, &filters), "ubåt", &nothing, Some(3)));
    passages.extend(values(&answers::filter(corpus, &filters, &nothing)));
    expect("Passage", &passages);
    expect("Commitment", &values(&answers::commitments(corpus, &filters, &nothing, Lang::Nb)));

    let references = Style::ALL.map(|style| {
        let wanted = Wanted { style: Some(style), ..Wanted::default() };
        let lang = style.langs()[0];
        let quoted = Wanted { quote: Some("Nato".to_owned()), ..Wanted::default() };
        let wanted = if style == Style::Plain { quoted } else { wanted };
        answers::cite(corpus, "nss-nato-2", lang, &wanted, Day(2026, 1, 31))
    });
    let references: Vec<Value> = references.iter().flatten().map(|reference| json!(reference)).collect();
    assert_eq!(references.len(), Style::ALL.len(), "a reference was refused");
    expect("Reference", &references);
    expect("Form", &references.iter().map(|reference| reference["entry"].clone()).collect::<Vec<Value>>());
}

#[test]
fn options_of_the_types_mean_something() {
    let facets: Vec<String> = Facet::ALL.iter().map(|facet| facet.key().to_owned()).collect();
    assert_eq!(sorted(facets), sorted(names("Facets")));
    let sample = |name: &str| match name {
        "lang" | "edition" => "nb",
        "limit" => "3",
        "style" => "apa",
        "sic" => "true",
        "accessed" => "2026-01-31",
        _ => "x",
    };
    for interface in ["SearchOptions", "CommitmentOptions", "SectionOptions", "CiteOptions"] {
        for name in names(interface) {
            let value = vec![sample(&name).to_owned()];
            assert!(asked(&[(name.clone(), value)]).strange.is_empty(), "{name} of {interface} is unknown");
        }
    }
    for style in Style::ALL {
        assert!(TYPES.contains(&format!("| \"{}\"", style.code())), "the types lack {}", style.code());
    }
}
