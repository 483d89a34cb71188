//! What a person has narrowed the documents down to, as data: any of the values of one facet, and all facets together.

use super::Index;
use crate::corpus::Corpus;

/// A side from which the documents can be narrowed down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    Document,
    /// A section, by its anchor.
    Part,
    Theme,
    /// Somebody who is to act, or whom the text asks to.
    Actor,
    /// A state, organisation, agreement or place that the text names.
    Name,
    /// The kind of statement.
    Kind,
    Year,
    /// The language of the original edition.
    Original,
    /// How strongly a commitment binds.
    Strength,
    /// Whom a commitment binds.
    Binds,
}

impl Facet {
    /// In the order in which they are written and shown.
    pub const ALL: [Facet; 10] = [
        Facet::Document,
        Facet::Part,
        Facet::Theme,
        Facet::Actor,
        Facet::Name,
        Facet::Kind,
        Facet::Year,
        Facet::Original,
        Facet::Strength,
        Facet::Binds,
    ];

    /// Its name in an address: public, and the same for ever.
    pub fn key(self) -> &'static str {
        match self {
            Facet::Document => "document",
            Facet::Part => "part",
            Facet::Theme => "theme",
            Facet::Actor => "actor",
            Facet::Name => "name",
            Facet::Kind => "kind",
            Facet::Year => "year",
            Facet::Original => "original",
            Facet::Strength => "strength",
            Facet::Binds => "binds",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Facet::ALL.into_iter().find(|facet| facet.key() == key)
    }
}

/// More choices than this are passed over; nobody makes them, and each costs time with every key.
const MOST: usize = 64;
/// Longer names are no names of ours.
const LONGEST: usize = 64;

/// The values chosen: facet by facet, and within one in the order in which they were chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    chosen: Vec<(Facet, String)>,
}

impl Selection {
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.place(facet, value).is_some()
    }

    fn place(&self, facet: Facet, value: &str) -> Option<usize> {
        self.chosen.iter().position(|(other, chosen)| *other == facet && chosen == value)
    }

    /// All choices.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.chosen.iter().map(|(facet, value)| (*facet, value.as_str()))
    }

    /// The choices within a facet.
    pub fn values(&self, facet: Facet) -> impl Iterator<Item = &str> {
        self.iter().filter(move |(other, _)| *other == facet).map(|(_, value)| value)
    }

    /// The choices that name something that there is.
    pub fn known(mut self, corpus: &Corpus) -> Self {
        if !self.is_empty() {
            let index = Index::of_values(corpus);
            self.chosen.retain(|(facet, value)| index.find(*facet, value).is_some());
        }
        self
    }

    /// Adds a value. What is there already, cannot be the name of anything or is one too many is passed over.
    pub fn add(&mut self, facet: Facet, value: &str) {
        if !self.has(facet, value) {
            self.toggle(facet, value);
        }
    }

    /// Adds a value that is not there, takes away one that is.
    pub fn toggle(&mut self, facet: Facet, value: &str) {
        if let Some(place) = self.place(facet, value) {
            self.chosen.remove(place);
        } else if is_name(value) && self.chosen.len() < MOST {
            let after = self.chosen.iter().position(|(other, _)| *other as u8 > facet as u8);
            self.chosen.insert(after.unwrap_or(self.chosen.len()), (facet, value.to_owned()));
        }
    }
}

fn is_name(value: &str) -> bool {
    (1..=LONGEST).contains(&value.len())
        && value.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
