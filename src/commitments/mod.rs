//! What is to be done, and by whom: the commitments of all documents as one list, in an order and in groups that a
//! person chooses, and as files to take along.

mod file;
mod order;

pub use file::{FIELDS, Format, List, file};
pub use order::{Column, Grouping, Listing};

use crate::corpus::{Corpus, EditionView};
use crate::filter::{Index, Tally};
use crate::model::{Commitment, Lang};
use crate::strings::finding;
use order::Ranks;

/// A commitment in the edition in which it is read.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// The place of its document.
    pub document: usize,
    pub view: EditionView<'a>,
    pub commitment: &'a Commitment,
}

impl<'a> Row<'a> {
    pub fn anchor(&self) -> String {
        self.view.commitment_anchor(self.commitment)
    }

    pub fn block(&self) -> usize {
        self.commitment.block as usize
    }

    /// Its own themes, else those of its block; the main one first.
    pub fn themes(&self) -> &'a [u16] {
        match self.view.tags(self.block()) {
            Some(tags) if self.commitment.themes.is_empty() => &tags.themes,
            _ => &self.commitment.themes,
        }
    }

    /// The place of the block that has its words, in the edition in which it is read.
    pub fn place(&self) -> usize {
        self.view.place_of(self.commitment)
    }

    /// The heading under which it stands.
    pub fn heading(&self) -> Option<&'a str> {
        let section = self.view.section_of(self.place())?;
        Some(self.view.heading(section).text.plain.as_str())
    }
}

/// Those that a tally leaves, in the order wanted; by themselves the newest document comes first. `langs`: in which the
/// words are read, where there is such an edition, and in which themes and actors are named.
pub fn rows<'a>(
    corpus: &'a Corpus,
    index: &Index,
    tally: &mut Tally,
    langs: (Lang, Lang),
    listing: Listing,
) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (place, document) in corpus.documents().iter().enumerate() {
        let original = document.original().lang;
        let Some(wanted) = corpus.edition_or_original(&document.id, langs.0) else { continue };
        let Some(original) = corpus.edition(&document.id, original) else { continue };
        for (number, commitment) in document.commitments.iter().enumerate() {
            if tally.add(index.commitment(place, number)) {
                // An edition may leave it out, or say it in two places.
                let view = if wanted.commitment_words(commitment).1.is_empty() { original } else { wanted };
                rows.push(Row { document: place, view, commitment });
            }
        }
    }
    Ranks::new(corpus, langs.1).sorted(&rows, listing)
}

/// Rows that belong together, with the place of what they share; none where they share that nothing is said.
pub fn groups<'b, 'a>(rows: &'b [Row<'a>], group: Grouping) -> Vec<(Option<usize>, &'b [Row<'a>])> {
    let groups = rows.chunk_by(|one, other| group.of(one) == group.of(other));
    groups.map(|rows| (group.of(&rows[0]), rows)).collect()
}

/// What a group is called; `row` is one of its rows.
pub fn group_name<'a>(corpus: &'a Corpus, row: &Row<'a>, group: Grouping, lang: Lang) -> &'a str {
    let phrases = finding(lang);
    let (entries, none) = match group {
        Grouping::Document => return &row.view.edition.title,
        Grouping::Actor => (&corpus.vocabulary().actors, phrases.not_named),
        Grouping::Theme => (&corpus.vocabulary().themes, phrases.no_theme),
    };
    let entry = group.of(row).and_then(|place| entries.get(place));
    entry.map_or(none, |entry| entry.name.get(lang))
}
