//! `fuzz`: asks the search queries that nobody would type, for as long as one likes. What it does stands in `tests/search/fuzz.rs`.

use crate::{data, process};
use anyhow::{Context, Result, bail};
use std::process::Command;

pub fn run(arguments: &[String]) -> Result<()> {
    let (mut seconds, mut seed) = (60_u64, 1_u64);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut number = || -> Result<u64> {
            let value = rest.next().with_context(|| format!("fuzz: `{argument}` takes a number"))?;
            value.parse().with_context(|| format!("fuzz: `{value}` is no number"))
        };
        match argument.as_str() {
            "--seconds" => seconds = number()?,
            "--seed" => seed = number()?,
            other => bail!("fuzz takes no `{other}`; it takes --seconds N and --seed N"),
        }
    }
    // With the checks of a debug build, which see more than a release.
    let mut command = Command::new("cargo");
    command
        .current_dir(data::root())
        .args(["test", "--package", "strategy-reader", "--test", "search"])
        .args(["--", "--ignored", "--exact", "fuzz::fuzz", "--nocapture"])
        .env("READER_FUZZ_SECONDS", seconds.to_string())
        .env("READER_FUZZ_SEED", seed.to_string());
    process::run(&mut command)
}
