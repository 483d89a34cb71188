//! What editors say of a text: the vocabulary, the tags of a block, the commitments and where their words stand.

use super::{Corpus, EditionView};
use crate::model::{Commitment, Kind, Tags, Vocabulary};

impl Corpus {
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.library.vocabulary
    }
}

impl<'a> EditionView<'a> {
    /// What is said of a block of the original; none in a document without tags.
    pub fn tags(&self, block: usize) -> Option<&'a Tags> {
        self.document.tags.get(block)
    }

    /// The commitments of a block of the original, in reading order.
    pub fn commitments_in(&self, block: usize) -> &'a [Commitment] {
        let all = &self.document.commitments;
        let start = all.partition_point(|commitment| (commitment.block as usize) < block);
        let count = all[start..].partition_point(|commitment| commitment.block as usize == block);
        &all[start..start + count]
    }

    /// The name of a commitment for ever: `nss-nato-2-f1`.
    pub fn commitment_anchor(&self, commitment: &Commitment) -> String {
        format!(
            "{}-f{}",
            self.document.original().blocks[commitment.block as usize].anchor,
            commitment.number
        )
    }

    /// The commitment with this anchor.
    pub fn commitment_at(&self, anchor: &str) -> Option<&'a Commitment> {
        let (block, number) = anchor.rsplit_once("-f")?;
        let number: u16 = number.parse().ok()?;
        let block = self.document.original().blocks.iter().position(|other| other.anchor == block)?;
        let found = self.commitments_in(block).iter().find(|commitment| commitment.number == number);
        // `+1` and `01` are numbers too, but not the names of anything.
        found.filter(|found| self.commitment_anchor(found) == anchor)
    }

    /// The block in which a commitment stands in this edition; where it is left out, the one above.
    pub fn place_of(&self, commitment: &Commitment) -> usize {
        let pieces = self.words_of(commitment);
        let blocks = || self.edition.blocks_for(commitment.block as usize);
        pieces.first().map_or_else(|| blocks().start.saturating_sub(1), |(block, _)| *block)
    }

    /// The words of a commitment in this edition, empty where they do not stand in one block; before them, for an item,
    /// the words that the list completes.
    pub fn commitment_words(&self, commitment: &Commitment) -> (Option<&'a str>, &'a str) {
        let [(block, range)] = &self.words_of(commitment)[..] else { return (None, "") };
        let words = self.block(*block).text.plain.get(range.clone()).unwrap_or_default();
        // Only the first sentence of an item goes on from the lead-in; what follows stands by itself.
        let first = commitment.words.first().is_some_and(|span| span.start == 0);
        let lead_in = self.lead_in(*block).filter(|_| first);
        (lead_in.map(|lead_in| self.block(lead_in).text.plain.as_str()), words)
    }

    /// The block whose words a list item completes.
    pub fn lead_in(&self, block: usize) -> Option<usize> {
        let is = |block: usize, kind: Kind| self.block(block).kind == kind;
        let above = (0..block).rev().find(|above| !is(*above, Kind::ListItem))?;
        (is(block, Kind::ListItem) && is(above, Kind::LeadIn)).then_some(above)
    }

    /// The chapter that holds a block, and what stands under it; none above the first one.
    pub fn chapter_of(&self, block: usize) -> Option<usize> {
        let section = self.section_of(block)?;
        let mut above = std::iter::successors(Some(section), |section| self.layout.parent(*section));
        let mut chapter = None;
        while let Some(section) = above.next().filter(|section| self.section(*section).level > 1) {
            chapter = Some(section);
        }
        chapter
    }
}
