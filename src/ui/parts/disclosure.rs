//! Something that unfolds below its name: the browser's own, which keeps its state and its keys by itself.

use super::{Symbol, icon};
use yew::prelude::*;

pub fn disclosure(name: &str, content: Html) -> Html {
    html! {
        <details class="sr-disclosure">
            <summary class="sr-disclosure-name">{ icon(Symbol::Fold) }<span>{ name }</span></summary>
            <div class="sr-disclosure-content">{ content }</div>
        </details>
    }
}
