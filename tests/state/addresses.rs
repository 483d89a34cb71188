//! How a place is written as an address and read again; any text at all is an address of something.

use crate::at;
use crate::support::{REAL, cases};
use proptest::prelude::*;
use strategy_reader::model::Lang;
use strategy_reader::state::address::Address;
use strategy_reader::state::{Action, View, apply};

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
    check_written(View { query: "nato øst".to_owned(), ..start }, "?q=nato%20%C3%B8st");
    let nss = at("nss-2025", Some("nss-nato-2"));
    check_written(nss.clone(), "nss-2025/nb/#nss-nato-2");
    check_written(View { ui_lang: Lang::Nn, ..nss.clone() }, "nss-2025/nb/?ui=nn#nss-nato-2");
    check_written(View { text_lang: Lang::En, ..nss.clone() }, "nss-2025/en/?ui=nb#nss-nato-2");
    check_written(View { text_lang: Lang::En, ui_lang: Lang::En, ..nss.clone() }, "nss-2025/en/#nss-nato-2");
    // The edition that is read, not the one that was wished for.
    check_written(View { text_lang: Lang::Nn, ..nss.clone() }, "nss-2025/nb/#nss-nato-2");
    let all = View { query: "10 % & #1?".to_owned(), ui_lang: Lang::En, ..nss };
    check_written(all, "nss-2025/nb/?q=10%20%25%20%26%20%231%3F&ui=en#nss-nato-2");
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
        // What comes of it can be written, and what is written is harmless.
        let written = Address::of(&view, &REAL).to_string();
        assert!(written.bytes().all(|byte| byte.is_ascii_graphic()), "{what}");
    }
    // The decoded query is kept as it is: it is shown as words and never as anything else.
    let view = apply(&View::start(Lang::Nb), Action::Follow(Address::parse("?q=%3Cscript%3E")), &REAL);
    assert_eq!(view.query, "<script>");
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
            let anchors = document.original().blocks.iter().map(|block| Some(block.anchor.clone()));
            anchors.chain([None]).map(|anchor| Some((document.id.clone(), anchor)))
        })
        .chain([None])
        .collect();
    let query = prop_oneof![2 => Just(String::new()), 3 => any::<String>(), 1 => "[+&=#?%/ ]{1,8}"];
    (prop::sample::select(places), query, lang(), lang()).prop_map(|(place, query, text_lang, ui_lang)| {
        let (document, anchor) = place.map_or((None, None), |(document, anchor)| (Some(document), anchor));
        View { document, anchor, query, text_lang, ui_lang, ..View::start(Lang::Nb) }
    })
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
        let address = Address::of(&view, &REAL);
        let found = apply(&elsewhere, Action::Follow(address.clone()), &REAL);
        prop_assert_eq!((&found.document, &found.anchor, &found.query), (&view.document, &view.anchor, &view.query));
        prop_assert_eq!(&found.note, &None);
        // The edition read is the one that was read, also where the language wished for has none.
        prop_assert_eq!(Address::of(&found, &REAL).text_lang, address.text_lang);
    }

    #[test]
    fn an_address_leads_back_to_the_language_of_the_menus(view in view(), elsewhere in view()) {
        let found = apply(&elsewhere, Action::Follow(Address::of(&view, &REAL)), &REAL);
        prop_assert_eq!(found.ui_lang, view.ui_lang);
    }

    #[test]
    fn any_text_is_an_address_of_something(text in any::<String>(), signs in "[a-z0-9%/?#&=+.:~-]{0,60}") {
        for text in [text, signs] {
            let address = Address::parse(&text);
            let _ = apply(&View::start(Lang::Nb), Action::Follow(address.clone()), &REAL);
            let again = Address::parse(&address.to_string());
            prop_assert_eq!((again.query, again.ui_lang), (address.query, address.ui_lang));
        }
    }
}
