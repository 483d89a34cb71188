//! The values of every passage and every commitment, worked out once.

use super::Facet;
use crate::corpus::{Corpus, EditionView};
use crate::model::{Binds, Commitment, Lang, Statement, Strength};
use std::ops::Range;

/// The values of one passage or commitment, as places in [`Index::values`].
pub type Values = [u32];

/// Everything that can be chosen, and who has it.
pub struct Index {
    /// The names of all values, facet by facet, in the order in which they are shown.
    ids: Vec<String>,
    /// Where the values of each facet begin, and where the last ones end.
    starts: [u32; Facet::ALL.len() + 1],
    blocks: Lists,
    commitments: Lists,
    /// For each document the places of its first block and of its first commitment.
    firsts: Vec<(usize, usize)>,
}

/// Many short lists, one behind the other.
#[derive(Default)]
struct Lists {
    values: Vec<u32>,
    ends: Vec<u32>,
}

impl Lists {
    /// Each value once.
    fn push(&mut self, list: Vec<u32>) {
        let start = self.values.len();
        for value in list {
            if !self.values[start..].contains(&value) {
                self.values.push(value);
            }
        }
        self.ends.push(self.values.len() as u32);
    }

    fn get(&self, place: usize) -> &Values {
        let end = |place: usize| self.ends.get(place).map(|end| *end as usize);
        let start = place.checked_sub(1).map_or(Some(0), end);
        start.zip(end(place)).and_then(|(start, end)| self.values.get(start..end)).unwrap_or_default()
    }
}

impl Index {
    pub fn new(corpus: &Corpus) -> Self {
        let mut index = Index::of_values(corpus);
        for (place, document) in corpus.documents().iter().enumerate() {
            index.firsts.push((index.blocks.ends.len(), index.commitments.ends.len()));
            let Some(view) = corpus.edition(&document.id, document.original().lang) else { continue };
            for block in 0..view.edition.blocks.len() {
                let mut values = index.place_of(view, place, block);
                index.add_block_to(&mut values, view, block);
                index.blocks.push(values);
            }
            for commitment in &document.commitments {
                let mut values = index.place_of(view, place, commitment.block as usize);
                index.add_commitment_to(&mut values, view, commitment);
                index.commitments.push(values);
            }
        }
        index
    }

    /// The place of a value among all; past the end for one that is none.
    fn at(&self, facet: Facet, place: usize) -> u32 {
        self.starts[facet as usize] + place as u32
    }

    /// Where a block stands, and what is known of its document.
    fn place_of(&self, view: EditionView, place: usize, block: usize) -> Vec<u32> {
        let document = view.document;
        let mut values = vec![self.at(Facet::Document, place)];
        if let Some(chapter) = view.chapter_of(block) {
            values.extend(self.find(Facet::Part, &view.heading(chapter).anchor));
        }
        values.extend(self.find(Facet::Year, &document.issued.year.to_string()));
        values.push(self.at(Facet::Original, document.original().lang as usize));
        values
    }

    /// What is said of a block and of its sentences; who acts in them counts too.
    fn add_block_to(&self, values: &mut Vec<u32>, view: EditionView, block: usize) {
        let Some(tags) = view.tags(block) else { return };
        self.add(values, Facet::Theme, &tags.themes);
        self.add(values, Facet::Actor, &tags.addressed);
        self.add(values, Facet::Name, &tags.names);
        let kinds = tags.statements.iter().flatten();
        values.extend(kinds.map(|kind| self.at(Facet::Kind, *kind as usize)));
        for commitment in view.commitments_in(block) {
            self.add_sides_to(values, commitment);
        }
    }

    fn add_commitment_to(&self, values: &mut Vec<u32>, view: EditionView, commitment: &Commitment) {
        let block = view.tags(commitment.block as usize).filter(|_| commitment.themes.is_empty());
        self.add(values, Facet::Theme, block.map_or(&commitment.themes, |tags| &tags.themes));
        self.add(values, Facet::Name, &commitment.names);
        values.push(self.at(Facet::Kind, Statement::Commitment as usize));
        self.add_sides_to(values, commitment);
    }

    /// Who is to act or is asked to, how strongly, and whom it binds.
    fn add_sides_to(&self, values: &mut Vec<u32>, commitment: &Commitment) {
        self.add(values, Facet::Actor, commitment.actor.as_slice());
        self.add(values, Facet::Actor, &commitment.asks);
        values.push(self.at(Facet::Strength, commitment.strength as usize));
        values.push(self.at(Facet::Binds, commitment.binds as usize));
    }

    fn add(&self, values: &mut Vec<u32>, facet: Facet, places: &[u16]) {
        values.extend(places.iter().map(|place| self.at(facet, usize::from(*place))));
    }

    /// The values of a block of the document at this place.
    pub fn block(&self, document: usize, block: usize) -> &Values {
        self.firsts.get(document).map_or(&[], |(first, _)| self.blocks.get(first + block))
    }

    /// The values of a commitment, by its place in its document.
    pub fn commitment(&self, document: usize, commitment: usize) -> &Values {
        self.firsts.get(document).map_or(&[], |(_, first)| self.commitments.get(first + commitment))
    }

    /// The values of a facet, as places among all; the first is that of the first entry of its vocabulary.
    pub fn values(&self, facet: Facet) -> Range<usize> {
        self.starts[facet as usize] as usize..self.starts[facet as usize + 1] as usize
    }

    pub fn id(&self, value: usize) -> &str {
        self.ids.get(value).map_or("", String::as_str)
    }

    /// The place of a value by its name.
    pub fn find(&self, facet: Facet, id: &str) -> Option<u32> {
        self.values(facet).find(|value| self.ids[*value] == id).map(|value| value as u32)
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// All values, and nobody who has them yet.
    pub(super) fn of_values(corpus: &Corpus) -> Self {
        let vocabulary = corpus.vocabulary();
        let mut ids: Vec<String> = Vec::new();
        let mut starts = [0; Facet::ALL.len() + 1];
        for facet in Facet::ALL {
            match facet {
                Facet::Document => ids.extend(corpus.documents().iter().map(|document| document.id.clone())),
                Facet::Part => ids.extend(parts(corpus)),
                Facet::Theme => ids.extend(vocabulary.themes.iter().map(|theme| theme.id.clone())),
                Facet::Actor => ids.extend(vocabulary.actors.iter().map(|actor| actor.id.clone())),
                Facet::Name => ids.extend(vocabulary.names.iter().map(|name| name.id.clone())),
                Facet::Kind => ids.extend(Statement::ALL.map(|kind| kind.word().to_owned())),
                Facet::Year => ids.extend(years(corpus).iter().map(u16::to_string)),
                Facet::Original => ids.extend(Lang::ALL.map(|lang| lang.code().to_owned())),
                Facet::Strength => ids.extend(Strength::ALL.map(|strength| strength.word().to_owned())),
                Facet::Binds => ids.extend(Binds::ALL.map(|binds| binds.word().to_owned())),
            }
            starts[facet as usize + 1] = ids.len() as u32;
        }
        let (blocks, commitments) = Default::default();
        Index { ids, starts, blocks, commitments, firsts: Vec::new() }
    }
}

/// The anchors of the chapters, in reading order.
fn parts(corpus: &Corpus) -> Vec<String> {
    let originals = corpus.editions().filter(|view| view.edition.lang == view.document.original().lang);
    let mut parts = Vec::new();
    for view in originals {
        parts.extend(view.children(None).map(|section| view.heading(section).anchor.clone()));
    }
    parts
}

/// The newest first, as the documents are.
fn years(corpus: &Corpus) -> Vec<u16> {
    let mut years: Vec<u16> = corpus.documents().iter().map(|document| document.issued.year).collect();
    years.dedup();
    years
}
