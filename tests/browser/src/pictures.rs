//! Pictures of the built pages in Chromium: a table of scenes, and every look, width and language of each.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::look::Look;
use crate::site::Site;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// What a picture shows, before looks and widths.
pub struct Scene {
    /// The beginning of the file's name.
    pub name: &'static str,
    /// The page, relative to the site's folder, without a language of the interface.
    pub page: &'static str,
    /// Languages of the interface to show it in; none where the page stands as it was built.
    pub languages: &'static [&'static str],
    /// What is done before the picture is taken.
    pub act: fn(&Browser) -> Result<()>,
}

impl Scene {
    /// Whether it shows the page of parts, which stories of its own look at.
    pub fn is_of_parts(&self) -> bool {
        self.page == PARTS
    }
}

/// Add a row to get its pictures, and axe-core's look at it.
pub const SCENES: &[Scene] = &[
    Scene { name: "start", page: "", languages: &[], act: nothing },
    Scene { name: "nss-2025", page: "nss-2025/nb/", languages: &["nb", "nn", "en"], act: nothing },
    Scene { name: "cyber-2017", page: "cyber-2017/nb/", languages: &["nb"], act: nothing },
    Scene { name: "fss-2020", page: "fss-2020/nb/", languages: &["nb"], act: nothing },
    Scene { name: "secpol-2020", page: "secpol-2020/en/", languages: &["en"], act: nothing },
    Scene { name: "secpol-2017", page: "secpol-2017/en/", languages: &["en"], act: nothing },
    Scene { name: "hits", page: "nss-2025/nb/", languages: &["nb", "nn", "en"], act: search },
    Scene { name: "hits-mended", page: "nss-2025/nb/", languages: &["nb", "nn", "en"], act: search_misspelt },
    Scene { name: "nothing-found", page: "nss-2025/nb/", languages: &["nn"], act: search_in_vain },
    Scene { name: "citation", page: "nss-2025/nb/", languages: &["nb", "en"], act: cite },
    Scene { name: "bubble", page: "nss-2025/nb/#nss-nato", languages: &["nb", "nn", "en"], act: select },
    Scene { name: "quotation", page: "nss-2025/nb/#nss-nato", languages: &["nb"], act: cite_words },
    Scene { name: "basket", page: "nss-2025/nb/", languages: &["nb", "nn", "en"], act: gather },
    Scene { name: "check", page: "", languages: &["nb", "nn", "en"], act: check },
    Scene {
        name: "filters",
        page: "nss-2025/nb/?theme=nato,nord&kind=commitment",
        languages: &["nb", "nn", "en"],
        act: open_menu,
    },
    Scene {
        name: "passages",
        page: "nss-2025/nb/?theme=nato&kind=commitment&q=norge",
        languages: &["nb"],
        act: nothing,
    },
    Scene {
        name: "nothing-left",
        page: "nss-2025/nb/?theme=cyber&name=kina&actor=medier",
        languages: &["nb", "en"],
        act: nothing,
    },
    Scene { name: "commitments", page: "?view=commitments", languages: &["nb", "nn", "en"], act: nothing },
    Scene {
        name: "commitments-narrowed",
        page: "?view=commitments&theme=nato&strength=must&group=actor&text=en",
        languages: &["nb"],
        act: open_menu,
    },
    Scene { name: "themes", page: "nss-2025/nb/?view=themes", languages: &["nb", "nn", "en"], act: nothing },
    Scene { name: "themes-table", page: "?view=themes", languages: &["nb"], act: as_table },
    Scene { name: "settings", page: "cyber-2017/en/", languages: &["nb", "nn", "en"], act: open_settings },
    Scene { name: "footnote", page: "cyber-2017/nb/", languages: &["nb"], act: open_footnote },
    Scene { name: "translation", page: "cyber-2017/en/", languages: &["en"], act: nothing },
    Scene { name: "reading", page: "nss-2025/nb/#nss-forsvaret", languages: &["nb"], act: nothing },
    Scene { name: "contents", page: "nss-2025/nb/#nss-forsvaret", languages: &["nb"], act: open_contents },
    Scene { name: "failure", page: "nss-2025/nb/#nss-nato", languages: &["nb", "en"], act: fail },
    Scene { name: "parts", page: PARTS, languages: &[], act: unfold_parts },
    Scene { name: "broken-link", page: "nss-2025/nb/#nss-demokrati-99", languages: &[], act: nothing },
];

/// The page of parts, of the development build.
const PARTS: &str = "parts.html";

/// The picture in the README, out of the same table.
const README: (&str, &str) = ("nss-2025", "nb");

/// Windows: a telephone, a tablet, a small desk, a desk.
const SIZES: [(u32, u32); 4] = [(360, 800), (768, 1024), (1200, 800), (1440, 900)];

fn nothing(_: &Browser) -> Result<()> {
    Ok(())
}

fn search(browser: &Browser) -> Result<()> {
    browser.type_into("strategy-reader >>> input[type=search]", "beredskap")
}

/// A word with a mistake, which only the translations have.
fn search_misspelt(browser: &Browser) -> Result<()> {
    browser.type_into("strategy-reader >>> input[type=search]", "submarnie")
}

fn search_in_vain(browser: &Browser) -> Result<()> {
    browser.type_into("strategy-reader >>> input[type=search]", "xyzzy")
}

fn cite(browser: &Browser) -> Result<()> {
    browser.click("#nss-innledning-2 .sr-handle")
}

/// Selects words, and waits for what can be done with them.
fn select(browser: &Browser) -> Result<()> {
    browser.eval::<bool>(
        "(words => (getSelection().setBaseAndExtent(words, 0, words, 28), true))
            (document.querySelector('[data-anchor=nss-nato-2]').firstChild)",
    )?;
    browser.wait_for("it can be cited", "deep('strategy-reader >>> .sr-bubble:not(.sr-gone)') !== null")
}

fn cite_words(browser: &Browser) -> Result<()> {
    select(browser)?;
    browser.click("strategy-reader >>> .sr-bubble .sr-button")
}

/// Gathers two places, one of them in the margin of which nobody needs to click.
fn gather(browser: &Browser) -> Result<()> {
    for place in ["#nss-innledning-2 .sr-handle", "#nss-nato-2 .sr-handle"] {
        // On a narrow reader the panel lies over the text.
        browser.eval::<bool>(&format!("(document.querySelector('{place}').click(), true)"))?;
        browser.click("strategy-reader >>> .sr-gather .sr-button")?;
    }
    browser.click("strategy-reader >>> .sr-citation .sr-segment:nth-child(2)")
}

fn check(browser: &Browser) -> Result<()> {
    let button = "strategy-reader >>> .sr-cite-button";
    if browser.eval(&format!("deep('{button}').getClientRects().length > 0"))? {
        browser.click(button)?;
    } else {
        open_settings(browser)?;
        browser.click("strategy-reader >>> .sr-settings .sr-way-home + .sr-way-home")?;
    }
    browser.type_into(
        "strategy-reader >>> textarea",
        "Norge skal bidra til en god arbeidsdeling mellom Nato og EU. Begge har mange fortrinn.",
    )
}

fn open_settings(browser: &Browser) -> Result<()> {
    browser.click("strategy-reader >>> .sr-bar > .sr-icon-button:last-child")
}

fn open_menu(browser: &Browser) -> Result<()> {
    browser.click("strategy-reader >>> .sr-menu-name")
}

fn as_table(browser: &Browser) -> Result<()> {
    browser.click("strategy-reader >>> .sr-segment:last-child")
}

fn open_footnote(browser: &Browser) -> Result<()> {
    browser.click("a.sr-note-mark")
}

/// The contents, where there is no room for them beside the text.
fn open_contents(browser: &Browser) -> Result<()> {
    let button = "strategy-reader >>> .sr-only-narrow";
    if browser.eval(&format!("deep('{button}').getClientRects().length > 0"))? {
        browser.click(button)
    } else {
        Ok(())
    }
}

/// The reader panics, and its file does not come again.
fn fail(browser: &Browser) -> Result<()> {
    browser.eval::<bool>(
        // Going somewhere sets the title of the page. The page's own kinds of errors: in Firefox a test has others of the same names.
        "(window.fetch = () => window.Promise.reject(new window.Error('gone')),
            Object.defineProperty(document, 'title', { configurable: true, get: () => '', set() {
                delete document.title;
                throw new window.WebAssembly.RuntimeError('strategy-reader: on purpose');
            } }),
            document.querySelector('strategy-reader').goTo('nss-nato-2'), true)",
    )?;
    browser.wait_for("it is said", "deep('strategy-reader >>> .sr-failure') !== null")
}

/// All of the page in one picture, with a menu open.
fn unfold_parts(browser: &Browser) -> Result<()> {
    let (width, _) = browser.size.get();
    let height: u32 = browser.eval("document.documentElement.scrollHeight")?;
    browser.resize(width, height)?;
    browser.click("#parts >>> .sr-menu-name")
}

/// Takes the pictures of all scenes, or of those whose names contain `only`, and says how many.
pub fn take(folder: &Path, only: Option<&str>) -> Result<usize> {
    let scenes: Vec<&Scene> =
        SCENES.iter().filter(|scene| only.is_none_or(|only| scene.name.contains(only))).collect();
    ensure!(!scenes.is_empty(), "no scene has such a name; there are {}", names());
    let (browser, site) = studio()?;
    let mut number = 0;
    for scene in scenes {
        for language in languages(scene) {
            for look in Look::ALL {
                browser.look(look)?;
                for (width, height) in SIZES {
                    browser.resize(width, height)?;
                    let name = [scene.name, language, &width.to_string(), look.name()];
                    let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
                    show(&browser, &site, scene, language)?;
                    browser.photograph(&folder.join(name.join("-") + ".png"))?;
                    number += 1;
                }
            }
        }
    }
    Ok(number)
}

/// Takes the picture of the README, as small as a picture without loss can be.
pub fn take_for_readme(file: &Path) -> Result<()> {
    let (browser, site) = studio()?;
    let (name, language) = README;
    let scene =
        SCENES.iter().find(|scene| scene.name == name).context("the README shows no scene of the table")?;
    browser.resize(1200, 750)?;
    show(&browser, &site, scene, language)?;
    browser.photograph(file)?;
    let target = oxipng::OutFile::from_path(file.to_owned());
    oxipng::optimize(&file.into(), &target, &oxipng::Options::from_preset(4))
        .with_context(|| format!("cannot make {} smaller", file.display()))?;
    Ok(())
}

/// Only Chromium can be asked for every look.
fn studio() -> Result<(Browser, Site)> {
    Ok((Browser::start(Engine::Chromium)?, Site::start()?))
}

/// Sets a scene, in one of its languages.
pub fn show(browser: &Browser, site: &Site, scene: &Scene, language: &str) -> Result<()> {
    let (path, anchor) = scene.page.split_once('#').unwrap_or((scene.page, ""));
    let sign = if path.contains('?') { '&' } else { '?' };
    let query = if language.is_empty() { String::new() } else { format!("{sign}ui={language}") };
    let anchor = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
    // Going to the same page with an anchor would not load it anew.
    browser.leave()?;
    if scene.is_of_parts() {
        browser.open_parts(site)?;
    } else {
        browser.open_reader(site, &format!("{path}{query}{anchor}"))?;
    }
    (scene.act)(browser)
        .and_then(|()| browser.wait_until_fetched())
        .with_context(|| format!("the scene {} cannot be set", scene.name))
}

/// The languages of a scene; one without any is set once, as it is.
pub fn languages(scene: &Scene) -> Vec<&'static str> {
    if scene.languages.is_empty() { vec![""] } else { scene.languages.to_vec() }
}

fn names() -> String {
    SCENES.iter().map(|scene| scene.name).collect::<Vec<&str>>().join(", ")
}
