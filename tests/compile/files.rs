//! Faults of whole files: `document.toml`, front matter, and what the editions of a document owe each other.

use crate::expect;
use crate::support::{DRAFT_FRONT, DRAFT_TOML, Draft};

const TOML: &str = "prove/document.toml";
const NB: &str = "prove/nb.md";
const EN: &str = "prove/en.md";

const TEXT: &str = "## Del {#prove-d}

Ord. {#prove-d-1}

### Underdel {#prove-u}
";

const TRANSLATION: &str = "+++
title = \"Sample\"
status = \"unofficial\"
fingerprint = \"unsealed\"

[method]
nb = \"for hånd\"
nn = \"for hand\"
en = \"by hand\"
+++

## Part {#prove-d}

Words. {#prove-d-1}

### Part below {#prove-u}
";

/// A good document in two editions with one change; the change must change something.
#[track_caller]
fn changed(file: &str, from: &str, to: &str) -> Draft {
    let mut files = vec![
        (TOML, DRAFT_TOML.to_owned()),
        (NB, format!("{DRAFT_FRONT}{TEXT}")),
        (EN, TRANSLATION.to_owned()),
    ];
    for (name, content) in &mut files {
        if *name == file {
            assert_eq!(content.matches(from).count(), 1, "`{from}` must stand in {file} once");
            *content = content.replacen(from, to, 1);
        }
    }
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, content)| (*name, content.as_bytes())).collect();
    Draft::of(&files)
}

#[track_caller]
fn check(file: &str, from: &str, to: &str, expected: &[&str]) {
    expect(&format!("{file}: `{from}` -> `{to}`"), &changed(file, from, to), expected);
}

/// Files as they are.
#[track_caller]
fn check_files(what: &str, files: &[(&str, &[u8])], expected: &[&str]) {
    expect(what, &Draft::of(files), expected);
}

fn original() -> Vec<u8> {
    format!("{DRAFT_FRONT}{TEXT}").into_bytes()
}

#[test]
fn a_good_document_has_no_fault() {
    check(NB, "Ord.", "Andre ord.", &[]);
    check(TOML, "status = \"current\"", "status = \"historical\"\ngovernment = \"Prøve\"", &[]);
    check(TOML, "year = 2024", "year = 2024\ncirca = true", &[]);
    check(TOML, "year = 2024", "date = 2024-02-29", &[]);
    check(EN, "[method]", "official = \"https://example.org/en\"\n\n[method]", &[]);
}

#[test]
fn the_facts_of_a_document_are_sound() {
    let facts = |words: &str| format!("prove/document.toml: {words}");
    for prefix in ["", "p", "Prove", "prøve", "1prove", "pro-ve", "abcdefghijklm"] {
        let words =
            format!("`{prefix}` is no prefix for anchors; use a-z and 0-9, a letter first, 2 to 12 in all");
        let files = [
            (TOML, DRAFT_TOML.replace("anchors = \"prove\"", &format!("anchors = \"{prefix}\""))),
            (NB, format!("{DRAFT_FRONT}Ord. {{#x-1}}\n")),
        ];
        let files = files.each_ref().map(|(name, content)| (*name, content.as_bytes()));
        let lacking = format!("prove/nb.md:7: `x-1` lacks the document's prefix; begin it with `{prefix}-`");
        check_files(prefix, &files, &[&facts(&words), &lacking]);
    }
    let neither = facts("[issued] has neither `date` nor `year`; write the one that is known");
    check(TOML, "year = 2024", "", &[&neither]);
    let both = facts("[issued] has both `date` and `year`; keep one");
    check(TOML, "year = 2024", "year = 2024\ndate = 2024-02-29", &[&both]);
    for date in ["2024-02-29T12:00:00", "12:00:00"] {
        let words = facts(&format!("`{date}` is no day; write it like 2025-05-08, without a time"));
        check(TOML, "year = 2024", &format!("date = {date}"), &[&words]);
    }
    let address = facts("`http://example.org` is no address; it must begin with https://");
    check(TOML, "kind =", "source = \"http://example.org\"\nkind =", &[&address]);
    let original = "the original is said to be `nn`, but there is no nn.md beside this file; add it";
    check_files(
        "no original",
        &[(TOML, DRAFT_TOML.replace("original = \"nb\"", "original = \"nn\"").as_bytes())],
        &[&facts(original)],
    );
}

#[test]
fn toml_that_cannot_be_read_is_reported_with_its_line() {
    let unknown = "prove/document.toml:3: unknown field `colour`, expected one of `anchors`, `original`, `kind`, \
                   `status`, `government`, `source`, `issued`, `publisher`, `summary`";
    check(TOML, "kind = \"report\"", "colour = \"red\"", &[unknown]);
    let lang = "prove/document.toml:2: `no` is no language here; write nb, nn or en";
    check(TOML, "original = \"nb\"", "original = \"no\"", &[lang]);
    let status = "prove/document.toml: `old` cannot stand as status; write current or historical";
    let kind = "prove/document.toml: `` cannot stand as kind; write report or web-page";
    check(TOML, "\"report\"", "\"\"", &[kind]);
    let blank = "prove/document.toml: `nn` in [summary] is empty; write it";
    check(TOML, "\"Ei prøve.\"", "\" \"", &[blank]);
    check(TOML, "status = \"current\"", "status = \"old\"", &[status]);
    let front = "prove/en.md:5: unknown field `method`, expected one of `title`, `status`, `fingerprint`";
    let front = front.replace("`method`, expected one of", "`colour`, expected one of");
    check(
        EN,
        "\n[method]",
        "colour = \"red\"\n\n[method]",
        &[&format!("{front}, `method`, `official`, `gaps`")],
    );
}

#[test]
fn files_and_folders_can_be_read_and_have_names() {
    let no_text = "prove/nb.md:2: a sign here is not in UTF-8; save the file as text in UTF-8";
    check_files("no UTF-8", &[(TOML, DRAFT_TOML.as_bytes()), (NB, b"+++\n\xff\n+++\n")], &[no_text]);
    let id = "Prøve 1: `Prøve 1` is no id; name the folder with a-z, 0-9 and single hyphens, a letter first";
    let files: [(&str, &[u8]); 2] =
        [("Prøve 1/document.toml", DRAFT_TOML.as_bytes()), ("Prøve 1/nb.md", &original())];
    check_files("id", &files, &[id]);
    let large = vec![b'x'; (8 << 20) + 1];
    let told = "prove/nb.md: the file has 8388609 bytes, which no document needs; divide it, or see what got into it";
    check_files("large", &[(TOML, DRAFT_TOML.as_bytes()), (NB, &large)], &[told]);
    let missing = Draft::of(&[]).path().join("nowhere");
    let problems = strategy_reader::compile::compile(&missing).err().unwrap_or_default();
    let report = problems.to_string();
    assert!(report.contains("nowhere: cannot be read (") && report.ends_with("\n1 problem"), "{report}");
}

#[test]
fn prefixes_belong_to_one_document() {
    let files: [(&str, &[u8]); 4] = [
        ("a/document.toml", DRAFT_TOML.as_bytes()),
        ("a/nb.md", &original()),
        ("b/document.toml", DRAFT_TOML.as_bytes()),
        ("b/nb.md", &original()),
    ];
    let taken = "b/document.toml: the prefix `prove` belongs to `a`; choose another one for `anchors`";
    check_files("prefix", &files, &[taken]);
}

#[test]
fn front_matter_says_what_the_edition_is() {
    let missing = "prove/nb.md:1: the front matter is missing; begin the file with title, status and fingerprint \
                   between two lines +++";
    let files: [(&str, &[u8]); 2] = [(TOML, DRAFT_TOML.as_bytes()), (NB, TEXT.as_bytes())];
    check_files("no front matter", &files, &[missing]);
    let original = "prove/nb.md:1: this is the original edition; write status = \"original\"";
    check(NB, "\"original\"", "\"official\"", &[original]);
    let method = "an unofficial edition says how it was made; add `method` in nb, nn and en";
    let method = format!("prove/nb.md:1: {method}");
    check(NB, "\"original\"", "\"unofficial\"", &[original, &method]);
    let other =
        "prove/en.md:1: this is not the original edition; write status = \"official\" or \"unofficial\"";
    let stray = "prove/en.md:1: `method` and `official` belong to unofficial editions only; take them out";
    check(EN, "\"unofficial\"", "\"original\"", &[other, stray]);
    check(EN, "\"unofficial\"", "\"official\"", &[stray]);
    check(
        NB,
        "status = ",
        "official = \"https://example.org\"\nstatus = ",
        &[&stray.replace("en.md", "nb.md")],
    );
}

#[test]
fn a_changed_word_stops_the_build() {
    // The beginning of the SHA-256 of the words, a line for each block.
    let actual = "fec8cb19044c471830eb579a59e87827";
    let empty = format!("prove/nb.md:1: the edition states no fingerprint; write fingerprint = \"{actual}\"");
    check(NB, "unsealed", "", &[&empty]);
    let changed = format!(
        "prove/nb.md:1: the words have changed since the edition was published; undo the change, or, if it is \
         meant, write fingerprint = \"{actual}\""
    );
    check(NB, "unsealed", "0123456789abcdef0123456789abcdef", &[&changed]);
}

#[test]
fn a_translation_has_the_blocks_of_the_original() {
    let order = "a translation has the blocks and sections of the original in the same order, or declares \
             a split, a join or a gap";
    let at = |line: usize, words: &str| format!("prove/en.md:{line}: {words}; {order}");
    let other = at(14, "`prove-x` stands where the original has `prove-d-1`");
    check(EN, "Words. {#prove-d-1}", "Words. {#prove-x}", &[&other]);
    check(
        EN,
        "Words. {#prove-d-1}\n\n",
        "",
        &[&at(14, "`prove-u` stands where the original has `prove-d-1`")],
    );
    let kind = at(14, "`prove-d-1` is a lede, in the original it is a paragraph");
    check(EN, "{#prove-d-1}", "{#prove-d-1 .lede}", &[&kind]);
    let level = at(16, "`prove-u` is a heading of level 2, in the original it is a heading of level 3");
    check(EN, "### Part below", "## Part below", &[&level]);
    let page = at(12, "`prove-d` is on page 7, in the original it has no page");
    check(EN, "{#prove-d}", "{#prove-d page=7}", &[&page]);
    let more = at(18, "`prove-u-1` has no block in the original");
    check(EN, "{#prove-u}\n", "{#prove-u}\n\nWords. {#prove-u-1}\n", &[&more]);
    let less = format!("prove/en.md: the block `prove-u` is missing at the end; {order}");
    check(EN, "\n### Part below {#prove-u}\n", "", &[&less]);
}

/// An original and a translation that differ as said; the difference stands on this line of the translation.
#[track_caller]
fn check_difference(original: &str, from: &str, to: &str, line: usize, words: &str) {
    let order = "a translation has the blocks and sections of the original in the same order, or declares \
             a split, a join or a gap";
    let original = format!("{DRAFT_FRONT}{original}");
    let translation = original.replacen(from, to, 1).replace("\"original\"", "\"official\"");
    let files = [(TOML, DRAFT_TOML.as_bytes()), (NB, original.as_bytes()), (EN, translation.as_bytes())];
    check_files(from, &files, &[&format!("prove/en.md:{line}: {words}; {order}")]);
}

#[test]
fn a_translation_has_the_sections_and_footnotes_of_the_original() {
    let sections = "## A {#prove-a}\n\n### B {#prove-b}\n\n---\n\nOrd. {#prove-c}\n";
    let words = "the section of `prove-b` reaches from `prove-b` to `prove-c`, in the original from `prove-b` to `prove-b`";
    check_difference(sections, "---\n\n", "", 9, words);
    let notes = "Ord[^1] og[^2]. {#prove-1}\n\n[^1]: En. {#prove-2}\n\n[^2]: To. {#prove-3}\n";
    let words = "`prove-2` is the footnote `[^3]`, in the original it is the footnote `[^1]`";
    check_difference(
        notes,
        "Ord[^1] og[^2]. {#prove-1}\n\n[^1]",
        "Ord[^3] og[^2]. {#prove-1}\n\n[^3]",
        9,
        words,
    );
}

#[test]
fn a_folder_without_its_facts_and_an_edition_without_words_are_told() {
    let facts =
        "prove/document.toml: the folder has an edition, but not this file; add it, as data/README.md says";
    check_files("no facts", &[(NB, &original())], &[facts]);
    let empty = "prove/nb.md:1: the edition has no text; write its blocks below the front matter";
    check_files("empty", &[(TOML, DRAFT_TOML.as_bytes()), (NB, DRAFT_FRONT.as_bytes())], &[empty]);
    let title = "prove/en.md:1: the title is empty; write the document's title in this language";
    check(EN, "\"Sample\"", "\"\"", &[title]);
}
