//! The thin room that speaks with the host page: one exported class, its options, location and links.

mod api;
mod bundle;
#[cfg(feature = "parts")]
mod gallery;
mod host;
mod mounts;
mod options;
mod shelf;
mod storage;

use crate::corpus::Corpus;
use crate::state::{Action, Change, Middle, Refusal, Store, Subscription, View, apply, from_kept, to_kept};
use crate::ui::{Files, Host, dom};
use host::{Links, Location};
use mounts::Mount;
use options::{Options, Routing};
use shelf::Shelf;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::Element;

/// Answers a question of the page's scripts, or opens a file of documents; `embed/api` has the questions.
#[wasm_bindgen]
pub fn ask(shelf: String, question: String, subject: JsValue, options: JsValue) -> js_sys::Promise {
    api::ask(api::Request { shelf, question, subject, options })
}

/// One reader in one element. The element's module makes it, hands on changed attributes, and destroys it.
#[wasm_bindgen]
pub struct Reader {
    host: Rc<Host>,
    mount: Mount,
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
        let Shelf { corpus, index, filters } = shelf::shelf(options.shelf.as_deref().unwrap_or_default())?;
        let location = Rc::new(Location::new(&options));
        let address = options.complete(location.address().unwrap_or_default());
        let view = apply(&options.view(), Action::Follow(address), &corpus);
        let kept = storage::load();
        let remembered = kept.is_some();
        let (settings, basket) = from_kept(&kept.unwrap_or_default(), &corpus);
        let store =
            Store::new(corpus.clone(), View { settings, remembered, basket: Rc::new(basket), ..view });
        dom::apply_settings(&element, &settings);
        let view = store.view();
        // The browser has scrolled to what its own address names; the rest of the way is the reader's.
        let is_drawn = options.routing() == Routing::Hash || view.middle == Middle::Parallel;
        let no_block = |anchor: &str| corpus.editions().any(|view| view.commitment_at(anchor).is_some());
        if view.note.is_some() || view.anchor.is_some_and(|anchor| is_drawn || no_block(&anchor)) {
            store.set_out();
        }
        let document = element.owner_document().ok_or_else(|| JsError::new("the element has no document"))?;
        let refused = |_| JsError::new("the element takes no child");
        let mut root = Mount::take(&document).map_err(refused)?;

        let permalink = {
            let (location, corpus) = (location.clone(), corpus.clone());
            move |view: &View| location.permalink(view, &corpus)
        };
        let host = Rc::new(Host {
            store: store.clone(),
            index,
            filters,
            element: element.clone(),
            drawn: root.drawn.clone(),
            text: RefCell::new(dom::Drawn::new(root.drawn.clone())),
            shown: RefCell::default(),
            number: root.number,
            heading_level: options.heading_level(),
            typed: RefCell::default(),
            kept: Cell::new(None),
            files: Files::default(),
            arrived: Cell::new(0),
            is_drawing: Cell::new(false),
            held: Cell::new(None),
            unshown: RefCell::new(Some(Vec::new())),
            permalink: Box::new(permalink),
        });
        let history = store.subscribe({
            let (location, corpus) = (location.clone(), corpus);
            let told = options.told.clone();
            let store = Rc::downgrade(&store);
            move |change| {
                location.record(change, &corpus);
                report(&told, change, &location, &corpus);
                let View { settings, remembered, basket, .. } = &change.after;
                let is_changed =
                    (*settings, *remembered) != (change.before.settings, change.before.remembered);
                if is_changed || *remembered && !Rc::ptr_eq(basket, &change.before.basket) {
                    let is_kept =
                        storage::save(remembered.then(|| to_kept(&change.after, &corpus)).as_deref());
                    if let Some(store) = store.upgrade().filter(|_| !is_kept) {
                        store.dispatch(Action::Remember(false));
                        store.dispatch(Action::Refused(Refusal::Keep));
                    }
                }
            }
        });
        let links = Links::new(&element, store.clone(), location.clone());
        location.name_page(&store.view(), store.corpus());
        location.listen(&host);
        root.fill(&mount, host.clone()).map_err(refused)?;
        Ok(Reader { host, mount: root, location, _links: links, _history: history })
    }

    /// The frame, which is drawn before it is seen, has been shown.
    pub fn shown(&self) {
        self.host.shown();
    }

    /// Where the reader stands, as an object: what is open, how it is read, and the link that leads there.
    pub fn state(&self) -> JsValue {
        state(&self.host.store.view(), &self.location, self.host.store.corpus())
    }

    /// Goes to an anchor, of whatever document.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, anchor: String) {
        self.host.store.dispatch(Action::GoTo(anchor));
    }

    /// Follows changed attributes of the element.
    pub fn update(&self, options: JsValue) {
        let options = Options::read(&options);
        let store = &self.host.store;
        options.actions(&store.view()).into_iter().for_each(|action| store.dispatch(action));
    }

    /// Takes the reader down. The text in the light DOM stays.
    pub fn destroy(self) {
        self.location.stop();
        self.mount.leave();
        self.host.text.borrow_mut().draw(None, None);
    }
}

fn state(view: &View, location: &Location, corpus: &Corpus) -> JsValue {
    let state = js_sys::Object::new();
    let pairs = [
        ("document", view.document.clone()),
        ("anchor", view.anchor.clone()),
        ("textLang", Some(view.text_lang.code().to_owned())),
        ("lang", Some(view.ui_lang.code().to_owned())),
        ("view", Some(view.middle.name().to_owned())),
        ("query", Some(view.query.clone()).filter(|query| !query.is_empty())),
        ("link", location.permalink(view, corpus)),
    ];
    for (name, value) in pairs {
        // A new object takes any property.
        let _ = js_sys::Reflect::set(&state, &name.into(), &value.into());
    }
    state.into()
}

/// Tells the host page of what a person did, by the names of the element's events.
fn report(told: &js_sys::Function, change: &Change, location: &Location, corpus: &Corpus) {
    let (before, after) = (&change.before, &change.after);
    let changed = [
        (
            "place",
            (&before.document, &before.anchor, before.middle)
                != (&after.document, &after.anchor, after.middle),
        ),
        ("search", (&before.query, &before.selection) != (&after.query, &after.selection)),
        ("language", (before.ui_lang, before.text_lang) != (after.ui_lang, after.text_lang)),
    ];
    if let Action::Refused(what) = change.action {
        let _ = told.call2(
            &JsValue::UNDEFINED,
            &"error".into(),
            &api::error(what.code(), "the browser did not allow it"),
        );
    }
    for (what, _) in changed.into_iter().filter(|(_, changed)| *changed) {
        // What a listener throws is the page's to see, and stops nobody here.
        let _ = told.call2(&JsValue::UNDEFINED, &what.into(), &state(after, location, corpus));
    }
}
