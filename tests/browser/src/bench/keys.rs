//! What a key stroke costs: from the key to the end of the scripts, and to the picture after it.

use super::{ENGINES, SLOWED, percentile, visit};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::{Result, bail};
use serde_json::json;
use std::fmt::Write;
use std::time::{Duration, Instant};

/// What is typed, key by key.
const TYPED: [&str; 6] =
    ["beredskap", "sikkerhet i nord", "terorisme", "kunstig intelligens", "submarine", "økonomisk tryggleik"];
const ROUNDS: usize = 3;
/// From key to key: quick typing.
const BETWEEN: Duration = Duration::from_millis(120);
/// How long a stroke may take, in the worst case.
const PATIENCE: Duration = Duration::from_secs(20);

/// Notes for each input the milliseconds from the key to the picture with its letter, and to the picture with what was found.
/// A message out of a frame is delivered when the frame is painted.
const LISTENER: &str = "
window.strokes = [];
const later = act => {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    channel.port2.postMessage(0);
};
const painted = () => new Promise(done => requestAnimationFrame(() => later(() => done(performance.now()))));
const isReader = document.querySelector('strategy-reader') !== null;
let pressed = 0;
addEventListener('keydown', event => { pressed = event.timeStamp; }, true);
addEventListener('input', () => {
    const letter = painted();
    const listed = isReader
        ? new Promise(done => addEventListener('strategy-reader-search', () => done(painted()), { once: true }))
        : new Promise(done => later(async () => {
            if (!window.settled) return done(letter);
            await window.settled;
            window.settled = undefined;
            done(painted());
        }));
    Promise.all([letter, listed]).then(times => window.strokes.push(times.map(time => time - pressed)));
}, true);
";

/// Milliseconds: of scripts, to the letter, to what was found.
#[derive(Clone)]
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
    // What the first key needs may still be on its way in the reader's page; beside the others it is there when they are ready.
    let firsts: Vec<Stroke> = rows.iter_mut().map(|(_, strokes)| strokes.remove(0)).collect();
    writeln!(
        report,
        "A key stroke with the processor slowed {SLOWED} times, ms; a list of ten beside the bare engines, the whole \
         page in the reader:\n\n\
         | | scripts, median | 95th | key to its letter, median | 99th | key to the list, median | 95th |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    )?;
    for (engine, strokes) in &rows {
        let column = |pick: fn(&Stroke) -> f64, share: f64| {
            percentile(&strokes.iter().map(pick).collect::<Vec<f64>>(), share)
        };
        writeln!(
            report,
            "| {engine} | {:.1} | {:.1} | {:.0} | {:.0} | {:.0} | {:.0} |",
            column(|stroke| stroke.0, 0.5),
            column(|stroke| stroke.0, 0.95),
            column(|stroke| stroke.1, 0.5),
            column(|stroke| stroke.1, 0.99),
            column(|stroke| stroke.2, 0.5),
            column(|stroke| stroke.2, 0.95),
        )?;
    }
    if let Some(first) = firsts.first() {
        let Stroke(scripts, _, list) = first;
        writeln!(report, "\nThe first key in the reader: {scripts:.0} ms, {list:.0} ms to the list.")?;
    }
    Ok(())
}

fn type_all(browser: &Browser, field: &str) -> Result<Vec<Stroke>> {
    browser.eval::<bool>(&format!("(() => {{ {LISTENER} return true; }})()"))?;
    browser.click(field)?;
    let mut strokes = Vec::new();
    for words in TYPED {
        for letter in words.chars() {
            let letter = letter.to_string();
            let before = browser.script_time()?;
            for kind in ["keyDown", "keyUp"] {
                let text = if kind == "keyDown" { letter.as_str() } else { "" };
                let key = json!({ "type": kind, "key": letter, "text": text });
                browser.devtools("Input.dispatchKeyEvent", key)?;
            }
            let (seen, listed) = stroke(browser)?;
            strokes.push(Stroke(browser.script_time()? - before, seen, listed));
        }
        // Emptying the field is no stroke.
        browser.eval::<bool>(&format!(
            "(() => {{ const field = deep({}); field.value = ''; \
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }})); return true; }})()",
            json!(field)
        ))?;
        stroke(browser)?;
    }
    Ok(strokes)
}

/// Waits for a stroke without asking often, which would be scripts too.
fn stroke(browser: &Browser) -> Result<(f64, f64)> {
    let start = Instant::now();
    loop {
        std::thread::sleep(BETWEEN);
        match browser.eval("strokes.shift() ?? null")? {
            Some(stroke) => return Ok(stroke),
            None if start.elapsed() < PATIENCE => (),
            None => bail!("a key was not answered within {} s", PATIENCE.as_secs()),
        }
    }
}
