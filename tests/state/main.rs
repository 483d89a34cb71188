//! Where the reader stands: what each action does to the view, how a place is written, and who is told.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod actions;
mod addresses;
mod citing;
mod kept;
mod refusals;
mod released;
mod store;

use strategy_reader::model::Lang;
use strategy_reader::state::View;

/// A view of a place, in bokmål.
fn at(document: &str, anchor: Option<&str>) -> View {
    View { document: Some(document.to_owned()), anchor: anchor.map(str::to_owned), ..View::start(Lang::Nb) }
}
