//! The text in the light DOM: what came with the page as long as it is the one wanted, else drawn anew.

use super::app::{Props, use_view};
use super::context::Context;
use super::dom::Kept;
use super::{dom, render};
use crate::cite;
use crate::corpus::EditionView;
use crate::model::Lang;
use crate::page::{self, Options};
use crate::state::{Change, Middle, Panel, View};
use yew::prelude::*;

/// What is shown, as far as the text depends on it.
#[derive(Clone, PartialEq)]
struct Shown {
    document: Option<String>,
    text_lang: Lang,
    ui_lang: Lang,
    is_parallel: bool,
}

/// Whether a change can be seen in the text. One key more in the search field is not, and drawing takes time.
fn is_seen(change: &Change) -> bool {
    let read = |view: &View| (view.text_lang, view.ui_lang, view.middle, view.settings);
    let (before, after) = (&change.before, &change.after);
    change.action.is_journey()
        || read(before) != read(after)
        || (&before.document, &before.anchor, &before.words) != (&after.document, &after.anchor, &after.words)
        || (before.panel == Panel::Closed) != (after.panel == Panel::Closed)
}

#[component]
pub fn Text(props: &Props) -> Html {
    let host = props.host.clone();
    let view = use_view(&host, is_seen);
    let context = Context { host: host.clone(), view: view.clone(), here: None };
    let edition = context.edition();
    let shown = Shown {
        document: view.document.clone(),
        text_lang: edition.map_or(view.ui_lang, |edition| edition.edition.lang),
        ui_lang: view.ui_lang,
        is_parallel: view.middle == Middle::Parallel,
    };
    let fingerprint = edition.map(|edition| edition.edition.fingerprint.clone());
    let kept =
        !shown.is_parallel && dom::came_with_page(&host.element, fingerprint.as_deref(), shown.ui_lang);
    let drawn = use_memo((shown, kept), |(shown, kept)| {
        let options = |edition: EditionView| Options {
            ui_lang: shown.ui_lang,
            heading_level: host.heading_level,
            ids: dom::ids_are_free(&host.element, &edition.block(0).anchor),
        };
        match (kept, edition) {
            (true, _) => Html::default(),
            (false, Some(edition)) => {
                let beside = edition.beside().filter(|_| shown.is_parallel);
                render::element(&match beside {
                    Some(beside) => page::parallel(edition, beside, options(edition)),
                    None => page::article(edition, options(edition)),
                })
            }
            (false, None) => render::element(&page::start(context.corpus(), shown.ui_lang)),
        }
    });
    host.is_drawing.set(true);
    host.when_drawn(Box::new(move || when_drawn(&context, kept)));
    use_effect(move || {
        host.is_drawing.set(false);
        if let Some((block, top)) = host.held.take() {
            dom::scroll(&block, top);
        }
        match host.kept.take() {
            Some(page @ Kept::Page(_)) => drop(dom::return_to(&host.element, &page)),
            other => host.kept.set(other),
        }
    });
    (*drawn).clone()
}

/// After the text has been drawn: on to where the journey leads, or back to where one was.
fn when_drawn(context: &Context, kept: bool) {
    let Context { host, view, .. } = context;
    // What came with the page goes when the new text is there, so that the page never shrinks in between.
    if !kept {
        dom::drop_what_came(&host.element, &host.drawn);
    }
    let edition = context.edition();
    // A commitment stands in its block.
    let block = edition.zip(view.anchor.as_deref());
    let block = block.and_then(|(edition, anchor)| edition.block_at(anchor));
    let journeys = host.store.journeys();
    let is_drawing = host.is_drawing.get();
    let waits = |place: &Kept| match place {
        // A place in the text waits until the text is there again; one of the page, until all of it is there.
        Kept::Block { .. } => !view.middle.is_text(),
        Kept::Page(_) => is_drawing,
    };
    let place = match host.kept.take() {
        Some(place) if waits(&place) => {
            host.kept.set(Some(place));
            None
        }
        Some(place) => dom::return_to(&host.element, &place),
        None if journeys > host.arrived.replace(journeys) => {
            let block = edition.zip(block).map(|(edition, block)| edition.block(block));
            dom::arrive(&host.element, block.map(|block| block.anchor.as_str()))
        }
        None => None,
    };
    // What stands beside the text may yet be drawn.
    host.held.set(place.filter(|_| is_drawing).map(|block| {
        let top = dom::top_of(&block);
        (block, top)
    }));
    // The words that a link points at, wherever the text has just been drawn.
    if let Some(edition) = edition {
        let words = block.zip(view.words.as_ref());
        let words = words.and_then(|(block, words)| cite::pointed(edition, block, words));
        dom::show_words(&host.element, "sr-words", edition, words.as_slice());
    }
}
