//! What else a person waits for in the reader's page: until it is ready, another language, both, the filters, a place.

use super::{SLOWED, percentile};
use crate::browser::Browser;
use crate::site::Site;
use anyhow::Result;
use serde_json::json;
use std::fmt::Write;
use std::time::Duration;

const ROUNDS: usize = 9;
/// Until all is done that a step leaves for later.
const REST: Duration = Duration::from_millis(600);

/// Runs before anything else of a page: notes when a reader is ready, and what memory WebAssembly has.
pub(super) const EARS: &str = "
window.memories = [];
for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        const all = Object.values((made.instance ?? made).exports);
        memories.push(...all.filter(value => value instanceof WebAssembly.Memory));
        return made;
    };
}
addEventListener('strategy-reader-ready', () => { window.readyAt = performance.now(); }, true);
";

/// Acts, and tells the milliseconds until the picture was there.
const ACT: &str = "
const later = () => new Promise(done => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
});
const choose = language => {
    const choice = deep('strategy-reader >>> .sr-bar .sr-language select');
    choice.value = language;
    choice.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
};
const filters = () => deep('strategy-reader >>> .sr-filter-button').click();
const go = at => deepAll('strategy-reader >>> .sr-contents a').at(at).click();
const timed = async act => {
    const begun = performance.now();
    act();
    await new Promise(done => requestAnimationFrame(done));
    await later();
    return performance.now() - begun;
};
";

/// What is done, and what undoes it.
const STEPS: [(&str, &str, &str); 4] = [
    ("another language", "choose('en')", "choose('nb')"),
    ("both languages beside each other", "choose('both')", "choose('nb')"),
    ("the filters open", "filters()", "filters()"),
    ("to another place", "go(-1)", "go(1)"),
];

pub(super) fn write(report: &mut String, browser: &Browser) -> Result<()> {
    let site = Site::start()?;
    let script = browser.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": EARS }))?;
    let mut ready = Vec::new();
    for _ in 0..ROUNDS {
        browser.open_reader(&site, "nss-2025/nb/")?;
        ready.push(browser.eval(
            "window.readyAt - Math.max(...performance.getEntriesByType('resource')
                .filter(entry => /strategy-reader[^/]*\\.(js|wasm)$/.test(entry.name)).map(entry => entry.responseEnd))",
        )?);
    }
    writeln!(
        report,
        "Other steps in the reader's page with the processor slowed {SLOWED} times, ms, the best and the median of {ROUNDS}:\n\n\
         | step | scripts | median | to the picture | median |\n| --- | ---: | ---: | ---: | ---: |"
    )?;
    for (name, act, undo) in STEPS {
        let mut times: Vec<(f64, f64)> = Vec::new();
        for round in 0..=ROUNDS {
            eprintln!("{name}, round {round} of {ROUNDS}");
            let mut pair = None;
            for what in [act, undo] {
                let before = browser.script_time()?;
                let picture: f64 =
                    browser.eval(&format!("(() => {{ {ACT} return timed(() => {what}); }})()"))?;
                pair.get_or_insert((browser.script_time()? - before, picture));
                std::thread::sleep(REST);
            }
            // The first time something is fetched or made.
            if round > 0 {
                times.extend(pair);
            }
        }
        let [scripts, pictures]: [Vec<f64>; 2] =
            [times.iter().map(|pair| pair.0).collect(), times.iter().map(|pair| pair.1).collect()];
        writeln!(
            report,
            "| {name} | {:.0} | {:.0} | {:.0} | {:.0} |",
            percentile(&scripts, 0.0),
            percentile(&scripts, 0.5),
            percentile(&pictures, 0.0),
            percentile(&pictures, 0.5),
        )?;
    }
    let bytes: f64 = browser.eval("memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)")?;
    writeln!(
        report,
        "\nReady {:.0} ms after the last file had arrived (median {:.0}). Memory of the module at the end: {:.1} MB.\n",
        percentile(&ready, 0.0),
        percentile(&ready, 0.5),
        bytes / 1e6,
    )?;
    browser.devtools("Page.removeScriptToEvaluateOnNewDocument", script).map(drop)
}
