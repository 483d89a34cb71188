//! What floats above the text, and where the focus goes when it closes.

use super::{document, focus_quietly};
use web_sys::{Element, HtmlElement};

/// The mark in the text that leads to a footnote.
pub fn find_mark(element: &Element, anchor: &str) -> Option<Element> {
    let selector = format!("a.sr-note-mark[href=\"#{}\"]", anchor.replace(['"', '\\'], ""));
    element.query_selector(&selector).ok().flatten()
}

/// Puts something that floats below a mark, within the text's column, and gives it the focus.
pub fn open_at(pop: &yew::NodeRef, mark: &Element) {
    let Some(pop) = pop.cast::<HtmlElement>() else { return };
    let Some(frame) = pop.offset_parent() else { return };
    let (mark, frame) = (mark.get_bounding_client_rect(), frame.get_bounding_client_rect());
    let left =
        (mark.left() - frame.left()).min(frame.width() - f64::from(pop.offset_width()) - 16.0).max(16.0);
    let style = pop.style();
    // Whole pixels: printing numbers with a fraction would cost 7 kB of download.
    let _ = style.set_property("--sr-pop-top", &format!("{}px", (mark.bottom() - frame.top()) as i32));
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
