//! Links that people have been given: each leads where it led, for ever.

use crate::support::{REAL, root};
use strategy_reader::model::Lang;
use strategy_reader::state::address::Address;
use strategy_reader::state::{Action, View, apply};

/// How many there are. A release adds lines and raises this; nothing lowers it.
const RELEASED: usize = 134;

#[test]
fn every_released_link_resolves() {
    let file = root().join("tests/released-links.txt");
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let links: Vec<&str> = text.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).collect();
    assert!(links.len() >= RELEASED, "{} links were released, {} are listed", RELEASED, links.len());
    for link in &links {
        let address = Address::parse(link);
        let view = apply(&View::start(Lang::Nb), Action::Follow(address.clone()), &REAL);
        assert_eq!(view.note, None, "{link}");
        assert_eq!(view.document, address.document, "{link}");
        assert_eq!(view.words.is_some(), link.contains("words="), "{link}");
        assert_eq!(view.selection, address.selection, "{link} names a value that is not there");
        // Nothing of the link means nothing, and it says the same in one way only.
        assert_eq!(Address::parse(&address.to_string()), address, "{link}");
        assert_eq!(Address::of(&view, &REAL).to_string(), *link);
    }
    let mut once = links.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), links.len(), "a link is listed twice");
}
