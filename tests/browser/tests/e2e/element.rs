//! The element on a page: put in, moved, taken out, twice, within another component, and when its files fail.

use anyhow::Result;
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Policy, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("a moved element keeps its reader", a_moved_element_keeps_its_reader),
    Story::new("an element comes back after it was taken out", an_element_comes_back),
    Story::new("two readers do not meet", two_readers_do_not_meet),
    Story::new("a reader works within another shadow root", within_another_shadow_root),
    Story::new("attributes are followed", attributes_are_followed),
    Story::new("routing by hash keeps the place behind the hash", routing_by_hash),
    Story::new("a missing WebAssembly leaves the text", a_missing_webassembly),
    Story::new("a broken WebAssembly leaves the text", a_broken_webassembly),
    Story::new("a policy without WebAssembly leaves the text", a_policy_without_webassembly),
    Story::new("a panic is recovered from", a_panic_is_recovered_from),
];

/// Puts a reader into the page, with attributes as they stand in HTML.
fn put_in(browser: &Browser, attributes: &[(&str, &str)]) -> Result<()> {
    let set: String =
        attributes.iter().map(|(name, value)| format!("reader.setAttribute({name:?}, {value:?});")).collect();
    browser.eval::<bool>(&format!(
        "(() => {{ const reader = document.createElement('strategy-reader'); {set}
            reader.id = 'second'; document.querySelector('main').append(reader); reader.scrollIntoView(); return true; }})()"
    ))?;
    browser
        .wait_for("the second reader is ready", "document.querySelector('#second').matches(':state(ready)')")
}

fn a_moved_element_keeps_its_reader(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.type_into("strategy-reader >>> input[type=search]", "Svalbard")?;
    // From a task of the page: a driver's own script would let microtasks run between the two steps.
    browser.eval::<bool>(
        "(setTimeout(() => { const reader = document.querySelector('strategy-reader');
            const section = document.createElement('section');
            document.body.append(section); section.append(reader); window.moved = true; }), true)",
    )?;
    browser.wait_for("it was moved", "window.moved")?;
    browser.wait_for(
        "the query is still there",
        "deep('section > strategy-reader >>> input[type=search]')?.value === 'Svalbard'",
    )
}

fn an_element_comes_back(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    for _ in 0..3 {
        browser.eval::<bool>(
            "(window.taken = document.querySelector('strategy-reader'), taken.remove(), true)",
        )?;
        browser.wait_for("its reader is gone", "!taken.matches(':state(ready)')")?;
        browser.eval::<bool>("(document.querySelector('main').append(taken), true)")?;
        browser.wait_for_readers()?;
    }
    browser.click("#nss-innledning-2 .sr-handle")?;
    browser.wait_for("a place can be cited", "deep('strategy-reader >>> .sr-copyable') !== null")?;
    ensure_soon!(browser.count("strategy-reader article")? == 1, "the text is not there once");
    ensure_soon!(browser.count("strategy-reader >>> .sr-bar")? == 1, "the bar is not there once");
    Ok(())
}

fn two_readers_do_not_meet(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    put_in(browser, &[("document", "nss-2025"), ("lang", "en"), ("heading-level", "3")])?;
    ensure_soon!(browser.count("#second h3.sr-level-1")? == 1, "the title is no heading of level 3");
    ensure_soon!(
        browser.text("#second h3")?.contains("National Security Strategy"),
        "the second reader speaks no English"
    );
    browser.wait_for(
        "no id is there twice",
        "(ids => ids.length === new Set(ids).size)([...document.querySelectorAll('[id]')].map(element => element.id))",
    )?;
    browser.expect_no_barrier()?;
    browser.type_into("#second >>> input[type=search]", "sabotage")?;
    browser.wait_for("the second has hits", "deepAll('#second >>> .sr-hit').length > 0")?;
    ensure_soon!(
        browser.count("main > strategy-reader:first-child >>> .sr-hit")? == 0,
        "the first has them too"
    );
    ensure_soon!(
        browser.eval::<bool>("location.search === ''")?,
        "a reader without routing wrote into the address"
    );
    Ok(())
}

fn within_another_shadow_root(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.eval::<bool>(
        "(() => { const card = document.createElement('div'); card.id = 'card';
            card.attachShadow({ mode: 'open' }).innerHTML; document.querySelector('main').prepend(card);
            const reader = document.createElement('strategy-reader');
            reader.setAttribute('document', 'fss-2020'); reader.setAttribute('lang', 'nn');
            card.shadowRoot.append(reader); return true; })()",
    )?;
    browser.wait_for("it is ready", "deep('#card >>> strategy-reader')?.matches(':state(ready)')")?;
    browser.wait_for("its text is styled", "getComputedStyle(deep('#card >>> .sr-lede')).fontSize !== getComputedStyle(deep('#card >>> .sr-paragraph')).fontSize")?;
    ensure_soon!(
        browser.text("#card >>> strategy-reader >>> .sr-contents-name")? == "Innhald",
        "it speaks no nynorsk"
    );
    browser.click("#card >>> strategy-reader >>> .sr-tree-item")?;
    browser.wait_for(
        "one is in the first section",
        "deep('#card >>> strategy-reader >>> .sr-tree-item').ariaCurrent === 'location'",
    )?;
    browser.click("#card >>> strategy-reader >>> .sr-step-forward")?;
    // The browser itself tells of a selection only that it is somewhere in the other component.
    browser.eval::<bool>(
        "(() => { const words = deep('#card >>> [data-anchor=fss-colombia-1]');
            words.scrollIntoView({ block: 'center' });
            const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
            getSelection().setBaseAndExtent(text, 0, text, 12); return true; })()",
    )?;
    let bubble = "#card >>> strategy-reader >>> .sr-bubble:not(.sr-gone)";
    browser.wait_for("selected words can be cited", &format!("deep('{bubble}') !== null"))?;
    browser.click(&format!("{bubble} .sr-button:first-child"))?;
    browser.wait_for(
        "they are cited",
        "deep('#card >>> strategy-reader >>> .sr-reference')?.innerText.startsWith('«') === true",
    )
}

fn attributes_are_followed(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    put_in(browser, &[("document", "cyber-2017"), ("lang", "nb")])?;
    for (name, value, expected) in [
        ("lang", "en", "deep('#second >>> .sr-contents-name').innerText === 'Contents'"),
        ("text-lang", "en", "document.querySelector('#second h1').innerText.startsWith('International')"),
        ("document", "secpol-2020", "document.querySelector('#second h1').innerText === 'Security policy'"),
        ("document", "no-such", "deep('#second >>> .sr-notice')?.innerText.includes('no-such')"),
        ("section", "cyber-frihet", "document.querySelector('#second [data-anchor=cyber-frihet]') !== null"),
    ] {
        browser.eval::<bool>(&format!(
            "(document.querySelector('#second').setAttribute({name:?}, {value:?}), true)"
        ))?;
        browser.wait_for(&format!("{name}={value} is followed"), expected)?;
    }
    Ok(())
}

fn routing_by_hash(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    put_in(browser, &[("document", "fss-2020"), ("lang", "nb"), ("routing", "hash")])?;
    browser.click("#second [data-anchor=fss-colombia-1] .sr-handle")?;
    browser
        .wait_for("the place stands behind the hash", "location.hash === '#/fss-2020/nb/#fss-colombia-1'")?;
    ensure_soon!(
        browser.text("#second >>> .sr-permalink")?.ends_with("#/fss-2020/nb/#fss-colombia-1"),
        "the link is another"
    );
    Ok(())
}

fn a_missing_webassembly(browser: &Browser, site: &Site) -> Result<()> {
    site.forgive("wasm");
    site.forgive("strategy-reader:");
    site.make_fault("*.wasm", Fault::Missing);
    browser.open(site, "nss-2025/nb/")?;
    browser.wait_for(
        "it is said",
        "deep('strategy-reader >>> .sr-failure')?.innerText.includes('virker ikke akkurat nå')",
    )?;
    ensure_soon!(browser.text("#nss-innledning-1")?.contains("første nasjonale"), "the text is gone");
    browser.expect_no_barrier()?;
    site.mend();
    browser.click("strategy-reader >>> .sr-failure button")?;
    browser.wait_for_readers()?;
    ensure_soon!(browser.count("strategy-reader >>> .sr-failure")? == 0, "the complaint is still there");
    Ok(())
}

fn a_broken_webassembly(browser: &Browser, site: &Site) -> Result<()> {
    site.forgive("wasm");
    site.forgive("integrity");
    site.forgive("strategy-reader:");
    for bytes in [&b"\0asm\x01\0\0\0"[..], b"<!doctype html>not found", b""] {
        site.make_fault("*.wasm", Fault::Bytes(bytes));
        browser.open(site, "cyber-2017/en/")?;
        browser.wait_for(
            "it is said",
            "deep('strategy-reader >>> .sr-failure')?.innerText.includes('The text can be read')",
        )?;
        ensure_soon!(browser.count("article .sr-block")? > 80, "the text is gone");
    }
    Ok(())
}

fn a_policy_without_webassembly(browser: &Browser, site: &Site) -> Result<()> {
    for words in ["wasm", "WebAssembly", "strategy-reader:", "Content Security Policy", "unsafe-eval"] {
        site.forgive(words);
    }
    site.send_policy(Policy::WithoutWebAssembly);
    for (page, words) in [("secpol-2017/en/", "The text can be read"), ("nss-2025/nb/", "Teksten kan leses")]
    {
        browser.open(site, page)?;
        browser.wait_for(
            "it is said",
            &format!("deep('strategy-reader >>> .sr-failure')?.innerText.includes({words:?})"),
        )?;
        ensure_soon!(browser.count("article .sr-block")? > 20, "the text is gone");
        ensure_soon!(browser.count("strategy-reader >>> .sr-bar")? == 0, "there is a bar that does nothing");
        browser.expect_no_barrier()?;
    }
    // Trying again fails again, and says so again.
    browser.click("strategy-reader >>> .sr-failure button")?;
    browser.wait_for("it is said again", "deep('strategy-reader >>> .sr-failure') !== null")
}

/// A function of the browser that fails once in the middle of drawing makes Yew panic.
fn a_panic_is_recovered_from(browser: &Browser, site: &Site) -> Result<()> {
    // A fresh instance comes from the same file.
    for words in ["RuntimeError", "unreachable", "broken on purpose", ".wasm was asked for after ready"] {
        site.forgive(words);
    }
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/#nss-nato")?;
    browser.eval::<bool>(
        "(() => { const whole = Node.prototype.insertBefore;
            Node.prototype.insertBefore = function () { Node.prototype.insertBefore = whole; window.broken = true; throw new Error('broken on purpose'); };
            return true; })()",
    )?;
    browser.click("strategy-reader >>> button[title='Innstillinger']")?;
    browser.wait_for("something broke", "window.broken")?;
    browser.wait_for_readers()?;
    browser.wait_for("the bar is back", "deep('strategy-reader >>> .sr-bar') !== null")?;
    browser.type_into("strategy-reader >>> input[type=search]", "Svalbard")?;
    browser.wait_for("the reader finds", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    ensure_soon!(browser.count("article")? == 1, "the text is not there once");
    Ok(())
}
