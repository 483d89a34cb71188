//! Laying out what is near a place first, and the rest when it has been seen.

use super::place::{show_progress, top_of, window_height};
use super::wait::{after_picture, do_after};
use super::window;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// On a text: of its blocks only those that have it as well are laid out. `www/css/text.css` knows it.
const NEAR: &str = "data-near";
/// How many blocks before the place are near, and how high the lowest of those after it are together with what parts them, in pixels.
const BEFORE: usize = 6;
const LOW: f64 = 40.0;
/// How long what is far waits after the picture, in milliseconds, so that it keeps nobody waiting.
const PAUSE: i32 = 100;

/// Scrolls so that a block stands so far from the top of the window, in pixels.
pub fn scroll(block: &Element, top: f64) {
    if let Some(window) = window() {
        window.scroll_by_with_x_and_y(0.0, top_of(block) - top);
    }
}

/// The same. Of a text that has become another only what is near the block is laid out for the next picture, the rest behind it:
/// another language takes 60 ms instead of 139, both 117 instead of 271 (slowed four times). A panel is not worth it.
pub fn hold(element: &Element, block: &Element, top: f64, anew: bool) {
    if !anew {
        return scroll(block, top);
    }
    let near = put_off(element, block);
    scroll(block, top);
    let (element, block) = (element.clone(), block.clone());
    let lay_out = move || {
        // Somebody may have scrolled since.
        let top = top_of(&block);
        for element in near {
            let _ = element.remove_attribute(NEAR);
        }
        scroll(&block, top);
        show_progress(&element, true);
    };
    after_picture(Box::new(|| do_after(PAUSE, Box::new(lay_out))));
}

/// Marks the text and the blocks around one of them; returns what was marked.
fn put_off(element: &Element, block: &Element) -> Vec<Element> {
    let mut near = Vec::new();
    let Ok(blocks) = element.query_selector_all(".sr-block") else { return near };
    let mut left = None;
    for at in 0..blocks.length() {
        let Some(other) = blocks.item(at) else { break };
        if other == **block {
            left = Some((window_height() / LOW) as usize);
        }
        match &mut left {
            Some(0) => break,
            Some(left) => *left -= 1,
            None if near.len() == BEFORE => drop(near.remove(0)),
            None => {}
        }
        near.push(other.unchecked_into());
    }
    near.extend(block.closest(".sr-text").ok().flatten());
    for element in &near {
        let _ = element.set_attribute(NEAR, "");
    }
    near
}
