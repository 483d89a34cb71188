//! Words of the text, explained on request.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("the words of a section are explained on request", words_are_explained),
    Story::new("an explanation leads to its word in the documents", an_explanation_leads_to_its_word),
];

const BUTTON: &str = "strategy-reader >>> .sr-terms-button";
const PANEL: &str = "strategy-reader >>> .sr-terms";

fn words_are_explained(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/#nss-nato")?;
    ensure_soon!(browser.count(PANEL)? == 0, "the explanations are there unasked");
    browser.click(BUTTON)?;
    let words = browser.text(PANEL)?;
    ensure!(words.contains("byrdefordeling") && words.contains("burden-sharing"), "explained is {words:?}");
    ensure_soon!(browser.count(&format!("{PANEL}-group"))? == 2, "what is here is not parted from the rest");
    browser.expect_no_barrier()?;
    browser.press("Escape")?;
    browser.wait_for("the panel is closed", &format!("deep({PANEL:?}) === null"))?;
    ensure_soon!(browser.holds_focus(BUTTON)?, "the focus did not come back");
    // The same by keyboard alone.
    browser.press("Enter")?;
    browser.wait_for("the panel is back", &format!("deep({PANEL:?}) !== null"))
}

fn an_explanation_leads_to_its_word(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(360, 740)?;
    browser.open_reader(site, "cyber-2017/en/#cyber-kriminalitet-5")?;
    browser.click(BUTTON)?;
    let word = browser.text(&format!("{PANEL} .sr-term > span"))?;
    browser.click(&format!("{PANEL} .sr-term-find"))?;
    browser.wait_for(
        "the word is sought",
        &format!("deep('strategy-reader >>> .sr-search-input').value === {word:?}"),
    )?;
    browser.wait_for("there are hits", "deep('strategy-reader >>> .sr-panel mark') !== null")
}
