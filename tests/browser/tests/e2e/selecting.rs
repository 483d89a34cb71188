//! Citing what was selected, and linking to it.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("selected words are cited", selected_words_are_cited),
    Story::new("what stands at selected words never covers them", the_bubble_covers_nothing),
    Story::new("selected words are cited by keyboard alone", selected_words_by_keyboard),
    Story::new("a link leads back to selected words", a_link_leads_back_to_words),
    Story::new("words of the other language are cited", words_of_the_other_language),
];

/// Selects from a letter of one block to a letter of another; `side` is the path to the words within the blocks.
pub(super) fn select(browser: &Browser, from: (&str, usize), to: (&str, usize), side: &str) -> Result<()> {
    let ((first, start), (last, end)) = (from, to);
    browser.eval::<bool>(&format!(
        "(() => {{
            const words = anchor => {{
                const block = document.querySelector(`[data-anchor=\"${{anchor}}\"] {side}`);
                return document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
            }};
            document.querySelector('[data-anchor=\"{first}\"]').scrollIntoView({{ block: 'center' }});
            getSelection().removeAllRanges();
            getSelection().setBaseAndExtent(words('{first}'), {start}, words('{last}'), {end});
            return true;
        }})()"
    ))?;
    // What stood at other words is gone by now, or stands here.
    std::thread::sleep(std::time::Duration::from_millis(350));
    browser.wait_for("it can be cited", &format!("deep('{BUBBLE}') !== null"))
}

const BUBBLE: &str = "strategy-reader >>> .sr-bubble:not(.sr-gone)";
pub(super) const CITE: &str = "strategy-reader >>> .sr-bubble:not(.sr-gone) .sr-button:first-child";
const LINK: &str = "strategy-reader >>> .sr-bubble:not(.sr-gone) .sr-button:last-child";
pub(super) const FIRST: &str = "strategy-reader >>> .sr-reference";
pub(super) const COPY: &str = "strategy-reader >>> .sr-citation .sr-primary";

fn selected_words_are_cited(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    select(browser, ("nss-nato-2", 0), ("nss-nato-2", 28), "")?;
    browser.expect_no_barrier()?;
    browser.click(CITE)?;
    browser.wait_for(
        "they stand in their marks",
        &format!("deep('{FIRST}')?.innerText.startsWith('«Det er i vår klare interesse» ')"),
    )?;
    browser.click(COPY)?;
    browser.wait_for("it was copied", "deep('strategy-reader >>> .sr-outcome')?.innerText === 'Kopiert'")?;
    let clipboard = browser.clipboard()?;
    let link = site.address("nss-2025/nb/?words=Det+er+i+v%C3%A5r+klare+interesse#nss-nato-2");
    ensure!(
        clipboard.text.starts_with("«Det er i vår klare interesse» Statsministerens kontor:"),
        "{clipboard:?}"
    );
    ensure!(clipboard.text.contains(&link), "{clipboard:?}");
    ensure!(clipboard.html.contains("Nasjonal sikkerhetsstrategi</i>"), "{clipboard:?}");
    // Over several blocks, and more than forty words: a block of its own.
    select(browser, ("nss-nato-1", 0), ("nss-nato-2", 28), "")?;
    browser.click(CITE)?;
    browser.wait_for(
        "the other words are cited",
        &format!("deep('{FIRST}')?.innerText.startsWith('Norsk sikkerhet')"),
    )?;
    ensure_soon!(browser.text("strategy-reader >>> .sr-form")?.contains("avsn. 1–2"), "the place is another");
    browser.expect_no_barrier()
}

fn the_bubble_covers_nothing(browser: &Browser, site: &Site) -> Result<()> {
    for (width, height) in [(1440, 900), (768, 1024), (360, 740)] {
        browser.resize(width, height)?;
        for page in ["nss-2025/nb/", "nss-2025/nb/?view=parallel"] {
            let side = if page.contains("parallel") { ".sr-side" } else { "" };
            browser.open_reader(site, page)?;
            for (from, to) in [
                (("nss-nato-2", 0), ("nss-nato-2", 28)),
                (("nss-nato-1", 3), ("nss-nato-3", 30)),
                (("nss-innledning-1", 0), ("nss-innledning-1", 9)),
            ] {
                select(browser, from, to, side)?;
                let apart = format!(
                    "(() => {{
                        const bubble = deep('{BUBBLE} .sr-bubble-row')?.getBoundingClientRect();
                        const inside = bubble?.left >= 0 && bubble.right <= innerWidth;
                        return inside && [...getSelection().getRangeAt(0).getClientRects()].every(line =>
                            line.bottom <= bubble.top || line.top >= bubble.bottom || line.width === 0);
                    }})()"
                );
                ensure_soon!(
                    browser.eval::<bool>(&apart)?,
                    "at {width} pixels it stands over {from:?} to {to:?} of {page}"
                );
            }
            browser.eval::<bool>("(getSelection().removeAllRanges(), true)")?;
            browser.wait_for("it is gone", &format!("deep('{BUBBLE}') === null"))?;
        }
    }
    Ok(())
}

fn selected_words_by_keyboard(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/en/")?;
    select(browser, ("nss-nato-2", 0), ("nss-nato-2", 20), "")?;
    browser.press("Tab")?;
    ensure_soon!(browser.holds_focus(CITE)?, "the tab key did not lead to what can be done");
    browser.press("Escape")?;
    browser.wait_for("it is gone", &format!("deep('{BUBBLE}') === null"))?;
    select(browser, ("nss-nato-2", 0), ("nss-nato-2", 20), "")?;
    browser.press("Tab")?;
    browser.press("Enter")?;
    browser.wait_for("the words are cited", &format!("deep('{FIRST}')?.innerText.startsWith('“')"))?;
    browser.wait_for("the panel has the focus", "deepFocus()?.matches('.sr-panel')")
}

fn a_link_leads_back_to_words(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    for (page, from, to) in [
        ("nss-2025/nb/", ("nss-nato-2", 7), ("nss-nato-2", 28)),
        ("nss-2025/en/", ("nss-nato-1", 0), ("nss-nato-3", 40)),
    ] {
        browser.open_reader(site, page)?;
        select(browser, from, to, "")?;
        let words: String = browser.eval("getSelection().toString().replace(/\\s+/g, ' ').trim()")?;
        browser.click(LINK)?;
        browser.wait_for("it was copied", &format!("/Kopiert|Copied/.test(deep('{LINK}')?.innerText)"))?;
        let link = browser.clipboard()?.text;
        let path = link.trim().strip_prefix(&site.address("")).map(str::to_owned);
        let Some(path) = path else { anyhow::bail!("the link is {link:?}") };
        ensure!(path.contains("words=") && path.contains(":~:text="), "the link is {link:?}");
        browser.leave()?;
        browser.open_reader(site, &path)?;
        browser.wait_for(
            "the block is in sight",
            &format!("(({{ top, bottom }}) => bottom > 0 && top < innerHeight)(document.querySelector('[data-anchor={}]').getBoundingClientRect())", from.0),
        )?;
        // Browsers that know no highlights show the words by the text fragment.
        let shown = || {
            browser.eval::<Option<String>>(
            "globalThis.CSS?.highlights ? [...(CSS.highlights.get('sr-words') ?? [])].map(range => range.toString().replace(/\\s+/g, ' ').trim()).join() : null",
        )
        };
        let same = |one: &str, other: &str| one.replace(' ', "") == other.replace(' ', "");
        ensure_soon!(
            shown()?.is_none_or(|shown| same(&shown, &words)),
            "{:?} is shown, not {words:?}",
            shown()?
        );
        ensure_soon!(
            browser.count("strategy-reader >>> .sr-notice")? == 0,
            "something is said of a good link"
        );
    }
    browser.leave()?;
    browser.open_reader(site, "nss-2025/nb/?words=xyzzy#nss-nato-2")?;
    browser.wait_for(
        "it is said that the words are gone",
        "deep('strategy-reader >>> .sr-notice')?.innerText.includes('«xyzzy»')",
    )
}

fn words_of_the_other_language(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/?view=parallel")?;
    select(browser, ("nss-nato-2", 0), ("nss-nato-2", 20), ".sr-side[lang=en]")?;
    browser.click(CITE)?;
    browser.wait_for(
        "the translation is cited as one",
        "deep('strategy-reader >>> .sr-form')?.innerText.includes('uoffisiell engelsk oversettelse')",
    )?;
    ensure_soon!(
        browser.text("strategy-reader >>> .sr-permalink")?.contains("nss-2025/en/"),
        "the link is another"
    );
    Ok(())
}
