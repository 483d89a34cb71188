//! The archive: what is put in comes out again, and bytes that are anything else are refused.

#![cfg(not(target_arch = "wasm32"))]

mod sample;
#[path = "../support/mod.rs"]
mod support;

use proptest::prelude::*;
use sample::small;
use std::path::Path;
use std::sync::LazyLock;
use strategy_reader::archive::{
    Error, LARGEST, VERSION, decode, decode_embedded, decode_terms, encode, encode_terms,
};
use strategy_reader::model::{
    Commitment, Departure, Edition, Lang, Library, Span, Standing, Term, Vocabulary, Words,
};
use support::{cases, compiled, fixture, root};

/// Magic, version, length and checksum.
const HEADER: usize = 14;

static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| encode(&small()));
/// The documents of `data/`.
static REAL: LazyLock<Vec<u8>> = LazyLock::new(|| encode(&compiled(&root().join("data"))));

/// Content behind a header that is right, as anybody could write it.
fn archive_of(content: &[u8]) -> Vec<u8> {
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(content);
    let length = content.len() as u32;
    [&b"srdr"[..], &VERSION.to_le_bytes(), &length.to_le_bytes(), &sum.to_le_bytes(), content].concat()
}

#[test]
fn what_is_encoded_is_decoded() {
    let check = |library: Library| assert_eq!(decode(&encode(&library)).as_ref(), Ok(&library));
    check(Library::default());
    check(small());
    check(compiled(&fixture("library")));
    check(compiled(&root().join("data")));
}

/// Commitments are packed as what the tags and the sentences make one expect, but need not be what one expects.
#[test]
fn commitments_that_nobody_expects_are_kept() {
    let kept = |block: u32, number: u16, words: [(u32, u32); 2]| {
        let mut library = small();
        let [one] = &mut library.documents[0].commitments[..] else { panic!("one commitment") };
        let words = words.map(|(start, end)| Span { start, end });
        *one = Commitment { block, number, words: words.into(), ..one.clone() };
        library.documents[0].editions[1].blocks[3].text.plain = "Én. «To.» Tre.".to_owned();
        assert_eq!(decode_embedded(&encode(&library)).as_ref(), Ok(&library));
    };
    // Sentences, one and several; parts of them; nothing, at the beginning and elsewhere; what is no place in the text.
    for words in [(0, 4), (5, 12), (5, 17), (0, 17), (0, 3), (6, 9), (0, 0), (4, 4), (12, 5), (99, 200)] {
        kept(3, 1, [(0, 7), words]);
    }
    kept(12, 7, [(0, 7), (0, 7)]);
    kept(u32::MAX, u16::MAX, [(0, 7), (0, 7)]);
}

#[test]
fn the_same_documents_give_the_same_bytes() {
    let build = |folder: &Path| encode(&compiled(folder));
    let folder = fixture("library");
    assert_eq!(build(&folder), build(&folder));
}

/// The content has no names in it: another order of fields would be read as other values. Whoever changes the model
/// raises `VERSION` and writes the new pair here.
#[test]
fn a_changed_model_has_a_new_version() {
    let checksum = SMALL.get(10..HEADER).map(|sum| sum.iter().rev().map(|b| format!("{b:02x}")).collect());
    assert_eq!((VERSION, checksum), (10, Some("68ba87a9".to_owned())));
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
        assert_eq!(decode(&encode(&library)), Err(Error::Unsound), "{what}");
        assert_eq!(decode_embedded(&encode(&library)), Ok(library), "{what}");
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
    check("an edition without blocks", |library| {
        let document = &mut library.documents[1];
        document.editions[0].blocks.clear();
        document.editions[0].sections.clear();
        document.tags.clear();
        document.commitments.clear();
        document.explained.clear();
    });
    check("more entries than tags could name", |library| {
        let entry = library.vocabulary.themes[0].clone();
        library.vocabulary.themes.resize((1 << 15) + 1, entry);
    });
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

/// A few bytes that ask for all memory: a long string, and after it the sign for "the same again".
#[test]
fn a_string_repeated_without_end_is_refused() {
    let repeated = |times: usize| {
        let nb = vec!["x".repeat(LARGEST / 16); times];
        let term = Term { nb, nn: Vec::new(), en: Vec::new(), parts: Vec::new() };
        let vocabulary = Vocabulary { terms: vec![term], ..Vocabulary::default() };
        encode(&Library { documents: Vec::new(), vocabulary })
    };
    assert!(decode(&repeated(17)).is_ok());
    assert_eq!(decode(&repeated(18)), Err(Error::Damaged));
}

/// Any other byte in any place, behind a checksum that is right: another library, or an error.
#[test]
fn no_changed_byte_makes_the_reader_panic() {
    for at in HEADER..SMALL.len() {
        for byte in [0, 1, 0x7f, 0x80, 0xfe, 0xff, SMALL[at] ^ 1, SMALL[at].wrapping_add(1)] {
            let mut content = SMALL[HEADER..].to_vec();
            content[at - HEADER] = byte;
            let result = decode(&archive_of(&content));
            assert!(matches!(result, Ok(_) | Err(Error::Damaged | Error::Unsound)), "byte {at}: {result:?}");
        }
    }
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
    assert_eq!(decode_embedded(&changed(4, &[255, 0])), Err(Error::WrongVersion { found: 255 }));
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

#[test]
fn terms_travel_alone() {
    let terms = small().vocabulary.terms;
    assert!(!terms.is_empty());
    let bytes = encode_terms(&terms);
    assert_eq!(decode_terms(&bytes), Ok(terms));
    assert_eq!(decode_terms(&bytes[..bytes.len() - 1]), Err(Error::Damaged));
    assert_eq!(decode_terms(b""), Err(Error::Damaged));
}

/// What the binary has in two pieces is what the data say.
#[test]
fn nothing_is_lost_between_data_and_binary() {
    let library = strategy_reader::embedded::library().unwrap_or_else(|error| panic!("{error}"));
    assert!(library.vocabulary.terms.is_empty() && library.documents.len() == 5);
    assert!(strategy_reader::embedded::terms().len() > 300);
}
