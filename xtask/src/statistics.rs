//! `statistics`: how much there is of everything, counted from the documents themselves.

mod table;

use crate::data;
use anyhow::{Result, bail};
use serde_json::{Value, json};
use strategy_reader::compile::sentences;
use strategy_reader::model::{
    Binds, Commitment, Document, Lang, Library, NameSort, Statement, Strength, Tags, Vocabulary,
};
use table::Table;

pub fn run(arguments: &[String]) -> Result<()> {
    let is_json = match arguments {
        [] => false,
        [flag] if flag == "--json" => true,
        [stray, ..] => bail!("statistics takes --json, not `{stray}`"),
    };
    let library = data::library()?;
    if is_json {
        println!("{:#}", json(&library));
    } else {
        print!("{}", text(&library));
    }
    Ok(())
}

fn text(library: &Library) -> String {
    let ids = ids(library);
    let mut text: Vec<String> = tables(library).iter().map(|table| table.text(&ids)).collect();
    text.push(format!(
        "{:.1} % of the blocks with running text have no theme\n",
        100.0 * without_theme(library)
    ));
    text.join("\n")
}

fn json(library: &Library) -> Value {
    let ids = ids(library);
    let tables = tables(library);
    let mut told: serde_json::Map<String, Value> = tables.iter().map(|table| table.json(&ids)).collect();
    told.insert("share of blocks without theme".to_owned(), json!(without_theme(library)));
    Value::Object(told)
}

fn ids(library: &Library) -> Vec<&str> {
    library.documents.iter().map(|document| document.id.as_str()).collect()
}

const NO_THEME: &str = "none";
const WITH_TEXT: &str = "blocks with running text";

fn without_theme(library: &Library) -> f64 {
    themes(library).share(NO_THEME, WITH_TEXT)
}

fn tables(library: &Library) -> Vec<Table> {
    vec![
        editions(library),
        themes(library),
        addressed(library),
        sorts(library),
        names(library),
        kinds(library),
        commitments(library),
        acting(library),
    ]
}

fn editions(library: &Library) -> Table {
    let mut table = Table::new("editions");
    let each = |lang: Lang, count: fn(&str) -> usize| {
        of_each(library, |document| {
            let blocks = document.edition(lang).into_iter().flat_map(|edition| &edition.blocks);
            blocks.map(|block| count(&block.text.plain)).sum()
        })
    };
    for lang in Lang::ALL {
        let code = lang.code();
        table.row_if_any(format!("{code}: blocks"), each(lang, |_| 1));
        table.row_if_any(format!("{code}: sentences"), each(lang, |text| sentences(text).len()));
        table.row_if_any(format!("{code}: words"), each(lang, |text| text.split_whitespace().count()));
    }
    table
}

fn themes(library: &Library) -> Table {
    let mut table = Table::new("blocks by theme");
    for (place, theme) in places(&library.vocabulary.themes) {
        table.row(&theme.id, blocks(library, |tags| tags.themes.contains(&place)));
        let name = format!("{}, as the main one", theme.id);
        table.row(name, blocks(library, |tags| tags.themes.first() == Some(&place)));
    }
    table.row(NO_THEME, blocks(library, |tags| has_text(tags) && tags.themes.is_empty()));
    table.row(WITH_TEXT, blocks(library, has_text));
    table
}

fn addressed(library: &Library) -> Table {
    let mut table = Table::new("blocks by actor addressed");
    for (place, actor) in places(&library.vocabulary.actors) {
        table.row(&actor.id, blocks(library, |tags| tags.addressed.contains(&place)));
    }
    table
}

fn sorts(library: &Library) -> Table {
    let Vocabulary { names, .. } = &library.vocabulary;
    let is_of =
        |sort: NameSort| move |name: &u16| names.get(usize::from(*name)).is_some_and(|one| one.sort == sort);
    let mut table = Table::new("names by sort");
    for sort in NameSort::ALL {
        let word = sort.word();
        table.row(format!("{word}: blocks"), blocks(library, |tags| tags.names.iter().any(is_of(sort))));
        let mentioned = of_each(library, |document| {
            let mut found: Vec<u16> = document.tags.iter().flat_map(|tags| &tags.names).copied().collect();
            found.sort_unstable();
            found.dedup();
            found.iter().filter(|name| is_of(sort)(name)).count()
        });
        table.row(format!("{word}: different ones"), mentioned);
    }
    table
}

fn names(library: &Library) -> Table {
    let mut table = Table::new("blocks by name");
    for (place, name) in places(&library.vocabulary.names) {
        table.row(&name.id, blocks(library, |tags| tags.names.contains(&place)));
    }
    table
}

fn kinds(library: &Library) -> Table {
    let mut table = Table::new("sentences by kind");
    let count = |wanted: Option<Statement>| {
        of_each(library, |document| {
            let all = document.tags.iter().flat_map(|tags| &tags.statements);
            all.filter(|statement| **statement == wanted).count()
        })
    };
    for kind in Statement::ALL {
        table.row(kind.word(), count(Some(kind)));
    }
    table.row("none of its own", count(None));
    table
}

fn commitments(library: &Library) -> Table {
    let mut table = Table::new("commitments");
    for strength in Strength::ALL {
        table.row(strength.word(), of_commitments(library, |one| one.strength == strength));
    }
    for binds in Binds::ALL {
        table.row(format!("binds {}", binds.word()), of_commitments(library, |one| one.binds == binds));
    }
    table.row("all", of_commitments(library, |_| true));
    table
}

fn acting(library: &Library) -> Table {
    let mut table = Table::new("commitments by who acts");
    for (place, actor) in places(&library.vocabulary.actors) {
        table.row(&actor.id, of_commitments(library, |one| one.actor == Some(place)));
    }
    table.row("not named", of_commitments(library, |one| one.actor.is_none()));
    table
}

/// Only blocks with running text have rows of sentences.
fn has_text(tags: &Tags) -> bool {
    !tags.statements.is_empty()
}

/// The entries of a list with the numbers by which tags name them.
fn places<T>(entries: &[T]) -> impl Iterator<Item = (u16, &T)> {
    (0..).zip(entries)
}

fn of_each(library: &Library, count: impl Fn(&Document) -> usize) -> Vec<usize> {
    library.documents.iter().map(count).collect()
}

fn blocks(library: &Library, counts: impl Fn(&Tags) -> bool) -> Vec<usize> {
    of_each(library, |document| document.tags.iter().filter(|tags| counts(tags)).count())
}

fn of_commitments(library: &Library, counts: impl Fn(&Commitment) -> bool) -> Vec<usize> {
    of_each(library, |document| document.commitments.iter().filter(|one| counts(one)).count())
}

#[cfg(test)]
mod tests {
    use super::{json, text};
    use crate::data;
    use strategy_reader::compile;
    use strategy_reader::model::Library;

    fn sample() -> Library {
        let library = compile::read(&data::root().join("tests/fixtures/library"));
        library.unwrap_or_else(|problems| panic!("{problems}"))
    }

    #[test]
    fn the_sample_is_counted() {
        let told = json(&sample());
        let row = |table: &str, row: &str| told[table][row].clone();
        let counts = |alfa: usize, beta: usize| json!({ "alfa-2024": alfa, "beta-2019": beta });
        assert_eq!(row("editions", "nb: blocks"), counts(31, 0));
        assert_eq!(row("editions", "en: blocks"), counts(31, 7));
        assert_eq!(row("blocks by theme", "mindre"), counts(2, 0));
        assert_eq!(row("blocks by theme", "mindre, as the main one"), counts(1, 0));
        assert_eq!(row("names by sort", "place: different ones"), counts(1, 0));
        assert_eq!(row("sentences by kind", "commitment"), counts(2, 0));
        assert_eq!(row("commitments", "must"), counts(1, 0));
        assert_eq!(row("commitments", "binds everyone"), counts(1, 0));
        assert_eq!(row("commitments by who acts", "staten"), counts(1, 0));
        assert_eq!(row("commitments by who acts", "not named"), counts(1, 0));
        assert_eq!(told["share of blocks without theme"], json!(22.0 / 25.0));
    }

    #[test]
    fn a_table_is_aligned_and_has_sums() {
        let told = text(&sample());
        for line in [
            "commitments     alfa-2024  beta-2019     all",
            "binds everyone          1          0       1",
            "88.0 % of the blocks with running text have no theme",
        ] {
            assert!(told.lines().any(|found| found == line), "no line `{line}` in\n{told}");
        }
    }
}
