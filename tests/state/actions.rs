//! What each action does to the view, and that no row of actions leads nowhere.

use crate::at;
use crate::support::{PARTED, REAL, SAMPLE, cases};
use proptest::prelude::*;
use strategy_reader::commitments::{Column, Listing};
use strategy_reader::corpus::Corpus;
use strategy_reader::filter::{Facet, Selection};
use strategy_reader::model::Lang;
use strategy_reader::state::address::Address;
use strategy_reader::state::{Action, Middle, Note, Panel, Setting, Settings, View, apply};

#[track_caller]
pub(super) fn check(before: &View, action: Action, expected: View) {
    let told = format!("{action:?}");
    assert_eq!(apply(before, action, &REAL), expected, "{told}");
}

pub(super) fn start() -> View {
    View::start(Lang::Nb)
}

pub(super) fn broken(what: &str) -> Option<Note> {
    Some(Note::Broken(what.to_owned()))
}

pub(super) fn go_to(anchor: &str) -> Action {
    Action::GoTo(anchor.to_owned())
}

fn open(document: &str) -> Action {
    Action::Open(document.to_owned())
}

pub(super) fn follow(address: &str) -> Action {
    Action::Follow(Address::parse(address))
}

#[test]
fn going_to_an_anchor_opens_its_document() {
    check(&start(), go_to("nss-nato-2"), at("nss-2025", Some("nss-nato-2")));
    check(&at("nss-2025", Some("nss-eu")), go_to("cyber-apenhet"), at("cyber-2017", Some("cyber-apenhet")));
    // Where there is no edition in the language, the original is read.
    let nynorsk = View { text_lang: Lang::Nn, ..start() };
    check(
        &nynorsk,
        go_to("sp17-title"),
        View { text_lang: Lang::En, ..at("secpol-2017", Some("sp17-title")) },
    );
    let kept = View { query: "nato".to_owned(), panel: Panel::Hits, ..start() };
    let expected = View { query: "nato".to_owned(), panel: Panel::Hits, ..at("nss-2025", Some("nss-nato")) };
    check(&kept, go_to("nss-nato"), expected);
}

#[test]
fn a_broken_anchor_leads_to_the_nearest_place_and_says_so() {
    let nearest = |name: &str, found: &str| {
        check(&start(), go_to(name), View { note: broken(name), ..at("nss-2025", Some(found)) });
    };
    nearest("nss-nato-99", "nss-nato");
    nearest("nss-nato-2-b", "nss-nato-2");
    nearest("nss-nato-", "nss-nato");
    for name in [
        "nss",
        "nss-",
        "nss-krig-og-x",
        "nope",
        "",
        "-",
        "---",
        "NSS-NATO",
        "nss–nato",
        "æ-ø-å",
        "nss_nato-2",
    ] {
        check(&start(), go_to(name), View { note: broken(name), ..start() });
        // Without anything near, the reader stays where it stands.
        let here = at("nss-2025", Some("nss-eu"));
        check(&here, go_to(name), View { note: broken(name), ..here.clone() });
    }
}

#[test]
fn what_was_said_of_a_link_is_gone_with_the_next_action() {
    let told = View { note: broken("x"), ..at("nss-2025", Some("nss-eu")) };
    check(&told, go_to("nss-nato"), at("nss-2025", Some("nss-nato")));
    check(
        &told,
        Action::Show(Panel::Contents),
        View { panel: Panel::Contents, ..at("nss-2025", Some("nss-eu")) },
    );
}

#[test]
fn opening_a_document_begins_at_its_beginning() {
    check(&start(), open("nss-2025"), at("nss-2025", None));
    check(&at("nss-2025", Some("nss-eu")), open("fss-2020"), at("fss-2020", None));
    let english = View { text_lang: Lang::En, ..at("nss-2025", None) };
    check(&english, open("cyber-2017"), View { text_lang: Lang::En, ..at("cyber-2017", None) });
    for name in ["nope", "", "NSS-2025", "nss-2025/", "../nss-2025", "nss-nato"] {
        let here = at("nss-2025", Some("nss-eu"));
        check(&here, open(name), View { note: broken(name), ..here.clone() });
    }
}

#[test]
fn opening_the_open_document_begins_at_its_beginning() {
    check(&at("nss-2025", Some("nss-eu")), open("nss-2025"), at("nss-2025", None));
}

#[test]
fn going_to_the_start_leaves_the_document_and_keeps_what_was_sought() {
    let busy = View { query: "nato".to_owned(), panel: Panel::Citation, ..at("nss-2025", Some("nss-eu")) };
    check(&busy, Action::GoToStart, View { query: "nato".to_owned(), ..start() });
    check(&start(), Action::GoToStart, start());
}

#[test]
fn a_hit_is_read_in_the_language_in_which_it_was_found() {
    let hit = |anchor: &str, lang| Action::OpenHit(anchor.to_owned(), lang);
    let expected = View { text_lang: Lang::En, ..at("nss-2025", Some("nss-nato")) };
    check(&start(), hit("nss-nato", Lang::En), expected);
    let expected = View { text_lang: Lang::Nb, ..at("nss-2025", Some("nss-nato")) };
    check(&start(), hit("nss-nato", Lang::Nn), expected);
}

#[test]
fn languages_of_text_and_menus_are_chosen_apart() {
    let here = at("nss-2025", Some("nss-eu"));
    check(&here, Action::ReadIn(Lang::En), View { text_lang: Lang::En, ..here.clone() });
    check(&here, Action::SpeakIn(Lang::Nn), View { ui_lang: Lang::Nn, ..here.clone() });
}

#[test]
fn the_place_is_kept_where_editions_part() {
    let read = |lang, anchor: &str| View { text_lang: lang, ..at("gamma-2022", Some(anchor)) };
    let check = |lang, anchor, action, expected: &str| {
        let after = apply(&read(lang, anchor), action, &PARTED);
        assert_eq!((after.anchor.as_deref(), &after.note), (Some(expected), &None), "from {anchor}");
    };
    let (nb, en) = (Lang::Nb, Lang::En);
    // A split, a join, and a gap: then the block above it.
    check(nb, "gamma-delt-1", Action::ReadIn(en), "gamma-delt-1");
    check(en, "gamma-delt-1b", Action::ReadIn(nb), "gamma-delt-1");
    check(nb, "gamma-delt-3", Action::ReadIn(en), "gamma-delt-2");
    check(nb, "gamma-utelatt-3", Action::ReadIn(en), "gamma-utelatt-2");
    check(nb, "gamma-original", Action::ReadIn(en), "gamma-utelatt-4");
    check(en, "gamma-forklart", Action::ReadIn(nb), "gamma-slutt-1");
    // By links too, and in the document that is opened by them.
    check(en, "gamma-slutt", go_to("gamma-delt-3"), "gamma-delt-2");
    check(nb, "gamma-slutt", go_to("gamma-delt-1b"), "gamma-delt-1");
    check(nb, "gamma-slutt", follow("gamma-2022/en/#gamma-original-1"), "gamma-utelatt-4");
    check(nb, "gamma-slutt", Action::OpenHit("gamma-utelatt-3".to_owned(), en), "gamma-utelatt-2");
    // Where only the language of the menus changes, nothing moves.
    check(nb, "gamma-delt-3", Action::SpeakIn(en), "gamma-delt-3");
}

#[test]
fn searching_opens_the_hits_and_an_empty_search_closes_them() {
    let view = |query: &str, panel| View { query: query.to_owned(), panel, ..at("nss-2025", None) };
    let check = |before: View, query: &str, panel| {
        check(&before, Action::Search(query.to_owned()), view(query, panel));
    };
    check(view("", Panel::Closed), "n", Panel::Hits);
    check(view("", Panel::Contents), "nato", Panel::Hits);
    check(view("", Panel::Citation), "?", Panel::Hits);
    check(view("nato", Panel::Hits), "", Panel::Closed);
    check(view("nato", Panel::Hits), " \t", Panel::Closed);
    check(view("nato", Panel::Citation), "", Panel::Citation);
    check(view("nato", Panel::Closed), "", Panel::Closed);
}

#[test]
fn panels_open_one_at_a_time() {
    for panel in [
        Panel::Closed,
        Panel::Contents,
        Panel::Hits,
        Panel::Citation,
        Panel::Basket,
        Panel::Check,
        Panel::Settings,
    ] {
        let before = View { panel: Panel::Contents, ..start() };
        check(&before, Action::Show(panel), View { panel, ..start() });
    }
}

#[test]
fn a_footnote_opens_and_closes_where_its_mark_stands() {
    let note = |number: u8| Action::OpenFootnote(format!("cyber-note-{number}"));
    let opened = View { footnote: Some("cyber-note-1".to_owned()), ..at("cyber-2017", None) };
    check(&at("cyber-2017", None), note(1), opened.clone());
    check(&opened, note(1), at("cyber-2017", None));
    check(&opened, Action::CloseFootnote, at("cyber-2017", None));
    check(&opened, go_to("cyber-note-1"), at("cyber-2017", Some("cyber-note-1")));
}

#[test]
fn another_footnote_takes_the_place_of_the_open_one() {
    let opened =
        |number: u8| View { footnote: Some(format!("cyber-note-{number}")), ..at("cyber-2017", None) };
    check(&opened(1), Action::OpenFootnote("cyber-note-2".to_owned()), opened(2));
}

#[test]
fn settings_are_read_remembered_and_reset() {
    let settings = Settings::default().with(Setting::Size, 3);
    let large = View { settings, ..at("nss-2025", Some("nss-eu")) };
    check(&at("nss-2025", Some("nss-eu")), Action::Read(settings), large.clone());
    check(&large, Action::Remember(true), View { remembered: true, ..large.clone() });
    check(&View { remembered: true, ..large.clone() }, Action::Remember(false), large.clone());
    check(&View { remembered: true, ..large }, Action::ResetSettings, at("nss-2025", Some("nss-eu")));
}

#[test]
fn an_address_is_followed_as_far_as_it_means_something() {
    // The controls speak the language of the text, unless the address says otherwise.
    let english = |view: View| View { text_lang: Lang::En, ui_lang: Lang::En, ..view };
    check(&start(), follow("nss-2025/nb/#nss-nato"), at("nss-2025", Some("nss-nato")));
    check(&start(), follow("nss-2025/en/index.html"), english(at("nss-2025", None)));
    check(&start(), follow("nss-2025/"), at("nss-2025", None));
    check(&start(), follow("#cyber-apenhet"), at("cyber-2017", Some("cyber-apenhet")));
    let found = View { query: "nato".to_owned(), panel: Panel::Hits, ui_lang: Lang::Nn, ..start() };
    check(&start(), follow("?q=nato&ui=nn"), found);
    // The anchor knows better which document it belongs to.
    check(&start(), follow("nss-2025/nb/#cyber-apenhet"), at("cyber-2017", Some("cyber-apenhet")));
    check(&start(), follow("nss-2025/de/"), at("nss-2025", None));
    check(&start(), follow("nope/nb/"), View { note: broken("nope"), ..start() });
    let lost = View { note: broken("nss-nato-9"), ..at("nss-2025", Some("nss-nato")) };
    check(&start(), follow("nss-2025/nb/#nss-nato-9"), lost);
    check(&start(), follow("nss-2025/nb/#nope"), View { note: broken("nope"), ..at("nss-2025", None) });
    let busy = View { query: "nato".to_owned(), panel: Panel::Hits, ..at("nss-2025", Some("nss-eu")) };
    check(&busy, follow(""), start());
}

#[test]
fn a_value_is_chosen_and_let_go_again() {
    let choose = |facet, value: &str| Action::Choose(facet, value.to_owned());
    let view = apply(&start(), choose(Facet::Theme, "nato"), &REAL);
    let view = apply(&view, choose(Facet::Kind, "nato"), &REAL);
    assert!(view.selection.has(Facet::Theme, "nato") && view.selection.has(Facet::Kind, "nato"));
    let one = apply(&view, choose(Facet::Theme, "nato"), &REAL);
    assert_eq!(one.selection.iter().collect::<Vec<_>>(), [(Facet::Kind, "nato")]);
    check(&view, Action::ClearSelection, start());
    // What was fetched changes nothing of it.
    check(&view, Action::Refresh, view.clone());
    // Reading goes on beside it.
    let read = apply(&view, go_to("nss-nato"), &REAL);
    assert_eq!(read.selection, view.selection);
    // From elsewhere the list shows exactly what it was asked for.
    let sought = View { query: "eu".to_owned(), ..view.clone() };
    let narrowed = View { panel: Panel::Hits, selection: one.selection.clone(), ..start() };
    check(&sought, Action::Narrow(one.selection), narrowed);
    check(&start(), choose(Facet::Name, "No such name"), View { selection: Selection::default(), ..start() });
}

#[test]
fn a_list_stands_in_the_middle_until_one_goes_on_reading() {
    let listed = View { middle: Middle::Commitments, ..at("nss-2025", Some("nss-eu")) };
    check(&at("nss-2025", Some("nss-eu")), Action::Turn(Middle::Commitments), listed.clone());
    check(&listed, Action::Turn(Middle::Text), at("nss-2025", Some("nss-eu")));
    check(&listed, go_to("nss-nato"), at("nss-2025", Some("nss-nato")));
    check(&listed, open("nss-2025"), at("nss-2025", None));
    check(&listed, Action::GoToStart, start());
    let listing = Listing::default().sorted_by(Column::Actor).sorted_by(Column::Actor);
    assert_eq!((listing.sort, listing.falls), (Column::Actor, true));
    check(&listed, Action::List(listing), View { listing, ..listed.clone() });
    check(&start(), follow("?view=themes"), View { middle: Middle::Themes, ..start() });
}

/// Names of things that are there, names near them, and anything.
fn name() -> impl Strategy<Value = String> {
    let corpora: [&Corpus; 2] = [&REAL, &SAMPLE];
    let views = corpora.into_iter().flat_map(Corpus::editions);
    let mut names: Vec<String> = views
        .flat_map(|view| view.edition.blocks.iter().map(|block| block.anchor.clone()))
        .chain(REAL.documents().iter().map(|document| document.id.clone()))
        .collect();
    names.dedup();
    let known = prop::sample::select(names);
    let near = known.clone().prop_map(|name| name + "-99");
    prop_oneof![6 => known, 2 => near, 1 => any::<String>()]
}

fn action() -> impl Strategy<Value = Action> {
    let lang = prop::sample::select(&Lang::ALL[..]);
    prop_oneof![
        Just(Action::GoToStart),
        name().prop_map(Action::Open),
        name().prop_map(Action::GoTo),
        (name(), lang.clone()).prop_map(|(name, lang)| Action::OpenHit(name, lang)),
        (name(), name()).prop_map(|(id, anchor)| follow(&format!("{id}/nb/#{anchor}"))),
        name().prop_map(|name| follow(&name)),
        lang.clone().prop_map(Action::ReadIn),
        lang.prop_map(Action::SpeakIn),
        any::<String>().prop_map(Action::Search),
        name().prop_map(Action::Cite),
        name().prop_map(Action::OpenFootnote),
        name().prop_map(|name| Action::Choose(Facet::Part, name)),
        Just(Action::ClearSelection),
        name().prop_map(|name| {
            let mut selection = Selection::default();
            selection.add(Facet::Document, &name);
            Action::Narrow(selection)
        }),
        prop::sample::select(&Middle::ALL[..]).prop_map(Action::Turn),
    ]
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn whatever_happens_the_view_is_of_something_that_exists(actions in prop::collection::vec(action(), 1..12)) {
        let mut view = start();
        for action in actions {
            view = apply(&view, action, &REAL);
            let document = view.document.as_deref();
            prop_assert!(document.is_none_or(|id| REAL.document(id).is_some()), "{:?}", view);
            if let Some(anchor) = &view.anchor {
                let owner = REAL.document_of(anchor).map(|owner| owner.id.as_str());
                prop_assert!(owner.is_some() && owner == document, "{:?}", view);
            }
        }
    }
}
