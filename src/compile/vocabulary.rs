//! `data/vocabulary/`: the words by which passages are sorted, and the forms under which names occur.

use super::tables::{Row, entries};
use super::{Fault, Problems};
use crate::model::{Entry, Lang, Name, NameSort, Statement, Vocabulary, Words, is_name};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The vocabulary, and what only the compiler needs of it.
pub(super) struct Read {
    pub vocabulary: Vocabulary,
    /// For each name its forms, by language.
    pub forms: Vec<BTreeMap<Lang, Vec<String>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EntryTable {
    nb: String,
    nn: String,
    en: String,
    /// For those who tag: it has to be there, and nobody else reads it.
    #[allow(dead_code, reason = "read only to see that it is there")]
    definition: Words,
    /// For the search, which reads them by itself.
    #[serde(default)]
    #[allow(dead_code, reason = "the search reads them by itself")]
    synonyms: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameTable {
    sort: String,
    nb: String,
    nn: String,
    en: String,
    forms: BTreeMap<String, Vec<String>>,
}

pub(super) fn read(data: &Path, problems: &mut Problems) -> Read {
    let folder = data.join("vocabulary");
    let themes = list(&folder.join("themes.toml"), problems);
    let actors = list(&folder.join("actors.toml"), problems);
    let kinds = kinds(&folder.join("kinds.toml"), problems);
    let file = folder.join("names.toml");
    let (mut names, mut forms) = (Vec::new(), Vec::new());
    for (id, Row { line, values: table }) in entries::<NameTable>(&file, problems) {
        check_id(&id, &file, line, problems);
        let sort = NameSort::ALL.into_iter().find(|sort| sort.word() == table.sort);
        if sort.is_none() {
            let expected = "state, organisation, agreement or place";
            problems.add(&file, Some(line), Fault::bad_value("sort", &table.sort, expected));
        }
        forms.push(read_forms(&table.forms, &file, line, problems));
        names.push(Name {
            id,
            sort: sort.unwrap_or(NameSort::State),
            name: Words { nb: table.nb, nn: table.nn, en: table.en },
        });
    }
    Read { vocabulary: Vocabulary { themes, actors, kinds, names, ..Vocabulary::default() }, forms }
}

fn list(file: &Path, problems: &mut Problems) -> Vec<Entry> {
    let tables = entries::<EntryTable>(file, problems).into_iter();
    tables
        .map(|(id, Row { line, values: table })| {
            check_id(&id, file, line, problems);
            let name = Words { nb: table.nb, nn: table.nn, en: table.en };
            Entry { id, name }
        })
        .collect()
}

/// The kinds of statement are known to the code: the file names and explains them, all of them, in that order.
fn kinds(file: &Path, problems: &mut Problems) -> Vec<Entry> {
    let kinds = list(file, problems);
    let expected = Statement::ALL.map(Statement::word);
    if !kinds.is_empty() && !kinds.iter().map(|kind| kind.id.as_str()).eq(expected) {
        problems.add(file, None, Fault::Kinds(expected.join(", ")));
    }
    kinds
}

pub(super) fn check_id(id: &str, file: &Path, line: usize, problems: &mut Problems) {
    if !is_name(id) {
        problems.add(file, Some(line), Fault::BadKey(id.to_owned()));
    }
}

fn read_forms(
    table: &BTreeMap<String, Vec<String>>,
    file: &Path,
    line: usize,
    problems: &mut Problems,
) -> BTreeMap<Lang, Vec<String>> {
    let mut forms = BTreeMap::new();
    for (code, words) in table {
        match Lang::ALL.into_iter().find(|lang| lang.code() == code) {
            Some(lang) => drop(forms.insert(lang, words.clone())),
            None => problems.add(file, Some(line), Fault::BadLang(code.clone())),
        }
    }
    if forms.values().all(Vec::is_empty) {
        problems.add(file, Some(line), Fault::NoForms);
    }
    forms
}
