//! Reading two languages side by side.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Engine, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("two languages stand side by side at the same place", two_languages_stand_side_by_side),
    Story::new(
        "a narrow reader shows the other language of one paragraph",
        a_narrow_reader_shows_one_paragraph,
    ),
    Story::new("an address opens both languages at its block", an_address_opens_both_languages),
    // Only Chromium can be made slow.
    Story::new("what is far from the place is laid out behind the first picture", what_is_far_comes_later)
        .only(&[Engine::Chromium]),
];

const CHOICE: &str = "strategy-reader >>> .sr-language select";

fn top_of(browser: &Browser, anchor: &str) -> Result<f64> {
    browser.eval(&format!("document.querySelector('[data-anchor={anchor}]').getBoundingClientRect().top"))
}

fn two_languages_stand_side_by_side(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "cyber-2017/nb/#cyber-forsvar-3")?;
    let before = top_of(browser, "cyber-forsvar-3")?;
    browser.choose(CHOICE, "both")?;
    browser.wait_for("both are there", "document.querySelector('article.sr-parallel') !== null")?;
    let after = top_of(browser, "cyber-forsvar-3")?;
    ensure!((before - after).abs() < 2.0, "the place moved from {before} to {after}");
    let sides = "[...document.querySelectorAll('#cyber-forsvar-3 > .sr-side')].map(side => side.lang + ' ' + side.checkVisibility()).join()";
    ensure_soon!(browser.eval::<String>(sides)? == "nb true,en true", "the block has not both languages");
    let beside = "(([left, right]) => left.top === right.top && left.right < right.left)([...document.querySelectorAll('#cyber-forsvar-3 > .sr-side')].map(side => side.getBoundingClientRect()))";
    ensure_soon!(browser.eval::<bool>(beside)?, "the languages do not stand side by side");
    let labels = browser.text(".sr-sides")?;
    ensure!(
        labels.contains("originalen") && labels.contains("uoffisiell oversettelse"),
        "the labels are {labels:?}"
    );
    browser.expect_no_barrier()?;
    browser.choose(CHOICE, "en")?;
    browser.wait_for("one is left", "document.querySelector('article.sr-parallel') === null")?;
    browser.wait_for("it is English", "document.querySelector('article').lang === 'en'")
}

fn a_narrow_reader_shows_one_paragraph(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(360, 740)?;
    browser.open_reader(site, "nss-2025/nb/?view=parallel#nss-nato-2")?;
    let shown = "document.querySelector('#nss-nato-2 > .sr-side[lang=en]').checkVisibility()";
    ensure_soon!(!browser.eval::<bool>(shown)?, "the translation is there unasked");
    browser.click("#nss-nato-2 > .sr-other")?;
    browser.wait_for("the translation is there", shown)?;
    let others = "[...document.querySelectorAll('[data-anchor] > .sr-side[lang=en]')].filter(side => side.checkVisibility()).length";
    ensure_soon!(browser.eval::<usize>(others)? == 1, "more than one paragraph was opened");
    browser.expect_no_barrier()?;
    // The same by keyboard.
    browser.press("Enter")?;
    browser.wait_for("it is hidden again", &format!("!{shown}"))?;
    ensure_soon!(
        browser.eval::<bool>("document.documentElement.scrollWidth <= innerWidth")?,
        "the page can be scrolled sideways"
    );
    Ok(())
}

fn an_address_opens_both_languages(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/en/?view=parallel#nss-eos-1")?;
    browser.wait_for("both are there", "document.querySelector('article.sr-parallel') !== null")?;
    let top = top_of(browser, "nss-eos-1")?;
    ensure!((0.0..250.0).contains(&top), "the block stands at {top}");
    ensure_soon!(browser.text("h1")?.starts_with("National"), "the language of the address is not the first");
    Ok(())
}

fn what_is_far_comes_later(browser: &Browser, site: &Site) -> Result<()> {
    /// What is there in the first picture with another text: where the place stands, and how many blocks are yet to be laid out.
    const SEEN: &str = "(async language => {
        const choice = deep('strategy-reader >>> .sr-language select');
        const text = document.querySelector('article').textContent;
        choice.value = language;
        choice.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
        let seen;
        do {
            await new Promise(done => requestAnimationFrame(done));
            const { port1, port2 } = new MessageChannel();
            const painted = new Promise(done => { port1.onmessage = done; });
            port2.postMessage(0);
            await painted;
            const far = document.querySelectorAll('[data-near] .sr-block:not([data-near])');
            seen = [document.querySelector('[data-anchor=nss-forsvaret-2]').getBoundingClientRect().top, far.length];
        } while (document.querySelector('article').textContent === text);
        return seen;
    })";
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/#nss-forsvaret-2")?;
    for language in ["en", "both", "nb"] {
        let before = top_of(browser, "nss-forsvaret-2")?;
        browser.slow_down(6)?;
        let seen = browser.eval::<(f64, usize)>(&format!("{SEEN}('{language}')"));
        browser.slow_down(1)?;
        let (first, far) = seen?;
        ensure!((first - before).abs() < 2.0, "{language}: the place went from {before} to {first}");
        ensure!(far > 100, "{language}: of all blocks only {far} were put off");
        browser.wait_for("all of it is laid out", "document.querySelector('[data-near]') === null")?;
        let after = top_of(browser, "nss-forsvaret-2")?;
        ensure!(
            (after - before).abs() < 2.0,
            "{language}: the place went from {before} to {after} after that"
        );
    }
    // The end of the text is where it should be, and so is the line that says how far one has read.
    let read =
        "Math.round(parseFloat(deep('strategy-reader >>> .sr-bar').style.getPropertyValue('--sr-read')))";
    let part = "(text => Math.trunc(-100 * text.top / (text.height - innerHeight)))(document.querySelector('strategy-reader').getBoundingClientRect())";
    browser.wait_for("it is said how far one has read", &format!("{read} === {part} && {read} > 0"))
}
