//! `stage`: what Trunk calls after it has built.

use anyhow::Result;

pub fn run(_arguments: &[String]) -> Result<()> {
    Ok(())
}
