//! What the browser measures: `target/bench/` with a page, the engines, and the text at every scale.

use crate::stage::{brotli, esbuild, later};
use crate::{data, files, process, release};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use strategy_reader::archive;
use strategy_reader::model::{Library, Vocabulary};

#[path = "../../../tests/support/grown.rs"]
mod grown;

/// The engines, each a script in `benches/beside/page/`, and what belongs to its download beside the script.
const ENGINES: [(&str, &[&str]); 6] = [
    ("reader", &["engine_bg.wasm", "text-1.srdr"]),
    ("minisearch", &["text-1.json"]),
    ("minisearch-shipped", &["text-1.json", "minisearch-1.json"]),
    ("minisearch-fitted", &["text-1.json"]),
    ("flexsearch", &["text-1.json"]),
    ("pagefind", &["pagefind-1/"]),
];
/// Of Pagefind's files those that a search does not load: its interfaces, and what is for other languages.
const UNUSED: [&str; 5] = ["-ui", ".css", "component", "highlight", "wasm.unknown"];

/// Writes the site, and returns a table of what each engine downloads.
pub fn write(scales: &[usize]) -> Result<String> {
    let folder = data::root().join("target/bench");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    for (name, features) in [("bare", "bare"), ("engine", "")] {
        release::bind(&release::compile("search-bench", features)?, &folder, name, true)?;
        let wasm = folder.join(format!("{name}_bg.wasm"));
        // Without the relocations that only a cut needs, as the product is.
        fs::write(&wasm, later::lean(&fs::read(&wasm)?)?)?;
    }
    for name in ["index.html", "icon.svg"] {
        fs::copy(page().join(name), folder.join(name))?;
    }
    for name in ENGINES.iter().map(|(name, _)| *name).chain(["page", "none"]) {
        fs::write(folder.join(format!("{name}.js")), bundled(name, &folder)?)?;
    }
    fs::write(folder.join("queries.json"), queries()?)?;
    let library = data::library()?;
    for &scale in scales {
        println!("the text, {scale} times …");
        text(&folder, &library, scale)?;
    }
    downloads(&folder)
}

fn page() -> PathBuf {
    data::root().join("benches/beside/page")
}

fn bundled(name: &str, folder: &Path) -> Result<String> {
    esbuild(&[
        page().join(format!("{name}.js")).display().to_string(),
        "--bundle".to_owned(),
        "--minify".to_owned(),
        "--format=esm".to_owned(),
        "--target=es2022".to_owned(),
        "--log-level=error".to_owned(),
        format!("--alias:engine={}", folder.join("engine.js").display()),
    ])
}

/// The judged queries, without what else is known of them.
fn queries() -> Result<String> {
    let list = fs::read_to_string(data::root().join("tests/search/queries.tsv"))?;
    let queries = list.lines().skip(1).filter_map(|row| row.split('\t').nth(4));
    Ok(serde_json::to_string(&queries.collect::<Vec<&str>>())?)
}

/// The same text for everybody: an archive for us, blocks as JSON for engines in JavaScript, Pagefind's index.
fn text(folder: &Path, library: &Library, scale: usize) -> Result<()> {
    let mut library = grown::grown(library, scale);
    // The search needs no more of it than the terms, and the others are not given more.
    let terms = library.vocabulary.terms;
    library.vocabulary = Vocabulary { terms, ..Vocabulary::default() };
    fs::write(folder.join(format!("text-{scale}.srdr")), archive::encode(&library))?;
    let bare = Library { documents: library.documents.clone(), vocabulary: Vocabulary::default() };
    fs::write(folder.join(format!("text-{scale}-without-terms.srdr")), archive::encode(&bare))?;
    let json = folder.join(format!("text-{scale}.json"));
    fs::write(&json, serde_json::to_string(&blocks(&library))?)?;
    for (script, made) in
        [("minisearch", format!("minisearch-{scale}.json")), ("pagefind", format!("pagefind-{scale}"))]
    {
        let mut node = Command::new("node");
        node.arg(page().join(format!("{script}-index.mjs"))).arg(&json).arg(folder.join(made));
        process::run(node.current_dir(data::root()))?;
    }
    Ok(())
}

/// A record a block, with its words in both languages.
fn blocks(library: &Library) -> Vec<Value> {
    let mut blocks = Vec::new();
    for document in &library.documents {
        let [original, others @ ..] = document.editions.as_slice() else { continue };
        let other = others.first();
        let translated: HashMap<&str, &str> = other
            .into_iter()
            .flat_map(|edition| &edition.blocks)
            .map(|block| (block.anchor.as_str(), block.text.plain.as_str()))
            .collect();
        for block in &original.blocks {
            let translated = translated.get(block.anchor.as_str()).copied().unwrap_or_default();
            let code = |edition: &strategy_reader::model::Edition| edition.lang.code();
            blocks.push(json!({
                "id": blocks.len(),
                code(original): block.text.plain,
                other.map_or("none", code): translated,
            }));
        }
    }
    blocks
}

fn downloads(folder: &Path) -> Result<String> {
    let mut table = "Download before the first hit, all of the five documents, bytes with brotli 11:\n\n\
        | engine | code | text or index | together |\n| --- | ---: | ---: | ---: |\n"
        .to_owned();
    for (name, rest) in ENGINES {
        let mut code = packed(&folder.join(format!("{name}.js")))?;
        let mut text = 0;
        for part in rest {
            let path = folder.join(part);
            let found = if path.is_dir() { files::below(&path)? } else { vec![path] };
            for file in found {
                let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
                if UNUSED.iter().any(|unwanted| name.contains(unwanted)) {
                    continue;
                }
                let is_code = name.ends_with(".js") || name.ends_with(".wasm") || name.starts_with("wasm.");
                *(if is_code { &mut code } else { &mut text }) += packed(&file)?;
            }
        }
        writeln!(table, "| {name} | {code} | {text} | {} |", code + text)?;
    }
    let without = |file: &str| packed(&folder.join(file));
    let code = without("engine_bg.wasm")? - without("bare_bg.wasm")?;
    let terms = without("text-1.srdr")? - without("text-1-without-terms.srdr")?;
    writeln!(
        table,
        "\nOf the first row the search is {code} bytes of code and {terms} bytes of terms; the rest, reading an archive and \
         the text, is in the reader anyway."
    )?;
    Ok(table)
}

fn packed(file: &Path) -> Result<usize> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    // What is packed already, as Pagefind's index is, does not become smaller.
    Ok(brotli(&bytes)?.len().min(bytes.len()))
}
