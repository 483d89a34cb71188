//! Documents from elsewhere beside those that are there: none is lost, and tags still mean what they meant.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeSet;
use std::sync::LazyLock;
use strategy_reader::archive;
use strategy_reader::corpus::Corpus;
use strategy_reader::filter::by_age;
use strategy_reader::model::{Document, Lang, Library};
use strategy_reader::page;
use support::{REAL, compiled, fixture, root, some};

fn real() -> Library {
    static REAL: LazyLock<Library> = LazyLock::new(|| compiled(&root().join("data")));
    REAL.clone()
}

fn example() -> Library {
    compiled(&root().join("www/examples/documents"))
}

fn merged(mut library: Library, other: Library) -> Library {
    library.add(other);
    // What is opened from a file is held against every rule.
    let bytes = archive::encode(&library);
    assert_eq!(archive::decode(&bytes).as_ref(), Ok(&library));
    library
}

fn ids(library: &Library) -> Vec<&str> {
    library.documents.iter().map(|document| document.id.as_str()).collect()
}

fn document<'a>(library: &'a Library, id: &str) -> &'a Document {
    some(library.documents.iter().find(|document| document.id == id), id)
}

/// What a document's tags and commitments say, in words instead of numbers.
fn said(library: &Library, id: &str) -> Vec<String> {
    let vocabulary = &library.vocabulary;
    let name = |list: &[String], places: &[u16]| {
        let names: BTreeSet<&String> = places.iter().map(|place| &list[usize::from(*place)]).collect();
        format!("{names:?}")
    };
    let themes: Vec<String> = vocabulary.themes.iter().map(|entry| entry.id.clone()).collect();
    let actors: Vec<String> = vocabulary.actors.iter().map(|entry| entry.id.clone()).collect();
    let names: Vec<String> = vocabulary.names.iter().map(|entry| entry.id.clone()).collect();
    let explanations: Vec<String> = vocabulary.explanations.iter().map(|one| one.name.nb.clone()).collect();
    let document = document(library, id);
    let tags = document.tags.iter().map(|tags| {
        let (themes, actors) = (name(&themes, &tags.themes), name(&actors, &tags.addressed));
        format!("{themes} {actors} {} {:?}", name(&names, &tags.names), tags.statements)
    });
    let commitments = document.commitments.iter().map(|one| {
        let (themes, asks) = (name(&themes, &one.themes), name(&actors, &one.asks));
        format!("{themes} {asks} {} {}", name(&actors, one.actor.as_slice()), name(&names, &one.names))
    });
    let explained =
        document.explained.iter().map(|(block, place)| format!("{block} {}", name(&explanations, &[*place])));
    tags.chain(commitments).chain(explained).collect()
}

#[test]
fn a_stranger_stands_among_the_others() {
    let library = merged(real(), example());
    let expected = ["nss-2025", "eksempelvik-2025", "fss-2020", "secpol-2020", "cyber-2017", "secpol-2017"];
    assert_eq!(ids(&library), expected);
    for id in ["nss-2025", "cyber-2017"] {
        assert_eq!(document(&library, id), some(REAL.document(id), id), "{id}");
    }
    assert_eq!(ids(&merged(Library::default(), example())), ["eksempelvik-2025"]);
    assert_eq!(merged(real(), Library::default()), real());
}

/// The start page says of our documents what need not be true of others.
#[test]
fn a_list_with_a_stranger_claims_nothing_of_ours() {
    let said = |corpus: &Corpus| {
        let mut html = String::new();
        page::write(&page::start(corpus, Lang::Nb).into(), &mut html);
        html
    };
    let ours = "Fem dokumenter om norsk sikkerhetspolitikk";
    assert!(said(&REAL).contains(ours));
    let both = said(&Corpus::with_others(merged(real(), example())));
    assert!(both.contains("Trygg i Eksempelvik") && both.contains("Nasjonal sikkerhetsstrategi"), "{both}");
    assert!(
        !both.contains(ours) && both.contains("<h1 class=\"sr-start-title\">Alle dokumentene</h1>"),
        "{both}"
    );
}

#[test]
fn tags_mean_the_same_in_another_order_of_the_vocabulary() {
    let (mine, other) = (real(), compiled(&fixture("library")));
    let library = merged(mine.clone(), other.clone());
    assert!(library.vocabulary.themes.len() > mine.vocabulary.themes.len(), "nothing new was added");
    for id in ids(&other) {
        assert_eq!(said(&library, id), said(&other, id), "{id}");
    }
    for id in ids(&mine) {
        assert_eq!(said(&library, id), said(&mine, id), "{id}");
    }
    // Put together the other way round, entries that both have stand elsewhere.
    let library = merged(other, mine.clone());
    for id in ids(&mine) {
        assert_eq!(said(&library, id), said(&mine, id), "{id}");
    }
}

/// Wherever documents are listed: the newest first, those of one day in the Norwegian alphabet, a year without a day behind
/// its days.
#[test]
fn documents_stand_by_age_and_title() {
    let titled = [
        ("d-1", (2024, Some((2, 1))), "Øl"),
        ("d-2", (2024, Some((2, 1))), "Ål"),
        ("d-3", (2024, Some((2, 1))), "zebra"),
        ("d-4", (2024, None), "Alt"),
        ("d-5", (2024, Some((11, 30))), "Æ"),
        ("d-6", (1999, Some((12, 31))), "A"),
        ("d-7", (2025, None), "Z"),
        ("d-9", (1999, Some((12, 31))), "B"),
        ("d-8", (1999, Some((12, 31))), "B"),
    ];
    let mut library = Library::default();
    for (place, (id, (year, day), title)) in titled.into_iter().enumerate() {
        let mut one = example();
        let document = &mut one.documents[0];
        (document.id, document.issued.year, document.issued.day) = (id.to_owned(), year, day);
        for edition in &mut document.editions {
            edition.title = title.to_owned();
            edition.blocks.iter_mut().for_each(|block| block.anchor = format!("d{place}-{}", block.anchor));
        }
        library = merged(library, one);
    }
    assert_eq!(ids(&library), ["d-7", "d-5", "d-3", "d-1", "d-2", "d-4", "d-6", "d-8", "d-9"]);
    // Where time goes from left to right, the other way round.
    assert_eq!(by_age(&Corpus::new(library.clone())), [6, 7, 8, 5, 2, 3, 4, 1, 0]);
    library.documents.swap(0, 1);
    assert_eq!(archive::decode(&archive::encode(&library)), Err(archive::Error::Unsound));
}

#[test]
fn a_newer_document_takes_the_place_of_its_older_self() {
    let mut newer = real();
    newer.documents.retain(|document| document.id == "fss-2020");
    newer.documents[0].status = strategy_reader::model::Status::Current;
    let library = merged(real(), newer.clone());
    assert_eq!(
        (ids(&library), document(&library, "fss-2020").status),
        (ids(&real()), newer.documents[0].status)
    );
    // Another id does not help: its anchors would lead to two places.
    newer.documents[0].id = "aaa-2020".to_owned();
    let library = merged(real(), newer);
    assert_eq!(ids(&library), ["nss-2025", "aaa-2020", "secpol-2020", "cyber-2017", "secpol-2017"]);
}
