//! `tidy`: the house rules that neither the compiler nor the linter knows. Reports every problem at once.

mod code;
mod lines;
mod looks;
mod rooms;

use crate::{data, files};
use anyhow::{Context, Result, bail};
use std::fmt;
use std::fs;
use std::path::Path;

/// Folders whose files are looked at, beside those at the top of the checkout.
const FOLDERS: &[&str] = &["src", "xtask", "tests", "www", "data"];
/// Files by other endings are not ours to write by hand. `source.txt` in `data/` is what it is.
const ENDINGS: &[&str] = &["rs", "toml", "md", "css", "js", "ts", "html"];

/// A file, its path written from the top of the checkout with `/`.
pub struct Source<'a> {
    path: &'a str,
    text: &'a str,
}

/// A broken rule. A line of 0 means the whole file.
#[derive(Debug, PartialEq)]
pub struct Problem {
    path: String,
    line: usize,
    what: String,
}

pub fn run(arguments: &[String]) -> Result<()> {
    if let Some(stray) = arguments.first() {
        bail!("tidy takes no `{stray}`");
    }
    let mut problems = Vec::new();
    let mut number = 0;
    for file in candidates()? {
        let path = file.strip_prefix(data::root()).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).with_context(|| format!("{path} cannot be read"))?;
        problems.extend(check(&Source { path: &path, text: &text }));
        number += 1;
    }
    if !problems.is_empty() {
        let list: Vec<String> = problems.iter().map(Problem::to_string).collect();
        bail!("{} problems:\n{}", list.len(), list.join("\n"));
    }
    println!("tidy: {number} files, no problem");
    Ok(())
}

fn check(source: &Source<'_>) -> Vec<Problem> {
    let mut problems = lines::check(source);
    problems.extend(looks::check(source));
    if source.has_ending("rs") {
        problems.extend(code::check(source));
    }
    problems
}

fn candidates() -> Result<Vec<std::path::PathBuf>> {
    let mut candidates = Vec::new();
    for entry in fs::read_dir(data::root()).context("the checkout cannot be read")? {
        candidates.push(entry?.path());
    }
    candidates.retain(|path| path.is_file());
    candidates.sort();
    for folder in FOLDERS {
        candidates.extend(files::below(&data::root().join(folder))?);
    }
    candidates.retain(|file| ENDINGS.iter().any(|ending| has_ending(file, ending)));
    Ok(candidates)
}

fn has_ending(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|found| found == ending)
}

impl<'a> Source<'a> {
    fn has_ending(&self, ending: &str) -> bool {
        has_ending(Path::new(self.path), ending)
    }

    fn is_below(&self, folder: &str) -> bool {
        Path::new(self.path).starts_with(folder)
    }

    /// The lines with their numbers, as an editor counts them.
    fn lines(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.text.split('\n').enumerate().map(|(index, line)| (index + 1, line))
    }

    fn problem(&self, line: usize, what: impl Into<String>) -> Problem {
        Problem { path: self.path.to_owned(), line, what: what.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

/// Runs a check over small texts: each case is a path, a text, and a word of each problem that must be found in it.
#[cfg(test)]
fn expect(check: fn(&Source<'_>) -> Vec<Problem>, cases: &[(&str, &str, &[&str])]) {
    for (path, text, expected) in cases {
        let found = check(&Source { path, text });
        let fits = found.len() == expected.len()
            && found.iter().zip(*expected).all(|(problem, words)| problem.to_string().contains(words));
        assert!(fits, "{path} with {text:?} gives {found:#?}, not {expected:?}");
    }
}
