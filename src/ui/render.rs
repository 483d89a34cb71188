//! Elements of `page` as Yew's.

use crate::page::{Element, Node};
use yew::AttrValue;
use yew::virtual_dom::{VNode, VTag, VText};

pub fn element(element: &Element) -> VNode {
    let mut tag = VTag::new(element.tag);
    for (name, value) in &element.attributes {
        let value = value.as_ref().map_or(AttrValue::Static(""), |value| AttrValue::from(value.to_string()));
        tag.add_attribute(name, value);
    }
    tag.add_children(element.children.iter().map(node));
    tag.into()
}

fn node(content: &Node) -> VNode {
    match content {
        Node::Text(text) => VText::new(text.clone()).into(),
        Node::Element(content) => element(content),
    }
}
