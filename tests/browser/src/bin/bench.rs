//! Measures search engines in Chromium. `cargo xtask bench` calls it with `target/bench/` and `dist/www/` in place.

use anyhow::{Context, Result, bail};
use browser_tests::bench;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    match report() {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn report() -> Result<String> {
    let mut arguments = std::env::args().skip(1);
    match arguments.next().as_deref() {
        Some("engines") => {
            let scales = arguments.map(|scale| scale.parse().context("bench engines takes numbers"));
            bench::engines(&scales.collect::<Result<Vec<usize>>>()?)
        }
        Some("page") => bench::page(),
        Some("many") => {
            let folder = arguments.next().context("bench many takes a folder, and numbers")?;
            let counts = arguments.map(|count| count.parse().context("bench many takes numbers"));
            bench::many(Path::new(&folder), &counts.collect::<Result<Vec<usize>>>()?)
        }
        _ => bail!("bench takes `engines` with numbers behind, `page`, or `many` with a folder and numbers"),
    }
}
