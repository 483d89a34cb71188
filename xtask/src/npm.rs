//! Whether the package for npm is one: packs it, checks the types of a React page against what was packed, and bundles that
//! page with it into `dist/examples/`, where the end-to-end tests open it.

use crate::{data, files, process};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;
use std::process::Command;

const PAGE: &str = "react.tsx";

pub fn run() -> Result<()> {
    let package = data::root().join("dist/npm");
    ensure!(
        package.join("package.json").is_file(),
        "there is no package in dist/npm/; `cargo xtask build` writes it"
    );
    let work = data::root().join("target/npm");
    let unpacked = work.join("node_modules/strategy-reader");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&unpacked)?;

    let mut pack = Command::new("npm");
    pack.args(["pack", "--ignore-scripts", "--loglevel=error", "--pack-destination"]).arg(&work);
    let name = process::output(pack.current_dir(&package))?;
    let name = name.lines().last().context("npm pack names no file")?;
    let mut unpack = Command::new("tar");
    unpack.args(["--extract", "--gzip", "--strip-components=1", "--file"]).arg(work.join(name));
    process::run(unpack.arg("--directory").arg(&unpacked))?;
    fs::copy(data::root().join("www/examples").join(PAGE), work.join(PAGE))?;

    // Packages that the page needs besides are those of the checkout, above this folder.
    let mut types = Command::new(data::root().join("node_modules/.bin/tsc"));
    types.args(["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--jsx", "react-jsx"]);
    types.args([
        "--moduleResolution",
        "bundler",
        "--lib",
        "es2022,dom,dom.iterable",
        "--types",
        "react",
        PAGE,
    ]);
    process::run(types.current_dir(&work)).context("the page does not fit the types of the package")?;

    let examples = data::root().join("dist/examples");
    let bundle = examples.join("react");
    if examples.exists() {
        fs::remove_dir_all(&examples)?;
    }
    let mut esbuild = Command::new(data::root().join("node_modules/.bin/esbuild"));
    esbuild.args([PAGE, "--bundle", "--format=esm", "--minify", "--jsx=automatic", "--log-level=warning"]);
    esbuild.arg("--define:process.env.NODE_ENV=\"production\"");
    esbuild.arg(format!("--outdir={}", bundle.display()));
    process::run(esbuild.current_dir(&work))?;
    for file in files::below(&unpacked)? {
        if file.extension().is_some_and(|ending| ending == "wasm" || ending == "css") {
            copy_into(&file, &bundle)?;
        }
    }
    for file in files::below(&data::root().join("www/examples"))? {
        match file.extension().and_then(|ending| ending.to_str()) {
            Some("html" | "js") => copy_into(&file, &examples)?,
            // With what it imports from packages.
            Some("css") => {
                let mut esbuild = Command::new(data::root().join("node_modules/.bin/esbuild"));
                esbuild.arg(&file).args(["--bundle", "--log-level=warning"]);
                process::run(esbuild.arg(format!("--outdir={}", examples.display())))?;
            }
            _ => (),
        }
    }
    println!("{name} can be installed; dist/examples/ has pages with the reader");
    Ok(())
}

fn copy_into(file: &Path, folder: &Path) -> Result<()> {
    let name = file.file_name().context("a file without a name")?;
    fs::copy(file, folder.join(name))
        .with_context(|| format!("{} cannot be copied", file.display()))
        .map(drop)
}
