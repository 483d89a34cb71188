//! How a place is written as an address and read again; any text at all is an address of something.

use crate::at;
use crate::support::{REAL, cases};
use proptest::prelude::*;
use std::rc::Rc;
use strategy_reader::cite::{self, Words, point};
use strategy_reader::commitments::{Column, Grouping, Listing};
use strategy_reader::filter::{Facet, Index, Selection};
use strategy_reader::model::Lang;
use strategy_reader::state::address::Address;
use strategy_reader::state::{Action, Middle, Panel, View, apply};

/// What a view is written as.
#[track_caller]
fn check_written(view: View, expected: &str) {
    assert_eq!(Address::of(&view, &REAL).to_string(), expected);
}

#[test]
fn an_address_says_what_is_needed_and_no_more() {
    let start = View::start(Lang::Nb);
    check_written(start.clone(), "");
    check_written(View { ui_lang: Lang::En, ..start.clone() }, "?ui=en");
    check_written(View { query: "nato øst".to_owned(), ..start }, "?q=nato+%C3%B8st");
    let nss = at("nss-2025", Some("nss-nato-2"));
    check_written(nss.clone(), "nss-2025/nb/#nss-nato-2");
    check_written(View { ui_lang: Lang::Nn, ..nss.clone() }, "nss-2025/nb/?ui=nn#nss-nato-2");
    check_written(View { text_lang: Lang::En, ..nss.clone() }, "nss-2025/en/?ui=nb#nss-nato-2");
    check_written(View { text_lang: Lang::En, ui_lang: Lang::En, ..nss.clone() }, "nss-2025/en/#nss-nato-2");
    // The edition that is read, not the one that was wished for.
    check_written(View { text_lang: Lang::Nn, ..nss.clone() }, "nss-2025/nb/#nss-nato-2");
    let all = View { query: "10 % & #1?".to_owned(), ui_lang: Lang::En, ..nss };
    check_written(all, "nss-2025/nb/?q=10+%25+%26+%231%3F&ui=en#nss-nato-2");
}

fn selection(choices: &[(Facet, &str)]) -> Selection {
    let mut selection = Selection::default();
    choices.iter().for_each(|(facet, value)| selection.add(*facet, value));
    selection
}

fn words(start: &str, end: Option<&str>, to: Option<&str>) -> Option<Rc<Words>> {
    let words = Words { start: start.to_owned(), end: end.map(str::to_owned), to: to.map(str::to_owned) };
    Some(Rc::new(words))
}

#[test]
fn browsers_are_told_of_the_words_without_a_bare_sign_of_their_own() {
    let directive = |words| Address { words, ..Address::default() }.text_directive();
    assert_eq!(directive(words("a-b, c", None, None)), ":~:text=a%2Db%2C%20c");
    assert_eq!(directive(words("én", Some("to&tre"), Some("x"))), ":~:text=%C3%A9n,to%26tre");
    assert_eq!(directive(None), "");
}

#[test]
fn an_address_says_what_is_chosen_and_what_is_pointed_at() {
    let chosen = selection(&[
        (Facet::Year, "2025"),
        (Facet::Theme, "nato"),
        (Facet::Year, "2017"),
        (Facet::Document, "nss-2025"),
    ]);
    let view = View {
        query: "a+b, c".to_owned(),
        selection: chosen,
        middle: Middle::Commitments,
        ..View::start(Lang::Nb)
    };
    check_written(view, "?q=a%2Bb%2C+c&view=commitments&document=nss-2025&theme=nato&year=2025,2017");
    let pointed = |words| View { words, ..at("nss-2025", Some("nss-nato-2")) };
    check_written(pointed(words("a b", None, None)), "nss-2025/nb/?words=a+b#nss-nato-2");
    check_written(
        pointed(words("a, b", Some("c&d"), Some("nss-nato-3"))),
        "nss-2025/nb/?words=a%2C+b,c%26d&to=nss-nato-3#nss-nato-2",
    );
}

#[test]
fn what_is_chosen_and_pointed_at_is_read_however_it_is_written() {
    let chosen = |text: &str| Address::parse(text).selection;
    let expected = selection(&[(Facet::Theme, "nato"), (Facet::Theme, "svalbard"), (Facet::Kind, "fact")]);
    for text in [
        "?theme=nato,svalbard&kind=fact",
        "?theme=nato&theme=svalbard&kind=fact",
        "?theme=nato%2Csvalbard,svalbard&kind=fact&themes=x",
        "?theme=nato,,svalbard,Nato,%00,a%20b&kind=fact&kind=",
    ] {
        // A comma that is encoded belongs to a name, and no name has one.
        let expected = if text.contains("%2C") {
            selection(&[(Facet::Theme, "svalbard"), (Facet::Kind, "fact")])
        } else {
            expected.clone()
        };
        assert_eq!(chosen(text), expected, "{text}");
    }
    let many: Vec<String> = (0..1000).map(|year| year.to_string()).collect();
    assert_eq!(chosen(&format!("?year={}", many.join(","))).iter().count(), 64);
    assert_eq!(chosen(&format!("?theme={}", "x".repeat(65))), Selection::default());

    let middle = |text: &str| Address::parse(text).middle;
    assert_eq!(
        [middle("?view=commitments"), middle("?view=themes"), middle("?view=text"), middle("?view=x")],
        [Middle::Commitments, Middle::Themes, Middle::Text, Middle::Text]
    );

    let pointed = |text: &str| Address::parse(text).words;
    assert_eq!(pointed("?words=a+b#x"), words("a b", None, None));
    assert_eq!(pointed("?words=a%20b,c,d#x"), words("a b", Some("c,d"), None));
    assert_eq!(pointed("?to=y&words=a,+#x"), words("a", None, Some("y")));
    assert_eq!(pointed("?words=a&to=#x"), words("a", None, None));
    assert_eq!(
        [pointed("?words=a"), pointed("?words=#x"), pointed("?words=,a#x"), pointed("?to=y#x")],
        [const { None }; 4]
    );
}

#[test]
fn words_are_pointed_at_only_where_their_anchor_is() {
    let words_at =
        |text: &str| apply(&View::start(Lang::Nb), Action::Follow(Address::parse(text)), &REAL).words;
    assert_eq!(words_at("nss-2025/nb/?words=Norge#nss-nato-2"), words("Norge", None, None));
    assert_eq!(words_at("nss-2025/nb/?words=Norge#nss-nato-99"), None);
    let there = View { words: words("Norge", None, None), ..at("nss-2025", Some("nss-nato-2")) };
    for action in [Action::GoTo("nss-nato-2".to_owned()), Action::ReadIn(Lang::En), Action::GoToStart] {
        assert_eq!(apply(&there, action.clone(), &REAL).words, None, "{action:?}");
    }
    assert_eq!(apply(&there, Action::SpeakIn(Lang::En), &REAL).words, there.words);
}

/// What an address is read as: document, edition, anchor, query, menus.
#[track_caller]
fn check_read(
    text: &str,
    document: Option<&str>,
    text_lang: Option<Lang>,
    anchor: Option<&str>,
    query: &str,
) {
    let address = Address::parse(text);
    let own =
        (address.document.as_deref(), address.text_lang, address.anchor.as_deref(), address.query.as_str());
    assert_eq!(own, (document, text_lang, anchor, query), "{text}");
}

#[test]
fn an_address_is_read_however_it_is_written() {
    let (nss, nato) = (Some("nss-2025"), Some("nss-nato"));
    for path in [
        "nss-2025/nb/",
        "nss-2025/nb",
        "/nss-2025/nb/",
        "./nss-2025/nb/index.html",
        "nss-2025//nb/",
        "nss-2025/nb-NO/",
        "nss%2D2025/no/",
    ] {
        check_read(&format!("{path}#nss-nato"), nss, Some(Lang::Nb), nato, "");
    }
    check_read("", None, None, None, "");
    check_read("?", None, None, None, "");
    check_read("#", None, None, None, "");
    check_read("nss-2025", nss, None, None, "");
    check_read("nss-2025/xx/", nss, None, None, "");
    check_read("#nss-nato", None, None, nato, "");
    check_read("?q=nato+%C3%B8st", None, None, None, "nato øst");
    check_read("?q=a%2Bb", None, None, None, "a+b");
    check_read("?utm=x&q=nato&&=&q", None, None, None, "");
    check_read("?q=1&q=2", None, None, None, "2");
    check_read("#nss-nato?q=x", None, None, Some("nss-nato?q=x"), "");
    // What follows is the browser's business.
    check_read("#nss-nato:~:text=Norge", None, None, nato, "");
    check_read("#:~:text=Norge", None, None, None, "");
    let menus = |text: &str| Address::parse(text).ui_lang;
    assert_eq!(
        [menus("?ui=en"), menus("?ui=nn-NO"), menus("?ui=de"), menus("?ui=")],
        [Some(Lang::En), Some(Lang::Nn), None, None]
    );
}

#[test]
fn hostile_addresses_are_addresses_of_nothing() {
    let long = [
        "x".repeat(100_000),
        "%".repeat(100_000),
        "a-".repeat(200),
        "/".repeat(100_000),
        "#".repeat(100_000),
    ];
    let odd = [
        "%",
        "%%",
        "%0",
        "%zz",
        "%00",
        "%ff%fe",
        "%F0%9F",
        "..//",
        "../../../etc/passwd",
        "//example.org/",
        "\\\\",
        "javascript:alert(1)",
        "data:text/html,<script>",
        "https://example.org/nss-2025/nb/",
        "?q=%",
        "?q=%ff",
        "#%",
        "#%ff",
        "#javascript:alert(1)",
        "#<img src=x onerror=alert(1)>",
        "\u{0}",
        "\u{202e}",
        "🙂/🙂/?q=🙂#🙂",
        "a\nb",
    ];
    for text in long.iter().map(String::as_str).chain(odd) {
        let view = apply(&View::start(Lang::Nb), Action::Follow(Address::parse(text)), &REAL);
        let what: String = text.chars().take(40).collect();
        assert_eq!((view.document.clone(), view.anchor.clone()), (None, None), "{what}");
        assert!(view.words.is_none() && view.selection.is_empty(), "{what}");
        // What comes of it can be written, and what is written is harmless.
        let written = Address::of(&view, &REAL).to_string();
        assert!(written.bytes().all(|byte| byte.is_ascii_graphic()), "{what}");
    }
    // The decoded query is kept as it is: it is shown as words and never as anything else.
    let view = apply(&View::start(Lang::Nb), Action::Follow(Address::parse("?q=%3Cscript%3E")), &REAL);
    assert_eq!(view.query, "<script>");
}

#[test]
fn a_list_of_commitments_is_written_as_it_is_laid_out() {
    let list = View { middle: Middle::Commitments, ..View::start(Lang::Nb) };
    check_written(list.clone(), "?view=commitments");
    let sorted = |sort, falls, group| View { listing: Listing { sort, falls, group }, ..list.clone() };
    check_written(sorted(Column::Actor, false, Grouping::Theme), "?view=commitments&sort=actor&group=theme");
    check_written(sorted(Column::Place, true, Grouping::Document), "?view=commitments&sort=-place");
    // The words are read in the language of the menus, unless the address says otherwise.
    check_written(View { text_lang: Lang::En, ..list.clone() }, "?view=commitments&ui=nb&text=en");
    let english = View { text_lang: Lang::En, ui_lang: Lang::En, ..list };
    check_written(english.clone(), "?view=commitments&ui=en");
    let read = |text: &str| apply(&english, Action::Follow(Address::parse(text)), &REAL);
    assert_eq!(read("?view=commitments&ui=nb").text_lang, Lang::Nb);
    assert_eq!(read("?view=commitments&ui=nb&text=en").text_lang, Lang::En);
    assert_eq!(read("nss-2025/nb/?view=commitments&text=en").text_lang, Lang::Nb);
    assert_eq!(read("?sort=-x&group=x&text=de").listing, Listing::default());
}

#[test]
fn what_was_chosen_and_is_no_longer_there_falls_away() {
    let read = |text: &str| apply(&View::start(Lang::Nb), Action::Follow(Address::parse(text)), &REAL);
    let view = read("?theme=nato,atlantis&year=2025,02025,1&original=de&part=nss-nato&name=x&kind=fact");
    let known = selection(&[(Facet::Theme, "nato"), (Facet::Kind, "fact"), (Facet::Year, "2025")]);
    assert_eq!((view.selection, view.panel), (known, Panel::Hits));
    assert_eq!(read("?theme=atlantis").panel, Panel::Closed);
    assert_eq!(read("?view=commitments&theme=nato").panel, Panel::Closed);
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(&Lang::ALL[..])
}

/// A view of a place that exists, with anything sought.
fn view() -> impl Strategy<Value = View> {
    let places: Vec<Option<(String, Option<String>)>> = REAL
        .documents()
        .iter()
        .flat_map(|document| {
            let blocks = &document.original().blocks;
            let anchors = blocks.iter().map(|block| Some(block.anchor.clone()));
            let commitments = document.commitments.iter().map(|commitment| {
                Some(format!("{}-f{}", blocks[commitment.block as usize].anchor, commitment.number))
            });
            anchors.chain(commitments).chain([None]).map(|anchor| Some((document.id.clone(), anchor)))
        })
        .chain([None])
        .collect();
    let query = prop_oneof![2 => Just(String::new()), 3 => any::<String>(), 1 => "[+&=#?%/ ]{1,8}"];
    let langs = (lang(), lang());
    (prop::sample::select(places), query, langs, choices(), (middle(), listing()), pointed_at()).prop_map(
        |(place, query, (text_lang, ui_lang), selection, (middle, listing), words)| {
            let (document, anchor) =
                place.map_or((None, None), |(document, anchor)| (Some(document), anchor));
            // Words are pointed at in a block.
            let words = words.filter(|_| anchor.is_some());
            View {
                document,
                anchor,
                words,
                query,
                selection,
                middle,
                listing,
                text_lang,
                ui_lang,
                ..View::start(Lang::Nb)
            }
        },
    )
}

fn middle() -> impl Strategy<Value = Middle> {
    prop::sample::select(&Middle::ALL[..])
}

fn listing() -> impl Strategy<Value = Listing> {
    let sort = prop::sample::select(&Column::ALL[..]);
    let group = prop::sample::select(&Grouping::ALL[..]);
    (sort, any::<bool>(), group).prop_map(|(sort, falls, group)| Listing { sort, falls, group })
}

/// Choices among what there is, in any order.
fn choices() -> impl Strategy<Value = Selection> {
    let index = Index::new(&REAL);
    let known: Vec<(Facet, String)> = Facet::ALL
        .into_iter()
        .flat_map(|facet| index.values(facet).map(move |value| (facet, value)))
        .map(|(facet, value)| (facet, index.id(value).to_owned()))
        .collect();
    let choice = prop::sample::select(known);
    prop::collection::vec(choice, 0..6).prop_map(|choices| {
        let choices: Vec<(Facet, &str)> =
            choices.iter().map(|(facet, value)| (*facet, value.as_str())).collect();
        selection(&choices)
    })
}

fn pointed_at() -> impl Strategy<Value = Option<Rc<Words>>> {
    let some = || {
        prop_oneof![any::<String>(), "[+,&=#?%/ a]{1,8}"]
            .prop_filter("words", |words| !words.trim().is_empty())
    };
    let words = (some(), prop::option::of(some()), prop::option::of(some()));
    prop::option::of(words.prop_map(|(start, end, to)| Rc::new(Words { start, end, to })))
}

/// Words of the block that a view stands at, where it points at any.
fn there(view: &View) -> Option<Rc<Words>> {
    let edition = REAL.edition_or_original(view.document.as_deref()?, view.text_lang)?;
    let block = edition.block_at(view.anchor.as_deref()?)?;
    view.words.as_ref()?;
    point(edition, cite::Selection::block(edition, block)).map(Rc::new)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn an_address_is_read_as_it_was_written(view in view()) {
        let address = Address::of(&view, &REAL);
        let text = address.to_string();
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic()), "{}", text);
        prop_assert_eq!(Address::parse(&text), address);
    }

    #[test]
    fn an_address_leads_back_to_the_place_it_was_written_at(view in view(), elsewhere in view()) {
        // Words that are not there lead elsewhere; of that there is a test of its own.
        let view = View { words: there(&view), ..view };
        let address = Address::of(&view, &REAL);
        let found = apply(&elsewhere, Action::Follow(address.clone()), &REAL);
        prop_assert_eq!((&found.document, &found.anchor, &found.query), (&view.document, &view.anchor, &view.query));
        prop_assert_eq!((&found.words, &found.selection), (&view.words, &view.selection));
        prop_assert_eq!((found.middle, found.listing), (view.middle, view.listing));
        prop_assert_eq!(&found.note, &None);
        // The edition read is the one that was read, also where the language wished for has none.
        prop_assert_eq!(Address::of(&found, &REAL).text_lang, address.text_lang);
    }

    #[test]
    fn an_address_leads_back_to_the_language_of_the_menus(view in view(), elsewhere in view()) {
        let address = Address::of(&view, &REAL);
        // The start page in bokmål tells no language; whoever follows it keeps the one spoken.
        let is_told = address.ui_lang.is_some() || address.text_lang.is_some();
        let expected = if is_told { view.ui_lang } else { elsewhere.ui_lang };
        prop_assert!(is_told || view.ui_lang == Lang::Nb);
        let found = apply(&elsewhere, Action::Follow(address), &REAL);
        prop_assert_eq!(found.ui_lang, expected);
    }

    #[test]
    fn any_text_is_an_address_of_something(text in any::<String>(), signs in "[a-z0-9%/?#&=+.:~-]{0,60}") {
        for text in [text, signs] {
            let address = Address::parse(&text);
            let _ = apply(&View::start(Lang::Nb), Action::Follow(address.clone()), &REAL);
            let again = Address::parse(&address.to_string());
            prop_assert_eq!((again.query, again.ui_lang), (address.query, address.ui_lang));
            prop_assert_eq!((again.words, again.middle), (address.words, address.middle));
            prop_assert_eq!((again.selection, again.listing), (address.selection, address.listing));
        }
    }
}
