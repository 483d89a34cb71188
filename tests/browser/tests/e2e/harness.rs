//! The harness itself: a story that passes is worth something only where what goes wrong unseen is noticed.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Site};

pub const STORIES: &[Story] = &[
    Story::new("what goes wrong unseen is noticed", what_goes_wrong_is_noticed),
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
    let complaints = browser.complaints(site)?.join("\n");
    let expected = ["told aloud", "thrown", "rejected", "nowhere.png is missing", "script-src", "style-src"];
    for words in expected {
        ensure!(complaints.contains(words), "nobody noticed `{words}`, only:\n{complaints}");
        site.forgive(words);
    }
    // What Chromium and the ears add about the same faults.
    for words in ["nowhere.png", "inline s"] {
        site.forgive(words);
    }
    Ok(())
}

const COPYING_PAGE: &[u8] =
    b"<!doctype html><html lang=\"nb\"><head><title>Copy</title><link rel=\"icon\" href=\"icon.png\">
    <script src=\"copy.js\" defer></script></head><body><button>Kopier</button></body></html>";

const COPYING_SCRIPT: &[u8] = "document.querySelector('button').onclick = () => {
    const part = (kind, words) => ({ [kind]: new Blob([words], { type: kind }) });
    navigator.clipboard.write([new ClipboardItem({
        ...part('text/plain', 'Trygg på sjøen'), ...part('text/html', '<i>Trygg</i> på sjøen') })]);
};"
.as_bytes();

fn the_clipboard_brings_both(browser: &Browser, site: &Site) -> Result<()> {
    site.make_fault("", Fault::Bytes(COPYING_PAGE));
    site.make_fault("copy.js", Fault::Bytes(COPYING_SCRIPT));
    site.make_fault("icon.png", Fault::Bytes(b""));
    browser.open(site, "")?;
    browser.click("button")?;
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
    ensure!(browser.holds_focus("x-host >>> button")?, "Escape did not bring the focus back");
    browser.press("Enter")?;
    ensure!(browser.holds_focus("x-host >>> input")?, "Enter did not press the button");
    ensure!(browser.count("x-host >>> button")? == 1, "the path finds too much");
    Ok(())
}

fn a_window_can_be_narrow(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(320, 640)?;
    keys_reach_into_shadow_roots(browser, site)?;
    let width: u32 = browser.eval("innerWidth")?;
    ensure!(width == 320, "the page is {width} pixels wide");
    Ok(())
}
