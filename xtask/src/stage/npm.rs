//! The package for npm: what an embedded reader needs, with types, manifest and fragments. Built, not published.

use super::Stage;
use super::module::MODULE;
use crate::{data, files};
use anyhow::{Context, Result};
use serde_json::json;
use std::fs;
use std::path::Path;

const TYPES: &str = "strategy-reader.d.ts";
const REACT: &str = "react.d.ts";
const MANIFEST: &str = "custom-elements.json";

/// Writes `npm/` beside the site.
pub fn write(stage: &Stage) -> Result<()> {
    let Some(dist) = stage.folder.parent() else { return Ok(()) };
    let package = dist.join("npm");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    for file in files::below(&stage.folder)? {
        let name = file.strip_prefix(&stage.folder).unwrap_or(&file);
        let is_one = name.starts_with("fragments") || name == Path::new(MODULE);
        let is_fetched = file.extension().is_some_and(|ending| ending == "wasm" || ending == "css");
        if is_one || is_fetched {
            copy(&file, &package.join(name))?;
        }
    }
    let root = data::root();
    for (from, name) in [
        ("www/strategy-reader.d.ts", TYPES),
        ("www/react.d.ts", REACT),
        ("www/custom-elements.json", MANIFEST),
        ("www/npm/README.md", "README.md"),
        ("LICENSE-MIT", "LICENSE-MIT"),
        ("LICENSE-APACHE", "LICENSE-APACHE"),
    ] {
        copy(&root.join(from), &package.join(name))?;
    }
    let own = |name: &str| format!("./{name}");
    let description = json!({
        "name": "strategy-reader",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "A reader for government strategy documents, as one HTML element",
        "keywords": ["custom-element", "web-component", "reader", "webassembly"],
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "types": own(TYPES),
        "customElements": MANIFEST,
        "exports": {
            ".": { "types": own(TYPES), "default": own(MODULE) },
            "./react": { "types": own(REACT) },
            "./custom-elements.json": own(MANIFEST),
            "./fragments/*": "./fragments/*",
            "./*.wasm": "./*.wasm",
            "./*.css": "./*.css",
            "./package.json": "./package.json",
        },
        // The module registers the element, also where nothing is taken from it.
        "sideEffects": [own(MODULE), "./*.css"],
        "files": ["*.js", "*.d.ts", "*.wasm", "*.css", MANIFEST, "fragments"],
    });
    let text = serde_json::to_string_pretty(&description)? + "\n";
    fs::write(package.join("package.json"), text).context("package.json cannot be written")
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display())).map(drop)
}
