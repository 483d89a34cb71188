//! Elements and words, free of any way to print them.

use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    Text(String),
    Element(Element),
}

/// A value of `None` is an attribute that is there or not, such as `hidden`.
pub type Attributes = Vec<(&'static str, Option<Cow<'static, str>>)>;

/// The value of one; empty where it is only there.
pub fn value_of<'a>(attributes: &'a Attributes, name: &str) -> Option<&'a str> {
    let (_, value) = attributes.iter().find(|(own, _)| *own == name)?;
    Some(value.as_deref().unwrap_or_default())
}

#[derive(Debug, Clone, PartialEq)]
pub struct Element {
    pub tag: &'static str,
    pub attributes: Attributes,
    pub children: Vec<Node>,
}

impl Element {
    pub fn new(tag: &'static str) -> Self {
        Element { tag, attributes: Vec::new(), children: Vec::new() }
    }

    /// An element with classes.
    pub fn of(tag: &'static str, class: impl Into<Cow<'static, str>>) -> Self {
        Element::new(tag).with("class", class)
    }

    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attributes.push((name, Some(value.into())));
        self
    }

    /// The same with an attribute only where there is a value.
    pub fn with_some(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    pub fn flag(mut self, name: &'static str) -> Self {
        self.attributes.push((name, None));
        self
    }

    /// Whether it is a block of the text.
    pub fn is_block(&self) -> bool {
        value_of(&self.attributes, "class").is_some_and(|class| class.starts_with("sr-block"))
    }

    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.children.push(Node::Text(text.into()));
        self
    }

    pub fn child(mut self, child: impl Into<Node>) -> Self {
        self.children.push(child.into());
        self
    }

    pub fn children<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Self {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }
}

impl From<Element> for Node {
    fn from(element: Element) -> Self {
        Node::Element(element)
    }
}
