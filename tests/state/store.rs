//! The store tells whoever listens, in order, as long as they listen.

use crate::support::{compiled, fixture};
use std::cell::RefCell;
use std::rc::Rc;
use strategy_reader::corpus::Corpus;
use strategy_reader::model::Lang;
use strategy_reader::state::{Action, Change, Store, Subscription, View};

fn store() -> Rc<Store> {
    Store::new(Rc::new(Corpus::new(compiled(&fixture("library")))), View::start(Lang::Nb))
}

/// What was heard, each line by one listener of one change.
#[derive(Clone, Default)]
struct Log(Rc<RefCell<Vec<String>>>);

impl Log {
    fn listener(&self, name: &'static str) -> impl Fn(&Change) + 'static {
        let log = self.clone();
        move |change| log.add(format!("{name} {} -> {}", query(&change.before), query(&change.after)))
    }

    fn add(&self, line: String) {
        self.0.borrow_mut().push(line);
    }

    /// The lines since the last time.
    fn take(&self) -> Vec<String> {
        self.0.take()
    }
}

fn query(view: &View) -> &str {
    if view.query.is_empty() { "-" } else { &view.query }
}

fn search(store: &Store, query: &str) {
    store.dispatch(Action::Search(query.to_owned()));
}

#[test]
fn listeners_are_told_in_the_order_in_which_they_came() {
    let (store, log) = (store(), Log::default());
    search(&store, "nobody listens");
    search(&store, "");
    let subscriptions = ["first", "second", "third"].map(|name| store.subscribe(log.listener(name)));
    search(&store, "a");
    assert_eq!(log.take(), ["first - -> a", "second - -> a", "third - -> a"]);
    search(&store, "a");
    assert_eq!(log.take(), ["first a -> a", "second a -> a", "third a -> a"]);
    assert_eq!(store.view().query, "a");
    drop(subscriptions);
}

#[test]
fn who_is_gone_is_not_told() {
    let (store, log) = (store(), Log::default());
    let first = store.subscribe(log.listener("first"));
    let second = store.subscribe(log.listener("second"));
    drop(first);
    search(&store, "a");
    assert_eq!(log.take(), ["second - -> a"]);
    let third = store.subscribe(log.listener("third"));
    search(&store, "b");
    assert_eq!(log.take(), ["second a -> b", "third a -> b"]);
    drop((second, third));
    search(&store, "c");
    assert_eq!(log.take(), [""; 0]);
}

#[test]
fn a_subscription_may_outlive_its_store() {
    let (store, log) = (store(), Log::default());
    let subscription = store.subscribe(log.listener("first"));
    drop(store);
    drop(subscription);
    // The store is gone with its listeners, so nobody else holds the log.
    assert_eq!(Rc::strong_count(&log.0), 1);
}

#[test]
fn a_listener_may_dispatch_and_the_last_word_counts() {
    let (store, log) = (store(), Log::default());
    let first = store.subscribe({
        let (store, heard) = (Rc::downgrade(&store), log.listener("first"));
        move |change| {
            heard(change);
            if let Some(store) = store.upgrade().filter(|_| change.after.query == "a") {
                search(&store, "b");
            }
        }
    });
    let second = store.subscribe(log.listener("second"));
    search(&store, "a");
    assert_eq!(store.view().query, "b");
    let mut told = log.take();
    told.sort();
    assert_eq!(told, ["first - -> a", "first a -> b", "second - -> a", "second a -> b"]);
    drop((first, second));
}

#[test]
fn changes_are_told_in_the_order_in_which_they_happened() {
    let (store, log) = (store(), Log::default());
    let first = store.subscribe({
        let store = Rc::downgrade(&store);
        move |change| {
            if let Some(store) = store.upgrade().filter(|_| change.after.query == "a") {
                search(&store, "b");
            }
        }
    });
    let second = store.subscribe(log.listener("second"));
    search(&store, "a");
    assert_eq!(log.take(), ["second - -> a", "second a -> b"]);
    drop((first, second));
}

#[test]
fn a_listener_may_subscribe_and_the_new_one_hears_the_next_change() {
    let (store, log) = (store(), Log::default());
    let later: Rc<RefCell<Vec<Subscription>>> = Rc::default();
    let first = store.subscribe({
        let (store, log, later) = (Rc::downgrade(&store), log.clone(), later.clone());
        move |_| {
            let subscription = store.upgrade().map(|store| store.subscribe(log.listener("later")));
            later.borrow_mut().extend(subscription);
        }
    });
    search(&store, "a");
    assert_eq!(log.take(), [""; 0]);
    search(&store, "b");
    assert_eq!(log.take(), ["later a -> b"]);
    later.take();
    drop(first);
}

#[test]
fn who_goes_while_others_are_told_is_not_told() {
    let (store, log) = (store(), Log::default());
    let second: Rc<RefCell<Option<Subscription>>> = Rc::default();
    let first = store.subscribe({
        let second = second.clone();
        move |_| drop(second.take())
    });
    second.replace(Some(store.subscribe(log.listener("second"))));
    search(&store, "a");
    assert_eq!(log.take(), [""; 0]);
    drop(first);
}

#[test]
fn a_listener_may_hold_a_subscription_of_its_own() {
    let (store, log) = (store(), Log::default());
    let inner = store.subscribe(log.listener("inner"));
    let outer = store.subscribe(move |_| {
        let _ = &inner;
    });
    search(&store, "a");
    drop(outer);
    search(&store, "b");
    assert_eq!(log.take(), ["inner - -> a"]);
}

#[test]
fn journeys_are_counted_even_to_the_same_place() {
    let store = store();
    let check = |action: Action, expected: u32| {
        let told = format!("{action:?}");
        store.dispatch(action);
        assert_eq!(store.journeys(), expected, "{told}");
    };
    check(Action::GoTo("alfa-del".to_owned()), 1);
    check(Action::GoTo("alfa-del".to_owned()), 2);
    check(Action::Open("beta-2019".to_owned()), 3);
    check(Action::OpenHit("alfa-1".to_owned(), Lang::En), 4);
    check(Action::Follow(Default::default()), 5);
    check(Action::GoToStart, 6);
    check(Action::Search("nato".to_owned()), 6);
    check(Action::ReadIn(Lang::En), 6);
    check(Action::SpeakIn(Lang::En), 6);
    check(Action::Cite("alfa-del".to_owned()), 6);
}
