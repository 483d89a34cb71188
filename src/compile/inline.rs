//! The words of one block and the marks within them, gathered from Markdown's events.

use super::Fault;
use crate::model::{Lang, Mark, Sort, Text, is_unseen};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

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
        // A quotation mark in the value would be the beginning of another attribute.
        let value = |name: &str| {
            let value = tag.strip_prefix(name).and_then(|rest| rest.strip_suffix("\">"));
            value.filter(|value| !value.contains(['"', '\n', '\r']))
        };
        match tag {
            "</sic>" => self.end("sic"),
            "</span>" => self.end("span"),
            _ => {
                if let Some(meant) = value("<sic corr=\"") {
                    self.begin(Sort::Sic(decoded(meant)), "sic");
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
        } else {
            self.check_marks(&mut report);
        }
        let plain = &self.text.plain;
        if plain.trim().is_empty() {
            report(Fault::Empty);
        }
        for rest in plain.split("[^").skip(1) {
            let label = rest.split(']').next().unwrap_or_default();
            report(Fault::NoteMissing(label.to_owned()));
        }
        check_signs(plain, &mut report);
        self.text
    }

    fn check_marks(&self, report: &mut impl FnMut(Fault)) {
        for mark in &self.text.marks {
            let words =
                self.text.plain.get(mark.start as usize..mark.end as usize).unwrap_or_default().trim();
            match &mark.sort {
                Sort::Sic(_) if words.is_empty() => report(Fault::EmptyTag("sic")),
                Sort::Lang(_) if words.is_empty() => report(Fault::EmptyTag("span")),
                Sort::Sic(meant) if meant.trim().is_empty() || meant.trim() == words => {
                    report(Fault::NoCorrection(meant.clone()));
                }
                Sort::Sic(meant) => check_signs(meant, report),
                _ => {}
            }
        }
    }
}

/// The value of an attribute with its entities read as Markdown reads those of the text. All other signs are escaped,
/// and a letter on either side keeps the spaces at the ends.
fn decoded(value: &str) -> String {
    let mut source = "x".to_owned();
    for c in value.chars() {
        if c.is_ascii_punctuation() && !matches!(c, '&' | '#' | ';') {
            source.push('\\');
        }
        source.push(c);
    }
    source.push('x');
    let mut text = String::new();
    for event in Parser::new(&source) {
        if let Event::Text(part) = event {
            text.push_str(&part);
        }
    }
    text.strip_prefix('x').and_then(|text| text.strip_suffix('x')).unwrap_or(value).to_owned()
}

/// A text has single spaces of the plain sort, and only signs that can be seen.
fn check_signs(text: &str, report: &mut impl FnMut(Fault)) {
    if text.contains("  ") || text.contains(|c: char| c.is_whitespace() && c != ' ') {
        report(Fault::DoubleSpace);
    }
    if let Some(sign) = text.chars().find(|c| is_unseen(*c)) {
        report(Fault::Unseen(sign));
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
