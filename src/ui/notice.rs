//! A sentence about what could not be done. It goes with the next thing that is done.

use super::context::Context;
use super::parts::{IconButton, Symbol, el, icon_button};
use crate::state::{Action, Note};
use yew::prelude::*;

pub fn notice(context: &Context) -> Html {
    let phrases = context.phrases();
    let notice = context.view.note.as_ref().map(|note| {
        let words = match note {
            Note::Broken(what) => (phrases.broken_link)(what),
            Note::Reworded(words) => (phrases.words_moved)(words),
            Note::Refused => phrases.refused.to_owned(),
        };
        let close = IconButton { symbol: Symbol::Close, label: phrases.close, class: None, expanded: None };
        // Whatever is done takes the sentence away, also what changes nothing else.
        let shut = context.on(Action::Show(context.view.panel));
        let words = el("p", "").text(&words).html();
        el("div", "sr-notice").child(words).child(icon_button(close, shut)).html()
    });
    el("div", "sr-notices").with("role", "status").child_if(notice).html()
}
