//! Reading: taking over the page, moving, languages, footnotes, settings.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Engine, Fault, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("the reader keeps the nodes of the page", the_reader_keeps_the_nodes),
    Story::new("nothing moves when the reader takes over", nothing_moves).only(&[Engine::Chromium]),
    Story::new("a selection survives the take-over", a_selection_survives),
    Story::new("contents lead to a section, back leads back", contents_lead_to_a_section),
    Story::new("the contents are a tree for the keyboard", the_contents_are_a_tree),
    Story::new("an address opens at its block", an_address_opens_at_its_block),
    Story::new("a broken address lands nearby and says so", a_broken_address_lands_nearby),
    Story::new("the text changes language at the same place", the_text_changes_language),
    Story::new("the controls change language", the_controls_change_language),
    Story::new("another document opens and back returns", another_document_opens),
    Story::new("a footnote opens in place", a_footnote_opens_in_place),
    Story::new("a line says how far one has read", a_line_says_how_far_one_has_read),
    Story::new("settings are kept only on request", settings_are_kept_only_on_request),
];

const READER: &str = "strategy-reader >>> ";

fn inside(path: &str) -> String {
    format!("{READER}{path}")
}

/// Where a block stands, in pixels from the top of the window.
fn top_of(browser: &Browser, anchor: &str) -> Result<f64> {
    browser.eval(&format!("document.querySelector('[data-anchor={anchor}]').getBoundingClientRect().top"))
}

fn expect_address(browser: &Browser, end: &str) -> Result<()> {
    browser.wait_for(&format!("the address ends with {end}"), &format!("location.href.endsWith({end:?})"))
}

fn the_reader_keeps_the_nodes(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(site, "nss-2025/nb/")?;
    let _: bool = browser.eval("(document.querySelector('article').wasThere = true)")?;
    browser.wait_for_readers()?;
    ensure_soon!(
        browser.eval::<bool>("document.querySelector('article').wasThere === true")?,
        "the text was drawn anew"
    );
    ensure_soon!(browser.count("article")? == 1, "the text is there twice");
    ensure_soon!(browser.text(&inside(".sr-bar"))?.contains("Tekstspråk"), "the bar speaks no bokmål");
    browser.expect_no_barrier()
}

fn nothing_moves(browser: &Browser, site: &Site) -> Result<()> {
    let pages = ["nss-2025/nb/", "", "secpol-2020/en/", "nss-2025/nb/#nss-nato-2"];
    // At once, and over a network that halts when the first lines are there.
    for (page, halts) in [false, true].into_iter().flat_map(|halts| pages.map(|page| (page, halts))) {
        if halts {
            site.make_fault("*", Fault::Halting);
        }
        browser.open(site, page)?;
        browser.wait_for_readers()?;
        let moved: Vec<String> = browser.eval(
            "new Promise(done => {
                const moved = [];
                const name = ({ node, previousRect: from, currentRect: to }) =>
                    `${node?.localName}.${node?.className} from ${JSON.stringify(from)} to ${JSON.stringify(to)}`;
                new PerformanceObserver(list => list.getEntries().forEach(entry =>
                    moved.push(`${entry.value}: ${entry.sources.map(name).join('; ')}`)))
                    .observe({ type: 'layout-shift', buffered: true });
                setTimeout(() => done(moved), 300);
            })",
        )?;
        ensure!(moved.is_empty(), "{page:?} moved{}: {moved:?}", if halts { " while it came" } else { "" });
    }
    Ok(())
}

fn a_selection_survives(browser: &Browser, site: &Site) -> Result<()> {
    browser.open(site, "nss-2025/nb/")?;
    let _: bool = browser
        .eval("(getSelection().selectAllChildren(document.querySelector('#nss-innledning-2')), true)")?;
    browser.wait_for_readers()?;
    let selected: String = browser.eval("getSelection().toString()")?;
    ensure!(selected.starts_with("Norge og Nato truer ingen."), "selected is {selected:?}");
    ensure!(!selected.contains('2'), "the number in the margin was selected too: {selected:?}");
    Ok(())
}

fn contents_lead_to_a_section(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.click(&inside("a[href='#nss-situasjonen']"))?;
    expect_address(browser, "/nss-2025/nb/#nss-situasjonen")?;
    browser.wait_for(
        "the chapter is current",
        "deep('strategy-reader >>> [aria-current]')?.hash === '#nss-situasjonen'",
    )?;
    ensure_soon!(browser.holds_focus("#nss-situasjonen")?, "the focus stayed behind");
    browser.wait_for(
        "the page is named after it",
        "document.title.startsWith('Vår sikkerhetssituasjon – Nasjonal')",
    )?;
    browser.click(&inside(".sr-step-forward"))?;
    expect_address(browser, "#nss-krig-i-europa")?;
    browser.back()?;
    expect_address(browser, "#nss-situasjonen")?;
    browser.back()?;
    expect_address(browser, "/nss-2025/nb/")?;
    browser.forward()?;
    expect_address(browser, "#nss-situasjonen")?;
    browser.wait_for(
        "the chapter is in sight",
        "document.querySelector('#nss-situasjonen').getBoundingClientRect().top < 200",
    )?;
    browser.expect_no_barrier()
}

fn the_contents_are_a_tree(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    let _: bool = browser.eval("(deep('strategy-reader >>> [role=treeitem]').focus(), true)")?;
    browser.press("ArrowDown")?;
    ensure_soon!(
        browser.holds_focus(&inside("a[href='#nss-interesser']"))?,
        "down did not lead to the next chapter"
    );
    browser.press("ArrowRight")?;
    browser.wait_for(
        "the chapter is unfolded",
        "deep(\"strategy-reader >>> a[href='#nss-frihet']\") !== null",
    )?;
    browser.press("ArrowRight")?;
    ensure_soon!(
        browser.holds_focus(&inside("a[href='#nss-frihet']"))?,
        "right did not lead into the chapter"
    );
    browser.press("ArrowLeft")?;
    browser.press("ArrowLeft")?;
    browser
        .wait_for("the chapter is folded", "deep(\"strategy-reader >>> a[href='#nss-frihet']\") === null")?;
    browser.press("End")?;
    ensure_soon!(browser.holds_focus(&inside("a[href='#nss-foto']"))?, "End did not lead to the end");
    browser.press("a")?;
    ensure_soon!(
        browser.holds_focus(&inside("a[href='#nss-ansvar']"))?,
        "a letter did not lead to its heading"
    );
    browser.press("Enter")?;
    expect_address(browser, "#nss-ansvar")?;
    browser.wait_for("the focus went along", "deepFocus()?.id === 'nss-ansvar'")
}

fn an_address_opens_at_its_block(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "cyber-2017/nb/#cyber-forsvar-3")?;
    let top = top_of(browser, "cyber-forsvar-3")?;
    ensure!((0.0..200.0).contains(&top), "the block stands at {top}");
    browser.reload()?;
    browser.wait_for_readers()?;
    let top = top_of(browser, "cyber-forsvar-3")?;
    ensure!((0.0..200.0).contains(&top), "after loading anew the block stands at {top}");
    Ok(())
}

fn a_broken_address_lands_nearby(browser: &Browser, site: &Site) -> Result<()> {
    for (page, place, told) in [
        ("nss-2025/nb/#nss-demokrati-99", "nss-demokrati", "nss-demokrati-99"),
        ("nss-2025/nb/#%F0%9F%99%82<script>", "nss-innledning", "🙂<script>"),
    ] {
        browser.open_reader(site, page)?;
        let notice = browser.text(&inside(".sr-notice"))?;
        ensure!(notice.contains(told), "{page}: the notice says {notice:?}");
        ensure_soon!(browser.count(&format!("#{place}"))? == 1, "{page}: the text is gone");
        ensure_soon!(
            place == "nss-innledning" || (0.0..200.0).contains(&top_of(browser, place)?),
            "{page}: the place is out of sight"
        );
        let in_sight = "(box => box.top >= 0 && box.bottom <= innerHeight)(deep('strategy-reader >>> .sr-notice').getBoundingClientRect())";
        ensure_soon!(browser.eval::<bool>(in_sight)?, "{page}: the notice is out of sight");
        browser.click(&inside(".sr-notice button"))?;
        browser.wait_for("it is gone", "deep('strategy-reader >>> .sr-notice') === null")?;
    }
    Ok(())
}

fn the_text_changes_language(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "cyber-2017/nb/#cyber-forsvar-3")?;
    let before = top_of(browser, "cyber-forsvar-3")?;
    browser.choose(&inside(".sr-language select"), "en")?;
    browser.wait_for("the text is English", "document.querySelector('article').lang === 'en'")?;
    let after = top_of(browser, "cyber-forsvar-3")?;
    ensure!((before - after).abs() < 2.0, "the place moved from {before} to {after}");
    ensure_soon!(browser.count("article")? == 1, "both texts are there");
    ensure_soon!(
        browser.text("article")?.contains("Unofficial") || browser.text("article")?.contains("Uoffisiell"),
        "the translation does not say what it is"
    );
    expect_address(browser, "/cyber-2017/en/?ui=nb#cyber-forsvar-3")?;
    browser.reload()?;
    browser.wait_for_readers()?;
    ensure_soon!(
        browser.text(&inside(".sr-bar"))?.contains("Tekstspråk"),
        "the controls forgot their language"
    );
    browser.expect_no_barrier()
}

fn the_controls_change_language(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    for (code, contents) in [("nn", "Innhald"), ("en", "Contents"), ("nb", "Innhold")] {
        browser.choose(&inside(".sr-language:last-child select"), code)?;
        browser.wait_for(
            "the contents are named",
            &format!("deep('strategy-reader >>> .sr-contents-name').innerText === {contents:?}"),
        )?;
        browser.wait_for("the page says so", &format!("document.documentElement.lang === {code:?}"))?;
        ensure_soon!(browser.text("article h2")?.contains("Innledning"), "the text changed too");
        browser.expect_no_barrier()?;
    }
    Ok(())
}

fn another_document_opens(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/#nss-nato")?;
    browser.click(&inside(".sr-icon-button[title='Alle dokumentene']"))?;
    browser
        .wait_for("the start view is there", "document.querySelectorAll('.sr-start-entry').length === 5")?;
    browser.expect_no_barrier()?;
    browser.click(".sr-start-entry a[href*='fss-2020']")?;
    expect_address(browser, "/fss-2020/nb/")?;
    browser.wait_for(
        "its title is in sight",
        "document.querySelector('h1')?.innerText.startsWith('Fred') && scrollY < 50",
    )?;
    browser.back()?;
    browser.back()?;
    browser.wait_for("the first document is back", "document.querySelector('#nss-nato') !== null")?;
    browser
        .wait_for("at its place", "document.querySelector('#nss-nato').getBoundingClientRect().top < 200")?;
    browser.choose(&inside(".sr-document select"), "secpol-2017")?;
    expect_address(browser, "/secpol-2017/nb/")?;
    browser.wait_for("the page is there", "document.querySelector('h1')?.innerText === 'Sikkerhetspolitikk'")
}

fn a_footnote_opens_in_place(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "cyber-2017/nb/#cyber-bakgrunn-3")?;
    browser.click("a.sr-note-mark")?;
    browser.wait_for(
        "the note is open",
        "deep('strategy-reader >>> .sr-pop')?.innerText.includes('Lysne I utvalget')",
    )?;
    ensure_soon!(browser.holds_focus(&inside(".sr-pop"))?, "the note does not have the focus");
    let in_sight = "(box => box.top >= 0 && box.bottom <= innerHeight)(deep('strategy-reader >>> .sr-pop').getBoundingClientRect())";
    ensure_soon!(browser.eval::<bool>(in_sight)?, "the note is out of sight");
    browser.expect_no_barrier()?;
    browser.press("Escape")?;
    browser.wait_for("the note is closed", "deep('strategy-reader >>> .sr-pop') === null")?;
    ensure_soon!(browser.holds_focus("a.sr-note-mark")?, "the focus did not return to the mark");
    Ok(())
}

fn a_line_says_how_far_one_has_read(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    let width = "deep('strategy-reader >>> .sr-bar').ownerDocument.defaultView
        .getComputedStyle(deep('strategy-reader >>> .sr-bar'), '::after').inlineSize";
    let width: String = width.split_whitespace().collect();
    ensure_soon!(browser.eval::<String>(&width)? == "0px", "something was read already");
    ensure_soon!(browser.count(&inside(".sr-place"))? == 0, "something stands over the title");
    browser.eval::<bool>("(scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }), true)")?;
    browser.wait_for(
        "all of it was read",
        &format!("Math.abs(parseFloat({width}) - deep('strategy-reader >>> .sr-bar').clientWidth) < 1"),
    )?;
    browser.click(&inside(".sr-icon-button[title='Alle dokumentene']"))?;
    browser.wait_for("there is nothing to have read", &format!("parseFloat({width}) === 0"))
}

fn settings_are_kept_only_on_request(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.click(&inside("button[title='Innstillinger']"))?;
    let size = "getComputedStyle(document.querySelector('#nss-innledning-1')).fontSize";
    let before: String = browser.eval(size)?;
    browser.click(&inside(".sr-segments:nth-of-type(1) .sr-segment:nth-child(4)"))?;
    browser.wait_for("the letters have grown", &format!("{size} !== {before:?}"))?;
    browser.click(&inside(".sr-segments:nth-of-type(4) .sr-segment:nth-child(3)"))?;
    browser.wait_for("the page is dark", "getComputedStyle(document.body).colorScheme === 'dark'")?;
    browser.expect_no_barrier()?;
    ensure_soon!(browser.eval::<usize>("localStorage.length")? == 0, "something was stored unasked");
    browser.click(&inside(".sr-check"))?;
    browser.wait_for("the choice is stored", "localStorage.length === 1")?;
    browser.reload()?;
    browser.wait_for_readers()?;
    browser.wait_for("the page is dark again", "getComputedStyle(document.body).colorScheme === 'dark'")?;
    browser.click(&inside("button[title='Innstillinger']"))?;
    browser.click(&inside(".sr-settings > .sr-button"))?;
    browser.wait_for("nothing is stored", "localStorage.length === 0")?;
    browser.wait_for("the letters are as before", &format!("{size} === {before:?}"))
}
