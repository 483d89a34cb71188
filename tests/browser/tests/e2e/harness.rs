//! The harness itself: a story that passes is worth something only where what goes wrong unseen is noticed.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Policy, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("what goes wrong unseen is noticed", what_goes_wrong_is_noticed),
    Story::new("requests without a reason are noticed", requests_are_noticed),
    Story::new("the clipboard brings text and HTML", the_clipboard_brings_both),
    Story::new("keys and focus reach into shadow roots", keys_reach_into_shadow_roots),
    Story::new("a window can be narrow", a_window_can_be_narrow),
];

const FAULTY_PAGE: &[u8] = b"<!doctype html><html lang=\"en\"><head><title>Faults</title>
    <link rel=\"icon\" href=\"icon.png\"><script src=\"faulty.js\"></script><script>document.title = 'inline'</script></head>
    <body style=\"color: red\"><img src=\"nowhere.png\" alt=\"\"></body></html>";

const FAULTY_SCRIPT: &[u8] = b"console.error('told aloud'); setTimeout(() => { throw new Error('thrown'); });
    Promise.reject(new Error('rejected'));";

fn what_goes_wrong_is_noticed(browser: &Browser, site: &Site) -> Result<()> {
    site.make_fault("", Fault::Bytes(FAULTY_PAGE));
    site.make_fault("faulty.js", Fault::Bytes(FAULTY_SCRIPT));
    site.make_fault("icon.png", Fault::Bytes(b""));
    browser.open(site, "")?;
    let expected = ["told aloud", "thrown", "rejected", "nowhere.png is missing", "script-src", "style-src"];
    for words in expected {
        ensure_soon!(
            browser.complaints(site)?.iter().any(|complaint| complaint.contains(words)),
            "nobody noticed `{words}`, only:\n{}",
            browser.complaints(site)?.join("\n")
        );
        site.forgive(words);
    }
    // What Chromium and the ears add about the same faults.
    for words in ["nowhere.png", "inline s"] {
        site.forgive(words);
    }
    Ok(())
}

const ASKING_PAGE: &[u8] =
    b"<!doctype html><html lang=\"nb\"><head><title>Ask</title><link rel=\"icon\" href=\"icon.png\">
    <script src=\"ask.js\" defer></script></head><body></body></html>";

/// Asks for something before it is ready, for something that may come later, for something else, and elsewhere.
const ASKING_SCRIPT: &[u8] = b"(async () => {
    await fetch('early.txt');
    dispatchEvent(new CustomEvent('strategy-reader-ready'));
    await new Promise(done => setTimeout(done, 20));
    await fetch('finding-0123456789abcdef.wasm');
    await fetch('late.txt');
    await fetch(location.origin.replace('127.0.0.1', 'localhost') + '/far.txt', { mode: 'no-cors' });
    document.title = 'asked';
})();";

fn requests_are_noticed(browser: &Browser, site: &Site) -> Result<()> {
    site.send_policy(Policy::AskingElsewhere);
    site.make_fault("", Fault::Bytes(ASKING_PAGE));
    site.make_fault("ask.js", Fault::Bytes(ASKING_SCRIPT));
    for file in ["icon.png", "*.txt", "*.wasm"] {
        site.make_fault(file, Fault::Bytes(b""));
    }
    browser.open(site, "")?;
    browser.wait_for("all is asked for", "document.title === 'asked'")?;
    // Those of a page that a story has left are not forgotten.
    site.mend();
    browser.open_reader(site, "fss-2020/nb/")?;
    let expected = ["/late.txt was asked for after ready", "/far.txt is elsewhere"];
    for words in expected {
        ensure_soon!(
            browser.complaints(site)?.iter().filter(|complaint| complaint.contains(words)).count() == 1,
            "nobody noticed that {words}, or twice"
        );
        site.forgive(words);
    }
    let complaints = browser.complaints(site)?;
    ensure!(complaints.is_empty(), "what is allowed is complained of: {complaints:?}");
    Ok(())
}

const COPYING_PAGE: &[u8] =
    b"<!doctype html><html lang=\"nb\"><head><title>Copy</title><link rel=\"icon\" href=\"icon.png\">
    <script src=\"copy.js\" defer></script></head><body><button>Kopier</button></body></html>";

const COPYING_SCRIPT: &[u8] = "document.querySelector('button').onclick = () => {
    const part = (kind, words) => ({ [kind]: new Blob([words], { type: kind }) });
    navigator.clipboard.write([new ClipboardItem({
        ...part('text/plain', 'Trygg på sjøen'), ...part('text/html', '<i>Trygg</i> på sjøen') })]).then(() => { document.title = 'copied'; });
};"
.as_bytes();

fn the_clipboard_brings_both(browser: &Browser, site: &Site) -> Result<()> {
    site.make_fault("", Fault::Bytes(COPYING_PAGE));
    site.make_fault("copy.js", Fault::Bytes(COPYING_SCRIPT));
    site.make_fault("icon.png", Fault::Bytes(b""));
    browser.open(site, "")?;
    browser.click("button")?;
    browser.wait_for("it is copied", "document.title === 'copied'")?;
    let clipboard = browser.clipboard()?;
    ensure!(clipboard.text == "Trygg på sjøen", "{clipboard:?}");
    ensure!(clipboard.html.contains("Trygg</i>"), "{clipboard:?}");
    Ok(())
}

const SHADOWY_PAGE: &[u8] =
    b"<!doctype html><html lang=\"nb\"><head><title>Shadow</title><link rel=\"icon\" href=\"icon.png\">
    <script src=\"shadow.js\" defer></script></head><body><x-host></x-host></body></html>";

const SHADOWY_SCRIPT: &[u8] = b"customElements.define('x-host', class extends HTMLElement {
    connectedCallback() {
        const root = this.attachShadow({ mode: 'open' });
        const [button, field] = ['button', 'input'].map(name => root.appendChild(document.createElement(name)));
        button.onclick = () => field.focus();
        field.onkeydown = event => { if (event.key === 'Escape') button.focus(); };
    }
});";

fn keys_reach_into_shadow_roots(browser: &Browser, site: &Site) -> Result<()> {
    site.make_fault("", Fault::Bytes(SHADOWY_PAGE));
    site.make_fault("shadow.js", Fault::Bytes(SHADOWY_SCRIPT));
    site.make_fault("icon.png", Fault::Bytes(b""));
    browser.open(site, "")?;
    browser.type_into("x-host >>> input", "ubåt")?;
    browser.wait_for("the field holds the word", "deep('x-host >>> input').value === 'ubåt'")?;
    browser.press("Escape")?;
    ensure_soon!(browser.holds_focus("x-host >>> button")?, "Escape did not bring the focus back");
    browser.press("Enter")?;
    ensure_soon!(browser.holds_focus("x-host >>> input")?, "Enter did not press the button");
    ensure_soon!(browser.count("x-host >>> button")? == 1, "the path finds too much");
    Ok(())
}

fn a_window_can_be_narrow(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(320, 640)?;
    keys_reach_into_shadow_roots(browser, site)?;
    let width: u32 = browser.eval("innerWidth")?;
    ensure!(width == 320, "the page is {width} pixels wide");
    Ok(())
}
