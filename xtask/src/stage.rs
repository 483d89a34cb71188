//! `stage`: what Trunk calls after it has built. Turns its folder of glue and WebAssembly into the site: style sheets,
//! the module of the element, static pages, fragments, and compressed copies.

mod compressed;
pub mod later;
mod module;
mod names;
mod npm;
mod offline;
mod pages;
mod shorten;
mod single;
mod styles;

pub use compressed::brotli;
pub use module::esbuild;

use crate::data;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;
use strategy_reader::corpus::Corpus;

/// Where to put the files, and for whom.
pub struct Stage {
    pub folder: PathBuf,
    /// Small files with compressed copies; otherwise quick to build and easy to read.
    pub release: bool,
    /// The address that the start page will have, where it is known: `READER_SITE=https://…/`.
    pub site: Option<String>,
    /// Whether the pages keep themselves for reading without a network without being asked: `READER_OFFLINE=auto`.
    pub keeps_itself: bool,
}

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(stray) = arguments.first() {
        bail!("stage takes no `{stray}`; Trunk tells it the folder through TRUNK_STAGING_DIR");
    }
    let folder = env::var_os("TRUNK_STAGING_DIR");
    let folder = folder.context("stage is called by Trunk; use `cargo xtask build` or `serve`")?;
    into(PathBuf::from(folder), env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release"))
}

/// Makes the site in a folder that holds the glue and the WebAssembly, which it takes the place of.
pub fn into(folder: PathBuf, release: bool) -> Result<()> {
    let site = env::var("READER_SITE").ok().filter(|site| !site.is_empty());
    if let Some(site) = site.as_ref().filter(|site| !site.starts_with("https://") || !site.ends_with('/')) {
        bail!("READER_SITE is `{site}`; write an address that begins with https:// and ends with a slash");
    }
    let keeps_itself = match env::var("READER_OFFLINE").unwrap_or_default().as_str() {
        "" => false,
        "auto" => true,
        other => bail!("READER_OFFLINE is `{other}`; write `auto`, or nothing"),
    };
    let stage = Stage { folder, release, site, keeps_itself };
    let library = data::library()?;
    let style = styles::write_site(&stage)?;
    let controls = styles::controls(&stage)?;
    let offline = offline::write_page_side(&stage)?;
    let integrity = module::write(&stage, &library, &style, &controls, &offline)?;
    offline::write_manifest(&stage)?;
    // The hash of a file that changes while somebody develops would only be in the way.
    let integrity = release.then_some(integrity);
    let corpus = Corpus::new(library);
    let site = pages::write(&stage, &corpus, style, integrity)?;
    let marks: Vec<&str> =
        [Some(&site.style), site.integrity.as_ref()].into_iter().flatten().map(String::as_str).collect();
    offline::write_worker(&stage, &marks)?;
    if stage.release {
        single::write(&stage, &corpus, &controls.first)?;
        npm::write(&stage)?;
    }
    if stage.release {
        compressed::write(&stage.folder)?;
    }
    Ok(())
}

impl Stage {
    pub fn write(&self, name: &str, content: &[u8]) -> Result<()> {
        let file = self.folder.join(name);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
        }
        fs::write(&file, content).with_context(|| format!("{} cannot be written", file.display()))
    }
}
