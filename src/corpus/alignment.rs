//! Between the editions of a document: which blocks say the same, and where a commitment stands.

use super::EditionView;
use crate::model::{Commitment, Edition, Span, Words};
use std::ops::Range;

/// Blocks of two editions that say the same. Mostly one and one; a split or a join has more on one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<'a> {
    pub left: Range<usize>,
    pub right: Range<usize>,
    /// Why one side is empty, where it is.
    pub reason: Option<&'a Words>,
}

impl<'a> EditionView<'a> {
    /// The blocks of this edition that say what a block of another edition of the document says; where none do, the
    /// empty range at the place where they would stand.
    pub fn aligned(&self, other: &Edition, block: usize) -> Range<usize> {
        let original = other.originals_of(block);
        let first = self.edition.blocks_for(original.start);
        if original.is_empty() {
            return first.start..first.start;
        }
        first.start..self.edition.blocks_for(original.end - 1).end
    }

    /// The place of the block with this anchor. If only another edition has it: of the first block that says the same,
    /// or of the one above the place where it is left out.
    pub fn find(&self, anchor: &str) -> Option<usize> {
        self.block_at(anchor).or_else(|| {
            let at = |other: &'a Edition| {
                Some((other, other.blocks.iter().position(|block| block.anchor == anchor)?))
            };
            let (other, block) = self.document.editions.iter().find_map(at)?;
            let blocks = self.aligned(other, block);
            Some(if blocks.is_empty() { blocks.start.saturating_sub(1) } else { blocks.start })
        })
    }

    /// This edition beside another one: all blocks of both, in reading order.
    pub fn rows(&self, other: EditionView<'a>) -> Vec<Row<'a>> {
        let (lefts, rights) = (self.edition.blocks.len(), other.edition.blocks.len());
        let mut rows = Vec::new();
        let (mut left, mut right) = (0, 0);
        while left < lefts || right < rights {
            let (mut left_end, mut right_end) = (left, right);
            let answer = if left < lefts { other.aligned(self.edition, left) } else { rights..rights };
            if answer.start > right {
                right_end += 1;
            } else {
                left_end += 1;
                right_end = answer.end;
            }
            // A block on one side may draw in more of the other, which may draw in more in turn.
            loop {
                let more_left = (right..right_end).map(|block| self.aligned(other.edition, block).end).max();
                let more_right = (left..left_end).map(|block| other.aligned(self.edition, block).end).max();
                let grown = (left_end.max(more_left.unwrap_or(0)), right_end.max(more_right.unwrap_or(0)));
                if grown == (left_end, right_end) {
                    break;
                }
                (left_end, right_end) = grown;
            }
            let reason = if left == left_end {
                other.reason(right)
            } else if right == right_end {
                self.reason(left)
            } else {
                None
            };
            rows.push(Row { left: left..left_end, right: right..right_end, reason });
            (left, right) = (left_end, right_end);
        }
        rows
    }

    /// Why a block of this edition has nothing beside it, as the translation says that declares it.
    pub fn reason(&self, block: usize) -> Option<&'a Words> {
        let within = |span: Span, block: usize| (span.start as usize..span.end as usize).contains(&block);
        let original = self.edition.originals_of(block);
        let mut own = self.edition.departures.iter();
        let mut all = self.document.editions.iter().flat_map(|edition| &edition.departures);
        let found = if original.is_empty() {
            own.find(|departure| within(departure.own, block))
        } else {
            all.find(|departure| within(departure.original, original.start) && departure.reason.is_some())
        };
        found.and_then(|departure| departure.reason.as_ref())
    }

    /// The blocks of this edition with the bytes of their texts that say what is to be done; none where the edition
    /// leaves it out.
    pub fn words_of(&self, commitment: &Commitment) -> Vec<(usize, Range<usize>)> {
        let edition = self.document.editions.iter().position(|edition| edition.lang == self.edition.lang);
        let Some(span) = edition.and_then(|edition| commitment.words.get(edition)) else { return Vec::new() };
        let (start, end) = (span.start as usize, span.end as usize);
        let mut passed = 0;
        let mut pieces = Vec::new();
        for block in self.edition.blocks_for(commitment.block as usize) {
            let length = self.edition.blocks.get(block).map_or(0, |block| block.text.plain.len());
            let piece = start.saturating_sub(passed).min(length)..end.saturating_sub(passed).min(length);
            if !piece.is_empty() {
                pieces.push((block, piece));
            }
            passed += length;
        }
        pieces
    }
}
