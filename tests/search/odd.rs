//! Queries that nobody should type: each has an answer, and none takes long.

use crate::support::{REAL, cases};
use crate::{DOCUMENTS, Library, anchor_of};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use strategy_reader::corpus::Corpus;
use strategy_reader::model::Lang;
use strategy_reader::search::{Index, Outcome, excerpt};

#[test]
fn what_is_no_word_finds_nothing() {
    let nothing =
        ["xyzzy", "norge xyzzyq", "qwertyzxcv", "blåbærsyltetøy oppskrift", "日本語", "<script>xyzzy"];
    let blank = [
        "",
        " ",
        "\t\n\r",
        "\u{0}",
        "%",
        "…",
        "?!.,;:-–—",
        "\"\"",
        "«»",
        "\"",
        "(",
        "\\",
        "/",
        "🙂",
        "👩‍👩‍👧 🇳🇴",
        "\u{301}",
        "\u{200b}",
        "\u{feff}",
        "\u{202e}",
        "\u{fffd}\u{fffd}",
        ".*",
        "[",
        "(?:",
        "- -",
        "-",
        "--",
        "\u{2067}\u{2069}",
    ];
    let common = ["og", "hva er det", "the of and", "i", "I", "hvordan kan vi", "og -norge"];
    let minus = ["-norge", "-norge -nato", "-\"krig i europa\"", "−norge", "-(norge) -x"];
    let check = |queries: &[&str], outcome: Outcome| {
        for query in queries {
            let answer = DOCUMENTS.ask(query);
            assert_eq!(answer.outcome, outcome, "{query:?}");
            assert!(answer.hits.is_empty(), "{query:?}");
        }
    };
    check(&nothing, Outcome::Nothing);
    check(&blank, Outcome::Blank);
    check(&common, Outcome::OnlyCommon);
    check(&minus[..4], Outcome::OnlyMinus);
    let empty = Index::new(&Corpus::new(strategy_reader::model::Library::default()));
    assert_eq!(empty.ask("norge").outcome, Outcome::Nothing);
    assert_eq!(empty.ask("\"norge\" -nato").outcome, Outcome::Nothing);
}

#[test]
fn signs_around_words_do_no_harm() {
    let plain: Vec<&str> = DOCUMENTS.ask("nato ").hits.iter().map(anchor_of).collect();
    assert!(plain.len() > 20);
    for query in [
        "\u{202e}nato ",
        "nato\u{0} ",
        "🙂nato🙂 ",
        "(nato) ",
        "nato* ",
        "*nato? ",
        "- nato ",
        "nato -",
        "\u{feff}nato ",
    ] {
        let found: Vec<&str> = DOCUMENTS.ask(query).hits.iter().map(anchor_of).collect();
        assert_eq!(found, plain, "{query:?}");
    }
}

/// Generous, since machines are slow at times; what it guards against takes minutes.
#[test]
fn a_query_of_any_length_is_answered_in_time() {
    let numbered: String = (0..20_000).map(|number| format!("ord{number} ")).collect();
    let vocabulary: String = REAL
        .editions()
        .flat_map(|view| view.edition.blocks.iter().map(|block| block.text.plain.as_str()))
        .collect::<Vec<&str>>()
        .join(" ");
    for query in [
        "nato ".repeat(20_000),
        "a".repeat(100_000),
        "å".repeat(100_000),
        "beredskap".repeat(12_000),
        "-".repeat(100_000) + "nato",
        "\"".repeat(100_001),
        "\"nato ".repeat(20_000),
        "-nato ".repeat(20_000),
        "🙂".repeat(100_000),
        "\u{301}".repeat(100_000),
        "\u{202e}".repeat(100_000),
        numbered,
        vocabulary,
    ] {
        let start = Instant::now();
        let _ = DOCUMENTS.ask(&query);
        let taken = start.elapsed();
        assert!(taken < Duration::from_secs(5), "{}: {taken:?}", query.chars().take(20).collect::<String>());
    }
    assert_eq!(DOCUMENTS.ask(&"nato ".repeat(20_000)).hits.len(), DOCUMENTS.ask("nato ").hits.len());
}

#[test]
fn what_was_lost_of_a_sign_does_no_harm() {
    // JavaScript hands on half a sign as U+FFFD.
    let lossy = String::from_utf16_lossy(&[0xd83d, u16::from(b'n'), u16::from(b'a'), 0xdc00]);
    assert_eq!(DOCUMENTS.ask(&lossy).outcome, DOCUMENTS.ask("na").outcome);
}

/// Words of the documents, cut anywhere, between other things.
fn query() -> impl Strategy<Value = String> {
    let blocks: Vec<&str> = REAL
        .editions()
        .flat_map(|view| view.edition.blocks.iter().map(|block| block.text.plain.as_str()))
        .collect();
    let cut = (prop::sample::select(blocks), any::<prop::sample::Index>(), 1..30_usize);
    let cut = cut.prop_map(|(text, at, count)| {
        let letters: Vec<char> = text.chars().collect();
        letters[at.index(letters.len())..].iter().take(count).collect::<String>()
    });
    let sign = prop::sample::select(vec![" ", "\"", "«", " -", "-", "\u{202e}", "🙂", "*", "\\"]);
    let part = prop_oneof![6 => cut, 1 => any::<String>(), 3 => sign.prop_map(str::to_owned)];
    prop::collection::vec(part, 0..5).prop_map(|parts| parts.concat())
}

/// What is wrong with the answer to a query, if anything is.
pub fn fault(query: &str, lang: Lang) -> Option<&'static str> {
    let answer = DOCUMENTS.ask(query);
    let places: BTreeSet<(usize, usize)> = answer.hits.iter().map(|hit| (hit.document, hit.block)).collect();
    if (answer.outcome == Outcome::Found) == answer.hits.is_empty() {
        return Some("the outcome belies the hits");
    }
    if answer.suggestion.is_some() && !answer.hits.is_empty() {
        return Some("something else is suggested where something was found");
    }
    if places.len() != answer.hits.len() {
        return Some("a block is found twice");
    }
    if !answer.hits.is_sorted_by(|before, after| before.score >= after.score) {
        return Some("the best hit does not come first");
    }
    for hit in answer.hits.iter().take(20) {
        if !(hit.score.is_finite() && hit.score > 0.0) {
            return Some("a hit has no score");
        }
        let Some(shown) = DOCUMENTS.show(&REAL, &answer, hit, lang) else {
            return Some("a hit cannot be shown");
        };
        let edition = &REAL.documents()[hit.document].editions[shown.edition];
        let text = &edition.blocks[shown.block].text.plain;
        if shown.marks.is_empty() || !excerpt(text, &shown.marks).iter().any(|run| run.marked) {
            return Some("a hit shows nothing");
        }
        if !shown.marks.is_sorted_by(|before, after| before.end <= after.start) {
            return Some("marks overlap");
        }
        if !shown.marks.iter().all(|mark| text.get(mark.clone()).is_some_and(|word| !word.is_empty())) {
            return Some("a mark is no part of the text");
        }
        if DOCUMENTS.marks(&REAL, &answer, hit.document, shown.edition, shown.block) != shown.marks {
            return Some("a hit is marked otherwise in the text than in the list");
        }
        if !DOCUMENTS.found_langs(&REAL, &answer, hit).contains(&shown.lang) {
            return Some("a hit is shown in a language in which it was not found");
        }
    }
    None
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_query_has_an_answer_that_can_be_shown(query in query(), lang in prop::sample::select(&Lang::ALL[..])) {
        prop_assert_eq!(fault(&query, lang), None);
    }

    #[test]
    fn a_block_is_found_by_its_own_words_in_quotes(at in any::<prop::sample::Index>(), from in any::<prop::sample::Index>()) {
        let original = |document: usize| REAL.documents()[document].original();
        let document = at.index(REAL.documents().len());
        let block = from.index(original(document).blocks.len());
        let text = &original(document).blocks[block].text.plain;
        let words: Vec<&str> = strategy_reader::text::words(text).take(12).map(|range| &text[range]).collect();
        let answer = DOCUMENTS.ask(&format!("\"{}\"", words.join(" ")));
        prop_assert!(answer.hits.iter().any(|hit| (hit.document, hit.block) == (document, block)), "{}", text);
    }

    #[test]
    fn an_excerpt_is_as_short_as_it_says(text in "[a-zæøå ]{0,600}", at in any::<prop::sample::Index>()) {
        let mark = strategy_reader::text::words(&text).nth(at.index(40));
        let runs = excerpt(&text, mark.as_slice());
        let shown: String = runs.iter().map(|run| run.text.as_str()).collect();
        let mark = mark.map_or(0, |mark| mark.len());
        // 60 letters before the mark or 220 in all, and an ellipsis on either side.
        let longest = 220.max(61 + mark) + 4;
        prop_assert!(shown.chars().count() <= longest, "{} letters", shown.chars().count());
        prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
    }

    #[test]
    fn the_order_of_minus_words_does_not_matter(one in "[a-zæøå]{2,8}", other in "[a-zæøå]{2,8}") {
        let library: &Library = &crate::words::SMALL;
        prop_assert_eq!(library.found(&format!("er -{one} -{other}")), library.found(&format!("er -{other} -{one}")));
    }
}
