//! The tables of `data/`: TSV files with a header, and TOML files with a table an entry.

use super::{Fault, Problems};
use indexmap::IndexMap;
use serde::de::DeserializeOwned;
use std::path::Path;
use toml::Spanned;

/// A row and the line on which it stands.
pub(super) struct Row<T> {
    pub line: usize,
    pub values: T,
}

/// The rows of a TSV file; none where there is no such file. Nothing is quoted: a tab parts values, a line end rows.
pub(super) fn rows<T: DeserializeOwned>(file: &Path, problems: &mut Problems) -> Option<Vec<Row<T>>> {
    if !file.is_file() {
        return None;
    }
    let mut builder = csv::ReaderBuilder::new();
    let reader = builder.delimiter(b'\t').quoting(false).from_path(file);
    let mut reader = match reader {
        Ok(reader) => reader,
        Err(error) => {
            problems.add(file, None, Fault::Unreadable(error.to_string()));
            return None;
        }
    };
    let mut rows = Vec::new();
    let header = reader.headers().cloned().unwrap_or_default();
    let mut record = csv::StringRecord::new();
    loop {
        let line = reader.position().line() as usize;
        match reader.read_record(&mut record) {
            Ok(false) => return Some(rows),
            Ok(true) => match record.deserialize(Some(&header)) {
                Ok(values) => rows.push(Row { line, values }),
                Err(error) => problems.add(file, Some(line), Fault::Table(told(&error))),
            },
            Err(error) => problems.add(file, Some(line), Fault::Table(told(&error))),
        }
    }
}

/// What is wrong with a row, without the place, which the problem states by itself.
fn told(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => err.to_string(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("the row has {len} values, the header {expected_len}")
        }
        csv::ErrorKind::Utf8 { .. } => "the row is not in UTF-8".to_owned(),
        _ => error.to_string(),
    }
}

/// The tables of a TOML file in the order of the file, each with its line; none where there is no such file.
pub(super) fn entries<T: DeserializeOwned>(file: &Path, problems: &mut Problems) -> Vec<(String, Row<T>)> {
    if !file.is_file() {
        return Vec::new();
    }
    let Some(text) = super::file::read(file, problems) else { return Vec::new() };
    let parsed: Option<IndexMap<Spanned<String>, T>> = super::metadata::parse_text(&text, 1, file, problems);
    let line = |at: usize| text[..at].matches('\n').count() + 1;
    let entries = parsed.unwrap_or_default().into_iter();
    entries
        .map(|(key, values)| (key.get_ref().clone(), Row { line: line(key.span().start), values }))
        .collect()
}

/// The words of a value in which `-` stands for none.
pub(super) fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split(' ').filter(|word| !word.is_empty() && *word != "-")
}
