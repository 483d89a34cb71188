//! What follows from the structure of one edition: parents, numbers and ordinals.

use crate::model::{Edition, Kind};

/// Where a block stands among its section's paragraphs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ordinal {
    /// Counted from 1. For an item: the paragraph that leads to it, 0 if the list stands directly below the heading.
    pub paragraph: u16,
    /// The item's place in its list, counted from 1.
    pub item: Option<u16>,
}

impl Ordinal {
    /// The number in the margin: `3`, or `3.2` for an item, or `.2` where no paragraph leads to the list.
    pub fn label(self) -> String {
        match (self.paragraph, self.item) {
            (0, Some(item)) => format!(".{item}"),
            (paragraph, Some(item)) => format!("{paragraph}.{item}"),
            (paragraph, None) => paragraph.to_string(),
        }
    }
}

pub(super) struct Layout {
    /// For each section the one that holds it.
    parents: Vec<Option<usize>>,
    numbers: Vec<String>,
    /// For each block the innermost section that holds it.
    sections: Vec<Option<usize>>,
    ordinals: Vec<Option<Ordinal>>,
}

impl Layout {
    pub(super) fn of(edition: &Edition) -> Self {
        let parents = parents(edition);
        let numbers = numbers(edition, &parents);
        let sections = innermost(edition);
        let ordinals = ordinals(edition, &sections);
        Layout { parents, numbers, sections, ordinals }
    }

    pub(super) fn parent(&self, section: usize) -> Option<usize> {
        self.parents[section]
    }

    pub(super) fn number(&self, section: usize) -> &str {
        &self.numbers[section]
    }

    pub(super) fn section_of(&self, block: usize) -> Option<usize> {
        self.sections[block]
    }

    pub(super) fn ordinal(&self, block: usize) -> Option<Ordinal> {
        self.ordinals[block]
    }
}

fn parents(edition: &Edition) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let sections = edition.sections.iter().enumerate();
    sections
        .map(|(index, section)| {
            open.retain(|above| edition.sections[*above].end > section.start);
            let parent = open.last().copied();
            open.push(index);
            parent
        })
        .collect()
}

/// Chapters are counted from 1, sections within their chapter, and so on.
fn numbers(edition: &Edition, parents: &[Option<usize>]) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    let mut counts = vec![0; edition.sections.len()];
    let mut chapters = 0;
    for (index, section) in edition.sections.iter().enumerate() {
        if section.level == 1 || is_mere_credits(edition, index) {
            numbers.push(String::new());
            continue;
        }
        let above = parents[index].filter(|above| edition.sections[*above].level > 1);
        numbers.push(match above {
            None => {
                chapters += 1;
                chapters.to_string()
            }
            Some(above) => {
                counts[above] += 1;
                format!("{}.{}", numbers[above], counts[above])
            }
        });
    }
    numbers
}

fn is_mere_credits(edition: &Edition, section: usize) -> bool {
    let section = &edition.sections[section];
    let body = &edition.blocks[section.heading as usize + 1..section.end as usize];
    !body.is_empty() && body.iter().all(|block| matches!(block.kind, Kind::Credit | Kind::CreditLabel))
}

fn innermost(edition: &Edition) -> Vec<Option<usize>> {
    let mut sections = vec![None; edition.blocks.len()];
    // A section comes before those it holds, so the innermost is written last.
    for (index, section) in edition.sections.iter().enumerate() {
        sections[section.start as usize..section.end as usize].fill(Some(index));
    }
    sections
}

fn ordinals(edition: &Edition, sections: &[Option<usize>]) -> Vec<Option<Ordinal>> {
    let mut paragraphs = vec![0; edition.sections.len() + 1];
    let mut item = 0;
    let blocks = edition.blocks.iter().zip(sections);
    blocks
        .map(|(block, section)| {
            let paragraph = &mut paragraphs[section.map_or(0, |section| section + 1)];
            item = if block.kind == Kind::ListItem { item + 1 } else { 0 };
            if block.kind.is_paragraph() {
                *paragraph += 1;
            }
            let counted = block.kind.is_paragraph() || item > 0;
            counted.then_some(Ordinal { paragraph: *paragraph, item: (item > 0).then_some(item) })
        })
        .collect()
}
