//! A short sentence about what was just done. It is read aloud, never takes the focus and goes by itself.

use yew::prelude::*;

/// The place where toasts appear; it must stand in the page before there is one to tell. `number` counts what was said, so
/// that the same words are told anew.
pub fn toasts(toast: Option<(&'static str, u32)>) -> Html {
    html! {
        <div class="sr-toasts" role="status">
            if let Some((words, number)) = toast {
                <p key={number} class="sr-toast">{ words }</p>
            }
        </div>
    }
}
