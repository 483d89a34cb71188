//! The pages as the build wrote them: whole, reachable and readable before any script of ours does anything.

use anyhow::{Context, Result, ensure};
use browser_tests::pictures::{self, SCENES};
use browser_tests::stories::Story;
use browser_tests::{Browser, Engine, Fault, Look, Policy, Site, ensure_soon, pages};

pub const STORIES: &[Story] = &[
    Story::new("every document has its page", every_document_has_its_page),
    Story::new("pages open without a complaint", pages_open_without_a_complaint),
    Story::new("pages work in a sub-folder", pages_work_in_a_sub_folder),
    Story::new("the text is there without scripts", the_text_is_there_without_scripts),
    Story::new("the text is there without the module", the_text_is_there_without_the_module),
    Story::new("a text fragment survives the take-over", a_text_fragment_survives),
    Story::new("nothing scrolls sideways at 320 pixels", nothing_scrolls_sideways),
    Story::new("no view scrolls sideways at any width", no_view_scrolls_sideways),
    Story::new("axe-core finds nothing", axe_finds_nothing),
    Story::new("axe-core finds nothing with more contrast", axe_finds_nothing_with_more_contrast)
        // The others cannot be asked for these looks.
        .only(&[Engine::Chromium]),
    Story::new("axe-core finds nothing in any state, the first third", axe_finds_nothing_in_any_state::<0>),
    Story::new("axe-core finds nothing in any state, the second third", axe_finds_nothing_in_any_state::<1>),
    Story::new("axe-core finds nothing in any state, the last third", axe_finds_nothing_in_any_state::<2>),
];

/// The originals. That a page exists for each is said here once more, by hand, so that none can get lost unnoticed.
const ORIGINALS: [(&str, &str); 5] = [
    ("nss-2025/nb/", "Nasjonal sikkerhetsstrategi"),
    ("cyber-2017/nb/", "Internasjonal cyberstrategi for Norge"),
    ("fss-2020/nb/", "Fred, stabilitet og sikkerhet"),
    ("secpol-2020/en/", "Security policy"),
    ("secpol-2017/en/", "Security policy"),
];

fn every_document_has_its_page(browser: &Browser, site: &Site) -> Result<()> {
    for (page, title) in ORIGINALS {
        // Leaving a page while its reader loads would abort a request, which WebKit tells as a fault.
        browser.open_reader(site, page)?;
        let heading = browser.text("h1")?;
        ensure!(heading.contains(title), "the heading of {page} is {heading:?}");
    }
    Ok(())
}

fn pages_open_without_a_complaint(browser: &Browser, site: &Site) -> Result<()> {
    for page in pages()? {
        browser.open_reader(site, &page)?;
        let title: String = browser.eval("document.title")?;
        ensure!(!title.trim().is_empty(), "{page:?} has no title");
        let language: String = browser.eval("document.documentElement.lang")?;
        ensure!(!language.is_empty(), "{page:?} does not say its language");
        // Data for reference managers stands in a script element, which no policy may mistake for a script.
        let told: Vec<String> = browser.eval(
            "[...document.querySelectorAll('script[type=\"application/ld+json\"]')].map(data => JSON.parse(data.textContent).name)",
        )?;
        let is_document = page.contains('/');
        ensure!(told.len() == usize::from(is_document), "{page:?} says {told:?} of itself");
        ensure!(told.iter().all(|name| title.contains(name)), "{page:?} calls itself {told:?}");
    }
    Ok(())
}

fn pages_work_in_a_sub_folder(browser: &Browser, site: &Site) -> Result<()> {
    // A file that a page asks for outside of the folder is missing, and a missing file fails every story.
    site.move_to("/departement/strategi/");
    for (page, title) in ORIGINALS {
        browser.open_reader(site, page)?;
        ensure_soon!(browser.text("h1")?.contains(title), "{page} has lost its heading");
    }
    Ok(())
}

fn the_text_is_there_without_scripts(browser: &Browser, site: &Site) -> Result<()> {
    match browser.engine() {
        Engine::Chromium | Engine::Firefox => browser.let_scripts_run(false)?,
        // WebKit cannot be told while it is driven; a policy that forbids scripts comes to the same for the text.
        Engine::WebKit => site.send_policy(Policy::WithoutScript),
    }
    for (page, _) in ORIGINALS {
        browser.open(site, page)?;
        let words: usize = browser.eval("document.body.innerText.split(/\\s+/).length")?;
        ensure!(words > 300, "{page} shows {words} words without scripts");
    }
    Ok(())
}

/// The module is missing, or is another than the page was built for. Nothing can say so then, and nothing needs to: all
/// that is seen works.
fn the_text_is_there_without_the_module(browser: &Browser, site: &Site) -> Result<()> {
    for words in ["strategy-reader.js", "integrity", "digest", "hash"] {
        site.forgive(words);
    }
    for fault in [Fault::Missing, Fault::Bytes(b"document.body.remove();")] {
        site.mend();
        site.make_fault("strategy-reader.js", fault);
        browser.resize(1200, 900)?;
        browser.open(site, "nss-2025/nb/")?;
        let upgraded: bool = browser.eval("document.querySelector('strategy-reader').shadowRoot !== null")?;
        ensure!(!upgraded, "the module runs");
        browser.click(".sr-static-contents a[href='#nss-nato']")?;
        browser.wait_for(
            "the contents lead to the section",
            "(top => top >= 0 && top < 200)(document.querySelector('#nss-nato').getBoundingClientRect().top)",
        )?;
        browser.click(".sr-page-bar a[hreflang=en]")?;
        browser.wait_for(
            "the other language is a page away",
            "document.querySelector('article')?.lang === 'en'",
        )?;
        browser.expect_no_barrier()?;
    }
    Ok(())
}

/// Somebody arrives at words, and reads on while the reader takes over. Browsers hide the text fragment from scripts.
fn a_text_fragment_survives(browser: &Browser, site: &Site) -> Result<()> {
    for (fragment, block) in [
        (":~:text=%C3%B8konomisk%20sikkerhet%20prioriteres", "nss-hovedprioriteringer-3"),
        ("nss-forsvaret:~:text=Satsingen,forsvarssektorens%20behov", "nss-forsvaret-2"),
    ] {
        browser.open(site, &format!("nss-2025/nb/#{fragment}"))?;
        let in_sight = format!(
            "(box => box.bottom > 0 && box.top < innerHeight)(document.querySelector('#{block}').getBoundingClientRect())"
        );
        let knows_fragments: bool = browser.eval("'fragmentDirective' in document")?;
        ensure!(knows_fragments, "{} knows no text fragments; say so here", browser.engine());
        browser.wait_for("the words are in sight", &in_sight)?;
        let before: f64 = browser.eval("scrollY")?;
        browser.wait_for_readers()?;
        let after: f64 = browser.eval("scrollY")?;
        ensure_soon!(browser.eval::<bool>(&in_sight)?, "the reader scrolled from {before} to {after}");
    }
    Ok(())
}

fn nothing_scrolls_sideways(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(320, 640)?;
    for page in pages()? {
        browser.open_reader(site, &page)?;
        expect_no_sideways(browser, &page, 320)?;
    }
    Ok(())
}

/// What stands in the middle, with what shows that it is there.
const VIEWS: [(&str, &str); 5] = [
    ("nss-2025/nb/?view=themes", ".sr-themes"),
    ("nss-2025/nb/?view=commitments&group=theme", ".sr-commitment"),
    ("nss-2025/en/?view=parallel", ".sr-bar"),
    ("cyber-2017/en/?q=security#cyber-frihet", ".sr-hit"),
    ("", ".sr-bar"),
];

fn no_view_scrolls_sideways(browser: &Browser, site: &Site) -> Result<()> {
    for width in [320, 600, 720, 768, 900, 1024] {
        browser.resize(width, 800)?;
        for (page, shown) in VIEWS {
            browser.open_reader(site, page)?;
            browser.wait_for(&format!("{page} is there"), &format!("deep('strategy-reader >>> {shown}')"))?;
            expect_no_sideways(browser, page, width)?;
        }
    }
    Ok(())
}

fn expect_no_sideways(browser: &Browser, page: &str, width: u32) -> Result<()> {
    let (inner, content): (f64, f64) = browser.eval("[innerWidth, document.scrollingElement.scrollWidth]")?;
    ensure!(inner <= f64::from(width), "the window is {inner} pixels wide");
    ensure!(content <= inner, "{page} is {content} pixels wide in a window of {inner}: {}", widest(browser)?);
    Ok(())
}

/// What reaches out of the window, for the message: a word that does not break, else an element.
fn widest(browser: &Browser) -> Result<String> {
    browser.eval(
        "(() => {
            const isOutside = part => [...part.getClientRects()].some(box => box.right > innerWidth);
            const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (const range = new Range(); texts.nextNode(); ) {
                range.selectNodeContents(texts.currentNode);
                if (isOutside(range)) return texts.currentNode.data.trim().slice(0, 100);
            }
            const element = [...document.querySelectorAll('body *')].find(isOutside);
            return element?.cloneNode().outerHTML ?? 'nothing that can be named';
        })()",
    )
}

fn axe_finds_nothing(browser: &Browser, site: &Site) -> Result<()> {
    without_barriers(browser, site, &Look::EVERYWHERE)
}

fn axe_finds_nothing_with_more_contrast(browser: &Browser, site: &Site) -> Result<()> {
    without_barriers(browser, site, &[Look::Contrast, Look::Forced])
}

/// Every scene that has its picture taken: in Chromium in every look, in the others each in one look by turns; telephones
/// and desks by turns too. In thirds, which are told beside each other, and so that no browser has to last for all of them.
fn axe_finds_nothing_in_any_state<const THIRD: usize>(browser: &Browser, site: &Site) -> Result<()> {
    // What the reader says of a failure that is part of a scene.
    site.forgive("strategy-reader:");
    let scenes = || SCENES.iter().filter(|scene| !scene.is_of_parts());
    let all = browser.engine() == Engine::Chromium;
    let looks = if all { &Look::ALL[..] } else { &Look::EVERYWHERE[..] };
    for (turn, look) in looks.iter().enumerate() {
        browser.look(*look)?;
        for (number, scene) in scenes().skip(THIRD).step_by(3).enumerate() {
            for (which, language) in pictures::languages(scene).into_iter().enumerate() {
                if all || (number + which) % looks.len() == turn {
                    let width = if (number + which + turn) % 2 == 0 { 1440 } else { 360 };
                    browser.resize(width, 800)?;
                    pictures::show(browser, site, scene, language)?;
                    browser.expect_no_barrier().with_context(|| {
                        format!("{} {language} in {} colours, {width} wide", scene.name, look.name())
                    })?;
                }
            }
        }
    }
    Ok(())
}

/// Every page in every look in Chromium; in the others, which take as long, each page in one look by turns.
fn without_barriers(browser: &Browser, site: &Site, looks: &[Look]) -> Result<()> {
    for (turn, look) in looks.iter().enumerate() {
        browser.look(*look)?;
        for (number, page) in pages()?.iter().enumerate() {
            if browser.engine() == Engine::Chromium || number % looks.len() == turn {
                browser.open_reader(site, page)?;
                browser
                    .expect_no_barrier()
                    .with_context(|| format!("{page:?} in {} colours", look.name()))?;
            }
        }
    }
    Ok(())
}
