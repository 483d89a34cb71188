//! What can be done with words that somebody has selected: cite them, copy a link to them. It stands beside them and never
//! over them; the tab key leads to it from the selection, Escape away.

use super::context::Context;
use super::dom::{self, Beside};
use super::parts::{Symbol, button, el, icon};
use crate::cite::{Cited, Run, html};
use crate::state::{Action, Refusal, View};
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq)]
struct Selected {
    cited: Rc<Cited>,
    beside: Beside,
    copied: bool,
}

#[hook]
pub fn use_bubble(context: &Context) -> Html {
    let pop = use_node_ref();
    let selected = use_state_eq(|| None::<Selected>);
    use_effect_with((), {
        let (host, pop, selected) = (context.host.clone(), pop.clone(), selected.setter());
        move |()| {
            let watched = pop.clone();
            let shown = RefCell::new(None);
            let watch = dom::watch_selection(pop, move |rested| {
                // WebKit takes the selection away when a button gets the focus.
                if dom::holds_focus(&watched) {
                    return false;
                }
                let view = host.store.view();
                let edition = view.document.as_deref().filter(|_| view.middle.is_text());
                let edition =
                    edition.and_then(|id| host.store.corpus().edition_or_original(id, view.text_lang));
                let range = dom::selected_range(&host.element);
                let found = range.zip(edition).and_then(|(range, edition)| {
                    let (edition, words) = dom::words_in(&range, edition)?;
                    let cited = Cited::words(edition, words);
                    // What has no letters can be neither cited nor found again.
                    cited.pointed(edition)?;
                    let beside = dom::beside(&watched, &range)?;
                    Some(Selected { cited: Rc::new(cited), beside, copied: false })
                });
                // While a selection grows, what stood at the one before would cover it.
                let cited = found.as_ref().map(|found| found.cited.clone());
                let is_some = found.is_some();
                if rested || !is_some {
                    shown.replace(cited);
                    selected.set(found);
                } else if *shown.borrow() != cited {
                    selected.set(None);
                }
                is_some
            });
            move || drop(watch)
        }
    });
    if let Some(Selected { beside, .. }) = *selected {
        let pop = pop.clone();
        context.host.when_drawn(Box::new(move || dom::float_beside(&pop, beside)));
    }
    let phrases = context.phrases();
    let escape = {
        let selected = selected.setter();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                dom::deselect();
                selected.set(None);
            }
        })
    };
    let left = {
        let (selected, pop) = (selected.setter(), pop.clone());
        Callback::from(move |event: FocusEvent| {
            if dom::focus_leaves(&pop, &event) {
                selected.set(None);
            }
        })
    };
    // A press must not take the selection away before it is heard.
    let pressed = Callback::from(|event: MouseEvent| event.prevent_default());
    let mut row = el("div", "sr-bubble-row")
        .with("role", "toolbar")
        .with("aria-label", phrases.selected_words)
        .on(Rc::new(yew::html::onmousedown::Wrapper::new(pressed)))
        .on(Rc::new(yew::html::onfocusout::Wrapper::new(left)))
        .on(Rc::new(yew::html::onkeydown::Wrapper::new(escape)));
    if let Some(chosen) = (*selected).clone() {
        let cite = {
            let (dispatch, selected, cited) = (context.dispatcher(), selected.setter(), chosen.cited.clone());
            Callback::from(move |_| {
                selected.set(None);
                dispatch(Action::CiteWords(cited.clone()));
            })
        };
        let words = [icon(Symbol::Quote), el("span", "").text(phrases.cite_words).html()];
        row = row.child(button(words.into_iter().collect(), false, cite));
        if let Some(link) = link(context, &chosen.cited) {
            let selected = selected.setter();
            let copied = chosen.copied;
            let dispatch = context.dispatcher();
            let copy = Callback::from(move |_| {
                let (selected, chosen, dispatch) = (selected.clone(), chosen.clone(), dispatch.clone());
                dom::copy(&link, &html(&[Run::link(link.as_str())]), move |copied| {
                    selected.set(Some(Selected { copied, ..chosen.clone() }));
                    if !copied {
                        // There the link can be copied by hand.
                        dispatch(Action::CiteWords(chosen.cited.clone()));
                        dispatch(Action::Refused(Refusal::CopyLink));
                    }
                });
            });
            let symbol = if copied { Symbol::Check } else { Symbol::Copy };
            let said = if copied { phrases.copied } else { phrases.copy_link };
            let words = el("span", "").with("role", "status").text(said).html();
            row = row.child(button([icon(symbol), words].into_iter().collect(), false, copy));
        }
    }
    // It is there before there is anything to do, so that it knows its frame.
    let class = if selected.is_some() { "sr-bubble" } else { "sr-bubble sr-gone" };
    el("div", class).node(&pop).child(row.html()).html()
}

/// The link to the words, if there is any place for it.
fn link(context: &Context, cited: &Cited) -> Option<String> {
    let edition = cited.view(context.corpus())?;
    let (anchor, words) = (cited.anchor(edition), cited.pointed(edition));
    let document = Some(cited.document.clone());
    let view = View { document, anchor, words, text_lang: cited.lang, ..(*context.view).clone() };
    (context.host.permalink)(&view)
}
