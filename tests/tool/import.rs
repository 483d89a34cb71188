//! `import`: from a text that somebody extracted to a document that a reader opens, and all that a file can be instead.

use crate::support::{Draft, root};
use crate::{bad, good, run_in, text};
use std::fs;
use std::path::{Path, PathBuf};

const TEXT: &str =
    "Trygg i bygda\n\nKommunen skal samarbeide om sikker-\nhet.\n\nVi vil:\n\n• øve mer\n• lære mer\n\n2\n";

#[track_caller]
fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// A folder with one file in it.
fn with(content: &[u8]) -> (Draft, PathBuf) {
    let folder = Draft::of(&[("Vår plan 2025.txt", content)]);
    let file = folder.path().join("Vår plan 2025.txt");
    (folder, file)
}

#[test]
fn a_draft_has_everything_that_a_document_needs() {
    let (folder, file) = with(TEXT.as_bytes());
    let run = run_in(folder.path(), &["import", "Vår plan 2025.txt"]);
    let told = "var-plan-2025: a draft (nb, a guess) of 5 blocks, among them 1 heading, 2 list items and 0 footnotes\n\
                mends.tsv lists 4 repairs, 0 of them only probable; review.tsv lists what else is a guess\n\
                now read the draft beside its source, fill in document.toml, then `strategy-reader check var-plan-2025`\n";
    assert_eq!((run.code, run.out.as_str(), run.error.as_str()), (Some(0), told, ""));
    let draft = folder.path().join("var-plan-2025");
    assert_eq!(read(&draft.join("source.txt")), TEXT);
    assert_eq!(
        read(&draft.join("nb.md")),
        "+++\ntitle = \"Trygg i bygda\"\nstatus = \"original\"\nfingerprint = \"\"\n+++\n\n\
         # Trygg i bygda {#var-trygg-bygda}\n\n\
         Kommunen skal samarbeide om sikkerhet. {#var-trygg-bygda-1}\n\n\
         Vi vil: {#var-trygg-bygda-2 .lead-in}\n\n\
         - øve mer {#var-trygg-bygda-3}\n- lære mer {#var-trygg-bygda-4}\n"
    );
    let mends = "line\tclass\tbefore\tafter\tnote\n3\tline-end\tsikker-⏎het\tsikkerhet\t\n\
                 8\tnoise\t•\t\tsign of a list item\n9\tnoise\t•\t\tsign of a list item\n11\tnoise\t2\t\tpage number\n";
    assert_eq!(read(&draft.join("mends.tsv")), mends);
    let review = read(&draft.join("review.tsv"));
    assert!(
        review.starts_with("line\tanchor\tsuggested\twhy\tbegins\n1\tvar-trygg-bygda\theading of level 1\t"),
        "{review}"
    );
    drop(file);
}

/// All the way, as an editor goes it: drafted, told what is missing, filled in, sealed, packed.
#[test]
fn a_draft_becomes_a_bundle_once_its_facts_are_filled_in() {
    let (folder, file) = with(TEXT.as_bytes());
    let draft = folder.path().join("bygda-2025");
    good(&["import", text(&file), "-o", text(&draft), "--lang", "nb"]);
    let told = bad(1, &["check", text(&draft)]).replace(&format!("{}/", draft.display()), "");
    for missing in [
        "document.toml: `` cannot stand as kind; write report or web-page\n",
        "document.toml: `` cannot stand as status; write current or historical\n",
        "document.toml: [issued] has neither `date` nor `year`",
        "document.toml: `nb` in [publisher] is empty; write it\n",
        "document.toml: `en` in [summary] is empty; write it\n",
        "nb.md:1: the edition states no fingerprint",
    ] {
        assert!(told.contains(missing), "{missing} is not in {told}");
    }
    let facts = draft.join("document.toml");
    let filled = read(&facts)
        .replace("kind = \"\"", "kind = \"report\"")
        .replace("status = \"\"", "status = \"current\"")
        .replace("# year = 2025", "year = 2025")
        .replace("= \"\"", "= \"Bygda\"");
    fs::write(&facts, filled).unwrap_or_else(|error| panic!("{error}"));
    good(&["fingerprint", text(&draft)]);
    assert!(good(&["check", text(&draft)]).ends_with("1 document in 1 edition, no problem\n"));
    let bundle = folder.path().join("bygda.srdr");
    assert!(
        good(&["bundle", text(&draft), "-o", text(&bundle)]).contains("bygda-2025: Trygg i bygda (nb)\n")
    );
}

#[test]
fn words_that_are_given_are_known() {
    let (folder, file) = with("Vi har kvikk\nleire her.\n".as_bytes());
    let words = folder.path().join("words.dic");
    fs::write(&words, "2\nkvikkleire/AE\n").unwrap_or_else(|error| panic!("{error}"));
    let draft = |name: &str, more: &[&str]| {
        let draft = folder.path().join(name);
        good(&[&["import", text(&file), "-o", text(&draft)], more].concat());
        read(&draft.join("nb.md"))
    };
    assert!(draft("without", &[]).contains("Vi har kvikk leire her."));
    assert!(draft("with", &["--words", text(&words)]).contains("Vi har kvikkleire her."));
}

#[test]
fn what_is_no_extracted_text_is_told() {
    let check = |content: &[u8], expected: &str| {
        let (folder, file) = with(content);
        let told = bad(1, &["import", text(&file), "-o", text(&folder.path().join("x"))]);
        assert_eq!(told, format!("{}{expected}", file.display()));
        assert!(!folder.path().join("x").exists());
    };
    check(b"%PDF-1.7\n\xff", ": this is a PDF; extract its text first (pdftotext FILE.pdf) and import that");
    check(
        b"PK\x03\x04\x14\0",
        ": this is a packed file, perhaps of a word processor; save it as plain text first",
    );
    check(b"{\\rtf1 Hei}", ": this is RTF; save it as plain text first");
    check(
        b"\xff\xfeH\0e\0i\0",
        ": this is text in UTF-16; save the file as UTF-8 (iconv -f utf-16 -t utf-8)",
    );
    check(
        b"\n<!DOCTYPE html><p>Hei",
        ": this is HTML; save the page as plain text, or copy its text into a file",
    );
    check(b"\x7fELF\x02\0\0", ": this is no text but a binary file; extract its text first");
    let latin = ":2: a sign here is not in UTF-8; save the file as UTF-8 (from an older Windows: iconv -f windows-1252 -t utf-8)";
    check(b"Norge\nog sj\xf8en\n", latin);
    for empty in [&b""[..], b" \n\n", b"\xef\xbb\xbf\n"] {
        check(empty, ": the file is empty; see whether the text was extracted");
    }
    check(b"17\n\n18\n", ": there are no words in it; see whether the right file was given");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_at_once() {
    let (_folder, file) = with(b"");
    let grown = fs::OpenOptions::new().write(true).open(&file).and_then(|file| file.set_len(100_000_000));
    grown.unwrap_or_else(|error| panic!("{error}"));
    let told = bad(1, &["import", text(&file), "-o", "x"]);
    let expected =
        "the file has 100000000 bytes, which no document needs; extract the text alone, or divide it";
    assert_eq!(told, format!("{}: {expected}", file.display()));
}

#[test]
fn places_where_no_draft_can_be_are_told() {
    let (folder, file) = with(TEXT.as_bytes());
    let file = text(&file);
    let name = "is no name for the document's folder; give one of a-z, 0-9 and single hyphens, a letter first, with -o";
    for (given, told) in [("Vår", "Vår"), ("2025", "2025"), ("..", "")] {
        assert_eq!(bad(2, &["import", file, "-o", given]), format!("`{told}` {name}"));
    }
    assert_eq!(
        bad(2, &["import", file, "-o", "x", "--lang", "no"]),
        "`no` is no language here; write --lang nb, nn or en"
    );
    assert_eq!(bad(2, &["import"]), "the file to import is missing; write `strategy-reader import FILE`");
    let is_there = "there is something already, which a draft must not replace; give another folder with -o";
    assert_eq!(bad(1, &["import", file, "-o", "data"]), format!("data: {is_there}"));
    let told = bad(1, &["import", file, "-o", "/proc/x"]);
    assert!(told.starts_with("/proc/x: cannot be written ("), "{told}");
    let missing = folder.path().join("none.txt");
    let told = bad(1, &["import", text(&missing), "-o", "x"]);
    assert!(told.starts_with(&format!("{}: cannot be read (", missing.display())), "{told}");
    let told = bad(1, &["import", text(folder.path()), "-o", "x"]);
    assert!(told.ends_with(": is a folder; give the file with the extracted text"), "{told}");
    assert!(!root().join("x").exists());
}

/// A text as large as can be is drafted within reason.
#[test]
fn a_book_is_drafted() {
    let page = read(&root().join("data/nss-2025/source.txt"));
    let (folder, file) = with(page.repeat(20).as_bytes());
    let told = good(&["import", text(&file), "-o", text(&folder.path().join("book"))]);
    let blocks =
        told.split("of ").nth(1).and_then(|rest| rest.split(' ').next()).and_then(|count| count.parse().ok());
    assert!(blocks.is_some_and(|blocks: usize| blocks > 5000), "{told}");
}
