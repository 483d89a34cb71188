//! A browser that is ended in the middle of keeping the site, and started again with what it had.

use super::offline::{
    BUTTON, IS_NEWER, forgive_silence, keep, open_settings, publish_newer, reload, stored, wait_for_words,
};
use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Engine, Fault, Site};
use std::path::Path;

pub const STORIES: &[Story] =
    &[Story::new("a browser that is ended in the midst of keeping has nothing half", ended_in_the_midst)
        // WebKit keeps nothing while it is driven.
        .only(&[Engine::Chromium, Engine::Firefox])];

/// Files that do not come hold the keeping up for ever; the others are there by then.
const HELD_UP: &str = "cyber-2017/*";

fn ended_in_the_midst(other: &Browser, site: &Site) -> Result<()> {
    forgive_silence(site);
    let profile = std::env::temp_dir().join(format!(
        "strategy-reader-{}-profile-{}",
        other.engine().name(),
        std::process::id()
    ));
    std::fs::create_dir_all(&profile)?;
    let outcome = ended_and_started_again(other.engine(), &profile, site);
    // What is left of it is only litter.
    let _ = std::fs::remove_dir_all(&profile);
    outcome
}

fn ended_and_started_again(engine: Engine, profile: &Path, site: &Site) -> Result<()> {
    let start = || Browser::start_in(engine, profile);
    // After a few files, and when all but two are there.
    for count in [3, 20] {
        let browser = start()?;
        open_settings(&browser, site, "nss-2025/nb/")?;
        wait_for_words(&browser, "Ingenting er lagret ennå")?;
        ensure!(stored(&browser)? == [0, 0, 0], "the attempt before left something behind");
        site.make_fault(HELD_UP, Fault::Hanging);
        browser.click(BUTTON)?;
        wait_until_kept(&browser, count)?;
        browser.kill();
        site.mend();

        let browser = start()?;
        let before = site.requests().len();
        browser.open_reader(site, "cyber-2017/nb/")?;
        ensure!(
            browser.eval::<bool>("navigator.serviceWorker.controller === null")?
                && site.requests()[before..].iter().any(|path| path == "cyber-2017/nb/"),
            "what was half kept is used"
        );
        browser.type_into("strategy-reader >>> input[type=search]", "ubåt")?;
        browser.wait_for("it finds", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
        expect_no_complaint(&browser, site)?;
    }
    let browser = start()?;
    keep(&browser, site, "nss-2025/nb/")?;

    // The same while a newer version is on its way: the old one stays whole.
    let old: usize = browser.eval(KEPT)?;
    publish_newer(site)?;
    site.make_fault(HELD_UP, Fault::Hanging);
    reload(&browser)?;
    wait_until_kept(&browser, old + 20)?;
    browser.kill();
    let browser = start()?;
    site.go_offline();
    for page in ["cyber-2017/nb/", "", "nss-2025/nb/"] {
        browser.open_reader(site, page)?;
        ensure!(!browser.eval::<bool>(IS_NEWER)?, "{page:?} is of the version that is not there yet");
    }
    site.mend();
    reload(&browser)?;
    browser.wait_for("the newer one is offered", "deep('strategy-reader >>> .sr-offer') !== null")?;
    browser.click("strategy-reader >>> .sr-offer .sr-button")?;
    browser.wait_for("the page is the newer one", IS_NEWER)?;
    site.go_offline();
    browser.open_reader(site, "cyber-2017/nb/")?;
    ensure!(browser.eval::<bool>(IS_NEWER)?, "the versions are mixed");
    ensure!(stored(&browser)? == [1, 1, 0], "the old version is still kept");
    site.mend();
    expect_no_complaint(&browser, site)
}

/// How many files are in all caches.
const KEPT: &str = "caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(cache => cache.keys()))))
    .then(lists => lists.flat().length)";

fn wait_until_kept(browser: &Browser, count: usize) -> Result<()> {
    browser.wait_for(
        &format!("{count} files are kept"),
        &format!("({KEPT}.then(count => {{ window.kept = count; }}), window.kept >= {count})"),
    )
}

/// The teller asks only the browser that it knows.
fn expect_no_complaint(browser: &Browser, site: &Site) -> Result<()> {
    let complaints = browser.complaints(site)?;
    ensure!(complaints.is_empty(), "there are complaints:\n{}", complaints.join("\n"));
    Ok(())
}
