//! Markdown into pieces: each with its line, its shape and its words, not yet checked against its neighbours.

use super::Fault;
use super::attributes::{self, Attributes};
use super::inline::{Inline, Refused};
use crate::model::Text;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::BTreeMap;
use std::ops::Range;

/// A block as Markdown shows it.
#[derive(Debug)]
pub(super) struct Piece {
    /// Counted from 1, in the file.
    pub line: usize,
    pub shape: Shape,
    pub text: Text,
    pub attributes: Attributes,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Heading(u8),
    Paragraph,
    Item,
    Footnote(String),
    /// A line `---`, which ends a section.
    End,
}

/// The front matter as it stands and the pieces in order. Every fault goes to `report` with its line.
pub(super) fn read(source: &str, report: &mut dyn FnMut(usize, Fault)) -> (Option<String>, Vec<Piece>) {
    let (bare, braces) = attributes::take(source);
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    let mut reader = Reader {
        bare: &bare,
        braces,
        report,
        pieces: Vec::new(),
        open: None,
        note: None,
        items: 0,
        front: None,
    };
    let mut in_front = false;
    for (event, range) in Parser::new_ext(&bare, options).into_offset_iter() {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => in_front = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_front = false,
            Event::Text(text) if in_front => reader.front.get_or_insert_default().push_str(&text),
            event => reader.take(event, range),
        }
    }
    (reader.front, reader.pieces)
}

struct Reader<'a> {
    bare: &'a str,
    /// By line.
    braces: BTreeMap<usize, String>,
    report: &'a mut dyn FnMut(usize, Fault),
    pieces: Vec<Piece>,
    open: Option<(usize, Shape, Inline)>,
    /// The label of the footnote that is being read.
    note: Option<String>,
    /// How many items are open, one within the other.
    items: usize,
    front: Option<String>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event, range: Range<usize>) {
        let line = self.bare[..range.start].matches('\n').count() + 1;
        match event {
            Event::Start(Tag::Heading { level, .. }) => self.begin(line, Shape::Heading(level as u8)),
            Event::Start(Tag::FootnoteDefinition(label)) => self.note = Some(label.to_string()),
            Event::End(TagEnd::FootnoteDefinition) => self.note = None,
            Event::Start(Tag::Item) => {
                self.items += 1;
                self.begin(line, Shape::Item);
            }
            Event::End(TagEnd::Item) => {
                self.items -= 1;
                self.end();
            }
            Event::Start(Tag::Paragraph | Tag::List(None)) if self.items > 0 => {
                (self.report)(line, Fault::LooseItem)
            }
            Event::End(TagEnd::Paragraph | TagEnd::List(_)) if self.items > 0 => {}
            Event::Start(Tag::List(None)) | Event::End(TagEnd::List(_)) => {}
            Event::Start(Tag::Paragraph) => {
                let shape = self.note.clone().map_or(Shape::Paragraph, Shape::Footnote);
                self.begin(line, shape);
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => self.end(),
            Event::Rule => {
                let (text, attributes) = (Text::default(), Attributes::default());
                self.pieces.push(Piece { line, shape: Shape::End, text, attributes });
            }
            inline => self.take_inline(line, inline),
        }
    }

    fn begin(&mut self, line: usize, shape: Shape) {
        self.open = Some((line, shape, Inline::default()));
    }

    fn take_inline(&mut self, line: usize, event: Event) {
        let taken = match &mut self.open {
            Some((_, _, inline)) => inline.take(event),
            None => Err(Refused::event(&event)),
        };
        if let Err(Refused(Some(fault))) = taken {
            (self.report)(line, fault);
        }
    }

    fn end(&mut self) {
        let Some((line, shape, inline)) = self.open.take() else { return };
        let attributes = match self.braces.get(&line) {
            Some(text) => attributes::read(text, |fault| (self.report)(line, fault)),
            None => {
                (self.report)(line, Fault::NoAttributes);
                Attributes::default()
            }
        };
        let text = inline.finish(|fault| (self.report)(line, fault));
        self.pieces.push(Piece { line, shape, text, attributes });
    }
}
