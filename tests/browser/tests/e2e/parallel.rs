//! Reading two languages side by side.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("two languages stand side by side at the same place", two_languages_stand_side_by_side),
    Story::new(
        "a narrow reader shows the other language of one paragraph",
        a_narrow_reader_shows_one_paragraph,
    ),
    Story::new("an address opens both languages at its block", an_address_opens_both_languages),
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
