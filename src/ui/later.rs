//! Rooms that a first visit does without. `cargo xtask build` puts them into files of their own, each fetched when somebody first
//! enters one of its rooms; in a development build they are there from the beginning.

use super::citation::citing;
use super::context::{Context, Host};
use super::dom;
use super::hits::hits;
use super::lists::lists;
use super::parts::{failure, loading};
use super::terms::terms;
use crate::state::Action;
use std::cell::Cell;
use std::rc::Rc;
use yew::prelude::*;

type Room = fn(&Context) -> Html;

/// A room: the file it is in, and its place there.
#[derive(Clone, Copy)]
pub struct Door(File, usize);

pub const HITS: Door = Door(File::Finding, 0);
pub const LISTS: Door = Door(File::Finding, 1);
pub const TERMS: Door = Door(File::Finding, 2);
pub const CITING: Door = Door(File::Citing, 0);

/// Only what a function names and nothing else needs goes into its file. The macro makes the function async.
#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(finding, fallible))]
fn finding() -> Result<&'static [Room], Failed> {
    Ok(&[hits, lists, terms, get_ready])
}

/// Nothing is seen of it: what searches is made before the first key, which would wait for it.
fn get_ready(context: &Context) -> Html {
    context.index();
    context.filters();
    Html::default()
}

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(citing, fallible))]
fn citing_file() -> Result<&'static [Room], Failed> {
    Ok(&[citing])
}

#[derive(Clone, Copy, PartialEq)]
enum File {
    Finding,
    Citing,
}

/// The place of [`get_ready`] in its file.
const READY: usize = 3;

#[derive(Default)]
pub struct Files {
    /// How far they are on their way.
    states: [Cell<Later>; 2],
    /// Whether somebody is about to search.
    is_approached: Cell<bool>,
}

#[derive(Clone, Copy, Default)]
enum Later {
    #[default]
    Unasked,
    Asked,
    Failed,
    Here(&'static [Room]),
}

/// The file did not come, or is not what it should be.
pub struct Failed;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Failed {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// What is in a room, or what there is to say until it comes.
pub fn enter(context: &Context, Door(file, room): Door) -> Html {
    let phrases = context.phrases();
    expect(&context.host, file);
    match context.host.files.states[file as usize].get() {
        Later::Here(rooms) => rooms[room](context),
        Later::Asked | Later::Unasked => loading(phrases.fetching),
        Later::Failed => {
            let host = context.host.clone();
            let again = Callback::from(move |_| {
                ask(host.clone(), file);
                host.store.dispatch(Action::Refresh);
            });
            failure(phrases.not_fetched, phrases.try_again, again)
        }
    }
}

/// Has fetched and made what searches before somebody types, where that is about to happen.
pub fn approach(host: &Rc<Host>) {
    host.files.is_approached.set(true);
    expect(host, File::Finding);
}

fn expect(host: &Rc<Host>, file: File) {
    if matches!(host.files.states[file as usize].get(), Later::Unasked) {
        ask(host.clone(), file);
    }
}

fn ask(host: Rc<Host>, file: File) {
    host.files.states[file as usize].set(Later::Asked);
    dom::do_beside(async move {
        #[cfg(feature = "split")]
        let fetched = if file == File::Finding { finding().await } else { citing_file().await };
        #[cfg(not(feature = "split"))]
        let fetched = if file == File::Finding { finding() } else { citing_file() };
        host.files.states[file as usize].set(fetched.map_or(Later::Failed, Later::Here));
        host.store.dispatch(Action::Refresh);
        let rooms = host.files.states[File::Finding as usize].get();
        if let (Later::Here(rooms), true) = (rooms, host.files.is_approached.get()) {
            drop(rooms[READY](&Context { view: Rc::new(host.store.view()), host, here: None }));
        }
    });
}
