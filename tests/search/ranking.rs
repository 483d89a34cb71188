//! Several words: which blocks answer, and in which order.

use crate::{DRAFT_FRONT, DRAFT_TOML, Library};
use std::sync::LazyLock;
use strategy_reader::model::Lang;
use strategy_reader::search::Outcome;

static SMALL: LazyLock<Library> = LazyLock::new(|| {
    Library::of_blocks(
        &[
            ("Norge og Nato står sammen i en lang setning om mye annet enn fred.", "Peace."),
            ("Norge hjelper Ukraina med våpen og penger.", "Norway helps."),
            ("Russland er nabo.", "Russia is near."),
            ("Norge er nabo til Russland og Ukraina er det ikke.", "Neighbours."),
            ("Nasjonal sikkerhet er viktig.", "Safety matters."),
            ("Sikkerhet er nasjonal.", "It is national."),
        ],
        "",
    )
});

#[track_caller]
fn check(query: &str, expected: &[usize]) {
    let expected: Vec<String> = expected.iter().map(|number| format!("prove-{number}")).collect();
    assert_eq!(SMALL.found(query), expected, "{query}");
}

#[test]
fn every_word_is_needed_where_a_block_has_them_all() {
    check("norge nato", &[1]);
    check("nabo Russland ", &[4, 3]);
    check("nabo russland norge", &[4]);
}

#[test]
fn a_question_is_answered_by_what_has_most_of_it() {
    check("Hvordan kan Norge hjelpe Ukraina?", &[2, 4]);
    check("Hva koster pannekaker i Norge?", &[]);
    check("pannekaker norge", &[]);
}

#[test]
fn a_phrase_stands_as_it_was_typed_or_is_not_found() {
    check("\"nasjonal sikkerhet\"", &[5]);
    check("«Nasjonal sikkerhet»", &[5]);
    check("\"sikkerhet nasjonal\"", &[]);
    check("\"nasjonale sikkerhet\"", &[]);
    check("\"nabo\" norge", &[4]);
    check("\"nasjonal sikk", &[]);
    SMALL.check("\"er viktig\"", Lang::Nb, &["prove-5 nb: Nasjonal sikkerhet [er] [viktig]."]);
}

#[test]
fn words_side_by_side_come_first() {
    check("nasjonal sikkerhet ", &[5, 6]);
    check("sikkerhet nasjonal ", &[6, 5]);
}

#[test]
fn a_minus_word_rules_blocks_out() {
    check("nabo -norge", &[3]);
    check("nabo -Norges", &[3]);
    check("nabo -\"nabo til\"", &[3]);
    check("norge -nato -ukraina", &[]);
    assert_eq!(SMALL.index.ask("-norge").outcome, Outcome::OnlyMinus);
    assert_eq!(SMALL.index.ask("og -norge").outcome, Outcome::OnlyCommon);
    // Between words a hyphen joins.
    check("Nato-Norge", &[1]);
}

#[test]
fn words_together_or_apart_are_the_same() {
    let library = Library::of_blocks(
        &[("Egenberedskap er lurt.", "Prepare."), ("Et angrep i det digitale, et cyber angrep.", "Attack.")],
        "",
    );
    assert_eq!(library.found("egen beredskap "), ["prove-1"]);
    assert_eq!(library.found("cyberangrep "), ["prove-2"]);
    assert_eq!(library.found("cyberangrepene "), ["prove-2"]);
    assert_eq!(library.found("cyberskap "), [""; 0]);
}

#[test]
fn a_heading_outranks_a_credit() {
    let text =
        "## Norge {#prove-1}\n\nNorge er et land. {#prove-2}\n\nBildet viser Norge. {#prove-3 .credit}\n";
    let library = Library::of(&[
        ("prove/document.toml", DRAFT_TOML.to_owned()),
        ("prove/nb.md", format!("{DRAFT_FRONT}{text}")),
    ]);
    assert_eq!(library.found("norge"), ["prove-1", "prove-2", "prove-3"]);
}
