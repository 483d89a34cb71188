//! The ways in which our references are meant to differ from those of a processor.

use super::job::Case;
use serde::Deserialize;
use std::cell::Cell;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    id: String,
    /// For whoever reads the file.
    #[serde(rename = "why")]
    _why: String,
    /// The codes of styles and languages that it holds for; none is all.
    #[serde(default)]
    styles: Vec<String>,
    #[serde(default)]
    langs: Vec<String>,
    /// What the processor writes, and what we write instead.
    #[serde(default)]
    theirs: Vec<(String, String)>,
    /// What we write, and what it is compared as.
    #[serde(default)]
    ours: Vec<(String, String)>,
    /// Translated titles in square brackets are ours alone.
    #[serde(default)]
    brackets: bool,
    #[serde(skip)]
    used: Cell<bool>,
}

impl Rules {
    /// Whether the two texts are the same once the rules that hold for the case have been applied.
    pub fn explain(&self, case: &Case, theirs: &str) -> bool {
        let (mut ours, mut theirs) = (case.ours.clone(), theirs.to_owned());
        for rule in self.rule.iter().filter(|rule| rule.holds_for(case)) {
            if ours == theirs {
                break;
            }
            let changed = rule.apply(case, &ours, &theirs);
            if changed != (ours.clone(), theirs.clone()) {
                rule.used.set(true);
            }
            (ours, theirs) = changed;
        }
        ours == theirs
    }

    pub fn unused(&self) -> Vec<&str> {
        self.rule.iter().filter(|rule| !rule.used.get()).map(|rule| rule.id.as_str()).collect()
    }
}

impl Rule {
    fn holds_for(&self, case: &Case) -> bool {
        let holds =
            |codes: &[String], code: &str| codes.is_empty() || codes.iter().any(|other| other == code);
        holds(&self.styles, case.style.code()) && holds(&self.langs, case.lang.code())
    }

    fn apply(&self, case: &Case, ours: &str, theirs: &str) -> (String, String) {
        let replace = |text: &str, pairs: &[(String, String)]| {
            pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
        };
        let mut ours = replace(ours, &self.ours);
        for title in case.titles.iter().filter(|_| self.brackets) {
            let Some((before, rest)) = ours.split_once(&format!(" [{title}")) else { continue };
            let Some((_, after)) = rest.split_once(']') else { continue };
            ours = format!("{before}{after}");
        }
        (ours, replace(theirs, &self.theirs))
    }
}
