//! What is said about a document: its date, status and standing, its title, and where its pages are found.

use crate::support::html::{Element, parse};
use crate::support::{REAL, SAMPLE, edition, some};
use crate::{alfa, pages, parsed, site};
use strategy_reader::model::{Issued, Lang, Status, Words};
use strategy_reader::page::{
    Options, Site, document_page, issued, minutes, standing_line, start, start_page, title, write,
};

#[test]
fn a_date_is_told_as_far_as_it_is_known() {
    let words =
        || Some(Words { nb: "på 2020-tallet".into(), nn: "på 2020-talet".into(), en: "2020s".into() });
    let check = |day, circa, words, expected: [&str; 3]| {
        let date = Issued { year: 2024, day, circa, words };
        assert_eq!(Lang::ALL.map(|lang| issued(&date, lang)), expected);
    };
    check(Some((2, 29)), false, None, ["29. februar 2024", "29. februar 2024", "29 February 2024"]);
    check(Some((12, 1)), true, None, ["1. desember 2024", "1. desember 2024", "1 December 2024"]);
    check(None, false, None, ["2024", "2024", "2024"]);
    check(None, true, None, ["udatert, ca. 2024", "udatert, ca. 2024", "undated, about 2024"]);
    check(None, true, words(), ["udatert, på 2020-tallet", "udatert, på 2020-talet", "undated, 2020s"]);
    check(None, false, words(), ["på 2020-tallet", "på 2020-talet", "2020s"]);
}

#[test]
fn the_line_below_the_title_says_what_is_known() {
    let check = |view, ui_lang, expected: &[&str]| {
        let article = parsed(view, Options::page(ui_lang));
        let about = some(article.with_class("sr-about").first().copied().cloned(), "facts");
        let told: Vec<String> = about.with_class("sr-fact").iter().map(|fact| fact.text()).collect();
        let standing = about.with_class("sr-standing").into_iter().map(Element::text);
        assert_eq!(told.into_iter().chain(standing).collect::<Vec<_>>(), expected);
        assert!(about.with_tag("p").iter().all(|line| line.attribute("lang") == Some(ui_lang.code())));
    };
    let facts = ["Prøvedepartementet", "29. februar 2024", "Regjeringen Prøve & Sønn", "Offisiell utgave"];
    check(alfa(Lang::Nb), Lang::Nb, &facts);
    let translation = "Unofficial translation: written for the sample. Official English edition";
    let facts = [
        "Ministry of Samples",
        "29 February 2024",
        "Prøve & Sønn Government",
        "Official edition",
        translation,
    ];
    check(alfa(Lang::En), Lang::En, &facts);
    let facts = ["Prøvedepartementet", "udatert, ca. 2019", "Historisk dokument", "Offisiell omsetjing."];
    check(edition(&SAMPLE, "beta-2019", Lang::Nn), Lang::Nn, &facts);
    let method = "Uoffisiell oversettelse: maskinstøttet, lest mot originalen.";
    assert_eq!(standing_line(edition(&REAL, "nss-2025", Lang::En), Lang::Nb).as_deref(), Some(method));
    assert_eq!(standing_line(edition(&REAL, "nss-2025", Lang::Nb), Lang::Nb), None);
}

#[test]
fn historical_documents_say_so_wherever_they_are_shown() {
    for document in REAL.documents() {
        for (ui_lang, words) in [
            (Lang::Nb, "Historisk dokument"),
            (Lang::Nn, "Historisk dokument"),
            (Lang::En, "Historical document"),
        ] {
            let article =
                parsed(edition(&REAL, &document.id, document.original().lang), Options::page(ui_lang));
            let mut list = String::new();
            write(&start(&REAL, ui_lang).into(), &mut list);
            let list = parse(&list);
            let entries = list.with_class("sr-start-entry");
            let link = format!("{}/", document.id);
            let is_own = |entry: &&&Element| {
                entry.with_tag("a")[0].attribute("href").is_some_and(|href| href.starts_with(&link))
            };
            let entry = some(entries.iter().find(is_own), &document.id);
            let is_historical = document.status == Status::Historical;
            assert_eq!(article.text().contains(words), is_historical, "{}", document.id);
            assert_eq!(entry.text().contains(words), is_historical, "{}", document.id);
        }
    }
}

/// Bokmål is nearer to nynorsk than English is, also where English is the original.
#[test]
fn the_start_page_leads_to_what_its_reader_reads() {
    for (ui_lang, name) in
        [(Lang::Nb, "Sikkerhetspolitikk"), (Lang::Nn, "Sikkerhetspolitikk"), (Lang::En, "Security policy")]
    {
        let mut html = String::new();
        write(&start(&REAL, ui_lang).into(), &mut html);
        assert_eq!(html.matches(&format!(">{name}</a>")).count(), 2, "{html}");
    }
}

#[test]
fn reading_takes_a_minute_at_least() {
    let minutes = |id: &str| minutes(some(REAL.document(id).or(SAMPLE.document(id)), id));
    assert_eq!(minutes("beta-2019"), 1);
    // 6 100 and 350 words, 220 of them a minute.
    assert!((27..=29).contains(&minutes("nss-2025")), "{}", minutes("nss-2025"));
    assert_eq!(minutes("secpol-2020"), 2);
}

#[test]
fn the_start_page_lists_every_document_once_and_the_newest_first() {
    for ui_lang in Lang::ALL {
        let mut html = String::new();
        write(&start(&REAL, ui_lang).into(), &mut html);
        let list = parse(&html);
        let links = list.with_tag("a").into_iter().filter_map(|link| link.attribute("href"));
        let ids: Vec<&str> = links.map(|href| href.split('/').next().unwrap_or_default()).collect();
        let years = ids.iter().map(|id| some(REAL.document(id), id).issued.year);
        assert!(years.is_sorted_by(|newer, older| newer >= older), "{ids:?}");
        assert_eq!((ids[0], ids.len()), ("nss-2025", 5));
        // A title in another language than the interface's says in which.
        for (link, id) in list.with_tag("a").into_iter().zip(ids) {
            let shown = link.attribute("lang").unwrap_or(ui_lang.code());
            let view = some(
                REAL.document(id).and_then(|document| document.edition(some(Lang::from_code(shown), shown))),
                id,
            );
            assert_eq!(link.text(), view.title);
            assert_eq!(link.attribute("href"), Some(format!("{id}/{shown}/").as_str()));
        }
    }
}

#[test]
fn a_page_is_called_by_its_section_its_document_and_its_publisher() {
    let check = |view, anchor: Option<&str>, expected: &str| {
        let block = anchor.map(|anchor| crate::support::place(view, anchor));
        assert_eq!(title(Some(view), block, Lang::Nn), expected);
    };
    let nss = edition(&REAL, "nss-2025", Lang::Nb);
    check(nss, None, "Nasjonal sikkerhetsstrategi – Statsministerens kontor");
    let nato = "Sikre troverdigheten til Nato – Nasjonal sikkerhetsstrategi – Statsministerens kontor";
    check(nss, Some("nss-nato"), nato);
    check(nss, Some("nss-nato-2"), nato);
    check(
        edition(&REAL, "secpol-2020", Lang::En),
        Some("sp20-3"),
        "Security policy – Ministry of Foreign Affairs",
    );
    check(
        edition(&REAL, "fss-2020", Lang::En),
        None,
        "Peace, stability and security – Ministry of Foreign Affairs",
    );
    assert_eq!(title(None, None, Lang::Nn), "Norske tryggingsstrategiar");
}

#[test]
fn every_page_says_what_it_is_and_where_its_like_are() {
    for (name, page) in pages(&REAL) {
        let content =
            |tag: &str| page.with_tag(tag).first().map(|element| element.text()).unwrap_or_default();
        assert!(!content("title").is_empty() && page.with_tag("main").len() == 1, "{name}");
        let described = page.with_tag("meta").iter().any(|meta| {
            meta.attribute("name") == Some("description")
                && meta.attribute("content").is_some_and(|words| words.len() > 20)
        });
        assert!(described, "{name}");
    }
}

/// The addresses of the links of one sort in the head of a page.
fn heads(html: &str, rel: &str) -> Vec<String> {
    let page = parse(html);
    let links = page.with_tag("link").into_iter().filter(|link| link.attribute("rel") == Some(rel));
    links.filter_map(|link| link.attribute("href").map(str::to_owned)).collect()
}

#[test]
fn addresses_are_whole_where_the_site_is_known_and_relative_elsewhere() {
    let nowhere = || Site { address: None, ..site() };
    let translation = document_page(&site(), &SAMPLE, alfa(Lang::En));
    let base = "https://example.org/strategier/";
    assert_eq!(heads(&translation, "canonical"), [format!("{base}alfa-2024/en/")]);
    let editions = ["alfa-2024/nb/", "alfa-2024/en/"];
    assert_eq!(heads(&translation, "alternate"), editions.map(|path| format!("{base}{path}")));
    assert_eq!(heads(&translation, "stylesheet"), ["../../style-1f.css"]);
    let translation = document_page(&nowhere(), &SAMPLE, alfa(Lang::En));
    assert_eq!(heads(&translation, "alternate"), editions.map(|path| format!("../../{path}")));
    assert_eq!(heads(&start_page(&site(), &SAMPLE), "canonical"), [base]);
    assert_eq!(heads(&start_page(&nowhere(), &SAMPLE), "canonical"), ["./"]);
    assert_eq!(heads(&start_page(&nowhere(), &SAMPLE), "stylesheet"), ["style-1f.css"]);
}
