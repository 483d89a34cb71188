//! What is cited and gathered, and the way back from there.

use super::actions::{broken, check, follow, go_to, start};
use crate::at;
use crate::support::REAL;
use std::rc::Rc;
use strategy_reader::cite::{self, Cited};
use strategy_reader::model::Lang;
use strategy_reader::state::{Action, Citing, Note, Panel, View, apply};

#[test]
fn citing_goes_to_the_place_and_opens_the_citation() {
    let cite = |anchor: &str| Action::Cite(anchor.to_owned());
    let expected = View { panel: Panel::Citation, ..at("nss-2025", Some("nss-nato-2")) };
    check(&start(), cite("nss-nato-2"), expected);
    let expected =
        View { panel: Panel::Citation, note: broken("nss-nato-9"), ..at("nss-2025", Some("nss-nato")) };
    check(&start(), cite("nss-nato-9"), expected);
    assert!(!cite("nss-nato-2").is_journey() && go_to("nss-nato-2").is_journey());
}

#[test]
fn whoever_cites_a_hit_comes_back_to_the_hits() {
    let hits = View { panel: Panel::Hits, query: "nato".to_owned(), ..at("nss-2025", Some("nss-eu")) };
    let edition = REAL.edition_or_original("cyber-2017", Lang::Nb);
    let hit = Rc::new(Cited::at(edition.unwrap_or_else(|| panic!("no edition")), Some("cyber-forsvar-3")));
    let citing = apply(&hits, Action::CiteWords(hit.clone()), &REAL);
    // The document that is read stays open, and no words are quoted that nobody selected.
    let expected = View { panel: Panel::Citation, hits_behind: true, cited: Some(hit), ..hits.clone() };
    assert_eq!(citing, expected);
    let gathering = apply(&citing, Action::Show(Panel::Basket), &REAL);
    for citing in [citing, gathering] {
        let back = apply(&citing, Action::Show(Panel::Closed), &REAL);
        assert_eq!(back, hits);
        assert_eq!(apply(&back, Action::Show(Panel::Closed), &REAL).panel, Panel::Closed);
        for panel in [Panel::Settings, Panel::Contents] {
            let elsewhere = apply(&citing, Action::Show(panel), &REAL);
            assert_eq!(apply(&elsewhere, Action::Show(Panel::Closed), &REAL).panel, Panel::Closed);
        }
    }
}

#[test]
fn words_that_were_selected_are_cited_and_pointed_at() {
    let cited = Rc::new(selected("nss-nato-2", 0, 40));
    let expected = View {
        panel: Panel::Citation,
        cited: Some(cited.clone()),
        citing: Citing { quote: true, ..Citing::default() },
        ..at("nss-2025", Some("nss-eu"))
    };
    let citing = apply(&at("nss-2025", Some("nss-eu")), Action::CiteWords(cited.clone()), &REAL);
    assert_eq!(citing, expected);
    // Another place is cited by itself.
    for action in [Action::Cite("nss-nato".to_owned()), go_to("nss-nato"), Action::GoToStart] {
        assert_eq!(apply(&citing, action.clone(), &REAL).cited, None, "{action:?}");
    }
    // Whoever comes back cites where one is.
    assert_eq!(apply(&citing, Action::Show(Panel::Closed), &REAL).cited, None);
    assert_eq!(apply(&citing, Action::Show(Panel::Basket), &REAL).cited, citing.cited);
    let there = apply(&start(), Action::Point(cited), &REAL);
    assert_eq!((there.document.as_deref(), there.anchor.as_deref()), (Some("nss-2025"), Some("nss-nato-2")));
    assert!(there.words.is_some() && there.note.is_none());
}

#[test]
fn what_is_gathered_is_kept_wherever_one_goes() {
    let basket = Rc::new(vec![selected("nss-nato-2", 0, 40)]);
    let gathered = apply(&start(), Action::Gather(basket.clone()), &REAL);
    for action in [go_to("cyber-bakgrunn-1"), Action::GoToStart, Action::ReadIn(Lang::En), follow("")] {
        assert_eq!(apply(&gathered, action.clone(), &REAL).basket, basket, "{action:?}");
    }
}

#[test]
fn of_words_that_have_moved_or_gone_it_is_said() {
    let text = |anchor: &str| {
        let view = REAL.edition_or_original("nss-2025", Lang::Nb).map(|view| (view, view.block_at(anchor)));
        let Some((view, Some(block))) = view else { panic!("{anchor} is not there") };
        view.block(block).text.plain.split(' ').take(6).collect::<Vec<_>>().join("+")
    };
    let moved =
        apply(&start(), follow(&format!("nss-2025/nb/?words={}#nss-nato", text("nss-nato-2"))), &REAL);
    assert_eq!(moved.anchor.as_deref(), Some("nss-nato-2"));
    assert!(matches!(moved.note, Some(Note::Reworded(_))) && moved.words.is_some(), "{moved:?}");
    let gone = apply(&start(), follow("nss-2025/nb/?words=xyzzy#nss-nato-2"), &REAL);
    assert_eq!(gone.anchor.as_deref(), Some("nss-nato-2"));
    assert_eq!((gone.note, gone.words), (Some(Note::Reworded("xyzzy".to_owned())), None));
}

/// So many bytes of a block of the strategy.
fn selected(anchor: &str, from: usize, to: usize) -> Cited {
    let view = REAL.edition_or_original("nss-2025", Lang::Nb);
    let block = view.and_then(|view| view.block_at(anchor));
    let Some((view, block)) = view.zip(block) else { panic!("{anchor} is not there") };
    Cited::words(view, cite::Selection { from: (block, from), to: (block, to) })
}
