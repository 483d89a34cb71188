//! The documents that readers stand before: those of the binary, and those of files, beside them or alone.

use crate::corpus::Corpus;
use crate::embedded;
use crate::filter;
use crate::search::Index;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsError;

/// A corpus, with the indexes that are made when somebody first searches it or narrows it down. Its readers share it.
#[derive(Clone)]
pub struct Shelf {
    pub corpus: Rc<Corpus>,
    pub index: Rc<OnceCell<Index>>,
    pub filters: Rc<OnceCell<filter::Index>>,
}

thread_local! {
    /// By the names that the element's module gives to files; that of the binary has an empty one. Kept as long as the page.
    static SHELVES: RefCell<Vec<(String, Shelf)>> = const { RefCell::new(Vec::new()) };
}

/// The shelf of a name. That of the binary is made when it is first wanted.
pub fn shelf(name: &str) -> Result<Shelf, JsError> {
    let found = SHELVES
        .with_borrow(|shelves| shelves.iter().find(|(own, _)| own == name).map(|(_, shelf)| shelf.clone()));
    // What else could be said of it would be said to nobody: the whole binary has been checked on its way.
    let own = || embedded::library().ok().filter(|_| name.is_empty());
    let put_own = || Some(put(name, Corpus::new(own()?)));
    found.or_else(put_own).ok_or_else(|| JsError::new("no documents"))
}

pub fn put(name: &str, corpus: Corpus) -> Shelf {
    let shelf = Shelf { corpus: Rc::new(corpus), index: Rc::default(), filters: Rc::default() };
    SHELVES.with_borrow_mut(|shelves| shelves.push((name.to_owned(), shelf.clone())));
    shelf
}
