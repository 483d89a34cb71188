//! `bench`: how fast the search is, natively and in Chromium, where other engines do the same work on the same text in the same run.
//! `benches/README.md` says what is measured and has the figures.

mod site;

use crate::{data, process, release, setup};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Command;

/// How many times the text of the five documents.
const SCALES: [usize; 3] = [1, 10, 100];

/// What is measured: the option that asks for it alone, and the heading in the README under which its figures stand.
const NATIVE: (&str, &str) = ("--native", "## Natively\n");
const ENGINES: (&str, &str) = ("--engines", "## Beside others, in Chromium\n");
const PAGE: (&str, &str) = ("--page", "## Typing, and other steps\n");
const MANY: (&str, &str) = ("--many", "## Many documents in a file\n");
/// How many documents: as many as there are, as many as are comfortable in one file, and ten times that.
const COUNTS: [&str; 3] = ["5", "50", "500"];

pub fn run(arguments: &[String]) -> Result<()> {
    let (mut asked, mut record, mut scales) = (Vec::new(), false, SCALES.to_vec());
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--native" | "--engines" | "--page" | "--many" => asked.push(argument.as_str()),
            "--record" => record = true,
            "--scales" => {
                let list = rest.next().context("--scales takes numbers with commas between")?;
                scales = list.split(',').map(str::parse).collect::<Result<_, _>>().context("no numbers")?;
            }
            other => {
                bail!(
                    "bench takes --native, --engines, --page, --many, --scales 1,10 or --record, not `{other}`"
                )
            }
        }
    }
    let is_asked = |option: &str| asked.is_empty() || asked.contains(&option);
    if is_asked(NATIVE.0) {
        keep(NATIVE.1, &native()?, record)?;
    }
    if is_asked(ENGINES.0) {
        setup::for_pictures()?;
        let downloads = site::write(&scales)?;
        let numbers: Vec<String> = scales.iter().map(usize::to_string).collect();
        keep(ENGINES.1, &format!("{downloads}\n{}", in_browser("engines", &numbers)?), record)?;
    }
    if is_asked(PAGE.0) {
        setup::for_pictures()?;
        if !data::root().join("dist/www/index.html").is_file() {
            release::build(&[])?;
        }
        if !data::root().join("target/bench/index.html").is_file() {
            site::write(&[1])?;
        }
        keep(PAGE.1, &in_browser("page", &[])?, record)?;
    }
    if is_asked(MANY.0) {
        setup::for_pictures()?;
        if !data::root().join("dist/www/index.html").is_file() {
            release::build(&[])?;
        }
        keep(MANY.1, &many()?, record)?;
    }
    Ok(())
}

/// Files of many documents are made with optimisation, which takes longest.
fn many() -> Result<String> {
    let folder = data::root().join("target/bench-many").to_string_lossy().into_owned();
    let mut native = Command::new("cargo");
    native.args(["xtask", "many", "--keep", &folder]).args(COUNTS);
    let sizes = process::output(native.current_dir(data::root()))?;
    let mut arguments = vec![folder];
    arguments.extend(COUNTS.map(str::to_owned));
    Ok(format!(
        "Packed and opened natively:\n\n```text\n{}\n```\n\n{}",
        sizes.trim_end(),
        in_browser("many", &arguments)?
    ))
}

/// Of what the native measurement prints, the table at its end.
fn native() -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["bench", "--package", "strategy-reader", "--bench", "search"]);
    let all = process::output(cargo.current_dir(data::root()))?;
    println!("{all}\n");
    let table = all.find("| text |").context("the native measurement prints no table")?;
    Ok(all[table..].to_owned())
}

fn in_browser(what: &str, scales: &[String]) -> Result<String> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench", "--", what]);
    process::output(cargo.args(scales).current_dir(data::root()).env("PATH", setup::path()?))
}

/// Prints figures, and writes them under their heading in the README.
fn keep(heading: &str, figures: &str, record: bool) -> Result<()> {
    println!("{heading}\n{}\n", figures.trim_end());
    if record {
        let file = data::root().join("benches/README.md");
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let (above, below) = text
            .split_once(heading)
            .with_context(|| format!("benches/README.md has no `{}`", heading.trim_end()))?;
        let next = below.find("\n## ").map_or("", |next| &below[next..]);
        fs::write(&file, format!("{above}{heading}\n{}\n{next}", figures.trim_end()))?;
    }
    Ok(())
}
