//! What floats above the text, and where the focus goes when it closes.

use super::{document, focus_quietly};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// The mark in the text that leads to a footnote.
pub fn find_mark(element: &Element, anchor: &str) -> Option<Element> {
    let selector = format!("a.sr-note-mark[href=\"#{}\"]", anchor.replace(['"', '\\'], ""));
    element.query_selector(&selector).ok().flatten()
}

/// Between a mark and what floats, in pixels.
const GAP: f64 = 6.0;

/// Puts something that floats below a mark, or above it where there is no room, and gives it the focus.
pub fn open_at(pop: &yew::NodeRef, mark: &Element) {
    let Some(pop) = pop.cast::<HtmlElement>() else { return };
    let Some(frame) = pop.offset_parent() else { return };
    let (mark, frame) = (mark.get_bounding_client_rect(), frame.get_bounding_client_rect());
    let (width, height) = (f64::from(pop.offset_width()), f64::from(pop.offset_height()));
    let left = (mark.left() - frame.left()).min(frame.width() - width - 16.0).max(16.0);
    let room = super::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or(f64::MAX);
    let below = mark.bottom() + GAP;
    let top = if below + height < room { below } else { mark.top() - GAP - height };
    let style = pop.style();
    // Whole pixels: printing numbers with a fraction would cost 7 kB of download.
    let _ = style.set_property("--sr-pop-top", &format!("{}px", (top - frame.top()) as i32));
    let _ = style.set_property("--sr-pop-left", &format!("{}px", left as i32));
    focus_quietly(&pop);
}

/// Gives the focus to something that has opened, and returns what had it before.
pub fn take_focus(node: &yew::NodeRef) -> Option<Element> {
    let before = focused();
    if let Some(element) = node.cast::<Element>() {
        focus_quietly(&element);
    }
    before
}

/// What has the focus, also deep in shadow roots.
fn focused() -> Option<Element> {
    let outer = document()?.active_element()?;
    let inner = |element: &Element| element.shadow_root().and_then(|root| root.active_element());
    std::iter::successors(Some(outer), inner).last()
}

/// Gives the focus back, unless it has gone somewhere else by itself.
pub fn focus_if_lost(element: &Element, target: &Element) {
    let active = document().and_then(|document| document.active_element());
    if active.is_none_or(|active| active.tag_name() == "BODY" || active == *element) {
        focus_quietly(target);
    }
}

/// Gives the focus to the filters around what was pressed, since a choice that is taken back goes away with its button.
pub fn focus_filters(event: &web_sys::MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let root = pressed.and_then(|pressed| pressed.closest(".sr-panel, .sr-middle").ok().flatten());
    if let Some(filters) = root.and_then(|root| root.query_selector(".sr-filters").ok().flatten()) {
        focus_quietly(&filters);
    }
}

/// Whether a button has the focus, so that what opens now was asked for by it.
pub fn button_has_focus() -> bool {
    focused().is_some_and(|element| element.tag_name() == "BUTTON")
}
