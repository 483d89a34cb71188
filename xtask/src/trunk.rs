//! `serve`: Trunk, with the tools that it needs on its PATH. It calls `cargo xtask stage` for what it does not do itself.

use crate::{data, process, setup};
use anyhow::{Context, Result, bail};
use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

/// Where `serve` begins to look for a free port.
const PORT: u16 = 8080;

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
