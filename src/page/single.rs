//! All documents in one page: for the file that has everything in itself, and needs neither a network nor a server.

use super::site::page;
use super::{Element, Node, Options, article, contents, start};
use crate::corpus::{Corpus, EditionView};
use crate::model::Lang;
use crate::strings::phrases;

/// What stands in the file beside the text.
pub struct Single {
    /// What the file may do, as a policy.
    pub policy: String,
    pub style: String,
    /// A module.
    pub script: String,
    /// The picture in the browser's tab, as an address that needs no network.
    pub icon: String,
    /// Where links that readers copy should lead, if the site has an address.
    pub link_base: Option<String>,
}

/// The reader, and below it the text of every edition. There each block has the reader's own address of it as its id, so that
/// links lead to the same place with scripts and without.
pub fn single_page(single: Single, corpus: &Corpus) -> String {
    let ui_lang = Lang::Nb;
    let phrases = phrases(ui_lang);
    let meta = |name: &'static str, content: &str| {
        Element::new("meta").with("name", name).with("content", content.to_owned())
    };
    let policy =
        Element::new("meta").with("http-equiv", "Content-Security-Policy").with("content", single.policy);
    let head = Element::new("head")
        .child(Element::new("meta").with("charset", "utf-8"))
        .child(policy)
        .child(Element::new("title").text(phrases.start_title))
        .child(meta("viewport", "width=device-width, initial-scale=1"))
        .child(meta("description", phrases.start_sentence))
        .child(meta("color-scheme", "light dark"))
        .child(
            Element::new("link").with("rel", "icon").with("href", single.icon).with("type", "image/svg+xml"),
        )
        .child(Element::new("style").text(single.style));
    let reader = Element::new("strategy-reader")
        .with("lang", ui_lang.code())
        .with("routing", "hash")
        .with_some("link-base", single.link_base)
        .child(under("", start(corpus, ui_lang)).with("id", "/"));
    let editions = corpus.editions().flat_map(|view| edition(corpus, view));
    let all = Element::of("div", "sr-all").children(editions);
    let home = Element::of("a", "sr-home").with("href", "#/").text(phrases.all_documents);
    let body = Element::of("body", "sr-page")
        .child(Element::of("header", "sr-page-bar").child(home))
        .child(Element::new("main").child(reader).child(all))
        .child(Element::new("script").with("type", "module").text(single.script));
    page(ui_lang, head, body)
}

fn edition(corpus: &Corpus, view: EditionView) -> Vec<Element> {
    let lang = view.edition.lang;
    let phrases_here = phrases(lang);
    let address = address(view);
    let others = corpus.editions().filter(|other| other.document.id == view.document.id);
    let others = others.filter(|other| other.edition.lang != lang).map(|other| {
        let lang = other.edition.lang;
        Element::new("a")
            .with("href", format!("#/{}", self::address(other)))
            .with("lang", lang.code())
            .text(phrases(lang).read_here)
    });
    let ways = Element::of("nav", "sr-all-ways")
        .with("lang", lang.code())
        .with("aria-label", format!("{}: {}", view.edition.title, phrases_here.language_name(lang)))
        .child(Element::new("a").with("href", "#/").text(phrases_here.all_documents))
        .children(others);
    let contents = contents(view).map(|list| {
        let folded =
            Element::new("details").child(Element::new("summary").text(phrases_here.contents)).child(list);
        under(&address, Element::of("div", "sr-all-contents").with("lang", lang.code()).child(folded))
    });
    let options = Options { heading_level: 2, ..Options::page(lang) };
    let text = under(&address, article(view, options)).with("id", format!("/{address}"));
    [Some(ways), contents, Some(text)].into_iter().flatten().collect()
}

fn address(view: EditionView) -> String {
    format!("{}/{}/", view.document.id, view.edition.lang.code())
}

/// The same with the ids and the links of a page that is at an address of its own.
fn under(address: &str, element: Element) -> Element {
    let attributes = element.attributes.into_iter().map(|(name, value)| {
        let value = value.map(|value| match (name, value.strip_prefix('#')) {
            ("id", _) => format!("/{address}#{value}").into(),
            // A second # in an address must be written so; where it leads to is found all the same.
            ("href", Some(anchor)) => format!("#/{address}%23{anchor}").into(),
            ("href", None) if !value.contains(':') => format!("#/{value}").into(),
            ("aria-labelledby" | "aria-describedby", _) => format!("/{address}#{value}").into(),
            _ => value,
        });
        (name, value)
    });
    let children = element.children.into_iter().map(|child| match child {
        Node::Element(child) => under(address, child).into(),
        text => text,
    });
    Element { tag: element.tag, attributes: attributes.collect(), children: children.collect() }
}
