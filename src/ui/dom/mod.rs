//! All that `ui` asks of the browser beyond drawing.

mod clipboard;
mod drawn;
mod files;
mod float;
mod keys;
mod near;
mod place;
mod selection;
mod text;
mod wait;
mod windows;

pub use clipboard::{copy, select_beside};
pub use drawn::Drawn;
pub use files::save;
pub use float::{
    find_mark, focus_filters, focus_if_lost, focus_leaves, focused, holds_focus, is_narrow, open_at,
    take_focus,
};
pub use keys::{move_along_margin, move_in_tabs, move_in_tree};
pub use place::{
    Kept, arrive, place_in_sight, return_to, scroll, scrolled, section_in_sight, show_progress, show_top,
    top_of, watch_scrolling, window_height,
};
pub use selection::{
    Beside, beside, deselect, float_beside, selected_range, show_words, watch_selection, words_in,
};
pub use text::{apply_settings, came_with_page, drop_what_came, find_block, ids_are_free, show_other_side};
pub use wait::{Rest, after_picture, do_after};
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

/// Does something that takes its time, and goes on meanwhile.
pub fn do_beside(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}
