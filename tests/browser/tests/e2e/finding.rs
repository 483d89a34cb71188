//! Finding and citing.

use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("hits come while one types and lead to their block", hits_come_while_one_types),
    Story::new("quick keys are sought together, and none that was taken back", quick_keys),
    Story::new("what is typed beside an open panel is typed", typing_beside_a_panel),
    Story::new("what is not there is not found", what_is_not_there_is_not_found),
    Story::new("a mended name is told as a name", a_mended_name),
    Story::new("the nearest word is a press away", the_nearest_word),
    Story::new("a long list of hits is whole when the keys rest", a_long_list),
    Story::new("no letter is lost while files are on their way", no_letter_is_lost),
    Story::new("a paragraph is cited with its link", a_paragraph_is_cited),
    Story::new("a paragraph is cited by keyboard alone", a_paragraph_is_cited_by_keyboard),
    Story::new("a refused clipboard leaves the words selected", a_refused_clipboard),
];

fn hits_come_while_one_types(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.type_into("strategy-reader >>> input[type=search]", "atomub")?;
    browser.wait_for("there is a hit", "deepAll('strategy-reader >>> .sr-hit').length === 1")?;
    ensure_soon!(browser.text("strategy-reader >>> .sr-mark")? == "atomubåter", "the wrong word is marked");
    // The style of hits comes with what finds them.
    ensure_soon!(
        browser.eval::<bool>("getComputedStyle(deep('strategy-reader >>> .sr-hit')).display === 'flex'")?,
        "the hits have no style"
    );
    ensure_soon!(
        browser.text("strategy-reader >>> .sr-hits-summary")?.contains("1 treff"),
        "the count is not told"
    );
    browser.wait_for("the query is in the address", "location.search === '?q=atomub'")?;
    browser.expect_no_barrier()?;
    browser.click("strategy-reader >>> .sr-hit-link")?;
    browser.wait_for("the address names the block", "location.hash === '#nss-usa-2'")?;
    browser.wait_for(
        "the block is in sight",
        "document.querySelector('#nss-usa-2').getBoundingClientRect().top < 300",
    )?;
    browser.reload()?;
    browser.wait_for_readers()?;
    ensure_soon!(browser.count("strategy-reader >>> .sr-hit")? == 1, "the hits are lost after loading anew");
    browser.click("strategy-reader >>> input[type=search]")?;
    browser.press("Escape")?;
    browser.wait_for("the panel is closed", "deep('strategy-reader >>> .sr-panel') === null")?;
    browser.wait_for("the query is gone from the address", "location.search === ''")
}

/// Keys that come before the picture of the first: a search waits until its letter can be seen.
fn quick_keys(browser: &Browser, site: &Site) -> Result<()> {
    const HANDS: &str = "
        const field = deep('strategy-reader >>> input[type=search]');
        const type = words => {
            field.value = words;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        };";
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.eval::<bool>(&format!(
        "(() => {{ {HANDS}
            window.sought = 0;
            addEventListener('strategy-reader-search', () => window.sought++);
            field.focus();
            type('atomu');
            type('atomub');
            return true;
        }})()"
    ))?;
    browser.wait_for("there is a hit", "deepAll('strategy-reader >>> .sr-hit').length === 1")?;
    ensure!(browser.eval::<u32>("sought")? == 1, "both were sought");
    browser.eval::<bool>(&format!(
        "(async () => {{ {HANDS}
            type('atomubå');
            field.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape', bubbles: true, composed: true }}));
            for (let frame = 0; frame < 3; frame++) await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            return true;
        }})()"
    ))?;
    browser.wait_for("the panel is closed", "deep('strategy-reader >>> .sr-panel') === null")?;
    ensure!(
        browser
            .eval::<bool>("deep('strategy-reader >>> input[type=search]').value === '' && sought === 2")?,
        "what was taken back was sought"
    );
    Ok(())
}

fn typing_beside_a_panel(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    for panel in ["Siter", "Innstillinger"] {
        browser.click(&format!("strategy-reader >>> .sr-bar button[title='{panel}']"))?;
        browser.wait_for("the panel has the focus", "deepFocus()?.matches('.sr-panel')")?;
        browser.type_into("strategy-reader >>> input[type=search]", "atomub")?;
        browser.wait_for("there is a hit", "deepAll('strategy-reader >>> .sr-hit').length === 1")?;
        ensure!(browser.holds_focus("strategy-reader >>> input[type=search]")?, "the field lost the focus");
        browser.press("Escape")?;
        browser.wait_for("the query is gone from the address", "location.search === ''")?;
    }
    Ok(())
}

fn what_is_not_there_is_not_found(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.type_into("strategy-reader >>> input[type=search]", "xyzzy <b>&")?;
    browser.wait_for(
        "it is said",
        "deep('strategy-reader >>> .sr-hits-summary')?.innerText.includes('«xyzzy <b>&»')",
    )?;
    ensure_soon!(browser.count("strategy-reader >>> .sr-hit")? == 0, "something was found");
    browser.expect_no_barrier()
}

fn a_mended_name(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/?q=ukriana")?;
    browser.wait_for(
        "it is said in the name's own letters",
        "deep('strategy-reader >>> .sr-hits-summary')?.innerText.includes('Viser treff for «Ukraina». «ukriana» står ikke')",
    )?;
    browser.expect_no_barrier()
}

fn the_nearest_word(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.type_into("strategy-reader >>> input[type=search]", "krmnaltet")?;
    let nearest = "strategy-reader >>> .sr-panel .sr-help ~ button";
    browser.wait_for(
        "a nearer word is offered",
        "deep('strategy-reader >>> .sr-panel .sr-help ~ button')?.innerText === 'Søk etter «kriminalitet»'",
    )?;
    browser.expect_no_barrier()?;
    browser.click(nearest)?;
    browser.wait_for("its hits are there", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    browser.wait_for("the word is in the address", "location.search === '?q=kriminalitet'")?;
    browser.wait_for("the focus stays near", "deepFocus()?.closest('.sr-panel') !== null")
}

fn a_long_list(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.type_into("strategy-reader >>> input[type=search]", "sikkerhet")?;
    browser.wait_for("sixty are listed", "deepAll('strategy-reader >>> .sr-hit').length === 60")?;
    browser.wait_for(
        "and it is said that there are more",
        "/\\d/.test(deep('strategy-reader >>> .sr-panel .sr-help')?.innerText)",
    )
}

/// Thirty letters, which come quicker than anybody types.
const TYPED: &str = "hendelser i det digitale romxyz";

/// The letters are in the field, also when what was on its way has come and been drawn.
fn holds(browser: &Browser, field: &str, answer: &str) -> Result<()> {
    let all = format!("deep('{field}')?.value === '{TYPED}'");
    browser.wait_for("all letters are there", &all)?;
    browser.wait_for("there is an answer", &format!("deep('{answer}')?.innerText.trim()"))?;
    browser.wait_until_fetched()?;
    ensure!(browser.eval::<bool>(&all)?, "letters went when the answer came");
    ensure!(browser.holds_focus(field)?, "the focus went when the answer came");
    Ok(())
}

fn no_letter_is_lost(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    let search = "strategy-reader >>> input[type=search]";
    let quotation = "strategy-reader >>> .sr-pasted";
    for files in ["finding-*", "citing-*", "shared-*"] {
        site.make_fault(files, Fault::Late);
    }
    for page in ["", "nss-2025/nb/"] {
        browser.open_reader(site, page)?;
        browser.type_into(search, TYPED)?;
        holds(browser, search, "strategy-reader >>> .sr-hits-summary")?;
        browser.open_reader(site, page)?;
        browser.click("strategy-reader >>> .sr-cite-button")?;
        if !page.is_empty() {
            browser.click("strategy-reader >>> .sr-citation .sr-segment:last-of-type")?;
        }
        // As soon as it is there, without a hand that waits until it stands still.
        browser.wait_for(
            "it can be typed into",
            &format!("(deep('{quotation}')?.focus(), deep('{quotation}') !== null)"),
        )?;
        browser.type_text(TYPED)?;
        holds(browser, quotation, "strategy-reader >>> .sr-verdict")?;
    }
    Ok(())
}

fn a_paragraph_is_cited(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/#nss-demokrati")?;
    browser.click("#nss-demokrati-2 .sr-handle")?;
    browser.click("strategy-reader >>> .sr-citation .sr-primary")?;
    browser.wait_for(
        "it is said that it was copied",
        "deep('strategy-reader >>> .sr-outcome')?.innerText === 'Kopiert'",
    )?;
    browser.expect_no_barrier()?;
    let clipboard = browser.clipboard()?;
    let year: u16 = browser.eval("new Date().getFullYear()")?;
    for words in [
        "Statsministerens kontor: Nasjonal sikkerhetsstrategi, 8. mai 2025, «Et sterkt demokrati», avsn. 2. https://www.regjeringen.no/",
        &format!("{year}).\n{}", site.address("nss-2025/nb/#nss-demokrati-2")),
    ] {
        ensure!(clipboard.text.contains(words), "the text is {:?}", clipboard.text);
    }
    ensure!(clipboard.html.contains("Nasjonal sikkerhetsstrategi</i>"), "the HTML is {:?}", clipboard.html);
    browser.click("strategy-reader >>> .sr-citation .sr-primary")?;
    browser.press("Escape")?;
    browser.wait_for("the panel is closed", "deep('strategy-reader >>> .sr-panel') === null")
}

fn a_paragraph_is_cited_by_keyboard(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/#nss-demokrati")?;
    browser.eval::<bool>("(document.querySelector('#nss-demokrati .sr-handle').focus(), true)")?;
    browser.press("ArrowDown")?;
    browser.press("ArrowDown")?;
    ensure_soon!(
        browser.holds_focus("#nss-demokrati-2 .sr-handle")?,
        "the arrow keys did not lead to the paragraph"
    );
    browser.press("Enter")?;
    browser.wait_for("the panel has the focus", "deepFocus()?.matches('.sr-panel')")?;
    browser.wait_for(
        "the paragraph is cited",
        "deep('strategy-reader >>> .sr-reference')?.innerText.includes('«Et sterkt demokrati», avsn. 2')",
    )?;
    // Past the way out, the ways of citing, style, language and whether the words are taken along.
    for _ in 0..6 {
        browser.press("Tab")?;
    }
    browser.press("Enter")?;
    browser.wait_for(
        "it is said that it was copied",
        "deep('strategy-reader >>> .sr-outcome')?.innerText === 'Kopiert'",
    )?;
    browser.press("Escape")?;
    browser.wait_for("the focus is back", "deepFocus()?.matches('#nss-demokrati-2 .sr-handle')")
}

fn a_refused_clipboard(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "nss-2025/nb/")?;
    browser.eval::<bool>(
        "(navigator.clipboard.write = () => Promise.reject(new Error('no')), document.execCommand = () => false, true)",
    )?;
    browser.click("#nss-innledning-1 .sr-handle")?;
    browser.click("strategy-reader >>> .sr-citation .sr-primary")?;
    browser.wait_for("it is said", "deep('strategy-reader >>> .sr-outcome')?.innerText.includes('Ctrl+C')")
}
