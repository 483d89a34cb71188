//! The whole reader: follows the store, lays out the frame.

use super::bar::bar;
use super::contents::Contents;
use super::context::{Context, Host};
use super::dom::{self, Kept};
use super::footnote::Floats;
use super::lists;
use super::notice::notice;
use super::panel::SidePanel;
use super::parts::el;
use super::place::place;
use crate::state::{Action, Change, Panel, View};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, Properties)]
pub struct Props {
    pub host: Rc<Host>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.host, &other.host)
    }
}

/// The document that is open, and the section of it that the reader sees.
fn in_sight(host: &Host, view: &View) -> Option<(String, usize)> {
    let id = view.document.clone()?;
    let edition = host.store.corpus().edition_or_original(&id, view.text_lang)?;
    Some((id, dom::section_in_sight(&host.element, edition)?))
}

/// Remembers the place before the text is drawn in another language, or in two, gives way to a list, makes room for a panel or
/// changes its looks.
fn keep_place(host: &Host, change: &Change) {
    let text = |view: &View| (view.text_lang, view.middle);
    let anew = text(&change.before) != text(&change.after);
    let drawn = |view: &View| (text(view), view.ui_lang, view.panel == Panel::Closed, view.settings);
    if change.action.is_journey() {
        // Whoever goes on from a list does not come back to where the text was left. The history knows its own places.
        if !change.before.middle.is_text() && !matches!(change.action, Action::Follow(_)) {
            host.kept.set(None);
        }
        return;
    }
    if drawn(&change.before) == drawn(&change.after) || !change.before.middle.is_text() {
        if change.before.middle != change.after.middle && !change.after.middle.is_text() {
            dom::show_top(&host.element);
        }
        return;
    }
    if let Some(id) = &change.before.document {
        let edition = host.store.corpus().edition_or_original(id, change.before.text_lang);
        let next = host.store.corpus().edition_or_original(id, change.after.text_lang);
        let place = edition.zip(next);
        let place = place.and_then(|(edition, next)| dom::place_in_sight(&host.element, edition, next));
        host.kept.set(place.map(|(anchor, top)| Kept::Block { anchor, top, anew }));
    }
    if !change.after.middle.is_text() {
        dom::show_top(&host.element);
    }
}

/// The view as it is, and as it becomes by the changes that matter.
#[hook]
pub fn use_view(host: &Rc<Host>, matters: fn(&Change) -> bool) -> Rc<View> {
    let view = use_state(|| Rc::new(host.store.view()));
    use_effect_with((), {
        let (host, view) = (host.clone(), view.setter());
        move |()| {
            let subscription = host.store.subscribe(move |change| {
                if matters(change) {
                    view.set(Rc::new(change.after.clone()));
                }
            });
            move || drop(subscription)
        }
    });
    (*view).clone()
}

#[component]
pub fn App(props: &Props) -> Html {
    let host = props.host.clone();
    let view = use_view(&host, |_| true);
    // Known before the first picture, so that the contents do not unfold after it.
    let here = use_state_eq(|| in_sight(&host, &host.store.view()));
    use_effect_with((), {
        let host = host.clone();
        move |()| {
            let store = host.store.clone();
            let subscription = store.subscribe(move |change| {
                keep_place(&host, change);
                if change.before.settings != change.after.settings {
                    dom::apply_settings(&host.element, &change.after.settings);
                }
            });
            move || drop(subscription)
        }
    });
    // A section's number means nothing in another document, and the text of a new one is drawn after this.
    let section =
        (*here).as_ref().filter(|(id, _)| Some(id) == view.document.as_ref()).map(|(_, section)| *section);
    let context = Context { host: host.clone(), view: view.clone(), here: section };
    let shown = (view.document.clone(), view.text_lang);
    use_effect_with(shown, {
        let (context, here) = (context.clone(), here.setter());
        move |_| {
            let watch = dom::watch_scrolling(move || {
                here.set(in_sight(&context.host, &context.view));
                dom::show_progress(&context.host.element, context.view.document.is_some());
            });
            move || drop(watch)
        }
    });
    let mut frame = el("div", "sr-frame").lang(view.ui_lang);
    if view.panel == Panel::Contents {
        frame = frame.with("data-open", "contents");
    }
    // Not drawn anew at every key that is typed.
    let seen = (view.document.clone(), view.text_lang, view.ui_lang, section);
    let contents = use_memo(seen, |_| html! { <Contents ..context.clone() /> });
    let is_text = view.middle.is_text();
    let middle = el("div", "sr-middle")
        .child_if(is_text.then(|| place(&context)))
        .child_if(is_text.then(|| el("slot", "").html()))
        .child_if((!is_text).then(|| lists::middle(&context)))
        .child(notice(&context));
    let columns = el("div", "sr-columns")
        .child_if(is_text.then(|| (*contents).clone()))
        .child(middle.html())
        .child(html! { <SidePanel ..context.clone() /> });
    frame.child(bar(&context)).child(columns.html()).child(html! { <Floats ..context /> }).html()
}
