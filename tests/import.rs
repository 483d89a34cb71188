//! What `import` makes of texts: nothing is lost, every repair is listed, and the draft is a document but for its facts.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use proptest::prelude::*;
use std::fs;
use strategy_reader::import::{self, Lexicon, Request};
use strategy_reader::mends;
use strategy_reader::model::{Kind, Lang, Library};
use support::{DRAFT_TOML, Draft, REAL, cases, root};

#[track_caller]
fn drafted(source: &str, lang: Option<Lang>) -> import::Draft {
    let known = |lang| Lexicon::of(REAL.documents().iter(), lang);
    let draft = import::draft(source, Request { id: "prove", lang, known: &known });
    draft.unwrap_or_else(|error| panic!("{error}"))
}

/// Kind and words of each block, in Norwegian.
#[track_caller]
fn check(source: &str, expected: &[(Kind, &str)]) {
    let draft = drafted(source, Some(Lang::Nb));
    let found: Vec<(Kind, &str)> =
        draft.blocks.iter().map(|block| (block.kind, block.text.as_str())).collect();
    assert_eq!(found, expected, "{source}");
}

/// The files of a draft once somebody has filled in its facts, compiled.
fn completed(draft: &import::Draft) -> (Vec<String>, Option<Library>) {
    let lang = draft.lang.code();
    let toml = DRAFT_TOML.replace("original = \"nb\"", &format!("original = \"{lang}\""));
    let name = format!("{lang}.md");
    let edition =
        draft.files.iter().find(|(file, _)| *file == name).map(|(_, text)| text.as_str()).unwrap_or_default();
    let title = edition.lines().nth(1).unwrap_or_default();
    let edition = edition.replacen(title, "title = \"Prøve\"", 1).replacen(
        "fingerprint = \"\"",
        "fingerprint = \"unsealed\"",
        1,
    );
    let path = format!("prove/{name}");
    let files = Draft::of(&[("prove/document.toml", toml.as_bytes()), (&path, edition.as_bytes())]);
    let report = files.report();
    let library = report.is_empty().then(|| files.seal());
    (report, library)
}

/// The compiled draft has the words and kinds that were drafted.
#[track_caller]
fn check_complete(draft: &import::Draft) {
    let (report, library) = completed(draft);
    assert_eq!(report, [""; 0]);
    let blocks = library.iter().flat_map(|library| &library.documents[0].original().blocks);
    let blocks: Vec<(Kind, &str, &str)> =
        blocks.map(|block| (block.kind, block.anchor.as_str(), block.text.plain.as_str())).collect();
    let expected: Vec<(Kind, &str, &str)> =
        draft.blocks.iter().map(|block| (block.kind, block.anchor.as_str(), block.text.as_str())).collect();
    assert_eq!(blocks, expected);
}

#[test]
fn lines_become_paragraphs_and_headings_stand_out() {
    let source = "Innledning\n\nDette er en lang linje som fortsetter i den neste linjen, og som er bred\nnok til at et avsnitt kan kjennes igjen på den. Slik er det.\n\nMål\nDette er enda en lang linje som fortsetter i den neste linjen, og som er\nbred nok. Slik er det også her.\n";
    check(
        source,
        &[
            (Kind::Heading, "Innledning"),
            (
                Kind::Paragraph,
                "Dette er en lang linje som fortsetter i den neste linjen, og som er bred nok til at et avsnitt kan kjennes igjen på den. Slik er det.",
            ),
            (Kind::Heading, "Mål"),
            (
                Kind::Paragraph,
                "Dette er enda en lang linje som fortsetter i den neste linjen, og som er bred nok. Slik er det også her.",
            ),
        ],
    );
}

#[test]
fn lists_follow_what_leads_to_them() {
    let items = [
        (Kind::LeadIn, "Vi vil:"),
        (Kind::ListItem, "øve mer"),
        (Kind::ListItem, "lære mer"),
        (Kind::Paragraph, "Det er alt."),
    ];
    check("Vi vil:\n\n• øve mer\n• lære mer\n\nDet er alt.\n", &items);
    check("Vi vil:\n\n- øve mer\n\n- lære mer\n\nDet er alt.\n", &items);
    check("Vi vil:\n\n\t øve mer\n\t lære mer\n\nDet er alt.\n", &items);
    check("Vi vil:\n\nøve mer\n\nlære mer\n\nDet er alt.\n", &items);
    // A dash alone begins no list.
    check(
        "Det er sagt.\n\n– Ja, sa han.\n\nSlik var det.\n",
        &[
            (Kind::Paragraph, "Det er sagt."),
            (Kind::Paragraph, "– Ja, sa han."),
            (Kind::Paragraph, "Slik var det."),
        ],
    );
}

#[test]
fn footnotes_find_their_marks() {
    let draft = drafted("Det er sårbarheter1 i alt dette.\n\n1  Jfr. meldingen.\n", Some(Lang::Nb));
    let kinds: Vec<Kind> = draft.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [Kind::Paragraph, Kind::Footnote]);
    let edition = &draft.files[1].1;
    assert!(
        edition.contains("sårbarheter[^1] i alt")
            && edition.contains("[^1]: Jfr. meldingen. {#prove-note-1}"),
        "{edition}"
    );
    check_complete(&draft);
    // A number that no word bears is no footnote.
    check(
        "Det er alt.\n\n1 hund kom.\n",
        &[(Kind::Paragraph, "Det er alt."), (Kind::Paragraph, "1 hund kom.")],
    );
}

#[test]
fn pages_part_nothing_that_belongs_together() {
    check(
        "Dette er en setning som\n\n17\n\ngår videre på neste side.\n",
        &[(Kind::Paragraph, "Dette er en setning som går videre på neste side.")],
    );
    check(
        "Dette er sikkerhets-\n\n17\n\n\u{c}politikk for alle.\n",
        &[(Kind::Paragraph, "Dette er sikkerhetspolitikk for alle.")],
    );
}

#[test]
fn every_repair_is_listed_and_uncertain_ones_say_so() {
    let source = "Et tettere sam-\narbeid om sikkerhets tiltak med Nato-\npartnere, offffentlig sagt, en ﬁn\u{ad}t sak.\n\n6\n";
    let draft = drafted(source, Some(Lang::Nb));
    let told: Vec<String> = draft
        .mends
        .iter()
        .map(|mend| {
            format!("{} {} {} -> {} {}", mend.line, mend.class, mend.before, mend.after, mend.note)
                .replace('\n', "⏎")
        })
        .collect();
    assert_eq!(
        told,
        [
            "1 line-end sam-⏎arbeid -> samarbeid ",
            "2 false-space sikkerhets tiltak -> sikkerhetstiltak ",
            "2 line-end Nato-⏎partnere -> Nato-partnere the hyphen belongs to the word",
            "3 ligature offffentlig -> offentlig ",
            "3 ligature ﬁn\u{ad}t -> fint U+00AD",
            "5 noise 6 ->  page number",
        ]
    );
    assert_eq!(
        draft.blocks[0].text,
        "Et tettere samarbeid om sikkerhetstiltak med Nato-partnere, offentlig sagt, en fint sak."
    );
    let listed = draft
        .files
        .iter()
        .find(|(name, _)| name == "mends.tsv")
        .map(|(_, text)| text.as_str())
        .unwrap_or_default();
    assert_eq!(mends::read(listed).as_deref(), Ok(&draft.mends[..]));
}

#[test]
fn the_language_is_guessed() {
    let guess = |source: &str| drafted(source, None).lang;
    assert_eq!(guess("Vi er ikke alene, og vi vet hva vi vil."), Lang::Nb);
    assert_eq!(guess("Vi er ikkje aleine, og vi veit kva vi vil frå no av."), Lang::Nn);
    assert_eq!(guess("We are not alone, and we know what we want."), Lang::En);
    assert_eq!(guess("Tall: 123."), Lang::Nb);
}

#[test]
fn signs_of_markdown_stay_signs() {
    let source = "# Ikke en tittel, sa de.\n\n2016. Året da *alt* _ble_ [nytt] & <bedre> `her` \\ der.\n\n+ 1 er 2.\n\n> Sitat.\n\n~~~\n\n=== A.\n\n: B.\n\n| C.\n";
    check_complete(&drafted(source, Some(Lang::Nb)));
}

#[test]
fn a_text_without_words_is_refused() {
    let known = |_| Lexicon::default();
    for source in ["", " \n\n", "17\n", "* * *\n"] {
        let draft = import::draft(source, Request { id: "prove", lang: None, known: &known });
        assert_eq!(draft.err(), Some(import::Error::NoWords), "{source:?}");
    }
}

/// Each source becomes a document that has nothing wrong but the facts that nobody knows yet.
#[test]
fn the_drafts_of_the_five_sources_are_documents() {
    for document in REAL.documents() {
        let source = fs::read_to_string(root().join("data").join(&document.id).join("source.txt"));
        let draft = drafted(&source.unwrap_or_default(), None);
        assert_eq!(draft.lang, document.original().lang, "{}", document.id);
        check_complete(&draft);
    }
}

/// Lines as they may come: words whole and cut, signs of lists and of Markdown, numbers, signs that nobody sees.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "sikkerhet",
        "sam-",
        "arbeid",
        "Norge",
        "Nato-",
        "og",
        "i",
        "sikkerhets",
        "tiltak",
        "offffentlig",
        "ﬁn",
        "1",
        "17",
        "2016.",
        "1)",
        "•",
        "-",
        "–",
        "*",
        "_",
        "#",
        "##",
        "+",
        "+++",
        "---",
        "===",
        ">",
        "`",
        "[1]:",
        "{#x",
        "}",
        "{#prove-1}",
        "\\",
        "&amp;",
        "<b>",
        "~",
        "|",
        ":",
        "ord1",
        "ord.",
        "Vil:",
        "Foto:",
        "Side",
        "a\u{ad}b",
        "\u{200b}",
        "\u{feff}",
        "\u{1}",
        "æøå",
        "Å",
        "x/",
        "FN@2x.png",
        "31. august 2017",
        "e\u{301}",
        "“",
        "sårbarheterog",
        "aroundNOK",
        "[1]",
        "ord¹",
    ]);
    let space = prop::sample::select(vec![" ", " ", " ", "  ", "\u{a0}", "\t", ""]);
    let line = prop::collection::vec((piece, space), 0..7)
        .prop_map(|parts| parts.into_iter().flat_map(|(piece, space)| [piece, space]).collect::<String>());
    let end = prop::sample::select(vec![
        "\n", "\n", "\n", "\n\n", " \n", "\r\n", "\n \n", "\n\u{c}", "\n ", "\n\t",
    ]);
    prop::collection::vec((line, end), 0..12)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect())
}

proptest! {
    #![proptest_config(cases(150))]

    /// The promise of `import`: whatever the text, the listed repairs lead from it to the draft, and the draft can be read.
    #[test]
    fn nothing_is_lost_in_silence(source in text()) {
        let known = |_| Lexicon::default();
        let lang = Some(Lang::Nb);
        match import::draft(&source, Request { id: "prove", lang, known: &known }) {
            Ok(draft) => check_complete(&draft),
            Err(error) => prop_assert_eq!(error, import::Error::NoWords),
        }
    }

    #[test]
    fn no_text_makes_it_panic(source in any::<String>()) {
        let known = |_| Lexicon::default();
        let _ = import::draft(&source, Request { id: "prove", lang: None, known: &known });
    }
}
