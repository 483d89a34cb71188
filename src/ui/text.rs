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
    // What came with the page goes when the new text is there, so that the page never shrinks in between.
    use_effect_with(kept, {
        let host = host.clone();
        move |kept| {
            if !kept {
                dom::drop_what_came(&host.element, &host.drawn);
            }
        }
    });
    // After the text has been drawn: on to where the journey leads, or back to where one was.
    let journey = (host.store.journeys(), view.text_lang, view.ui_lang, view.middle);
    // A panel beside the text makes it narrower, settings make it longer.
    use_effect_with((journey, view.panel == Panel::Closed, view.settings), {
        // A commitment stands in its block.
        let block = edition.zip(view.anchor.as_deref());
        let block = block.and_then(|(edition, anchor)| Some(edition.block(edition.block_at(anchor)?)));
        let (host, anchor) = (host.clone(), block.map(|block| block.anchor.clone()));
        let is_text = view.middle.is_text();
        move |((journeys, ..), ..)| match host.kept.take() {
            // A place in the text waits until the text is there again.
            Some(kept @ Kept::Block { .. }) if !is_text => host.kept.set(Some(kept)),
            Some(kept) => dom::return_to(&host.element, &kept),
            None if *journeys > host.arrived.replace(*journeys) => {
                dom::arrive(&host.element, anchor.as_deref())
            }
            None => {}
        }
    });
    // After that as well: the words that a link points at, wherever the text has just been drawn.
    use_effect_with((view.words.clone(), view.document.clone(), journey), {
        let (host, anchor) = (host.clone(), view.anchor.clone());
        let id = view.document.clone();
        move |(words, _, (_, lang, ..))| {
            let edition = id.and_then(|id| host.store.corpus().edition_or_original(&id, *lang));
            let Some(edition) = edition else { return };
            let block = anchor.and_then(|anchor| edition.block_at(&anchor));
            let words =
                block.zip(words.as_ref()).and_then(|(block, words)| cite::pointed(edition, block, words));
            dom::show_words(&host.element, "sr-words", edition, words.as_slice());
        }
    });
    (*drawn).clone()
}
