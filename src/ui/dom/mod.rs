//! All that `ui` asks of the browser beyond drawing.

mod clipboard;
mod files;
mod float;
mod keys;
mod place;
mod text;
mod windows;

pub use clipboard::{copy, select_beside};
pub use files::save;
pub use float::{button_has_focus, find_mark, focus_filters, focus_if_lost, open_at, take_focus};
pub use keys::{move_along_margin, move_in_tabs, move_in_tree};
pub use place::{
    Kept, arrive, place_in_sight, return_to, scrolled, section_in_sight, show_progress, show_top,
    watch_scrolling,
};
pub use text::{apply_settings, came_with_page, drop_what_came, find_block, ids_are_free, show_other_side};
pub use windows::{close_dialog, menu_key, menu_left, menu_opens, menu_toggled, open_dialog};

use crate::cite::Day;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Gives the focus to an element without moving the page.
fn focus_quietly(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// The day it is where the reader sits.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    Day(now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8)
}
