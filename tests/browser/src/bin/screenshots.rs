//! Takes the pictures of the built pages. `cargo xtask screenshots` calls it with everything in place.

use anyhow::{Context, Result, bail};
use browser_tests::{pictures, repository};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let mut folder = repository().join("target/screenshots");
    let mut only = None;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().with_context(|| format!("{argument} wants a value"));
        match argument.as_str() {
            "--readme" => return pictures::take_for_readme(&repository().join("www/picture.png")),
            "--out" => folder = PathBuf::from(value()?),
            "--only" => only = Some(value()?.as_str()),
            other => bail!("screenshots takes --out DIR, --only NAME or --readme, not `{other}`"),
        }
    }
    let number = pictures::take(&folder, only)?;
    println!("{number} pictures are in {}", folder.display());
    Ok(())
}
