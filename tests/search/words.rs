//! One word: which words of the documents answer it, and what is shown.

use crate::Library;
use std::sync::LazyLock;
use strategy_reader::model::Lang;
use strategy_reader::search::Outcome;

const TERMS: &str = "
[trussel]
nb = [\"trussel\", \"trusler\"]
nn = [\"trugsmål\"]
en = [\"threat\"]

[rom]
nb = [\"det digitale rom\"]
nn = [\"det digitale rommet\"]
en = [\"cyberspace\"]

[ubat]
nb = [\"atomubåt\"]
nn = [\"atomubåt\"]
en = [\"submarine\", \"nuclear submarine\"]
parts = [\"atom\", \"ubåt\"]
";

pub static SMALL: LazyLock<Library> = LazyLock::new(|| {
    Library::of_blocks(
        &[
            ("Nato truer ingen.", "NATO threatens no one."),
            ("Truslene er mange.", "There are many dangers."),
            ("Russiske atomubåter.", "Russian vessels."),
            ("Egenberedskap hjelper.", "It helps to be ready."),
            ("Beredskapen er god.", "All is prepared."),
            ("Åpenhet og NIS-direktivet, EUs regler.", "Openness and the NIS Directive."),
            ("Minister sitter på en bat.", "He chats."),
            ("Et fritt <sic corr=\"fellesskap\">felleskap</sic>.", "A free community."),
            ("Kriminalitet i cyberspace.", "Crime in the digital domain."),
            ("Båten i det digitale rom.", "The boat online."),
        ],
        TERMS,
    )
});

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    SMALL.check(query, Lang::Nb, expected);
}

#[test]
fn a_word_is_found_in_whatever_case_and_form() {
    for query in ["beredskapen", "Beredskapen", "BEREDSKAPEN ", "beredskapens"] {
        check(query, &["prove-5 nb: [Beredskapen] er god.", "prove-4 nb: [Egenberedskap] hjelper."]);
    }
    check("boats", &["prove-10 en: The [boat] online."]);
    check("trussel", &["prove-2 nb: [Truslene] er mange."]);
}

#[test]
fn a_part_of_a_compound_is_found_below_the_word() {
    check("beredskap", &["prove-5 nb: [Beredskapen] er god.", "prove-4 nb: [Egenberedskap] hjelper."]);
    check("ubåt", &["prove-3 nb: Russiske [atomubåter]."]);
    // Three letters are part of everything: «nis» is in «minister».
    check("nist ", &[]);
}

#[test]
fn letters_may_be_typed_otherwise_and_count_less() {
    check("apenhet", &["prove-6 nb: [Åpenhet] og NIS-direktivet, EUs regler."]);
    check("aapenhet", &["prove-6 nb: [Åpenhet] og NIS-direktivet, EUs regler."]);
    check("a\u{30a}penhet", &["prove-6 nb: [Åpenhet] og NIS-direktivet, EUs regler."]);
    check("bat", &["prove-7 nb: Minister sitter på en [bat].", "prove-10 nb: [Båten] i det digitale rom."]);
    // Who has the letter means it.
    check("båt", &["prove-10 nb: [Båten] i det digitale rom."]);
}

#[test]
fn a_mistake_is_mended_where_nothing_else_is_found() {
    // As the word itself would have found.
    check("Berdeskapen", &["prove-5 nb: [Beredskapen] er god.", "prove-4 nb: [Egenberedskap] hjelper."]);
    assert_eq!(
        SMALL.index.ask("Berdeskapen").corrections,
        [("Berdeskapen".to_owned(), "beredskapen".to_owned())]
    );
    check("kriminaltet", &["prove-9 nb: [Kriminalitet] i cyberspace."]);
    check("xyzzyqw", &[]);
    // Few letters say too little.
    check("bxat", &[]);
}

#[test]
fn an_abbreviation_is_a_word_in_capitals() {
    let directive = "prove-6 nb: Åpenhet og [NIS]-direktivet, EUs regler.";
    check("NIS", &[directive]);
    check("nis ", &[directive]);
    check("EU", &["prove-6 nb: Åpenhet og NIS-direktivet, [EUs] regler."]);
}

#[test]
fn a_term_leads_to_its_words_in_all_languages() {
    check("trugsmål", &["prove-2 nb: [Truslene] er mange. (Truslene)"]);
    check("submarine", &["prove-3 nb: Russiske [atomubåter]. (atomubåter)"]);
    check("nuclear submarine", &["prove-3 nb: Russiske [atomubåter]. (atomubåter)"]);
    check(
        "cyberspace",
        &[
            "prove-9 nb: Kriminalitet i [cyberspace].",
            "prove-10 nb: Båten i [det] [digitale] [rom]. (det digitale rom)",
        ],
    );
}

#[test]
fn a_word_is_shown_in_the_language_read_where_it_can_be() {
    SMALL.check("nato", Lang::En, &["prove-1 en: [NATO] threatens no one."]);
    SMALL.check("nato", Lang::Nb, &["prove-1 nb: [Nato] truer ingen."]);
    SMALL.check("nato", Lang::Nn, &["prove-1 nb: [Nato] truer ingen."]);
    SMALL.check("directive", Lang::Nb, &["prove-6 en: Openness and the NIS [Directive]."]);
}

#[test]
fn a_misprint_is_found_by_what_was_meant() {
    check("fellesskap", &["prove-8 nb: Et fritt [felleskap]."]);
    check("felleskap ", &["prove-8 nb: Et fritt [felleskap]."]);
}

#[test]
fn the_last_word_may_be_unfinished() {
    check("krim", &["prove-9 nb: [Kriminalitet] i cyberspace."]);
    check("krim ", &[]);
    check("kr", &["prove-9 nb: [Kriminalitet] i cyberspace."]);
    check("krim åpenhet", &[]);
    assert_eq!(SMALL.index.ask("k").outcome, Outcome::Blank);
}

#[test]
fn the_nearest_word_is_suggested_where_nothing_is_found() {
    let suggestion = |query: &str| SMALL.index.ask(query).suggestion;
    assert_eq!(suggestion("krmnaltet").as_deref(), Some("kriminalitet"));
    assert_eq!(suggestion("\"nato åpenhet\""), None);
    assert_eq!(suggestion("\"ingen nato\"").as_deref(), Some("ingen nato"));
    assert_eq!(suggestion("qwertyzxcv"), None);
}
