//! One edition as an article, or two of them side by side.

use super::{Element, Node, facts, inline};
use crate::corpus::{EditionView, Row};
use crate::model::{Block, Kind, Lang, Standing};
use crate::strings::{Phrases, phrases};
use std::ops::Range;

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
    Writer { view, beside: None, lone: Vec::new(), options, phrases: phrases(options.ui_lang) }.article()
}

/// The same with another edition of the document beside it: every block says what it says in both languages.
pub fn parallel(view: EditionView, beside: EditionView, options: Options) -> Element {
    let lone = view.rows(beside).into_iter().filter(|row| row.left.is_empty()).collect();
    Writer { view, beside: Some(beside), lone, options, phrases: phrases(options.ui_lang) }.article()
}

struct Writer<'a> {
    view: EditionView<'a>,
    beside: Option<EditionView<'a>>,
    /// What only the other edition has.
    lone: Vec<Row<'a>>,
    options: Options,
    phrases: &'static Phrases,
}

impl Writer<'_> {
    fn article(&self) -> Element {
        let (document, edition) = (self.view.document, self.view.edition);
        let titled = edition.sections.first().is_some_and(|section| section.level == 1);
        // Where the text prints its own title, that block is the heading; otherwise it comes from the metadata.
        let body = usize::from(titled);
        let title = if titled { self.block(0) } else { self.title() };
        let ui_lang = self.options.ui_lang;
        let head = Element::of("header", "sr-title").child(title).child(facts::line(self.view, ui_lang));
        let article =
            Element::of("article", if self.beside.is_some() { "sr-text sr-parallel" } else { "sr-text" })
                .with("lang", edition.lang.code())
                .with("data-document", document.id.clone())
                .with("data-fingerprint", edition.fingerprint.clone());
        let article = match edition.standing {
            Standing::Unofficial { .. } => article.flag("data-unofficial"),
            _ => article,
        };
        article
            .child(head)
            .children(self.beside.map(|beside| self.labels(beside)))
            .children(self.gaps(0..body, "div"))
            .children(self.blocks(body, edition.blocks.len()))
            .children(self.gaps(edition.blocks.len()..edition.blocks.len() + 1, "div"))
    }

    fn title(&self) -> Element {
        let heading = self.heading_element(1);
        match self.beside {
            None => heading.text(&self.view.edition.title),
            Some(beside) => heading
                .children([self.view, beside].map(|view| side(view.edition.lang).text(&view.edition.title))),
        }
    }

    /// What stands in which column, kept in sight while one reads.
    fn labels(&self, beside: EditionView) -> Element {
        let labels = [self.view, beside].map(|view| {
            let standing = match view.edition.standing {
                Standing::Original => self.phrases.original,
                Standing::Official => self.phrases.official,
                Standing::Unofficial { .. } => self.phrases.unofficial,
            };
            let words = format!("{}: {standing}", self.phrases.language_name(view.edition.lang));
            Element::of("span", "sr-side").text(words)
        });
        Element::of("p", "sr-sides").with("lang", self.options.ui_lang.code()).children(labels)
    }

    /// The nodes of a run of blocks: sections nested, items gathered into lists.
    fn blocks(&self, start: usize, end: usize) -> Vec<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        let mut at = start;
        while at < end {
            nodes.extend(self.gaps(at..at + 1, "div").into_iter().map(Node::from));
            if let Some(section) = self.section_starting_at(at) {
                let stop = (self.view.section(section).end as usize).min(end);
                nodes.push(self.section(section, stop).into());
                at = stop;
            } else if self.view.block(at).kind == Kind::ListItem {
                let stop =
                    (at..end).find(|block| self.view.block(*block).kind != Kind::ListItem).unwrap_or(end);
                let mut list = Element::of("ul", "sr-list").child(self.block(at));
                for item in at + 1..stop {
                    list = list.children(self.gaps(item..item + 1, "li")).child(self.block(item));
                }
                nodes.push(list.into());
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
            .children(self.gaps(start + 1..heading + 1, "div"))
            .children(pictures)
            .child(headline)
            .children(self.blocks(heading + 1, end))
    }

    /// Above blocks: what another edition has there and this one lacks, or why there is a block that only this one has.
    fn gaps(&self, blocks: Range<usize>, tag: &'static str) -> Vec<Element> {
        if let Some(beside) = self.beside {
            let here = self.lone.iter().filter(|row| blocks.contains(&row.left.start));
            return here.map(|row| self.lone(row, beside, tag)).collect();
        }
        let departures = self.view.edition.departures.iter();
        let here = departures.filter(|departure| blocks.contains(&(departure.own.start as usize)));
        let gaps = here.filter_map(|departure| {
            let left_out = departure.own.start == departure.own.end;
            let words = if left_out { self.phrases.left_out } else { self.phrases.added };
            let missing = left_out.then_some(departure.original.start as usize);
            let reason = departure.reason.as_ref()?.get(self.options.ui_lang);
            let gap = self.told(Element::of(tag, "sr-gap"), words(reason));
            Some(gap.with_some("id", self.id_of(missing)))
        });
        gaps.collect()
    }

    /// What only the other edition has, beside the reason why.
    fn lone(&self, row: &Row, beside: EditionView, tag: &'static str) -> Element {
        let gap = self.gap(self.view, row.reason.map_or("", |reason| reason.get(self.options.ui_lang)));
        self.other(Element::of(tag, "sr-block").child(gap), row.right.clone(), beside)
    }

    /// In place of words that an edition lacks.
    fn gap(&self, lacking: EditionView, reason: &str) -> Element {
        let is_original = lacking.edition.lang == self.view.document.original().lang;
        let words = if is_original { self.phrases.added } else { self.phrases.left_out };
        self.told(Element::of("span", "sr-side sr-gap"), words(reason))
    }

    /// Without words of its own, since these are not the document's; the style sheet shows the attribute.
    fn told(&self, element: Element, words: String) -> Element {
        element.with("lang", self.options.ui_lang.code()).with("data-gap", words)
    }

    /// The anchor of a block of the original that has no element of its own here, so that links to it lead here.
    fn id_of(&self, missing: Option<usize>) -> Option<String> {
        let block = self.view.document.original().blocks.get(missing?)?;
        self.options.ids.then(|| block.anchor.clone())
    }

    /// Places for links to the blocks of the original that are joined into this one.
    fn joined(&self, index: usize) -> Vec<Element> {
        let joined = self.view.edition.originals_of(index).skip(1);
        let joined = joined.filter(|block| self.view.edition.blocks_for(*block).start == index);
        joined.filter_map(|block| Some(Element::new("span").with("id", self.id_of(Some(block))?))).collect()
    }

    fn block(&self, index: usize) -> Element {
        let block = self.view.block(index);
        let element = match block.kind {
            Kind::Heading => self.heading_element(block.level),
            Kind::ListItem => Element::of("li", "sr-block sr-list-item"),
            kind => Element::of("p", format!("sr-block sr-{}", kind.name())),
        };
        let element = element
            .with_some("id", self.options.ids.then(|| block.anchor.clone()))
            .with("data-anchor", block.anchor.clone())
            .with_some("data-number", self.number(index).filter(|_| self.beside.is_none()))
            .with_some(
                "data-page",
                self.new_page(index).map(|page| format!("{} {page}", self.phrases.page_short)),
            );
        let element = element.children(self.joined(index));
        let element = match self.beside {
            None => {
                element.with_some("lang", block.lang.map(Lang::code)).children(self.words(self.view, block))
            }
            Some(beside) => self.sides(element, index, beside),
        };
        element.children(self.handle(index, block))
    }

    /// The block in both languages. Where there is no room for two columns a button shows the other one.
    fn sides(&self, element: Element, index: usize, beside: EditionView) -> Element {
        let block = self.view.block(index);
        let own =
            side(block.lang.unwrap_or(self.view.edition.lang)).with_some("data-number", self.number(index));
        let element = element.child(own.children(self.words(self.view, block)));
        let others = beside.aligned(self.view.edition, index);
        if others.is_empty() {
            let reason = self.view.reason(index).map_or("", |reason| reason.get(self.options.ui_lang));
            return element.child(self.gap(beside, reason));
        }
        if self.view.aligned(beside.edition, others.start).start < index {
            let above = Element::of("span", "sr-side sr-gap");
            return element.child(self.told(above, self.phrases.with_above.to_owned()));
        }
        self.other(element, others, beside)
    }

    /// The words of the other edition, and the button that shows them.
    fn other(&self, element: Element, blocks: Range<usize>, beside: EditionView) -> Element {
        let lang = beside.block(blocks.start).lang.unwrap_or(beside.edition.lang);
        let name = self.phrases.language_name(lang);
        let button = Element::of("button", "sr-other")
            .with("type", "button")
            .with("aria-expanded", "false")
            .with("data-label", name)
            .with("aria-label", (self.phrases.also_in)(name));
        let mut words = self.words(beside, beside.block(blocks.start));
        for block in blocks.skip(1) {
            words.push(Node::Text(" ".to_owned()));
            words.extend(self.words(beside, beside.block(block)));
        }
        element.child(button).child(side(lang).children(words))
    }

    fn words(&self, view: EditionView, block: &Block) -> Vec<Node> {
        let notes = &view.edition.blocks;
        let words = inline::nodes(&block.text, self.phrases, &|label| {
            let note = notes.iter().find(|note| note.label.as_deref() == Some(label));
            note.map(|note| note.anchor.clone())
        });
        match (&block.label, &block.href) {
            (Some(label), _) => {
                let label = Element::of("span", "sr-note-label").text(label).into();
                [label, Node::Text(" ".to_owned())].into_iter().chain(words).collect()
            }
            (_, Some(href)) => vec![Element::new("a").with("href", href.clone()).children(words).into()],
            _ => words,
        }
    }

    /// The number of the section that the block heads.
    fn number(&self, index: usize) -> Option<String> {
        let section = self.view.section_headed_by(index)?;
        Some(self.view.number(section).to_owned()).filter(|number| !number.is_empty())
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
        // In this order the page is 71 bytes smaller (brotli) than with the class first.
        let handle = Element::new("a").with("href", format!("#{}", block.anchor)).with("class", "sr-handle");
        // Headings are few enough to be stops of the tab key; from them the arrow keys lead to the paragraphs.
        let is_stop = block.kind == Kind::Heading;
        let handle = if is_stop { handle } else { handle.with("tabindex", "-1") };
        Some(handle.with("aria-label", name).with("data-label", label))
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

/// One language's words of a block that is shown in two.
fn side(lang: Lang) -> Element {
    Element::of("span", "sr-side").with("lang", lang.code())
}
