//! A sentence over the text about what could not be done. It goes with the next thing that is done.

use super::context::Context;
use crate::state::Note;
use yew::prelude::*;

pub fn notice(context: &Context) -> Html {
    let words = context.view.note.as_ref().map(|note| match note {
        Note::Broken(what) => (context.phrases().broken_link)(what),
    });
    html! { <div class="sr-notices" role="status">if let Some(words) = words { <p class="sr-notice">{ words }</p> }</div> }
}
