//! What the tests of several rooms share: the libraries they ask, and folders to write documents into.

#![allow(dead_code, reason = "each test program takes its part")]

pub mod html;

use proptest::test_runner::Config;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use strategy_reader::compile::{self, Fault, Problems};
use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::model::{Lang, Library};
use tempfile::TempDir;

/// The documents of `data/`.
pub static REAL: LazyLock<Corpus> = LazyLock::new(|| Corpus::new(compiled(&root().join("data"))));
/// The documents of `tests/fixtures/library/`: small, with everything that the format knows.
pub static SAMPLE: LazyLock<Corpus> = LazyLock::new(|| Corpus::new(compiled(&fixture("library"))));
/// The document of `tests/fixtures/parted/`, whose editions split, join and lack blocks.
pub static PARTED: LazyLock<Corpus> = LazyLock::new(|| Corpus::new(compiled(&fixture("parted"))));

/// What a draft states until it is sealed.
const UNSEALED: &str = "unsealed";

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn fixture(name: &str) -> PathBuf {
    root().join("tests/fixtures").join(name)
}

/// Without the references, which most tests do not ask for.
pub fn compiled(folder: &Path) -> Library {
    compile::read(folder).unwrap_or_else(|problems| panic!("{problems}"))
}

#[track_caller]
pub fn edition<'a>(corpus: &'a Corpus, id: &str, lang: Lang) -> EditionView<'a> {
    some(corpus.edition(id, lang), &format!("{id} in {}", lang.code()))
}

/// The place of a block that is known to be there.
#[track_caller]
pub fn place(view: EditionView, anchor: &str) -> usize {
    some(view.block_at(anchor), anchor)
}

/// The place of the section with a heading that is known to be there.
#[track_caller]
pub fn section(view: EditionView, anchor: &str) -> usize {
    some(view.section_headed_by(place(view, anchor)), anchor)
}

#[track_caller]
pub fn some<T>(value: Option<T>, what: &str) -> T {
    value.unwrap_or_else(|| panic!("there is no {what}"))
}

/// Few cases, since every commit runs them, and no files beside the sources.
pub fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

/// Documents that exist as long as the test.
pub struct Draft {
    folder: TempDir,
}

impl Draft {
    /// Writes files by their paths, such as `prove/nb.md`.
    #[track_caller]
    pub fn of(files: &[(&str, &[u8])]) -> Self {
        let draft = tempfile::tempdir().map(|folder| Draft { folder });
        let draft = draft.unwrap_or_else(|error| panic!("no folder to write into: {error}"));
        for (path, content) in files {
            let path = draft.path().join(path);
            let made = fs::create_dir_all(path.parent().unwrap_or(&path));
            let written = made.and_then(|()| fs::write(&path, content));
            written.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        }
        draft
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn compile(&self) -> Result<Library, Problems> {
        compile::read(self.path())
    }

    /// What is wrong, apart from the fingerprints that a draft does not state yet: a line for each problem, with the
    /// file named from the folder of the documents.
    pub fn report(&self) -> Vec<String> {
        let problems = self.compile().err().unwrap_or_default().0.into_iter();
        let sealed = problems.filter(
            |problem| !matches!(&problem.fault, Fault::Fingerprint { stated, .. } if stated == UNSEALED),
        );
        let folder = format!("{}/", self.path().display());
        sealed.map(|problem| problem.to_string().replace(&folder, "")).collect()
    }

    /// The library, once every edition states its fingerprint.
    #[track_caller]
    pub fn seal(&self) -> Library {
        let found = compile::fingerprints(self.path()).unwrap_or_else(|problems| panic!("{problems}"));
        for (file, fingerprint) in found {
            let sealed = fs::read_to_string(&file).map(|text| text.replacen(UNSEALED, &fingerprint, 1));
            let written = sealed.and_then(|text| fs::write(&file, text));
            written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        }
        compiled(self.path())
    }
}

/// `document.toml` of a draft with one edition in bokmål.
pub const DRAFT_TOML: &str = r#"anchors = "prove"
original = "nb"
kind = "report"
status = "current"

[issued]
year = 2024

[publisher]
nb = "Prøvedepartementet"
nn = "Prøvedepartementet"
en = "Ministry of Samples"

[summary]
nb = "En prøve."
nn = "Ei prøve."
en = "A sample."
"#;

/// The front matter of a draft's original edition; its text begins on line 7.
pub const DRAFT_FRONT: &str = "+++
title = \"Prøve\"
status = \"original\"
fingerprint = \"unsealed\"
+++

";

/// One document of one edition in bokmål with this text.
pub fn draft(text: &str) -> Draft {
    let edition = format!("{DRAFT_FRONT}{text}");
    Draft::of(&[("prove/document.toml", DRAFT_TOML.as_bytes()), ("prove/nb.md", edition.as_bytes())])
}
