//! Draws the elements of `page` into the light DOM. Not Yew: nothing in the text is listened to by itself, and what is far from the place
//! that is read can wait, which Yew could not leave for later.

use super::near::near;
use crate::page::{Attributes, Element, Node, value_of};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::Document;

/// On a text: of its blocks only those that have it as well are laid out. `www/css/text.css` knows it.
const NEAR: &str = "data-near";

/// What stands in the page, to be changed into what is wanted next.
pub struct Drawn {
    root: web_sys::Element,
    parts: Vec<Part>,
    /// What is marked as near while the rest waits.
    marked: Vec<web_sys::Element>,
}

/// A node, and what it was drawn from.
struct Part {
    node: web_sys::Node,
    source: Source,
    parts: Vec<Part>,
    /// What is to be in it, and is not yet.
    later: Option<Vec<Node>>,
}

enum Source {
    Text(String),
    Element(&'static str, Attributes),
}

impl Drawn {
    pub fn new(root: web_sys::Element) -> Self {
        Drawn { root, parts: Vec::new(), marked: Vec::new() }
    }

    /// Draws a text, or takes the last one away. Where a place is named, by an anchor and how far it is to stand from the top of the window, in
    /// pixels, only what is near it gets its words; the rest when [`Self::finish`] is called, and is not laid out before.
    pub fn draw(&mut self, text: Option<Element>, place: Option<(&str, f64)>) {
        self.unmark();
        let near = text.as_ref().zip(place).and_then(|(text, (anchor, top))| near(text, anchor, top));
        let Some(document) = self.root.owner_document() else { return };
        let mut pen = Pen { document, near, block: 0, marked: Vec::new() };
        pen.fill(&self.root, &mut self.parts, text.into_iter().map(Node::from).collect());
        self.marked = pen.marked;
        if !self.marked.is_empty() {
            self.marked.extend(self.root.first_element_child());
        }
        for element in &self.marked {
            let _ = element.set_attribute(NEAR, "");
        }
    }

    /// Whether something waits.
    pub fn is_partial(&self) -> bool {
        !self.marked.is_empty()
    }

    /// Draws what waits.
    pub fn finish(&mut self) {
        self.unmark();
        if let Some(document) = self.root.owner_document() {
            Pen { document, near: None, block: 0, marked: Vec::new() }.finish(&mut self.parts);
        }
    }

    fn unmark(&mut self) {
        for element in std::mem::take(&mut self.marked) {
            let _ = element.remove_attribute(NEAR);
        }
    }
}

struct Pen {
    document: Document,
    /// The blocks that are drawn whole, by their places in the text; all of them where nothing waits.
    near: Option<Range<usize>>,
    block: usize,
    marked: Vec<web_sys::Element>,
}

impl Pen {
    /// Makes the parts of a node those that are wanted. What the browser refuses to change stays as it is.
    fn fill(&mut self, parent: &web_sys::Node, parts: &mut Vec<Part>, wanted: Vec<Node>) {
        while parts.len() > wanted.len() {
            if let Some(extra) = parts.pop() {
                let _ = parent.remove_child(&extra.node);
            }
        }
        for (at, wanted) in wanted.into_iter().enumerate() {
            match (parts.get_mut(at), wanted) {
                (Some(Part { node, source: Source::Text(text), .. }), Node::Text(wanted)) => {
                    if *text != wanted {
                        node.set_node_value(Some(&wanted));
                        *text = wanted;
                    }
                }
                (Some(part), Node::Element(wanted)) if part.is(wanted.tag) => self.change(part, wanted),
                (old, wanted) => {
                    let Some(part) = self.make(wanted) else { continue };
                    match old {
                        Some(old) => {
                            let _ = parent.replace_child(&part.node, &old.node);
                            *old = part;
                        }
                        None => {
                            let _ = parent.append_child(&part.node);
                            parts.push(part);
                        }
                    }
                }
            }
        }
    }

    fn make(&mut self, wanted: Node) -> Option<Part> {
        match wanted {
            Node::Text(text) => {
                let node = self.document.create_text_node(&text).into();
                Some(Part { node, source: Source::Text(text), parts: Vec::new(), later: None })
            }
            Node::Element(wanted) => {
                let node = self.document.create_element(wanted.tag).ok()?.into();
                let source = Source::Element(wanted.tag, Attributes::new());
                let mut part = Part { node, source, parts: Vec::new(), later: None };
                self.change(&mut part, wanted);
                Some(part)
            }
        }
    }

    /// Makes an element another one of the same tag.
    fn change(&mut self, part: &mut Part, wanted: Element) {
        let element: &web_sys::Element = part.node.unchecked_ref();
        let is_block = wanted.is_block();
        if let Source::Element(_, attributes) = &mut part.source {
            for (name, value) in &wanted.attributes {
                let value = value.as_deref().unwrap_or_default();
                if value_of(attributes, name) != Some(value) {
                    let _ = element.set_attribute(name, value);
                }
            }
            for (name, _) in attributes.iter() {
                if value_of(&wanted.attributes, name).is_none() {
                    let _ = element.remove_attribute(name);
                }
            }
            *attributes = wanted.attributes;
        }
        if let Some(near) = self.near.as_ref().filter(|_| is_block) {
            let is_near = near.contains(&self.block);
            self.block += 1;
            if !is_near {
                part.later = Some(wanted.children);
                return;
            }
            self.marked.push(element.clone());
        }
        part.later = None;
        self.fill(&part.node, &mut part.parts, wanted.children);
    }

    fn finish(&mut self, parts: &mut [Part]) {
        for part in parts {
            match part.later.take() {
                Some(wanted) => self.fill(&part.node, &mut part.parts, wanted),
                None => self.finish(&mut part.parts),
            }
        }
    }
}

impl Part {
    fn is(&self, tag: &str) -> bool {
        matches!(&self.source, Source::Element(own, _) if *own == tag)
    }
}
