//! Reading without a network: the site kept on the device, and the one file that has everything in itself.
//!
//! A service worker outlives its story, and a later story may get the same port: each of these takes all of it away.

use anyhow::{Context, Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Engine, Fault, Site, repository};
use serde_json::Value;

pub const STORIES: &[Story] = &[
    Story::new("the site is kept when somebody asks, and all of it works", the_site_is_kept),
    Story::new("a newer version is offered and never mixed", a_newer_version_is_offered),
    Story::new("what cannot be kept is said, and nothing is left", what_cannot_be_kept),
    Story::new("a browser that refuses storage says so", refused_storage),
    Story::new("an installed or willing site keeps itself", a_willing_site),
    Story::new("a reader elsewhere offers nothing", a_reader_elsewhere),
    Story::new("one file works from the disk", one_file),
    Story::new("one file is read without scripts", one_file_without_scripts)
        // WebKit cannot be told to run no script, and a file has no server that could forbid it.
        .only(&[Engine::Chromium, Engine::Firefox]),
];

const PANEL: &str = "strategy-reader >>> strategy-reader-offline";
const SETTINGS: &str = "strategy-reader >>> .sr-bar > .sr-icon-button:last-child";
pub(super) const BUTTON: &str = "strategy-reader >>> strategy-reader-offline .sr-button";

/// Where the settings say how it stands.
const SAID: &str = "strategy-reader >>> strategy-reader-offline [role=status]";

/// How many workers, caches and entries the origin has.
pub(super) fn stored(browser: &Browser) -> Result<Vec<usize>> {
    browser.eval(
        "Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
            .then(([workers, names]) => [workers.length, names.length, localStorage.length])",
    )
}

pub(super) fn wait_for_words(browser: &Browser, words: &str) -> Result<()> {
    let said = format!("deep('{SAID}')?.textContent");
    let outcome =
        browser.wait_for(&format!("the settings say {words:?}"), &format!("{said}.includes('{words}')"));
    if outcome.is_ok() {
        return Ok(());
    }
    outcome.context(format!("they say {:?}", browser.eval::<Option<String>>(&said)?))
}

/// Opens a page and its settings.
pub(super) fn open_settings(browser: &Browser, site: &Site, page: &str) -> Result<()> {
    browser.open_reader(site, page)?;
    browser.click(SETTINGS)?;
    browser.wait_for("the settings have their part", &format!("deep('{PANEL} .sr-field-name')?.textContent"))
}

pub(super) fn keep(browser: &Browser, site: &Site, page: &str) -> Result<()> {
    open_settings(browser, site, page)?;
    browser.click(BUTTON)?;
    wait_for_words(browser, "Alt er lagret")
}

/// Loads the page anew as a person does: Firefox's driver would go around the worker.
pub(super) fn reload(browser: &Browser) -> Result<()> {
    browser.eval::<bool>("(window.isOld = true, setTimeout(() => location.reload()), true)")?;
    browser.wait_for("the page is another", "!window.isOld")?;
    browser.wait_for_readers()
}

/// Takes all away by the one button.
fn remove(browser: &Browser) -> Result<()> {
    browser.click(&format!("{PANEL} .sr-actions .sr-button:last-child"))?;
    wait_for_words(browser, "Fjernet")?;
    ensure!(stored(browser)?[..2] == [0, 0], "something is left");
    Ok(())
}

/// What a network that is gone makes consoles say.
pub(super) fn forgive_silence(site: &Site) {
    for words in ["net::ERR", "cannot load", "offline-worker", "NetworkError", "Load failed", "cannot keep"] {
        site.forgive(words);
    }
}

fn the_site_is_kept(browser: &Browser, site: &Site) -> Result<()> {
    forgive_silence(site);
    site.move_to("/departement/strategi/");
    open_settings(browser, site, "nss-2025/nb/")?;
    ensure!(
        stored(browser)? == [0, 0, 0],
        "something was stored before anybody asked: {:?}",
        stored(browser)?
    );
    browser.click(BUTTON)?;
    wait_for_words(browser, "Alt er lagret")?;
    ensure!(stored(browser)? == [1, 1, 0], "{:?} is not a worker and a cache", stored(browser)?);

    site.go_offline();
    let before = site.requests().len();
    reload(browser)?;
    // A place deep in a document that was never opened, and everything that is otherwise fetched later.
    browser.open_reader(site, "cyber-2017/en/?q=norway#cyber-frihet")?;
    browser.wait_for("the passages are found", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    browser.open_reader(site, "?view=commitments")?;
    browser.wait_for("the list is there", "deepAll('strategy-reader >>> .sr-view td').length > 10")?;
    browser.open_reader(site, "fss-2020/nb/")?;
    browser.click("#fss-colombia-1 .sr-handle")?;
    browser.wait_for("it can be cited", "deep('strategy-reader >>> .sr-copyable') !== null")?;
    let documents: Vec<Value> = browser.eval(
        "document.querySelector('strategy-reader').documents().then(all => JSON.parse(JSON.stringify(all)))",
    )?;
    ensure!(documents.len() == 5, "{} documents are known", documents.len());
    let icons: Vec<bool> = browser.eval(
        "(link => fetch(link).then(answer => answer.json()).then(manifest => Promise.all(
            manifest.icons.map(icon => fetch(new URL(icon.src, link)).then(answer => answer.ok)))))
            (document.querySelector('link[rel=manifest]').href)",
    )?;
    ensure!(icons.len() == 4 && icons.iter().all(|is_there| *is_there), "the icons are not kept: {icons:?}");
    // An address without its last slash, which a server would mend.
    browser.open_reader(site, "secpol-2017/en")?;
    ensure!(browser.eval::<bool>("location.pathname.endsWith('/en/')")?, "the address is not mended");
    ensure!(site.requests().len() == before, "somebody answered");

    browser.click(SETTINGS)?;
    browser.wait_for(
        "it is said that all is kept",
        &format!("deep('{PANEL} .sr-actions .sr-button') !== null"),
    )?;
    ensure!(browser.count(&format!("{PANEL} .sr-offline-file"))? <= 1, "the file is offered twice");
    site.mend();
    open_settings(browser, site, "nss-2025/nb/")?;
    wait_for_words(browser, "Alt er lagret")?;
    browser.expect_no_barrier()?;
    remove(browser)?;
    reload(browser)?;
    ensure!(site.requests().len() > before, "the network is not used");
    ensure!(stored(browser)? == [0, 0, 0], "something came back");
    Ok(())
}

/// Whether the page is of the newer version, which begins its description so.
pub(super) const IS_NEWER: &str =
    "document.querySelector('meta[name=description]')?.content.startsWith('NEWER') === true";

fn a_newer_version_is_offered(browser: &Browser, site: &Site) -> Result<()> {
    forgive_silence(site);
    keep(browser, site, "nss-2025/nb/")?;
    publish_newer(site)?;

    // The old one is whole until somebody asks for the newer, on every page.
    reload(browser)?;
    let offer = "strategy-reader >>> .sr-offer";
    browser.wait_for("it is offered", &format!("deep('{offer}') !== null"))?;
    ensure!(!browser.eval::<bool>(IS_NEWER)?, "the newer page came by itself");
    browser.open_reader(site, "cyber-2017/nb/")?;
    browser.wait_for("it is offered there too", &format!("deep('{offer}') !== null"))?;
    ensure!(!browser.eval::<bool>(IS_NEWER)?, "one page is newer than the other");
    browser.expect_no_barrier()?;
    browser.click(&format!("{offer} .sr-button:last-child"))?;
    ensure!(browser.count(offer)? == 0, "the offer stays though it was put off");
    open_settings(browser, site, "nss-2025/nb/")?;
    browser.click(&format!("{PANEL} .sr-actions .sr-button:first-child"))?;
    browser.wait_for("the page is the newer one", IS_NEWER)?;
    site.go_offline();
    for page in ["cyber-2017/nb/", "", "nss-2025/nb/"] {
        browser.open_reader(site, page)?;
        ensure!(browser.eval::<bool>(IS_NEWER)?, "{page:?} is of the old version");
    }
    ensure!(stored(browser)? == [1, 1, 0], "the old version is still kept");
    site.mend();
    browser.click(SETTINGS)?;
    wait_for_words(browser, "Alt er lagret")?;
    remove(browser)
}

/// From now on the server has another version.
pub(super) fn publish_newer(site: &Site) -> Result<()> {
    for pages in ["", "*/"] {
        site.edit(pages, "name=\"description\" content=\"", "name=\"description\" content=\"NEWER ");
    }
    site.edit("offline-worker.js", &version()?, "0123456789abcdef");
    Ok(())
}

/// The version of the built site, as the worker has it.
fn version() -> Result<String> {
    let worker = std::fs::read_to_string(repository().join("dist/www/offline-worker.js"))?;
    let is_version = |word: &&str| word.len() == 16 && word.chars().all(|sign| sign.is_ascii_hexdigit());
    worker.split('"').find(is_version).map(str::to_owned).context("the worker has no version")
}

fn what_cannot_be_kept(browser: &Browser, site: &Site) -> Result<()> {
    for words in [
        "api-",
        "finding-",
        "shared-",
        "integrity",
        "digest",
        "hash",
        "Failed",
        "offline-worker",
        "TypeError",
    ] {
        site.forgive(words);
    }
    open_settings(browser, site, "secpol-2020/nb/")?;
    // A file that is missing, one that is damaged, and a page of another version.
    for (file, fault) in [
        ("api-*.wasm", Fault::Missing),
        ("finding-*.wasm", Fault::Bytes(b"\0asm\x01\0\0\0")),
        ("cyber-2017/en/", Fault::Bytes(b"<!doctype html><title>Something else</title>")),
    ] {
        site.make_fault(file, fault);
        browser.click(BUTTON)?;
        wait_for_words(browser, "Det lot seg ikke lagre")?;
        // The browser takes a worker that failed away in its own time.
        browser.wait_for(
            "nothing is left",
            "(Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
                .then(([workers, names]) => { window.left = workers.length + names.length; }), window.left === 0)",
        )?;
        browser.eval::<bool>("delete window.left")?;
        site.mend();
    }
    // What a browser left behind that was ended in the middle.
    browser.eval::<bool>(
        "caches.open(`strategy-reader ${new URL('.', document.querySelector('script[type=module]').src)} half`)
            .then(cache => cache.put('./half', new Response('half'))).then(() => true)",
    )?;
    ensure!(stored(browser)?[1] == 1, "there is nothing to find");
    open_settings(browser, site, "secpol-2020/nb/")?;
    wait_for_words(browser, "Ingenting er lagret ennå")?;
    ensure!(stored(browser)? == [0, 0, 0], "the half is still there");
    browser.click(BUTTON)?;
    wait_for_words(browser, "Alt er lagret")?;
    remove(browser)
}

fn refused_storage(browser: &Browser, site: &Site) -> Result<()> {
    for words in ["QuotaExceeded", "offline-worker", "full"] {
        site.forgive(words);
    }
    site.edit(
        "offline-worker.js",
        "self.addEventListener(\"install\"",
        "Cache.prototype.put=()=>Promise.reject(new DOMException(\"full\",\"QuotaExceededError\")),self.addEventListener(\"install\"",
    );
    open_settings(browser, site, "nss-2025/nb/")?;
    browser.click(BUTTON)?;
    wait_for_words(browser, "ga ikke plass")?;
    // The reader goes on.
    browser.type_into("strategy-reader >>> input[type=search]", "Svalbard")?;
    browser.wait_for("it finds", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    ensure!(stored(browser)?[0] == 0, "a worker was registered all the same");
    Ok(())
}

fn a_willing_site(browser: &Browser, site: &Site) -> Result<()> {
    forgive_silence(site);
    for pages in ["", "*/"] {
        site.edit(pages, "routing=\"path\"", "routing=\"path\" offline=\"auto\"");
    }
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.wait_for("a worker is there", "navigator.serviceWorker.controller !== null")?;
    site.go_offline();
    browser.open_reader(site, "cyber-2017/nb/")?;
    site.mend();
    browser.click(SETTINGS)?;
    wait_for_words(browser, "Alt er lagret")?;
    remove(browser)
}

fn a_reader_elsewhere(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    for routing in ["", "hash"] {
        browser.eval::<bool>(&format!(
            "(() => {{ document.querySelector('#second')?.remove();
                const reader = document.createElement('strategy-reader');
                reader.id = 'second'; reader.setAttribute('lang', 'nb'); reader.setAttribute('offline', 'auto');
                if ('{routing}') reader.setAttribute('routing', '{routing}');
                document.querySelector('main').prepend(reader); return true; }})()"
        ))?;
        browser.wait_for("it is ready", "document.querySelector('#second').matches(':state(ready)')")?;
        browser.click("#second >>> .sr-bar > .sr-icon-button:last-child")?;
        browser.wait_for("the settings are open", "deep('#second >>> .sr-settings') !== null")?;
        // The page's own reader tells that there was time enough.
        browser.click("main > strategy-reader:last-child >>> .sr-bar > .sr-icon-button:last-child")?;
        let own = "main > strategy-reader:last-child >>> strategy-reader-offline";
        browser.wait_for("the own one has its part", &format!("deep('{own}')?.childElementCount > 0"))?;
        ensure!(
            browser.eval::<bool>("deep('#second >>> strategy-reader-offline').childElementCount === 0")?,
            "a reader with routing {routing:?} that is not at home offers to keep the site"
        );
        browser.click("main > strategy-reader:last-child >>> .sr-panel-head button")?;
        // Where one ends, the bar of the next lies over its own.
        browser.eval::<bool>("(scrollTo(0, 0), true)")?;
    }
    ensure!(stored(browser)? == [0, 0, 0], "something was stored");
    Ok(())
}

fn one_file(browser: &Browser, _: &Site) -> Result<()> {
    browser.open_file("")?;
    browser.wait_for_readers()?;
    ensure!(
        browser.eval::<bool>("getComputedStyle(document.querySelector('.sr-all')).display === 'none'")?,
        "the plain text is seen too"
    );
    browser.click("strategy-reader .sr-start a[href*='nss-2025']")?;
    browser.wait_for(
        "the document is open",
        "document.querySelector('strategy-reader article')?.dataset.document === 'nss-2025'",
    )?;
    ensure!(
        browser.eval::<bool>("location.hash.startsWith('#/nss-2025/nb/')")?,
        "the address does not say so"
    );
    browser.type_into("strategy-reader >>> input[type=search]", "ubåt")?;
    browser.wait_for("it finds", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    // What is otherwise fetched later; a link to a file on this machine is none to pass on.
    browser.click("strategy-reader [data-anchor=nss-innledning-2] .sr-handle")?;
    browser.wait_for("it can be cited", "deep('strategy-reader >>> .sr-copyable') !== null")?;
    ensure!(
        browser.count("strategy-reader >>> .sr-permalink")? == 0,
        "it gives links to a file of this machine"
    );
    let documents: Vec<Value> = browser.eval(
        "document.querySelector('strategy-reader').documents().then(all => JSON.parse(JSON.stringify(all)))",
    )?;
    ensure!(documents.len() == 5, "{} documents are known", documents.len());
    browser.leave()?;
    browser.open_file("#/cyber-2017/en/#cyber-frihet")?;
    browser.wait_for_readers()?;
    browser.wait_for(
        "the place is in sight",
        "(top => top > -5 && top < innerHeight)(document.querySelector('strategy-reader [data-anchor=cyber-frihet]').getBoundingClientRect().top)",
    )?;
    let fetched: usize = browser.eval("performance.getEntriesByType('resource').length")?;
    ensure!(fetched == 0, "{fetched} files were fetched");
    browser.leave()
}

fn one_file_without_scripts(browser: &Browser, _: &Site) -> Result<()> {
    browser.let_scripts_run(false)?;
    browser.open_file("#/cyber-2017/en/#cyber-frihet")?;
    let in_sight = "(top => top > -5 && top < innerHeight)(document.getElementById('/cyber-2017/en/#cyber-frihet').getBoundingClientRect().top)";
    browser.wait_for("the place is in sight", in_sight)?;
    ensure!(browser.count(".sr-all article")? == 10, "not all editions are there");
    browser.click(".sr-page-bar a")?;
    browser.click(".sr-start a[href='#/nss-2025/nb/']")?;
    browser.wait_for(
        "the link leads there",
        "document.querySelector(':target')?.dataset.document === 'nss-2025'",
    )?;
    browser.leave()
}
