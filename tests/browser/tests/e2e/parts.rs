//! The parts by themselves, on the page that shows them all: their keys, their focus, what they say, how large they are.

use anyhow::{Context, Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Engine, Look, Site, ensure_soon};

pub const STORIES: &[Story] = &[
    Story::new("axe-core finds nothing in any colours", axe_finds_nothing),
    Story::new("axe-core finds nothing with more contrast", axe_finds_nothing_with_more_contrast)
        // The others cannot be asked for these looks.
        .only(&[Engine::Chromium]),
    Story::new("a menu is ticked by keyboard", a_menu_is_ticked_by_keyboard),
    Story::new("a menu closes when one goes elsewhere", a_menu_closes_when_one_goes_elsewhere),
    Story::new("a choice is taken back by its chip", a_choice_is_taken_back),
    Story::new("tabs follow the arrow keys", tabs_follow_the_arrow_keys),
    Story::new("a dialog holds the focus and gives it back", a_dialog_holds_the_focus),
    Story::new("a table sorts by its headers", a_table_sorts_by_its_headers),
    Story::new("a table is cards on a telephone", a_table_is_cards),
    Story::new("what was done is told again and leaves the focus", what_was_done_is_told),
    Story::new("everything that can be pressed is large enough", everything_is_large_enough),
];

const PARTS: &str = "#parts >>> ";

fn inside(path: &str) -> String {
    format!("{PARTS}{path}")
}

fn axe_finds_nothing(browser: &Browser, site: &Site) -> Result<()> {
    for look in Look::EVERYWHERE {
        browser.look(look)?;
        browser.open_parts(site)?;
        browser.click(&inside(".sr-menu-name"))?;
        browser.wait_for("the menu is open", "deep('#parts >>> .sr-menu[open]') !== null")?;
        // Light, dark and high contrast as they are chosen in the reader.
        for scheme in 1..=4 {
            browser.eval::<bool>(&format!(
                "(deep('#parts >>> .sr-gallery-head .sr-segment:nth-child({scheme}) input').click(), true)"
            ))?;
            browser.wait_for(
                "it is chosen",
                &format!("deep('#parts >>> .sr-gallery-head .sr-segment:nth-child({scheme}) input').checked"),
            )?;
            browser.expect_no_barrier().with_context(|| format!("scheme {scheme} in {}", look.name()))?;
        }
    }
    browser.click(&inside(".sr-shelf:nth-of-type(8) .sr-button"))?;
    browser.wait_for("the dialog is open", "deep('#parts >>> .sr-dialog').open")?;
    browser.expect_no_barrier()
}

fn axe_finds_nothing_with_more_contrast(browser: &Browser, site: &Site) -> Result<()> {
    for look in [Look::Contrast, Look::Forced] {
        browser.look(look)?;
        browser.open_parts(site)?;
        browser.click(&inside(".sr-menu-name"))?;
        browser.expect_no_barrier().with_context(|| look.name())?;
    }
    Ok(())
}

fn a_menu_is_ticked_by_keyboard(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_parts(site)?;
    browser.eval::<bool>("(deep('#parts >>> .sr-menu-name').focus(), true)")?;
    browser.press("Enter")?;
    browser.wait_for("the menu is open", "deep('#parts >>> .sr-menu').open")?;
    ensure_soon!(browser.holds_focus(&inside(".sr-menu-name"))?, "opening moved the focus");
    browser.press("Tab")?;
    ensure_soon!(
        browser.holds_focus(&inside(".sr-menu-item input"))?,
        "the tab key did not lead into the menu"
    );
    browser.press("Space")?;
    browser.wait_for("a chip more is there", "deepAll('#parts >>> .sr-chip').length === 2")?;
    ensure_soon!(browser.holds_focus(&inside(".sr-menu-item input"))?, "ticking moved the focus");
    ensure_soon!(browser.text(&inside(".sr-badge"))? == "2", "the menu does not say how many are chosen");
    browser.press("Escape")?;
    browser.wait_for("the menu is closed", "!deep('#parts >>> .sr-menu').open")?;
    ensure_soon!(
        browser.holds_focus(&inside(".sr-menu-name"))?,
        "the focus did not return to the menu's name"
    );
    Ok(())
}

fn a_menu_closes_when_one_goes_elsewhere(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_parts(site)?;
    browser.click(&inside(".sr-menu-name"))?;
    browser.wait_for("the menu is open", "deep('#parts >>> .sr-menu').open")?;
    browser.click(&inside(".sr-menu-count"))?;
    browser.wait_for("it is ticked", "deepAll('#parts >>> .sr-chip').length === 2")?;
    ensure_soon!(browser.eval::<bool>("deep('#parts >>> .sr-menu').open")?, "a tick closed the menu");
    browser.click(&inside(".sr-menu ~ .sr-menu > .sr-menu-name"))?;
    browser.wait_for(
        "only the other menu is open",
        "deepAll('#parts >>> .sr-menu').map(menu => menu.open).join() === 'false,true'",
    )?;
    browser.click(&inside(".sr-shelf-name"))?;
    browser.wait_for("none is open", "deepAll('#parts >>> .sr-menu[open]').length === 0")
}

fn a_choice_is_taken_back(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_parts(site)?;
    let name: String = browser.eval("deep('#parts >>> .sr-chip').ariaLabel")?;
    let words = browser.text(&inside(".sr-chip"))?;
    ensure!(name.starts_with(words.trim()), "the chip with {words:?} is called {name:?}");
    browser.click(&inside(".sr-chip"))?;
    browser.wait_for("it is gone", "deepAll('#parts >>> .sr-chip').length === 0")?;
    ensure_soon!(browser.count(&inside(".sr-chips"))? == 0, "an empty list is left");
    ensure_soon!(browser.count(&inside(".sr-menu-item input:checked"))? == 0, "it is still ticked");
    Ok(())
}

fn tabs_follow_the_arrow_keys(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_parts(site)?;
    browser.click(&inside(".sr-tab"))?;
    for (key, place) in [("ArrowRight", 2), ("End", 3), ("ArrowRight", 1), ("ArrowLeft", 3), ("Home", 1)] {
        browser.press(key)?;
        let tab = inside(&format!(".sr-tab:nth-child({place})"));
        browser.wait_for(
            &format!("{key} chooses tab {place}"),
            &format!("deep({tab:?}).ariaSelected === 'true' && deep({tab:?}) === deepFocus()"),
        )?;
        ensure_soon!(browser.count(&inside(".sr-tab[tabindex='0']"))? == 1, "there is more than one stop");
        let words = browser.text(&tab)?;
        let panel = browser.text(&inside(".sr-tab-panel"))?;
        ensure!(panel.trim() == words.trim(), "the panel of {words:?} has {panel:?}");
    }
    browser.press("Tab")?;
    ensure_soon!(browser.holds_focus(&inside(".sr-tab-panel"))?, "the tab key did not lead to the panel");
    Ok(())
}

fn a_dialog_holds_the_focus(browser: &Browser, site: &Site) -> Result<()> {
    let opener = inside(".sr-shelf:nth-of-type(8) > .sr-button");
    let close = inside(".sr-dialog .sr-icon-button");
    browser.open_parts(site)?;
    for way in ["Escape", "the button", "a click beside"] {
        browser.eval::<bool>(&format!("(deep({opener:?}).focus(), true)"))?;
        browser.press("Enter")?;
        browser.wait_for(
            &format!("the dialog is open to be closed by {way}"),
            "deep('#parts >>> .sr-dialog').open",
        )?;
        browser.wait_for("the focus is in it", "deepFocus()?.closest('dialog')")?;
        // Firefox gives the tab key to its own window after the last stop, and does not take it back.
        let stops = if browser.engine() == Engine::Firefox { 1 } else { 4 };
        for _ in 0..stops {
            browser.press("Tab")?;
            // Beside what is in the dialog only the browser's own controls, or nothing at all, may have the focus.
            let inside =
                "deepFocus() === document.body || !deepFocus() || deepFocus().closest('dialog') !== null
                || deepFocus().id === 'parts'";
            ensure_soon!(browser.eval::<bool>(inside)?, "the focus left the dialog for the page");
        }
        match way {
            "Escape" => browser.press("Escape")?,
            "the button" => browser.click(&close)?,
            _ => browser.click_at(5.0, 5.0)?,
        }
        browser.wait_for(&format!("{way} closes it"), "!deep('#parts >>> .sr-dialog').open")?;
        ensure_soon!(browser.holds_focus(&opener)?, "after {way} the focus is elsewhere");
    }
    Ok(())
}

fn a_table_sorts_by_its_headers(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_parts(site)?;
    let first = inside(".sr-row:first-child .sr-cell:nth-child(2)");
    for (order, who) in [("ascending", "Alle"), ("descending", "Regjeringen"), ("ascending", "Alle")] {
        browser.click(&inside(".sr-head:nth-child(2) .sr-sort"))?;
        browser.wait_for(
            &format!("it is {order}"),
            &format!("deep('#parts >>> .sr-head:nth-child(2)').getAttribute('aria-sort') === {order:?}"),
        )?;
        ensure_soon!(browser.text(&first)? == who, "{order}: the first row is another");
    }
    browser.click(&inside(".sr-head:nth-child(3) .sr-sort"))?;
    browser.wait_for(
        "one column is sorted",
        "deepAll(\"#parts >>> .sr-head[aria-sort='ascending'], .sr-head[aria-sort='descending']\").length === 1",
    )
}

fn a_table_is_cards(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(360, 640)?;
    browser.open_parts(site)?;
    let wide: bool = browser.eval("document.scrollingElement.scrollWidth > innerWidth")?;
    ensure!(!wide, "the page scrolls sideways");
    let gap: f64 = browser.eval(
        "(([first, second]) => second.getBoundingClientRect().top - first.getBoundingClientRect().bottom)
            (deepAll('#parts >>> .sr-row:first-child .sr-cell'))",
    )?;
    ensure!(gap > -1.0, "the cells stand beside each other: {gap}");
    // A narrow frame may be longer than its window.
    browser.eval::<bool>("(deep('#parts >>> .sr-table').scrollIntoView({ block: 'start' }), true)")?;
    browser.click(&inside(".sr-head:nth-child(2) .sr-sort"))?;
    browser.wait_for(
        "cards are sorted too",
        "deep('#parts >>> .sr-row:first-child .sr-cell:nth-child(2)').textContent === 'Alle'",
    )?;
    browser.expect_no_barrier()
}

fn what_was_done_is_told(browser: &Browser, site: &Site) -> Result<()> {
    browser.open_parts(site)?;
    ensure_soon!(browser.count(&inside(".sr-toasts[role=status]"))? == 1, "there is no place to tell it in");
    browser.click(&inside(".sr-primary"))?;
    browser.wait_for("it is told", "deep('#parts >>> .sr-toast')?.textContent === 'Kopiert'")?;
    browser.eval::<bool>("(deep('#parts >>> .sr-toast').wasThere = true)")?;
    browser.press("Space")?;
    browser.wait_for("it is told anew", "deep('#parts >>> .sr-toast').wasThere === undefined")?;
    ensure_soon!(browser.count(&inside(".sr-toast"))? == 1, "two are told at once");
    browser.wait_for("the button kept the focus", "deepFocus()?.matches('.sr-primary')")
}

fn everything_is_large_enough(browser: &Browser, site: &Site) -> Result<()> {
    let touch = browser.engine() == Engine::Chromium;
    for least in [24, 44].into_iter().take(1 + usize::from(touch)) {
        if least == 44 {
            browser.touch(true)?;
        }
        browser.open_parts(site)?;
        let coarse: bool = browser.eval("matchMedia('(pointer: coarse)').matches")?;
        ensure!(coarse == (least == 44), "the page is not touched as it should be");
        browser.click(&inside(".sr-menu-name"))?;
        let small: Vec<String> = browser.eval(&format!(
            "deepAll('#parts >>> button, summary, select, a[href], label, input[type=search]')
                .map(element => [element, element.getBoundingClientRect()])
                .filter(([element, box]) => box.width && (box.width < {least} || box.height < {least}))
                .map(([element, box]) => `${{element.className}} ${{box.width}} x ${{box.height}}`)"
        ))?;
        if least == 44 {
            browser.touch(false)?;
        }
        ensure!(small.is_empty(), "smaller than {least} pixels: {}", small.join("; "));
    }
    Ok(())
}
