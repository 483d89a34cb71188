//! What becomes of a good document: blocks, marks and sections, exactly.

use crate::support::{SAMPLE, draft, edition};
use strategy_reader::corpus::EditionView;
use strategy_reader::model::{Block, DocumentKind, Issued, Kind, Lang, Mark, Sort, Standing, Status};

/// A block in one line: anchor, kind, what the attributes say, and the words with their marks in brackets.
fn line(block: &Block) -> String {
    let mut line = format!("{} {}", block.anchor, block.kind.name());
    if block.kind == Kind::Heading {
        line += &format!(" {}", block.level);
    } else {
        assert_eq!(block.level, 0, "{} has a level", block.anchor);
    }
    let facts = [
        ("page", block.page.map(|page| page.to_string())),
        ("lang", block.lang.map(|lang| lang.code().to_owned())),
        ("label", block.label.clone()),
        ("href", block.href.clone()),
    ];
    let facts = facts.into_iter().filter_map(|(name, value)| Some(format!(" {name}={}", value?)));
    line.extend(facts);
    line + " | " + &marked(&block.text.plain, &block.text.marks)
}

fn marked(plain: &str, marks: &[Mark]) -> String {
    let mut signs: Vec<(u32, String)> = Vec::new();
    for mark in marks {
        let name = match &mark.sort {
            Sort::Strong => "strong".to_owned(),
            Sort::Emphasis => "em".to_owned(),
            Sort::Sic(meant) => format!("sic {meant}"),
            Sort::Lang(lang) => lang.code().to_owned(),
            Sort::Note(label) => format!("note {label}"),
        };
        signs.push((mark.start, format!("[{name}:")));
        signs.push((mark.end, "]".to_owned()));
    }
    // From the end, so that the places before stay as they are; the sort is stable.
    signs.sort_by_key(|(at, _)| *at);
    let mut text = plain.to_owned();
    signs.iter().rev().for_each(|(at, sign)| text.insert_str(*at as usize, sign));
    text
}

#[track_caller]
fn check_blocks(view: EditionView, expected: &[&str]) {
    let lines: Vec<String> = view.edition.blocks.iter().map(line).collect();
    assert_eq!(lines, expected);
}

/// Each section as its heading, its first and its last block.
#[track_caller]
fn check_sections(view: EditionView, expected: &[(u8, &str, &str, &str)]) {
    let anchor = |block: u32| view.block(block as usize).anchor.as_str();
    let sections = view.edition.sections.iter();
    let sections = sections.map(|section| {
        (section.level, anchor(section.heading), anchor(section.start), anchor(section.end - 1))
    });
    assert_eq!(sections.collect::<Vec<_>>(), expected);
}

#[test]
fn blocks_have_their_kinds_pages_languages_and_marks() {
    check_blocks(
        edition(&SAMPLE, "alfa-2024", Lang::Nb),
        &[
            "alfa-1 lede | Åpningen står over det første kapitlet.",
            "alfa-2 byline | Av en prøvestatsråd",
            "alfa-forste heading 2 | Første kapittel",
            "alfa-forste-1 paragraph | Et avsnitt med [strong:fet skrift og [em:kursiv] i den], \
             en [sic trykkfeil:trykfeil] og [en:words in [strong:English]].",
            "alfa-forste-2 lead-in | Regjeringen vil:",
            "alfa-forste-3 list-item | [strong:Gjøre mer.] Og så videre[note 1:].",
            "alfa-forste-4 list-item | gjøre mindre",
            "alfa-note-1 footnote label=1 | En note med [em:kursiv].",
            "alfa-forste-5 paragraph | Etter listen står et avsnitt til.",
            "alfa-del heading 3 | Del som begynner med en liste",
            "alfa-del-1 list-item | et punkt rett under overskriften",
            "alfa-del-2 list-item | et punkt til",
            "alfa-forste-6 paragraph | Tilbake i første kapittel & <ikke> i \"delen\".",
            "alfa-andre-1 picture-text lang=en | A picture of a sample",
            "alfa-andre-2 kicker | Nytt",
            "alfa-andre heading 2 | Andre kapittel «i hermetegn»",
            "alfa-underdel heading 3 page=5 | Underdel på en kjent side",
            "alfa-underdel-1 paragraph page=5 | Det første avsnittet på siden.",
            "alfa-underdel-2 paragraph page=6 | Det andre avsnittet på siden, og et som går over på den neste.",
            "alfa-dypere heading 4 | Dypere",
            "alfa-dypere-1 paragraph | Et dypt avsnitt uten side.",
            "alfa-dypest heading 5 | Dypest",
            "alfa-dypest-1 paragraph | Det dypeste avsnittet.",
            "alfa-dypest-2 date-line | Oslo, 29. februar 2024",
            "alfa-bilder heading 2 | Bilder",
            "alfa-bilder-1 credit-label | Forsiden",
            "alfa-bilder-2 credit | Foto: A",
            "alfa-bilder-3 credit-label page=2 | Side 2",
            "alfa-bilder-4 credit page=2 | Foto: B",
            "alfa-bilder-5 credit page=2 | Foto: C",
            "alfa-3 link href=https://example.org/?a=1&b=2 | Les mer",
        ],
    );
}

#[test]
fn a_section_reaches_from_what_stands_above_its_heading_to_where_it_ends() {
    check_sections(
        edition(&SAMPLE, "alfa-2024", Lang::Nb),
        &[
            (2, "alfa-forste", "alfa-forste", "alfa-forste-6"),
            (3, "alfa-del", "alfa-del", "alfa-del-2"),
            (2, "alfa-andre", "alfa-andre-1", "alfa-dypest-2"),
            (3, "alfa-underdel", "alfa-underdel", "alfa-dypest-2"),
            (4, "alfa-dypere", "alfa-dypere", "alfa-dypest-2"),
            (5, "alfa-dypest", "alfa-dypest", "alfa-dypest-2"),
            (2, "alfa-bilder", "alfa-bilder", "alfa-bilder-5"),
        ],
    );
    check_sections(
        edition(&SAMPLE, "beta-2019", Lang::En),
        &[(1, "beta-title", "beta-title", "beta-4"), (2, "beta-news", "beta-news", "beta-news-1")],
    );
}

/// The pages of the blocks in a text whose anchors are `prove-1`, `prove-2` and so on.
#[track_caller]
fn check_pages(text: &str, expected: &[Option<u16>]) {
    let library = draft(text).seal();
    let blocks = &library.documents[0].original().blocks;
    assert_eq!(blocks.iter().map(|block| block.page).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_page_holds_for_what_it_is_proven_for() {
    let (none, seven, nine) = (None, Some(7), Some(9));
    // On a heading: for the blocks directly in its section, not for the sections below or beside it.
    check_pages("Før. {#prove-1}\n\n## A {#prove-2 page=7}\n\nOrd. {#prove-3}\n", &[none, seven, seven]);
    check_pages("## A {#prove-1 page=7}\n\n### B {#prove-2}\n\nOrd. {#prove-3}\n", &[seven, none, none]);
    check_pages("## A {#prove-1 page=7}\n\n## B {#prove-2}\n\nOrd. {#prove-3}\n", &[seven, none, none]);
    check_pages("## A {#prove-1}\n\nOrd. {#prove-2 page=7}\n\nOrd. {#prove-3}\n", &[none, seven, none]);
    check_pages(
        "## A {#prove-1 page=7}\n\nOrd. {#prove-2 page=9}\n\nOrd. {#prove-3}\n",
        &[seven, nine, seven],
    );
    // What stands above a heading belongs to the section below, of whose page nothing is known.
    check_pages(
        "## A {#prove-1 page=7}\n\nBilde {#prove-2 .picture-text}\n\nNytt {#prove-3 .kicker}\n\n## B {#prove-4}\n",
        &[seven, none, none, none],
    );
    // A picture text that leads to no heading is a block like others.
    check_pages(
        "## A {#prove-1 page=7}\n\nBilde {#prove-2 .picture-text}\n\nOrd. {#prove-3}\n",
        &[seven, seven, seven],
    );
    // On a credit label: for the credits below it, until the next label.
    check_pages(
        "Side 7 {#prove-1 .credit-label page=7}\n\nA {#prove-2 .credit}\n\nB {#prove-3 .credit}\n\n\
         Side 9 {#prove-4 .credit-label page=9}\n\nC {#prove-5 .credit}\n\n\
         Forsiden {#prove-6 .credit-label}\n\nD {#prove-7 .credit}\n",
        &[seven, seven, seven, nine, nine, none, none],
    );
}

#[test]
fn a_page_of_a_credit_label_ends_with_its_credits() {
    let credits = "Side 7 {#prove-2 .credit-label page=7}\n\nA {#prove-3 .credit}\n\nOrd. {#prove-4}\n";
    check_pages(&format!("## A {{#prove-1}}\n\n{credits}"), &[None, Some(7), Some(7), None]);
    check_pages(&format!("## A {{#prove-1 page=9}}\n\n{credits}"), &[Some(9), Some(7), Some(7), Some(9)]);
}

#[test]
fn a_page_holds_behind_a_section_that_has_ended() {
    let text = "## A {#prove-1 page=7}\n\n### B {#prove-2}\n\n---\n\nOrd. {#prove-3}\n";
    check_pages(text, &[Some(7), None, Some(7)]);
}

#[test]
fn editions_are_the_original_and_its_translations_with_the_same_blocks() {
    let documents = SAMPLE.documents().iter();
    let editions = documents.map(|document| {
        let langs = document.editions.iter().map(|edition| edition.lang.code());
        (document.id.as_str(), langs.collect::<Vec<_>>())
    });
    assert_eq!(
        editions.collect::<Vec<_>>(),
        [("alfa-2024", vec!["nb", "en"]), ("beta-2019", vec!["en", "nn"])]
    );
    for view in SAMPLE.editions() {
        let shape = |block: &Block| (block.anchor.clone(), block.kind, block.level);
        let own: Vec<_> = view.edition.blocks.iter().map(shape).collect();
        let original: Vec<_> = view.document.original().blocks.iter().map(shape).collect();
        assert_eq!(own, original, "{} in {}", view.document.id, view.edition.lang.code());
    }
}

#[test]
fn facts_are_those_of_the_files() {
    let alfa = edition(&SAMPLE, "alfa-2024", Lang::En);
    let document = alfa.document;
    assert_eq!((document.kind, document.status), (DocumentKind::Report, Status::Current));
    assert_eq!(document.issued, Issued { year: 2024, day: Some((2, 29)), circa: false, words: None });
    assert_eq!(document.government.as_deref(), Some("Prøve & Sønn"));
    assert_eq!(document.source.as_deref(), Some("https://example.org/alfa?del=1&side=2"));
    assert_eq!(document.publisher.get(Lang::En), "Ministry of Samples");
    assert_eq!(document.original().title, "Prøvestrategi for <A & B>");
    assert_eq!(document.original().standing, Standing::Original);
    let Standing::Unofficial { method, official } = &alfa.edition.standing else { panic!("not unofficial") };
    assert_eq!(method.get(Lang::Nn), "skriven for prøva");
    assert_eq!(official.as_deref(), Some("https://example.org/alfa-en?del=1&side=2"));

    let beta = edition(&SAMPLE, "beta-2019", Lang::Nn);
    assert_eq!((beta.document.kind, beta.document.status), (DocumentKind::WebPage, Status::Historical));
    assert_eq!(beta.document.issued, Issued { year: 2019, day: None, circa: true, words: None });
    assert_eq!((&beta.document.government, &beta.document.source), (&None, &None));
    assert_eq!(beta.edition.standing, Standing::Official);
}
