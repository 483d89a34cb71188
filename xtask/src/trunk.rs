//! `build` and `serve`: both are Trunk, with the tools that it needs on its PATH. Trunk calls `cargo xtask stage` for
//! what it does not do itself.

use crate::{data, process, setup};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where `serve` begins to look for a free port.
const PORT: u16 = 8080;

/// Writes `dist/www/`.
pub fn build(arguments: &[String]) -> Result<()> {
    if let Some(stray) = arguments.first() {
        bail!("build takes no `{stray}`");
    }
    setup::for_building()?;
    let mut trunk = trunk()?;
    trunk.args(["build", "--release"]);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths()?);
    process::run(&mut trunk)?;
    println!("dist/www/ is ready to upload");
    Ok(())
}

/// Serves the reader and follows changes.
pub fn serve(arguments: &[String]) -> Result<()> {
    let wanted = match arguments {
        [] => PORT,
        [flag, port] if flag == "--port" => port.parse().with_context(|| format!("`{port}` is no port"))?,
        _ => bail!("serve takes nothing, or --port N"),
    };
    setup::for_building()?;
    let port = free_port(wanted)?;
    println!("the reader will answer at http://127.0.0.1:{port}/ as soon as it is built; Ctrl-C ends it");
    // Into a folder of its own, so that what is ready to upload stays what `build` wrote.
    let arguments = ["serve", "--dist", "dist/serve", "--port", &port.to_string()];
    process::become_it(trunk()?.args(arguments))
}

fn trunk() -> Result<Command> {
    let mut trunk = Command::new("trunk");
    trunk.current_dir(data::root()).env("PATH", setup::path()?);
    // Trunk takes the common `NO_COLOR=1` for a mistake in its own options.
    trunk.env_remove("NO_COLOR");
    Ok(trunk)
}

/// The wanted port, or the next one that nobody listens at.
fn free_port(wanted: u16) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let candidates = wanted..=wanted.saturating_add(100);
    candidates.clone().find(is_free).with_context(|| format!("the ports {candidates:?} are all taken"))
}

/// Flags that keep the paths of this machine out of the WebAssembly, where panic messages name source files: the same
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
