//! Citing from any place, taking references along, and checking quotations.

use super::selecting::{CITE, COPY, FIRST, select};
use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Engine, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("a reference goes to other programs", a_reference_goes_to_other_programs),
    Story::new("places are gathered into a list", places_are_gathered),
    Story::new("a place is cited by keyboard", a_place_by_keyboard),
    Story::new("a hit is cited without going there", a_hit_is_cited),
    Story::new("a section is cited from the contents", a_section_from_the_contents),
    Story::new("a commitment is cited from its list", a_commitment_from_its_list),
    Story::new("a place and words are cited by touch", a_place_by_touch)
        // WebKitGTK cannot be touched.
        .only(&[Engine::Chromium, Engine::Firefox]),
    Story::new("what is listed is gathered", what_is_listed_is_gathered),
    Story::new("the place stays beside a panel", the_place_stays_beside_a_panel),
    Story::new("a quotation is checked", a_quotation_is_checked),
];

fn a_reference_goes_to_other_programs(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.click("#nss-nato-2 .sr-handle")?;
    browser.click("strategy-reader >>> .sr-citation .sr-disclosure-name")?;
    browser.wait_for(
        "BibTeX is shown",
        "deep('strategy-reader >>> .sr-export')?.innerText.startsWith('@techreport{nss-2025,')",
    )?;
    browser.expect_no_barrier()?;
    browser.click("strategy-reader >>> .sr-disclosure-content .sr-actions .sr-button:first-child")?;
    browser.wait_for(
        "it was copied",
        "deep('strategy-reader >>> .sr-disclosure-content .sr-outcome')?.innerText === 'Kopiert'",
    )?;
    let clipboard = browser.clipboard()?;
    ensure!(clipboard.text.contains("institution = {{Statsministerens kontor}}"), "{clipboard:?}");
    browser.choose("strategy-reader >>> .sr-disclosure-content select", "ris")?;
    browser.wait_for(
        "RIS is shown",
        "deep('strategy-reader >>> .sr-export')?.innerText.startsWith('TY  - RPRT')",
    )
}

fn places_are_gathered(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.click("#nss-nato-2 .sr-handle")?;
    browser.click("strategy-reader >>> .sr-gather .sr-button")?;
    browser.wait_for(
        "it can be let go",
        "deep('strategy-reader >>> .sr-gather')?.innerText.includes('Ta ut')",
    )?;
    browser.click("#nss-nato-3 .sr-handle")?;
    browser.click("strategy-reader >>> .sr-gather .sr-button")?;
    browser.click("strategy-reader >>> .sr-citation .sr-segment:nth-child(2)")?;
    browser.wait_for("both are there", "deepAll('strategy-reader >>> .sr-gathered-place').length === 2")?;
    browser.expect_no_barrier()?;
    ensure_soon!(
        browser.count("strategy-reader >>> .sr-copyable .sr-reference")? == 2,
        "the list is another"
    );
    browser.choose("strategy-reader >>> .sr-basket .sr-citing select", "apa")?;
    browser.wait_for(
        "the list is in another style",
        "deep('strategy-reader >>> .sr-basket .sr-reference').innerText.includes('(2025)')",
    )?;
    browser.click("strategy-reader >>> .sr-basket .sr-primary")?;
    browser.wait_for(
        "it was copied",
        "deep('strategy-reader >>> .sr-basket .sr-outcome')?.innerText === 'Kopiert'",
    )?;
    let clipboard = browser.clipboard()?;
    // Both places are of one document, which this style lists once.
    ensure!(clipboard.html.contains("text-indent"), "the entry does not hang: {clipboard:?}");
    ensure!(clipboard.text.lines().count() == 1, "{clipboard:?}");
    // Kept on the device only on request, and then found again.
    ensure!(browser.eval::<usize>("localStorage.length")? == 0, "something was stored unasked");
    browser.click("strategy-reader >>> .sr-basket .sr-check")?;
    browser.wait_for("it is stored", "localStorage.length === 1")?;
    browser.leave()?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.click("strategy-reader >>> .sr-bar button[title='Siter']")?;
    browser.click("strategy-reader >>> .sr-citation .sr-segment:nth-child(2)")?;
    browser
        .wait_for("both are there again", "deepAll('strategy-reader >>> .sr-gathered-place').length === 2")?;
    browser.click("strategy-reader >>> .sr-basket .sr-check")?;
    browser.wait_for("nothing is stored", "localStorage.length === 0")?;
    browser.click("strategy-reader >>> .sr-gathered-place:nth-child(2) .sr-icon-button")?;
    browser.wait_for("one is there", "deepAll('strategy-reader >>> .sr-gathered-place').length === 1")?;
    browser.click("strategy-reader >>> .sr-gathered-place a")?;
    browser.wait_for("one is there again", "location.hash.startsWith('#nss-nato-2')")
}

fn a_place_by_keyboard(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/#nss-nato")?;
    browser.eval::<bool>("(document.querySelector('#nss-nato .sr-handle').focus(), true)")?;
    browser.press("ArrowDown")?;
    browser.press("ArrowDown")?;
    ensure_soon!(browser.holds_focus("#nss-nato-2 .sr-handle")?, "the arrows do not lead along the margin");
    browser.press("Enter")?;
    browser.wait_for("the place is cited", &format!("deep('{FIRST}')?.innerText.includes('avsn. 2')"))?;
    browser.wait_for("the panel has the focus", "deepFocus()?.matches('.sr-panel')")?;
    browser.press("Escape")?;
    ensure_soon!(browser.holds_focus("#nss-nato-2 .sr-handle")?, "the focus does not come back");
    Ok(())
}

fn a_hit_is_cited(browser: &Browser, site: &Site) -> Result<()> {
    const LISTED: &str = "strategy-reader >>> .sr-panel .sr-hit";
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/#nss-nato")?;
    let address: String = browser.eval("location.pathname + location.hash")?;
    browser.type_into("strategy-reader >>> input[type=search]", "cyberangrep")?;
    browser.wait_for("there are hits", &format!("deepAll('{LISTED} > .sr-cite-it').length > 2"))?;
    // By the keyboard: the button comes after the link.
    browser.wait_for(
        "its link has the focus",
        &format!(
            "(deep('{LISTED}:nth-child(3) > a')?.focus(), deepFocus() === deep('{LISTED}:nth-child(3) > a'))"
        ),
    )?;
    browser.press("Tab")?;
    ensure_soon!(
        browser.holds_focus(&format!("{LISTED}:nth-child(3) > .sr-cite-it"))?,
        "it is no stop of the tab key"
    );
    browser.press("Enter")?;
    browser.wait_for(
        "it is cited, in its own document",
        &format!("deep('{FIRST}')?.innerText.includes('Internasjonal cyberstrategi for Norge')"),
    )?;
    ensure!(
        !browser.eval::<bool>(&format!("deep('{LISTED}').checkVisibility()"))?,
        "the hits are still to be seen"
    );
    browser.expect_no_barrier()?;
    ensure!(
        browser.eval::<String>("location.pathname + location.hash")? == address,
        "whoever cited a hit went there"
    );
    browser.press("Escape")?;
    browser.wait_for("the hits are back", &format!("deep('{LISTED}')?.checkVisibility()"))?;
    ensure_soon!(
        browser.holds_focus(&format!("{LISTED}:nth-child(3) > .sr-cite-it"))?,
        "the focus does not come back to the hit"
    );
    // By the mouse, and back by the button.
    browser.click(&format!("{LISTED}:nth-child(2) > .sr-cite-it"))?;
    browser.wait_for("it is cited", &format!("deep('{FIRST}') !== null"))?;
    browser.click(COPY)?;
    browser.wait_for("it was copied", "deep('strategy-reader >>> .sr-outcome')?.innerText === 'Kopiert'")?;
    ensure!(
        browser.clipboard()?.text.contains("Internasjonal cyberstrategi for Norge"),
        "another was copied"
    );
    browser.click("strategy-reader >>> .sr-panel-head > button")?;
    browser.wait_for("the hits are back", &format!("deep('{LISTED}')?.checkVisibility()"))?;
    // Where a click gives buttons no focus, the panel has it.
    ensure_soon!(
        browser.eval::<bool>("deepFocus()?.closest('.sr-panel') !== null")?,
        "the focus does not come back to the panel"
    );
    browser.press("Escape")?;
    browser.wait_for("the panel is closed", "deep('strategy-reader >>> .sr-panel') === null")
}

fn a_section_from_the_contents(browser: &Browser, site: &Site) -> Result<()> {
    const ROW: &str = "strategy-reader >>> .sr-tree-row:nth-child(2)";
    let cites = |name: &str| {
        browser.wait_for(
            &format!("{name:?} is cited"),
            &format!("deep('strategy-reader >>> .sr-cited')?.innerText.includes('{name}')"),
        )
    };
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    let height: f64 = browser.eval("scrollY")?;
    browser.click(&format!("{ROW} > .sr-tree-beside"))?;
    cites("Våre grunnleggende sikkerhetsinteresser")?;
    ensure!(browser.eval::<f64>("scrollY")? == height, "whoever cited a section went there");
    browser.press("Escape")?;
    browser.wait_for("the panel is closed", "deep('strategy-reader >>> .sr-panel') === null")?;
    // The keyboard is told how.
    browser.eval::<bool>("(deep('strategy-reader >>> .sr-tree-item[tabindex=\"0\"]').focus(), true)")?;
    browser.press("End")?;
    browser.press("ArrowUp")?;
    ensure_soon!(
        browser.eval::<String>("deep('strategy-reader >>> .sr-tree-help').innerText")?
            == "Siter (Shift + Enter)",
        "nobody says how"
    );
    browser.expect_no_barrier()?;
    browser.press("Shift+Enter")?;
    cites("Ansvar og revisjon")?;
    browser.press("Escape")?;
    ensure_soon!(
        browser.eval::<bool>(
            "deepFocus().matches('.sr-tree-item') && deepFocus().innerText.includes('Ansvar')"
        )?,
        "the focus does not come back to the contents"
    );
    Ok(())
}

fn a_commitment_from_its_list(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "?view=commitments&theme=nato")?;
    browser.click("strategy-reader >>> tr:has(.sr-commitment) .sr-cite-it")?;
    browser.wait_for(
        "it is cited",
        &format!("deep('{FIRST}')?.innerText.includes('Nasjonal sikkerhetsstrategi')"),
    )?;
    ensure!(browser.count("strategy-reader >>> .sr-commitment")? > 10, "the list is gone");
    browser.expect_no_barrier()?;
    browser.press("Escape")?;
    ensure_soon!(
        browser.holds_focus("strategy-reader >>> tr:has(.sr-commitment) .sr-cite-it")?,
        "the focus does not come back"
    );
    Ok(())
}

fn a_place_by_touch(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(500, 800)?;
    browser.open_reader(site, "nss-2025/nb/#nss-nato")?;
    browser.tap("#nss-nato-2 .sr-handle")?;
    browser.wait_for("the place is cited", &format!("deep('{FIRST}')?.innerText.includes('avsn. 2')"))?;
    browser.tap("strategy-reader >>> .sr-form .sr-button")?;
    browser.wait_for("it was copied", "deep('strategy-reader >>> .sr-outcome')?.innerText === 'Kopiert'")?;
    browser.tap("strategy-reader >>> .sr-panel-head .sr-icon-button")?;
    browser.wait_for("the sheet is closed", "deep('strategy-reader >>> .sr-panel') === null")?;
    select(browser, ("nss-nato-2", 0), ("nss-nato-2", 28), "")?;
    browser.tap(CITE)?;
    browser.wait_for("the words are cited", &format!("deep('{FIRST}')?.innerText.startsWith('«Det er')"))
}

/// What is listed is gathered in one go, from the hits and from the commitments.
fn what_is_listed_is_gathered(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    for page in ["nss-2025/nb/?q=ubåt", "?view=commitments&theme=nato&strength=must"] {
        browser.open_reader(site, page)?;
        let told = browser.text("strategy-reader >>> .sr-hits-summary")?;
        let count: String = told.chars().take_while(char::is_ascii_digit).collect();
        browser.click("strategy-reader >>> .sr-gather-all")?;
        browser.wait_for(
            "all are there",
            &format!("deepAll('strategy-reader >>> .sr-gathered-place').length === {count}"),
        )?;
        browser.expect_no_barrier()?;
    }
    Ok(())
}

/// What stands at the top stays there when the panel takes its place beside the text.
fn the_place_stays_beside_a_panel(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1200, 800)?;
    browser.open_reader(site, "nss-2025/nb/#nss-forsvaret")?;
    let top = "document.querySelector('#nss-forsvaret-2').getBoundingClientRect().top";
    browser.wait_for("the place is in sight", &format!("{top} > 0 && {top} < 800"))?;
    let before: f64 = browser.eval(top)?;
    browser.click("strategy-reader >>> .sr-bar button[title='Siter']")?;
    browser.wait_for("the panel is there", "deep('strategy-reader >>> .sr-citation') !== null")?;
    // The paragraph before it may break its lines otherwise.
    browser.wait_for("the place is where it was", &format!("Math.abs({top} - {before}) < 200"))?;
    browser.press("Escape")?;
    browser.wait_for("it is closed", "deep('strategy-reader >>> .sr-panel') === null")?;
    browser.wait_for("the place is there still", &format!("Math.abs({top} - {before}) < 3"))?;
    // The same with larger letters.
    browser.click("strategy-reader >>> .sr-bar button[title='Innstillinger']")?;
    browser.click("strategy-reader >>> .sr-settings .sr-segments:nth-of-type(1) .sr-segment:nth-child(4)")?;
    browser.wait_for("the place is where it was", &format!("Math.abs({top} - {before}) < 400"))
}

fn a_quotation_is_checked(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    // Also where no document is open.
    browser.open_reader(site, "")?;
    browser.click("strategy-reader >>> .sr-bar button[title='Siter']")?;
    browser.type_into("strategy-reader >>> textarea", "xyzzy plugh")?;
    browser.wait_for(
        "it is said",
        "deep('strategy-reader >>> .sr-verdict')?.innerText === 'Sitatet står ikke i dokumentene.'",
    )?;
    browser.open_reader(site, "cyber-2017/nb/")?;
    browser.click("strategy-reader >>> .sr-bar button[title='Siter']")?;
    browser.click("strategy-reader >>> .sr-citation .sr-segment:last-child")?;
    browser.expect_no_barrier()?;
    browser.type_into(
        "strategy-reader >>> textarea",
        "Norge skal bidra til en god arbeidsdeling mellom Nato og EU",
    )?;
    browser
        .wait_for("it is said", "deep('strategy-reader >>> .sr-verdict')?.innerText.startsWith('Endret')")?;
    ensure_soon!(
        browser.text("strategy-reader >>> .sr-differences ins")?.contains("å videreutvikle"),
        "the difference is another"
    );
    browser.expect_no_barrier()?;
    browser.click("strategy-reader >>> .sr-gathered-place a")?;
    browser.wait_for(
        "the place is open",
        "location.pathname.endsWith('/nss-2025/nb/') && location.hash.startsWith('#nss-nato-2')",
    )?;
    browser.click("strategy-reader >>> .sr-gathered-place > .sr-button")?;
    browser
        .wait_for("the text is cited", &format!("deep('{FIRST}')?.innerText.startsWith('«Norge skal bidra')"))
}
