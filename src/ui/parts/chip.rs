//! A choice that was made, and can be taken back where it stands.

use super::{Symbol, el, icon};
use yew::prelude::*;

/// `name` is read aloud, and begins with the words that are seen: `Nato: fjern`.
pub fn chip(words: &str, name: String, onclick: Callback<MouseEvent>) -> Html {
    el("button", "sr-chip")
        .with("type", "button")
        .with_made("aria-label", name.into())
        .on_click(onclick)
        .child(el("span", "sr-chip-words").text(words).html())
        .child(icon(Symbol::Close))
        .html()
}

/// Chips in a row that wraps, as a list with a name; nothing where there are none.
pub fn chips(name: &'static str, chips: Vec<Html>) -> Html {
    if chips.is_empty() {
        return Html::default();
    }
    let items = chips.into_iter().map(|chip| el("li", "").child(chip).html());
    el("ul", "sr-chips").with("aria-label", name).children(items.collect()).html()
}
