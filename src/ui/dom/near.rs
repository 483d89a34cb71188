//! What the window shows around a place in a text that is not drawn yet.

use super::window_height;
use crate::page::{Element, Node, value_of};
use std::ops::Range;

/// Less than what parts two blocks, and than a line is high, in pixels; more letters than it has, whatever somebody has chosen.
const GAP: f64 = 8.0;
const LINE: f64 = 23.0;
const LETTERS: usize = 130;

/// Which blocks the window may show when the one with an anchor stands so far from its top, in pixels; by their places among all blocks of
/// the text. None where it has no such block.
pub fn near(text: &Element, anchor: &str, top: f64) -> Option<Range<usize>> {
    let mut blocks = Vec::new();
    find_blocks(text, &mut blocks);
    let is_place = |block: &&Element| value_of(&block.attributes, "data-anchor") == Some(anchor);
    let place = blocks.iter().position(is_place)?;
    let (mut start, mut above) = (place, top);
    while start > 0 && above > 0.0 {
        start -= 1;
        above -= least_height(blocks[start]);
    }
    let (mut end, mut below) = (place, window_height() - top);
    while end < blocks.len() && below > 0.0 {
        below -= least_height(blocks[end]);
        end += 1;
    }
    Some(start..end)
}

fn find_blocks<'a>(element: &'a Element, blocks: &mut Vec<&'a Element>) {
    if element.is_block() {
        return blocks.push(element);
    }
    for child in &element.children {
        if let Node::Element(child) = child {
            find_blocks(child, blocks);
        }
    }
}

fn least_height(block: &Element) -> f64 {
    GAP + LINE * (1 + letters(block) / LETTERS) as f64
}

fn letters(element: &Element) -> usize {
    let letters = element.children.iter().map(|child| match child {
        Node::Text(text) => text.len(),
        Node::Element(child) => letters(child),
    });
    letters.sum()
}
