//! More documents than have room beside each other.

use crate::bundles::{is_ready, kept, packed, put_in, run};
use anyhow::{Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Site, repository};

pub const STORIES: &[Story] = &[
    Story::new("the themes of many documents scroll in a strip", the_themes_of_many),
    Story::new("a menu of filters stays on a telephone", a_menu_stays),
];

/// Four documents built like that of the stranger, the newest with the last number.
fn four() -> Result<&'static [u8]> {
    let bytes = packed(|folder| {
        let from = repository().join("www/examples/documents/eksempelvik-2025");
        for number in 1..5 {
            let document = folder.join("documents").join(format!("vik-{number}"));
            std::fs::create_dir_all(&document)?;
            for file in ["document.toml", "nb.md", "en.md"] {
                let text = std::fs::read_to_string(from.join(file))?;
                let text = text.replace("{#vik-", &format!("{{#v{number}-"));
                let text = text.replace("anchors = \"vik\"", &format!("anchors = \"v{number}\""));
                std::fs::write(
                    document.join(file),
                    text.replace("2025-02-13", &format!("203{number}-02-13")),
                )?;
            }
        }
        let documents = folder.join("documents").to_string_lossy().into_owned();
        run(&["bundle", &documents, "-o", &folder.join("packed.srdr").to_string_lossy()])
    })?;
    Ok(kept(bytes))
}

/// With those of the binary they are nine, which no window has room for. The page stays; the strip scrolls, by the keyboard too,
/// and the names of the themes stand still.
fn the_themes_of_many(browser: &Browser, site: &Site) -> Result<()> {
    const STRIP: &str = "deep('#second >>> .sr-themes-strip')";
    const NAME: &str = "deep('#second >>> .sr-theme-name').getBoundingClientRect()";
    site.make_fault("*more.srdr", Fault::Bytes(four()?));
    for (width, height) in [(1440, 900), (768, 1024), (360, 800)] {
        browser.resize(width, height)?;
        browser.open_reader(site, "secpol-2017/nb/")?;
        browser.eval::<bool>(
            "(window.heard = [], document.querySelector('strategy-reader').remove(), location.hash = '#/?view=themes', true)",
        )?;
        put_in(browser, &[("src", "more.srdr"), ("routing", "hash"), ("lang", "nb")], "")?;
        is_ready(browser)?;
        browser.wait_for(
            "the themes are there",
            &format!("{STRIP}?.querySelectorAll('thead th').length === 10"),
        )?;
        // From left to right as time goes.
        let first: String = browser.eval("deep('#second >>> .sr-theme-year').textContent")?;
        let last: String = browser.eval("deepAll('#second >>> .sr-theme-year').at(-1).textContent")?;
        ensure!(first.contains("2017") && last.contains("2034"), "from {first} to {last}");
        browser.expect_no_barrier()?;
        let page: [f64; 2] = browser.eval("[document.scrollingElement.scrollWidth, innerWidth]")?;
        ensure!(page[0] <= page[1], "the page is {} wide in a window of {}", page[0], page[1]);
        let before: f64 = browser.eval(&format!("{NAME}.left"))?;
        let hidden: f64 = browser.eval(&format!("{STRIP}.scrollWidth - {STRIP}.clientWidth"))?;
        ensure!(width > 768 || hidden > 100.0, "only {hidden} do not fit into a window of {width}");
        if hidden > 0.0 {
            browser.eval::<bool>(&format!("({STRIP}.focus(), true)"))?;
            ensure!(browser.holds_focus("#second >>> .sr-themes-strip")?, "it is no stop of the keyboard");
            browser.press("ArrowRight")?;
            browser.wait_for("it is scrolled by the keyboard", &format!("{STRIP}.scrollLeft > 0"))?;
            browser.eval::<bool>(&format!("({STRIP}.scrollLeft = 1e6, true)"))?;
            browser.wait_for("the last one is there", &format!("{STRIP}.scrollLeft > {hidden} - 3"))?;
            let after: f64 = browser.eval(&format!("{NAME}.left"))?;
            ensure!((before - after).abs() < 2.0, "the names moved from {before} to {after}");
            let seen: bool = browser.eval(
                "(name => { name.scrollIntoView({ block: 'center', inline: 'nearest' });
                    const { left, top, width, height } = name.getBoundingClientRect();
                    return deep('#second').shadowRoot.elementFromPoint(left + width / 2, top + height / 2) === name; })
                    (deep('#second >>> .sr-theme-name'))"
            )?;
            ensure!(seen, "something lies over the names at a width of {width}");
        }
    }
    // In a list to choose from, the newest comes first.
    browser.resize(1440, 900)?;
    let listed: Vec<String> =
        browser.eval("deepAll('#second >>> .sr-document option').map(one => one.value).filter(Boolean)")?;
    ensure!(listed[..5] == ["vik-4", "vik-3", "vik-2", "vik-1", "nss-2025"], "the menu has {listed:?}");
    Ok(())
}

/// Wherever its name stands, and however long the words in it are.
fn a_menu_stays(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(360, 800)?;
    browser.open_reader(site, "?view=commitments")?;
    browser.wait_for("there are menus", "deepAll('strategy-reader >>> .sr-menu-name').length === 8")?;
    for menu in 0..8 {
        let items =
            format!("deepAll('strategy-reader >>> .sr-menu')[{menu}].querySelectorAll('.sr-menu-item')");
        browser
            .eval::<bool>(&format!("(deepAll('strategy-reader >>> .sr-menu-name')[{menu}].click(), true)"))?;
        browser.wait_for("it is open", &format!("{items}.length > 0 && {items}[0].checkVisibility()"))?;
        let [page, window]: [f64; 2] = browser.eval("[document.scrollingElement.scrollWidth, innerWidth]")?;
        ensure!(page <= window, "with menu {menu} the page is {page} wide in a window of {window}");
    }
    Ok(())
}
