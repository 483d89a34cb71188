//! The text in the light DOM: what came with the page as long as it is the one wanted, else drawn anew.

use super::app::{Props, use_view};
use super::context::{Context, Host};
use super::dom::{self, Kept};
use crate::cite;
use crate::corpus::EditionView;
use crate::model::Lang;
use crate::page::{self, Options};
use crate::state::{Change, Middle, Panel, View};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// How long what is far from the place waits after the picture, in milliseconds, so that it keeps nobody waiting.
const PAUSE: i32 = 100;

/// What is shown, as far as the text depends on it.
#[derive(PartialEq)]
pub struct Shown {
    document: Option<String>,
    text_lang: Lang,
    ui_lang: Lang,
    is_parallel: bool,
    /// It came with the page.
    kept: bool,
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
    let ui_lang = view.ui_lang;
    let is_parallel = view.middle == Middle::Parallel;
    let fingerprint = edition.map(|edition| edition.edition.fingerprint.as_str());
    let kept = !is_parallel && dom::came_with_page(&host.element, fingerprint, ui_lang);
    let text_lang = edition.map_or(ui_lang, |edition| edition.edition.lang);
    let shown = Some(Shown { document: view.document.clone(), text_lang, ui_lang, is_parallel, kept });
    if shown != *host.shown.borrow() {
        draw(&context, edition.filter(|_| !kept), kept, is_parallel);
        host.shown.replace(shown);
    }
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
    Html::default()
}

fn draw(context: &Context, edition: Option<EditionView>, kept: bool, is_parallel: bool) {
    let Context { host, view, .. } = context;
    let text = edition.map(|edition| {
        let options = Options {
            ui_lang: view.ui_lang,
            heading_level: host.heading_level,
            ids: dom::ids_are_free(&host.element, &edition.block(0).anchor),
        };
        match edition.beside().filter(|_| is_parallel) {
            Some(beside) => page::parallel(edition, beside, options),
            None => page::article(edition, options),
        }
    });
    let text = text.or_else(|| (!kept).then(|| page::start(context.corpus(), view.ui_lang)));
    let place = host.kept.take();
    let near = match &place {
        Some(Kept::Block { anchor, top, anew: true }) if view.middle.is_text() => Some((&**anchor, *top)),
        _ => None,
    };
    host.text.borrow_mut().draw(text, near);
    host.kept.set(place);
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
    if host.text.borrow().is_partial() {
        finish_later(host.clone(), place.clone());
    }
    // What stands beside the text may yet be drawn.
    host.held.set(place.filter(|_| is_drawing).map(|block| {
        let top = dom::top_of(&block);
        (block, top)
    }));
    show_words(context);
}

/// Draws what is far from the place when what is near has been seen: another language takes 50 ms instead of 139, both 61 instead of 271
/// (slowed four times). A panel is not worth it.
fn finish_later(host: Rc<Host>, place: Option<Element>) {
    let finish = move || {
        // Somebody may have scrolled since.
        let place = place.map(|block| (dom::top_of(&block), block));
        host.text.borrow_mut().finish();
        if let Some((top, block)) = place {
            dom::scroll(&block, top);
        }
        dom::show_progress(&host.element, true);
        show_words(&Context { view: Rc::new(host.store.view()), host, here: None });
    };
    dom::after_picture(Box::new(|| dom::do_after(PAUSE, Box::new(finish))));
}

/// The words that a link points at, wherever the text has just been drawn.
fn show_words(context: &Context) {
    let Context { host, view, .. } = context;
    let Some(edition) = context.edition() else { return };
    let block = view.anchor.as_deref().and_then(|anchor| edition.block_at(anchor));
    let words = block.zip(view.words.as_ref());
    let words = words.and_then(|(block, words)| cite::pointed(edition, block, words));
    dom::show_words(&host.element, "sr-words", edition, words.as_slice());
}
