//! Which blocks of a translation say what which blocks of the original say.

use super::{Edition, Span, Words};
use std::ops::Range;

/// A place where a translation leaves its original. All other blocks answer one another in order, one to one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// Blocks of the original; none where the translation adds something.
    pub original: Span,
    /// The blocks of the translation that say the same; none where it leaves something out.
    pub own: Span,
    /// Why, where one of the two is empty.
    pub reason: Option<Words>,
}

impl Edition {
    /// The blocks of this edition that say what a block of the original says; where none do, the empty range at the
    /// place where they would stand.
    pub fn blocks_for(&self, block: usize) -> Range<usize> {
        across(self.departures.iter().map(|one| (one.original, one.own)), block)
    }

    /// The blocks of the original that say what a block of this edition says.
    pub fn originals_of(&self, block: usize) -> Range<usize> {
        across(self.departures.iter().map(|one| (one.own, one.original)), block)
    }
}

fn across(departures: impl Iterator<Item = (Span, Span)>, block: usize) -> Range<usize> {
    // What has been passed on either side; from there on the blocks go in step.
    let (mut here, mut there) = (0, 0);
    for (from, to) in departures {
        if block < from.start as usize {
            break;
        }
        if block < from.end as usize {
            return to.start as usize..to.end as usize;
        }
        (here, there) = (from.end as usize, to.end as usize);
    }
    // Saturating, since it is asked of archives that nobody has looked at yet.
    let start = there.saturating_add(block - here);
    start..start.saturating_add(1)
}
