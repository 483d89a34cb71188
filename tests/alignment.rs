//! Editions beside one another: which blocks say the same, where they split, join or lack one.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use strategy_reader::commitments::{Listing, rows};
use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::filter::{Index, Selection, Tally};
use strategy_reader::model::{Lang, Library};
use support::{PARTED, REAL, compiled, edition, fixture, place};

fn gamma(lang: Lang) -> EditionView<'static> {
    edition(&PARTED, "gamma-2022", lang)
}

/// The anchors of the blocks in one edition that say what a block of another says.
#[track_caller]
fn check(to: Lang, from: Lang, anchor: &str, expected: &[&str]) {
    let (to, from) = (gamma(to), gamma(from));
    let blocks = to.aligned(from.edition, place(from, anchor));
    let anchors: Vec<&str> = blocks.map(|block| to.block(block).anchor.as_str()).collect();
    assert_eq!(anchors, expected, "{anchor}");
}

#[test]
fn blocks_are_found_from_either_edition() {
    use Lang::{En, Nb};
    check(En, Nb, "gamma-delt", &["gamma-delt"]);
    check(En, Nb, "gamma-delt-1", &["gamma-delt-1", "gamma-delt-1b"]);
    check(Nb, En, "gamma-delt-1b", &["gamma-delt-1"]);
    check(En, Nb, "gamma-delt-3", &["gamma-delt-2"]);
    check(Nb, En, "gamma-delt-2", &["gamma-delt-2", "gamma-delt-3"]);
    check(En, Nb, "gamma-utelatt-3", &[]);
    check(Nb, En, "gamma-forklart", &[]);
    check(En, Nb, "gamma-slutt-1", &["gamma-slutt-1"]);
    check(Nb, En, "gamma-slutt", &["gamma-slutt"]);
    check(Nb, Nb, "gamma-delt-3", &["gamma-delt-3"]);
}

#[test]
fn rows_hold_every_block_of_both_editions_in_order() {
    let told = |left: EditionView, right: EditionView| {
        let rows = left.rows(right).into_iter().map(|row| {
            let anchors = |view: EditionView, blocks: std::ops::Range<usize>| {
                blocks
                    .map(|block| view.block(block).anchor.replace("gamma-", ""))
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            let reason = row.reason.map(|reason| format!(" ({})", reason.en)).unwrap_or_default();
            format!("{} | {}{reason}", anchors(left, row.left), anchors(right, row.right))
        });
        rows.collect::<Vec<_>>()
    };
    let expected = [
        "delt | delt",
        "delt-1 | delt-1 delt-1b",
        "delt-2 delt-3 | delt-2",
        "delt-4 | delt-4",
        "utelatt | utelatt",
        "utelatt-1 | utelatt-1",
        "utelatt-2 | utelatt-2",
        "utelatt-3 |  (The item concerns Norwegian readers only.)",
        "utelatt-4 | utelatt-4",
        "original |  (The part has been shortened.)",
        "original-1 |  (The part has been shortened.)",
        "slutt | slutt",
        "slutt-1 | slutt-1",
        " | forklart (Explains what is Norwegian.)",
    ];
    assert_eq!(told(gamma(Lang::Nb), gamma(Lang::En)), expected);
    let mirrored = expected.map(|row| {
        let (row, reason) =
            row.split_once(" (").map_or((row, String::new()), |(row, rest)| (row, format!(" ({rest}")));
        let (left, right) = row.split_once(" | ").unwrap_or_default();
        format!("{right} | {left}{reason}")
    });
    assert_eq!(told(gamma(Lang::En), gamma(Lang::Nb)), mirrored);
}

/// Two translations that part from the original at other places.
#[test]
fn two_translations_stand_beside_one_another_too() {
    let mut library = compiled(&fixture("parted"));
    let document = &mut library.documents[0];
    // The third edition is as the original, so that all that parts it from the second is the second's.
    let mut third = document.editions[0].clone();
    third.lang = Lang::Nn;
    document.editions.push(third);
    let corpus = Corpus::new(Library { documents: library.documents, ..Library::default() });
    let view = |lang| edition(&corpus, "gamma-2022", lang);
    let ranges = |rows: Vec<strategy_reader::corpus::Row>| {
        rows.into_iter().map(|row| (row.left, row.right)).collect::<Vec<_>>()
    };
    assert_eq!(ranges(view(Lang::Nn).rows(view(Lang::En))), ranges(view(Lang::Nb).rows(view(Lang::En))));
    assert_eq!(ranges(view(Lang::En).rows(view(Lang::Nn))), ranges(view(Lang::En).rows(view(Lang::Nb))));
}

#[test]
fn an_anchor_of_another_edition_is_found_where_its_words_stand() {
    let check = |lang, anchor: &str, expected: &str| {
        let view = gamma(lang);
        let found = view.find(anchor).map(|block| view.block(block).anchor.as_str());
        assert_eq!(found, Some(expected), "{anchor}");
    };
    check(Lang::En, "gamma-delt-1", "gamma-delt-1");
    check(Lang::Nb, "gamma-delt-1b", "gamma-delt-1");
    check(Lang::En, "gamma-delt-3", "gamma-delt-2");
    // Above the place where it is left out.
    check(Lang::En, "gamma-utelatt-3", "gamma-utelatt-2");
    check(Lang::En, "gamma-original", "gamma-utelatt-4");
    check(Lang::Nb, "gamma-forklart", "gamma-slutt-1");
    assert_eq!(gamma(Lang::En).find("gamma-nope"), None);
    assert_eq!(gamma(Lang::En).find("alfa-1"), None);
}

#[test]
fn the_editions_of_the_real_documents_go_block_by_block() {
    for view in REAL.editions() {
        let original = edition(&REAL, &view.document.id, view.document.original().lang);
        let rows = original.rows(view);
        assert_eq!(rows.len(), original.edition.blocks.len());
        assert!(
            rows.iter().enumerate().all(|(at, row)| row.left == (at..at + 1) && row.right == (at..at + 1))
        );
    }
}

#[test]
fn a_commitment_is_listed_in_an_edition_that_has_it_in_one_place() {
    let index = Index::new(&PARTED);
    let mut tally = Tally::new(&index, &Selection::default());
    let rows = rows(&PARTED, &index, &mut tally, (Lang::En, Lang::En), Listing::default());
    let rows = rows.iter().filter(|row| row.view.document.id == "gamma-2022");
    let listed = rows.map(|row| {
        let (_, words) = row.view.commitment_words(row.commitment);
        (row.anchor(), row.heading().unwrap_or_default(), words)
    });
    let expected = [
        ("gamma-delt-1-f1", "Split and joined", "The Government will split it."),
        ("gamma-delt-3-f1", "Split and joined", "The Government must join them."),
        ("gamma-original-1-f1", "Bare i originalen", "Regjeringen bør oversette dette."),
    ];
    let expected = expected.map(|(anchor, heading, words)| (anchor.to_owned(), heading, words));
    assert_eq!(listed.collect::<Vec<_>>(), expected);
    let english = gamma(Lang::En);
    let places = ["gamma-delt-1-f1", "gamma-delt-3-f1", "gamma-original-1-f1"]
        .map(|anchor| english.block_at(anchor).map(|block| english.block(block).anchor.as_str()));
    assert_eq!(places, [Some("gamma-delt-1b"), Some("gamma-delt-2"), Some("gamma-utelatt-4")]);
}

#[test]
fn the_words_of_a_commitment_are_its_sentence() {
    for view in REAL.editions().filter(|view| !view.document.commitments.is_empty()) {
        for commitment in &view.document.commitments {
            let [(block, range)] = &view.words_of(commitment)[..] else { panic!("one piece") };
            assert_eq!(*block, commitment.block as usize);
            assert!(view.block(*block).text.plain[range.clone()].chars().count() > 8);
        }
    }
}
