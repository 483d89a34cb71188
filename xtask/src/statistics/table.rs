//! Counts in rows and columns, for people and for programs.

use serde_json::{Map, Value, json};
use std::fmt::Write;

/// A row a thing, a column a document, and behind them their sum.
pub struct Table {
    title: &'static str,
    rows: Vec<(String, Vec<usize>)>,
}

impl Table {
    pub fn new(title: &'static str) -> Self {
        Table { title, rows: Vec::new() }
    }

    pub fn row(&mut self, name: impl Into<String>, counts: Vec<usize>) {
        self.rows.push((name.into(), counts));
    }

    /// The same, unless there is nothing to count.
    pub fn row_if_any(&mut self, name: impl Into<String>, counts: Vec<usize>) {
        if counts.iter().any(|count| *count > 0) {
            self.row(name, counts);
        }
    }

    /// The share of one row in another, over all documents; 0 where there is nothing to share.
    pub fn share(&self, part: &str, whole: &str) -> f64 {
        let sum = |wanted: &str| -> usize {
            let row = self.rows.iter().find(|(name, _)| name == wanted);
            row.map_or(0, |(_, counts)| counts.iter().sum())
        };
        sum(part) as f64 / sum(whole).max(1) as f64
    }

    /// Lines of equal columns, the names of the columns above.
    pub fn text(&self, documents: &[&str]) -> String {
        let width = self.rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let width = width.max(self.title.chars().count());
        let mut text = format!("{:width$}", self.title);
        let columns = || documents.iter().copied().chain(["all"]);
        columns().for_each(|name| text += &format!("  {name:>6}"));
        for (name, counts) in &self.rows {
            let _ = write!(text, "\n{name:width$}");
            let sum: usize = counts.iter().sum();
            for (column, count) in columns().zip(counts.iter().chain([&sum])) {
                let _ = write!(text, "  {count:>width$}", width = column.len().max(6));
            }
        }
        text + "\n"
    }

    /// Each row by its name, in it each document by its id.
    pub fn json(&self, documents: &[&str]) -> (String, Value) {
        let rows = self.rows.iter().map(|(name, counts)| {
            let counts = documents.iter().zip(counts);
            let counts: Map<String, Value> =
                counts.map(|(id, count)| ((*id).to_owned(), json!(count))).collect();
            (name.clone(), Value::Object(counts))
        });
        (self.title.to_owned(), Value::Object(rows.collect()))
    }
}
