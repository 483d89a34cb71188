//! Hostile input at every door (design Q6): nothing that comes from outside becomes markup or script, and nothing breaks. The
//! words, the doors and what must be true after each try are in `security.js`.

use crate::bundles;
use anyhow::{Context, Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Policy, Site};

pub const STORIES: &[Story] = &[
    Story::new("hostile attributes do no harm", |browser, site| embedded(browser, site, "attributes")),
    Story::new("hostile attributes do no harm at the start", at_the_start),
    Story::new("hostile addresses behind the # do no harm", |browser, site| {
        embedded(browser, site, "fragment")
    }),
    Story::new("hostile addresses of our own pages do no harm", our_own_pages),
    Story::new("hostile questions of scripts do no harm", questions),
    Story::new("hostile words that are typed or pasted do no harm", what_is_typed),
    Story::new("a hostile storage does no harm", a_hostile_storage),
    Story::new("a hostile file of documents does no harm", a_hostile_file),
    Story::new("a failure is told in any language", a_failure_in_no_language),
];

/// A document whose words would do harm if they were markup.
const FACTS: &str = r#"
anchors = "prove"
original = "nb"
kind = "report"
status = "current"
government = '<b class="harm">"&'
[issued]
year = 2025
[publisher]
nb = '<b class="harm">Prøve</b>'
nn = 'Prøve & "Prøve"'
en = "__proto__"
[summary]
nb = '<img src="x:" onerror="harm()">'
nn = '__proto__'
en = '</p><b class="harm">'
"#;

const TEXT: &str = r#"+++
title = '<script>harm()</script>'
status = "original"
fingerprint = "none yet"
+++

## \<script>harm()\</script> {#prove-1}

\<b class="harm">Ord\</b> <sic corr="<b class='harm'>">ord</sic> \[x\](javascript:harm()) {#prove-2}

Mer {#prove-3 .link href=https://elsewhere.example/?a=1&b='2'&lt;}
"#;

/// Opens a page without any policy, as most pages of the world are: there, what became a script would run.
fn open(browser: &Browser, site: &Site, page: &str) -> Result<()> {
    site.send_policy(Policy::Absent);
    browser.resize(1440, 900)?;
    browser.open_reader(site, page)
}

/// Brings the tries into the page; `#tried` is the reader they are about.
fn bring_tries(browser: &Browser) -> Result<()> {
    let tries = include_str!("security.js").trim_end().trim_end_matches(';');
    browser.eval::<bool>(tries).map(drop)
}

/// A page whose only reader keeps its place behind the `#`.
fn open_embedded(browser: &Browser, site: &Site) -> Result<()> {
    open(browser, site, "secpol-2017/nb/")?;
    browser.eval::<bool>(
        "(() => { document.querySelector('strategy-reader').remove();
            const reader = document.createElement('strategy-reader');
            for (const [name, value] of Object.entries({ id: 'tried', document: 'secpol-2017', lang: 'nb', routing: 'hash' }))
                reader.setAttribute(name, value);
            document.querySelector('main').append(reader); return true; })()",
    )?;
    browser.wait_for("it is ready", "document.querySelector('#tried').matches(':state(ready)')")?;
    bring_tries(browser)
}

/// Tries hostile words at a door, those of a list of the tries, and reports what went wrong.
fn try_all(browser: &Browser, door: &str, list: &str) -> Result<()> {
    let places: Vec<usize> = browser.eval(&format!("tries.{list}"))?;
    ensure!(places.len() > 8, "there is little to try");
    let mut wrong = Vec::new();
    for at in places {
        let tried: Option<String> = browser
            .eval(&format!("tries.go('{door}', {at})"))
            .with_context(|| format!("{door}: the page is lost at {at}"))?;
        wrong.extend(tried.map(|words| format!("{door}: {words}")));
        // What is broken stays broken.
        if wrong.len() > 2 {
            break;
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn embedded(browser: &Browser, site: &Site, door: &str) -> Result<()> {
    open_embedded(browser, site)?;
    try_all(browser, door, "words")
}

fn a_hostile_storage(browser: &Browser, site: &Site) -> Result<()> {
    open_embedded(browser, site)?;
    try_all(browser, "storage", "few")
}

fn at_the_start(browser: &Browser, site: &Site) -> Result<()> {
    open_embedded(browser, site)?;
    for door in ["hash", "path", "nowhere", "nothing"] {
        try_all(browser, door, "few")?;
    }
    Ok(())
}

/// The path and the query as well, in the history and when a page is loaded.
fn our_own_pages(browser: &Browser, site: &Site) -> Result<()> {
    const TRY_THIS_PAGE: &str = "(document.querySelector('strategy-reader').id = 'tried', true)";
    open(browser, site, "secpol-2017/nb/")?;
    browser.eval::<bool>(TRY_THIS_PAGE)?;
    bring_tries(browser)?;
    try_all(browser, "address", "words")?;
    for address in [
        "secpol-2017/nb/#%ff%fe%e0%80",
        "secpol-2017/nb/#%",
        "secpol-2017/en/?q=%ff%00%ed%a0%80&view=%ff&theme=%ff,%fe&%ff=%ff#%00",
        "secpol-2017/nb/?words=%ff,%fe&to=%ff#sp17-title:~:text=%ff,-%ff",
        "?q=%3Cimg%20src=x:%20onerror=harm()%3E&__proto__=x&constructor=y#%3Cscript%3Eharm()%3C/script%3E",
        "?view=commitments&actor=__proto__,%ff&sort=-__proto__&group=constructor",
    ] {
        browser.open_reader(site, address).with_context(|| address.to_owned())?;
        browser.eval::<bool>(TRY_THIS_PAGE)?;
        bring_tries(browser)?;
        let fault: Option<String> = browser.eval("tries.fault()")?;
        ensure!(fault.is_none(), "{address}: {fault:?}");
    }
    Ok(())
}

fn questions(browser: &Browser, site: &Site) -> Result<()> {
    site.forgive("means nothing to");
    open_embedded(browser, site)?;
    try_all(browser, "questions", "words")?;
    try_all(browser, "strange", "values")
}

fn what_is_typed(browser: &Browser, site: &Site) -> Result<()> {
    open_embedded(browser, site)?;
    try_all(browser, "search", "words")?;
    browser.click("#tried >>> .sr-cite-button")?;
    browser.click("#tried >>> .sr-citation .sr-segment:last-child")?;
    browser.wait_for("the field is there", "deep('#tried >>> textarea') !== null")?;
    try_all(browser, "quotation", "words")?;
    // From the clipboard, with real keys: a quotation that a page gives out together with markup.
    browser.eval::<bool>(
        "(addEventListener('copy', event => {
            event.clipboardData.setData('text/plain', '<b class=\"harm\">Norge</b>');
            event.clipboardData.setData('text/html', '<b class=\"harm\" onclick=\"harm()\">Norge</b><script>harm()</script>');
            event.preventDefault();
        }), true)",
    )?;
    browser.click("#tried >>> textarea")?;
    for keys in ["Control+a", "Control+c", "Control+v"] {
        browser.press(keys)?;
    }
    browser.wait_for("it is pasted", "deep('#tried >>> textarea').value.startsWith('<b')")?;
    browser.wait_for("it is judged", "deep('#tried >>> .sr-verdict')?.innerText")?;
    let fault: Option<String> = browser.eval("tries.fault()")?;
    ensure!(fault.is_none(), "pasted: {fault:?}");
    Ok(())
}

/// Words of documents that would do harm if they were markup, and addresses of files that are none.
fn a_hostile_file(browser: &Browser, site: &Site) -> Result<()> {
    // What becomes of addresses that lead nowhere, or to what is no file of documents, in the words of the engines and the site.
    for words in [
        "strategy-reader:",
        "is missing",
        "after ready",
        "connect-src",
        "404",
        "elsewhere.example",
        "ERR_",
        "URL",
        "CORS",
        "access control",
    ] {
        site.forgive(words);
    }
    open_embedded(browser, site)?;
    try_all(browser, "file", "words")?;
    site.make_fault("*hostile.srdr", Fault::Bytes(bundles::bundle_of("hostile-2025", FACTS, TEXT)?));
    browser.eval::<bool>(
        "(reader => { for (const [name, value] of [['src', 'hostile.srdr'], ['document', 'hostile-2025']]) reader.setAttribute(name, value);
            return true; })(document.querySelector('#tried'))",
    )?;
    browser.wait_for(
        "its words are words",
        "document.querySelector('#tried h2')?.innerText.includes('<script>')",
    )?;
    // Cited, copied and found, listed among the others, and in another language than its own.
    browser.click("#tried >>> .sr-cite-button")?;
    browser.click("#tried >>> .sr-citation .sr-primary")?;
    browser.wait_for("it is copied", "deep('#tried >>> .sr-outcome')?.innerText === 'Kopiert'")?;
    let html = browser.clipboard()?.html;
    ensure!(html.contains("&lt;script&gt;"), "the title is not in {html}");
    ensure!(!html.contains("<script") && !html.contains("<b class"), "there is markup in {html}");
    browser.type_into("#tried >>> input[type=search]", "harm")?;
    browser.wait_for(
        "it is found",
        "deepAll('#tried >>> .sr-hit').some(hit => hit.innerText.includes('class=\"harm\"'))",
    )?;
    for lang in ["en", "nn", "nb"] {
        browser.eval::<bool>(&format!(
            "(document.querySelector('#tried').setAttribute('lang', '{lang}'), true)"
        ))?;
        browser.wait_for("it is spoken", &format!("deep('#tried >>> .sr-frame').lang === '{lang}'"))?;
    }
    browser.eval::<bool>("(location.hash = '#/', true)")?;
    browser.wait_for(
        "it is in the list",
        "document.querySelector('#tried .sr-start')?.innerText.includes('<script>harm()</script>')",
    )?;
    let fault: Option<String> = browser.eval("tries.fault()")?;
    ensure!(fault.is_none(), "{fault:?}");
    Ok(())
}

/// What is looked up by a name that the page gives is never something that every object has.
fn a_failure_in_no_language(browser: &Browser, site: &Site) -> Result<()> {
    for words in ["strategy-reader:", "wasm", "WebAssembly", "integrity", "404"] {
        site.forgive(words);
    }
    site.make_fault("strategy-reader-*.wasm", Fault::Missing);
    browser.open(site, "secpol-2017/nb/")?;
    for (lang, text_lang, words) in [
        ("__proto__", "constructor", "Dokumentet kan ikke vises her"),
        ("constructor", "__proto__", "Dokumentet kan ikke vises her"),
        ("en", "__proto__", "The document cannot be shown here"),
    ] {
        browser.eval::<bool>(&format!(
            "(() => {{ document.querySelector('strategy-reader').remove();
                const reader = document.createElement('strategy-reader');
                for (const [name, value] of Object.entries({{ document: 'secpol-2017', lang: '{lang}', 'text-lang': '{text_lang}' }}))
                    reader.setAttribute(name, value);
                document.querySelector('main').append(reader); return true; }})()"
        ))?;
        browser
            .wait_for(
                "it is said",
                &format!("deep('strategy-reader >>> .sr-failure')?.innerText.startsWith('{words}')"),
            )
            .with_context(|| lang.to_owned())?;
        browser.wait_for(
            "the button has a name, and the link a title",
            "['button', 'a'].every(one => deep(`strategy-reader >>> .sr-failure ${one}`)?.innerText.trim())",
        )?;
    }
    Ok(())
}
