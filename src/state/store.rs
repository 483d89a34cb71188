//! Holds the one view, applies actions to it and tells whoever listens.

use super::{Action, View, apply};
use crate::corpus::Corpus;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
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
    /// Changes that are still to be told, so that every listener hears them in the order in which they happened.
    untold: RefCell<VecDeque<Change>>,
    telling: Cell<bool>,
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
            untold: RefCell::default(),
            telling: Cell::new(false),
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

    /// Says that the way to the view's place is still to be gone, as when the page did not bring it into sight itself.
    pub fn set_out(&self) {
        self.journeys.set(self.journeys.get().wrapping_add(1));
    }

    /// Applies an action. Listeners are called in the order in which they came; they may dispatch in turn.
    pub fn dispatch(&self, action: Action) {
        let before = self.view();
        let after = apply(&before, action.clone(), &self.corpus);
        if action.is_journey() {
            self.set_out();
        }
        self.view.replace(after.clone());
        self.untold.borrow_mut().push_back(Change { before, after, action });
        if !self.telling.replace(true) {
            while let Some(change) = self.next_untold() {
                self.tell(&change);
            }
            self.telling.set(false);
        }
    }

    fn next_untold(&self) -> Option<Change> {
        self.untold.borrow_mut().pop_front()
    }

    fn tell(&self, change: &Change) {
        let listeners: Vec<(u32, Listener)> = self.listeners.borrow().clone();
        for (id, listener) in listeners {
            // One that listened when this began may have gone since.
            if self.listeners.borrow().iter().any(|(other, _)| *other == id) {
                listener(change);
            }
        }
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
            let mut listeners = store.listeners.borrow_mut();
            let place = listeners.iter().position(|(id, _)| *id == self.id);
            let gone = place.map(|place| listeners.remove(place));
            // What the listener holds may be a subscription too, so it is dropped after the list is free again.
            drop(listeners);
            drop(gone);
        }
    }
}
