//! The whole reader: follows the store, lays out the frame.

use super::bar::bar;
use super::contents::Contents;
use super::context::{Context, Host};
use super::dom;
use super::footnote::Footnote;
use super::lists::Lists;
use super::notice::notice;
use super::panel::SidePanel;
use super::place::place;
use super::text::Text;
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

/// Remembers the place before the text is drawn in another language, or in two, or gives way to a list.
fn keep_place(host: &Host, change: &Change) {
    let drawn = |view: &View| (view.text_lang, view.ui_lang, view.middle);
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
        let kept = edition.zip(next);
        host.kept.set(kept.and_then(|(edition, next)| dom::place_in_sight(&host.element, edition, next)));
    }
    if !change.after.middle.is_text() {
        dom::show_top(&host.element);
    }
}

#[component]
pub fn App(props: &Props) -> Html {
    let host = props.host.clone();
    let view = use_state(|| Rc::new(host.store.view()));
    // Known before the first picture, so that the contents do not unfold after it.
    let here = use_state_eq(|| in_sight(&host, &host.store.view()));
    use_effect_with((), {
        let (host, view) = (host.clone(), view.setter());
        move |()| {
            let store = host.store.clone();
            let subscription = store.subscribe(move |change| {
                keep_place(&host, change);
                view.set(Rc::new(change.after.clone()));
            });
            move || drop(subscription)
        }
    });
    // A section's number means nothing in another document, and the text of a new one is drawn after this.
    let section =
        (*here).as_ref().filter(|(id, _)| Some(id) == view.document.as_ref()).map(|(_, section)| *section);
    let context = Context { host: host.clone(), view: (*view).clone(), here: section };
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
    let open = (view.panel == Panel::Contents).then_some("contents");
    html! {
        <div class="sr-frame" lang={view.ui_lang.code()} data-open={open}>
            { bar(&context) }
            <div class="sr-columns">
                if view.middle.is_text() {
                    <Contents ..context.clone() />
                }
                <div class="sr-middle">
                    if view.middle.is_text() {
                        { place(&context) }
                        <slot />
                    } else {
                        <Lists ..context.clone() />
                    }
                    { notice(&context) }
                </div>
                <SidePanel ..context.clone() />
            </div>
            <Footnote ..context.clone() />
            <Text ..context />
        </div>
    }
}
