//! The page of parts asks for it by this one function.

use crate::ui::gallery::{Gallery, Props};
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Draws every part into `mount`, an empty element in the shadow root of `element`.
#[wasm_bindgen(js_name = showParts)]
pub fn show_parts(element: Element, mount: Element) {
    yew::Renderer::<Gallery>::with_root_and_props(mount, Props { element }).render();
}
