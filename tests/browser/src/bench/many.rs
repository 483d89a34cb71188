//! Files with many documents in Chromium: until they are ready, until the first search, and the searches after it.

use super::steps::EARS;
use super::{PATIENCE, SLOWED, percentile};
use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::{Fault, Site};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::json;
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// Each on a page opened anew; the best counts.
const ROUNDS: usize = 3;

const PAGE: &str = "<!doctype html><html lang=\"nb\"><head><title>Many documents</title>
    <link rel=\"icon\" href=\"icon.svg\"><script type=\"module\" src=\"strategy-reader.js\"></script></head>
    <body><strategy-reader src=\"many.srdr\" src-only lang=\"nb\"></strategy-reader></body></html>";

/// Asks a list of queries, as scripts of a page do.
const ASK: &str = "
const reader = document.querySelector('strategy-reader');
const bytes = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
const entries = performance.getEntriesByType('resource').filter(entry => /\\.(js|wasm|srdr)$/.test(entry.name));
const outcome = { ready: readyAt - Math.max(...entries.map(entry => entry.responseEnd).filter(end => end < readyAt)), opened: bytes(), times: [] };
const ask = async query => {
    const begun = performance.now();
    await reader.search(query, { limit: 20 });
    return performance.now() - begun;
};
outcome.first = await ask('beredskap');
for (const query of queries) outcome.times.push(await ask(query));
outcome.end = bytes();
return outcome;
";

#[derive(Deserialize)]
struct Outcome {
    ready: f64,
    /// Bytes of the module's memory, once the documents are there and at the end.
    opened: f64,
    end: f64,
    first: f64,
    times: Vec<f64>,
}

/// Measures the files `<count>.srdr` of a folder, which has the queries in `queries.json`. Expects `dist/www/`.
pub fn many(folder: &Path, counts: &[usize]) -> Result<String> {
    let queries = std::fs::read_to_string(folder.join("queries.json")).context("there are no queries")?;
    let mut report = "Milliseconds:\n\n| documents | ready | slowed | first search | median | 99th percentile | memory, MB |\n\
        | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for &count in counts {
        let file = folder.join(format!("{count}.srdr"));
        let bytes = std::fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        // The server hands out what lives as long as it does.
        let bytes: &'static [u8] = Box::leak(bytes.into_boxed_slice());
        let mut best: Option<Outcome> = None;
        for round in 0..ROUNDS {
            eprintln!("{count} documents, round {} of {ROUNDS}", round + 1);
            let outcome = visit(bytes, 1, &queries)?;
            best = Some(match best {
                None => outcome,
                Some(before) => before.best(outcome),
            });
        }
        let slowed = visit(bytes, SLOWED, "[]")?.ready;
        let best = best.context("nothing was measured")?;
        let [opened, end] = [best.opened, best.end].map(|bytes| bytes / 1e6);
        writeln!(
            report,
            "| {count} | {:.0} | {slowed:.0} | {:.0} | {:.2} | {:.2} | {opened:.1}, at the end {end:.1} |",
            best.ready,
            best.first,
            percentile(&best.times, 0.5),
            percentile(&best.times, 0.99),
        )?;
    }
    Ok(report)
}

impl Outcome {
    fn best(self, other: Self) -> Self {
        Self {
            ready: self.ready.min(other.ready),
            opened: self.opened.min(other.opened),
            end: self.end.min(other.end),
            first: self.first.min(other.first),
            times: self.times.iter().zip(&other.times).map(|(one, other)| one.min(*other)).collect(),
        }
    }
}

/// A browser of its own for each, since one keeps memory and compiled code.
fn visit(bytes: &'static [u8], slowed: u32, queries: &str) -> Result<Outcome> {
    let site = Site::start()?;
    site.make_fault("many.html", Fault::Bytes(PAGE.as_bytes()));
    site.make_fault("many.srdr", Fault::Bytes(bytes));
    let browser = Browser::start(Engine::Chromium)?;
    browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": EARS }))?;
    browser.slow_down(slowed)?;
    browser.open(&site, "many.html")?;
    let start = Instant::now();
    while !browser.eval::<bool>("window.readyAt !== undefined")? {
        if start.elapsed() > PATIENCE {
            bail!("not ready within {} s", PATIENCE.as_secs());
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    browser.eval::<bool>(&format!(
        "((async () => {{ const queries = {queries}; {ASK} }})()
            .then(outcome => {{ window.outcome = outcome; }}, error => {{ window.outcome = {{ error: String(error) }}; }}), true)"
    ))?;
    loop {
        match browser.eval::<Option<serde_json::Value>>("window.outcome ?? null")? {
            Some(outcome) => {
                return serde_json::from_value(outcome.clone()).with_context(|| outcome.to_string());
            }
            None if start.elapsed() > PATIENCE => bail!("nothing within {} s", PATIENCE.as_secs()),
            None => std::thread::sleep(Duration::from_millis(200)),
        }
    }
}
