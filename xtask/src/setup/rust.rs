//! What rustup brings: the WebAssembly target, the formatter, the linter, the library's sources. `rust-toolchain.toml` asks for them too,
//! but rustup may be set up not to install anything by itself.

use super::step;
use crate::process;
use crate::tools::TARGET;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

pub fn target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    add("target", &[TARGET])
}

pub fn checkers() -> Result<()> {
    let programs = sysroot()?.join("bin");
    if ["cargo-fmt", "cargo-clippy"].iter().all(|program| programs.join(program).is_file()) {
        return Ok(());
    }
    add("component", &["rustfmt", "clippy"])
}

pub fn sources() -> Result<()> {
    if sysroot()?.join("lib/rustlib/src/rust/library/std").is_dir() {
        return Ok(());
    }
    add("component", &["rust-src"])
}

fn add(kind: &str, names: &[&str]) -> Result<()> {
    let what = format!("{kind} {}", names.join(" "));
    step(&what, "10 seconds", |log| {
        process::run_quietly(Command::new("rustup").args([kind, "add"]).args(names), log).with_context(|| {
            format!("`{what}` must come from rustup, or with the Rust that the system brings")
        })
    })
}

fn sysroot() -> Result<PathBuf> {
    process::output(Command::new("rustc").args(["--print", "sysroot"])).map(PathBuf::from)
}
