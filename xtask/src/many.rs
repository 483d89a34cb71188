//! `many`: 50 and 500 documents recombined from the real ones, packed and opened again: sizes and times. What a reader
//! of so many would have to do, measured natively and with optimisation.

mod recombine;
mod tagged;

use crate::{data, process};
use anyhow::{Context, Result, bail, ensure};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs};
use strategy_reader::corpus::Corpus;
use strategy_reader::search::Index;
use strategy_reader::{archive, compile};

pub fn run(arguments: &[String]) -> Result<()> {
    if cfg!(debug_assertions) {
        return optimised(arguments);
    }
    let mut counts = Vec::new();
    let mut kept: Option<PathBuf> = None;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--keep" => kept = Some(arguments.next().context("--keep takes a folder")?.into()),
            count => {
                counts.push(count.parse().with_context(|| format!("`{count}` is no number of documents"))?)
            }
        }
    }
    if counts.is_empty() {
        counts = vec![5, 50, 500];
    }
    println!(
        "{:>9} {:>7} {:>9} {:>10} {:>10} {:>9} {:>8} {:>8} {:>8} {:>21}",
        "documents",
        "words",
        "raw",
        "brotli 9",
        "brotli 11",
        "compiled",
        "packed",
        "opened",
        "indexed",
        "search 50/95/99 %"
    );
    for count in counts {
        measure(count, kept.as_deref())?;
    }
    Ok(())
}

/// Times mean something only with optimisation, which the other commands do not wait for.
fn optimised(arguments: &[String]) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args([
        "run",
        "--quiet",
        "--profile",
        "tool",
        "--target-dir",
        "target/release-tool",
        "--package",
        "xtask",
        "--",
        "many",
    ]);
    process::become_it(cargo.args(arguments).current_dir(data::root()))
}

fn measure(count: usize, kept: Option<&std::path::Path>) -> Result<()> {
    let folder = env::temp_dir().join(format!("strategy-reader-{count}-documents-{}", std::process::id()));
    let outcome = (|| {
        recombine::write(&folder, count)?;
        let (library, compiled) = timed(|| compile::compile(&folder));
        let library = library.map_err(|problems| anyhow::anyhow!("{problems}"))?;
        let (bytes, packed) = timed(|| archive::encode(&library));
        let (again, opened) = timed(|| archive::decode(&bytes));
        ensure!(again? == library, "what was packed is not what was opened");
        let corpus = Corpus::new(library);
        let (index, indexed) = timed(|| Index::new(&corpus));
        let words: usize = corpus.editions().map(|view| view.word_count()).sum();
        let times = searched(&index, &recombine::queries()?);
        let of = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)];
        println!(
            "{count:9} {words:7} {:9} {:10} {:10} {:9} {:>8} {:>8} {:>8} {:>21}",
            bytes.len(),
            brotli(&bytes, 9)?,
            // The slowest setting takes minutes for the largest.
            if bytes.len() < 4 << 20 { brotli(&bytes, 11)?.to_string() } else { "–".to_owned() },
            told(compiled),
            told(packed),
            told(opened),
            told(indexed),
            format!("{} {} {}", told(of(50)), told(of(95)), told(of(99))),
        );
        if let Some(kept) = kept {
            fs::create_dir_all(kept)?;
            fs::write(kept.join(format!("{count}.srdr")), bytes)?;
            fs::write(kept.join("queries.json"), serde_json::to_string(&recombine::queries()?)?)?;
        }
        Ok(())
    })();
    // It may never have been made.
    let _ = fs::remove_dir_all(&folder);
    outcome
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// How long each query takes, the shortest first.
fn searched(index: &Index, queries: &[String]) -> Vec<Duration> {
    let mut times: Vec<Duration> = queries.iter().map(|query| timed(|| index.ask(query)).1).collect();
    times.sort_unstable();
    times
}

fn told(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1000.0;
    if milliseconds < 10.0 { format!("{milliseconds:.2} ms") } else { format!("{milliseconds:.0} ms") }
}

fn brotli(bytes: &[u8], quality: i32) -> Result<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    if packed.is_empty() {
        bail!("nothing was packed");
    }
    Ok(packed.len())
}
