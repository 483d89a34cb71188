//! What slipped through once: texts that lost words or marks in silence, and faults told wrongly or out of order.

use crate::support::{DRAFT_FRONT, DRAFT_TOML, Draft, draft};

/// A text is refused, in whatever words.
#[track_caller]
fn refused(text: &str) {
    assert_ne!(draft(text).report(), [""; 0], "accepted: {text}");
}

/// A document in two editions, the translation being the original with some words replaced.
fn translated(original: &str, replaced: &[(&str, &str)]) -> Draft {
    let original = format!("{DRAFT_FRONT}{original}");
    let mut translation = original.replace("\"original\"", "\"official\"");
    for (from, to) in replaced {
        translation = translation.replace(from, to);
    }
    Draft::of(&[
        ("prove/document.toml", DRAFT_TOML.as_bytes()),
        ("prove/nb.md", original.as_bytes()),
        ("prove/en.md", translation.as_bytes()),
    ])
}

#[test]
fn attributes_begin_with_an_anchor() {
    refused("Ord. {#}\n");
    refused("Ord. {# .lede}\n");
}

#[test]
fn a_heading_is_of_level_five_at_most() {
    let headings = ["## A {#prove-2}", "### A {#prove-3}", "#### A {#prove-4}", "##### A {#prove-5}"];
    refused(&format!("{}\n\n###### A {{#prove-6}}\n", headings.join("\n\n")));
}

#[test]
fn a_line_below_a_paragraph_makes_no_heading_of_it() {
    refused("Ord. {#prove-1}\n---\n");
    refused("Ord. {#prove-1}\n===\n");
}

#[test]
fn no_line_is_passed_over() {
    refused("Ord. {#prove-1}\n\n[1]: prove {#prove-2}\n");
    refused("Ord. {#prove-1}\n\n[1]: prove\n");
    refused("Ord. {#prove-1}\n\n{#prove-2}\n");
    refused("## Del {#prove-1}\n\n--- {#prove-2}\n");
}

#[test]
fn a_misprint_has_words_and_another_correction() {
    for tag in ["<sic corr=\"\">rod</sic>", "<sic corr=\"rod\">rod</sic>", "<sic corr=\"ord\"></sic>"] {
        refused(&format!("Et {tag} her. {{#prove-1}}\n"));
    }
    refused("Et <sic corr=\"ord\" lang=\"en\">rod</sic>. {#prove-1}\n");
    refused("Et ord<span lang=\"en\"></span>. {#prove-1}\n");
}

#[test]
fn what_is_meant_is_read_like_the_text() {
    let library = draft("Et <sic corr=\"A &amp; B\">A & C</sic>. {#prove-1}\n").seal();
    let marks = &library.documents[0].original().blocks[0].text.marks;
    assert_eq!(marks[0].sort, strategy_reader::model::Sort::Sic("A & B".to_owned()));
}

#[test]
fn a_text_has_no_signs_that_nobody_sees() {
    for sign in ['\u{ad}', '\u{200b}', '\u{200e}', '\u{2060}', '\u{202f}', '\u{2009}'] {
        refused(&format!("Et o{sign}rd. {{#prove-1}}\n"));
    }
}

#[test]
fn every_mark_without_a_footnote_is_told() {
    assert_eq!(draft("Et ord[^1] og et til[^2]. {#prove-1}\n").report().len(), 2);
}

#[test]
fn an_edition_has_a_title_and_words() {
    refused("");
    let untitled = DRAFT_FRONT.replace("\"Prøve\"", "\" \"") + "Ord. {#prove-1}\n";
    let files = [("prove/document.toml", DRAFT_TOML.as_bytes()), ("prove/nb.md", untitled.as_bytes())];
    assert_ne!(Draft::of(&files).report(), [""; 0]);
}

#[test]
fn no_folder_with_an_edition_is_passed_over() {
    assert_ne!(Draft::of(&[("prove/nb.md", DRAFT_FRONT.as_bytes())]).report(), [""; 0]);
}

#[test]
fn a_translation_has_the_sections_of_the_original() {
    let text = "## A {#prove-1}\n\n### B {#prove-2}\n\n---\n\nOrd. {#prove-3}\n";
    assert_ne!(translated(text, &[("---\n\n", "")]).report(), [""; 0]);
}

#[test]
fn a_heading_of_another_level_is_told_by_its_level() {
    let report =
        translated("## A {#prove-1}\n\n### B {#prove-2}\n", &[("### B", "## B")]).report().join("\n");
    assert!(report.contains('2') && report.contains('3') && report.contains("level"), "{report}");
}

#[test]
fn the_official_edition_has_an_address() {
    let method = "\"unofficial\"\nofficial = \"javascript:alert(1)\"\n\
                  method = { nb = \"for hånd\", nn = \"for hand\", en = \"by hand\" }";
    let report = translated("## A {#prove-1}\n", &[("\"official\"", method)]).report();
    assert_eq!(report, ["prove/en.md:1: `javascript:alert(1)` is no address; it must begin with https://"]);
}

#[test]
fn a_translation_is_not_blamed_for_a_broken_original() {
    let toml = DRAFT_TOML.as_bytes();
    let translation = format!("{DRAFT_FRONT}Ord. {{#prove-1}}\n").replace("\"original\"", "\"official\"");
    let en = ("prove/en.md", translation.as_bytes());
    let broken = Draft::of(&[("prove/document.toml", toml), ("prove/nb.md", b"Ord. {#prove-1}\n"), en]);
    assert_eq!(broken.report().len(), 1, "{:?}", broken.report());
    let missing = Draft::of(&[("prove/document.toml", toml), en]);
    assert_eq!(missing.report().len(), 1, "{:?}", missing.report());
}

#[test]
fn faults_are_told_in_the_order_of_the_lines() {
    let report = draft("Ord. {#prove-1}\n\nOrd. {#prove-1}\n\nOrd. {#prove-2 page=0}\n").report();
    let lines: Vec<&str> = report.iter().filter_map(|line| line.split(':').nth(1)).collect();
    assert_eq!(lines, ["9", "11"]);
}
