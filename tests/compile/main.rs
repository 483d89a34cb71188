//! What the compiler makes of documents, and what it says of those it refuses.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../support/mod.rs"]
mod support;

mod alignment;
mod faults;
mod files;
mod good;
mod many;
mod open;
mod tags;
mod words;

use support::Draft;

/// Compares what is wrong with a draft with the lines expected, whatever their order.
#[track_caller]
fn expect(what: &str, draft: &Draft, expected: &[&str]) {
    let mut lines = draft.report();
    lines.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(lines, expected, "{what}");
}
