//! One edition, or one section of it, as an article.

use super::{Element, Node, facts, inline};
use crate::corpus::EditionView;
use crate::model::{Block, Kind, Lang};
use crate::strings::{Phrases, phrases};

/// How the article fits into the page around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// The language of what editors add, such as the labels of footnotes.
    pub ui_lang: Lang,
    /// The level of the title's heading, 1 to 6.
    pub heading_level: u8,
    /// Whether blocks carry their anchors as ids; only the first reader of a document on a page does.
    pub ids: bool,
}

impl Options {
    pub fn page(ui_lang: Lang) -> Self {
        Options { ui_lang, heading_level: 1, ids: true }
    }
}

/// The complete text of an edition with its title and the facts about it.
pub fn article(view: EditionView, options: Options) -> Element {
    let writer = Writer { view, options, phrases: phrases(options.ui_lang) };
    let (document, edition) = (view.document, view.edition);
    let titled = edition.sections.first().is_some_and(|section| section.level == 1);
    // Where the text prints its own title, that block is the heading; otherwise the title comes from the metadata.
    let body = usize::from(titled);
    let title = if titled { writer.block(0) } else { writer.heading_element(1).text(&edition.title) };
    let head = Element::of("header", "sr-title").child(title).child(facts::line(view, options.ui_lang));
    Element::of("article", "sr-text")
        .with("lang", edition.lang.code())
        .with("data-document", document.id.clone())
        .with("data-fingerprint", edition.fingerprint.clone())
        .child(head)
        .children(writer.blocks(body, edition.blocks.len()))
}

struct Writer<'a> {
    view: EditionView<'a>,
    options: Options,
    phrases: &'static Phrases,
}

impl Writer<'_> {
    /// The nodes of a run of blocks: sections nested, items gathered into lists.
    fn blocks(&self, start: usize, end: usize) -> Vec<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        let mut at = start;
        while at < end {
            if let Some(section) = self.section_starting_at(at) {
                let stop = (self.view.section(section).end as usize).min(end);
                nodes.push(self.section(section, stop).into());
                at = stop;
            } else if self.view.block(at).kind == Kind::ListItem {
                let stop =
                    (at..end).find(|block| self.view.block(*block).kind != Kind::ListItem).unwrap_or(end);
                let items = (at..stop).map(|block| self.block(block));
                nodes.push(Element::of("ul", "sr-list").children(items).into());
                at = stop;
            } else {
                nodes.push(self.block(at).into());
                at += 1;
            }
        }
        nodes
    }

    fn section_starting_at(&self, block: usize) -> Option<usize> {
        let mut sections = self.view.edition.sections.iter();
        sections.position(|section| section.start as usize == block && section.level > 1)
    }

    fn section(&self, section: usize, end: usize) -> Element {
        let range = self.view.section(section);
        let (start, heading) = (range.start as usize, range.heading as usize);
        let (pictures, headline): (Vec<usize>, Vec<usize>) =
            (start..=heading).partition(|block| self.view.block(*block).kind == Kind::PictureText);
        let pictures = pictures.into_iter().map(|block| self.block(block));
        let headline = match headline[..] {
            [heading] => self.block(heading),
            _ => Element::new("hgroup").children(headline.into_iter().map(|block| self.block(block))),
        };
        Element::of("section", format!("sr-section sr-depth-{}", range.level))
            .children(pictures)
            .child(headline)
            .children(self.blocks(heading + 1, end))
    }

    fn block(&self, index: usize) -> Element {
        let block = self.view.block(index);
        let element = match block.kind {
            Kind::Heading => self.heading_element(block.level),
            Kind::ListItem => Element::of("li", "sr-block sr-list-item"),
            kind => Element::of("p", format!("sr-block sr-{}", kind.name())),
        };
        let number = self.view.section_headed_by(index).map(|section| self.view.number(section).to_owned());
        let element = element
            .with_some("id", self.options.ids.then(|| block.anchor.clone()))
            .with("data-anchor", block.anchor.clone())
            .with_some("data-number", number.filter(|number| !number.is_empty()))
            .with_some(
                "data-page",
                self.new_page(index).map(|page| format!("{} {page}", self.phrases.page_short)),
            )
            .with_some("lang", block.lang.map(Lang::code));
        let element = match (&block.kind, &block.label, &block.href) {
            (Kind::Footnote, Some(label), _) => {
                element.child(Element::of("span", "sr-note-label").text(label)).text(" ")
            }
            (Kind::Link, _, Some(href)) => {
                return element
                    .child(Element::new("a").with("href", href.clone()).children(self.words(block)));
            }
            _ => element,
        };
        element.children(self.words(block)).children(self.handle(index, block))
    }

    fn words(&self, block: &Block) -> Vec<Node> {
        let notes = &self.view.edition.blocks;
        inline::nodes(&block.text, self.phrases, &|label| {
            let note = notes.iter().find(|note| note.label.as_deref() == Some(label));
            note.map(|note| note.anchor.clone())
        })
    }

    /// The number in the margin, which is the link to the block and the place to cite from.
    fn handle(&self, index: usize, block: &Block) -> Option<Element> {
        let (label, name) = match self.view.ordinal(index) {
            Some(ordinal) => {
                let label = ordinal.label();
                let name = if ordinal.item.is_some() {
                    self.phrases.item_number
                } else {
                    self.phrases.paragraph_number
                };
                let name = name(&label);
                (label, name)
            }
            None if block.kind == Kind::Heading => {
                ("#".to_owned(), (self.phrases.section_link)(&block.text.plain))
            }
            None => return None,
        };
        let handle = Element::of("a", "sr-handle")
            .with("href", format!("#{}", block.anchor))
            .with("data-label", label)
            .with("aria-label", name);
        // Headings are few enough to be stops of the tab key; from them the arrow keys lead to the paragraphs.
        Some(if block.kind == Kind::Heading { handle } else { handle.with("tabindex", "-1") })
    }

    fn heading_element(&self, level: u8) -> Element {
        const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let index = usize::from(self.options.heading_level + level).saturating_sub(2).min(5);
        Element::of(TAGS[index], format!("sr-block sr-heading sr-level-{level}"))
    }

    /// The printed page of a block, if the block before it is not proven to stand on the same one.
    fn new_page(&self, index: usize) -> Option<u16> {
        let block = self.view.block(index);
        if matches!(block.kind, Kind::Credit | Kind::CreditLabel) {
            return None; // Their page is the one of the picture they name.
        }
        let before = index.checked_sub(1).and_then(|before| self.view.block(before).page);
        block.page.filter(|page| before != Some(*page))
    }
}
