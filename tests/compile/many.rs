//! All problems of one run are told at once, and for every sort of fault there is a document that has it.

use crate::support::{DRAFT_FRONT, DRAFT_TOML, Draft, fixture, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use strategy_reader::compile::{Problems, compile};

fn problems(folder: &Path) -> Problems {
    compile(folder).err().unwrap_or_default()
}

/// The report with files named from the folder of the documents.
fn report(folder: &Path) -> String {
    problems(folder).to_string().replace(&format!("{}/", folder.display()), "") + "\n"
}

#[test]
fn five_faults_in_two_files_are_told_in_one_run() {
    let toml = DRAFT_TOML.replace("year = 2024", "");
    let front = DRAFT_FRONT.replace("unsealed", "0");
    let text = format!("{front}Ord. {{#prove-1}}\n\nOrd. {{#prove-1 page=0}}\n\n### Del {{#prove-2}}\n");
    let draft = Draft::of(&[("prove/document.toml", toml.as_bytes()), ("prove/nb.md", text.as_bytes())]);
    let expected = "\
prove/document.toml: [issued] has neither `date` nor `year`; write the one that is known
prove/nb.md:1: the words have changed since the edition was published; undo the change, or, if it is meant, \
write fingerprint = \"0f8c3a6f989e4c6ec8e0a7d9328935fe\"
prove/nb.md:9: `0` is no page; write its printed number, like page=17
prove/nb.md:9: `prove-1` already names the block on line 7; choose another anchor
prove/nb.md:11: the heading goes from level 1 to level 3; go down one level at a time
5 problems
";
    assert_eq!(report(draft.path()), expected);
}

/// `tests/fixtures/faults/` has nearly every fault there is; `UPDATE=1` writes the report anew.
#[test]
fn the_report_of_a_faulty_collection_is_the_one_kept() {
    let folder = fixture("faults");
    let (kept, report) = (folder.join("report.txt"), report(&folder));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&kept, &report).unwrap_or_else(|error| panic!("{error}"));
    }
    assert_eq!(report, fs::read_to_string(&kept).unwrap_or_default());
}

#[test]
fn every_sort_of_fault_has_a_document_that_has_it() {
    let source = fs::read_to_string(root().join("src/compile/fault.rs")).unwrap_or_default();
    let listed = source.split("pub enum Fault {").nth(1).and_then(|rest| rest.split("\n}").next());
    let name = |text: &str| text.trim().split(|c: char| !c.is_alphanumeric()).next().map(str::to_owned);
    let sorts: BTreeSet<String> =
        listed.unwrap_or_default().lines().filter_map(name).filter(|name| !name.is_empty()).collect();
    assert!(sorts.len() > 40, "the sorts of faults are not found in the source: {sorts:?}");

    // What git would not keep.
    let toml = ("prove/document.toml", DRAFT_TOML.as_bytes());
    let no_text = Draft::of(&[toml, ("prove/nb.md", b"\xff")]);
    let large = Draft::of(&[toml, ("prove/nb.md", &vec![b'x'; (8 << 20) + 1])]);
    let unciteable = unciteable();
    let folders = [
        fixture("faults"),
        no_text.path().to_owned(),
        large.path().to_owned(),
        root().join("nowhere"),
        unciteable.path().to_owned(),
    ];
    let told = folders.iter().flat_map(|folder| problems(folder).0);
    let told: BTreeSet<String> = told.filter_map(|problem| name(&format!("{:?}", problem.fault))).collect();
    let untold: Vec<&String> = sorts.difference(&told).collect();
    assert_eq!(untold, [""; 0], "sorts of faults without a document in tests/fixtures/faults/");
}

/// A document whose title is the number that stands for a page while references are written.
fn unciteable() -> Draft {
    let edition = format!("{DRAFT_FRONT}Ord. {{#prove-1}}\n").replace("\"Prøve\"", "\"77777\"");
    let draft =
        Draft::of(&[("prove/document.toml", DRAFT_TOML.as_bytes()), ("prove/nb.md", edition.as_bytes())]);
    draft.seal();
    draft
}

#[test]
fn a_reference_that_cannot_be_made_is_told() {
    let title =
        "a title or publisher with the number 77777 or a sign from a private area is the only known cause";
    let line = |lang| {
        format!("prove/document.toml: the reference in the style `mla` ({lang}) cannot be made; {title}\n")
    };
    let report = report(unciteable().path());
    assert!(report.contains(&line("nb")) && report.contains(&line("en")), "{report}");
}
