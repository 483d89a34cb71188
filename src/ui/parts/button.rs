//! Buttons, with words or with a symbol.

use super::{Symbol, el, icon};
use yew::prelude::*;

/// A button with words; `primary` is the one action that matters most where it stands.
pub fn button(words: Html, primary: bool, onclick: Callback<MouseEvent>) -> Html {
    let class = if primary { "sr-button sr-primary" } else { "sr-button" };
    el("button", class).with("type", "button").on_click(onclick).child(words).html()
}

/// The same where the words are plain.
pub fn plain_button(words: &str, onclick: Callback<MouseEvent>) -> Html {
    el("button", "sr-button").with("type", "button").on_click(onclick).text(words).html()
}

pub struct IconButton {
    pub symbol: Symbol,
    /// What the button does; read aloud, and shown on hover.
    pub label: &'static str,
    pub class: Option<&'static str>,
    /// For a button that opens and closes something.
    pub expanded: Option<bool>,
}

pub fn icon_button(look: IconButton, onclick: Callback<MouseEvent>) -> Html {
    let mut button = el("button", "sr-icon-button").with("type", "button");
    if let Some(class) = look.class {
        button = button.with_made("class", format!("sr-icon-button {class}").into());
    }
    if let Some(expanded) = look.expanded {
        button = button.expanded(expanded);
    }
    button
        .with("title", look.label)
        .with("aria-label", look.label)
        .on_click(onclick)
        .child(icon(look.symbol))
        .html()
}
