//! The parts of the WebAssembly that a first visit does without (`src/ui/later.rs`, `src/embed/api.rs`): cut off before
//! wasm-bindgen comes, and linked to the rest when they are fetched.

use super::{Stage, names};
use crate::{data, files};
use anyhow::{Context, Result, anyhow, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CustomSection, Module, Section};
use wasm_split_cli_support::{Options, transform};

/// How the names begin that the parts know each other by.
pub const SHARED: &[&str] = &["memory", "__indirect_function_table", "__wasm_split_"];
/// What the linking code calls the address of the module.
pub const ADDRESS: &str = "MODULE_ADDRESS";

/// The linking code, which the glue imports.
pub const LINK: &str = "__wasm_split.js";
/// What the linking code would do with a part that it has fetched.
const INSTANTIATE: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// What it calls with a part that has come; `www/drawing.js` takes the style out of it.
pub const CAME: &str = "came";
/// The name of the section of a part that has the style of what it draws.
const STYLE: &str = "style";

/// Cuts the WebAssembly up; the later parts and the linking code go into the folder. Returns where the first part is.
pub fn cut(wasm: &Path, folder: &Path) -> Result<PathBuf> {
    let whole = fs::read(wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    let work = data::root().join("target/stage");
    fs::create_dir_all(&work)?;
    let first = work.join("first.wasm");
    let mut options = Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = &first;
    let link = format!("./{LINK}");
    options.link_name = &link;
    options.main_module = "./strategy-reader.js";
    transform(options).map_err(|error| anyhow!("the WebAssembly cannot be cut: {error:#}"))?;
    Ok(first)
}

/// Gives each later part its style, its name and its hash, and writes name and hash into the linking code.
pub fn link(stage: &Stage, styles: &[(&str, String)]) -> Result<()> {
    let link = stage.folder.join(LINK);
    let mut code = fs::read_to_string(&link).context("the cut left no linking code")?;
    for file in files::below(&stage.folder)? {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // What only one of them needs, and what several of them need.
        let Some(name) = stem.strip_prefix("split_").or(stem.strip_prefix("chunk_").map(|_| "shared")) else {
            continue;
        };
        let part = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let mut part = lean(&part).with_context(|| format!("{} is not what it should be", file.display()))?;
        if let Some((_, css)) = styles.iter().find(|(of, _)| *of == name) {
            CustomSection { name: STYLE.into(), data: css.as_bytes().into() }.append_to(&mut part);
        }
        fs::remove_file(&file)?;
        let name = names::hashed(name, "wasm", &part);
        stage.write(&name, &part)?;
        let fetch = format!("new URL(\"./{stem}.wasm\", import.meta.url)");
        ensure!(
            code.matches(&fetch).count() == 1,
            "{LINK} does not say `{fetch}` once; is it another version?"
        );
        let integrity = names::integrity(&part);
        code = code
            .replace(&fetch, &format!("new URL(\"{name}\", {ADDRESS}), {{ integrity: \"{integrity}\" }}"));
    }
    ensure!(code.contains(INSTANTIATE), "{LINK} does not say `{INSTANTIATE}`; is it another version?");
    // One that was served under another type of content is as good.
    let instantiate =
        format!("{CAME}(await WebAssembly.instantiate(await (await src).arrayBuffer(), imports))");
    fs::write(&link, code.replace(INSTANTIATE, &instantiate))?;
    Ok(())
}

/// The same without names, and with numbers as short as they can be: the linker leaves room around them.
pub fn lean(part: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    Lean.parse_core_module(&mut module, wasmparser::Parser::new(0), part)
        .map_err(|error| anyhow!("{error}"))?;
    Ok(module.finish())
}

struct Lean;

impl Reencode for Lean {
    type Error = std::convert::Infallible;

    fn parse_custom_section(
        &mut self,
        _: &mut Module,
        _: wasmparser::CustomSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn numbers_are_short_and_names_gone() {
        // A type, a memory of 16 pages written at length, and a section of names.
        let padded =
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x05\x07\x01\0\x90\x80\x80\x80\0\0\x08\x04name\0\x01\x61";
        let expected = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x05\x03\x01\0\x10";
        assert_eq!(lean(padded).unwrap_or_else(|error| panic!("{error:#}")), expected);
        assert!(lean(b"<!doctype html>").is_err());
    }
}
