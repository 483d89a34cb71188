//! Never a blank page (design Q7): whatever fails, the text is there, a sentence says what does not work, an event tells the
//! host, and a button tries again where that can help.

use anyhow::{Context, Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Policy, Site};

pub const STORIES: &[Story] = &[
    Story::new("a WebAssembly that does not come leaves the text", what_does_not_come),
    Story::new("a browser that refuses leaves the text", what_the_browser_refuses),
    Story::new("a WebAssembly of another type of content is as good", another_type_of_content),
    Story::new("a panic in a handler is recovered from, and the next one is told", panics_in_handlers),
    Story::new("an error of the host page is its own", errors_of_the_host),
    Story::new("a clipboard and a storage that are refused are told", what_is_refused_later),
];

/// Hears what readers say to their host from the beginning, and breaks what the story names in the tab's own storage.
/// Where a file hangs, times of ten seconds and more pass twenty times as fast.
const FIRST: &str = "
window.heard = [];
addEventListener('strategy-reader-error', event => heard.push(event.detail.error.code ?? 'reader'));
const whole = { clock: setTimeout.bind(window), insert: Node.prototype.insertBefore, wasm: globalThis.WebAssembly };
if (sessionStorage.getItem('break') === 'hanging')
    window.setTimeout = (what, after, ...more) => whole.clock(what, after >= 10000 ? after / 20 : after, ...more);
window.mend = () => { Node.prototype.insertBefore = whole.insert; globalThis.WebAssembly = whole.wasm; };
window.breakTitle = () => Object.defineProperty(document, 'title', { configurable: true, get: () => '', set() {
    delete document.title;
    throw new Error('refused on purpose');
} });
const refuse = () => Promise.reject(new RangeError('refused on purpose'));
switch (sessionStorage.getItem('break')) {
    case 'undefined': delete globalThis.WebAssembly; break;
    case 'memory': globalThis.WebAssembly = Object.create(whole.wasm, {
        instantiate: { value: refuse }, instantiateStreaming: { value: refuse } }); break;
    case 'start': Node.prototype.insertBefore = () => { throw new Error('refused on purpose'); }; break;
}
";

const COMPLAINT: &str = "strategy-reader >>> .sr-failure";

fn forgive(site: &Site) {
    // How engines tell of what the stories break, each in its own words.
    for words in
        ["wasm", "WebAssembly", "integrity", "strategy-reader:", "RuntimeError", "unreachable", "on purpose"]
    {
        site.forgive(words);
    }
    for words in ["Content Security Policy", "unsafe-eval", "Failed to fetch", "NetworkError", "Load failed"]
    {
        site.forgive(words);
    }
}

/// The text is there, a sentence in the page's language says what does not work, and the host has heard of it.
fn is_told(browser: &Browser, what: &str, english: bool) -> Result<()> {
    let words = if english { "The text can be read" } else { "Teksten kan leses" };
    browser
        .wait_for("it is said", &format!("deep('{COMPLAINT}')?.innerText.includes({words:?})"))
        .with_context(|| what.to_owned())?;
    ensure!(browser.count("article .sr-block")? > 20, "{what}: the text is gone");
    ensure!(browser.count("strategy-reader >>> .sr-bar")? == 0, "{what}: there is a bar that does nothing");
    let heard: Vec<String> = browser.eval("heard")?;
    ensure!(heard == ["reader"], "{what}: the host heard {heard:?}");
    Ok(())
}

/// What is mended comes by the button.
fn tries_again(browser: &Browser, what: &str) -> Result<()> {
    browser.click(&format!("{COMPLAINT} button"))?;
    browser.wait_for_readers().with_context(|| what.to_owned())?;
    ensure!(browser.count(COMPLAINT)? == 0, "{what}: the complaint is still there");
    Ok(())
}

fn half(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

fn flipped(mut bytes: Vec<u8>) -> Vec<u8> {
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    bytes
}

fn what_does_not_come(browser: &Browser, site: &Site) -> Result<()> {
    forgive(site);
    site.run_first(FIRST);
    for (english, what, fault) in [
        (false, "not there", Fault::Missing),
        (true, "a web page instead", Fault::Bytes(b"<!doctype html>not found")),
        (false, "nothing", Fault::Bytes(b"")),
        (true, "that of another release", Fault::Bytes(b"\0asm\x01\0\0\0")),
        (false, "cut short", Fault::Changed(half)),
        (true, "a bit flipped", Fault::Changed(flipped)),
        (false, "broken off", Fault::Dropped),
        (true, "on its way without end", Fault::Hanging),
    ] {
        site.mend();
        if matches!(fault, Fault::Hanging) {
            browser.eval::<bool>("(sessionStorage.setItem('break', 'hanging'), true)")?;
        }
        site.make_fault("strategy-reader-*.wasm", fault);
        browser.open(site, if english { "secpol-2017/en/" } else { "secpol-2017/nb/" })?;
        is_told(browser, what, english)?;
        if what == "not there" {
            browser.expect_no_barrier()?;
        }
        site.mend();
        tries_again(browser, what)?;
    }
    Ok(())
}

fn what_the_browser_refuses(browser: &Browser, site: &Site) -> Result<()> {
    forgive(site);
    site.run_first(FIRST);
    // The origin's storage is there once a page is.
    browser.open_reader(site, "secpol-2017/nb/")?;
    for (what, helps) in [("undefined", true), ("memory", true), ("start", true), ("policy", false)] {
        browser.eval::<bool>(&format!("(sessionStorage.setItem('break', '{what}'), true)"))?;
        if what == "policy" {
            site.send_policy(Policy::WithoutWebAssembly);
        }
        browser.open(site, "secpol-2017/en/")?;
        is_told(browser, what, true)?;
        browser.eval::<bool>("(mend(), true)")?;
        if helps {
            tries_again(browser, what)?;
            continue;
        }
        // Trying again fails again, and says so again.
        browser.click(&format!("{COMPLAINT} button"))?;
        browser
            .wait_for("it is said again", &format!("heard.length === 2 && deep('{COMPLAINT}') !== null"))?;
    }
    Ok(())
}

fn another_type_of_content(browser: &Browser, site: &Site) -> Result<()> {
    // The glue says that it would be quicker otherwise.
    site.forgive("application/wasm");
    site.forgive("MIME");
    site.make_fault("*.wasm", Fault::Typed("application/octet-stream"));
    browser.resize(1440, 900)?;
    browser.open_reader(site, "secpol-2017/nb/")?;
    browser.click("strategy-reader >>> .sr-bar button[title='Siter']")?;
    browser.wait_for("what comes later is as good", "deep('strategy-reader >>> .sr-citation') !== null")
}

/// The next change of the page's title fails.
const BREAK_TITLE: &str = "(breakTitle(), true)";

fn panics_in_handlers(browser: &Browser, site: &Site) -> Result<()> {
    forgive(site);
    site.run_first(FIRST);
    browser.resize(1440, 900)?;
    browser.open_reader(site, "secpol-2017/nb/")?;
    let go = "strategy-reader >>> .sr-tree-item";
    browser.eval::<bool>("(window.last = document.querySelector('strategy-reader').shadowRoot.querySelector('.sr-mount'), true)")?;
    browser.eval::<bool>(BREAK_TITLE)?;
    browser.click(go)?;
    browser.wait_for(
        "it started anew",
        "document.querySelector('strategy-reader').matches(':state(ready)') && !last.isConnected",
    )?;
    ensure!(browser.eval::<usize>("heard.length")? == 0, "the host heard of what was mended");
    ensure!(browser.count("strategy-reader article")? == 1, "the text is not there once");
    browser.type_into("strategy-reader >>> input[type=search]", "Nato")?;
    browser.wait_for("the reader finds", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    // One that does not do well is not started again and again.
    for _ in 0..2 {
        let either = format!("deep('{go}') ?? deep('{COMPLAINT}')");
        browser.wait_for("there is something to break", &either)?;
        if browser.count(COMPLAINT)? > 0 {
            break;
        }
        browser.eval::<bool>(BREAK_TITLE)?;
        browser.eval::<bool>(&format!("(deep('{go}')?.click(), true)"))?;
    }
    is_told(browser, "two panics", false)?;
    tries_again(browser, "two panics")
}

/// A page that fails in every way, with a module of its own that does nothing but trap.
const FAILING: &str = "
const trap = () => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 116, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.t();
const fail = () => { throw new Error('the host\\'s own'); };
window.traps = 0;
addEventListener('error', event => { traps += event.error instanceof WebAssembly.RuntimeError; });
window.failAll = () => {
    for (const act of [fail, trap]) {
        for (const what of ['place', 'search', 'language', 'ready'])
            addEventListener(`strategy-reader-${what}`, () => act());
        setTimeout(act);
        new Promise(act);
    }
};
";

fn errors_of_the_host(browser: &Browser, site: &Site) -> Result<()> {
    // A module that runs to its trap is unreachable in one engine and a RuntimeError in another.
    for words in ["the host's own", "unreachable", "RuntimeError"] {
        site.forgive(words);
    }
    site.run_first(FAILING);
    browser.resize(1440, 900)?;
    browser.open_reader(site, "secpol-2017/nb/")?;
    browser.type_into("strategy-reader >>> input[type=search]", "Nato")?;
    browser.wait_for("there are hits", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    browser.eval::<bool>(
        "(window.last = document.querySelector('strategy-reader').shadowRoot.querySelector('.sr-mount'), failAll(), true)",
    )?;
    browser.click("strategy-reader >>> .sr-tree-item")?;
    browser.wait_for("one is there", "location.hash.length > 1")?;
    browser
        .wait_for("the page's own module trapped, also while the reader told it something", "traps >= 2")?;
    // One that starts anew is away for a moment, and comes back with another mount.
    browser.wait_for_readers()?;
    browser.type_into("strategy-reader >>> input[type=search]", " trussel")?;
    browser.wait_for(
        "the reader is the same",
        "last.isConnected && deep('strategy-reader >>> input[type=search]').value === 'Nato trussel'",
    )
}

fn what_is_refused_later(browser: &Browser, site: &Site) -> Result<()> {
    site.run_first(FIRST);
    browser.resize(1440, 900)?;
    browser.open_reader(site, "secpol-2017/nb/")?;
    browser.eval::<bool>(
        "(() => { const refuse = () => { throw new DOMException('refused', 'SecurityError'); };
            Object.defineProperty(window, 'localStorage', { get: refuse });
            navigator.clipboard && (navigator.clipboard.write = () => Promise.reject(new DOMException('refused', 'NotAllowedError')));
            document.execCommand = () => false; return true; })()",
    )?;
    browser.click("#secpol-nato-1 .sr-handle, .sr-handle")?;
    browser.click("strategy-reader >>> .sr-citation .sr-primary")?;
    browser.wait_for(
        "it is said",
        "deep('strategy-reader >>> .sr-outcome')?.innerText.includes('lot oss ikke kopiere')",
    )?;
    browser.wait_for("the host has heard", "heard.join() === 'clipboard-refused'")?;
    browser.click("strategy-reader >>> button[title='Innstillinger']")?;
    browser.click("strategy-reader >>> .sr-settings .sr-check input")?;
    browser.wait_for(
        "it is said",
        "deep('strategy-reader >>> .sr-notice')?.innerText.includes('tillot ikke')",
    )?;
    browser
        .wait_for("it is not claimed", "!deep('strategy-reader >>> .sr-settings .sr-check input').checked")?;
    browser.wait_for("the host has heard", "heard.join() === 'clipboard-refused,storage-refused'")
}
