//! Quotations held against the texts.

use crate::CITED;
use crate::support::{edition, place};
use std::time::Instant;
use strategy_reader::cite::{Check, Piece, Selection, Texts, Verdict, check};
use strategy_reader::model::Lang::{En, Nb};

fn plain(id: &str, lang: strategy_reader::model::Lang, anchor: &str) -> &'static str {
    let view = edition(&CITED, id, lang);
    &view.block(place(view, anchor)).text.plain
}

/// The texts hold a cell, so each test has its own.
fn held(quotation: &str) -> Check<'static> {
    thread_local! {
        static TEXTS: &'static Texts = Box::leak(Box::new(Texts::of(&CITED)));
    }
    check(&CITED, TEXTS.with(|texts| *texts), quotation)
}

#[track_caller]
fn found(quotation: &str, verdict: Verdict, id: &str, anchor: &str) -> Check<'static> {
    let check = held(quotation);
    assert_eq!(check.verdict, verdict, "{check:?}");
    let Some(first) = check.found.first() else { panic!("{check:?}") };
    assert_eq!(first.view.document.id, id);
    assert_eq!(first.view.block(first.parts[0].from.0).anchor, anchor, "{check:?}");
    check
}

fn words(text: &str, from: usize, to: usize) -> String {
    text.split(' ').skip(from).take(to - from).collect::<Vec<_>>().join(" ")
}

const NATO: &str = "nss-nato-2";

#[test]
fn words_as_printed_are_exact() {
    let text = plain("nss-2025", Nb, NATO);
    let whole = found(text, Verdict::Exact, "nss-2025", NATO);
    let block = place(edition(&CITED, "nss-2025", Nb), NATO);
    assert_eq!(whole.found[0].parts, [Selection { from: (block, 0), to: (block, text.len()) }]);
    found(&format!("  «{text}»\n"), Verdict::Exact, "nss-2025", NATO);
    found(&words(text, 2, 9), Verdict::Exact, "nss-2025", NATO);
    let both = format!("{}\n\n{}", plain("nss-2025", Nb, "nss-nato-1"), text);
    let check = found(&both, Verdict::Exact, "nss-2025", "nss-nato-1");
    assert_eq!(check.found[0].parts[0].to, (block, text.len()));
}

#[test]
fn other_signs_and_line_ends_are_no_other_words() {
    let text = plain("nss-2025", Nb, NATO);
    found(&text.replace(' ', "\n"), Verdict::Marks, "nss-2025", NATO);
    found(&text.replace(',', ""), Verdict::Marks, "nss-2025", NATO);
    found(&format!("{}-\n{}", &text[..3], &text[3..]), Verdict::Marks, "nss-2025", NATO);
    // A quotation within a sentence begins with a small letter, whatever the text does.
    let mut small = text.to_owned();
    small[..1].make_ascii_lowercase();
    found(&small, Verdict::Marks, "nss-2025", NATO);
}

#[test]
fn the_edition_and_all_places_are_told() {
    let check = found(plain("nss-2025", En, NATO), Verdict::Exact, "nss-2025", NATO);
    assert_eq!(check.found[0].view.edition.lang, En);
    let several = held("Nato");
    assert_eq!(several.verdict, Verdict::Exact);
    assert!(several.found.len() > 10, "{}", several.found.len());
}

#[test]
fn an_ellipsis_may_stand_for_words() {
    let text = plain("nss-2025", Nb, NATO);
    for ellipsis in ["[…]", "…", "...", " . . . ", "(...)", "[...]"] {
        let quotation = format!("{} {ellipsis} {}", words(text, 0, 5), words(text, 8, 14));
        let check = found(&quotation, Verdict::Shortened, "nss-2025", NATO);
        assert_eq!(check.found[0].parts.len(), 2);
    }
    // At the ends it says nothing.
    found(&format!("… {} …", words(text, 2, 9)), Verdict::Marks, "nss-2025", NATO);
}

#[test]
fn what_was_altered_is_shown() {
    let text = plain("nss-2025", Nb, NATO);
    let parts: Vec<&str> = text.split(' ').collect();
    let mut altered = parts.clone();
    altered[4] = "eventyrlig";
    let check = found(&altered.join(" "), Verdict::Altered, "nss-2025", NATO);
    let printed = parts[4].trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    assert!(check.pieces.contains(&Piece::Changed { quoted: "eventyrlig".to_owned(), printed }), "{check:?}");

    let mut added = parts.clone();
    added.insert(6, "slett ikke");
    let check = found(&added.join(" "), Verdict::Altered, "nss-2025", NATO);
    assert!(check.pieces.contains(&Piece::Added("slett ikke".to_owned())), "{check:?}");

    let mut lost = parts.clone();
    let gone = lost.remove(6).trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let check = found(&lost.join(" "), Verdict::Altered, "nss-2025", NATO);
    assert!(check.pieces.contains(&Piece::Lost(gone)), "{check:?}");

    // Capitals within are another way to alter a text.
    found(&text.to_uppercase(), Verdict::Altered, "nss-2025", NATO);
}

#[test]
fn more_than_what_is_printed_is_a_part() {
    let text = plain("nss-2025", Nb, NATO);
    let more = format!("{} og derfor bør alle spise mer brokkoli til frokost hver dag", words(text, 0, 12));
    let check = found(&more, Verdict::Part, "nss-2025", NATO);
    assert!(
        matches!(check.pieces.last(), Some(Piece::Added(words)) if words.ends_with("hver dag")),
        "{check:?}"
    );
}

#[test]
fn what_is_not_there_is_nowhere() {
    for quotation in [
        "",
        " ",
        "«»",
        "…",
        "a",
        "Det var en gang en gutt som hadde tre brødre.",
        "xyzzy",
        "\u{301}\u{301}\u{301}",
    ] {
        let check = held(quotation);
        assert_eq!((check.verdict, check.found.len()), (Verdict::Nowhere, 0), "{quotation}");
    }
}

/// How long it takes, for `cargo test --release -- --ignored --nocapture`. No test waits for a clock.
#[test]
#[ignore = "measures"]
fn a_page_is_checked_in_a_moment() {
    let view = edition(&CITED, "nss-2025", Nb);
    let page: Vec<&str> = view.edition.blocks[20..32].iter().map(|block| block.text.plain.as_str()).collect();
    let page = page.join("\n");
    let altered = page.replace(" og ", " eller ").replace(" som ", " ");
    for (name, quotation) in [("exact", &page), ("altered", &altered), ("nowhere", &page.replace('e', "ø"))]
    {
        let start = Instant::now();
        let verdict = held(quotation).verdict;
        println!("{name}: {} letters, {verdict:?} after {:?}", quotation.len(), start.elapsed());
    }
}

mod strange {
    use super::held;
    use crate::CITED;
    use crate::support::cases;
    use proptest::prelude::*;
    use strategy_reader::cite::Verdict;

    proptest! {
        #![proptest_config(cases(32))]

        #[test]
        fn no_quotation_is_too_strange(quotation in "(?s).{0,200}") {
            held(&quotation);
        }

        /// Any stretch of a text is found exactly, in the block that it was taken from or one with the same words.
        #[test]
        fn every_stretch_is_found(edition in 0_usize..10, block in 0_usize..300, start in 0_usize..60, length in 3_usize..40) {
            let Some(view) = CITED.editions().nth(edition) else { return Ok(()) };
            let Some(block) = view.edition.blocks.get(block) else { return Ok(()) };
            let words: Vec<&str> = block.text.plain.split(' ').skip(start).take(length).collect();
            let quotation = words.join(" ");
            prop_assume!(quotation.chars().filter(|letter| letter.is_alphanumeric()).count() >= 3);
            let check = held(&quotation);
            prop_assert!(matches!(check.verdict, Verdict::Exact | Verdict::Marks), "{quotation}: {check:?}");
        }
    }
}
