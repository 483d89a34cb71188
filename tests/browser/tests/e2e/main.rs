//! All stories about the built pages. `cargo xtask test e2e` tells them in three engines; `READER_ENGINES=chromium`
//! chooses, and a part of a name filters as with any test.

mod element;
mod finding;
mod harness;
mod narrowing;
mod parallel;
mod parts;
mod reading;
mod static_pages;
mod terms;

use std::process::ExitCode;

fn main() -> ExitCode {
    browser_tests::stories::tell(&[
        ("harness", harness::STORIES),
        ("parts", parts::STORIES),
        ("static pages", static_pages::STORIES),
        ("reading", reading::STORIES),
        ("parallel", parallel::STORIES),
        ("terms", terms::STORIES),
        ("finding", finding::STORIES),
        ("narrowing", narrowing::STORIES),
        ("element", element::STORIES),
    ])
}
