//! Elements as HTML text.

use super::Node;
use html_escape::{encode_double_quoted_attribute_to_string, encode_text_to_string};

const VOID: [&str; 4] = ["meta", "link", "br", "input"];
/// A line feed before these keeps the pages legible to people without touching the words.
const ON_A_LINE: [&str; 16] = [
    "head", "body", "header", "main", "footer", "nav", "article", "section", "h1", "h2", "h3", "p", "ol",
    "ul", "li", "meta",
];

/// Appends a node and all below it.
pub fn write(node: &Node, html: &mut String) {
    match node {
        Node::Text(text) => {
            encode_text_to_string(text, html);
        }
        Node::Element(element) => {
            if ON_A_LINE.contains(&element.tag) {
                html.push('\n');
            }
            html.push('<');
            html.push_str(element.tag);
            for (name, value) in &element.attributes {
                html.push(' ');
                html.push_str(name);
                if let Some(value) = value {
                    html.push_str("=\"");
                    encode_double_quoted_attribute_to_string(value, html);
                    html.push('"');
                }
            }
            html.push('>');
            if !VOID.contains(&element.tag) {
                for child in &element.children {
                    match child {
                        // What stands in there is read as it is; whoever puts it there makes it harmless.
                        Node::Text(text) if ["script", "style"].contains(&element.tag) => html.push_str(text),
                        child => write(child, html),
                    }
                }
                html.push_str("</");
                html.push_str(element.tag);
                html.push('>');
            }
        }
    }
}
