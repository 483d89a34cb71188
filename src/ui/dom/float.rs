//! What floats above the text, and where the focus goes when it closes.

use super::place::show;
use super::{document, focus_quietly};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollLogicalPosition};

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

/// Gives the focus to something that has opened.
pub fn take_focus(node: &yew::NodeRef) {
    if let Some(element) = node.cast::<Element>() {
        focus_quietly(&element);
    }
}

/// What has the focus, also deep in shadow roots.
pub fn focused() -> Option<Element> {
    let outer = document()?.active_element()?;
    let inner = |element: &Element| element.shadow_root().and_then(|root| root.active_element());
    std::iter::successors(Some(outer), inner).last()
}

/// Gives the focus back, unless it has gone somewhere else by itself, such as into the search field.
pub fn focus_if_lost(element: &Element, target: &Element) {
    let is_lost = |holder: &Element| {
        // A panel that has it as a whole was given it.
        matches!(holder.tag_name().as_str(), "BODY" | "SECTION") || holder == element
    };
    if focused().as_ref().is_none_or(is_lost) {
        focus_quietly(target);
        // A list that was long gone has forgotten how far it was scrolled.
        if target.closest(".sr-panel").is_ok_and(|panel| panel.is_some()) {
            show(target, ScrollLogicalPosition::Nearest);
        }
    }
}

/// Whether something has the focus, or a part of it.
pub fn holds_focus(node: &yew::NodeRef) -> bool {
    node.cast::<Element>().is_some_and(|element| element.matches(":focus-within").unwrap_or(false))
}

/// Whether the focus goes from a part of something to what is none.
pub fn focus_leaves(node: &yew::NodeRef, event: &web_sys::FocusEvent) -> bool {
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    !node.cast::<Element>().is_some_and(|element| element.contains(to.as_ref()))
}

/// Below this width, in pixels, panels are sheets that cover the text; `www/css/frame.css` has it in rem.
const NARROW: i32 = 704;

/// Whether panels cover the text.
pub fn is_narrow(element: &Element) -> bool {
    element.client_width() < NARROW
}

/// Gives the focus to the filters around what was pressed, since a choice that is taken back goes away with its button.
pub fn focus_filters(event: &web_sys::MouseEvent) {
    let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let root = pressed.and_then(|pressed| pressed.closest(".sr-panel, .sr-middle").ok().flatten());
    if let Some(filters) = root.and_then(|root| root.query_selector(".sr-filters").ok().flatten()) {
        focus_quietly(&filters);
    }
}
