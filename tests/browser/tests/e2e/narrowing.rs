//! Narrowing down: filters, the list of commitments, the themes side by side.

use anyhow::{Context, Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Site, ensure_soon};
use serde_json::Value;

pub const STORIES: &[Story] = &[
    Story::new("a count is what its choice gives", a_count_is_what_its_choice_gives),
    Story::new("filters are set and taken back by keyboard", filters_by_keyboard),
    Story::new("filters narrow down what was sought", filters_narrow_down_what_was_sought),
    Story::new("where nothing is left it is said what helps", nothing_is_left),
    Story::new("commitments are sorted, narrowed down and read in their place", commitments_are_listed),
    Story::new("commitments are taken along as files", commitments_are_taken_along),
    Story::new("a theme leads to its passages", a_theme_leads_to_its_passages),
    Story::new("a list that cannot be fetched says so", a_list_that_cannot_be_fetched),
    Story::new("a list gives the text back where it was left", a_list_gives_the_text_back),
];

const SUMMARY: &str = "strategy-reader >>> .sr-hits-summary";

fn menu(name: &str) -> String {
    format!(
        "[...deepAll('strategy-reader >>> .sr-menu')].find(menu => menu.innerText.trim().startsWith('{name}'))"
    )
}

/// Opens a menu, ticks what has these words, and gives the count that stood beside it.
fn choose(browser: &Browser, name: &str, words: &str) -> Result<String> {
    let menu = menu(name);
    browser.eval::<bool>(&format!("({menu}.open || {menu}.querySelector('summary').click(), true)"))?;
    let item = format!(
        "[...{menu}.querySelectorAll('label')].find(item => item.innerText.trim().startsWith('{words}'))"
    );
    browser.wait_for("the menu has its items", &format!("{item} !== undefined"))?;
    let count = browser.eval(&format!("{item}.querySelector('.sr-menu-count').innerText"))?;
    browser.eval::<bool>(&format!("({item}.querySelector('input').click(), true)"))?;
    browser.wait_for("it is ticked", &format!("{item}?.querySelector('input').checked"))?;
    Ok(count)
}

/// The first number of what is told.
fn number(browser: &Browser) -> Result<u32> {
    let told = browser.text(SUMMARY)?;
    let digits: String = told.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().with_context(|| format!("no number in {told:?}"))
}

fn a_count_is_what_its_choice_gives(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.click("strategy-reader >>> .sr-filter-button")?;
    browser.wait_for("the panel is open", "deep('strategy-reader >>> .sr-filters') !== null")?;
    let nato: u32 = choose(browser, "Tema", "Nato og allierte")?.parse()?;
    ensure_soon!(number(browser)? == nato, "{nato} were promised, {} are there", number(browser)?);
    browser.wait_for("the choice is in the address", "location.search === '?theme=nato'")?;
    // Another value of the same side says how many more it gives.
    let more = choose(browser, "Tema", "Russland")?;
    let more: u32 = more.strip_prefix('+').context("the count is not one more")?.parse()?;
    ensure_soon!(number(browser)? == nato + more, "{more} more were promised");
    let pledges: u32 = choose(browser, "Utsagn", "Forpliktelse")?.parse()?;
    ensure_soon!(number(browser)? == pledges, "{pledges} were promised");
    browser.expect_no_barrier()?;
    browser.reload()?;
    browser.wait_for_readers()?;
    ensure_soon!(number(browser)? == pledges, "the choices are lost after loading anew");
    ensure_soon!(browser.count("strategy-reader >>> .sr-chip")? == 3, "the choices do not stand as chips");
    browser.click("strategy-reader >>> .sr-chips li:nth-child(3) .sr-chip")?;
    browser.wait_for("it is taken back", "deepAll('strategy-reader >>> .sr-chip').length === 2")?;
    ensure_soon!(number(browser)? == nato + more, "taking a choice back does not give what was there before");
    ensure_soon!(
        browser.eval::<bool>("deepFocus()?.matches('.sr-filters')")?,
        "the focus is lost with the chip"
    );
    browser.click("strategy-reader >>> .sr-chips .sr-button")?;
    browser.wait_for("nothing is chosen", "location.search === ''")?;
    ensure_soon!(browser.count("strategy-reader >>> .sr-chip")? == 0, "chips are left");
    Ok(())
}

fn filters_by_keyboard(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.eval::<bool>("(deep('strategy-reader >>> .sr-filter-button').focus(), true)")?;
    browser.press("Enter")?;
    browser.wait_for("the panel has the focus", "deepFocus()?.matches('.sr-panel')")?;
    browser.wait_for("the menus are fetched", "deep('strategy-reader >>> .sr-menu-name') !== null")?;
    browser.press("Tab")?;
    browser.press("Tab")?;
    ensure_soon!(
        browser.holds_focus("strategy-reader >>> .sr-menu-name")?,
        "the tab key does not lead to the menus"
    );
    browser.press("Enter")?;
    browser.wait_for("the menu has its items", "deepAll('strategy-reader >>> .sr-menu-item').length > 9")?;
    browser.press("Tab")?;
    browser.press("Space")?;
    browser.wait_for("a choice is made", "deepAll('strategy-reader >>> .sr-chip').length === 1")?;
    ensure_soon!(
        browser.eval::<bool>("deepFocus()?.matches('.sr-menu-item input')")?,
        "ticking moved the focus"
    );
    browser.press("Escape")?;
    browser.wait_for("the menu is closed", "deep('strategy-reader >>> .sr-menu[open]') === null")?;
    ensure_soon!(browser.count("strategy-reader >>> .sr-panel")? == 1, "the panel went with the menu");
    browser.press("Escape")?;
    browser.wait_for("the panel is closed", "deep('strategy-reader >>> .sr-panel') === null")?;
    browser.wait_for("the focus is back", "deepFocus()?.matches('.sr-filter-button')")
}

fn filters_narrow_down_what_was_sought(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/?q=beredskap&document=nss-2025&kind=commitment")?;
    let hits = number(browser)?;
    ensure_soon!(hits > 0 && browser.text(SUMMARY)?.contains("i ett dokument"), "{}", browser.text(SUMMARY)?);
    ensure_soon!(
        browser.count("strategy-reader >>> .sr-hit .sr-mark")? >= hits as usize,
        "the words are not marked"
    );
    browser.click("strategy-reader >>> .sr-chips li:nth-child(2) .sr-chip")?;
    browser.wait_for("it is taken back", "!location.search.includes('kind')")?;
    ensure_soon!(number(browser)? > hits, "a filter less does not give more");
    ensure_soon!(browser.eval::<bool>("location.search.startsWith('?q=beredskap')")?, "the query is lost");
    Ok(())
}

fn nothing_is_left(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/?theme=cyber&name=kina&actor=medier")?;
    ensure_soon!(number(browser)? == 0, "something has all of this");
    browser.expect_no_barrier()?;
    let words = browser.text("strategy-reader >>> .sr-state .sr-button")?;
    let promised: u32 = words
        .rsplit_once('(')
        .and_then(|(_, count)| count.trim_end_matches(')').parse().ok())
        .with_context(|| format!("{words:?} promises nothing"))?;
    browser.click("strategy-reader >>> .sr-state .sr-button")?;
    browser.wait_for("something is there", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    ensure_soon!(number(browser)? == promised, "{promised} were promised");
    // One choice alone stands in the way.
    browser.open_reader(site, "nss-2025/nb/?theme=nato&year=2017,2020,2025&document=secpol-2017")?;
    ensure_soon!(
        browser.text("strategy-reader >>> .sr-state")?.contains("Fjern Nato og allierte ("),
        "it is not said which"
    );
    Ok(())
}

fn commitments_are_listed(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.click("strategy-reader >>> .sr-bar > .sr-ways .sr-way[title=Forpliktelser]")?;
    browser.wait_for("the list is there", "deepAll('strategy-reader >>> .sr-row').length > 9")?;
    browser.wait_for("it is in the address", "location.search === '?view=commitments'")?;
    ensure_soon!(
        browser.eval::<bool>("document.title.startsWith('Forpliktelser')")?,
        "the page is not named after it"
    );
    browser.expect_no_barrier()?;
    let musts: u32 = choose(browser, "Styrke", "må")?.parse()?;
    ensure_soon!(number(browser)? == musts, "{musts} were promised");
    browser.press("Escape")?;
    browser.click("strategy-reader >>> .sr-sortable:nth-child(3) button")?;
    browser.wait_for(
        "it is sorted",
        "deep('strategy-reader >>> .sr-head:nth-child(3)').getAttribute('aria-sort') === 'ascending'",
    )?;
    browser.wait_for("the order is in the address", "location.search.endsWith('&sort=actor')")?;
    browser.reload()?;
    browser.wait_for_readers()?;
    ensure_soon!(number(browser)? == musts, "the choice is lost after loading anew");
    let anchor: String = browser.eval("deep('strategy-reader >>> .sr-place-link').hash")?;
    ensure!(anchor.contains("-f"), "{anchor} is no commitment");
    browser.click("strategy-reader >>> .sr-place-link")?;
    browser.wait_for("the address names it", &format!("location.hash === '{anchor}'"))?;
    browser.wait_for(
        "its block is in sight",
        "(() => {
            const block = document.getElementById(location.hash.slice(1).replace(/-f\\d+$/, ''));
            return block.checkVisibility() && block.getBoundingClientRect().top < 300;
        })()",
    )?;
    // The address of a commitment leads there from outside, too.
    browser.reload()?;
    browser.wait_for_readers()?;
    browser.wait_for("nothing is missing", "deep('strategy-reader >>> .sr-notice') === null")?;
    browser.back()?;
    browser.wait_for("the list is back", "deepAll('strategy-reader >>> .sr-row').length > 9")
}

fn commitments_are_taken_along(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "?view=commitments&theme=nato")?;
    let rows = number(browser)? as usize;
    browser.eval::<bool>(
        "(window.taken = [],
          globalThis.made = URL.createObjectURL.bind(URL),
          URL.createObjectURL = blob => (window.taken.push(blob), made(blob)),
          HTMLAnchorElement.prototype.click = function () { window.taken.push(this.download); }, true)",
    )?;
    for number in 1..=3 {
        browser.click(&format!("strategy-reader >>> .sr-take-along .sr-button:nth-of-type({number})"))?;
    }
    browser.wait_for("three files are made", "window.taken.length === 6")?;
    let names: Vec<String> = browser.eval("window.taken.filter(one => typeof one === 'string')")?;
    ensure!(names == ["forpliktelser.csv", "forpliktelser.json", "forpliktelser.md"], "{names:?}");
    let bytes: Vec<u8> =
        browser.eval("window.taken[0].arrayBuffer().then(bytes => [...new Uint8Array(bytes)])")?;
    ensure!(bytes.starts_with(&[0xef, 0xbb, 0xbf]), "spreadsheets cannot tell that it is UTF-8");
    let csv = String::from_utf8(bytes)?;
    ensure!(csv.matches("\r\n").count() == rows + 1, "not {rows} rows and a head");
    let place = format!("\"{}nss-2025/nb/#nss-", site.address(""));
    ensure!(csv.contains(&place) && csv.contains("å"), "no address begins like {place}");
    let json: Value = browser.eval("window.taken[2].text().then(JSON.parse)")?;
    ensure!(json.as_array().is_some_and(|list| list.len() == rows), "not {rows} objects");
    let notes: String = browser.eval("window.taken[4].text()")?;
    ensure!(notes.contains("Tema: Nato og allierte") && notes.matches("\n- ").count() == rows, "{notes}");
    Ok(())
}

/// The lists are fetched when one of them is first opened.
fn a_list_that_cannot_be_fetched(browser: &Browser, site: &Site) -> Result<()> {
    for words in ["finding-", "wasm", "integrity", "digest", "TypeError", "CompileError"] {
        site.forgive(words);
    }
    browser.resize(1440, 900)?;
    for fault in [Fault::Missing, Fault::Bytes(b"\0asm\x01\0\0\0"), Fault::Bytes(b"")] {
        site.make_fault("finding-*.wasm", fault);
        browser.open_reader(site, "nss-2025/en/")?;
        let asked = || site.requests().iter().filter(|file| file.starts_with("finding-")).count();
        let before = asked();
        browser.eval::<bool>("(deep('strategy-reader >>> .sr-bar [title=Commitments]').click(), true)")?;
        browser.wait_for(
            "it is said",
            "deep('strategy-reader >>> .sr-failed')?.innerText.includes('could not be fetched')",
        )?;
        browser.expect_no_barrier()?;
        browser.click("strategy-reader >>> .sr-failed button")?;
        browser.wait_for("it fails again", "deep('strategy-reader >>> .sr-failed') !== null")?;
        // Reading goes on, and what comes later comes when it can.
        browser.click("strategy-reader >>> .sr-bar [title=Commitments]")?;
        browser.wait_for("the text is back", "deep('strategy-reader >>> slot') !== null")?;
        site.mend();
        browser.click("strategy-reader >>> .sr-bar [title=Commitments]")?;
        browser.click("strategy-reader >>> .sr-failed button")?;
        browser.wait_for("the list is there", "deep('strategy-reader >>> .sr-table') !== null")?;
        ensure!(asked() > before + 1, "{before} and {} times", asked());
    }
    Ok(())
}

fn a_theme_leads_to_its_passages(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/?view=themes")?;
    browser.expect_no_barrier()?;
    ensure_soon!(browser.count("strategy-reader >>> .sr-theme-spot")? > 30, "there is no picture");
    browser.click("strategy-reader >>> .sr-view .sr-segment:last-child")?;
    browser.wait_for("it is a table", "deep('strategy-reader >>> .sr-theme-spot') === null")?;
    browser.expect_no_barrier()?;
    let told: u32 = browser.text("strategy-reader >>> .sr-theme-passages")?.parse()?;
    browser.click("strategy-reader >>> .sr-theme-button")?;
    browser.wait_for("the passages are listed", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    ensure_soon!(number(browser)? == told, "{told} passages were promised");
    ensure_soon!(browser.count("strategy-reader >>> .sr-chip")? == 2, "document and theme are not chosen");
    browser.click("strategy-reader >>> .sr-hit-link")?;
    browser.wait_for("the text is there", "document.querySelector('article.sr-text').checkVisibility()")
}

fn a_list_gives_the_text_back(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.eval::<bool>("(document.querySelector('#nss-nato-2').scrollIntoView(), true)")?;
    let top = "document.querySelector('#nss-nato-2').getBoundingClientRect().top";
    let before: f64 = browser.eval(top)?;
    let way = "strategy-reader >>> .sr-bar > .sr-ways .sr-way:last-child";
    browser.click(way)?;
    browser.wait_for(
        "the themes are there, from the beginning",
        "deep('strategy-reader >>> .sr-view') !== null && scrollY < 200",
    )?;
    ensure_soon!(
        !browser.eval::<bool>("document.querySelector('article.sr-text').checkVisibility()")?,
        "both are there"
    );
    browser.click(way)?;
    browser.wait_for("the text is where it was", &format!("Math.abs({top} - {before}) < 3"))
}
