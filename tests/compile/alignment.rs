//! Splits, joins and gaps: what a translation may declare, and what it is told when it does not.

use crate::expect;
use crate::support::{DRAFT_FRONT, DRAFT_TOML, Draft, PARTED, edition};
use strategy_reader::model::Lang;

#[test]
fn departures_are_those_that_the_translation_declares() {
    let gamma = edition(&PARTED, "gamma-2022", Lang::En);
    let departures = gamma.edition.departures.iter().map(|one| {
        let reason = one.reason.as_ref().map_or("", |reason| reason.en.as_str());
        ((one.original.start, one.original.end), (one.own.start, one.own.end), reason)
    });
    let shortened = "The part has been shortened.";
    let expected = [
        ((1, 2), (1, 3), ""),
        ((2, 4), (3, 4), ""),
        ((8, 9), (8, 8), "The item concerns Norwegian readers only."),
        ((10, 11), (9, 9), shortened),
        ((11, 12), (9, 9), shortened),
        ((14, 14), (11, 12), "Explains what is Norwegian."),
    ];
    assert_eq!(departures.collect::<Vec<_>>(), expected);
    assert!(edition(&PARTED, "gamma-2022", Lang::Nb).edition.departures.is_empty());
}

#[test]
fn a_commitment_is_followed_through_a_split_a_join_and_a_gap() {
    let told = |lang: Lang| {
        let gamma = edition(&PARTED, "gamma-2022", lang);
        let words = gamma.document.commitments.iter().map(|commitment| {
            let pieces = gamma.words_of(commitment).into_iter();
            let pieces = pieces.map(|(block, range)| {
                let block = gamma.block(block);
                format!("{}: {}", block.anchor, &block.text.plain[range])
            });
            pieces.collect::<Vec<_>>().join(" ")
        });
        words.collect::<Vec<_>>()
    };
    let nb = [
        "gamma-delt-1: Regjeringen skal dele det.",
        "gamma-delt-3: Regjeringen må samle dem.",
        "gamma-original-1: Regjeringen bør oversette dette.",
    ];
    assert_eq!(told(Lang::Nb), nb);
    let en =
        ["gamma-delt-1b: The Government will split it.", "gamma-delt-2: The Government must join them.", ""];
    assert_eq!(told(Lang::En), en);
}

/// A sentence of the original that two sentences of the translation say, one at the end of a block and one at the
/// beginning of the block that goes on with it.
#[test]
fn words_may_reach_over_a_split() {
    let tables = [
        ("tags.tsv", "anchor\ttheme\talso\taddressed\tnames\nprove-1\t-\t-\t-\t-\n"),
        (
            "sentences.tsv",
            "anchor\tn\tkind\tstrength\tbinds\tactor\tnamed\tasks\tthemes\tid\ttranslated\twords\n\
             prove-1\t1\tcommitment\tshall\tstate\t-\t-\t-\t-\tprove-1-f1\t2-3\tVi skal det, og det.\n",
        ),
    ];
    let english = "Well. We shall do this. {#prove-1}\n\nAnd that. {#prove-1b continues=prove-1}\n\nSo. {#prove-1c continues=prove-1}\n";
    let kinds = "[commitment]\nnb='a'\nnn='a'\nen='a'\ndefinition={nb='a',nn='a',en='a'}\n";
    let kinds: String = ["commitment", "assessment", "principle", "fact"]
        .map(|kind| kinds.replace("commitment", kind))
        .concat();
    let mut files = vec![("vocabulary/kinds.toml".to_owned(), kinds)];
    files.extend(tables.map(|(name, text)| (format!("prove/{name}"), text.to_owned())));
    files.extend(documents("Vi skal det, og det. {#prove-1}\n", english, ""));
    let corpus = strategy_reader::corpus::Corpus::new(written(&files).seal());
    let view = edition(&corpus, "prove", Lang::En);
    let [commitment] = &view.document.commitments[..] else { panic!("one commitment") };
    assert_eq!(view.words_of(commitment), [(0, 6..23), (1, 0..9)]);
}

/// The files of a document with an English translation.
fn documents(original: &str, translation: &str, front: &str) -> [(String, String); 3] {
    let head = "+++\ntitle = \"Sample\"\nstatus = \"official\"\nfingerprint = \"unsealed\"\n";
    [
        ("prove/document.toml".to_owned(), DRAFT_TOML.to_owned()),
        ("prove/nb.md".to_owned(), format!("{DRAFT_FRONT}{original}")),
        ("prove/en.md".to_owned(), format!("{head}{front}+++\n{translation}")),
    ]
}

fn written(files: &[(String, String)]) -> Draft {
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    Draft::of(&files)
}

const ORIGINAL: &str = "## Del {#prove-d}\n\nEn. {#prove-1}\n\nTo. {#prove-2}\n\nTre. {#prove-3}\n";

/// A translation of `ORIGINAL`; its first block stands on line 6.
#[track_caller]
fn check(translation: &str, expected: &[&str]) {
    check_with("", translation, expected);
}

#[track_caller]
fn check_with(front: &str, translation: &str, expected: &[&str]) {
    let draft = written(&documents(ORIGINAL, &format!("## Part {{#prove-d}}\n\n{translation}"), front));
    expect(translation, &draft, expected);
}

fn gap(anchor: &str) -> String {
    format!("[gaps]\n{anchor} = {{ nb = \"a\", nn = \"b\", en = \"c\" }}\n")
}

const ONE: &str = "One. {#prove-1}\n\n";
const TWO: &str = "Two. {#prove-2}\n\n";
const THREE: &str = "Three. {#prove-3}\n";

#[test]
fn what_is_declared_is_no_fault() {
    check(&format!("{ONE}{TWO}{THREE}"), &[]);
    check(&format!("{ONE}More. {{#prove-1b continues=prove-1}}\n\n{TWO}{THREE}"), &[]);
    check(&format!("One, two. {{#prove-1 joins=prove-2}}\n\n{THREE}"), &[]);
    check("One, two, three. {#prove-1 joins=prove-2,prove-3}\n", &[]);
    // Two blocks parted at another place.
    check(
        &format!("One, two. {{#prove-1 joins=prove-2}}\n\nTwo. {{#prove-1b continues=prove-2}}\n\n{THREE}"),
        &[],
    );
    check_with(&gap("prove-2"), &format!("{ONE}{THREE}"), &[]);
    check_with(&gap("prove-3"), &format!("{ONE}{TWO}"), &[]);
    check_with(&gap("prove-4"), &format!("{ONE}{TWO}Added. {{#prove-4}}\n\n{THREE}"), &[]);
}

#[test]
fn what_is_not_declared_is_a_fault() {
    let told = |line: &str, what: &str| {
        format!(
            "prove/en.md{line}: {what}; a translation has the blocks and sections of the original in the same order, \
             or declares a split, a join or a gap"
        )
    };
    let split = told(":10", "`prove-1b` stands where the original has `prove-2`");
    check(&format!("{ONE}More. {{#prove-1b}}\n\n{TWO}{THREE}"), &[&split]);
    let join = told(":10", "`prove-3` stands where the original has `prove-2`");
    check(&format!("One, two. {{#prove-1}}\n\n{THREE}"), &[&join]);
    let missing = told("", "the block `prove-3` is missing at the end");
    check(&format!("{ONE}{TWO}"), &[&missing]);
    let added = told(":14", "`prove-4` has no block in the original");
    check(&format!("{ONE}{TWO}{THREE}\nFour. {{#prove-4}}\n"), &[&added]);
}

#[test]
fn a_split_goes_on_with_the_block_above() {
    let told = |line: usize, anchor: &str| {
        format!(
            "prove/en.md:{line}: `{anchor}` goes on with no block above it; `continues` names the one directly above, \
             of the same kind, and the anchor is none of the original's"
        )
    };
    let more = "More. {#prove-1b continues=prove-1}\n\n";
    check(&format!("{ONE}{TWO}{more}{THREE}"), &[&told(12, "prove-1b")]);
    check(&format!("{more}{ONE}{TWO}{THREE}"), &[&told(8, "prove-1b")]);
    check(&format!("{ONE}More. {{#prove-1b continues=prove-9}}\n\n{TWO}{THREE}"), &[&told(10, "prove-1b")]);
    check(&format!("{ONE}Two. {{#prove-2 continues=prove-1}}\n\n{THREE}"), &[&told(10, "prove-2")]);
    let lede = "More. {#prove-1b .lede continues=prove-1}\n\n";
    check(&format!("{ONE}{lede}{TWO}{THREE}"), &[&told(10, "prove-1b")]);
}

#[test]
fn a_join_takes_the_blocks_that_follow() {
    let told = |line: usize, anchor: &str| {
        format!(
            "prove/en.md:{line}: `{anchor}` cannot be joined here; `joins` names the blocks that follow in the \
             original, in order, no heading and no footnote"
        )
    };
    check(&format!("One. {{#prove-1 joins=prove-3}}\n\n{TWO}"), &[&told(8, "prove-3")]);
    check("One. {#prove-1 joins=prove-3,prove-2}\n", &[&told(8, "prove-3")]);
    check("One. {#prove-1 joins=prove-2,prove-3,prove-4}\n", &[&told(8, "prove-4")]);
    check("One. {#prove-1 joins=}\n", &[&told(8, "")]);
    check(&format!("{ONE}Two. {{#prove-2 joins=prove-1}}\n\n{THREE}"), &[&told(10, "prove-1")]);
}

#[test]
fn a_gap_is_in_one_of_the_editions() {
    let told = |anchor: &str| {
        format!(
            "prove/en.md:6: `{anchor}` is no gap; name a block that stands in one of the two editions only"
        )
    };
    check_with(&gap("prove-2"), &format!("{ONE}{TWO}{THREE}"), &[&told("prove-2")]);
    check_with(&gap("prove-9"), &format!("{ONE}{TWO}{THREE}"), &[&told("prove-9")]);
    let unread = "prove/en.md:6: missing field `nn`";
    check_with("[gaps]\nprove-2 = { nb = \"a\", en = \"c\" }\n", &format!("{ONE}{THREE}"), &[unread]);
}

#[test]
fn headings_footnotes_and_originals_depart_from_nothing() {
    let not_here = |line: usize, key: &str| {
        format!("prove/nb.md:{line}: `{key}` does not belong on this block; see the keys in data/README.md")
    };
    let original = |text: &str, expected: &[&str]| {
        expect(text, &written(&documents(text, &text.replace(" continues=prove-1", ""), "")[..2]), expected);
    };
    original("En. {#prove-1}\n\nTo. {#prove-2 continues=prove-1}\n", &[&not_here(9, "continues")]);
    original("En. {#prove-1 joins=prove-2}\n\nTo. {#prove-2}\n", &[&not_here(7, "joins")]);
    let front =
        DRAFT_FRONT.replace("+++\n\n", "[gaps]\nprove-1 = { nb = \"a\", nn = \"b\", en = \"c\" }\n+++\n\n");
    let files = [
        ("prove/document.toml".to_owned(), DRAFT_TOML.to_owned()),
        ("prove/nb.md".to_owned(), format!("{front}Ord. {{#prove-1}}\n")),
    ];
    expect("gaps", &written(&files), &["prove/nb.md:6: an original has no gaps; take `gaps` out"]);
    let heading = "## Part {#prove-e continues=prove-d}\n\n";
    let draft =
        written(&documents(ORIGINAL, &format!("## Part {{#prove-d}}\n\n{heading}{ONE}{TWO}{THREE}"), ""));
    let lines = draft.report();
    let expected = not_here(8, "continues").replace("nb.md", "en.md");
    assert!(lines.contains(&expected), "{lines:?}");
}

#[test]
fn sections_reach_over_the_same_blocks_apart_from_gaps() {
    let original =
        "## A {#prove-a}\n\nEn. {#prove-1}\n\n### B {#prove-b}\n\nTo. {#prove-2}\n\n---\n\nTre. {#prove-3}\n";
    let told = |translation: &str, gaps: &[&str]| {
        let front: String = gaps.iter().map(|anchor| gap(anchor).replace("[gaps]\n", "")).collect();
        let front = if gaps.is_empty() { front } else { format!("[gaps]\n{front}") };
        written(&documents(original, translation, &front)).report()
    };
    let (a, b) = ("## A {#prove-a}\n\nOne. {#prove-1}\n\n", "### B {#prove-b}\n\nTwo. {#prove-2}\n\n");
    let three = "Three. {#prove-3}\n";
    assert_eq!(told(&format!("{a}{b}---\n\n{three}"), &[]), [""; 0]);
    let reach = "the section of `prove-b` reaches from `prove-b` to `prove-3`, in the original from `prove-b` to `prove-2`";
    let lines = told(&format!("{a}{b}{three}"), &[]);
    assert!(lines.len() == 1 && lines[0].starts_with(&format!("prove/en.md:10: {reach}")), "{lines:?}");
    // The heading is left out with its section, or the last block of a section alone.
    assert_eq!(told(&format!("{a}{three}"), &["prove-b", "prove-2"]), [""; 0]);
    assert_eq!(told(&format!("{a}### B {{#prove-b}}\n\n---\n\n{three}"), &["prove-2"]), [""; 0]);
}
