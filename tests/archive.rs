//! The archive: what is put in comes out again, and bytes that are anything else are refused.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;
use strategy_reader::archive::{Error, LARGEST, VERSION, decode, decode_embedded, encode};
use strategy_reader::model::{
    Binds, Block, Commitment, Departure, Document, DocumentKind, Edition, Entry, Explanation, Issued, Kind,
    Lang, Library, Mark, Name, NameSort, References, Section, Sort, Span, Standing, Statement, Status,
    Strength, Tags, Term, Text, Vocabulary, Words,
};
use support::{cases, compiled, fixture, root};

/// Magic, version, length and checksum.
const HEADER: usize = 14;

#[track_caller]
fn encoded(library: &Library) -> Vec<u8> {
    encode(library).unwrap_or_else(|error| panic!("{error}"))
}

static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| encoded(&small()));
/// The documents of `data/`.
static REAL: LazyLock<Vec<u8>> = LazyLock::new(|| encoded(&compiled(&root().join("data"))));

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
        level: if kind == Kind::Heading { 2 } else { 0 },
        page: Some(17),
        lang: Some(Lang::Nn),
        label: (kind == Kind::Footnote).then(|| "1".to_owned()),
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
        departures: Vec::new(),
    };
    let two = Span { start: 1, end: 3 };
    let departures = vec![Departure { original: two, own: two, reason: Some(words()) }];
    let departing = |edition: Edition| Edition { departures: departures.clone(), ..edition };
    let unofficial =
        Standing::Unofficial { method: words(), official: Some("https://example.org".to_owned()) };
    let tags = Tags {
        themes: vec![1, 0],
        addressed: vec![0],
        names: vec![0, 3],
        statements: Statement::ALL.into_iter().map(Some).chain([None]).collect(),
    };
    let commitment = |words| Commitment {
        block: 3,
        number: 1,
        words,
        strength: Strength::Must,
        binds: Binds::Everyone,
        actor: Some(0),
        named: "øre".to_owned(),
        asks: vec![1],
        themes: vec![0],
        names: vec![3],
    };
    let document = Document {
        id: "a".to_owned(),
        kind: DocumentKind::Report,
        status: Status::Current,
        issued: Issued { year: 2024, day: Some((2, 29)), circa: true, words: Some(words()) },
        publisher: words(),
        government: Some("Prøve".to_owned()),
        source: Some("https://example.org".to_owned()),
        summary: words(),
        editions: vec![edition(Lang::Nb, Standing::Original), departing(edition(Lang::En, unofficial))],
        tags: Kind::ALL.map(|_| tags.clone()).into(),
        commitments: vec![commitment(vec![Span { start: 0, end: 5 }, Span { start: 1, end: 3 }])],
        explained: vec![(2, 0), (12, 0)],
        references: References("en\ttre".to_owned()),
    };
    let other = Document {
        id: "b".to_owned(),
        kind: DocumentKind::WebPage,
        status: Status::Historical,
        issued: Issued { year: 0, day: None, circa: false, words: None },
        government: None,
        source: None,
        editions: vec![edition(Lang::Nn, Standing::Official)],
        commitments: vec![commitment(vec![Span { start: 7, end: 8 }])],
        ..document.clone()
    };
    let entry = |id: &str| Entry { id: id.to_owned(), name: words(), definition: words() };
    let name = |sort| Name { id: "navn".to_owned(), sort, name: words() };
    let ord = || vec!["ord".to_owned()];
    let vocabulary = Vocabulary {
        themes: vec![entry("a"), entry("b")],
        actors: vec![entry("a"), entry("b")],
        kinds: Statement::ALL.map(|kind| entry(kind.word())).into(),
        names: NameSort::ALL.map(name).into(),
        terms: vec![Term { nb: ord(), nn: Vec::new(), en: ord(), parts: ord() }],
        explanations: vec![Explanation { name: words(), words: words() }],
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
    assert_eq!((VERSION, checksum), (7, Some("e49fbdea".to_owned())));
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
    for bytes in [&b"SRDR\x01\x00"[..], &SMALL[1..], b"PK\x03\x04", b"srdt and more", b"\x00"] {
        check_error(bytes, &Error::NotAnArchive, not);
    }
    for bytes in [&b""[..], b"\n", b"\xef\xbb\xbf \r\n"] {
        check_error(bytes, &Error::Empty, "the archive is empty; load it again, or build it anew");
    }
    let page = "this is a web page, not an archive of documents; check its address";
    for bytes in [&b"<!doctype html><title>404 Not Found</title>"[..], b"\xef\xbb\xbf\n<html>", b" <?xml"] {
        check_error(bytes, &Error::WebPage, page);
    }

    let version =
        |found: u16| format!("the archive has version {found}, this reader reads version {VERSION}");
    for found in [VERSION + 1, 0, 0x0100, u16::MAX] {
        let told = format!("{}; build both with the same release", version(found));
        check_error(&changed(4, &found.to_le_bytes()), &Error::WrongVersion { found }, &told);
    }

    let short = |bytes: &[u8], stated: usize| {
        let found = bytes.len();
        let told = format!("the archive is cut short, {found} bytes instead of {stated}; load it again");
        check_error(bytes, &Error::CutShort { stated, found }, &told);
    };
    for length in [1, 3, 4, 5, 9, HEADER - 1] {
        short(&SMALL[..length], HEADER);
    }
    short(&SMALL[..HEADER], SMALL.len());
    short(&SMALL[..SMALL.len() - 1], SMALL.len());
    short(&changed(6, &[0xff; 4]), u32::MAX as usize + HEADER);
    let long = |bytes: &[u8], stated: usize| {
        let found = bytes.len();
        let told = format!("the archive has {found} bytes instead of {stated}; build it anew");
        check_error(bytes, &Error::TooLong { stated, found }, &told);
    };
    long(&[&SMALL[..], b"\n"].concat(), SMALL.len());
    long(&changed(6, &[0; 4]), HEADER);

    let large = vec![0; LARGEST + 1];
    let told = "the archive has 33554433 bytes, and a reader opens at most 33554432; divide it";
    check_error(&large, &Error::TooLarge { found: LARGEST + 1 }, told);

    let damaged = "the archive is damaged; load it again";
    check_error(&changed(10, &[0; 4]), &Error::Damaged, damaged);
    check_error(&changed(HEADER, &[0xff]), &Error::Damaged, damaged);
    // A sound checksum over what is no library: nothing at all, and a number of documents that never come.
    check_error(&archive_of(b""), &Error::Damaged, damaged);
    check_error(&archive_of(b"\x05"), &Error::Damaged, damaged);
}

/// Every promise of the compiler, broken by somebody who knows how to write a checksum.
#[test]
fn a_library_that_breaks_a_promise_is_refused() {
    let check = |what: &str, spoil: fn(&mut Library)| {
        let mut library = small();
        spoil(&mut library);
        assert_ne!(library, small(), "{what}: nothing was changed");
        assert_eq!(decode(&encoded(&library)), Err(Error::Unsound), "{what}");
        assert_eq!(decode_embedded(&encoded(&library)), Ok(library), "{what}");
    };
    fn first(library: &mut Library) -> &mut Edition {
        &mut library.documents[0].editions[0]
    }
    check("no edition", |library| library.documents[1].editions.clear());
    check("one id twice", |library| library.documents[1].id = "a".to_owned());
    check("out of order", |library| library.documents.reverse());
    check("an id that is a script", |library| library.documents[0].id = "javascript:alert(1)".to_owned());
    check("an id that leads elsewhere", |library| library.documents[0].id = "..".to_owned());
    check("a source that is a script", |library| {
        library.documents[0].source = Some("javascript:alert(1)".to_owned());
    });
    check("a month that is none", |library| library.documents[0].issued.day = Some((13, 1)));
    check("a day that is none", |library| library.documents[0].issued.day = Some((1, 0)));
    check("an official address that is a script", |library| {
        let official = Some("javascript:alert(1)".to_owned());
        let method = Words { nb: String::new(), nn: String::new(), en: String::new() };
        library.documents[0].editions[1].standing = Standing::Unofficial { method, official };
    });
    check("a link that is a script", |library| {
        first(library).blocks[12].href = Some("javascript:alert(1)".to_owned());
    });
    check("an anchor that is markup", |library| first(library).blocks[0].anchor = "\"><b>".to_owned());
    check("other blocks than the original", |library| {
        library.documents[0].editions[1].blocks[3].anchor = "a-2".to_owned();
    });
    check("fewer blocks than the original", |library| {
        library.documents[0].editions[1].blocks.pop();
        library.documents[0].editions[1].sections.clear();
    });
    fn departure(library: &mut Library) -> &mut Departure {
        &mut library.documents[0].editions[1].departures[0]
    }
    check("an original that departs", |library| {
        let departure = departure(library).clone();
        first(library).departures.push(departure);
    });
    check("a departure that brings the rest out of step", |library| departure(library).own.end = 2);
    check("a departure that ends nowhere", |library| departure(library).own.end = 14);
    check("a departure from nowhere", |library| departure(library).original.end = 14);
    check("a departure that ends before it begins", |library| {
        departure(library).own.end = 0;
        departure(library).original.end = 0;
    });
    check("a departure twice", |library| {
        let departure = departure(library).clone();
        library.documents[0].editions[1].departures.push(departure);
    });
    check("one language twice", |library| library.documents[0].editions[1].lang = Lang::Nb);
    check("a level that no heading has", |library| {
        first(library).blocks[0].level = 250;
        first(library).sections[0].level = 250;
    });
    check("a level on a paragraph", |library| first(library).blocks[2].level = 2);
    check("a footnote without a mark", |library| first(library).blocks[5].label = None);
    check("a section that ends nowhere", |library| first(library).sections[0].end = 14);
    check("a section without a heading", |library| first(library).sections[0].heading = 1);
    check("a heading outside of its section", |library| first(library).sections[0].heading = 13);
    check("a section that begins after its heading", |library| first(library).sections[0].start = 1);
    check("a section that ends before its heading", |library| first(library).sections[0].end = 0);
    check("a section twice", |library| {
        let section = first(library).sections[0].clone();
        first(library).sections.push(section);
    });
    check("a mark behind the text", |library| first(library).blocks[0].text.marks[4].end = 99);
    check("a mark within a letter", |library| first(library).blocks[0].text.marks[2].start = 4);
    check("a mark that ends before it begins", |library| first(library).blocks[0].text.marks[0].start = 3);
    check("marks that cross", |library| first(library).blocks[0].text.marks[1].end = 3);
    check("marks out of order", |library| first(library).blocks[0].text.marks.swap(0, 2));
    check("an entry whose id is markup", |library| library.vocabulary.themes[0].id = "<b>".to_owned());
    check("a name whose id is markup", |library| library.vocabulary.names[0].id = "<b>".to_owned());
    check("kinds that are missing", |library| drop(library.vocabulary.kinds.pop()));
    check("no kinds, but statements", |library| library.vocabulary.kinds.clear());
    check("tags of other blocks", |library| drop(library.documents[0].tags.pop()));
    check("a theme that is none", |library| library.documents[0].tags[0].themes[0] = 2);
    check("an actor that is none", |library| library.documents[0].tags[0].addressed[0] = 2);
    check("a name that is none", |library| library.documents[0].tags[0].names[0] = 4);
    fn pledge(library: &mut Library) -> &mut Commitment {
        &mut library.documents[0].commitments[0]
    }
    check("a commitment of no block", |library| pledge(library).block = 13);
    check("a commitment without a translation", |library| pledge(library).words.truncate(1));
    check("a commitment behind its text", |library| pledge(library).words[1].end = 9);
    check("a commitment within a letter", |library| pledge(library).words[0].end = 4);
    check("a commitment on a theme that is none", |library| pledge(library).themes[0] = 2);
    check("a commitment that names what there is not", |library| pledge(library).names[0] = 4);
    check("a commitment of nobody there is", |library| pledge(library).actor = Some(2));
    check("a commitment that asks nobody there is", |library| pledge(library).asks[0] = 2);
    check("commitments out of order", |library| {
        let earlier = Commitment { block: 2, ..pledge(library).clone() };
        library.documents[0].commitments.push(earlier);
    });
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
    assert_eq!(decode_embedded(b""), Err(Error::Empty));
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

    /// Anywhere at all, in a bundle of real documents.
    #[test]
    fn one_flipped_bit_is_always_noticed(at in any::<prop::sample::Index>(), bit in 0..8_u32) {
        let mut bytes = REAL.clone();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let expected = match at {
            0..4 => Error::NotAnArchive,
            4..6 => Error::WrongVersion { found: u16::from_le_bytes([bytes[4], bytes[5]]) },
            6..10 => {
                let stated = u32::from_le_bytes([bytes[6], bytes[7], bytes[8], bytes[9]]) as usize + HEADER;
                let found = bytes.len();
                if stated > found { Error::CutShort { stated, found } } else { Error::TooLong { stated, found } }
            }
            _ => Error::Damaged,
        };
        prop_assert_eq!(decode(&bytes), Err(expected), "bit {} of byte {}", bit, at);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in any::<Vec<u8>>()) {
        prop_assert!(decode(&bytes).is_err());
        let _ = decode(&[&SMALL[..HEADER], &bytes].concat());
    }

    #[test]
    fn no_content_makes_the_reader_panic(content in any::<Vec<u8>>()) {
        let archive = archive_of(&content);
        match decode(&archive) {
            Err(Error::Unsound) => prop_assert!(decode_embedded(&archive).is_ok()),
            result => prop_assert_eq!(result, decode_embedded(&archive)),
        }
    }
}
