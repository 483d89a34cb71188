//! A choice that was made, and can be taken back where it stands.

use super::{Symbol, icon};
use yew::prelude::*;

/// `name` is read aloud, and begins with the words that are seen: `Nato: fjern`.
pub fn chip(words: &str, name: String, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="sr-chip" aria-label={name} {onclick}>
            <span class="sr-chip-words">{ words }</span>
            { icon(Symbol::Close) }
        </button>
    }
}

/// Chips in a row that wraps, as a list with a name; nothing where there are none.
pub fn chips(name: &'static str, chips: Vec<Html>) -> Html {
    if chips.is_empty() {
        return Html::default();
    }
    let items = chips.into_iter().map(|chip| html! { <li>{ chip }</li> });
    html! { <ul class="sr-chips" aria-label={name}>{ for items }</ul> }
}
