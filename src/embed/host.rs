//! The page's address, its history, and the links in the text.

use super::options::{Options, Routing};
use crate::corpus::Corpus;
use crate::page;
use crate::state::{Action, Change, Middle, Store, View, address::Address};
use crate::strings::phrases;
use crate::ui::Host;
use crate::ui::dom::{self, Kept, Rest};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, Event, History, HtmlAnchorElement, KeyboardEvent, MouseEvent, ScrollRestoration, Url,
};

type Listener = Closure<dyn FnMut(Event)>;

/// Reads and writes the address as far as it belongs to the reader.
pub struct Location {
    routing: Routing,
    /// The site's start page, absolute and with a slash at the end.
    base: Option<String>,
    link_base: Option<String>,
    listener: RefCell<Option<Listener>>,
    /// What is to be written when typing rests: browsers stop a page that writes at every key.
    unwritten: Rc<RefCell<Option<String>>>,
    rest: Rest,
}

/// How long typing has to rest before it is written into the address, in milliseconds.
const REST: i32 = 200;

impl Location {
    pub fn new(options: &Options) -> Self {
        let page = href();
        let absolute = |relative: &String| {
            let page = page.as_deref()?;
            let address = Url::new_with_base(relative, page).ok()?.href();
            // What becomes part of links is an address, not a script.
            ["http://", "https://", "file://"]
                .iter()
                .any(|start| address.starts_with(start))
                .then_some(address)
        };
        Location {
            routing: options.routing(),
            base: options.base.as_ref().and_then(absolute),
            link_base: options.link_base.as_ref().and_then(absolute),
            listener: RefCell::new(None),
            unwritten: Rc::default(),
            rest: Rest::default(),
        }
    }

    /// What the page's address says; none where it belongs to the host.
    pub fn address(&self) -> Option<Address> {
        let href = href()?;
        match self.routing {
            Routing::Path => Some(Address::parse(href.strip_prefix(self.base.as_deref()?)?)),
            Routing::Hash => {
                // A fragment that does not begin with a slash is the host's own.
                let fragment = href.split_once("#/").map_or("", |(_, fragment)| fragment);
                Some(Address::parse(fragment))
            }
            Routing::None => None,
        }
    }

    /// The address of a link within the reader, if it leads to a place of ours.
    fn address_of(&self, link: &str) -> Option<Address> {
        let base = self.base.as_deref().filter(|_| self.routing == Routing::Path)?;
        link.strip_prefix(base).map(Address::parse)
    }

    /// The address that others should keep: under the host's link base, else where the reader is at home.
    pub fn permalink(&self, view: &View, corpus: &Corpus) -> Option<String> {
        let base = match (&self.link_base, self.routing) {
            (Some(base), _) => base.clone(),
            (None, Routing::Path) => self.base.clone()?,
            // A file on this machine is of no use to anybody else.
            (None, Routing::Hash) => {
                let page = href().filter(|page| !page.starts_with("file:"))?;
                format!("{}#/", page.split('#').next().unwrap_or_default())
            }
            (None, Routing::None) => return None,
        };
        // Somebody else's query is of no use; the menus speak the language of their page.
        let own_page = self.routing == Routing::Path;
        let ui_lang = if own_page { view.text_lang } else { view.ui_lang };
        let (query, selection, middle, listing) = Default::default();
        let place = View { query, selection, middle, listing, ui_lang, ..view.clone() };
        let address = Address::of(&place, corpus);
        Some(format!("{base}{address}{}", address.text_directive()))
    }

    /// Writes a changed view into the address and the title.
    pub fn record(&self, change: &Change, corpus: &Corpus) {
        let is_typed = matches!(change.action, Action::Search(_));
        self.write(change, is_typed, corpus);
        // In this order: the browser gives a title to the entry of the history that it is at.
        if !is_typed {
            self.name_page(&change.after, corpus);
        }
    }

    /// A new entry for a new place, none while typing.
    fn write(&self, change: &Change, is_typed: bool, corpus: &Corpus) {
        let unwritten = self.unwritten.take();
        if matches!(change.action, Action::Follow(_)) {
            return;
        }
        let address = Address::of(&change.after, corpus).to_string();
        let url = match (self.routing, &self.base) {
            (Routing::Path, Some(base)) => format!("{base}{address}"),
            // A path of its own would lead out of the host's page, so all of it stands behind the `#`.
            (Routing::Hash, _) => format!("#/{address}"),
            _ => return,
        };
        if Some(&url) == href().as_ref() {
            return;
        }
        let Some(history) = history() else { return };
        let place = |view: &View| (view.document.clone(), view.anchor.clone(), view.middle);
        let moved = place(&change.before) != place(&change.after);
        if moved {
            // The entry that is left remembers what was sought, and how far the page was scrolled.
            let _ = history.replace_state_with_url(&dom::scrolled().into(), "", unwritten.as_deref());
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&url));
        } else if is_typed {
            self.unwritten.replace(Some(url));
            let unwritten = self.unwritten.clone();
            self.rest.ask(REST, Box::new(move || write(unwritten.take())));
        } else {
            write(Some(url));
        }
    }

    /// On our own pages the title follows the place, and the page speaks the language of the controls.
    pub fn name_page(&self, view: &View, corpus: &Corpus) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        if self.routing == Routing::Path {
            let edition =
                view.document.as_deref().and_then(|id| corpus.edition_or_original(id, view.text_lang));
            let block =
                edition.zip(view.anchor.as_deref()).and_then(|(edition, anchor)| edition.block_at(anchor));
            let phrases = phrases(view.ui_lang);
            let title = match view.middle {
                Middle::Text | Middle::Parallel => page::title(edition, block, view.ui_lang),
                Middle::Commitments => format!("{} – {}", phrases.commitments, phrases.start_title),
                Middle::Themes => format!("{} – {}", phrases.themes, phrases.start_title),
            };
            // Setting it is work for the browser, at every key.
            if document.title() != title {
                document.set_title(&title);
            }
            // Browsers work out the style of the whole page anew when its language is set, to the same one too.
            let lang = Some(view.ui_lang.code());
            let root =
                document.document_element().filter(|root| root.get_attribute("lang").as_deref() != lang);
            if let (Some(root), Some(lang)) = (root, lang) {
                let _ = root.set_attribute("lang", lang);
            }
        }
    }

    /// Follows the address on back and forward, to where the page was scrolled. The browsers' own way of coming back
    /// would scroll before the text is drawn; it is left to them only when the page itself is loaded anew.
    pub fn listen(self: &Rc<Self>, host: &Rc<Host>) {
        let (location, host) = (Rc::downgrade(self), Rc::downgrade(host));
        let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let (Some(location), Some(host)) = (location.upgrade(), host.upgrade()) else { return };
            let Some(history) = history() else { return };
            if event.type_() == "pagehide" {
                write(location.unwritten.take());
                let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
            } else if let Some(address) = location.address() {
                host.kept.set(history.state().ok().and_then(|state| state.as_f64()).map(Kept::Page));
                host.store.dispatch(Action::Follow(address));
            }
        });
        if let Some(window) = web_sys::window().filter(|_| self.routing != Routing::None) {
            if let Some(history) = history() {
                let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
            }
            for event in EVENTS {
                let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
            }
        }
        self.listener.replace(Some(closure));
    }

    pub fn stop(&self) {
        if let (Some(window), Some(closure)) = (web_sys::window(), self.listener.take()) {
            for event in EVENTS {
                let _ = window.remove_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
            }
        }
    }
}

const EVENTS: [&str; 2] = ["popstate", "pagehide"];

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

fn write(url: Option<String>) {
    if let Some((history, url)) = history().zip(url) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

fn href() -> Option<String> {
    web_sys::window()?.location().href().ok()
}

/// Follows the links in the text, which came with the page or were drawn: both are plain links until somebody clicks.
/// From one number in the margin to the next lead the arrow keys, so that the tab key has fewer stops.
pub struct Links {
    element: Element,
    closure: Listener,
}

const LINK_EVENTS: [&str; 2] = ["click", "keydown"];

impl Links {
    pub fn new(element: &Element, store: Rc<Store>, location: Rc<Location>) -> Self {
        let host = element.clone();
        let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
                dom::move_along_margin(&host, key);
            } else if dom::show_other_side(&event) {
                event.prevent_default();
            } else if let Some(action) = action(&event, &host, &location) {
                event.prevent_default();
                store.dispatch(action);
            }
        });
        for event in LINK_EVENTS {
            let _ = element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        }
        Links { element: element.clone(), closure }
    }
}

impl Drop for Links {
    fn drop(&mut self) {
        for event in LINK_EVENTS {
            let _ = self
                .element
                .remove_event_listener_with_callback(event, self.closure.as_ref().unchecked_ref());
        }
    }
}

/// What a click in the text asks for. A click with a key held, or on a foreign link, is the browser's.
fn action(event: &Event, host: &Element, location: &Location) -> Option<Action> {
    let click = event.dyn_ref::<MouseEvent>()?;
    if event.default_prevented()
        || click.button() != 0
        || click.ctrl_key()
        || click.meta_key()
        || click.shift_key()
        || click.alt_key()
    {
        return None;
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let link = target.closest("a[href]").ok().flatten().filter(|link| host.contains(Some(link)))?;
    let written = link.get_attribute("href")?;
    // The list of all documents, where the page's address is not the reader's: its links are addresses of ours.
    if location.routing != Routing::Path && link.closest(".sr-start").ok().flatten().is_some() {
        return Some(Action::Visit(Address::parse(written.strip_prefix("#/").unwrap_or(&written))));
    }
    if let Some(anchor) = written.strip_prefix('#') {
        let anchor = anchor.to_owned();
        let is = |class: &str| link.class_list().contains(class);
        return Some(match (is("sr-handle"), is("sr-note-mark")) {
            (true, _) => Action::Cite(anchor),
            (_, true) => Action::OpenFootnote(anchor),
            _ => Action::GoTo(anchor),
        });
    }
    location.address_of(&link.unchecked_into::<HtmlAnchorElement>().href()).map(Action::Visit)
}
