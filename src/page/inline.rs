//! The words of a block with the marks within them.

use super::{Element, Node};
use crate::model::{Mark, Sort, Text};
use crate::strings::Phrases;

/// The nodes of a text. `note` gives the anchor of the footnote with a label.
pub(super) fn nodes(text: &Text, phrases: &Phrases, note: &dyn Fn(&str) -> Option<String>) -> Vec<Node> {
    Writer { text, phrases, note }.range(0, text.plain.len(), &mut text.marks.as_slice())
}

struct Writer<'a> {
    text: &'a Text,
    phrases: &'a Phrases,
    note: &'a dyn Fn(&str) -> Option<String>,
}

impl Writer<'_> {
    /// The nodes between two bytes; takes from `marks` those that lie within.
    fn range(&self, start: usize, end: usize, marks: &mut &[Mark]) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut at = start;
        while let Some((mark, rest)) = marks.split_first().filter(|(mark, _)| mark.end as usize <= end) {
            *marks = rest;
            self.push_words(at, mark.start as usize, &mut nodes);
            let inner = self.range(mark.start as usize, mark.end as usize, marks);
            nodes.push(self.element(mark).children(inner).into());
            at = mark.end as usize;
        }
        self.push_words(at, end, &mut nodes);
        nodes
    }

    fn push_words(&self, start: usize, end: usize, nodes: &mut Vec<Node>) {
        if start < end {
            nodes.push(Node::Text(self.text.plain[start..end].to_owned()));
        }
    }

    fn element(&self, mark: &Mark) -> Element {
        match &mark.sort {
            Sort::Strong => Element::new("strong"),
            Sort::Emphasis => Element::new("em"),
            Sort::Lang(lang) => Element::new("span").with("lang", lang.code()),
            Sort::Sic(meant) => Element::of("span", "sr-sic").with("title", (self.phrases.sic)(meant)),
            Sort::Note(label) => Element::of("a", "sr-note-mark")
                .with("role", "doc-noteref")
                .with_some("href", (self.note)(label).map(|anchor| format!("#{anchor}")))
                .with("aria-label", (self.phrases.footnote)(label))
                .text(label),
        }
    }
}
