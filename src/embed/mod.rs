//! The thin room that speaks with the host page: one exported class, its options, location and links.

#[cfg(feature = "parts")]
mod gallery;
mod host;
mod options;
mod storage;

use crate::archive;
use crate::corpus::Corpus;
use crate::filter;
use crate::search::Index;
use crate::state::{Action, Middle, Store, Subscription, View, apply};
use crate::ui::{App, Host, Props, dom};
use host::{Links, Location};
use options::{Options, Routing};
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::AppHandle;

/// The archive that the build put into the binary.
#[cfg(feature = "embed")]
static EMBEDDED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/documents.archive"));
#[cfg(not(feature = "embed"))]
static EMBEDDED: &[u8] = &[];

thread_local! {
    static INDEX: Rc<OnceCell<Index>> = Rc::default();
    static FILTERS: Rc<OnceCell<filter::Index>> = Rc::default();
    /// All readers of a page share one corpus.
    static CORPUS: OnceCell<Rc<Corpus>> = const { OnceCell::new() };
}

fn corpus() -> Result<Rc<Corpus>, JsError> {
    CORPUS.with(|cell| match cell.get() {
        Some(corpus) => Ok(corpus.clone()),
        None => {
            // What else could be said of it would be said to nobody: the whole binary has been checked on its way.
            let library = archive::decode_embedded(EMBEDDED).map_err(|_| JsError::new("no documents"))?;
            let corpus = Rc::new(Corpus::new(library));
            Ok(cell.get_or_init(|| corpus).clone())
        }
    })
}

/// One reader in one element. The element's module makes it, hands on changed attributes, and destroys it.
#[wasm_bindgen]
pub struct Reader {
    store: Rc<Store>,
    app: Option<AppHandle<App>>,
    location: Rc<Location>,
    _links: Links,
    _history: Subscription,
}

#[wasm_bindgen]
impl Reader {
    /// Draws into `mount`, an empty element in the shadow root of `element`.
    #[wasm_bindgen(constructor)]
    pub fn new(element: Element, mount: Element, options: JsValue) -> Result<Reader, JsError> {
        let options = Options::read(&options);
        let corpus = corpus()?;
        let location = Rc::new(Location::new(&options));
        let address = options.complete(location.address().unwrap_or_default());
        let view = apply(&options.view(), Action::Follow(address), &corpus);
        let kept = storage::load();
        let (settings, remembered) = (kept.unwrap_or_default(), kept.is_some());
        let store = Store::new(corpus.clone(), View { settings, remembered, ..view });
        dom::apply_settings(&element, &settings);
        let view = store.view();
        // The browser has scrolled to what its own address names; the rest of the way is the reader's.
        let is_drawn = options.routing() == Routing::Hash || view.middle == Middle::Parallel;
        let no_block = |anchor: &str| corpus.editions().any(|view| view.commitment_at(anchor).is_some());
        if view.note.is_some() || view.anchor.is_some_and(|anchor| is_drawn || no_block(&anchor)) {
            store.set_out();
        }
        let drawn = element
            .owner_document()
            .and_then(|document| document.create_element("div").ok())
            .ok_or_else(|| JsError::new("the element has no document"))?;
        drawn.set_class_name("sr-drawn");
        element.append_child(&drawn).map_err(|_| JsError::new("the element takes no child"))?;

        let permalink = {
            let (location, corpus) = (location.clone(), corpus.clone());
            move |view: &View| location.permalink(view, &corpus)
        };
        let host = Rc::new(Host {
            store: store.clone(),
            index: INDEX.with(Clone::clone),
            filters: FILTERS.with(Clone::clone),
            element: element.clone(),
            drawn,
            heading_level: options.heading_level(),
            kept: Cell::new(None),
            arrived: Cell::new(0),
            permalink: Box::new(permalink),
        });
        let history = store.subscribe({
            let (location, corpus) = (location.clone(), corpus);
            let element = element.clone();
            move |change| {
                location.record(change, &corpus);
                let settings = |view: &View| (view.settings, view.remembered);
                if settings(&change.before) != settings(&change.after) {
                    dom::apply_settings(&element, &change.after.settings);
                    storage::save(&change.after);
                }
            }
        });
        let links = Links::new(&element, store.clone(), location.clone());
        location.name_page(&store.view(), store.corpus());
        location.listen(&host);
        let app = yew::Renderer::<App>::with_root_and_props(mount, Props { host }).render();
        Ok(Reader { store, app: Some(app), location, _links: links, _history: history })
    }

    /// Goes to an anchor, of whatever document.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, anchor: String) {
        self.store.dispatch(Action::GoTo(anchor));
    }

    /// Follows changed attributes of the element.
    pub fn update(&self, options: JsValue) {
        let options = Options::read(&options);
        options.actions(&self.store.view()).into_iter().for_each(|action| self.store.dispatch(action));
    }

    /// Takes the reader down. The text in the light DOM stays.
    pub fn destroy(mut self) {
        self.location.stop();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }
}
