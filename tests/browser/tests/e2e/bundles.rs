//! Documents from a file that the host names: beside those of the binary or alone, and everything that a file can be
//! instead.

use anyhow::{Context, Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, Fault, Policy, Site, repository};
use serde_json::Value;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

pub const STORIES: &[Story] = &[
    Story::new("a stranger's document is checked, packed and read", a_strangers_document),
    Story::new("documents of a file stand beside the others", beside_the_others),
    Story::new("a file that is wrong is told and the reader goes on", a_wrong_file_is_told),
    Story::new("a network that fails is told and tried again", a_failing_network),
    Story::new("a text that only the file has stays", a_text_that_only_the_file_has),
    Story::new("another file is another library", another_file),
];

/// Runs the executable of editors, as a stranger would who has no Rust.
pub fn run(arguments: &[&str]) -> Result<()> {
    let tool = repository().join("dist/bin").join(format!("strategy-reader{}", std::env::consts::EXE_SUFFIX));
    let output = Command::new(&tool).args(arguments).output();
    let output =
        output.with_context(|| format!("{} cannot be run; `cargo xtask build` makes it", tool.display()))?;
    ensure!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// The made-up document of a stranger, checked and packed.
fn bundle() -> Result<&'static [u8]> {
    static BUNDLE: OnceLock<Vec<u8>> = OnceLock::new();
    if let Some(bytes) = BUNDLE.get() {
        return Ok(bytes);
    }
    let bytes = packed(|folder| {
        let documents = repository().join("www/examples/documents").to_string_lossy().into_owned();
        run(&["check", &documents])?;
        run(&["bundle", &documents, "-o", &folder.join("packed.srdr").to_string_lossy()])
    })?;
    Ok(BUNDLE.get_or_init(|| bytes))
}

/// A file with one document, written for a story: its facts and its text in bokmål.
pub fn bundle_of(id: &str, facts: &str, text: &str) -> Result<&'static [u8]> {
    let bytes = packed(|folder| {
        let document = folder.join("documents").join(id);
        std::fs::create_dir_all(&document)?;
        std::fs::write(document.join("document.toml"), facts)?;
        std::fs::write(document.join("nb.md"), text)?;
        let documents = folder.join("documents").to_string_lossy().into_owned();
        run(&["fingerprint", &documents])?;
        run(&["bundle", &documents, "-o", &folder.join("packed.srdr").to_string_lossy()])
    })?;
    Ok(kept(bytes))
}

/// What is packed as `packed.srdr` in a folder that is then taken away. Two stories may want one at once.
pub fn packed(pack: impl FnOnce(&Path) -> Result<()>) -> Result<Vec<u8>> {
    let name = format!("strategy-reader-{:?}-{}", std::thread::current().id(), std::process::id());
    let folder = std::env::temp_dir().join(name.replace(['(', ')'], ""));
    std::fs::create_dir_all(&folder)?;
    let bytes = pack(&folder).and_then(|()| Ok(std::fs::read(folder.join("packed.srdr"))?));
    std::fs::remove_dir_all(&folder)?;
    bytes
}

/// Bytes that live as long as the stories.
pub fn kept(bytes: Vec<u8>) -> &'static [u8] {
    Box::leak(bytes.into_boxed_slice())
}

/// Hands the file out, and nothing else in its place any more.
fn hand_out(site: &Site) -> Result<()> {
    site.mend();
    site.make_fault("*more.srdr", Fault::Bytes(bundle()?));
    Ok(())
}

/// A page whose scripts remember what readers say to their host. Its own reader has brought the module.
fn open(browser: &Browser, site: &Site) -> Result<()> {
    browser.resize(1440, 900)?;
    browser.open_reader(site, "secpol-2017/nb/")?;
    browser.eval::<bool>(
        "(window.heard = [], addEventListener('strategy-reader-error', event => heard.push(event.detail.error.code ?? 'reader')), true)",
    )?;
    Ok(())
}

/// Puts a reader with these attributes into the page, in place of the one before.
pub fn put_in(browser: &Browser, attributes: &[(&str, &str)], inside: &str) -> Result<()> {
    let set: String =
        attributes.iter().map(|(name, value)| format!("reader.setAttribute({name:?}, {value:?});")).collect();
    browser.eval::<bool>(&format!(
        "(() => {{ heard.length = 0; document.querySelector('#second')?.remove();
            const reader = document.createElement('strategy-reader'); {set} reader.id = 'second';
            if ({inside:?}) {{ const text = document.createElement('p'); text.append({inside:?}); reader.append(text); }}
            document.querySelector('main').append(reader); reader.scrollIntoView(); return true; }})()"
    ))?;
    Ok(())
}

const READY: &str = "document.querySelector('#second').matches(':state(ready)')";
const NO_COMPLAINT: &str = "deep('#second >>> .sr-failure') === null";

pub fn is_ready(browser: &Browser) -> Result<()> {
    browser.wait_for("the second reader is ready", READY)
}

fn reads(browser: &Browser, words: &str) -> Result<()> {
    browser.wait_for(
        &format!("`{words}` is read"),
        &format!("document.querySelector('#second article')?.innerText.includes({words:?})"),
    )
}

fn says(browser: &Browser, sentence: &str) -> Result<()> {
    browser.wait_for(
        &format!("`{sentence}` is said"),
        &format!("deep('#second >>> .sr-failure')?.innerText.includes({sentence:?})"),
    )
}

/// From a task of the page: a driver's own script would let microtasks run between two steps.
fn set(browser: &Browser, script: &str) -> Result<()> {
    browser.eval::<bool>(&format!(
        "((reader => setTimeout(() => {{ {script} }}))(document.querySelector('#second')), true)"
    ))?;
    Ok(())
}

fn heard(browser: &Browser, words: &[&str]) -> Result<()> {
    let heard: Vec<String> = browser.eval("heard")?;
    ensure!(heard == words, "the host heard {heard:?} instead of {words:?}");
    Ok(())
}

/// The whole of it, in the hands of somebody who reads: alone on its page, with an address of its own.
fn a_strangers_document(browser: &Browser, site: &Site) -> Result<()> {
    hand_out(site)?;
    open(browser, site)?;
    browser.eval::<bool>("(document.querySelector('strategy-reader').remove(), true)")?;
    // It has no page of its own, so its address stands behind the `#`, whatever is asked for.
    let attributes =
        [("src", "more.srdr"), ("src-only", ""), ("lang", "nb"), ("routing", "path"), ("base", "../../")];
    put_in(browser, &attributes, "")?;
    is_ready(browser)?;
    let list = browser.text("#second")?;
    ensure!(list.contains("Trygg i Eksempelvik") && !list.contains("Nasjonal"), "another list: {list}");
    ensure!(!list.contains("Fem dokumenter"), "it is said what is true of other documents: {list}");
    browser.click("#second .sr-start-name a")?;
    reads(browser, "Sykehjemmet hadde aggregat")?;
    browser.click("#second >>> .sr-tree-item")?;
    browser.type_into("#second >>> input[type=search]", "aggregat")?;
    browser.wait_for(
        "it is found",
        "deepAll('#second >>> .sr-hit-link').some(hit => hit.getAttribute('href').includes('vik-strom-1'))",
    )?;
    // A reference in a style of libraries, of a paragraph.
    browser.click("#second [data-anchor=vik-strom-1] .sr-handle")?;
    browser.wait_for(
        "the place is in the address",
        "location.hash.startsWith('#/eksempelvik-2025/nb/') && location.hash.endsWith('#vik-strom-1')",
    )?;
    browser
        .wait_for("it is cited", "deep('#second >>> .sr-form')?.innerText.includes('Eksempelvik kommune')")?;
    browser.choose("#second >>> .sr-citation select", "apa")?;
    browser.wait_for(
        "APA cites it",
        "deep('#second >>> .sr-form')?.innerText.includes('Eksempelvik kommune (oppdiktet). (2025')",
    )?;
    browser.click("#second >>> .sr-citation .sr-segment:last-child")?;
    browser.type_into("#second >>> textarea", "opprette et møtested med varme, strøm og lys i hver grend")?;
    browser.wait_for(
        "the quotation is checked",
        "deep('#second >>> .sr-verdict')?.innerText.startsWith('Endret')",
    )?;
    set(browser, "reader.setAttribute('text-lang', 'en')")?;
    reads(browser, "The nursing home had a generator")?;
    browser.expect_no_barrier()?;
    // Loaded anew, the address leads back.
    let asked = site.requests().iter().filter(|path| path.ends_with("more.srdr")).count();
    ensure!(asked == 1, "the file was asked for {asked} times");
    put_in(browser, &attributes, "")?;
    reads(browser, "The nursing home had a generator")
}

fn beside_the_others(browser: &Browser, site: &Site) -> Result<()> {
    hand_out(site)?;
    open(browser, site)?;
    put_in(browser, &[("src", "more.srdr"), ("document", "eksempelvik-2025"), ("lang", "nb")], "")?;
    is_ready(browser)?;
    reads(browser, "Sykehjemmet hadde aggregat")?;
    ensure!(browser.count("#second >>> .sr-failure")? == 0, "a good file is complained of");
    // The search knows it, and the documents of the binary as well.
    for (words, place) in [("sykehjemmet", "vik-strom-1"), ("Svalbard", "nss-")] {
        browser.click("#second >>> input[type=search]")?;
        browser.press("Control+a")?;
        browser.type_text(words)?;
        browser.wait_for(
            "there are hits",
            &format!("deepAll('#second >>> .sr-hit-link').some(hit => hit.getAttribute('href').includes({place:?}))"),
        )?;
    }
    // Scripts that ask the element are told of both, those that ask the module of its own.
    set(browser, "reader.documents().then(all => { window.all = all.map(one => one.id).join(); })")?;
    browser.wait_for(
        "scripts know six",
        "window.all === 'nss-2025,eksempelvik-2025,fss-2020,secpol-2020,cyber-2017,secpol-2017'",
    )?;
    set(
        browser,
        "document.querySelector('strategy-reader').documents().then(all => { window.five = all.length; })",
    )?;
    browser.wait_for("the others know five", "window.five === 5")?;
    set(
        browser,
        "reader.filter({ document: 'eksempelvik-2025' }).then(all => { window.passages = all.map(one => one.anchor); })",
    )?;
    browser.wait_for("filters know it", "window.passages?.includes('vik-tiltak-3')")?;
    set(browser, "reader.search('ubåt').then(all => { window.boats = all.length; })")?;
    browser.wait_for("scripts search all", "window.boats > 0")?;
    set(browser, "reader.goTo('nss-nato-2')")?;
    reads(browser, "klare interesse")?;
    let state: Value = browser.eval("document.querySelector('#second').state")?;
    ensure!(state["document"] == "nss-2025" && state["anchor"] == "nss-nato-2", "{state}");
    // The first reader has nothing to do with it.
    set(
        browser,
        "document.querySelector('strategy-reader').search('sykehjemmet').then(all => { window.none = all.length; })",
    )?;
    browser.wait_for("the first finds nothing", "window.none === 0")
}

/// Each fault: the bytes, its word for the host, and a part of its sentence.
fn wrong_files() -> Result<Vec<(Fault, &'static str, &'static str)>> {
    let good = bundle()?;
    let changed = |at: usize, bit: u8| {
        let mut bytes = good.to_vec();
        bytes[at] ^= bit;
        Fault::Bytes(kept(bytes))
    };
    Ok(vec![
        (Fault::Missing, "missing", "finnes ikke der siden leter"),
        (Fault::Bytes(b"<!doctype html><title>404 Not Found</title>"), "page", "kom det en nettside"),
        (Fault::Bytes(b""), "foreign", "en annen slags fil"),
        (Fault::Bytes(b"PK\x03\x04"), "foreign", "en annen slags fil"),
        (changed(4, 1), "version", "en annen utgave av leseren"),
        (Fault::Bytes(&good[..good.len() / 2]), "cut", "bare delvis fram"),
        (changed(good.len() / 2, 8), "damaged", "er skadet"),
        (Fault::Bytes(kept(vec![b's'; (32 << 20) + 1])), "large", "for store"),
    ])
}

fn a_wrong_file_is_told(browser: &Browser, site: &Site) -> Result<()> {
    site.forgive("strategy-reader:");
    site.forgive("more.srdr");
    open(browser, site)?;
    for (fault, word, sentence) in wrong_files()? {
        site.mend();
        site.make_fault("*more.srdr", fault);
        put_in(browser, &[("src", "more.srdr"), ("document", "fss-2020"), ("lang", "nb")], "")?;
        is_ready(browser).context(word)?;
        says(browser, sentence).context(word)?;
        heard(browser, &[word])?;
        reads(browser, "fredsmekling").context(word)?;
    }
    // Mended, it comes on request.
    hand_out(site)?;
    browser.click("#second >>> .sr-failure button")?;
    browser.wait_for("nothing is complained of", &format!("{NO_COMPLAINT} && {READY}"))?;
    set(browser, "reader.setAttribute('document', 'eksempelvik-2025')")?;
    reads(browser, "Sykehjemmet")
}

fn a_failing_network(browser: &Browser, site: &Site) -> Result<()> {
    for words in [
        "strategy-reader:",
        "more.srdr",
        "api-",
        "wasm",
        "TypeError",
        "ERR_",
        "NetworkError",
        "CORS",
        "access control",
    ] {
        site.forgive(words);
    }
    site.send_policy(Policy::AskingElsewhere);
    open(browser, site)?;
    let reader = [("src", "more.srdr"), ("document", "fss-2020"), ("lang", "nn")];
    // What opens files does not come.
    site.make_fault("api-*", Fault::Missing);
    site.make_fault("*more.srdr", Fault::Bytes(bundle()?));
    put_in(browser, &reader, "")?;
    is_ready(browser)?;
    says(browser, "lét seg ikkje hente")?;
    heard(browser, &["not-fetched"])?;
    site.mend();
    site.make_fault("*more.srdr", Fault::Dropped);
    put_in(browser, &reader, "")?;
    is_ready(browser)?;
    says(browser, "Nokre av dokumenta lét seg ikkje hente")?;
    heard(browser, &["network"])?;
    // The same server under another name does not let this page read.
    let elsewhere = site.address("more.srdr").replace("127.0.0.1", "localhost");
    site.make_fault("more.srdr", Fault::Bytes(bundle()?));
    put_in(browser, &[("src", &elsewhere), ("document", "fss-2020"), ("lang", "en")], "")?;
    is_ready(browser)?;
    says(browser, "could not be fetched")?;
    heard(browser, &["network"])?;
    // Ten seconds without a byte are over quickly here.
    site.mend();
    site.make_fault("*more.srdr", Fault::Hanging);
    set(
        browser,
        "const whole = setTimeout; window.setTimeout = (what, after, ...more) => whole(what, after >= 10000 ? after / 20 : after, ...more);",
    )?;
    put_in(browser, &[("src", "more.srdr?late"), ("document", "fss-2020"), ("lang", "en")], "")?;
    is_ready(browser)?;
    says(browser, "have not arrived yet")?;
    heard(browser, &["slow"])?;
    reads(browser, "fredsmekling").or_else(|_| reads(browser, "mediation"))?;
    hand_out(site)?;
    browser.click("#second >>> .sr-failure button")?;
    browser.wait_for("nothing is complained of", NO_COMPLAINT)
}

fn a_text_that_only_the_file_has(browser: &Browser, site: &Site) -> Result<()> {
    site.forgive("strategy-reader:");
    site.forgive("more.srdr");
    open(browser, site)?;
    browser.eval::<bool>("(document.querySelector('strategy-reader').remove(), true)")?;
    let inside = "Strømmen var borte i nitten timer.";
    site.make_fault("*more.srdr", Fault::Missing);
    put_in(browser, &[("src", "more.srdr"), ("document", "eksempelvik-2025"), ("lang", "nb")], inside)?;
    says(browser, "finnes ikke der")?;
    says(browser, "Teksten kan leses som vanlig")?;
    ensure!(browser.text("#second > p")?.contains(inside), "the text that came with the page is gone");
    ensure!(!browser.eval::<bool>(READY)?, "a reader without its document");
    hand_out(site)?;
    browser.click("#second >>> .sr-failure button")?;
    is_ready(browser)?;
    reads(browser, "Sykehjemmet")
}

fn another_file(browser: &Browser, site: &Site) -> Result<()> {
    site.forgive("strategy-reader:");
    site.forgive("other.srdr");
    hand_out(site)?;
    open(browser, site)?;
    put_in(browser, &[("document", "eksempelvik-2025"), ("lang", "nb")], "")?;
    is_ready(browser)?;
    let unknown = "deep('#second >>> .sr-notice')?.innerText.includes('eksempelvik-2025')";
    browser.wait_for("it is not known yet", unknown)?;
    set(browser, "reader.setAttribute('src', 'more.srdr')")?;
    reads(browser, "Sykehjemmet")?;
    // One that fails changes nothing.
    set(browser, "reader.setAttribute('src', 'other.srdr')")?;
    says(browser, "finnes ikke der")?;
    reads(browser, "Sykehjemmet")?;
    browser.type_into("#second >>> input[type=search]", "Sykehjemmet")?;
    browser.wait_for("it is found", "deepAll('#second >>> .sr-hit').length > 0")?;
    // With another document at the same time: nobody is told of a broken link.
    set(browser, "reader.removeAttribute('src'); reader.setAttribute('document', 'fss-2020')")?;
    reads(browser, "fredsmekling")?;
    ensure!(browser.count("#second >>> .sr-notice")? == 0, "something is said of a good document");
    set(
        browser,
        "reader.setAttribute('document', 'eksempelvik-2025'); reader.setAttribute('src', 'more.srdr')",
    )?;
    reads(browser, "Sykehjemmet")?;
    ensure!(browser.count("#second >>> .sr-notice")? == 0, "something is said of a good document");
    ensure!(browser.count("#second article")? == 1, "the text is not there once");
    heard(browser, &["missing"])
}
