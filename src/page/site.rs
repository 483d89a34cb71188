//! The static pages: a start page, a page for every edition, and fragments for hosts to include.

use super::metadata::metadata;
use super::{Element, Node, Options, article, contents, html, start, title};
use crate::corpus::{Corpus, EditionView};
use crate::model::Lang;
use crate::strings::{Phrases, phrases};

/// What systems need to know to install the site, beside the start page.
pub const MANIFEST: &str = "strategy-reader.webmanifest";

/// What the pages need to know of the site they will stand on.
pub struct Site {
    /// The address of the start page, ending in a slash, where it is known at build time.
    pub address: Option<String>,
    /// The name of the style sheet, beside the start page.
    pub style: String,
    /// The name of the module and its integrity hash.
    pub module: String,
    pub integrity: Option<String>,
    /// Whether the pages keep themselves for reading without a network, without being asked.
    pub keeps_itself: bool,
}

/// `<document>/<lang>/index.html`.
pub fn document_page(site: &Site, corpus: &Corpus, view: EditionView) -> String {
    let (document, edition) = (view.document, view.edition);
    let path = format!("{}/{}/", document.id, edition.lang.code());
    let ui_lang = edition.lang;
    let phrases = phrases(ui_lang);
    let title = title(Some(view), None, ui_lang);
    let others = document.editions.iter().map(|edition| {
        let href = site.link("../../", &format!("{}/{}/", document.id, edition.lang.code()));
        Element::new("link").with("rel", "alternate").with("hreflang", edition.lang.code()).with("href", href)
    });
    let head = site
        .head("../../", &path, &title, document.summary.get(ui_lang))
        .children(others)
        .children(metadata(view, &site.link("../../", &path)))
        .child(site.script("../../"));
    let contents = contents(view).map(|list| {
        let name = Element::of("h2", "sr-static-name").text(phrases.contents);
        Element::of("nav", "sr-static-contents")
            .with("id", "innhold")
            .with("aria-label", phrases.contents)
            .with("slot", "contents")
            .child(name)
            .child(list)
    });
    let reader = Element::new("strategy-reader")
        .with("document", document.id.clone())
        .with("text-lang", edition.lang.code())
        .with("lang", ui_lang.code())
        .with("routing", "path")
        .with("base", "../../")
        .with_some("offline", site.keeps_itself.then_some("auto"))
        .with_some("data-contents", contents.is_some().then_some(""))
        .child(article(view, Options::page(ui_lang)))
        .children(contents.clone());
    let to_contents = Element::of("a", "sr-to-contents").with("href", "#innhold").text(phrases.contents);
    let bar = Element::of("header", "sr-page-bar")
        .children(contents.map(|_| to_contents))
        .child(Element::of("a", "sr-home").with("href", "../../").text(phrases.all_documents))
        .children(edition_links(corpus, view, phrases));
    let body = Element::of("body", "sr-page").child(bar).child(Element::new("main").child(reader));
    page(ui_lang, head, body)
}

/// Links from a page to the other editions of its document.
fn edition_links(corpus: &Corpus, view: EditionView, own: &Phrases) -> Option<Element> {
    let others = corpus.editions().filter(|other| other.document.id == view.document.id);
    let others: Vec<Element> = others
        .filter(|other| other.edition.lang != view.edition.lang)
        .map(|other| {
            let lang = other.edition.lang;
            Element::new("a")
                .with("href", format!("../{}/", lang.code()))
                .with("hreflang", lang.code())
                .with("lang", lang.code())
                .text(phrases(lang).read_here)
        })
        .collect();
    (!others.is_empty())
        .then(|| Element::of("nav", "sr-editions").with("aria-label", own.text_language).children(others))
}

/// The start page, in bokmål; the reader offers the other languages.
pub fn start_page(site: &Site, corpus: &Corpus) -> String {
    let ui_lang = Lang::Nb;
    let phrases = phrases(ui_lang);
    let head = site.head("", "", phrases.start_title, phrases.start_sentence).child(site.script(""));
    let reader = Element::new("strategy-reader")
        .with("lang", ui_lang.code())
        .with("routing", "path")
        .with("base", "./")
        .with_some("offline", site.keeps_itself.then_some("auto"))
        .child(start(corpus, ui_lang));
    let bar = Element::of("div", "sr-page-bar");
    let body = Element::of("body", "sr-page").child(bar).child(Element::new("main").child(reader));
    page(ui_lang, head, body)
}

/// `fragments/<document>.<lang>.html`: what a host puts between the tags of the element.
pub fn fragment(view: EditionView) -> String {
    let mut text = String::new();
    html::write(&Node::Element(article(view, Options::page(view.edition.lang))), &mut text);
    text.trim_start().to_owned() + "\n"
}

/// The whole of a page as text.
pub(super) fn page(lang: Lang, head: Element, body: Element) -> String {
    let mut text = "<!doctype html>\n".to_owned();
    html::write(&Element::new("html").with("lang", lang.code()).child(head).child(body).into(), &mut text);
    text.push('\n');
    text
}

impl Site {
    fn head(&self, root: &str, path: &str, title: &str, description: &str) -> Element {
        let meta = |name: &'static str, content: &str| {
            Element::new("meta").with("name", name).with("content", content.to_owned())
        };
        Element::new("head")
            .child(Element::new("meta").with("charset", "utf-8"))
            .child(Element::new("title").text(title))
            .child(meta("viewport", "width=device-width, initial-scale=1"))
            .child(meta("description", description))
            .child(meta("color-scheme", "light dark"))
            .child(
                Element::new("link")
                    .with("rel", "icon")
                    .with("href", format!("{root}icon.svg"))
                    .with("type", "image/svg+xml"),
            )
            .child(Element::new("link").with("rel", "manifest").with("href", format!("{root}{}", MANIFEST)))
            .child(Element::new("link").with("rel", "canonical").with("href", self.link(root, path)))
            .child(
                Element::new("link").with("rel", "stylesheet").with("href", format!("{root}{}", self.style)),
            )
    }

    fn script(&self, root: &str) -> Element {
        Element::new("script")
            .with("type", "module")
            .with("src", format!("{root}{}", self.module))
            .with_some("integrity", self.integrity.clone())
    }

    /// The address of a page: whole where the site's address is known, else from the page that links.
    fn link(&self, root: &str, path: &str) -> String {
        match &self.address {
            Some(address) => format!("{address}{path}"),
            None if root.is_empty() && path.is_empty() => "./".to_owned(),
            None => format!("{root}{path}"),
        }
    }
}
