//! HTML taken apart again, only as far as the pages use it. Every tag must be closed in the order opened.

use html_escape::decode_html_entities;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Text(String),
    Element(Element),
}

const VOID: [&str; 4] = ["meta", "link", "br", "input"];

/// The nodes of a page or of a part of one, below an element without a name.
#[track_caller]
pub fn parse(html: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = html.strip_prefix("<!doctype html>").unwrap_or(html);
    while let Some(at) = rest.find('<') {
        if at > 0 {
            push(&mut open, Node::Text(decode_html_entities(&rest[..at]).into_owned()));
        }
        let end = tag_end(&rest[at..]);
        let inner = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if let Some(name) = inner.strip_prefix('/') {
            let closed = open.pop().unwrap_or_default();
            assert_eq!(closed.tag, name, "closed before it was opened, or out of order");
            push(&mut open, Node::Element(closed));
        } else {
            let element = start_tag(inner);
            match VOID.contains(&element.tag.as_str()) {
                true => push(&mut open, Node::Element(element)),
                false => open.push(element),
            }
        }
    }
    assert_eq!(rest.trim(), "", "words after the last tag");
    assert_eq!(open.len(), 1, "never closed: {:?}", open.last().map(|element| &element.tag));
    open.remove(0)
}

fn push(open: &mut [Element], node: Node) {
    if let Some(element) = open.last_mut() {
        element.children.push(node);
    }
}

/// The place of the `>` that ends the tag at the beginning of `html`; one within quotes ends nothing.
#[track_caller]
fn tag_end(html: &str) -> usize {
    let mut quoted = false;
    let end = html.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    end.unwrap_or_else(|| panic!("a tag without an end: {}", &html[..html.len().min(40)]))
}

#[track_caller]
fn start_tag(inner: &str) -> Element {
    let (tag, mut rest) = inner.split_once(' ').unwrap_or((inner, ""));
    let known = !tag.is_empty() && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    assert!(known, "<{tag}> is no tag");
    let mut attributes = Vec::new();
    while !rest.trim().is_empty() {
        let name_end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(name_end);
        let (value, left) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').unwrap_or_else(|| panic!("an open quote: {inner}")),
            None => ("", after),
        };
        attributes.push((name.trim().to_owned(), decode_html_entities(value).into_owned()));
        rest = left.trim_start();
    }
    Element { tag: tag.to_owned(), attributes, children: Vec::new() }
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split(' ').any(|own| own == class))
    }

    /// All elements below this one, in order.
    pub fn all(&self) -> Vec<&Element> {
        let mut found = Vec::new();
        for child in &self.children {
            if let Node::Element(element) = child {
                found.push(element);
                found.extend(element.all());
            }
        }
        found
    }

    pub fn with_tag(&self, tag: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.tag == tag).collect()
    }

    pub fn with_class(&self, class: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.has_class(class)).collect()
    }

    /// The words within, without those below elements of some classes.
    pub fn text_without(&self, classes: &[&str]) -> String {
        let parts = self.children.iter().map(|child| match child {
            Node::Text(text) => text.clone(),
            Node::Element(element) if classes.iter().any(|class| element.has_class(class)) => String::new(),
            Node::Element(element) => element.text_without(classes),
        });
        parts.collect()
    }

    pub fn text(&self) -> String {
        self.text_without(&[])
    }
}
