//! What every part of the interface is drawn from: the view, the phrases, and the element that hosts the reader.

use super::dom::{self, Kept};
use super::later::Files;
use super::parts::{IconButton, Symbol, icon_button};
use super::text::Shown;
use crate::cite::Cited;
use crate::corpus::{Corpus, EditionView};
use crate::embedded;
use crate::filter;
use crate::search::Index;
use crate::state::{Action, Store, View};
use crate::strings::{self, Phrases};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use yew::prelude::*;

type Permalink = Box<dyn Fn(&View) -> Option<String>>;
type Task = Box<dyn FnOnce()>;

/// The reader's surroundings, fixed for its life.
pub struct Host {
    pub store: Rc<Store>,
    /// What search knows of the corpus; all readers of a page share it.
    pub index: Rc<OnceCell<Index>>,
    /// The values by which the documents are narrowed down; shared too.
    pub filters: Rc<OnceCell<filter::Index>>,
    /// The custom element; its light DOM holds the text.
    pub element: web_sys::Element,
    /// Where text is drawn that did not come with the page.
    pub drawn: web_sys::Element,
    pub text: RefCell<dom::Drawn>,
    /// What stands there.
    pub shown: RefCell<Option<Shown>>,
    /// Which reader of the page this is, from 1 on.
    pub number: usize,
    /// The level of the title's heading in the host's outline.
    pub heading_level: u8,
    /// What was typed to be sought, and is not yet.
    pub typed: RefCell<Option<String>>,
    /// The place to come back to when the text has been drawn.
    pub kept: Cell<Option<Kept>>,
    /// The rooms that are fetched when they are first entered.
    pub files: Files,
    /// The journeys that have come to their end.
    pub arrived: Cell<u32>,
    /// Whether Yew has yet to tell that the text, and all beside it, is drawn.
    pub is_drawing: Cell<bool>,
    /// A block that stands where it should, how far from the top of the window; something beside it may yet be drawn.
    pub held: Cell<Option<(web_sys::Element, f64)>>,
    /// What is to be done when the frame is shown; nothing once it is.
    pub unshown: RefCell<Option<Vec<Task>>>,
    /// The address of a view as others should keep it; none where the host page has no place for it.
    pub permalink: Permalink,
}

impl Host {
    /// Called while Yew draws a component, it calls back when that is drawn and shown. That is before the next picture, unlike Yew's
    /// effects, which wait until after it when drawing took 16 ms or more; then other components may wait as well.
    pub fn when_drawn(&self, task: Task) {
        match &mut *self.unshown.borrow_mut() {
            Some(tasks) => tasks.push(task),
            None => dom::do_beside(async { task() }),
        }
    }

    /// The frame, which is drawn before it is seen, has been shown.
    pub fn shown(&self) {
        for task in self.unshown.take().unwrap_or_default() {
            task();
        }
    }
}

/// A new one is made for every change of the view. The property of every component.
#[derive(Clone, Properties)]
pub struct Context {
    pub host: Rc<Host>,
    pub view: Rc<View>,
    /// The section that the reader sees, as its place in the edition.
    pub here: Option<usize>,
}

impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.host, &other.host) && Rc::ptr_eq(&self.view, &other.view) && self.here == other.here
    }
}

impl Context {
    pub fn phrases(&self) -> &'static Phrases {
        strings::phrases(self.view.ui_lang)
    }

    /// Only for rooms that come later, as is the next.
    pub fn finding(&self) -> &'static strings::Finding {
        strings::finding(self.view.ui_lang)
    }

    pub fn citing(&self) -> &'static strings::Citing {
        strings::citing(self.view.ui_lang)
    }

    /// The name of a landmark, which no other reader of the page has.
    pub fn landmark(&self, name: &'static str) -> AttrValue {
        match self.host.number {
            1 => name.into(),
            number => format!("{name} ({number})").into(),
        }
    }

    pub fn corpus(&self) -> &Corpus {
        self.host.store.corpus()
    }

    /// Made when somebody first searches.
    pub fn index(&self) -> &Index {
        self.host.index.get_or_init(|| Index::with_terms(self.corpus(), &embedded::terms()))
    }

    /// Made when somebody first narrows the documents down.
    pub fn filters(&self) -> &filter::Index {
        self.host.filters.get_or_init(|| filter::Index::new(self.corpus()))
    }

    /// The edition that is open.
    pub fn edition(&self) -> Option<EditionView<'_>> {
        let id = self.view.document.as_deref()?;
        self.corpus().edition_or_original(id, self.view.text_lang)
    }

    /// Dispatches actions later, from a callback.
    pub fn dispatcher(&self) -> impl Fn(Action) + Clone + 'static {
        let host = self.host.clone();
        move |action| host.store.dispatch(action)
    }

    /// A callback that dispatches one action.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatcher();
        Callback::from(move |_| dispatch(action.clone()))
    }

    /// The same for a link: the browser does not follow it, the reader does.
    pub fn on_link(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.dispatcher();
        Callback::from(move |event: MouseEvent| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                dispatch(action.clone());
            }
        })
    }

    /// A quiet button that cites a place without going there.
    pub fn cite_button(&self, edition: EditionView, anchor: &str) -> Html {
        let action = Action::CiteWords(Rc::new(Cited::at(edition, Some(anchor))));
        let label = self.phrases().cite;
        let look = IconButton { symbol: Symbol::Quote, label, class: Some("sr-cite-it"), expanded: None };
        icon_button(look, self.on(action))
    }

    /// Dispatches an action when Escape is pressed.
    pub fn on_escape(&self, action: Action) -> Callback<KeyboardEvent> {
        let host = self.host.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                host.typed.take();
                host.store.dispatch(action.clone());
            }
        })
    }
}
