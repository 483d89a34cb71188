//! Which blocks of a translation say what which blocks of its original say: one and one in order, except where the
//! translation declares a split, a join or a gap.

use super::edition::ReadEdition;
use super::{Fault, Problems};
use crate::model::{Block, Departure, Edition, Kind, Section, Span};
use std::ops::Range;

/// A fault and the line of the translation on which it stands.
type Refusal = (Option<usize>, Fault);

/// Notes the departures that the translation declares, or tells the first place where it leaves its original without a
/// word. All that follows would be out of step too, so that one place says enough.
pub(super) fn align(original: &ReadEdition, translation: &mut ReadEdition) -> Result<(), Refusal> {
    let mut walk = Walk { original, translation, here: 0, there: 0, departures: Vec::new() };
    while walk.step()? {}
    translation.edition.departures = walk.departures;
    check_gaps(original, translation)?;
    check_sections(original, translation)
}

/// An original departs from nothing.
pub(super) fn refuse_seams(original: &ReadEdition, problems: &mut Problems) {
    for (seam, line) in original.seams.iter().zip(&original.lines) {
        if seam.continues.is_some() {
            problems.add(&original.file, Some(*line), Fault::KeyNotHere("continues"));
        }
        if !seam.joins.is_empty() {
            problems.add(&original.file, Some(*line), Fault::KeyNotHere("joins"));
        }
    }
    if let Some((_, line, _)) = original.gaps.first() {
        problems.add(&original.file, Some(*line), Fault::StrayGaps);
    }
}

/// Both editions from their beginnings on.
struct Walk<'a> {
    original: &'a ReadEdition,
    translation: &'a ReadEdition,
    /// The next block of the translation.
    here: usize,
    /// The next block of the original.
    there: usize,
    departures: Vec<Departure>,
}

impl Walk<'_> {
    /// Takes the next blocks that say the same; false at the end.
    fn step(&mut self) -> Result<bool, Refusal> {
        let (left, right) = (&self.original.edition.blocks, &self.translation.edition.blocks);
        if self.is_gap(left.get(self.there)) {
            self.depart(1, 0);
            return Ok(true);
        }
        if self.is_gap(right.get(self.here)) {
            self.depart(0, 1);
            return Ok(true);
        }
        let (expected, block) = match (left.get(self.there), right.get(self.here)) {
            (None, None) => return Ok(false),
            (Some(missing), None) => {
                let what = format!("the block `{}` is missing at the end", missing.anchor);
                return Err((None, Fault::Unaligned(what)));
            }
            (None, Some(block)) => {
                let what = format!("`{}` has no block in the original", block.anchor);
                return Err(self.refuse(self.here, Fault::Unaligned(what)));
            }
            (Some(expected), Some(block)) => (expected, block),
        };
        if self.translation.seams[self.here].continues.is_some() {
            return Err(self.refuse(self.here, Fault::BadSplit(block.anchor.clone())));
        }
        if let Some(what) = difference(expected, block) {
            return Err(self.refuse(self.here, Fault::Unaligned(what)));
        }
        let originals = self.joined()?;
        let own = self.split(originals)?;
        self.depart(originals, own);
        Ok(true)
    }

    fn is_gap(&self, block: Option<&Block>) -> bool {
        block.is_some_and(|block| self.translation.gaps.iter().any(|(anchor, ..)| *anchor == block.anchor))
    }

    /// How many blocks of the original the next block of the translation has the words of.
    fn joined(&self) -> Result<usize, Refusal> {
        let joins = &self.translation.seams[self.here].joins;
        for (index, anchor) in joins.iter().enumerate() {
            let next = self.original.edition.blocks.get(self.there + 1 + index);
            let can_join = |block: &Block| !matches!(block.kind, Kind::Heading | Kind::Footnote);
            if !next.is_some_and(|block| block.anchor == *anchor && can_join(block)) {
                return Err(self.refuse(self.here, Fault::BadJoin(anchor.clone())));
            }
        }
        Ok(1 + joins.len())
    }

    /// How many blocks of the translation have the words of the next `originals` blocks of the original.
    fn split(&self, originals: usize) -> Result<usize, Refusal> {
        let blocks = &self.original.edition.blocks;
        let said = &blocks[self.there..self.there + originals];
        let mut own = 1;
        while let Some(of) =
            self.translation.seams.get(self.here + own).and_then(|seam| seam.continues.as_ref())
        {
            let block = &self.translation.edition.blocks[self.here + own];
            let whole = said.iter().find(|block| block.anchor == *of);
            let is_new = blocks.iter().all(|other| other.anchor != block.anchor);
            if !whole.is_some_and(|whole| whole.kind == block.kind && is_new) {
                return Err(self.refuse(self.here + own, Fault::BadSplit(block.anchor.clone())));
            }
            own += 1;
        }
        Ok(own)
    }

    /// Goes on, and notes it where it is not one and one.
    fn depart(&mut self, originals: usize, own: usize) {
        let span = |start: usize, count: usize| Span { start: start as u32, end: (start + count) as u32 };
        if (originals, own) != (1, 1) {
            let missing = if own == 0 {
                self.original.edition.blocks.get(self.there)
            } else {
                self.translation.edition.blocks.get(self.here).filter(|_| originals == 0)
            };
            let gap =
                |block: &Block| self.translation.gaps.iter().find(|(anchor, ..)| *anchor == block.anchor);
            self.departures.push(Departure {
                original: span(self.there, originals),
                own: span(self.here, own),
                reason: missing.and_then(gap).map(|(_, _, reason)| reason.clone()),
            });
        }
        self.there += originals;
        self.here += own;
    }

    fn refuse(&self, block: usize, fault: Fault) -> Refusal {
        (self.translation.lines.get(block).copied(), fault)
    }
}

/// Every block that is said to be missing is missing in one of the editions and stands in the other.
fn check_gaps(original: &ReadEdition, translation: &ReadEdition) -> Result<(), Refusal> {
    let stands = |blocks: &[Block], anchor: &str| blocks.iter().any(|block| block.anchor == anchor);
    for (anchor, line, _) in &translation.gaps {
        if stands(&original.edition.blocks, anchor) == stands(&translation.edition.blocks, anchor) {
            return Err((Some(*line), Fault::BadGap(anchor.clone())));
        }
    }
    Ok(())
}

/// The sections of both editions are the same, those of headings apart that one of them lacks, and reach over blocks
/// that say the same.
fn check_sections(original: &ReadEdition, translation: &ReadEdition) -> Result<(), Refusal> {
    let (left, right) = (&original.edition, &translation.edition);
    let lefts = left.sections.iter().filter(|section| !right.blocks_for(section.heading as usize).is_empty());
    let rights =
        right.sections.iter().filter(|section| !right.originals_of(section.heading as usize).is_empty());
    for (expected, section) in lefts.zip(rights) {
        let said: Vec<Range<usize>> = places(expected).map(|block| right.blocks_for(block)).collect();
        let mut said = said.iter().filter(|blocks| !blocks.is_empty());
        let mut own = places(section).filter(|block| !right.originals_of(*block).is_empty());
        let expected_reach =
            (said.clone().next().map(|one| one.start), said.next_back().map(|one| one.end - 1));
        if (own.clone().next(), own.next_back()) != expected_reach {
            let what = format!(
                "the section of `{}` reaches {}, in the original {}",
                anchor(right, section.heading),
                reach(right, section),
                reach(left, expected)
            );
            let line = translation.lines.get(section.heading as usize).copied();
            return Err((line, Fault::Unaligned(what)));
        }
    }
    Ok(())
}

fn places(section: &Section) -> Range<usize> {
    section.start as usize..section.end as usize
}

fn difference(expected: &Block, block: &Block) -> Option<String> {
    let anchor = &block.anchor;
    // A block without an anchor has been reported where it stands.
    if anchor.is_empty() || expected.anchor.is_empty() {
        return None;
    }
    if *anchor != expected.anchor {
        return Some(format!("`{anchor}` stands where the original has `{}`", expected.anchor));
    }
    let differ = |what: fn(&Block) -> String| {
        let (here, there) = (what(block), what(expected));
        (here != there).then(|| format!("`{anchor}` {here}, in the original it {there}"))
    };
    differ(kind).or_else(|| differ(label)).or_else(|| differ(page))
}

fn kind(block: &Block) -> String {
    match block.kind {
        Kind::Heading => format!("is a heading of level {}", block.level),
        kind => format!("is a {}", kind.name()),
    }
}

fn label(block: &Block) -> String {
    block.label.as_ref().map_or("is no footnote".to_owned(), |label| format!("is the footnote `[^{label}]`"))
}

fn page(block: &Block) -> String {
    block.page.map_or("has no page".to_owned(), |page| format!("is on page {page}"))
}

/// The first and the last block of a section.
fn reach(edition: &Edition, section: &Section) -> String {
    let last = section.end.saturating_sub(1);
    format!("from `{}` to `{}`", anchor(edition, section.start), anchor(edition, last))
}

fn anchor(edition: &Edition, block: u32) -> &str {
    edition.blocks.get(block as usize).map_or("", |block| block.anchor.as_str())
}
