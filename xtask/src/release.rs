//! `build`: the release that a site uploads. Without Trunk, which cannot hand cargo what makes the WebAssembly small:
//!
//! | step | brotli 11 |
//! | --- | --- |
//! | Yew, five documents in two languages, opt-level z, LTO, one codegen unit, abort on panic | 185 kB |
//! | `std` compiled for size along with it, panics abort at once | 162 kB |
//! | without the places of panics and without `Debug` | 153 kB |
//!
//! Later savings, by what they took off when they came (brotli 11, gzip 9):
//!
//! | step | less WebAssembly | less of the module |
//! | --- | --- | --- |
//! | names of one or two letters between the two, doubled glue once (`stage/shorten.rs`) | 3.7 kB, 4.3 kB | 2.1 kB, 2.8 kB |
//!
//! | lists and explanations in a file of their own, fetched when first opened (`stage/later.rs`) | 8.0 kB, 10.2 kB | -0.4 kB, -0.4 kB |
//! | the small builder of `ui/parts/el.rs` instead of `html!` in the frame | 3.0 kB, 5.4 kB | |
//!
//! Measured and not taken (brotli of a WebAssembly of 243.2 kB): opt-level s 259.6, `-inline-threshold=0` 246.7, `-Zinline-mir=no` 243.3,
//! `-Ztrap-unreachable=no` and `-Zvirtual-function-elimination` 243.2, `-Zmir-opt-level=3` 241.0 (its passes are not held to be ready),
//! functions sorted by name 242.2.
//!
//! wasm-opt (132, -Oz to -O3) made the file 9 % smaller, but its compressed form 2 % larger, so it is not used.

use crate::{data, process, setup, stage, tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// For rustc. Panics then say nothing; the element's module notices them all the same. Development builds keep them.
/// The relocations are for the cut.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
    -Clink-args=--emit-relocs";

/// Writes `dist/www/` and `dist/bin/`.
pub fn build(arguments: &[String]) -> Result<()> {
    if let Some(stray) = arguments.first() {
        bail!("build takes no `{stray}`");
    }
    setup::for_release()?;
    let wasm = compile("strategy-reader", "split")?;
    finish("dist/www", &wasm, true)?;
    println!("dist/www/ is ready to upload");
    build_tool()
}

/// Writes `dist/bin/`: the executable with which editors and sites check and pack documents, without Rust.
fn build_tool() -> Result<()> {
    const NAME: &str = "strategy-reader";
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--profile", "tool", "--package", NAME, "--bin", NAME]);
    cargo.args(["--features", "tool", "--target-dir", "target/release-tool"]);
    process::run(cargo.current_dir(data::root()).env("RUSTFLAGS", without_paths()?))?;
    let name = format!("{NAME}{}", std::env::consts::EXE_SUFFIX);
    let folder = data::root().join("dist/bin");
    fs::create_dir_all(&folder)?;
    // A running copy cannot be written over, but it can be replaced.
    let _ = fs::remove_file(folder.join(&name));
    fs::copy(data::root().join("target/release-tool/tool").join(&name), folder.join(&name))
        .context("the executable cannot be copied")?;
    println!("dist/bin/{name} checks and packs documents");
    Ok(())
}

/// Writes `dist/parts/`: a development build with the page of parts, for the end-to-end tests.
pub fn parts() -> Result<()> {
    setup::for_building()?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--package", "strategy-reader", "--target", tools::TARGET, "--features", "parts"]);
    process::run(cargo.current_dir(data::root()))?;
    let wasm = data::root().join("target").join(tools::TARGET).join("debug/strategy_reader.wasm");
    finish("dist/parts", &wasm, false)
}

/// Cuts off what is fetched later, binds the WebAssembly and makes the site of it.
fn finish(folder: &str, wasm: &Path, release: bool) -> Result<()> {
    let folder = data::root().join(folder);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let wasm = if release { stage::later::cut(wasm, &folder)? } else { wasm.to_path_buf() };
    bind(&wasm, &folder, "strategy-reader", release)?;
    stage::into(folder, release)
}

/// Writes WebAssembly and its glue into a folder.
pub fn bind(wasm: &Path, folder: &Path, name: &str, release: bool) -> Result<()> {
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"]);
    bindgen.arg(folder).arg(wasm);
    if release {
        bindgen.args(["--remove-name-section", "--remove-producers-section", "--keep-lld-exports"]);
    }
    process::run(bindgen.env("PATH", setup::path()?))
}

/// Compiles a package of the workspace as a release, with features of its own, and says where its WebAssembly is.
pub fn compile(package: &str, features: &str) -> Result<PathBuf> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--release", "--package", package, "--features", features]);
    cargo.args(["--target", tools::TARGET, "--target-dir", "target/release-wasm"]).current_dir(data::root());
    // The pinned compiler can do all of this; it only asks to be told that we know these options may change.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
    cargo.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", format!("{FLAGS} {}", without_paths()?));
    process::run(&mut cargo)?;
    let folder = data::root().join("target/release-wasm").join(tools::TARGET).join("release");
    Ok(folder.join(format!("{}.wasm", package.replace('-', "_"))))
}

/// Flags that keep the paths of this machine out of the WebAssembly, where dependencies name their source files: the same
/// sources and the same compiler give the same bytes everywhere.
fn without_paths() -> Result<String> {
    let mut names = vec![(data::root().to_path_buf(), "/strategy-reader".to_owned())];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.context("there is no home folder to find cargo's sources in")?.join("registry/src");
    // One folder for each registry that crates came from, usually the one.
    for registry in std::fs::read_dir(&sources).into_iter().flatten().flatten() {
        names.push((registry.path(), "/crates".to_owned()));
    }
    // Where the sources of the standard library are installed, the compiler names those instead of its own.
    let sysroot = process::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    let version = process::output(Command::new("rustc").arg("-vV"))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).unwrap_or("unknown");
    names.push((Path::new(&sysroot).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")));
    let flags = names.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    Ok(flags.collect::<Vec<String>>().join(" "))
}
