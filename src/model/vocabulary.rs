//! The words by which passages are sorted: themes, actors, kinds of statement, and what is called by name.

use super::{Term, Words};

/// What `data/vocabulary/` declares. Tags name an entry by its place here; the order is the one shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Vocabulary {
    pub themes: Vec<Entry>,
    pub actors: Vec<Entry>,
    /// In the order of [`super::Statement::ALL`]; empty where no document has tags.
    pub kinds: Vec<Entry>,
    pub names: Vec<Name>,
    /// What the documents call things; for the search.
    pub terms: Vec<Term>,
    /// In the order of the terms.
    pub explanations: Vec<Explanation>,
}

/// What a term means, for whoever does not know it. Editorial.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    pub name: Words,
    pub words: Words,
}

/// A theme, an actor or a kind of statement. What belongs there is said in the data, for those who tag.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its name in addresses and in the data: `beredskap`.
    pub id: String,
    pub name: Words,
}

/// A state, an organisation, an agreement or a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    pub id: String,
    pub sort: NameSort,
    pub name: Words,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameSort {
    State,
    Organisation,
    Agreement,
    Place,
}

impl NameSort {
    pub const ALL: [NameSort; 4] =
        [NameSort::State, NameSort::Organisation, NameSort::Agreement, NameSort::Place];

    /// The word for it in the data.
    pub fn word(self) -> &'static str {
        match self {
            NameSort::State => "state",
            NameSort::Organisation => "organisation",
            NameSort::Agreement => "agreement",
            NameSort::Place => "place",
        }
    }
}
