//! Holds the one view, applies actions to it and tells whoever listens.

use super::{Action, View, apply};
use crate::corpus::Corpus;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What an action did.
pub struct Change {
    pub before: View,
    pub after: View,
    pub action: Action,
}

type Listener = Rc<dyn Fn(&Change)>;

pub struct Store {
    corpus: Rc<Corpus>,
    view: RefCell<View>,
    /// Counts the actions that lead somewhere, so that going to the same place twice is two journeys.
    journeys: Cell<u32>,
    listeners: RefCell<Vec<(u32, Listener)>>,
    next_listener: Cell<u32>,
}

/// Listens as long as it lives.
pub struct Subscription {
    store: std::rc::Weak<Store>,
    id: u32,
}

impl Store {
    pub fn new(corpus: Rc<Corpus>, view: View) -> Rc<Self> {
        Rc::new(Store {
            corpus,
            view: RefCell::new(view),
            journeys: Cell::new(0),
            listeners: RefCell::default(),
            next_listener: Cell::new(0),
        })
    }

    pub fn corpus(&self) -> &Rc<Corpus> {
        &self.corpus
    }

    pub fn view(&self) -> View {
        self.view.borrow().clone()
    }

    pub fn journeys(&self) -> u32 {
        self.journeys.get()
    }

    /// Applies an action. Listeners are called in the order in which they came; they may dispatch in turn.
    pub fn dispatch(&self, action: Action) {
        let before = self.view();
        let after = apply(&before, action.clone(), &self.corpus);
        if action.is_journey() {
            self.journeys.set(self.journeys.get().wrapping_add(1));
        }
        self.view.replace(after.clone());
        let change = Change { before, after, action };
        let listeners: Vec<Listener> =
            self.listeners.borrow().iter().map(|(_, listener)| listener.clone()).collect();
        listeners.iter().for_each(|listener| listener(&change));
    }

    #[must_use]
    pub fn subscribe(self: &Rc<Self>, listener: impl Fn(&Change) + 'static) -> Subscription {
        let id = self.next_listener.replace(self.next_listener.get() + 1);
        self.listeners.borrow_mut().push((id, Rc::new(listener)));
        Subscription { store: Rc::downgrade(self), id }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(store) = self.store.upgrade() {
            store.listeners.borrow_mut().retain(|(id, _)| *id != self.id);
        }
    }
}
