//! In which order and in which groups commitments are listed.

use super::Row;
use crate::corpus::Corpus;
use crate::model::{Entry, Lang};
use crate::text::alphabetical;

/// By what a list is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Column {
    /// As the documents have them.
    #[default]
    Place,
    Strength,
    Actor,
    Binds,
    Theme,
}

/// What the rows of a group share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Grouping {
    #[default]
    Document,
    Actor,
    Theme,
}

/// How a list is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Listing {
    pub sort: Column,
    /// The last first.
    pub falls: bool,
    pub group: Grouping,
}

impl Column {
    pub const ALL: [Column; 5] =
        [Column::Place, Column::Strength, Column::Actor, Column::Binds, Column::Theme];

    /// Its name in an address: public, and the same for ever.
    pub fn name(self) -> &'static str {
        ["place", "strength", "actor", "binds", "theme"][self as usize]
    }
}

impl Grouping {
    pub const ALL: [Grouping; 3] = [Grouping::Document, Grouping::Actor, Grouping::Theme];

    /// Its name in an address: public, and the same for ever.
    pub fn name(self) -> &'static str {
        ["document", "actor", "theme"][self as usize]
    }

    /// What the group of a row is named by: a place among the documents, the actors or the themes.
    pub fn of(self, row: &Row) -> Option<usize> {
        match self {
            Grouping::Document => Some(row.document),
            Grouping::Actor => row.commitment.actor.map(usize::from),
            Grouping::Theme => row.themes().first().map(|theme| usize::from(*theme)),
        }
    }
}

impl Listing {
    /// The same, sorted by a column; by the same column once more, the other way round.
    pub fn sorted_by(self, column: Column) -> Self {
        Listing { sort: column, falls: self.sort == column && !self.falls, ..self }
    }
}

/// The places of themes and actors in the alphabet of the reader.
pub(super) struct Ranks {
    themes: Vec<u32>,
    actors: Vec<u32>,
}

impl Ranks {
    pub(super) fn new(corpus: &Corpus, lang: Lang) -> Self {
        let vocabulary = corpus.vocabulary();
        Ranks { themes: ranks(&vocabulary.themes, lang), actors: ranks(&vocabulary.actors, lang) }
    }

    /// Sorts rows that stand in the order of the text by group and column. What nothing is said of comes last, and rows
    /// that are equal stay as they are.
    pub(super) fn sorted<'a>(&self, rows: &[Row<'a>], listing: Listing) -> Vec<Row<'a>> {
        const LAST: u64 = (1 << 23) - 1;
        let mut keys: Vec<u64> = Vec::new();
        // Group, column and place in one number: sorting numbers is code that is there already.
        for (place, row) in rows.iter().enumerate() {
            let place = place as u64;
            let group = listing.group.of(row).map_or(LAST >> 5, |group| group as u64);
            let rank = self.rank(row, listing.sort).map_or(LAST, u64::from);
            let rank = if listing.sort == Column::Place { place } else { rank };
            let rank = if listing.falls { LAST - rank } else { rank };
            keys.push(group << 46 | rank << 23 | place);
        }
        keys.sort_unstable();
        keys.iter().filter_map(|key| rows.get((key & LAST) as usize).copied()).collect()
    }

    fn rank(&self, row: &Row, column: Column) -> Option<u32> {
        let at = |ranks: &[u32], place: Option<&u16>| ranks.get(usize::from(*place?)).copied();
        match column {
            Column::Place => None,
            Column::Strength => Some(row.commitment.strength as u32),
            Column::Binds => Some(row.commitment.binds as u32),
            Column::Actor => at(&self.actors, row.commitment.actor.as_ref()),
            Column::Theme => at(&self.themes, row.themes().first()),
        }
    }
}

/// For each entry how many stand before it in the alphabet.
fn ranks(entries: &[Entry], lang: Lang) -> Vec<u32> {
    let before =
        |entry: &&Entry, other: &Entry| alphabetical(entry.name.get(lang), other.name.get(lang)).is_lt();
    entries.iter().map(|entry| entries.iter().filter(|other| before(other, entry)).count() as u32).collect()
}
