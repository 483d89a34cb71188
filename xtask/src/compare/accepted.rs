//! `accepted.tsv`: the differences of a document that are right, each with the reason.

use super::Difference;
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};

/// The rows of a file, and which of them have been needed.
pub struct Accepted {
    file: PathBuf,
    rows: Vec<(Row, bool)>,
}

struct Row {
    line: usize,
    anchor: String,
    aspect: String,
    original: String,
    translation: String,
}

const HEADER: [&str; 5] = ["anchor", "what", "original", "translation", "why"];

impl Accepted {
    /// None where there is no such file.
    pub fn read(file: &Path) -> Result<Self> {
        if !file.is_file() {
            return Ok(Accepted { file: file.to_owned(), rows: Vec::new() });
        }
        let text =
            std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        Accepted::parse(file, &text)
    }

    fn parse(file: &Path, text: &str) -> Result<Self> {
        let mut rows = Vec::new();
        for (index, content) in text.lines().enumerate() {
            let values: Vec<&str> = content.split('\t').collect();
            if index == 0 {
                ensure!(values == HEADER, "{}:1: the columns are {}", file.display(), HEADER.join(", "));
                continue;
            }
            let line = index + 1;
            let [anchor, aspect, original, translation, why] = values[..] else {
                bail!("{}:{line}: a row has the five columns {}", file.display(), HEADER.join(", "));
            };
            ensure!(!why.trim().is_empty(), "{}:{line}: say why the difference is right", file.display());
            let [anchor, aspect, original, translation] =
                [anchor, aspect, original, translation].map(str::to_owned);
            rows.push((Row { line, anchor, aspect, original, translation }, false));
        }
        Ok(Accepted { file: file.to_owned(), rows })
    }

    /// Whether the difference is listed.
    pub fn take(&mut self, difference: &Difference) -> bool {
        let found = self.rows.iter_mut().find(|(row, taken)| {
            !taken
                && row.anchor == difference.anchor
                && row.aspect == difference.aspect
                && row.original == difference.original
                && row.translation == difference.translation
        });
        found.is_some_and(|(_, taken)| {
            *taken = true;
            true
        })
    }

    /// What is listed and is not so.
    pub fn stale(&self) -> impl Iterator<Item = String> {
        self.rows.iter().filter(|(_, taken)| !taken).map(|(row, _)| {
            format!(
                "{}:{}: `{}` has no such difference of {}; take the row out",
                self.file.display(),
                row.line,
                row.anchor,
                row.aspect
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Accepted, Difference};
    use std::path::Path;

    const HEADER: &str = "anchor\twhat\toriginal\ttranslation\twhy\n";

    fn parsed(rows: &str) -> anyhow::Result<Accepted> {
        Accepted::parse(Path::new("accepted.tsv"), &format!("{HEADER}{rows}"))
    }

    #[test]
    fn a_row_accepts_one_difference_and_is_stale_without_it() {
        let rows = "a-1\tmodals\tshall\t-\twhy\na-2\tnumbers\t2\t-\twhy\n";
        let mut accepted = parsed(rows).unwrap_or_else(|error| panic!("{error}"));
        let difference = |original: &str| Difference {
            anchor: "a-1".to_owned(),
            aspect: "modals",
            original: original.to_owned(),
            translation: "-".to_owned(),
        };
        assert!(!accepted.take(&difference("must")));
        assert!(accepted.take(&difference("shall")));
        assert!(!accepted.take(&difference("shall")), "one row accepts one difference");
        let stale: Vec<String> = accepted.stale().collect();
        assert_eq!(stale, ["accepted.tsv:3: `a-2` has no such difference of numbers; take the row out"]);
    }

    #[test]
    fn a_row_has_all_columns_and_a_reason() {
        let told = |rows: &str| parsed(rows).err().map(|error| error.to_string()).unwrap_or_default();
        assert_eq!(told("a-1\tmodals\tshall\t-\t \n"), "accepted.tsv:2: say why the difference is right");
        let columns = "anchor, what, original, translation, why";
        assert_eq!(told("a-1\tmodals\n"), format!("accepted.tsv:2: a row has the five columns {columns}"));
        let file =
            Accepted::parse(Path::new("accepted.tsv"), "anchor\n").err().map(|error| error.to_string());
        assert_eq!(file, Some(format!("accepted.tsv:1: the columns are {columns}")));
    }
}
