//! What reading without a network needs: the page's side of it, the service worker with the list of what it keeps, and
//! what systems want to know of a site that is installed.

use super::module::{define, esbuild};
use super::{Stage, names, single};
use crate::{data, files};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;
use strategy_reader::page::MANIFEST;

/// The service worker. Browsers know it by its name for ever, so that it has no hash.
pub const WORKER: &str = "offline-worker.js";
/// What belongs to the site and is not kept: parts of other people's pages, and the one file that has everything itself.
const NOT_KEPT: [&str; 3] = ["fragments/", single::FILE, WORKER];

/// Writes the page's side of it, which the element imports, and returns its name.
pub fn write_page_side(stage: &Stage) -> Result<String> {
    let single = if stage.release { single::FILE } else { "" };
    let script = bundle(stage, "www/offline.js", &[("SINGLE_FILE", json!(single))])?;
    let name = names::hashed("offline", "js", script.as_bytes());
    stage.write(&name, script.as_bytes())?;
    Ok(name)
}

/// Copies the manifest and the icons that it names.
pub fn write_manifest(stage: &Stage) -> Result<()> {
    let www = data::root().join("www");
    for name in ["icon.svg", MANIFEST, "icons/192.png", "icons/512.png", "icons/maskable.png"] {
        let content = fs::read(www.join(name)).with_context(|| format!("www/{name} cannot be read"))?;
        stage.write(name, &content)?;
    }
    Ok(())
}

/// Writes the worker, when all that it keeps is in the folder. Each page must have all of `marks` in it: by these one sees
/// that it is of the same version.
pub fn write_worker(stage: &Stage, marks: &[&str]) -> Result<()> {
    let mut version = Sha256::new();
    let mut kept = Map::new();
    for file in files::below(&stage.folder)? {
        let name = name(&stage.folder, &file);
        if NOT_KEPT.iter().any(|other| name.starts_with(other)) {
            continue;
        }
        let content = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        version.update(name.as_bytes());
        version.update(Sha256::digest(&content));
        match name.strip_suffix("index.html") {
            Some(address) => kept.insert(address.to_owned(), Value::Null),
            None => kept.insert(name, names::integrity(&content).into()),
        };
    }
    let version: String = version.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let known = [("FILES", Value::Object(kept)), ("MARKS", json!(marks)), ("VERSION", json!(version))];
    let script = bundle(stage, "www/offline-worker.js", &known)?;
    stage.write(WORKER, script.as_bytes())
}

/// The path below the folder, written with `/`.
fn name(folder: &Path, file: &Path) -> String {
    file.strip_prefix(folder).unwrap_or(file).to_string_lossy().replace('\\', "/")
}

fn bundle(stage: &Stage, script: &str, known: &[(&str, Value)]) -> Result<String> {
    let mut arguments: Vec<String> =
        [script, "--bundle", "--format=esm", "--target=es2022", "--log-level=warning", "--loader:.css=text"]
            .map(str::to_owned)
            .into();
    arguments.extend(known.iter().map(|(name, value)| define(name, value.clone())));
    arguments.extend(stage.release.then(|| "--minify".to_owned()));
    esbuild(&arguments)
}
