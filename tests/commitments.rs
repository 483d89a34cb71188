//! The list of commitments: its orders and groups, and the files it is taken along in.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use strategy_reader::commitments::{
    Column, Format, Grouping, List, Listing, Row, file, group_name, groups, rows,
};
use strategy_reader::corpus::Corpus;
use strategy_reader::filter::{Facet, Index, Selection, Tally};
use strategy_reader::model::Lang;
use support::{DRAFT_FRONT, DRAFT_TOML, Draft, REAL, SAMPLE, fixture};

fn listed<'a>(corpus: &'a Corpus, lang: Lang, listing: Listing, choices: &[(Facet, &str)]) -> Vec<Row<'a>> {
    let mut selection = Selection::default();
    choices.iter().for_each(|(facet, value)| selection.add(*facet, value));
    let index = Index::new(corpus);
    rows(corpus, &index, &mut Tally::new(&index, &selection), (lang, lang), listing)
}

fn sorted(sort: Column, falls: bool) -> Vec<Row<'static>> {
    listed(&REAL, Lang::Nb, Listing { sort, falls, group: Grouping::Document }, &[])
}

#[test]
fn all_are_listed_in_the_order_of_the_text_and_none_is_lost_by_sorting() {
    let count: usize = REAL.documents().iter().map(|document| document.commitments.len()).sum();
    let places = |rows: &[Row]| -> Vec<(usize, usize, u16)> {
        rows.iter().map(|row| (row.document, row.block(), row.commitment.number)).collect()
    };
    let listed_plainly = sorted(Column::Place, false);
    let years: Vec<u16> = listed_plainly.iter().map(|row| row.view.document.issued.year).collect();
    assert!(years.is_sorted_by(|a, b| a >= b), "the newest document comes first");
    let by_document = |one: &Row, other: &Row| one.document == other.document;
    assert!(listed_plainly.chunk_by(by_document).all(|rows| places(rows).is_sorted()));
    let mut plain = places(&listed_plainly);
    plain.sort_unstable();
    assert_eq!(plain.len(), count);
    for sort in Column::ALL {
        for (falls, group) in [(false, Grouping::Actor), (true, Grouping::Theme)] {
            let rows = listed(&REAL, Lang::En, Listing { sort, falls, group }, &[]);
            let mut found = places(&rows);
            found.sort_unstable();
            assert_eq!(found, plain, "{sort:?}");
        }
    }
}

#[test]
fn columns_sort_by_what_is_seen_in_them() {
    let check = |sort: Column, key: &dyn Fn(&Row) -> u32| {
        for falls in [false, true] {
            for (_, rows) in groups(&sorted(sort, falls), Grouping::Document) {
                let keys: Vec<u32> = rows.iter().map(key).collect();
                let ordered = if falls { keys.is_sorted_by(|a, b| a >= b) } else { keys.is_sorted() };
                assert!(ordered, "{sort:?} {falls}: {keys:?}");
            }
        }
    };
    check(Column::Strength, &|row| row.commitment.strength as u32);
    check(Column::Binds, &|row| row.commitment.binds as u32);
    check(Column::Place, &|row| row.commitment.block);
    // By the Norwegian alphabet; what is not said comes last.
    let actors = &REAL.vocabulary().actors;
    let rows = sorted(Column::Actor, false);
    let nss: Vec<Option<&str>> = rows
        .iter()
        .filter(|row| row.view.document.id == "nss-2025")
        .map(|row| row.commitment.actor.map(|actor| actors[usize::from(actor)].name.nb.as_str()))
        .collect();
    let named: Vec<&str> = nss.iter().flatten().copied().collect();
    assert!(named.is_sorted() && nss[named.len()..].iter().all(Option::is_none), "{nss:?}");
    assert!(named.len() < nss.len() && named.first() < named.last());
}

#[test]
fn letters_of_the_norwegian_alphabet_come_at_its_end() {
    let actor = |id: &str, name: &str| {
        format!(
            "[{id}]\nnb = {name:?}\nnn = {name:?}\nen = {name:?}\ndefinition = {{ nb = \"-\", nn = \"-\", en = \"-\" }}\n"
        )
    };
    let names = [("a", "Åpne"), ("b", "Ørne"), ("c", "Ærlige"), ("d", "zeta"), ("e", "Beta")];
    let actors: String = names.iter().map(|(id, name)| actor(id, name)).collect();
    let kinds = std::fs::read_to_string(fixture("library/vocabulary/kinds.toml")).unwrap_or_default();
    let mut text = DRAFT_FRONT.to_owned() + "\n## A {#prove-a}\n\n";
    let mut tags = "anchor\ttheme\talso\taddressed\tnames\nprove-a\t-\t-\t-\t-\n".to_owned();
    let mut sentences =
        "anchor\tn\tkind\tstrength\tbinds\tactor\tnamed\tasks\tthemes\tid\ttranslated\twords\n\
                         prove-a\t1\t-\t-\t-\t-\t-\t-\t-\t-\t-\tA\n"
            .to_owned();
    for (number, (id, _)) in names.iter().enumerate() {
        let anchor = format!("prove-a-{number}");
        text += &format!("Vi må. {{#{anchor}}}\n\n");
        tags += &format!("{anchor}\t-\t-\t-\t-\n");
        sentences +=
            &format!("{anchor}\t1\tcommitment\tmust\tstate\t{id}\tVi\t-\t-\t{anchor}-f1\t-\tVi må.\n");
    }
    let draft = Draft::of(&[
        ("vocabulary/actors.toml", actors.as_bytes()),
        ("vocabulary/kinds.toml", kinds.as_bytes()),
        ("vocabulary/themes.toml", b""),
        ("vocabulary/names.toml", b""),
        ("prove/document.toml", DRAFT_TOML.as_bytes()),
        ("prove/nb.md", text.as_bytes()),
        ("prove/tags.tsv", tags.as_bytes()),
        ("prove/sentences.tsv", sentences.as_bytes()),
    ]);
    let corpus = Corpus::new(draft.seal());
    let rows = listed(&corpus, Lang::Nb, Listing { sort: Column::Actor, ..Listing::default() }, &[]);
    let actors = &corpus.vocabulary().actors;
    let names: Vec<&str> = rows
        .iter()
        .filter_map(|row| Some(actors[usize::from(row.commitment.actor?)].name.nb.as_str()))
        .collect();
    assert_eq!(names, ["Beta", "zeta", "Ærlige", "Ørne", "Åpne"]);
}

#[test]
fn a_group_has_what_its_name_says() {
    for group in Grouping::ALL {
        let rows = listed(&REAL, Lang::Nb, Listing { group, ..Listing::default() }, &[]);
        let groups = groups(&rows, group);
        let mut names: Vec<&str> =
            groups.iter().map(|(_, rows)| group_name(&REAL, &rows[0], group, Lang::Nb)).collect();
        assert_eq!(groups.iter().map(|(_, rows)| rows.len()).sum::<usize>(), rows.len());
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), groups.len(), "a group twice: {group:?}");
    }
    let rows = listed(&REAL, Lang::En, Listing { group: Grouping::Actor, ..Listing::default() }, &[]);
    let last = groups(&rows, Grouping::Actor).pop().map(|(place, rows)| (place, rows[0]));
    let Some((None, row)) = last else { panic!("those that name nobody do not come last") };
    assert_eq!(group_name(&REAL, &row, Grouping::Actor, Lang::En), "not named");
}

fn written(corpus: &Corpus, lang: Lang, format: Format) -> String {
    let rows = listed(corpus, lang, Listing::default(), &[]);
    let link = |row: &Row| Some(format!("https://example.org/{}/#{}", row.view.document.id, row.anchor()));
    let list = List { corpus, rows: &rows, group: Grouping::Document, lang, chosen: "", link: &link };
    file(&list, format)
}

#[test]
fn a_table_is_read_back_by_any_spreadsheet() {
    for (lang, delimiter) in [(Lang::Nb, b';'), (Lang::Nn, b';'), (Lang::En, b',')] {
        let text = written(&REAL, lang, Format::Csv);
        let Some(content) = text.strip_prefix('\u{feff}') else { panic!("no byte order mark") };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(content.as_bytes());
        let rows = listed(&REAL, lang, Listing::default(), &[]);
        let records: Vec<csv::StringRecord> = reader.records().filter_map(Result::ok).collect();
        assert_eq!(records.len(), rows.len());
        for (record, row) in records.iter().zip(&rows) {
            let (_, words) = row.view.commitment_words(row.commitment);
            assert_eq!((record.get(0), record.get(6)), (Some(row.anchor().as_str()), Some(words)));
        }
    }
    let nb = written(&SAMPLE, Lang::Nb, Format::Csv);
    let second = "\"alfa-forste-3-f1\";\"Prøvestrategi for <A & B>\";\"29. februar 2024\";\"Første kapittel\";\"nb\";\
                  \"Regjeringen vil:\";\"Gjøre mer.\";\"skal\";\"staten\";\"Staten\";\"Regjeringen\";\"Andre\";\
                  \"Mer, Mindre\";\"https://example.org/alfa-2024/#alfa-forste-3-f1\"";
    assert_eq!(nb.split("\r\n").nth(1), Some(second));
    assert!(nb.ends_with("\r\n"));
}

#[test]
fn no_cell_begins_to_calculate() {
    let title = |title: &str| {
        let mut library = sample_library();
        library.documents[0].editions[0].title = title.to_owned();
        let text = written(&Corpus::new(library), Lang::Nb, Format::Csv);
        text.split("\r\n").nth(1).and_then(|row| row.split(';').nth(1)).unwrap_or_default().to_owned()
    };
    for bad in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "  =1", "＝1", "\r=1", "=cmd|' /C calc'!A0"] {
        assert_eq!(title(bad), format!("\"'{bad}\""));
    }
    assert_eq!(title("A =1"), "\"A =1\"");
    assert_eq!(title("– strek"), "\"– strek\"");
    assert_eq!(title("say \"=1\""), "\"say \"\"=1\"\"\"");
}

fn sample_library() -> strategy_reader::model::Library {
    support::compiled(&fixture("library"))
}

#[test]
fn programs_read_ids_and_people_read_words() {
    let text = written(&REAL, Lang::Nb, Format::Json);
    let parsed: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
    let rows = listed(&REAL, Lang::Nb, Listing::default(), &[]);
    let objects = parsed.as_array().map(Vec::as_slice).unwrap_or_default();
    assert_eq!(objects.len(), rows.len());
    for (object, row) in objects.iter().zip(&rows) {
        assert_eq!(object["anchor"], row.anchor().as_str());
        assert_eq!(object["words"], row.view.commitment_words(row.commitment).1);
        assert_eq!(object["strength"], row.commitment.strength.word());
        assert_eq!(object.get("actor").is_some(), row.commitment.actor.is_some());
        assert_eq!(object["themes"].as_array().map_or(0, Vec::len), row.themes().len());
    }
    let mut library = sample_library();
    library.documents[0].editions[0].title = "a\"b\\c\u{1}\nd".to_owned();
    let odd: serde_json::Value =
        serde_json::from_str(&written(&Corpus::new(library), Lang::Nb, Format::Json)).unwrap_or_default();
    assert_eq!(odd[0]["document"], "alfa-2024");
    assert_eq!(written(&Corpus::new(Default::default()), Lang::Nb, Format::Json), "[\n]\n");
}

#[test]
fn notes_have_the_groups_and_no_signs_that_mean_something() {
    let text = written(&SAMPLE, Lang::Nb, Format::Markdown);
    let expected = "# Forpliktelser\n\n2 forpliktelser\n\n## Prøvestrategi for \\<A \\& B\\>\n\n\
        - Regjeringen vil: Gjøre mer. (skal; Staten; [Prøvestrategi for \\<A \\& B\\>, Første kapittel]\
        (<https://example.org/alfa-2024/#alfa-forste-3-f1>))\n\
        - Regjeringen vil: gjøre mindre (må; ikke nevnt; [Prøvestrategi for \\<A \\& B\\>, Første kapittel]\
        (<https://example.org/alfa-2024/#alfa-forste-4-f1>))\n";
    assert_eq!(text, expected);
    let rows = listed(&SAMPLE, Lang::Nb, Listing::default(), &[]);
    let list = List {
        corpus: &SAMPLE,
        rows: &rows[..1],
        group: Grouping::Theme,
        lang: Lang::Nb,
        chosen: "Tema: [Mer](x)",
        link: &|_| None,
    };
    let text = file(&list, Format::Markdown);
    assert!(text.contains("\n\nTema: \\[Mer\\](x)\n\n## Mer\n\n- ") && !text.contains("[Mer]"), "{text}");
}
