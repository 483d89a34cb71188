//! `stage`: what Trunk calls after it has built. Turns its folder of glue and WebAssembly into the site: style sheets,
//! the module of the element, static pages, fragments, and compressed copies.

mod compressed;
mod module;
mod names;
mod pages;
mod shorten;
mod styles;

use crate::data;
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::PathBuf;

/// Where to put the files, and for whom.
pub struct Stage {
    pub folder: PathBuf,
    /// Small files with compressed copies; otherwise quick to build and easy to read.
    pub release: bool,
    /// The address that the start page will have, where it is known: `READER_SITE=https://…/`.
    pub site: Option<String>,
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
    let stage = Stage { folder, release, site };
    let library = data::library()?;
    let style = styles::write_site(&stage)?;
    let controls = styles::controls(&stage)?;
    let integrity = module::write(&stage, &style, &controls)?;
    stage.write("icon.svg", &fs::read(data::root().join("www/icon.svg"))?)?;
    pages::write(&stage, library, style, integrity)?;
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
