//! The archive: what is put in comes out again, and bytes that are anything else are refused.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;
use strategy_reader::archive::{Error, VERSION, decode, decode_embedded, encode};
use strategy_reader::model::{
    Binds, Block, Commitment, Document, DocumentKind, Edition, Entry, Issued, Kind, Lang, Library, Mark,
    Name, NameSort, Section, Sort, Span, Standing, Statement, Status, Strength, Tags, Text, Vocabulary,
    Words,
};
use support::{cases, compiled, fixture, root};

/// Magic, version, length and checksum.
const HEADER: usize = 14;

#[track_caller]
fn encoded(library: &Library) -> Vec<u8> {
    encode(library).unwrap_or_else(|error| panic!("{error}"))
}

static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| encoded(&small()));

/// Content behind a header that is right, as anybody could write it.
fn archive_of(content: &[u8]) -> Vec<u8> {
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(content);
    let length = content.len() as u32;
    [&b"srdr"[..], &VERSION.to_le_bytes(), &length.to_le_bytes(), &sum.to_le_bytes(), content].concat()
}

/// A library with every sort of value that the model knows.
fn small() -> Library {
    let words = || Words { nb: "nb".to_owned(), nn: "nn".to_owned(), en: "en".to_owned() };
    let mark = |start, end, sort| Mark { start, end, sort };
    let marks = vec![
        mark(0, 2, Sort::Strong),
        mark(0, 1, Sort::Emphasis),
        mark(3, 5, Sort::Sic("ord".to_owned())),
        mark(3, 5, Sort::Lang(Lang::En)),
        mark(5, 5, Sort::Note("1".to_owned())),
    ];
    let block = |kind| Block {
        anchor: "a-1".to_owned(),
        kind,
        level: 2,
        page: Some(17),
        lang: Some(Lang::Nn),
        label: Some("1".to_owned()),
        href: Some("https://example.org".to_owned()),
        text: Text { plain: "Et øre.".to_owned(), marks: marks.clone() },
    };
    let edition = |lang, standing| Edition {
        lang,
        title: "Tittel".to_owned(),
        standing,
        fingerprint: "0".repeat(32),
        blocks: Kind::ALL.map(block).into(),
        sections: vec![Section { heading: 0, start: 0, end: 13, level: 2 }],
    };
    let unofficial =
        Standing::Unofficial { method: words(), official: Some("https://example.org".to_owned()) };
    let document = Document {
        id: "a".to_owned(),
        kind: DocumentKind::Report,
        status: Status::Current,
        issued: Issued { year: 2024, day: Some((2, 29)), circa: true, words: Some(words()) },
        publisher: words(),
        government: Some("Prøve".to_owned()),
        source: Some("https://example.org".to_owned()),
        summary: words(),
        editions: vec![edition(Lang::Nb, Standing::Original), edition(Lang::En, unofficial)],
        tags: vec![Tags {
            themes: vec![1, 0],
            addressed: vec![0],
            names: vec![0, 200],
            statements: Statement::ALL.into_iter().map(Some).chain([None]).collect(),
        }],
        commitments: vec![Commitment {
            block: 3,
            number: 1,
            words: vec![Span { start: 0, end: 4 }, Span { start: 1, end: 3 }],
            strength: Strength::Must,
            binds: Binds::Everyone,
            actor: Some(0),
            named: "øre".to_owned(),
            asks: vec![1],
            themes: vec![0],
        }],
    };
    let other = Document {
        id: "b".to_owned(),
        kind: DocumentKind::WebPage,
        status: Status::Historical,
        issued: Issued { year: 0, day: None, circa: false, words: None },
        government: None,
        source: None,
        editions: vec![edition(Lang::Nn, Standing::Official)],
        ..document.clone()
    };
    let entry = |id: &str| Entry { id: id.to_owned(), name: words(), definition: words() };
    let name = |sort| Name { id: "navn".to_owned(), sort, name: words() };
    let vocabulary = Vocabulary {
        themes: vec![entry("a"), entry("b")],
        actors: vec![entry("a")],
        kinds: vec![entry("fact")],
        names: NameSort::ALL.map(name).into(),
    };
    Library { documents: vec![document, other], vocabulary }
}

#[test]
fn what_is_encoded_is_decoded() {
    let check = |library: Library| assert_eq!(decode(&encoded(&library)).as_ref(), Ok(&library));
    check(Library::default());
    check(small());
    check(compiled(&fixture("library")));
    check(compiled(&root().join("data")));
}

#[test]
fn the_same_documents_give_the_same_bytes() {
    let build = |folder: &Path| encoded(&compiled(folder));
    let folder = fixture("library");
    assert_eq!(build(&folder), build(&folder));
}

/// The content has no names in it: another order of fields would be read as other values. Whoever changes the model
/// raises `VERSION` and writes the new pair here.
#[test]
fn a_changed_model_has_a_new_version() {
    let checksum = SMALL.get(10..HEADER).map(|sum| sum.iter().rev().map(|b| format!("{b:02x}")).collect());
    assert_eq!((VERSION, checksum), (2, Some("59c092f5".to_owned())));
}

#[track_caller]
fn check_error(bytes: &[u8], expected: &Error, told: &str) {
    let Err(error) = decode(bytes) else { panic!("accepted, instead of {expected:?}") };
    assert_eq!(&error, expected);
    assert_eq!(error.to_string(), told);
}

/// The small archive with some bytes from a place on replaced.
fn changed(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut archive = SMALL.clone();
    archive.splice(at..at + bytes.len(), bytes.iter().copied());
    archive
}

#[test]
fn every_error_says_what_and_what_to_do() {
    let not = "this is no archive of documents; check the address it came from";
    let page = b"<!doctype html><title>404 Not Found</title>";
    for bytes in [&b""[..], b"srd", b"srdr", b"SRDR\x01\x00", &SMALL[1..], &SMALL[..HEADER - 1], page] {
        check_error(bytes, &Error::NotAnArchive, not);
    }

    let version =
        |found: u16| format!("the archive has version {found}, this reader reads version {VERSION}");
    for found in [VERSION + 1, 0, 0x0100, u16::MAX] {
        let told = format!("{}; build both with the same release", version(found));
        check_error(&changed(4, &found.to_le_bytes()), &Error::WrongVersion { found }, &told);
    }

    let content = SMALL.len() - HEADER;
    let length = |bytes: &[u8], stated: usize, found: usize| {
        let told = format!("the archive has {found} bytes instead of {stated}; load it again");
        check_error(bytes, &Error::WrongLength { stated, found }, &told);
    };
    length(&SMALL[..SMALL.len() - 1], content, content - 1);
    length(&[&SMALL[..], b"\n"].concat(), content, content + 1);
    length(&changed(6, &[0xff; 4]), u32::MAX as usize, content);
    length(&changed(6, &[0; 4]), 0, content);

    let damaged = "the archive is damaged; load it again";
    check_error(&changed(10, &[0; 4]), &Error::Damaged, damaged);
    check_error(&changed(HEADER, &[0xff]), &Error::Damaged, damaged);
    // A sound checksum over what is no library: nothing at all, and a number of documents that never come.
    check_error(&archive_of(b""), &Error::Damaged, damaged);
    check_error(&archive_of(b"\x05"), &Error::Damaged, damaged);
}

#[test]
fn content_that_goes_on_behind_the_library_is_refused() {
    let content = [&SMALL[HEADER..], b"more"].concat();
    assert_eq!(decode(&archive_of(&content)), Err(Error::Damaged));
}

#[test]
fn the_archive_in_the_binary_is_held_against_all_but_its_checksum() {
    assert_eq!(decode_embedded(&SMALL), Ok(small()));
    assert_eq!(decode_embedded(&changed(10, &[0; 4])), Ok(small()));
    assert_eq!(decode_embedded(b""), Err(Error::NotAnArchive));
    assert_eq!(decode_embedded(&changed(4, &[9, 0])), Err(Error::WrongVersion { found: 9 }));
    for length in 0..SMALL.len() {
        assert!(decode_embedded(&SMALL[..length]).is_err(), "cut to {length} bytes");
    }
}

#[test]
fn a_flipped_bit_of_the_header_is_refused() {
    for bit in 0..HEADER * 8 {
        let mut bytes = SMALL.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert!(decode(&bytes).is_err(), "bit {} of byte {}", bit % 8, bit / 8);
    }
}

#[test]
fn an_archive_cut_short_anywhere_is_refused() {
    for length in 0..SMALL.len() {
        assert!(decode(&SMALL[..length]).is_err(), "cut to {length} bytes");
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_flipped_bit_of_the_content_is_refused(at in any::<prop::sample::Index>(), bit in 0..8_u32) {
        let mut bytes = SMALL.clone();
        let at = HEADER + at.index(SMALL.len() - HEADER);
        bytes[at] ^= 1 << bit;
        prop_assert_eq!(decode(&bytes), Err(Error::Damaged), "bit {} of byte {}", bit, at);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in any::<Vec<u8>>()) {
        prop_assert!(decode(&bytes).is_err());
        let _ = decode(&[&SMALL[..HEADER], &bytes].concat());
    }

    #[test]
    fn no_content_makes_the_reader_panic(content in any::<Vec<u8>>()) {
        prop_assert_eq!(decode(&archive_of(&content)), decode_embedded(&archive_of(&content)));
    }
}
