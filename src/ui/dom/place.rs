//! Places in the text: going there, knowing where one is, coming back.

use super::{find_block, focus_quietly, window};
use crate::corpus::EditionView;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The line, in pixels from the top of the window, above which a heading counts as passed.
const READING_LINE: f64 = 160.0;

/// Scrolls to the block with this anchor, or to the top, and lets reading aloud and the tab key go on from there. Returns where that is.
pub fn arrive(element: &Element, anchor: Option<&str>) -> Option<Element> {
    let target = match anchor {
        Some(anchor) => find_block(element, anchor),
        None => element.query_selector("h1").ok().flatten(),
    };
    let target = target?;
    show(&target, ScrollLogicalPosition::Start);
    // A person who types goes on typing.
    let active = element.shadow_root().and_then(|root| root.active_element());
    if !active.is_some_and(|active| active.matches("input").unwrap_or(false)) {
        let _ = target.set_attribute("tabindex", "-1");
        focus_quietly(&target);
    }
    Some(target)
}

/// The section whose heading was passed last.
pub fn section_in_sight(element: &Element, edition: EditionView) -> Option<usize> {
    let sections: Vec<usize> = edition.listed_sections().collect();
    // Headings stand in reading order, so the last one above the line can be found by halving.
    let passed = sections.partition_point(|section| {
        let heading = find_block(element, &edition.heading(*section).anchor);
        heading.is_some_and(|heading| top_of(&heading) <= READING_LINE)
    });
    passed.checked_sub(1).map(|index| sections[index])
}

/// Tells the style sheet how far one has read, in whole per cent. A line of the bar says so quietly; it changes without
/// anything being drawn anew. Said of the bar alone, since a property of the element would be handed down to all of the text.
pub fn show_progress(element: &Element, reading: bool) {
    let bar = element.shadow_root().and_then(|root| root.query_selector(".sr-bar").ok().flatten());
    let Some(bar) = bar.as_ref().and_then(|bar| bar.dyn_ref::<HtmlElement>()) else { return };
    let text = element.get_bounding_client_rect();
    let rest = text.height() - window_height();
    let read = if reading && rest > 0.0 { (-100.0 * text.top() / rest).clamp(0.0, 100.0) } else { 0.0 };
    let _ = bar.style().set_property("--sr-read", &format!("{}%", read as i32));
}

/// How high the window is, in pixels.
pub fn window_height() -> f64 {
    window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default()
}

/// A place to come back to once the text has been drawn.
pub enum Kept {
    /// A block, how far from the top of the window it stands, in pixels, and whether all of the text becomes another meanwhile.
    Block { anchor: String, top: f64, anew: bool },
    /// How far the page is scrolled, in pixels.
    Page(f64),
}

/// How far the page is scrolled, in pixels.
pub fn scrolled() -> f64 {
    window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// The block that is being read, the first that reaches below the reading line, as the block of the edition that is
/// read next; its anchor, and how far from the top of the window it stands.
pub fn place_in_sight(element: &Element, edition: EditionView, next: EditionView) -> Option<(String, f64)> {
    let blocks = &edition.edition.blocks;
    let passed = blocks.partition_point(|block| {
        let block = find_block(element, &block.anchor);
        block.is_some_and(|block| block.get_bounding_client_rect().bottom() <= READING_LINE)
    });
    let anchor = &blocks.get(passed)?.anchor;
    let top = top_of(&find_block(element, anchor)?);
    let anchor = next.block(next.find(anchor)?).anchor.clone();
    Some((anchor, top))
}

/// Scrolls back to a place. Returns its block.
pub fn return_to(element: &Element, kept: &Kept) -> Option<Element> {
    match kept {
        Kept::Block { anchor, top, .. } => {
            let block = find_block(element, anchor)?;
            scroll(&block, *top);
            Some(block)
        }
        Kept::Page(scrolled) => {
            window()?.scroll_to_with_x_and_y(0.0, *scrolled);
            None
        }
    }
}

/// Scrolls so that a block stands so far from the top of the window, in pixels.
pub fn scroll(block: &Element, top: f64) {
    if let Some(window) = window() {
        window.scroll_by_with_x_and_y(0.0, top_of(block) - top);
    }
}

/// How far a block stands from the top of the window, in pixels.
pub fn top_of(block: &Element) -> f64 {
    block.get_bounding_client_rect().top()
}

/// Calls back before the next frame, and before those in which the window scrolls or changes its size, as long as this lives.
pub struct ScrollWatch {
    closure: Closure<dyn FnMut()>,
}

pub fn watch_scrolling(callback: impl FnMut() + 'static) -> ScrollWatch {
    let callback = Rc::new(RefCell::new(callback));
    let waiting = Rc::new(Cell::new(false));
    let before_frame = move || {
        if waiting.replace(true) {
            return;
        }
        let (callback, waiting) = (callback.clone(), waiting.clone());
        let frame = Closure::once_into_js(move || {
            waiting.set(false);
            (callback.borrow_mut())();
        });
        if let Some(window) = window() {
            let _ = window.request_animation_frame(frame.unchecked_ref());
        }
    };
    before_frame();
    let closure = Closure::<dyn FnMut()>::new(before_frame);
    if let Some(window) = window() {
        for event in ["scroll", "resize"] {
            let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        }
    }
    ScrollWatch { closure }
}

impl Drop for ScrollWatch {
    fn drop(&mut self) {
        if let Some(window) = window() {
            for event in ["scroll", "resize"] {
                let _ =
                    window.remove_event_listener_with_callback(event, self.closure.as_ref().unchecked_ref());
            }
        }
    }
}

/// Brings the beginning of the reader into sight.
pub fn show_top(element: &Element) {
    show(element, ScrollLogicalPosition::Start);
}

pub(super) fn show(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}
