//! What a key stroke costs: from the key to the end of the scripts, and to the picture after it.

use super::{ENGINES, SLOWED, percentile, visit};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::Result;
use serde::Deserialize;
use serde_json::json;
use std::fmt::Write;
use std::time::{Duration, Instant};

/// What is typed, key by key.
const TYPED: [&str; 6] =
    ["beredskap", "sikkerhet i nord", "terorisme", "kunstig intelligens", "submarine", "økonomisk tryggleik"];
const ROUNDS: usize = 4;
/// How long a stroke may take, in the worst case.
const PATIENCE: Duration = Duration::from_secs(20);

/// Notes for each input the milliseconds that its scripts took, and those from the key to the end of the scripts and to the next picture.
/// A message is delivered when the scripts of the input are done, and a message out of a frame when it is painted.
const LISTENER: &str = "
window.strokes = [];
const later = act => {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    channel.port2.postMessage(0);
};
const painted = () => new Promise(done => requestAnimationFrame(() => later(done)));
let pressed = 0;
addEventListener('keydown', event => { pressed = event.timeStamp; }, true);
addEventListener('input', () => {
    const begun = performance.now();
    const next = painted();
    later(async () => {
        let ended = performance.now();
        let picture = next;
        if (window.settled) {
            await window.settled;
            window.settled = undefined;
            ended = performance.now();
            picture = painted();
        }
        await picture;
        window.strokes.push([ended - begun, ended - pressed, performance.now() - pressed]);
    });
}, true);
";

/// Milliseconds.
#[derive(Deserialize, Clone)]
struct Stroke(f64, f64, f64);

impl Stroke {
    fn best(&self, other: &Stroke) -> Stroke {
        Stroke(self.0.min(other.0), self.1.min(other.1), self.2.min(other.2))
    }
}

pub(super) fn write(report: &mut String, browser: &Browser, engines: &Site) -> Result<()> {
    let reader = Site::start()?;
    let mut rows: Vec<(&str, Vec<Stroke>)> = vec![("the reader's page", Vec::new())];
    rows.extend(ENGINES.map(|engine| (engine, Vec::new())));
    for round in 0..ROUNDS {
        for (engine, strokes) in &mut rows {
            eprintln!("key strokes, round {} of {ROUNDS}: {engine}", round + 1);
            let typed = if ENGINES.contains(engine) {
                visit(browser, engines, engine, 1, "")?;
                type_all(browser, "input")?
            } else {
                browser.open_reader(&reader, "nss-2025/nb/")?;
                type_all(browser, "strategy-reader >>> input[type=search]")?
            };
            *strokes = match round {
                0 => typed,
                _ => strokes.iter().zip(&typed).map(|(one, other)| one.best(other)).collect(),
            };
        }
    }
    // The first key makes the index in the reader's page; beside the others it is there when they are ready.
    let firsts: Vec<Stroke> = rows.iter_mut().map(|(_, strokes)| strokes.remove(0)).collect();
    writeln!(
        report,
        "A key stroke with the processor slowed {SLOWED} times, ms; a list of ten beside the bare engines, the whole \
         page in the reader:\n\n\
         | | scripts, median | 95th | key to their end, 95th | key to picture, median | 99th |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |"
    )?;
    for (engine, strokes) in &rows {
        let column = |pick: fn(&Stroke) -> f64, share: f64| {
            percentile(&strokes.iter().map(pick).collect::<Vec<f64>>(), share)
        };
        writeln!(
            report,
            "| {engine} | {:.1} | {:.1} | {:.1} | {:.0} | {:.0} |",
            column(|stroke| stroke.0, 0.5),
            column(|stroke| stroke.0, 0.95),
            column(|stroke| stroke.1, 0.95),
            column(|stroke| stroke.2, 0.5),
            column(|stroke| stroke.2, 0.99),
        )?;
    }
    if let Some(first) = firsts.first() {
        let Stroke(scripts, _, picture) = first;
        writeln!(
            report,
            "\nThe first key in the reader, which makes the index: {scripts:.0} ms, {picture:.0} ms to the picture."
        )?;
    }
    Ok(())
}

fn type_all(browser: &Browser, field: &str) -> Result<Vec<Stroke>> {
    browser.eval::<bool>(&format!("(() => {{ {LISTENER} return true; }})()"))?;
    browser.click(field)?;
    for words in TYPED {
        for letter in words.chars() {
            let before: usize = browser.eval("strokes.length")?;
            let letter = letter.to_string();
            for kind in ["keyDown", "keyUp"] {
                let text = if kind == "keyDown" { letter.as_str() } else { "" };
                let key = json!({ "type": kind, "key": letter, "text": text });
                browser.devtools("Input.dispatchKeyEvent", key)?;
            }
            let start = Instant::now();
            while browser.eval::<usize>("strokes.length")? == before && start.elapsed() < PATIENCE {
                std::thread::sleep(Duration::from_millis(30));
            }
        }
        // Emptying the field is no stroke.
        let count: usize = browser.eval("strokes.length")?;
        browser.eval::<bool>(&format!(
            "(() => {{ const field = deep({}); field.value = ''; \
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }})); return true; }})()",
            json!(field)
        ))?;
        browser.wait_for("the field is empty", &format!("strokes.length > {count}"))?;
        browser.eval::<bool>(&format!("(() => {{ strokes.length = {count}; return true; }})()"))?;
    }
    browser.eval("strokes")
}
