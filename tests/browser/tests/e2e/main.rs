//! All stories about the built pages. `cargo xtask test e2e` tells them in three engines; `READER_ENGINES=chromium`
//! chooses, and a part of a name filters as with any test.

mod bundles;
mod citing;
mod element;
mod ended;
mod faults;
mod finding;
mod harness;
mod hosting;
mod hosts;
mod many;
mod narrowing;
mod offline;
mod parallel;
mod parts;
mod reading;
mod scripts;
mod security;
mod selecting;
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
        ("selecting", selecting::STORIES),
        ("citing", citing::STORIES),
        ("narrowing", narrowing::STORIES),
        ("element", element::STORIES),
        ("bundles", bundles::STORIES),
        ("many", many::STORIES),
        ("faults", faults::STORIES),
        ("security", security::STORIES),
        ("scripts", scripts::STORIES),
        ("offline", offline::STORIES),
        ("ended", ended::STORIES),
        ("hosts", hosts::STORIES),
        ("hosting", hosting::STORIES),
    ])
}
