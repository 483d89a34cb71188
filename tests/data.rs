//! The five documents themselves: what is known of them is there, and what must not be in them is not.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use strategy_reader::corpus::EditionView;
use strategy_reader::model::{Block, DocumentKind, Kind, Lang, Sort, Standing, Status};
use support::{REAL, edition, place, root, section, some};

/// The original of a document.
#[track_caller]
fn original(id: &str) -> EditionView<'static> {
    let document = some(REAL.document(id), id);
    edition(&REAL, id, document.original().lang)
}

fn anchors(view: EditionView<'_>, kind: Kind) -> Vec<&str> {
    let blocks = view.edition.blocks.iter().filter(|block| block.kind == kind);
    blocks.map(|block| block.anchor.as_str()).collect()
}

fn count(view: EditionView, kind: Kind) -> usize {
    anchors(view, kind).len()
}

/// How many sections an edition has on a level.
fn sections(view: EditionView, level: u8) -> usize {
    view.edition.sections.iter().filter(|section| section.level == level).count()
}

/// Runs a check over every block of every edition.
fn each_block(check: impl Fn(EditionView, &Block)) {
    REAL.editions().for_each(|view| view.edition.blocks.iter().for_each(|block| check(view, block)));
}

#[test]
fn there_are_five_documents_in_two_editions_each() {
    let documents = REAL.documents().iter().map(|document| {
        let langs: Vec<&str> = document.editions.iter().map(|edition| edition.lang.code()).collect();
        (document.id.as_str(), document.original().title.as_str(), langs.join(" "))
    });
    let expected = [
        ("nss-2025", "Nasjonal sikkerhetsstrategi", "nb en"),
        ("fss-2020", "Fred, stabilitet og sikkerhet", "nb en"),
        ("secpol-2020", "Security policy", "en nb"),
        ("cyber-2017", "Internasjonal cyberstrategi for Norge", "nb en"),
        ("secpol-2017", "Security policy", "en nb"),
    ];
    assert!(documents.eq(expected.map(|(id, title, langs)| (id, title, langs.to_owned()))));
}

#[test]
fn dates_are_stated_as_far_as_they_are_known() {
    let check = |id: &str, issued: (u16, Option<(u8, u8)>, bool), kind, status| {
        let document = some(REAL.document(id), id);
        let known = &document.issued;
        assert_eq!((known.year, known.day, known.circa), issued, "{id}");
        assert_eq!((document.kind, document.status), (kind, status), "{id}");
    };
    check("nss-2025", (2025, Some((5, 8)), false), DocumentKind::Report, Status::Current);
    check("cyber-2017", (2017, None, false), DocumentKind::Report, Status::Historical);
    check("fss-2020", (2020, None, true), DocumentKind::WebPage, Status::Historical);
    check("secpol-2020", (2020, None, true), DocumentKind::WebPage, Status::Historical);
    check("secpol-2017", (2017, None, true), DocumentKind::WebPage, Status::Historical);
    assert_eq!(some(REAL.document("cyber-2017"), "cyber-2017").source, None, "its address is not confirmed");
}

#[test]
fn the_security_strategy_is_whole() {
    for lang in [Lang::Nb, Lang::En] {
        let view = edition(&REAL, "nss-2025", lang);
        let numbers: Vec<&str> = view.children(None).map(|chapter| view.number(chapter)).collect();
        assert_eq!(numbers, ["1", "2", "3", "4", "5", ""]);
        assert_eq!(section(view, "nss-foto"), some(view.children(None).last(), "last chapter"));
        assert_eq!([1, 2, 3, 4, 5].map(|level| sections(view, level)), [0, 6, 17, 26, 0]);
        assert_eq!([count(view, Kind::Credit), count(view, Kind::CreditLabel)], [28, 18]);
        let below = |anchor: &str| view.children(Some(section(view, anchor))).count();
        assert_eq!([below("nss-interesser"), below("nss-hovedprioriteringer")], [6, 3]);
    }
    let interests = original("nss-2025");
    let first = place(interests, "nss-innledning-5");
    let kinds = interests.edition.blocks[first - 1..first + 7].iter().map(|block| block.kind);
    let list = [Kind::ListItem; 6];
    assert!(kinds.eq([&[Kind::LeadIn][..], &list, &[Kind::Paragraph]].concat()));
}

#[test]
fn the_cyber_strategy_is_whole() {
    for lang in [Lang::Nb, Lang::En] {
        let view = edition(&REAL, "cyber-2017", lang);
        let below = |anchor: &str| view.children(Some(section(view, anchor))).count();
        assert_eq!([below("cyber-prinsipper"), below("cyber-prioriteringer")], [4, 7]);
        let labels = view.edition.blocks.iter().filter_map(|block| block.label.as_deref());
        assert!(labels.eq(["1", "2"]));
        let marks = view.edition.blocks.iter().flat_map(|block| {
            let notes = block.text.marks.iter().filter(|mark| matches!(mark.sort, Sort::Note(_)));
            notes.map(|mark| (block.anchor.as_str(), mark.sort.clone()))
        });
        let note = |label: &str| Sort::Note(label.to_owned());
        let expected = [("cyber-bakgrunn-3", note("1")), ("cyber-utvikling-3", note("2"))];
        assert_eq!(marks.collect::<Vec<_>>(), expected);
        assert_eq!(anchors(view, Kind::DateLine), ["cyber-forord-8"]);
        // Every priority has aims, and the aims of each follow a lead-in.
        for priority in view.children(Some(section(view, "cyber-prioriteringer"))) {
            let range = view.section(priority);
            let blocks = &view.edition.blocks[range.start as usize..range.end as usize];
            let first = blocks.iter().position(|block| block.kind == Kind::ListItem);
            let first = some(first, &view.heading(priority).anchor);
            assert_eq!(blocks[first - 1].kind, Kind::LeadIn, "{}", blocks[first - 1].anchor);
        }
    }
}

#[test]
fn the_web_pages_are_whole() {
    for lang in [Lang::Nb, Lang::En] {
        let fss = edition(&REAL, "fss-2020", lang);
        let items = |anchor: &str| {
            let start = place(fss, anchor) + 1;
            let blocks = fss.edition.blocks[start..].iter();
            blocks.take_while(|block| block.kind == Kind::ListItem).count()
        };
        assert_eq!([items("fss-bidra"), items("fss-innsats"), count(fss, Kind::ListItem)], [6, 9, 15]);
        assert_eq!(fss.children(None).count(), 7);

        let secpol = edition(&REAL, "secpol-2017", lang);
        assert_eq!(anchors(secpol, Kind::Kicker), ["sp17-foreign-policy-2", "sp17-white-paper-1"]);
        let pictures = ["sp17-foreign-policy-1", "sp17-global-challenges-1", "sp17-cyber-strategy-1"];
        assert_eq!(anchors(secpol, Kind::PictureText), pictures);
        for anchor in pictures {
            let own = secpol.block(place(secpol, anchor)).lang;
            assert_eq!(own.unwrap_or(lang), Lang::Nb, "{anchor} is Norwegian in the page in English, too");
        }
        assert_eq!((secpol.children(None).count(), anchors(secpol, Kind::Link)), (7, vec!["sp17-2"]));

        let page = edition(&REAL, "secpol-2020", lang);
        assert_eq!((page.edition.blocks.len(), count(page, Kind::Paragraph), sections(page, 1)), (7, 6, 1));
    }
}

#[test]
fn anchors_are_unique_and_alike_in_all_editions() {
    let mut owners = BTreeMap::new();
    for document in REAL.documents() {
        let anchors = |edition: usize| {
            document.editions[edition].blocks.iter().map(|block| block.anchor.as_str()).collect::<Vec<_>>()
        };
        for anchor in anchors(0) {
            assert_eq!(owners.insert(anchor, &document.id), None, "{anchor}");
            assert!(!anchor.is_empty(), "{}", document.id);
        }
        for edition in 1..document.editions.len() {
            assert_eq!(anchors(edition), anchors(0), "{}", document.id);
        }
    }
    assert!(owners.len() > 400, "{}", owners.len());
}

#[test]
fn editions_stand_on_the_same_pages_and_end_their_sections_alike() {
    for view in REAL.editions() {
        let original = view.document.original();
        assert_eq!(view.edition.sections, original.sections, "{}", view.document.id);
        for (own, other) in view.edition.blocks.iter().zip(&original.blocks) {
            assert_eq!(
                (own.page, &own.label, &own.href),
                (other.page, &other.label, &other.href),
                "{}",
                own.anchor
            );
        }
    }
}

#[test]
fn misprints_of_the_originals_are_kept_and_marked() {
    let check = |id: &str, printed: &[&str]| {
        for words in printed {
            let blocks = original(id).edition.blocks.iter();
            let found = blocks.filter(|block| {
                let starts = block.text.plain.match_indices(words).map(|(at, _)| at as u32);
                let end = |start: u32| start + words.len() as u32;
                let sics = block.text.marks.iter().filter(|mark| matches!(mark.sort, Sort::Sic(_)));
                let sics: Vec<_> = sics.collect();
                starts.into_iter().any(|at| sics.iter().any(|sic| sic.start < end(at) && at < sic.end))
            });
            assert!(found.count() > 0, "{id} has no `{words}` with a mark");
        }
    };
    let nss = [
        "felleskap",
        "økonomisk samvirket",
        "Sverderup",
        "Vuhleirsk",
        "Statsministeren kontor",
        "Foto: Foto:",
    ];
    check("nss-2025", &nss);
    check("fss-2020", &["ønsker i bidra", "fred og forsoningsengasjement"]);
    check("cyber-2017", &["Bidra i å utvikle", "bidra til å oppnåelse", "kvinner få", "Intensivere"]);
    each_block(|_, block| {
        for mark in &block.text.marks {
            if let Sort::Sic(meant) = &mark.sort {
                let printed = &block.text.plain[mark.start as usize..mark.end as usize];
                assert!(!printed.is_empty() && !meant.is_empty() && printed != meant, "{}", block.anchor);
            }
        }
    });
}

#[test]
fn a_page_is_stated_only_where_a_printed_number_proves_it() {
    let pages = |id: &str, of_credits: bool| {
        let credits = |block: &&Block| matches!(block.kind, Kind::Credit | Kind::CreditLabel);
        let blocks = original(id).edition.blocks.iter().filter(|block| credits(block) == of_credits);
        blocks.filter_map(|block| block.page).collect::<BTreeSet<u16>>()
    };
    assert_eq!(pages("nss-2025", false), [17].into());
    assert_eq!(pages("cyber-2017", false), [6, 7].into());
    let of_credits = [2, 6, 8, 9, 11, 14, 15, 16, 19, 21, 23, 24, 25, 27, 28, 29, 30];
    assert_eq!(pages("nss-2025", true), of_credits.into());
    for id in ["fss-2020", "secpol-2017", "secpol-2020"] {
        assert_eq!(pages(id, false).len() + pages(id, true).len(), 0, "{id}");
    }
    // The words of a label say the page that it stands for.
    let nss = original("nss-2025");
    for label in nss.edition.blocks.iter().filter(|block| block.kind == Kind::CreditLabel) {
        let said = label.page.map_or("Forsiden".to_owned(), |page| format!("Side {page}"));
        assert_eq!(label.text.plain, said);
    }
}

#[test]
fn no_text_has_a_sign_that_does_not_belong_there() {
    let strange =
        ["\"", "  ", "\u{ad}", "\u{a0}", "\u{200b}", "\u{fffd}", "•", "◦", "▪", "…", "\u{fb00}", "\u{fb01}"];
    each_block(|_, block| {
        let text = &block.text.plain;
        for sign in strange {
            assert!(!text.contains(sign), "{} has `{}`: {text}", block.anchor, sign.escape_unicode());
        }
        assert!(!text.is_empty() && text.trim() == text, "{}: `{text}`", block.anchor);
        assert!(!text.contains(['[', ']', '{', '}', '*', '<', '>', '\\']), "{}: {text}", block.anchor);
    });
}

#[test]
fn marks_nest_and_lie_on_letters() {
    each_block(|_, block| {
        let (text, mut open) = (&block.text.plain, Vec::<(u32, u32)>::new());
        for mark in &block.text.marks {
            assert!(text.get(mark.start as usize..mark.end as usize).is_some(), "{}", block.anchor);
            open.retain(|(_, end)| *end > mark.start);
            let within = open.last().is_none_or(|(start, end)| mark.start >= *start && mark.end <= *end);
            assert!(within, "marks cross in {}", block.anchor);
            open.push((mark.start, mark.end));
        }
    });
}

#[test]
fn an_unofficial_edition_says_how_it_was_made() {
    for view in REAL.editions() {
        let is_original = view.edition.lang == view.document.original().lang;
        match &view.edition.standing {
            Standing::Unofficial { method, official } => {
                assert_eq!(method.get(Lang::Nb), "maskinstøttet, lest mot originalen");
                assert_eq!(method.get(Lang::Nn), "maskinstøtta, lesen mot originalen");
                assert_eq!(method.get(Lang::En), "machine-assisted, read against the original");
                assert!(!is_original && official.iter().all(|address| address.starts_with("https://")));
            }
            standing => assert!(is_original, "{} is {standing:?}", view.document.id),
        }
    }
}

/// Glossary entries that are no terms, and why.
const NO_TERMS: [(&str, &str); 1] =
    [("et trygt og tillitsfullt samfunn", "an interest worded as a phrase; its own words find it")];

/// What the translations call things feeds the search: each entry of the glossary is one term, in both languages.
#[test]
fn every_entry_of_the_glossary_is_a_term() {
    let vocabulary = std::fs::read_to_string(root().join("data/vocabulary/terms.toml"));
    let vocabulary: toml::Table = some(vocabulary.ok().and_then(|text| text.parse().ok()), "table of terms");
    let has = |term: &toml::Value, lang: &str, words: &str| {
        let forms = term.get(lang).and_then(toml::Value::as_array).into_iter().flatten();
        forms.filter_map(toml::Value::as_str).any(|form| form.to_lowercase() == words.to_lowercase())
    };
    let glossary = csv::ReaderBuilder::new().delimiter(b'\t').from_path(root().join("data/glossary.tsv"));
    let mut unknown = Vec::new();
    for entry in some(glossary.ok(), "glossary").records().flatten() {
        let norwegian = &entry[0];
        // An article is no part of a term, nor what an editor explains in brackets.
        let english = entry[1].split(" (").next().unwrap_or_default();
        let english = english.strip_prefix("the ").or(english.strip_prefix("a ")).unwrap_or(english);
        if !vocabulary.values().any(|term| has(term, "nb", norwegian) && has(term, "en", english)) {
            unknown.push(norwegian.to_owned());
        }
    }
    assert_eq!(unknown, NO_TERMS.map(|(norwegian, _)| norwegian));
}
