//! Menus and dialogs: what opens over the rest, and what closes it again.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlDialogElement, HtmlElement, KeyboardEvent, Node};

/// The menu that `parts::menu` has drawn around the target of an event.
fn menu_around(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("details").ok().flatten()
}

fn name_of(menu: &Element) -> Option<HtmlElement> {
    menu.query_selector("summary").ok().flatten()?.dyn_into().ok()
}

/// Escape closes a menu and gives the focus back to its name.
pub fn menu_key(event: &KeyboardEvent) {
    let Some(menu) = menu_around(event).filter(|_| event.key() == "Escape") else { return };
    if menu.has_attribute("open") {
        // What lies around the menu stays open.
        event.stop_propagation();
        event.prevent_default();
        let _ = menu.remove_attribute("open");
        if let Some(name) = name_of(&menu) {
            let _ = name.focus();
        }
    }
}

/// A menu closes when the focus leaves it.
pub fn menu_left(event: &FocusEvent) {
    let Some(menu) = menu_around(event) else { return };
    let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    if !menu.contains(to.as_ref()) {
        let _ = menu.remove_attribute("open");
    }
}

/// A menu that was opened by a click has the focus, also where clicks do not give it, so that it can be left. Says
/// whether it is open.
pub fn menu_toggled(event: &Event) -> bool {
    let Some(menu) = menu_around(event).filter(|menu| menu.has_attribute("open")) else { return false };
    let has_focus = menu.matches(":focus-within").unwrap_or(false);
    if let Some(name) = name_of(&menu).filter(|_| !has_focus) {
        let _ = name.focus();
    }
    true
}

/// Whether a press on the name of a menu opens it: it comes before the browser unfolds or folds it.
pub fn menu_opens(event: &Event) -> bool {
    menu_around(event).is_some_and(|menu| !menu.has_attribute("open"))
}

/// Opens a dialog over everything; the browser puts the focus into it.
pub fn open_dialog(node: &yew::NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the browser gives the focus back to where it was.
pub fn close_dialog(node: &yew::NodeRef) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}
