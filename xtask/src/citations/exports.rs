//! Our exports, read by pybtex, rispy and pandoc.

use super::job::READ;
use crate::{data, process, setup};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;
use strategy_reader::cite::{Format, Place, Style, export};
use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::model::Lang;

pub fn run(corpus: &Corpus) -> Result<()> {
    let folder = data::root().join("target/citations");
    fs::create_dir_all(&folder)?;
    let places: Vec<(EditionView, Place)> = corpus.editions().map(|view| (view, Place::Block(1))).collect();
    for lang in Lang::ALL {
        for format in Format::ALL {
            let name = folder.join(format!("{}.{}", format.code(), format.ending()));
            fs::write(&name, export(format, &places, Style::NorskApa, lang, READ))?;
        }
        let found = parsed(&folder)?;
        for (view, _) in &places {
            for (format, fields) in [("bibtex", BIBTEX), ("biblatex", BIBLATEX), ("ris", RIS)] {
                check(&found[format], *view, lang, fields)
                    .with_context(|| format!("{format} in {}", lang.code()))?;
            }
        }
        for (format, from) in
            [("bibtex.bib", "bibtex"), ("biblatex.bib", "biblatex"), ("csl-json.json", "csljson")]
        {
            let read = pandoc(&folder.join(format), from)?;
            ensure!(
                read.as_array().map(Vec::len) == Some(places.len()),
                "pandoc finds other entries in {format}"
            );
            for (view, _) in &places {
                check(&read, *view, lang, PANDOC).with_context(|| format!("{format} read by pandoc"))?;
            }
        }
    }
    println!("exports of {} editions are read by pybtex, rispy and pandoc", places.len());
    Ok(())
}

/// The names of fields for key, author, title and address.
type Fields = [&'static str; 4];

const BIBTEX: Fields = ["", "/authors/0", "/title", "/url"];
const BIBLATEX: Fields = ["", "/authors/0", "/title", "/url"];
const RIS: Fields = ["/id", "/authors/0", "/title", "/urls/0"];
const PANDOC: Fields = ["/id", "/author/0/literal", "/title", "/URL"];

fn check(found: &Value, view: EditionView, lang: Lang, fields: Fields) -> Result<()> {
    let key = key(view);
    let [id, author, title, address] = fields;
    let entry = match found {
        Value::Array(entries) => {
            entries.iter().find(|entry| entry.pointer(id).and_then(Value::as_str) == Some(&key))
        }
        other => other.get(&key),
    };
    let entry = entry.with_context(|| format!("there is no entry `{key}` in {found}"))?;
    let words = |pointer: &str| plain(entry.pointer(pointer).and_then(Value::as_str).unwrap_or_default());
    let document = view.document;
    let expected = document.publisher.get(document.author_lang(lang));
    ensure!(words(author) == expected, "{key}: the author is `{}`, not `{expected}`", words(author));
    let original = &document.original().title;
    ensure!(
        words(title).starts_with(original.as_str()),
        "{key}: the title is `{}`, not `{original}`",
        words(title)
    );
    if let Some(source) = &document.source {
        // BibTeX has the address of a page where it was published; pandoc takes that for a publisher.
        let told = [address, "/howpublished", "/publisher"].map(words).join(" ");
        ensure!(told.contains(source), "{key}: the address is `{told}`, not `{source}`");
    }
    Ok(())
}

fn key(view: EditionView) -> String {
    let document = view.document;
    let lang = view.edition.lang;
    if lang == document.original().lang {
        document.id.clone()
    } else {
        format!("{}-{}", document.id, lang.code())
    }
}

/// Without the braces and spans by which readers keep the case of letters.
fn plain(text: &str) -> String {
    text.replace(['{', '}'], "").replace("<span class=\"nocase\">", "").replace("</span>", "")
}

fn parsed(folder: &Path) -> Result<Value> {
    let mut python = Command::new(setup::python()?);
    let text = process::output(python.arg(data::root().join("tests/cite/exports.py")).arg(folder))?;
    Ok(serde_json::from_str(&text)?)
}

fn pandoc(file: &Path, from: &str) -> Result<Value> {
    let text = process::output(Command::new("pandoc").args(["--from", from, "--to", "csljson"]).arg(file))?;
    Ok(serde_json::from_str(&text)?)
}
