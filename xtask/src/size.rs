//! `size`: what a first visit downloads, part by part, against the recorded budget and the bar of design Q2.

use crate::{data, files};
use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};

/// The bar of a first visit, in bytes (design Q2).
const BAR: Size = Size { raw: usize::MAX, gzip: 270_000, brotli: 220_000 };
/// Budgets are whole multiples of this, so that a changed word does not change a budget.
const STEP: usize = 500;

#[derive(Deserialize)]
struct Budget {
    part: Vec<Part>,
}

/// A part of the download, and what it may weigh.
#[derive(Deserialize)]
struct Part {
    name: String,
    /// The files by their path below `dist/www/`; one `*` stands for any letters.
    files: String,
    gzip: usize,
    brotli: usize,
    /// Whether it is fetched only when somebody asks for it, and so is no part of a first visit.
    #[serde(default)]
    later: bool,
}

#[derive(Clone, Copy, Default)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

pub fn run(arguments: &[String]) -> Result<()> {
    let record = match arguments {
        [] => false,
        [flag] if flag == "--record" => true,
        _ => bail!("size takes nothing, or --record"),
    };
    let file = data::root().join("xtask/budget.toml");
    let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    let budget: Budget = toml::from_str(&text).with_context(|| format!("{} is no budget", file.display()))?;
    let sizes = budget.part.iter().map(measure).collect::<Result<Vec<Size>>>()?;
    print(&budget, &sizes);
    if record {
        fs::write(&file, recorded(&text, &budget, &sizes))?;
        println!("recorded in xtask/budget.toml; a rise names its feature and its bytes in the commit");
        return Ok(());
    }
    let over = over(&budget, &sizes);
    ensure!(
        over.is_empty(),
        "{}\nmake it smaller, or `cargo xtask size --record` and say why",
        over.join("\n")
    );
    Ok(())
}

/// The files of a part together. The compressed copies are the ones that the build wrote.
fn measure(part: &Part) -> Result<Size> {
    let site = data::root().join("dist/www");
    let found: Vec<PathBuf> = files::below(&site)
        .context("there is nothing to measure; `cargo xtask build` first")?
        .into_iter()
        .filter(|file| file.strip_prefix(&site).is_ok_and(|path| fits(&part.files, &path.to_string_lossy())))
        .collect();
    ensure!(!found.is_empty(), "no file of dist/www/ fits `{}`; correct it in xtask/budget.toml", part.files);
    let mut size = Size::default();
    for file in found {
        let raw = length(&file)?;
        size.raw += raw;
        // The smallest files have no compressed copies; they travel as they are.
        size.gzip += length(&with_ending(&file, "gz")).unwrap_or(raw);
        size.brotli += length(&with_ending(&file, "br")).unwrap_or(raw);
    }
    Ok(size)
}

fn length(file: &Path) -> Result<usize> {
    let length = fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    Ok(usize::try_from(length)?)
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    PathBuf::from(format!("{}.{ending}", file.display()))
}

fn print(budget: &Budget, sizes: &[Size]) {
    println!("{:14} {:>9} {:>9} {:>9}   budget: gzip    brotli", "bytes", "raw", "gzip 9", "brotli 11");
    let line = |name: &str, size: &Size, gzip: usize, brotli: usize| {
        println!("{name:14} {:9} {:9} {:9}   {gzip:12} {brotli:9}", size.raw, size.gzip, size.brotli);
    };
    let parts = || budget.part.iter().zip(sizes);
    for (part, size) in parts().filter(|(part, _)| !part.later) {
        line(&part.name, size, part.gzip, part.brotli);
    }
    line("first visit", &sum(budget, sizes, |part| !part.later), BAR.gzip, BAR.brotli);
    println!();
    for (part, size) in parts().filter(|(part, _)| part.later) {
        line(&part.name, size, part.gzip, part.brotli);
    }
    let Size { raw, gzip, brotli } = sum(budget, sizes, |_| true);
    println!("{:14} {raw:9} {gzip:9} {brotli:9}", "all of it");
}

fn sum(budget: &Budget, sizes: &[Size], counts: impl Fn(&Part) -> bool) -> Size {
    let parts = budget.part.iter().zip(sizes).filter(|(part, _)| counts(part));
    parts.fold(Size::default(), |sum, (_, size)| Size {
        raw: sum.raw + size.raw,
        gzip: sum.gzip + size.gzip,
        brotli: sum.brotli + size.brotli,
    })
}

fn over(budget: &Budget, sizes: &[Size]) -> Vec<String> {
    let first_visit = sum(budget, sizes, |part| !part.later);
    let parts = budget.part.iter().zip(sizes);
    parts
        .map(|(part, size)| (part.name.as_str(), *size, part.gzip, part.brotli))
        .chain([("first visit", first_visit, BAR.gzip, BAR.brotli)])
        .filter(|(_, size, gzip, brotli)| size.gzip > *gzip || size.brotli > *brotli)
        .map(|(name, size, gzip, brotli)| {
            format!(
                "{name} has {} bytes with gzip (budget {gzip}) and {} with brotli (budget {brotli})",
                size.gzip, size.brotli
            )
        })
        .collect()
}

/// The budget with the measured sizes, rounded up. Everything else in the file, which explains it, stays.
fn recorded(text: &str, budget: &Budget, sizes: &[Size]) -> String {
    let mut size = Size::default();
    let mut recorded = String::new();
    for line in text.lines() {
        let (key, value) = line.split_once(" = ").unwrap_or((line, ""));
        let bytes = match key {
            "gzip" => Some(size.gzip),
            "brotli" => Some(size.brotli),
            _ => None,
        };
        if key == "name" {
            let part = budget.part.iter().position(|part| value.trim_matches('"') == part.name);
            size = part.map_or(size, |part| sizes[part]);
        }
        match bytes {
            Some(bytes) => recorded.push_str(&format!("{key} = {}", bytes.next_multiple_of(STEP))),
            None => recorded.push_str(line),
        }
        recorded.push('\n');
    }
    recorded
}

fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => path == pattern,
        Some((start, end)) => {
            path.len() >= start.len() + end.len() && path.starts_with(start) && path.ends_with(end)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Part, Size, fits, over, recorded};

    #[test]
    fn a_star_stands_for_a_hash() {
        for (pattern, path, expected) in [
            ("strategy-reader.js", "strategy-reader.js", true),
            ("strategy-reader-*.wasm", "strategy-reader-0a1b.wasm", true),
            ("strategy-reader-*.wasm", "strategy-reader-0a1b.wasm.br", false),
            ("ab*bc", "abc", false),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn what_is_over_is_named_and_recording_keeps_the_reasons() {
        let part =
            Part { name: "module".into(), files: "a.js".into(), gzip: 1000, brotli: 900, later: false };
        let budget = Budget { part: vec![part] };
        let sizes = [Size { raw: 4000, gzip: 1001, brotli: 900 }];
        assert_eq!(over(&budget, &sizes).len(), 1);
        let whole = [Size { brotli: super::BAR.brotli + 1, ..sizes[0] }];
        assert_eq!(over(&budget, &whole).len(), 2, "the part, and the first visit");
        let text = |gzip: usize, brotli: usize| {
            format!(
                "# Why\n\n# What for\n[[part]]\nname = \"module\"\nfiles = \"a.js\"\ngzip = {gzip}\nbrotli = {brotli}\n"
            )
        };
        assert_eq!(recorded(&text(1, 2), &budget, &sizes), text(1500, 1000));
    }
}
