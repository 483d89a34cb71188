//! Buttons, with words or with a symbol.

use super::{Symbol, icon};
use yew::prelude::*;

/// A button with words; `primary` is the one action that matters most where it stands.
pub fn button(words: Html, primary: bool, onclick: Callback<MouseEvent>) -> Html {
    let class = classes!("sr-button", primary.then_some("sr-primary"));
    html! { <button type="button" {class} {onclick}>{ words }</button> }
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
    html! {
        <button
            type="button"
            class={classes!("sr-icon-button", look.class)}
            title={look.label}
            aria-label={look.label}
            aria-expanded={look.expanded.map(|expanded| if expanded { "true" } else { "false" })}
            {onclick}
        >
            { icon(look.symbol) }
        </button>
    }
}
