//! The module of the element: its code, the glue of wasm-bindgen and the style of the shadow root in one file, so that
//! one integrity hash on the script tag covers all of it; the WebAssembly is fetched with a hash of its own.

use super::styles::Controls;
use super::{Stage, later, names, shorten, styles};
use crate::data;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use strategy_reader::archive;
use strategy_reader::model::Library;

pub const MODULE: &str = "strategy-reader.js";

/// Writes the module and the WebAssembly in place of Trunk's files; returns the module's integrity hash.
pub fn write(
    stage: &Stage,
    library: &Library,
    text_style: &str,
    controls: &Controls,
    offline: &str,
) -> Result<String> {
    let (glue, wasm) = built(&stage.folder)?;
    let mut binary = fs::read(&wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    if stage.release {
        let (short, text) = shorten::shorten(&binary, &fs::read_to_string(&glue)?, later::SHARED)?;
        binary = short;
        fs::write(&glue, text)?;
        later::link(stage, &controls.later)?;
    }
    let wasm_name = names::hashed("strategy-reader", "wasm", &binary);
    let wasm_integrity = names::integrity(&binary);

    fs::create_dir_all(work())?;
    fs::write(work().join("glue.js"), factory(&glue)?)?;
    let wasm_file = define("WASM_FILE", wasm_name.as_str());
    let names = [
        wasm_file.clone(),
        define("WASM_INTEGRITY", wasm_integrity.as_str()),
        define("STYLE_FILE", text_style),
        define("OFFLINE_FILE", offline),
        define("LARGEST", archive::LARGEST),
        define("PAGES", titles(library)),
        if stage.release { "--minify".to_owned() } else { "--sourcemap=inline".to_owned() },
    ];
    let style = if stage.release { controls.first.clone() } else { controls.all() };
    let module = bundle("www/strategy-reader.js", &style, &names)?;
    if !stage.release {
        let parts = bundle("www/parts.js", &styles::gallery(stage)?, &[wasm_file])?;
        stage.write("parts.js", parts.as_bytes())?;
        let page = fs::read_to_string(data::root().join("www/parts.html"))?;
        stage.write("parts.html", page.replace("STYLE_FILE", text_style).as_bytes())?;
    }
    for file in [glue, wasm] {
        fs::remove_file(&file)?;
    }
    if stage.release {
        fs::remove_file(stage.folder.join(later::LINK))?;
    }
    stage.write(&wasm_name, &binary)?;
    stage.write(MODULE, module.as_bytes())?;
    Ok(names::integrity(module.as_bytes()))
}

/// Tells esbuild what a name in capitals stands for.
pub fn define(name: &str, value: impl Into<serde_json::Value>) -> String {
    format!("--define:{name}={}", value.into())
}

/// The titles of every document's pages by language.
fn titles(library: &Library) -> Value {
    let titles = library.documents.iter().map(|document| {
        let editions = document.editions.iter();
        let titles: Value =
            editions.map(|edition| (edition.lang.code().to_owned(), edition.title.clone())).collect();
        (document.id.clone(), titles)
    });
    titles.collect()
}

fn work() -> PathBuf {
    data::root().join("target/stage")
}

/// A script with the glue and a style sheet of the shadow root in it.
pub fn bundle(script: &str, controls: &str, arguments: &[String]) -> Result<String> {
    let style = work().join("controls.css");
    fs::write(&style, controls)?;
    let mut all = vec![
        script.to_owned(),
        "--bundle".to_owned(),
        "--format=esm".to_owned(),
        "--target=es2022".to_owned(),
        "--log-level=warning".to_owned(),
        "--loader:.css=text".to_owned(),
        format!("--alias:glue={}", work().join("glue.js").display()),
        format!("--alias:controls.css={}", style.display()),
    ];
    all.extend_from_slice(arguments);
    esbuild(&all)
}

/// Trunk's glue and WebAssembly.
fn built(folder: &Path) -> Result<(PathBuf, PathBuf)> {
    let files = crate::files::below(folder)?;
    let find = |ending: &str| files.iter().find(|file| file.to_string_lossy().ends_with(ending)).cloned();
    let wasm =
        find("_bg.wasm").with_context(|| format!("Trunk left no WebAssembly in {}", folder.display()))?;
    let glue = PathBuf::from(wasm.to_string_lossy().replace("_bg.wasm", ".js"));
    ensure!(glue.is_file(), "Trunk left no glue beside {}", wasm.display());
    Ok((glue, wasm))
}

/// Where the glue takes what an instance exports.
const EXPORTS: &str = "wasm = instance.exports;";

/// A module that makes the glue anew on every call: glue keeps the instance in variables of its own, and a fresh one
/// is the only way back after a panic has left Yew's scheduler borrowed. Who calls it may stand between the two.
fn factory(glue: &Path) -> Result<String> {
    let glue = glue.to_string_lossy();
    let body = esbuild(&[&glue, "--bundle", "--format=iife", "--global-name=glue", "--log-level=error"])?;
    ensure!(
        body.matches(EXPORTS).count() == 1,
        "the glue does not say `{EXPORTS}` once; is it another version?"
    );
    let body = body.replacen(EXPORTS, "wasm = between(instance.exports);", 1);
    // The name that the linking code of the later part knows the module's address by.
    let address = format!("const {} = import.meta.url;", later::ADDRESS);
    let head =
        format!("export default function makeGlue(between = (exports) => exports, {}) {{", later::CAME);
    Ok(format!("{address}\n{head}\n{body}\nreturn glue;\n}}\n"))
}

/// Runs esbuild in the root of the checkout and returns what it prints.
pub fn esbuild<S: AsRef<str>>(arguments: &[S]) -> Result<String> {
    let program = data::root().join("node_modules/.bin/esbuild");
    let arguments = arguments.iter().map(AsRef::as_ref);
    let output = Command::new(&program).args(arguments).current_dir(data::root()).output();
    let output = output.context("esbuild cannot be run; `cargo xtask setup` brings it")?;
    if !output.status.success() {
        bail!("esbuild: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}
