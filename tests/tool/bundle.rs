//! `bundle`: a stranger's document becomes a file that a reader opens.

use crate::support::{fixture, root};
use crate::{bad, example, good, run_in, text};
use std::fs;
use std::path::{Path, PathBuf};
use strategy_reader::archive;
use strategy_reader::compile;
use strategy_reader::corpus::Corpus;
use strategy_reader::model::{Kind, Lang, Library};
use tempfile::TempDir;

fn temporary() -> TempDir {
    tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn opened(file: &Path) -> Library {
    let bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    archive::decode(&bytes).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The files of a folder by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The sixth document, of a stranger: written in Markdown and TOML, checked, packed and read, all without Rust.
#[test]
fn a_document_that_is_not_ours_is_packed_and_read() {
    let folder = temporary();
    let file = folder.path().join("eksempelvik.srdr");
    let told = good(&["bundle", text(&example()), "-o", text(&file)]);
    let size = fs::metadata(&file).map(|metadata| metadata.len()).unwrap_or_default();
    let expected = format!(
        "eksempelvik-2025: Trygg i Eksempelvik (oppdiktet eksempel) (nb, en)\n\
         1 document in 2 editions, {size} bytes in {}\n",
        file.display()
    );
    assert_eq!(told, expected);
    assert_eq!(names(folder.path()), ["eksempelvik.srdr"]);

    let corpus = Corpus::new(opened(&file));
    let view = corpus.edition("eksempelvik-2025", Lang::En);
    let view = view.unwrap_or_else(|| panic!("there is no English edition"));
    assert_eq!(view.document.publisher.en, "Municipality of Eksempelvik (fictitious)");
    let item = view.block_at("vik-tiltak-3").map(|place| (view.block(place).kind, view.ordinal(place)));
    assert_eq!(
        item.map(|(kind, ordinal)| (kind, ordinal.map(|ordinal| ordinal.label()))),
        Some((Kind::ListItem, Some("1.2".to_owned())))
    );
    assert_eq!(
        view.children(None).map(|section| view.number(section)).collect::<Vec<_>>(),
        ["1", "2", "3", "4"]
    );
}

#[test]
fn several_documents_or_one_are_packed_alike() {
    let folder = temporary();
    let check = |documents: &Path| {
        let file = folder.path().join("x.srdr");
        good(&["bundle", "--output", text(&file), text(documents)]);
        let compiled = compile::compile(documents).unwrap_or_else(|problems| panic!("{problems}"));
        assert!(opened(&file) == compiled, "{} is packed otherwise", documents.display());
    };
    check(&root().join("data"));
    check(&fixture("library"));
    check(&example().join("eksempelvik-2025"));
}

#[test]
fn the_same_documents_give_the_same_bundle() {
    let folder = temporary();
    let bundle = |name: &str| {
        let file = folder.path().join(name);
        good(&["bundle", "data", "-o", text(&file)]);
        fs::read(file).unwrap_or_default()
    };
    assert_eq!(bundle("one"), bundle("two"));
}

#[test]
fn a_bundle_is_replaced_and_any_other_file_is_left_alone() {
    let folder = temporary();
    let file = folder.path().join("x.srdr");
    let documents = example();
    let bundle = ["bundle", text(&documents), "-o", text(&file)];
    good(&bundle);
    good(&bundle);
    fs::write(&file, "my notes").unwrap_or_else(|error| panic!("{error}"));
    let spared = "the file is there and is no bundle; give another name, or take it away";
    assert_eq!(bad(1, &bundle), format!("{}: {spared}", file.display()));
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), "my notes");
}

#[test]
fn a_file_that_cannot_be_written_is_told_and_nothing_is_left() {
    let folder = temporary();
    let check = |file: PathBuf, why: &str| {
        let told = bad(1, &["bundle", text(&example()), "-o", text(&file)]);
        assert!(told.starts_with(&format!("{}: cannot be written ({why}", file.display())), "{told}");
        assert!(told.ends_with("; give a file in a folder that exists and is open to you"), "{told}");
    };
    check(folder.path().to_owned(), "it is a folder");
    check(folder.path().join("no/x.srdr"), "No such file");
    check(PathBuf::from("/proc/x.srdr"), "");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn documents_with_problems_give_no_bundle() {
    let folder = temporary();
    let file = folder.path().join("x.srdr");
    let told = bad(1, &["bundle", "tests/fixtures/faults", "-o", text(&file)]);
    assert!(told.starts_with("in the documents:\n") && told.ends_with(" problems"), "{told}");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn a_bundle_in_the_folder_one_stands_in_needs_no_path() {
    let folder = temporary();
    let run = run_in(folder.path(), &["bundle", text(&example()), "-o", "x.srdr"]);
    assert_eq!((run.code, run.error.as_str()), (Some(0), ""));
    assert_eq!(opened(&folder.path().join("x.srdr")).documents.len(), 1);
}
