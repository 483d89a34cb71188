//! Pages of other people with the reader on them: `www/examples/`.

use anyhow::{Context, Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Engine, Policy, Site, repository};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub const STORIES: &[Story] = &[
    Story::new("the element is what its manifest says", what_its_manifest_says)
        // What the module is made of is the same in all engines.
        .only(&[Engine::Chromium]),
    Story::new("a bare page", |browser, site| host(browser, site, "bare", "")),
    Story::new("React has the reader from the package", react_has_it),
    Story::new("a page of React's", |browser, site| host(browser, site, "react", "")),
    Story::new("a page that styles everything", |browser, site| host(browser, site, "aggressive", "")),
    // The colours and the corners are the theme's.
    Story::new("Designsystemet with a theme of its own", |browser, site| {
        host(
            browser,
            site,
            "designsystemet",
            "color|radius|shadow|fill|stroke|outline|text-decoration|emphasis",
        )
    }),
    Story::new("a frame", in_a_frame),
    Story::new("an article with two readers", an_article),
    Story::new("a page in English", |browser, site| host(browser, site, "english", "")),
    Story::new("a page from right to left", |browser, site| host(browser, site, "rtl", "")),
    Story::new("a page on which a rem is small", where_a_rem_is_small),
    Story::new("details, a dialog and another component", inside_other_things),
    Story::new("a reader in a box that scrolls begins at its section", begins_in_its_box),
];

fn what_its_manifest_says(browser: &Browser, site: &Site) -> Result<()> {
    let manifest = std::fs::read_to_string(repository().join("www/custom-elements.json"))?;
    let manifest: Value = serde_json::from_str(&manifest)?;
    let told = |list: &Value| -> BTreeSet<String> {
        let list = list.as_array().into_iter().flatten();
        list.filter_map(|one| one["name"].as_str()).map(str::to_owned).collect()
    };
    let element = &manifest["modules"][0]["declarations"][0];
    browser.open_reader(site, "nss-2025/nb/")?;
    let real: BTreeSet<String> =
        browser.eval("[...customElements.get('strategy-reader').observedAttributes, 'offline']")?;
    ensure!(real == told(&element["attributes"]), "the attributes are {real:?}");
    // What the browser calls, and what the module calls itself.
    let real: BTreeSet<String> = browser.eval(
        "Object.getOwnPropertyNames(customElements.get('strategy-reader').prototype).filter(name =>
            !/^(constructor|recover|(dis)?connectedCallback|attributeChangedCallback)$/.test(name))",
    )?;
    ensure!(real == told(&element["members"]), "the members are {real:?}");
    let parts: usize = browser.count("strategy-reader >>> [part]")?;
    ensure!(parts == 0 && told(&element["cssParts"]).is_empty(), "{parts} parts have names");
    for property in told(&element["cssProperties"]) {
        let value: String = browser.eval(&format!(
            "getComputedStyle(document.querySelector('strategy-reader')).getPropertyValue('{property}').trim()"
        ))?;
        ensure!(!value.is_empty(), "{property} means nothing");
    }
    // A property that frameworks set, and a question all the same.
    browser.eval::<bool>("(document.querySelector('strategy-reader').section = 'nss-nato', true)")?;
    browser.wait_for("the place is gone to", "location.hash === '#nss-nato'")?;
    browser.eval::<bool>(
        "(document.querySelector('strategy-reader').section('nss-nato').then(it => { window.heading = it.heading; }), true)",
    )?;
    browser.wait_for("it is answered", "window.heading?.includes('Nato')")
}

fn react_has_it(browser: &Browser, site: &Site) -> Result<()> {
    open_example(browser, site, "react")?;
    browser
        .wait_for("React drew the documents", "document.querySelectorAll('#choice option').length === 5")?;
    browser.wait_for(
        "the section is in the attribute",
        "document.querySelector('strategy-reader').getAttribute('section') === 'nss-innledning'",
    )?;
    browser.click("#nato")?;
    browser.wait_for(
        "React hears of the place",
        "document.querySelector('#place').textContent === 'nss-nato'",
    )?;
    browser.choose("#choice", "cyber-2017")?;
    browser.wait_for(
        "the other document is open",
        "document.querySelector('strategy-reader article')?.dataset.document === 'cyber-2017'",
    )?;
    browser.type_into("strategy-reader >>> input[type=search]", "ubåt")?;
    browser.wait_for("it finds", "deepAll('strategy-reader >>> .sr-hit').length > 0")
}

const READER: &str = "strategy-reader";

/// Wide enough that every reader has all of its bar, on whatever page.
fn open_bare(browser: &Browser, site: &Site) -> Result<Looks> {
    browser.resize(1440, 900)?;
    open_example(browser, site, "bare")?;
    looks(browser, READER)
}

/// On a host's page all works, the controls look as on a bare one, and nothing scrolls sideways on a telephone.
fn host(browser: &Browser, site: &Site, name: &str, differs: &str) -> Result<()> {
    let bare = open_bare(browser, site)?;
    open_example(browser, site, name)?;
    expect_same(&bare, &looks(browser, READER)?, differs)?;
    journeys(browser, READER)?;
    open_narrow(browser, site, name)?;
    browser.wait_for_readers()?;
    expect_no_sideways(browser, READER)
}

fn in_a_frame(browser: &Browser, site: &Site) -> Result<()> {
    let bare = open_bare(browser, site)?;
    site.send_policy(Policy::WithFrames);
    browser.open(site, "examples/iframe.html")?;
    browser.step_into_frame()?;
    browser.wait_for_readers()?;
    expect_same(&bare, &looks(browser, READER)?, "")?;
    journeys(browser, READER)?;
    open_narrow(browser, site, "iframe")?;
    expect_no_sideways(browser, "iframe")?;
    browser.step_into_frame()?;
    browser.wait_for_readers()?;
    expect_no_sideways(browser, READER)
}

fn an_article(browser: &Browser, site: &Site) -> Result<()> {
    let bare = open_bare(browser, site)?;
    browser.open(site, "examples/article.html")?;
    browser.wait_for("the first is ready", "document.querySelector('#first').matches(':state(ready)')")?;
    expect_same(&bare, &looks(browser, "#first")?, "")?;
    journeys(browser, "#first")?;
    come_to(browser, "#second")?;
    browser.wait_for(
        "it is where it begins",
        "document.querySelector('#second').state.anchor === 'cyber-frihet'",
    )?;
    expect_same(&bare, &looks(browser, "#second")?, "")?;
    journeys(browser, "#second")?;
    let state: Value = browser.eval("document.querySelector('#first').state")?;
    ensure!(state["document"] == "nss-2025", "the first reader followed the second: {state}");
    browser.wait_for("the address is the page's own", "location.search === '' && location.hash === ''")?;
    open_narrow(browser, site, "article")?;
    for reader in ["#first", "#second"] {
        come_to(browser, reader)?;
        expect_no_sideways(browser, reader)?;
    }
    Ok(())
}

/// All sizes are those of a bare page, the text's and those that somebody chooses too, and so are the widths at which the reader
/// changes its shape.
fn where_a_rem_is_small(browser: &Browser, site: &Site) -> Result<()> {
    const SIZES: &str = "JSON.stringify(['.sr-text', '.sr-level-2', '.sr-level-3', '.sr-block', '.sr-handle']
        .map(path => getComputedStyle(document.querySelector(`strategy-reader ${path}`)))
        .map(style => [style.fontSize, style.lineHeight, style.paddingLeft, style.scrollMarginTop]))";
    const SHAPE: &str = "deepAll('strategy-reader >>> .sr-bar > *, .sr-contents, .sr-columns').map(one => one.getBoundingClientRect())
        .map(({ x, width, height }) => [x, width, height].map(Math.round)).join()";
    open_bare(browser, site)?;
    // In the shape of a desk, and with panels as sheets.
    for width in [1440, 800] {
        browser.resize(width, 900)?;
        open_example(browser, site, "bare")?;
        let [sizes, shape]: [String; 2] = [browser.eval(SIZES)?, browser.eval(SHAPE)?];
        open_example(browser, site, "rem")?;
        browser.eval::<bool>("(document.body.style.margin = '8px', true)")?;
        ensure!(browser.eval::<String>("getComputedStyle(document.documentElement).fontSize")? == "10px");
        browser.wait_for("the text is as large", &format!("{SIZES} === {sizes:?}"))?;
        browser.wait_for("all has its shape", &format!("{SHAPE} === {shape:?}"))?;
    }
    host(browser, site, "rem", "")?;
    browser.resize(1440, 900)?;
    open_example(browser, site, "rem")?;
    journeys(browser, READER)?;
    browser.wait_for(
        "the text is of the size chosen",
        "getComputedStyle(document.querySelector('.sr-text')).fontSize === '24px'",
    )?;
    browser.type_into("strategy-reader >>> input[type=search]", "beredskap")?;
    browser.wait_for(
        "what came later has its size as well",
        "(trail => trail && getComputedStyle(trail).fontSize === '13px')(deep('strategy-reader >>> .sr-hit-trail'))",
    )
}

/// The page itself stays where it is.
fn begins_in_its_box(browser: &Browser, site: &Site) -> Result<()> {
    open_bare(browser, site)?;
    for (style, is_box) in [("auto", true), ("scroll", true), ("visible", false)] {
        browser.eval::<bool>(&format!(
            "(() => {{ document.body.replaceChildren();
                const [box, reader] = ['div', 'strategy-reader'].map(name => document.createElement(name));
                for (const [name, value] of Object.entries({{ document: 'nss-2025', section: 'nss-nato', lang: 'nb' }}))
                    reader.setAttribute(name, value);
                Object.assign(box.style, {{ height: '500px', overflow: '{style}' }});
                box.append(reader); document.body.append(box); return true; }})()"
        ))?;
        browser.wait_for_readers()?;
        browser.wait_for(
            "it knows where it begins",
            "document.querySelector('strategy-reader').state?.anchor === 'nss-nato'",
        )?;
        if is_box {
            browser.wait_for(
                "it begins there, below its bar",
                "(([place, box]) => Math.abs(place.getBoundingClientRect().top - box.getBoundingClientRect().top
                    - parseFloat(getComputedStyle(place).scrollMarginTop)) < 3)
                    (['[data-anchor=nss-nato]', 'div'].map(path => document.querySelector(path)))",
            )?;
        }
        let scrolled: f64 = browser.eval("scrollY")?;
        ensure!(scrolled == 0.0, "the page was scrolled by {scrolled} in a box of overflow {style}");
    }
    Ok(())
}

/// What leads to a reader that is not to be seen at first, and the reader.
const INSIDE: [(&str, &str); 3] =
    [("summary", "#folded"), ("#open", "#windowed"), ("h1", "other-component >>> #shadowed")];

fn inside_other_things(browser: &Browser, site: &Site) -> Result<()> {
    let bare = open_bare(browser, site)?;
    browser.open(site, "examples/inside.html")?;
    for (open, reader) in INSIDE {
        browser.click(open)?;
        come_to(browser, reader)?;
        expect_same(&bare, &looks(browser, reader)?, "")?;
        journeys(browser, reader)?;
        put_away(browser)?;
    }
    open_narrow(browser, site, "inside")?;
    for (open, reader) in INSIDE {
        browser.click(open)?;
        come_to(browser, reader)?;
        expect_no_sideways(browser, reader)?;
        put_away(browser)?;
    }
    Ok(())
}

/// Scrolls to a reader, which starts when it comes near, and waits until it has.
fn come_to(browser: &Browser, reader: &str) -> Result<()> {
    browser.wait_for(&format!("{reader} is there"), &format!("deep('{reader}') !== null"))?;
    browser.eval::<bool>(&format!("(deep('{reader}').scrollIntoView(), true)"))?;
    browser.wait_for(&format!("{reader} is ready"), &format!("deep('{reader}').matches(':state(ready)')"))
}

/// What is in front goes, so that the next can be reached.
fn put_away(browser: &Browser) -> Result<()> {
    browser.eval::<bool>(
        "(document.querySelector('#dialog').close(), document.querySelector('#details').open = false, scrollTo(0, 0), true)",
    ).map(drop)
}

/// Sought and found, cited, made larger.
fn journeys(browser: &Browser, reader: &str) -> Result<()> {
    browser.type_into(&format!("{reader} >>> input[type=search]"), "samarbeid")?;
    // With the signs of citing the list stands still; before, what is pressed may give way to another hit.
    browser.wait_for("it is found", &format!("deep('{reader} >>> .sr-hit .sr-cite-it') !== null"))?;
    browser.click(&format!("{reader} >>> .sr-hit-link"))?;
    browser.wait_for(
        "the passage is gone to",
        &format!("deep('{reader}').state.anchor && deep('{reader}').state.query"),
    )?;
    browser.click(&format!("{reader} >>> .sr-cite-button"))?;
    browser.wait_for("it can be cited", &format!("deep('{reader} >>> .sr-copyable') !== null"))?;
    browser.click(&format!("{reader} >>> .sr-bar > .sr-icon-button:last-child"))?;
    browser.click(&format!("{reader} >>> .sr-settings .sr-segment:last-of-type"))?;
    browser.wait_for(
        "the text is larger",
        &format!("deep('{reader}').style.getPropertyValue('--sr-text-size') === '1.5rem'"),
    )?;
    close_panel(browser, reader)
}

/// Closes it, and waits until the page stands still: the focus goes back into the bar, which may bring that into sight.
fn close_panel(browser: &Browser, reader: &str) -> Result<()> {
    browser.click(&format!("{reader} >>> .sr-panel-head .sr-icon-button"))?;
    browser.wait_for("the panel is closed", &format!("deep('{reader} >>> .sr-panel') === null"))?;
    browser.wait_for(
        "the page stands still",
        "(before => (window.stood = scrollY, before === scrollY))(window.stood)",
    )
}

type Looks = BTreeMap<String, BTreeMap<String, String>>;

/// What can be pressed and read beside the text, with every property that its style has, sizes and places apart.
fn looks(browser: &Browser, reader: &str) -> Result<Looks> {
    browser.click(&format!("{reader} >>> .sr-bar > .sr-icon-button:last-child"))?;
    browser.wait_for("the settings are open", &format!("deep('{reader} >>> .sr-settings') !== null"))?;
    // No mouse over any, and no focus: both have looks of their own.
    browser.eval::<bool>("(deepFocus()?.blur(), true)")?;
    let looks = browser.eval(&format!(
        "Object.fromEntries(['.sr-bar', '.sr-bar > .sr-icon-button', '.sr-bar svg', 'input[type=search]', '.sr-bar select', '.sr-search',
            '.sr-panel-head', '.sr-panel-name', '.sr-segment-words', '.sr-field-name', '.sr-check', '.sr-check input', '.sr-help']
            .map(path => {{
                const style = getComputedStyle(deep(`{reader} >>> ${{path}}`));
                const names = [...style].filter(name => !/^--|^(-webkit-)?(min-|max-)?(width|height|(block|inline)-size|top|left|right|bottom|inset.*|(perspective|transform)-origin|font-family|locale|.*columns|.*rows)$/.test(name));
                return [path, Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]))];
            }}))"
    ))?;
    close_panel(browser, reader)?;
    Ok(looks)
}

/// `differs` has parts of names of properties, with bars between, that a page may well change.
fn expect_same(bare: &Looks, found: &Looks, differs: &str) -> Result<()> {
    let may_differ = |name: &str| {
        let mut parts = differs.split('|').filter(|part| !part.is_empty());
        parts.any(|part| name.contains(part))
    };
    ensure!(bare.len() > 10 && bare.values().all(|style| style.len() > 100), "there is nothing to compare");
    let mut different = Vec::new();
    for (path, style) in bare {
        for (name, value) in style.iter().filter(|(name, _)| !may_differ(name)) {
            let here = found.get(path).and_then(|style| style.get(name)).map_or("", String::as_str);
            if here != value {
                different.push(format!("{path} {{ {name}: {here}; }} and not {value}"));
            }
        }
    }
    ensure!(different.is_empty(), "the page reaches into the reader:\n{}", different.join("\n"));
    Ok(())
}

/// Opens a page in the window of a telephone.
fn open_narrow(browser: &Browser, site: &Site, name: &str) -> Result<()> {
    browser.leave()?;
    browser.resize(320, 640)?;
    browser.open(site, &format!("examples/{name}.html"))?;
    browser.wait_for("the page is there", "document.readyState === 'complete'")
}

/// Neither the page nor what the element stands in, such as a dialog, scrolls sideways; and nothing reaches out of the window.
fn expect_no_sideways(browser: &Browser, element: &str) -> Result<()> {
    let inner: f64 = browser.eval("innerWidth")?;
    ensure!(inner <= 320.0, "the window is {inner} pixels wide");
    let wide: Vec<String> = browser.eval(&format!(
        "(() => {{ const wide = [];
            const look = (node, width) => {{
                if (width > node.clientWidth) wide.push(`${{node.outerHTML.slice(0, 80)}}: ${{width}} in ${{node.clientWidth}}`);
            }};
            for (let node = deep('{element}'); node; node = node.assignedSlot ?? node.parentNode ?? node.host)
                if (node.clientWidth && getComputedStyle(node).display !== 'inline') look(node, node.scrollWidth);
            look(document.scrollingElement, document.scrollingElement.scrollWidth);
            return wide; }})()"
    ))?;
    let out: Vec<String> = browser.eval(&format!(
        "[...document.querySelectorAll('body *'), ...deepAll('{element} >>> *')]
            .filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.outerHTML.slice(0, 80)).slice(0, 8)"
    ))?;
    ensure!(
        wide.is_empty(),
        "too wide for a telephone: {}; what reaches out: {}",
        wide.join("; "),
        out.join("; ")
    );
    Ok(())
}

fn open_example(browser: &Browser, site: &Site, name: &str) -> Result<()> {
    let page = repository().join("dist/examples").join(format!("{name}.html"));
    ensure!(page.is_file(), "there is no {}; run `cargo xtask test npm` first", page.display());
    browser.open_reader(site, &format!("examples/{name}.html")).with_context(|| format!("the page {name}"))
}
