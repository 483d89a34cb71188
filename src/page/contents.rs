//! The contents of an edition as nested lists of links.

use super::{Element, Node};
use crate::corpus::EditionView;

/// The list of chapters with the sections below them; `None` for a text without sections.
pub fn contents(view: EditionView) -> Option<Element> {
    list(view, None)
}

fn list(view: EditionView, parent: Option<usize>) -> Option<Element> {
    let entries: Vec<Node> = view.children(parent).map(|section| entry(view, section).into()).collect();
    (!entries.is_empty()).then(|| Element::of("ol", "sr-contents-list").children(entries))
}

fn entry(view: EditionView, section: usize) -> Element {
    let heading = view.heading(section);
    let number = Some(view.number(section).to_owned()).filter(|number| !number.is_empty());
    let link = Element::new("a")
        .with("href", format!("#{}", heading.anchor))
        .with_some("data-number", number)
        .text(&heading.text.plain);
    Element::new("li").child(link).children(list(view, Some(section)))
}
