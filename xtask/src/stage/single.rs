//! The one file that has everything in itself: reader, documents, what is otherwise fetched later, and the text of all
//! documents for browsers in which the reader does not run. It works from a memory stick.

use super::module::{bundle, define, esbuild};
use super::{Stage, compressed, styles};
use crate::{data, files};
use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fs;
use strategy_reader::corpus::Corpus;
use strategy_reader::page::{self, Single};

pub const FILE: &str = "strategy-reader.html";

/// Writes it into the site, from which it is downloaded, and beside the site.
pub fn write(stage: &Stage, corpus: &Corpus, controls: &str) -> Result<()> {
    let (script, style) = (script(stage, controls)?, styles::single(stage)?);
    for text in [&script, &style] {
        ensure!(
            !text.contains("</script") && !text.contains("</style") && !text.contains("<!--"),
            "something in the script or the style would end it in the middle of {FILE}"
        );
    }
    // Nothing runs but this script and this style, and nothing is fetched at all.
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'",
        source(&script),
        source(&style)
    );
    let icon = fs::read(data::root().join("www/icon.svg")).context("www/icon.svg cannot be read")?;
    let icon = format!("data:image/svg+xml;base64,{}", STANDARD.encode(icon));
    let text =
        page::single_page(Single { policy, style, script, icon, link_base: stage.site.clone() }, corpus);
    stage.write(FILE, text.as_bytes())?;
    if let Some(dist) = stage.folder.parent() {
        fs::write(dist.join(FILE), text)
            .with_context(|| format!("{FILE} cannot be written beside the site"))?;
    }
    Ok(())
}

/// The module, and before it the files that it would fetch.
fn script(stage: &Stage, controls: &str) -> Result<String> {
    let mut kept = Map::new();
    for file in
        files::below(&stage.folder)?.iter().filter(|file| file.extension().is_some_and(|it| it == "wasm"))
    {
        let packed = compressed::gzip(&fs::read(file)?)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        kept.insert(name, STANDARD.encode(packed).into());
    }
    let first = kept.keys().find(|name| name.starts_with("strategy-reader-")).cloned();
    let first = first.context("there is no WebAssembly in the site")?;
    let known =
        [("WASM_FILE", first.as_str()), ("WASM_INTEGRITY", ""), ("STYLE_FILE", ""), ("OFFLINE_FILE", "")];
    let mut arguments: Vec<String> = known.iter().map(|(name, value)| define(name, *value)).collect();
    // Documents of other files are not fetched here, and no page is better than this one.
    arguments.extend([define("LARGEST", 0), define("PAGES", Map::new())]);
    arguments.push("--minify".to_owned());
    let module = bundle("www/strategy-reader.js", controls, &arguments)?;
    // Its names must stay as they are, since they take the place of the browser's own.
    let before = esbuild(&["www/single.js", "--minify-whitespace", "--target=es2022"])?;
    // Somebody who followed a link stands in the plain text below the reader, which would wait until it is near.
    let start = "document.querySelector(\"strategy-reader\").start();";
    let script = format!("const KEPT={};{before}{module}{start}\n", Value::Object(kept));
    Ok(script.replace("</script", "<\\/script").replace("</style", "<\\/style").replace("<!--", "<\\!--"))
}

/// A text by its hash, as a policy names it.
fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())))
}
