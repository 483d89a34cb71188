//! What scripts of a host page ask and hear.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Site, ensure_soon};
use serde_json::{Value, json};

pub const STORIES: &[Story] = &[
    Story::new("scripts ask for documents, passages and commitments", scripts_ask),
    Story::new("what cannot be answered is said", what_cannot_be_answered),
    Story::new("scripts hear what a person does", scripts_hear),
];

/// The answer to a question of the element, or the code of the error.
fn ask(browser: &Browser, question: &str) -> Result<Value> {
    browser.eval::<bool>(&format!(
        "(window.answer = undefined, document.querySelector('strategy-reader').{question}.then(
            answer => {{ window.answer = {{ answer }}; }}, error => {{ window.answer = {{ error: error.code }}; }}), true)"
    ))?;
    browser.wait_for(&format!("{question} is answered"), "window.answer !== undefined")?;
    browser.eval("window.answer")
}

fn scripts_ask(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    let before = site.requests().len();
    let documents = ask(browser, "documents()")?;
    ensure!(documents["answer"][0]["editions"][0]["lang"] == "nb", "{documents}");
    ensure!(documents["answer"].as_array().is_some_and(|all| all.len() == 5), "{documents}");
    let fetched = site.requests().len() - before;
    ensure!(fetched >= 1, "nothing was fetched, so everything came with the first visit");

    let hits = ask(browser, "search('submarine', { limit: 3, document: 'nss-2025' })")?;
    let hits = hits["answer"].as_array().cloned().unwrap_or_default();
    ensure!((1..=3).contains(&hits.len()), "{} hits", hits.len());
    ensure!(hits.iter().all(|hit| hit["document"] == "nss-2025" && hit["lang"] == "nb"), "{hits:?}");
    ensure!(hits[0]["text"].as_str().is_some_and(|text| text.contains("ubåt")), "{}", hits[0]);
    let matched = hits[0]["matched"].as_array().is_some_and(|langs| langs.contains(&json!("en")));
    ensure!(matched && hits[0]["score"].is_number(), "{}", hits[0]);

    let section = ask(browser, "section('nss-nato-2', { lang: 'en' })")?;
    ensure!(section["answer"]["anchor"] == "nss-nato" && section["answer"]["lang"] == "en", "{section}");
    let musts = ask(browser, "commitments({ strength: ['must'], lang: 'en' })")?;
    let musts = musts["answer"].as_array().cloned().unwrap_or_default();
    ensure!(musts.len() > 40 && musts.iter().all(|one| one["strength"] == "must"), "{}", musts.len());
    let russia = ask(browser, "filter({ theme: 'russland', document: ['nss-2025'] })")?;
    ensure!(russia["answer"].as_array().is_some_and(|all| all.len() > 10), "{russia}");
    let cited = ask(browser, "cite('nss-nato-2', { style: 'apa', lang: 'en', quote: 'Nato', sic: true })")?;
    let entry = cited["answer"]["entry"]["html"].as_str().unwrap_or_default();
    ensure!(entry.contains("<i>Nasjonal sikkerhetsstrategi</i>"), "{cited}");
    ensure!(
        cited["answer"]["quotation"]["text"].as_str().is_some_and(|text| text.starts_with("“")),
        "{cited}"
    );
    ensure!(site.requests().len() - before == fetched, "something was fetched twice");
    Ok(())
}

fn what_cannot_be_answered(browser: &Browser, site: &Site) -> Result<()> {
    for words in ["api-", "shared-", "wasm", "integrity", "means nothing to", "TypeError"] {
        site.forgive(words);
    }
    browser.open_reader(site, "nss-2025/nb/")?;
    site.make_fault("api-*.wasm", Fault::Missing);
    ensure_soon!(
        ask(browser, "documents()")?["error"] == "not-fetched",
        "nobody says that it was not fetched"
    );
    site.mend();
    ensure_soon!(
        ask(browser, "section('nowhere-1')")?["error"] == "unknown-anchor",
        "an anchor is known by chance"
    );
    ensure!(ask(browser, "cite('nss-nato', { style: 'apa', lang: 'nn' })")?["error"] == "unknown-style");
    // An option that is unknown is reported, never fatal.
    let hits = ask(browser, "search('beredskap', { speed: 'high', limit: 2 })")?;
    ensure!(hits["answer"].as_array().is_some_and(|hits| hits.len() == 2), "{hits}");
    let nothing = ask(browser, "search('\\ud800 xyzzyq')")?;
    ensure!(nothing["answer"] == json!([]), "{nothing}");
    Ok(())
}

fn scripts_hear(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.eval::<bool>(
        "(window.heard = [], ['place', 'search', 'language'].forEach(what => document.addEventListener(
            `strategy-reader-${what}`, event => window.heard.push([what, event.detail]))), true)",
    )?;
    browser.eval::<bool>("(document.querySelector('strategy-reader').goTo('nss-nato-2'), true)")?;
    browser.wait_for(
        "the place is told",
        "window.heard.some(([what, state]) => what === 'place' && state.anchor === 'nss-nato-2')",
    )?;
    browser.type_into("strategy-reader >>> input[type=search]", "ubåt")?;
    browser.wait_for(
        "the search is told",
        "window.heard.some(([what, state]) => what === 'search' && state.query === 'ubåt')",
    )?;
    let state: Value = browser.eval("document.querySelector('strategy-reader').state")?;
    let link = state["link"].as_str().unwrap_or_default();
    ensure!(link.contains("nss-2025/nb/") && link.contains("#nss-nato-2"), "{state}");
    ensure!(state["document"] == "nss-2025" && state["view"] == "text" && state["lang"] == "nb", "{state}");
    Ok(())
}
