//! Our references against those of citeproc-js, with the official styles and locales.
//!
//! `tests/cite/deviations.toml` lists every way in which ours are meant to differ, with the reason. A difference that no
//! rule explains fails, and so does a rule that explains nothing.

use super::job::Jobs;
use super::rules::Rules;
use crate::{data, setup};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};
use strategy_reader::corpus::Corpus;

pub fn run(corpus: &Corpus) -> Result<()> {
    let Jobs { jobs, cases } = Jobs::of(corpus)?;
    let file = data::root().join("tests/cite/deviations.toml");
    let rules: Rules = toml::from_str(&fs::read_to_string(&file)?).context("tests/cite/deviations.toml")?;
    let answers = answers(&Value::Array(jobs))?;
    let mut different = Vec::new();
    let mut same = 0;
    for case in &cases {
        let theirs = answers.pointer(&case.pointer).and_then(Value::as_str);
        let theirs = shown(theirs.with_context(|| format!("no answer for {}", case.name))?);
        if case.ours == theirs {
            same += 1;
        } else if !rules.explain(case, &theirs) {
            different.push(format!("{}\n  ours:   {}\n  theirs: {theirs}", case.name, case.ours));
        }
    }
    println!(
        "{} references: {same} as citeproc-js has them, {} by rule",
        cases.len(),
        cases.len() - same - different.len()
    );
    if !different.is_empty() {
        bail!("{} references differ for no known reason:\n{}", different.len(), different.join("\n"));
    }
    let unused = rules.unused();
    ensure!(unused.is_empty(), "rules that explain nothing: {}; take them out", unused.join(", "));
    Ok(())
}

fn answers(jobs: &Value) -> Result<Value> {
    let (styles, locales) = setup::citation_styles()?;
    let mut node = Command::new("node");
    node.arg("tests/cite/citeproc.js").arg(styles).arg(locales).current_dir(data::root());
    let mut child =
        node.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("node cannot be started")?;
    let text = jobs.to_string();
    let mut input = child.stdin.take().context("node reads nothing")?;
    input.write_all(text.as_bytes())?;
    drop(input);
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "tests/cite/citeproc.js failed");
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// A text of citeproc-js as ours are shown: italics between asterisks, no other marks, single spaces.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text += before;
        let Some((tag, after)) = after.split_once('>') else { break };
        // The number of an entry stands in a margin of its own.
        if tag.contains("csl-left-margin") {
            rest = after.split_once("</div>").map_or("", |(_, after)| after);
            continue;
        }
        if tag == "i" || tag == "/i" {
            text.push('*');
        }
        rest = after;
    }
    text += rest;
    let text = text.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">").replace("**", "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
