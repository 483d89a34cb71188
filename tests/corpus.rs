//! Where blocks and sections stand: numbers, trails, ordinals and children, of the sample and of the real documents.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use strategy_reader::corpus::{Corpus, EditionView, Ordinal};
use strategy_reader::model::{Lang, Library};
use support::{REAL, SAMPLE, draft, edition, place, section};

fn anchor<'a>(view: EditionView<'a>, section: usize) -> &'a str {
    view.heading(section).anchor.as_str()
}

fn sample() -> EditionView<'static> {
    edition(&SAMPLE, "alfa-2024", Lang::Nb)
}

/// Each listed section as its number and its anchor.
#[track_caller]
fn check_numbers(view: EditionView, expected: &[(&str, &str)]) {
    let listed = view.listed_sections().map(|section| (view.number(section), anchor(view, section)));
    assert_eq!(listed.collect::<Vec<_>>(), expected);
}

#[test]
fn sections_are_numbered_within_their_chapters() {
    check_numbers(
        sample(),
        &[
            ("1", "alfa-forste"),
            ("1.1", "alfa-del"),
            ("2", "alfa-andre"),
            ("2.1", "alfa-underdel"),
            ("2.1.1", "alfa-dypere"),
            ("2.1.1.1", "alfa-dypest"),
            ("", "alfa-bilder"),
        ],
    );
    // The title of a text is not counted, nor is it a chapter.
    check_numbers(edition(&SAMPLE, "beta-2019", Lang::Nn), &[("1", "beta-news")]);
    check_numbers(edition(&REAL, "secpol-2020", Lang::En), &[]);
}

#[test]
fn numbers_of_the_real_documents_are_those_of_the_contents() {
    let check = |id: &str, numbers: &[(&str, &str)]| {
        for view in REAL.editions().filter(|view| view.document.id == id) {
            for (heading, number) in numbers {
                assert_eq!(view.number(section(view, heading)), *number, "{heading}");
            }
        }
    };
    let nss = [
        ("nss-innledning", "1"),
        ("nss-folkeretten", "2.6"),
        ("nss-internasjonalt-samarbeid", "3.8"),
        ("nss-forsvaret", "4.1.1"),
        ("nss-nato", "4.1.3"),
        ("nss-globale-utfordringer", "4.2.7"),
        ("nss-investeringer", "4.3.10"),
        ("nss-ansvar", "5"),
        ("nss-foto", ""),
    ];
    check("nss-2025", &nss);
    let cyber = [("cyber-forord", "1"), ("cyber-frihet", "4.4"), ("cyber-nettfrihet", "5.7")];
    check("cyber-2017", &cyber);
    check("fss-2020", &[("fss-title", ""), ("fss-bidra", "1"), ("fss-colombia", "7")]);
    check("secpol-2017", &[("sp17-foreign-policy", "1"), ("sp17-white-paper", "7")]);
}

#[test]
fn a_section_without_text_is_numbered_and_one_of_mere_credits_is_not() {
    let numbers = |text: &str| {
        let corpus = Corpus::new(draft(text).seal());
        let view = edition(&corpus, "prove", Lang::Nb);
        view.listed_sections().map(|section| view.number(section).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(numbers("## A {#prove-a}\n\n## B {#prove-b}\n"), ["1", "2"]);
    let credit = "Foto: A {#prove-1 .credit}\n";
    assert_eq!(numbers(&format!("## A {{#prove-a}}\n\n{credit}\n## B {{#prove-b}}\n")), ["", "1"]);
    let mixed = format!("## A {{#prove-a}}\n\n{credit}\nOrd. {{#prove-2}}\n\n## B {{#prove-b}}\n");
    assert_eq!(numbers(&mixed), ["1", "2"]);
    let inner = format!("## A {{#prove-a}}\n\n### Foto {{#prove-f}}\n\n{credit}\n### B {{#prove-b}}\n");
    assert_eq!(numbers(&inner), ["1", "", "1.1"]);
}

#[test]
fn a_trail_leads_from_the_chapter_to_the_section() {
    let check = |view: EditionView, heading: &str, expected: &[&str]| {
        let trail = view.trail(section(view, heading));
        let trail: Vec<&str> =
            trail.into_iter().map(|section| view.heading(section).anchor.as_str()).collect();
        assert_eq!(trail, expected);
    };
    check(sample(), "alfa-forste", &["alfa-forste"]);
    check(sample(), "alfa-dypest", &["alfa-andre", "alfa-underdel", "alfa-dypere", "alfa-dypest"]);
    let beta = edition(&SAMPLE, "beta-2019", Lang::En);
    check(beta, "beta-news", &["beta-news"]);
    check(beta, "beta-title", &[]);
    let nss = edition(&REAL, "nss-2025", Lang::En);
    check(nss, "nss-nato", &["nss-hovedprioriteringer", "nss-forsvarsevne", "nss-nato"]);
}

#[test]
fn children_are_the_sections_directly_below() {
    let check = |view: EditionView, parent: Option<&str>, expected: &[&str]| {
        let children = view.children(parent.map(|heading| section(view, heading)));
        let children: Vec<&str> = children.map(|section| view.heading(section).anchor.as_str()).collect();
        assert_eq!(children, expected);
    };
    check(sample(), None, &["alfa-forste", "alfa-andre", "alfa-bilder"]);
    check(sample(), Some("alfa-forste"), &["alfa-del"]);
    check(sample(), Some("alfa-andre"), &["alfa-underdel"]);
    check(sample(), Some("alfa-dypest"), &[]);
    check(edition(&SAMPLE, "beta-2019", Lang::En), None, &["beta-news"]);
    let nss = edition(&REAL, "nss-2025", Lang::Nb);
    let priorities = ["nss-forsvarsevne", "nss-motstandsdyktighet", "nss-okonomisk-sikkerhet"];
    check(nss, Some("nss-hovedprioriteringer"), &priorities);
    check(edition(&REAL, "secpol-2020", Lang::En), None, &[]);
}

#[test]
fn every_listed_section_is_the_child_of_one_parent() {
    for view in REAL.editions().chain(SAMPLE.editions()) {
        let parents = std::iter::once(None).chain(view.listed_sections().map(Some));
        let mut children: Vec<usize> = parents.flat_map(|parent| view.children(parent)).collect();
        children.sort_unstable();
        assert_eq!(children, view.listed_sections().collect::<Vec<_>>(), "{}", view.document.id);
        let backwards: Vec<usize> = view.listed_sections().rev().collect();
        assert!(backwards.iter().rev().eq(&children), "{}", view.document.id);
    }
}

#[test]
fn a_block_stands_in_the_innermost_section_that_holds_it() {
    let check = |view: EditionView, block: &str, expected: Option<&str>| {
        let section = view.section_of(place(view, block));
        assert_eq!(section.map(|section| view.heading(section).anchor.as_str()), expected, "{block}");
    };
    check(sample(), "alfa-1", None);
    check(sample(), "alfa-forste", Some("alfa-forste"));
    check(sample(), "alfa-note-1", Some("alfa-forste"));
    check(sample(), "alfa-del-2", Some("alfa-del"));
    check(sample(), "alfa-forste-6", Some("alfa-forste"));
    check(sample(), "alfa-andre-1", Some("alfa-andre"));
    check(sample(), "alfa-dypest-2", Some("alfa-dypest"));
    check(sample(), "alfa-3", None);
    let secpol = edition(&REAL, "secpol-2017", Lang::Nb);
    check(secpol, "sp17-1", Some("sp17-title"));
    check(secpol, "sp17-cyber-strategy-1", Some("sp17-cyber-strategy"));
    check(secpol, "sp17-2", Some("sp17-title"));
    check(secpol, "sp17-white-paper-1", Some("sp17-white-paper"));
    // Only a heading heads a section, not what stands above it.
    assert_eq!(sample().section_headed_by(place(sample(), "alfa-andre-1")), None);
    assert_eq!(sample().section_headed_by(place(sample(), "alfa-1")), None);
}

/// The labels of the blocks, in the order given; none where the block is not counted.
#[track_caller]
fn check_labels(view: EditionView, expected: &[(&str, Option<&str>)]) {
    for (block, label) in expected {
        let ordinal = view.ordinal(place(view, block));
        assert_eq!(ordinal.map(Ordinal::label).as_deref(), *label, "{block}");
    }
}

#[test]
fn paragraphs_are_counted_in_their_section_and_items_in_their_list() {
    check_labels(
        sample(),
        &[
            ("alfa-1", Some("1")),
            ("alfa-2", None),
            ("alfa-forste", None),
            ("alfa-forste-1", Some("1")),
            ("alfa-forste-2", Some("2")),
            ("alfa-forste-3", Some("2.1")),
            ("alfa-forste-4", Some("2.2")),
            ("alfa-note-1", None),
            ("alfa-forste-5", Some("3")),
            // A list directly below its heading has no paragraph that leads to it.
            ("alfa-del-1", Some(".1")),
            ("alfa-del-2", Some(".2")),
            // The section above goes on where it was left.
            ("alfa-forste-6", Some("4")),
            ("alfa-andre-2", None),
            ("alfa-underdel-2", Some("2")),
            ("alfa-dypest-2", None),
            ("alfa-bilder-1", None),
            ("alfa-bilder-2", None),
            ("alfa-3", None),
        ],
    );
    check_labels(
        edition(&SAMPLE, "beta-2019", Lang::En),
        &[("beta-title", None), ("beta-1", Some("1")), ("beta-2", Some("2")), ("beta-4", Some("3"))],
    );
    check_labels(
        edition(&REAL, "nss-2025", Lang::Nb),
        &[
            ("nss-innledning-1", Some("1")),
            ("nss-innledning-5", Some("4.1")),
            ("nss-innledning-10", Some("4.6")),
            ("nss-innledning-11", Some("5")),
            ("nss-innledning-15", Some("8.1")),
            ("nss-nato-2", Some("2")),
        ],
    );
    check_labels(
        edition(&REAL, "fss-2020", Lang::En),
        &[("fss-innsats-9", Some(".9")), ("fss-3", Some("2"))],
    );
}

#[test]
fn documents_and_editions_are_found_by_their_names() {
    assert_eq!(REAL.documents().len(), 5);
    for (name, document) in [
        ("nss-nato-2", Some("nss-2025")),
        ("sp17-title", Some("secpol-2017")),
        ("sp20-1", Some("secpol-2020")),
        ("nss-nato-99", None),
        ("nss", None),
        ("nss-2025", None),
        ("NSS-NATO-2", None),
        ("", None),
    ] {
        assert_eq!(REAL.document_of(name).map(|found| found.id.as_str()), document, "{name}");
    }
    let lang = |id: &str, lang| SAMPLE.edition_or_original(id, lang).map(|view| view.edition.lang);
    assert_eq!(lang("alfa-2024", Lang::En), Some(Lang::En));
    assert_eq!(lang("alfa-2024", Lang::Nn), Some(Lang::Nb));
    assert_eq!(lang("beta-2019", Lang::Nb), Some(Lang::En));
    assert_eq!(lang("gamma", Lang::Nb), None);
    assert!(SAMPLE.edition("alfa-2024", Lang::Nn).is_none());
    let order: Vec<(&str, &str)> =
        SAMPLE.editions().map(|view| (view.document.id.as_str(), view.edition.lang.code())).collect();
    assert_eq!(order, [("alfa-2024", "nb"), ("alfa-2024", "en"), ("beta-2019", "en"), ("beta-2019", "nn")]);
}

#[test]
fn words_are_counted_over_all_blocks() {
    let corpus = Corpus::new(draft("## En del {#prove-1}\n\nTre ord her. {#prove-2}\n").seal());
    assert_eq!(edition(&corpus, "prove", Lang::Nb).word_count(), 5);
    let nss = edition(&REAL, "nss-2025", Lang::Nb).word_count();
    assert!((6000..6300).contains(&nss), "{nss}");
}

#[test]
fn an_empty_library_has_nothing_and_says_so() {
    let corpus = Corpus::new(Library::default());
    assert_eq!((corpus.documents().len(), corpus.editions().count()), (0, 0));
    assert!(corpus.document("nss-2025").is_none() && corpus.document_of("").is_none());
}

#[test]
fn a_commitment_is_found_by_its_anchor_and_stands_in_its_block() {
    let view = sample();
    let found = |anchor: &str| view.commitment_at(anchor).map(|found| view.commitment_anchor(found));
    assert_eq!(found("alfa-forste-3-f1").as_deref(), Some("alfa-forste-3-f1"));
    for anchor in
        ["alfa-forste-3-f2", "alfa-forste-3-f01", "alfa-forste-3-f+1", "alfa-forste-3-f", "-f1", "f1", ""]
    {
        assert_eq!(found(anchor), None, "{anchor}");
        assert_eq!(view.block_at(anchor), None, "{anchor}");
    }
    assert_eq!(view.block_at("alfa-forste-3-f1"), view.block_at("alfa-forste-3"));
    let document = SAMPLE.document_of("alfa-forste-4-f1");
    assert_eq!(document.map(|document| document.id.as_str()), Some("alfa-2024"));
    for view in REAL.editions() {
        for commitment in &view.document.commitments {
            let anchor = view.commitment_anchor(commitment);
            assert_eq!(view.commitment_at(&anchor), Some(commitment));
            assert_eq!(view.block_at(&anchor), Some(commitment.block as usize));
            assert!(view.commitments_in(commitment.block as usize).contains(commitment), "{anchor}");
        }
        let blocks = 0..view.edition.blocks.len();
        let counted: usize = blocks.map(|block| view.commitments_in(block).len()).sum();
        assert_eq!(counted, view.document.commitments.len());
    }
}

#[test]
fn a_commitment_has_its_exact_words_and_what_leads_to_them() {
    let check = |lang: Lang, anchor: &str, lead_in: Option<&str>, words: &str| {
        let view = edition(&SAMPLE, "alfa-2024", lang);
        let found = view.commitment_at(anchor).map(|found| view.commitment_words(found));
        assert_eq!(found, Some((lead_in, words)), "{anchor}");
    };
    check(Lang::Nb, "alfa-forste-3-f1", Some("Regjeringen vil:"), "Gjøre mer.");
    check(Lang::Nb, "alfa-forste-4-f1", Some("Regjeringen vil:"), "gjøre mindre");
    check(Lang::En, "alfa-forste-3-f1", Some("The Government will:"), "Do more.");
    let view = sample();
    // No words lead to a list right below a heading, and none to a paragraph.
    assert_eq!(view.lead_in(place(view, "alfa-del-1")), None);
    assert_eq!(view.lead_in(place(view, "alfa-forste-5")), None);
    assert_eq!(view.lead_in(place(view, "alfa-forste-4")), Some(place(view, "alfa-forste-2")));

    for view in REAL.editions() {
        for commitment in &view.document.commitments {
            let (_, words) = view.commitment_words(commitment);
            let block = &view.block(commitment.block as usize).text.plain;
            assert!(!words.is_empty() && block.contains(words), "{}", view.commitment_anchor(commitment));
        }
    }
}

#[test]
fn a_commitment_names_what_stands_in_its_own_words() {
    let view = edition(&REAL, "nss-2025", Lang::Nb);
    let vocabulary = REAL.vocabulary();
    let nato = vocabulary.names.iter().position(|name| name.id == "nato").map(|place| place as u16);
    let mut without = 0;
    for commitment in &view.document.commitments {
        let tags = view.tags(commitment.block as usize);
        assert!(tags.is_some_and(|tags| commitment.names.iter().all(|name| tags.names.contains(name))));
        let named = commitment.names.iter().any(|name| Some(*name) == nato);
        let (_, words) = view.commitment_words(commitment);
        assert!(!named || words.contains("Nato") || words.contains("allian"), "{words}");
        let in_block = tags.is_some_and(|tags| tags.names.iter().any(|name| Some(*name) == nato));
        without += usize::from(in_block && !named);
    }
    assert!(without > 0, "in no block another sentence names Nato");
}

#[test]
fn a_chapter_holds_what_stands_below_it() {
    let view = sample();
    let chapter =
        |anchor: &str| view.chapter_of(place(view, anchor)).map(|section| self::anchor(view, section));
    assert_eq!(chapter("alfa-1"), None);
    assert_eq!(chapter("alfa-forste"), Some("alfa-forste"));
    assert_eq!(chapter("alfa-forste-6"), Some("alfa-forste"));
    assert_eq!(chapter("alfa-dypest-1"), Some("alfa-andre"));
    // The title of a text is no chapter.
    let beta = edition(&SAMPLE, "beta-2019", Lang::Nn);
    assert_eq!(beta.chapter_of(0), None);
}
