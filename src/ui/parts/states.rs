//! What stands where there is nothing to show: nothing found, something failed, something still to come. Each says what
//! can be done next.

use super::button;
use yew::prelude::*;

/// Nothing is there. `next` is what helps: a button, a link, or nothing.
pub fn empty(words: &str, help: &str, next: Html) -> Html {
    html! {
        <div class="sr-state">
            <p class="sr-state-words">{ words }</p>
            <p class="sr-help">{ help }</p>
            { next }
        </div>
    }
}

/// Something does not work: says what, what still works, and offers to try again.
pub fn failure(words: &str, retry: &'static str, again: Callback<MouseEvent>) -> Html {
    html! {
        <div class="sr-state sr-failed" role="alert">
            <p class="sr-state-words">{ words }</p>
            { button(html! { retry }, false, again) }
        </div>
    }
}

/// Something is on its way.
pub fn loading(words: &str) -> Html {
    html! {
        <div class="sr-state sr-loading" role="status">
            <p class="sr-help">{ words }</p>
        </div>
    }
}
