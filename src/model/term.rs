//! The words that the documents use for one thing, in each language.

use super::Lang;

/// A term: its forms in each language, the headword first. Forms that follow from the headword by the rules of
/// inflection in `text` are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    pub nb: Vec<String>,
    pub nn: Vec<String>,
    pub en: Vec<String>,
    /// The parts of a compound in bokmål that the documents do not have as words.
    pub parts: Vec<String>,
}

impl Term {
    pub fn forms(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        }
    }
}
