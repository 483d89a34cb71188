//! `check` and `fingerprint`: documents that are not ours, and everything that a folder can be instead.

use crate::support::{DRAFT_TOML, Draft, root};
use crate::{bad, example, good, run_in, text};
use std::fs;
use std::path::Path;

const TOML: (&str, &[u8]) = ("prove/document.toml", DRAFT_TOML.as_bytes());

const SEALED: &str = "+++\ntitle = \"Prøve\"\nstatus = \"original\"\nfingerprint = \
                      \"68c38c32fa5f60d3b75695d5b6c6cc9f\"\n+++\n\nOrd. {#prove-1}\n";

/// What is wrong with files, with the folder's name taken out.
#[track_caller]
fn problems(files: &[(&str, &[u8])]) -> String {
    let draft = Draft::of(files);
    told(draft.path())
}

#[track_caller]
fn told(folder: &Path) -> String {
    bad(1, &["check", text(folder)]).replace(&format!("{}/", folder.display()), "")
}

#[test]
fn a_folder_of_documents_and_the_folder_of_one_are_both_read() {
    let expected = "eksempelvik-2025: Trygg i Eksempelvik (oppdiktet eksempel) (nb, en)\n\
                    1 document in 2 editions, no problem\n";
    let one = example().join("eksempelvik-2025");
    assert_eq!(good(&["check", text(&example())]), expected);
    assert_eq!(good(&["check", text(&one)]), expected);
    for (folder, arguments) in
        [(&example(), &["check"][..]), (&one, &["check"]), (&one, &["check", "."]), (&one, &["check", "../"])]
    {
        let run = run_in(folder, arguments);
        assert_eq!((run.code, run.out.as_str()), (Some(0), expected), "{arguments:?}: {}", run.error);
    }
    // Its tags are words of the collection that it stands in.
    let tagged = "nss-2025: Nasjonal sikkerhetsstrategi (nb, en)\n1 document in 2 editions, no problem\n";
    assert_eq!(good(&["check", "data/nss-2025"]), tagged);
    assert!(good(&["check", "data"]).ends_with("\n5 documents in 10 editions, no problem\n"));
}

#[test]
fn a_folder_that_is_not_there_or_holds_no_document_is_told() {
    let give = "give the folder that holds the documents, or the folder of one";
    let missing = root().join("no-such-folder");
    let told = bad(1, &["check", text(&missing)]);
    assert!(told.starts_with(&format!("{}: cannot be opened (", missing.display())), "{told}");
    assert!(told.ends_with(&format!("; {give}")), "{told}");
    assert_eq!(bad(1, &["check", "README.md"]), format!("README.md: is a file, not a folder; {give}"));
    let none = "there is no document in this folder; a document is a folder of its own with document.toml and its text \
                as nb.md, nn.md or en.md (`strategy-reader format` describes them)";
    assert_eq!(bad(1, &["check", "www/css"]), format!("www/css: {none}"));
}

#[test]
fn every_problem_is_told_at_once_with_its_place() {
    let text = SEALED.replace("Ord. {#prove-1}", "Ord.\n\nOrd {#feil}");
    let told = problems(&[("prove/nb.md", text.as_bytes())]);
    assert_eq!(
        told,
        "in the documents:\nprove/document.toml: the folder has an edition, but not this file; add it, as \
         data/README.md says\n1 problem"
    );
    let told = problems(&[TOML, ("prove/nb.md", text.as_bytes())]);
    let lines: Vec<&str> = told.lines().map(|line| line.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(lines, ["in the documents:", "prove/nb.md:1", "prove/nb.md:7", "prove/nb.md:9", "3 problems"]);
}

#[test]
fn files_that_are_no_text_are_told() {
    let check = |content: &[u8], expected: &str| {
        let told = problems(&[TOML, ("prove/nb.md", content)]);
        assert!(told.contains(expected), "{told}");
    };
    check(b"", "prove/nb.md:1: the front matter is missing");
    check(
        b"\x7fELF\x02\x01\x01\0\0\0\xff\xfe",
        "prove/nb.md:1: a sign here is not in UTF-8; save the file as text",
    );
    // Latin-1, as older programs write it; and what Windows once called Unicode.
    check(
        &SEALED
            .replace("Prøve", "Pr\u{1}ve")
            .into_bytes()
            .iter()
            .map(|b| if *b == 1 { 0xf8 } else { *b })
            .collect::<Vec<u8>>(),
        "prove/nb.md:2: a sign here is not in UTF-8",
    );
    let utf16: Vec<u8> = SEALED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&[&b"\xff\xfe"[..], &utf16].concat(), "prove/nb.md:1: a sign here is not in UTF-8");
    check(&[SEALED.as_bytes(), b"\n\0\n"].concat(), "prove/nb.md:");
}

#[test]
fn a_file_of_a_hundred_megabytes_is_refused_at_once() {
    let draft = Draft::of(&[TOML, ("prove/nb.md", b"")]);
    let grown = fs::OpenOptions::new().write(true).open(draft.path().join("prove/nb.md"));
    let grown = grown.and_then(|file| file.set_len(100_000_000));
    grown.unwrap_or_else(|error| panic!("{error}"));
    let told = told(draft.path());
    let expected = "prove/nb.md: the file has 100000000 bytes, which no document needs; divide it";
    assert!(told.contains(expected), "{told}");
}

#[test]
fn files_as_windows_writes_them_are_read() {
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    let files = [("prove/document.toml", windows(DRAFT_TOML)), ("prove/nb.md", windows(SEALED))];
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (*name, content.as_slice())).collect();
    let draft = Draft::of(&files);
    assert_eq!(
        good(&["check", text(draft.path())]),
        "prove: Prøve (nb)\n1 document in 1 edition, no problem\n"
    );
}

#[test]
fn fingerprints_are_written_once_and_only_then() {
    let unsealed = SEALED.replace("68c38c32fa5f60d3b75695d5b6c6cc9f", "");
    let draft = Draft::of(&[TOML, ("prove/nb.md", unsealed.as_bytes())]);
    let file = draft.path().join("prove/nb.md");
    let told = good(&["fingerprint", text(draft.path())]);
    let expected = format!("{}: fingerprint = \"68c38c32fa5f60d3b75695d5b6c6cc9f\"\n", file.display());
    assert_eq!(told, expected);
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), SEALED);
    assert_eq!(good(&["fingerprint", text(draft.path())]), "every edition states its fingerprint\n");
    assert_eq!(
        good(&["check", text(draft.path())]),
        "prove: Prøve (nb)\n1 document in 1 edition, no problem\n"
    );
}
