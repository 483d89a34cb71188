//! Figures of the search in Chromium, beside other engines on the same text, in one run.
//!
//! Each engine has a page of its own (`benches/beside/page/`), which is opened anew for every measurement. Engines take turns, so that
//! what else the machine does falls on all of them; of several rounds the best counts, since nothing makes a program faster
//! than it is.

mod keys;
mod many;
mod steps;

pub use many::many;

use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::{Site, repository};
use anyhow::{Result, bail};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::{Duration, Instant};

const ENGINES: [&str; 6] =
    ["reader", "minisearch", "minisearch-shipped", "minisearch-fitted", "flexsearch", "pagefind"];
/// The page without an engine, whose memory is taken off.
const NONE: &str = "none";
/// Making an index of a hundred times the text takes some of them a minute, on a busy machine more.
const PATIENCE: Duration = Duration::from_secs(600);
/// How much slower the processor is made for what a person feels (design Q3).
const SLOWED: u32 = 4;

#[derive(Deserialize, Clone)]
struct Outcome {
    #[serde(default)]
    ready: f64,
    /// How much of it the index took, where that is known.
    #[serde(default)]
    index: f64,
    /// Milliseconds for each query, in the order of the list.
    #[serde(default)]
    times: Vec<f64>,
    error: Option<String>,
}

/// What is known of an engine at a scale: the best of all rounds.
struct Best {
    ready: f64,
    index: f64,
    times: Vec<f64>,
    /// Bytes: what JavaScript holds, and what WebAssembly does.
    memory: (f64, f64),
}

/// Measures the engines alone, and returns the tables. Expects `target/bench/`.
pub fn engines(scales: &[usize]) -> Result<String> {
    let (browser, site) = start()?;
    let mut report = String::new();
    let mut found = BTreeMap::new();
    for &scale in scales {
        for (engine, best) in rounds(&browser, &site, scale)? {
            found.insert((engine, scale), best);
        }
    }
    write_growth(&mut report, scales, &found)?;
    browser.slow_down(SLOWED)?;
    write_ready(&mut report, &browser, &site)?;
    Ok(report)
}

/// Measures what a person feels, in the reader's page and beside the engines. Expects `dist/www/`, too.
pub fn page() -> Result<String> {
    let (browser, site) = start()?;
    let mut report = String::new();
    browser.slow_down(SLOWED)?;
    keys::write(&mut report, &browser, &site)?;
    steps::write(&mut report, &browser)?;
    Ok(report)
}

fn start() -> Result<(Browser, Site)> {
    let site = Site::start()?;
    site.hand_out(repository().join("target/bench"));
    Ok((Browser::start(Engine::Chromium)?, site))
}

fn rounds(browser: &Browser, site: &Site, scale: usize) -> Result<Vec<(&'static str, Best)>> {
    let count = match scale {
        ..10 => 7,
        10..100 => 4,
        _ => 2,
    };
    let mut best: Vec<Option<Best>> = ENGINES.iter().map(|_| None).collect();
    for round in 0..count {
        for turn in 0..ENGINES.len() {
            let place = (turn + round) % ENGINES.len();
            eprintln!("{scale} times the text, round {} of {count}: {}", round + 1, ENGINES[place]);
            let outcome = visit(browser, site, ENGINES[place], scale, "&ask")?;
            let best = best[place].get_or_insert_with(|| Best {
                ready: f64::MAX,
                index: f64::MAX,
                times: vec![f64::MAX; outcome.times.len()],
                memory: (0.0, 0.0),
            });
            best.ready = best.ready.min(outcome.ready);
            best.index = best.index.min(outcome.index);
            best.times.iter_mut().zip(outcome.times).for_each(|(best, time)| *best = best.min(time));
        }
    }
    visit(browser, site, NONE, scale, "&one-thread")?;
    let (empty, _) = memory(browser)?;
    for (place, engine) in ENGINES.into_iter().enumerate() {
        visit(browser, site, engine, scale, "&one-thread")?;
        let (script, wasm) = memory(browser)?;
        if let Some(best) = &mut best[place] {
            best.memory = ((script - empty).max(0.0), wasm);
        }
    }
    Ok(ENGINES.into_iter().zip(best).filter_map(|(engine, best)| Some((engine, best?))).collect())
}

/// Opens an engine's page and waits until it has done what was asked.
fn visit(browser: &Browser, site: &Site, engine: &str, scale: usize, wish: &str) -> Result<Outcome> {
    browser.open(site, &format!("index.html?engine={engine}&scale={scale}{wish}"))?;
    let start = Instant::now();
    loop {
        // While an index is made the page answers nothing, and the driver gives up before the page does.
        let outcome: Result<Option<Outcome>> = browser.eval("window.outcome ?? null");
        match outcome {
            Ok(Some(Outcome { error: Some(error), .. })) => bail!("{engine}: {error}"),
            Ok(Some(outcome)) => return Ok(outcome),
            Ok(None) | Err(_) if start.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(200));
            }
            Ok(None) => bail!("{engine}: nothing within {} s", PATIENCE.as_secs()),
            Err(error) => return Err(error),
        }
    }
}

/// Bytes in use by JavaScript after all that can go has gone, and by WebAssembly.
fn memory(browser: &Browser) -> Result<(f64, f64)> {
    browser.devtools("HeapProfiler.enable", json!({}))?;
    for _ in 0..2 {
        browser.devtools("HeapProfiler.collectGarbage", json!({}))?;
    }
    let heap = browser.devtools("Runtime.getHeapUsage", json!({}))?;
    Ok((heap["usedSize"].as_f64().unwrap_or_default(), browser.eval("wasmBytes()")?))
}

/// The value below which a share of all values lies.
fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

fn write_growth(
    report: &mut String,
    scales: &[usize],
    found: &BTreeMap<(&'static str, usize), Best>,
) -> Result<()> {
    let heads: String = scales.iter().map(|scale| format!(" {scale}× |")).collect();
    type Figure = fn(&Best) -> String;
    let figures: [(&str, Figure); 6] = [
        ("From the first byte asked for to the first answer, ms", |best| format!("{:.0}", best.ready)),
        ("Of that, making the index, ms", |best| match best.index {
            0.0 => "–".to_owned(),
            time => format!("{time:.0}"),
        }),
        ("A query, median, ms", |best| format!("{:.3}", percentile(&best.times, 0.5))),
        ("A query, 95th percentile, ms", |best| format!("{:.2}", percentile(&best.times, 0.95))),
        ("A query, 99th percentile, ms", |best| format!("{:.2}", percentile(&best.times, 0.99))),
        ("Memory, MB: JavaScript + WebAssembly", |best| {
            let [script, wasm] = [best.memory.0, best.memory.1].map(|bytes| bytes / 1e6);
            format!("{script:.1} + {wasm:.1}")
        }),
    ];
    for (title, figure) in figures {
        writeln!(report, "{title}:\n\n| engine |{heads}\n| --- |{}", " ---: |".repeat(scales.len()))?;
        for engine in ENGINES {
            write!(report, "| {engine} |")?;
            for &scale in scales {
                let shown = found.get(&(engine, scale)).map_or("–".to_owned(), figure);
                write!(report, " {shown} |")?;
            }
            writeln!(report)?;
        }
        writeln!(report)?;
    }
    Ok(())
}

fn write_ready(report: &mut String, browser: &Browser, site: &Site) -> Result<()> {
    const ROUNDS: usize = 5;
    let mut best = [f64::MAX; ENGINES.len()];
    for round in 0..ROUNDS {
        for turn in 0..ENGINES.len() {
            let place = (turn + round) % ENGINES.len();
            best[place] = best[place].min(visit(browser, site, ENGINES[place], 1, "")?.ready);
        }
    }
    writeln!(report, "The same for the first answer with the processor slowed {SLOWED} times, 1×, ms:\n")?;
    writeln!(report, "| {} |\n|{}", ENGINES.join(" | "), " ---: |".repeat(ENGINES.len()))?;
    let shown: Vec<String> = best.iter().map(|time| format!("{time:.0}")).collect();
    writeln!(report, "| {} |\n", shown.join(" | "))?;
    Ok(())
}
