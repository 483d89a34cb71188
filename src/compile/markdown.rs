//! Markdown into pieces: each with its line, its shape and its words, not yet checked against its neighbours.

use super::Fault;
use super::attributes::{self, Attributes};
use super::inline::{Inline, Refused};
use crate::model::Text;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::{Range, RangeInclusive};

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
        told: BTreeSet::new(),
        report,
        pieces: Vec::new(),
        open: None,
        note: None,
        items: 0,
        front: None,
    };
    let mut in_front = false;
    let parser = Parser::new_ext(&bare, options);
    // They are no events: Markdown takes such a line away without a word.
    for (_, definition) in parser.reference_definitions().iter() {
        let what = "a line `[…]: …`, which defines a link (write `\\[` if it is text),";
        reader.refuse(&definition.span, Fault::Foreign(what.to_owned()));
    }
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => in_front = true,
            Event::End(TagEnd::MetadataBlock(_)) => in_front = false,
            Event::Text(text) if in_front => reader.front.get_or_insert_default().push_str(&text),
            event => reader.take(event, range),
        }
    }
    reader.report_stray_braces();
    (reader.front, reader.pieces)
}

struct Reader<'a> {
    bare: &'a str,
    /// By line, until a block takes them.
    braces: BTreeMap<usize, String>,
    /// The lines of which something was refused; what else is wrong with them may follow from that.
    told: BTreeSet<usize>,
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
        let line = *self.lines(&range).start();
        match event {
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::List(None)) if self.items > 0 => {
                self.refuse(&range, Fault::LooseItem)
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::List(_)) if self.items > 0 => {}
            Event::Start(Tag::Heading { level, .. }) => self.begin_heading(level as u8, line, &range),
            Event::Start(Tag::FootnoteDefinition(label)) => self.note = Some(label.to_string()),
            Event::End(TagEnd::FootnoteDefinition) => self.note = None,
            Event::Start(Tag::Item) => {
                self.items += 1;
                self.begin(line, Shape::Item);
            }
            Event::End(TagEnd::Item) => {
                self.items -= 1;
                self.end(&range);
            }
            Event::Start(Tag::List(None)) if self.note.is_some() => {
                self.refuse(&range, Fault::Foreign("a list within a footnote".to_owned()))
            }
            Event::Start(Tag::List(None)) | Event::End(TagEnd::List(_)) => {}
            Event::Start(Tag::Paragraph) => {
                let shape = self.note.clone().map_or(Shape::Paragraph, Shape::Footnote);
                self.begin(line, shape);
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => self.end(&range),
            Event::Rule => {
                let (text, attributes) = (Text::default(), Attributes::default());
                self.pieces.push(Piece { line, shape: Shape::End, text, attributes });
            }
            inline => self.take_inline(&range, inline),
        }
    }

    fn begin(&mut self, line: usize, shape: Shape) {
        self.open = Some((line, shape, Inline::default()));
    }

    /// What is no heading of the format is read on as a paragraph, so that it leaves the sections alone.
    fn begin_heading(&mut self, level: u8, line: usize, range: &Range<usize>) {
        let source = self.bare.get(range.clone()).unwrap_or_default().trim_end();
        let shape = if let Some(label) = self.note.clone() {
            self.refuse(range, Fault::Foreign("a heading within a footnote".to_owned()));
            Shape::Footnote(label)
        } else if source.contains(['\n', '\r']) {
            self.refuse(range, Fault::Underlined);
            Shape::Paragraph
        } else {
            Shape::Heading(level)
        };
        self.begin(line, shape);
    }

    fn take_inline(&mut self, range: &Range<usize>, event: Event) {
        let taken = match &mut self.open {
            Some((_, _, inline)) => inline.take(event),
            None => Err(Refused::event(&event)),
        };
        if let Err(Refused(Some(fault))) = taken {
            self.refuse(range, fault);
        }
    }

    fn end(&mut self, range: &Range<usize>) {
        let lines = self.lines(range);
        if self.told.range(lines.clone()).next().is_some() {
            self.told.extend(lines);
        }
        let Some((line, shape, inline)) = self.open.take() else { return };
        let attributes = match self.braces.remove(&line) {
            Some(text) => attributes::read(&text, |fault| (self.report)(line, fault)),
            None => {
                (self.report)(line, Fault::NoAttributes);
                Attributes::default()
            }
        };
        let text = inline.finish(|fault| (self.report)(line, fault));
        self.pieces.push(Piece { line, shape, text, attributes });
    }

    fn refuse(&mut self, range: &Range<usize>, fault: Fault) {
        let lines = self.lines(range);
        (self.report)(*lines.start(), fault);
        self.told.extend(lines);
    }

    /// Braces that no block has taken stand where Markdown sees no block, though the editor meant one.
    fn report_stray_braces(&mut self) {
        for (line, text) in std::mem::take(&mut self.braces) {
            if !self.told.contains(&line) {
                (self.report)(line, Fault::StrayAttributes(text));
            }
        }
    }

    /// The lines from the first to the last sign of a range, counted from 1.
    fn lines(&self, range: &Range<usize>) -> RangeInclusive<usize> {
        let breaks = |text: Option<&str>| text.unwrap_or_default().matches('\n').count();
        let first = breaks(self.bare.get(..range.start)) + 1;
        first..=first + breaks(self.bare.get(range.clone()).map(str::trim_end))
    }
}
