//! `data/glossary.tsv`: the terms that a translation keeps to, and how they are recognised.

use anyhow::{Context, Result, bail, ensure};
use std::path::Path;

pub struct Glossary {
    entries: Vec<Entry>,
}

struct Entry {
    term: String,
    norwegian: Vec<Pattern>,
    english: Vec<Pattern>,
}

const HEADER: [&str; 4] = ["norwegian", "english", "found", "said"];

impl Glossary {
    pub fn read(file: &Path) -> Result<Self> {
        let text =
            std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        Glossary::parse(file, &text)
    }

    fn parse(file: &Path, text: &str) -> Result<Self> {
        let mut entries = Vec::new();
        for (index, content) in text.lines().enumerate() {
            let values: Vec<&str> = content.split('\t').collect();
            let [term, _, found, said] = values[..] else {
                bail!("{}:{}: a row has the columns {}", file.display(), index + 1, HEADER.join(", "));
            };
            if index == 0 {
                ensure!(values == HEADER, "{}:1: the columns are {}", file.display(), HEADER.join(", "));
                continue;
            }
            let patterns = |list: &str| list.split('|').map(Pattern::new).collect();
            let (norwegian, english) = (patterns(found), patterns(said));
            entries.push(Entry { term: term.to_owned(), norwegian, english });
        }
        Ok(Glossary { entries })
    }

    /// The terms that the Norwegian text uses and the English one says otherwise.
    pub fn differences(&self, norwegian: &str, english: &str) -> Vec<String> {
        let stands =
            |patterns: &[Pattern], text: &str| patterns.iter().any(|pattern| pattern.stands_in(text));
        let missed = self
            .entries
            .iter()
            .filter(|entry| stands(&entry.norwegian, norwegian) && !stands(&entry.english, english));
        missed.map(|entry| entry.term.clone()).collect()
    }
}

/// Whole words, in whatever case; `*` stands for the rest of a word, and a `=` in front asks for the case as written.
struct Pattern {
    signs: Vec<char>,
    exact: bool,
}

impl Pattern {
    fn new(written: &str) -> Self {
        let exact = written.starts_with('=');
        Pattern { signs: cased(written.trim_start_matches('='), exact), exact }
    }

    fn stands_in(&self, text: &str) -> bool {
        let text = cased(text, self.exact);
        (0..text.len()).any(|start| {
            let begins = start == 0 || !(text[start - 1].is_alphanumeric() || text[start - 1] == '-');
            begins && self.fits(&text[start..])
        })
    }

    fn fits(&self, text: &[char]) -> bool {
        let mut rest = text;
        for sign in &self.signs {
            if *sign == '*' {
                let word = rest.iter().take_while(|c| c.is_alphanumeric()).count();
                rest = &rest[word..];
            } else {
                match rest.split_first() {
                    Some((first, tail)) if first == sign => rest = tail,
                    _ => return false,
                }
            }
        }
        rest.first().is_none_or(|next| !next.is_alphanumeric())
    }
}

fn cased(text: &str, exact: bool) -> Vec<char> {
    if exact { text.chars().collect() } else { text.chars().flat_map(char::to_lowercase).collect() }
}

#[cfg(test)]
mod tests {
    use super::Glossary;
    use std::path::Path;

    const TABLE: &str = "norwegian\tenglish\tfound\tsaid\nHæren\tthe Army\t=Hæren\tArmy\n\
                         trussel\tthreat\ttrussel*|truende aktivitet*\tthreat*|threaten* act*\n";

    #[track_caller]
    fn check(norwegian: &str, english: &str, expected: &[&str]) {
        let glossary = Glossary::parse(Path::new("glossary.tsv"), TABLE);
        let glossary = glossary.unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(glossary.differences(norwegian, english), expected, "{norwegian} / {english}");
    }

    #[test]
    fn a_term_is_said_as_the_glossary_says() {
        check("Hæren og trusselen", "the Army and the threats", &[]);
        check("Hæren og trusselen", "the army and the danger", &["trussel"]);
        check("Hæren", "the military", &["Hæren"]);
        check("Truende aktiviteter.", "Threatening acts.", &[]);
        // As written, or whole words alone.
        check("hæren, Hærens, ikke-trussel", "nothing", &[]);
        check("trusselbilde", "picture", &["trussel"]);
        check("trussel", "rethreat", &["trussel"]);
    }

    #[test]
    fn a_table_has_its_columns() {
        let told = |text: &str| {
            let read = Glossary::parse(Path::new("glossary.tsv"), text);
            read.err().map(|error| error.to_string()).unwrap_or_default()
        };
        let columns = "norwegian, english, found, said";
        assert_eq!(told("a\tb\tc\td\n"), format!("glossary.tsv:1: the columns are {columns}"));
        let row = format!("{}a\tb\n", TABLE);
        assert_eq!(told(&row), format!("glossary.tsv:4: a row has the columns {columns}"));
    }
}
