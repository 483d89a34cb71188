//! What a query finds, why, and in which order; and that no query whatsoever does harm.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use proptest::prelude::*;
use std::sync::LazyLock;
use strategy_reader::corpus::Corpus;
use strategy_reader::model::Lang;
use strategy_reader::search::{Hit, excerpt, find, query_words};
use support::{DRAFT_FRONT, DRAFT_TOML, Draft, REAL, cases, some};

/// Two documents with a translation each; what the tests look for stands in few places.
static SMALL: LazyLock<Corpus> = LazyLock::new(|| {
    let toml = |prefix: &str| DRAFT_TOML.replace("\"prove\"", &format!("\"{prefix}\""));
    let original = |text: &str| format!("{DRAFT_FRONT}{text}");
    let translation = |text: &str| original(text).replace("\"original\"", "\"official\"");
    let files = [
        ("ett/document.toml", toml("ett")),
        (
            "ett/nb.md",
            original(
                "## Åpenhet {#ett-a}\n\nNorge og Nato-allierte truer ingen, og natonaboene vet det. {#ett-1}\n\n\
                 Beredskap, BEREDSKAPEN og egenberedskap: 10 % i 2014–2015. {#ett-2}\n",
            ),
        ),
        (
            "ett/en.md",
            translation(
                "## Openness {#ett-a}\n\nNorway and its NATO allies threaten no one. {#ett-1}\n\n\
                 Preparedness: 10 % in 2014–2015. {#ett-2}\n",
            ),
        ),
        ("to/document.toml", toml("to")),
        ("to/nb.md", original("Nato igjen, i Norge. {#to-1}\n\nСвет и φως. {#to-2}\n")),
        ("to/en.md", translation("NATO again, in Norway. {#to-1}\n\nLight and cafe\u{301}. {#to-2}\n")),
    ];
    let files = files.each_ref().map(|(name, content)| (*name, content.as_bytes()));
    Corpus::new(Draft::of(&files).seal())
});

/// A hit as `anchor lang: text`, with the marks in brackets.
fn line(corpus: &Corpus, hit: &Hit) -> String {
    let view = some(corpus.edition(&hit.document, hit.lang), &hit.document);
    let block = view.block(hit.block);
    let mut text = block.text.plain.clone();
    for mark in hit.marks.iter().rev() {
        text.insert(mark.end, ']');
        text.insert(mark.start, '[');
    }
    format!("{} {}: {text}", block.anchor, hit.lang.code())
}

#[track_caller]
fn check(query: &str, lang: Lang, expected: &[&str]) {
    let hits = find(&SMALL, query, lang);
    let lines: Vec<String> = hits.iter().map(|hit| line(&SMALL, hit)).collect();
    assert_eq!(lines, expected, "{query}");
}

const FIRST: &str = "ett-1 nb: Norge og [Nato]-allierte truer ingen, og [natonaboene] vet det.";
const SECOND: &str = "ett-2 nb: [Beredskap], [BEREDSKAPEN] og egenberedskap: 10 % i 2014–2015.";

#[test]
fn a_word_is_found_where_a_word_begins_with_it_in_whatever_case() {
    for query in ["nato", "NATO", "Nato", " nato ", "«Nato»", "nato, nato!"] {
        check(query, Lang::Nb, &[FIRST, "to-1 nb: [Nato] igjen, i Norge."]);
    }
    check("beredskap", Lang::Nb, &[SECOND]);
    check("åpen", Lang::Nb, &["ett-a nb: [Åpenhet]"]);
    check("ÅPENHET", Lang::Nb, &["ett-a nb: [Åpenhet]"]);
    check("св", Lang::Nb, &["to-2 nb: [Свет] и φως."]);
    check("apenhet", Lang::Nb, &[]);
}

#[test]
fn every_word_of_a_query_is_needed_and_every_place_is_marked() {
    check(
        "norge ingen",
        Lang::Nb,
        &["ett-1 nb: [Norge] og Nato-allierte truer [ingen], og natonaboene vet det."],
    );
    check(
        "ingen norge",
        Lang::Nb,
        &["ett-1 nb: [Norge] og Nato-allierte truer [ingen], og natonaboene vet det."],
    );
    check("norge sverige", Lang::Nb, &[]);
    check(
        "nato-allierte",
        Lang::Nb,
        &["ett-1 nb: Norge og [Nato]-[allierte] truer ingen, og [natonaboene] vet det."],
    );
    let numbers = "ett-2 nb: Beredskap, BEREDSKAPEN og egenberedskap: [10] % i [2014]–[2015].";
    check("10 % 2014–2015", Lang::Nb, &[numbers]);
}

#[test]
fn a_place_is_found_once_and_in_the_language_asked_for_where_it_can_be() {
    let english =
        ["ett-1 en: Norway and its [NATO] allies threaten no one.", "to-1 en: [NATO] again, in Norway."];
    check("nato", Lang::En, &english);
    // No edition in nynorsk: whichever has it, the original first.
    check("nato", Lang::Nn, &[FIRST, "to-1 nb: [Nato] igjen, i Norge."]);
    check("beredskap", Lang::En, &[SECOND]);
    check("openness", Lang::Nb, &["ett-a en: [Openness]"]);
    // Found in different languages, in the order of the text all the same.
    let mixed =
        ["ett-1 en: Norway and its NATO allies threaten no [one].", "to-1 en: NATO again, [in] Norway."];
    check("one", Lang::En, &mixed[..1]);
    check(
        "i",
        Lang::En,
        &[
            "ett-1 en: Norway and [its] NATO allies threaten no one.",
            "ett-2 en: Preparedness: 10 % [in] 2014–2015.",
            mixed[1],
        ],
    );
}

#[test]
fn hits_stand_in_reading_order() {
    let place = |hit: &Hit| (hit.document.clone(), hit.block);
    for query in ["e", "norge", "sikkerhet", "security", "a i"] {
        for lang in Lang::ALL {
            let hits = find(&REAL, query, lang);
            assert!(!hits.is_empty(), "{query}");
            assert!(hits.is_sorted_by_key(place), "{query}");
            let mut places: Vec<_> = hits.iter().map(place).collect();
            places.dedup();
            assert_eq!(places.len(), hits.len(), "{query} finds a place twice");
        }
    }
}

#[test]
fn the_real_documents_are_found_by_what_they_say() {
    let check = |query: &str, lang: Lang, anchor: &str| {
        let hits = find(&REAL, query, lang);
        let lines: Vec<String> = hits.iter().map(|hit| line(&REAL, hit)).collect();
        assert!(lines.iter().any(|line| line.starts_with(&format!("{anchor} "))), "{query}: {lines:#?}");
    };
    check("atomubåter", Lang::Nb, "nss-usa-2");
    check("felleskap", Lang::Nb, "nss-innledning-9");
    check("norwegian white paper", Lang::En, "sp17-foreign-policy-3");
    check("nansen-programmet", Lang::Nb, "nss-ukraina-2");
    check("multistakeholder community", Lang::Nb, "cyber-forvaltning-4");
}

#[test]
fn nothing_is_found_where_nothing_can_match() {
    let long = "beredskap".repeat(12_000);
    let odd = [
        "",
        " ",
        "\t\n\r",
        "\u{0}",
        "\u{1b}[31m",
        "%",
        "…",
        "?!.,;:-–—",
        "\"\"",
        "«»",
        "(",
        "\\",
        "/",
        "🙂",
        "👩‍👩‍👧 🇳🇴",
        "\u{301}",
        "\u{200b}",
        "\u{feff}",
        "\u{202e}",
        "<script>alert(1)</script>",
        "xyzzy",
        "norge xyzzy",
        "ﬁ",
        &long,
    ];
    for query in odd {
        assert_eq!(find(&SMALL, query, Lang::Nb), [], "{}", query.chars().take(40).collect::<String>());
    }
    let empty = Corpus::new(strategy_reader::model::Library::default());
    assert_eq!(find(&empty, "norge", Lang::Nb), []);
}

#[test]
fn a_query_of_any_length_is_answered() {
    let many = "nato ".repeat(20_000);
    assert_eq!(find(&SMALL, &many, Lang::Nb).len(), 2);
    // More than a dozen words are cut.
    assert_eq!(query_words(&many).len(), 12);
    let signs = "-".repeat(100_000) + "nato";
    assert_eq!(find(&SMALL, &signs, Lang::Nb).len(), 2);
    assert_eq!(query_words("Nato-allierte, 10 % ÅPENHET 🙂"), ["nato", "allierte", "10", "åpenhet"]);
}

#[test]
fn a_letter_is_the_same_in_one_sign_or_two() {
    check("a\u{30a}penhet", Lang::Nb, &["ett-a nb: [Åpenhet]"]);
    assert_eq!(find(&SMALL, "café", Lang::En).len(), 1);
}

/// Checks what holds for every hit of a query in the real documents.
fn check_hits(query: &str, lang: Lang) -> Result<(), TestCaseError> {
    for hit in find(&REAL, query, lang) {
        let view = some(REAL.edition(&hit.document, hit.lang), &hit.document);
        let text = &view.block(hit.block).text.plain;
        prop_assert!(!hit.marks.is_empty());
        prop_assert!(hit.marks.is_sorted_by(|before, after| before.end <= after.start));
        for mark in &hit.marks {
            let word = some(text.get(mark.clone()), "word on whole letters").to_lowercase();
            prop_assert!(
                query_words(query).iter().any(|wanted| word.starts_with(wanted.as_str())),
                "{}",
                word
            );
        }
        let runs = excerpt(text, &hit.marks);
        let marked: Vec<&str> = runs.iter().filter(|run| run.marked).map(|run| run.text.as_str()).collect();
        prop_assert_eq!(marked.first().copied(), text.get(hit.marks[0].clone()));
        let shown: String = runs.iter().map(|run| run.text.as_str()).collect();
        let inner = shown.strip_prefix("… ").unwrap_or(&shown);
        prop_assert!(text.contains(inner.strip_suffix(" …").unwrap_or(inner)), "{}", shown);
    }
    Ok(())
}

/// Words of the documents, cut anywhere, between other things.
fn query() -> impl Strategy<Value = String> {
    let blocks: Vec<&str> = REAL
        .editions()
        .flat_map(|view| view.edition.blocks.iter().map(|block| block.text.plain.as_str()))
        .collect();
    let cut = (prop::sample::select(blocks), any::<prop::sample::Index>(), 1..12_usize);
    let cut = cut.prop_map(|(text, at, count)| {
        let letters: Vec<char> = text.chars().collect();
        letters[at.index(letters.len())..].iter().take(count).collect::<String>()
    });
    let part = prop_oneof![4 => cut, 1 => any::<String>(), 1 => Just(" ".to_owned())];
    prop::collection::vec(part, 0..3).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_query_gives_marks_on_whole_words(query in query(), lang in prop::sample::select(&Lang::ALL[..])) {
        check_hits(&query, lang)?;
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
}
