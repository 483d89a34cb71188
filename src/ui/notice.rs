//! A sentence about what could not be done. It goes with the next thing that is done.

use super::context::Context;
use super::parts::{IconButton, Symbol, icon_button};
use crate::state::{Action, Note};
use yew::prelude::*;

pub fn notice(context: &Context) -> Html {
    let phrases = context.phrases();
    let notice = context.view.note.as_ref().map(|note| {
        let words = match note {
            Note::Broken(what) => (phrases.broken_link)(what),
        };
        let close = IconButton { symbol: Symbol::Close, label: phrases.close, class: None, expanded: None };
        // Whatever is done takes the sentence away, also what changes nothing else.
        let shut = context.on(Action::Show(context.view.panel));
        html! { <div class="sr-notice"><p>{ words }</p>{ icon_button(close, shut) }</div> }
    });
    html! { <div class="sr-notices" role="status">{ for notice }</div> }
}
