//! The words of one block and the marks within them, gathered from Markdown's events.

use super::Fault;
use crate::model::{Lang, Mark, Sort, Text};
use pulldown_cmark::{Event, Tag, TagEnd};

#[derive(Default)]
pub(super) struct Inline {
    text: Text,
    /// The marks that are open, as places in `text.marks`, with the tag that closes them.
    open: Vec<(usize, &'static str)>,
    mismatched: Option<&'static str>,
}

/// An event that the format has no place for. The second half of a refused pair is refused without a fault.
pub(super) struct Refused(pub Option<Fault>);

impl Refused {
    pub(super) fn event(event: &Event) -> Self {
        Refused(foreign(event).map(|what| Fault::Foreign(what.to_owned())))
    }
}

impl Inline {
    pub(super) fn take(&mut self, event: Event) -> Result<(), Refused> {
        match event {
            Event::Text(text) => self.text.plain.push_str(&text),
            Event::Start(Tag::Strong) => self.begin(Sort::Strong, "strong"),
            Event::Start(Tag::Emphasis) => self.begin(Sort::Emphasis, "em"),
            Event::End(TagEnd::Strong) => self.end("strong"),
            Event::End(TagEnd::Emphasis) => self.end("em"),
            Event::FootnoteReference(label) => {
                self.begin(Sort::Note(label.to_string()), "note");
                self.end("note");
            }
            Event::InlineHtml(tag) => self.take_tag(&tag)?,
            Event::SoftBreak | Event::HardBreak => {
                self.text.plain.push(' ');
                return Err(Refused(Some(Fault::NotOneLine)));
            }
            other => return Err(Refused::event(&other)),
        }
        Ok(())
    }

    fn take_tag(&mut self, tag: &str) -> Result<(), Refused> {
        let value = |name: &str| tag.strip_prefix(name).and_then(|rest| rest.strip_suffix("\">"));
        match tag {
            "</sic>" => self.end("sic"),
            "</span>" => self.end("span"),
            _ => {
                if let Some(meant) = value("<sic corr=\"") {
                    self.begin(Sort::Sic(meant.to_owned()), "sic");
                } else if let Some(lang) = value("<span lang=\"") {
                    let lang = Lang::ALL.into_iter().find(|known| known.code() == lang);
                    let lang = lang.ok_or_else(|| Refused(Some(Fault::BadTag(tag.to_owned()))))?;
                    self.begin(Sort::Lang(lang), "span");
                } else {
                    return Err(Refused(Some(Fault::BadTag(tag.to_owned()))));
                }
            }
        }
        Ok(())
    }

    fn begin(&mut self, sort: Sort, tag: &'static str) {
        let start = self.text.plain.len() as u32;
        self.open.push((self.text.marks.len(), tag));
        self.text.marks.push(Mark { start, end: start, sort });
    }

    fn end(&mut self, tag: &'static str) {
        match self.open.pop() {
            Some((mark, opened)) if opened == tag => self.text.marks[mark].end = self.text.plain.len() as u32,
            _ => self.mismatched = Some(tag),
        }
    }

    pub(super) fn finish(self, mut report: impl FnMut(Fault)) -> Text {
        let unclosed = self.open.first().map(|(_, tag)| *tag);
        if let Some(tag) = self.mismatched.or(unclosed) {
            report(Fault::OpenTag(tag.to_owned()));
        }
        let plain = &self.text.plain;
        if plain.trim().is_empty() {
            report(Fault::Empty);
        }
        if plain.contains("[^") {
            let label = plain.split("[^").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
            report(Fault::NoteMissing(label.to_owned()));
        }
        if plain.contains("  ") || plain.contains(['\t', '\u{a0}']) {
            report(Fault::DoubleSpace);
        }
        self.text
    }
}

/// What to call an event that the format has no place for; nothing for the end of what was refused at its start.
fn foreign(event: &Event) -> Option<&'static str> {
    Some(match event {
        Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => "code (perhaps a line begins with four spaces)",
        Event::Html(_) => "HTML on a line of its own",
        Event::Start(Tag::HtmlBlock) => return None,
        Event::Start(Tag::List(Some(_))) => "a numbered list",
        Event::Start(Tag::BlockQuote(_)) => "a quotation set off by `>`",
        Event::Start(Tag::Link { .. }) => "a link within the text",
        Event::Start(Tag::Image { .. }) => "a picture",
        Event::Start(_) => "this sort of Markdown",
        _ => return None,
    })
}
