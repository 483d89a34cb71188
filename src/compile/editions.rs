//! What the editions of one document owe each other.

use super::edition::ReadEdition;
use super::{Fault, Problems, Source};
use crate::model::{Block, Edition, Kind, Lang, Section, Standing};

/// All languages, the original first.
pub(super) fn languages(original: Lang) -> impl Iterator<Item = Lang> {
    std::iter::once(original).chain(Lang::ALL.into_iter().filter(move |lang| *lang != original))
}

/// The original says that it is one; every other edition has its blocks and sections, in the same order.
pub(super) fn check(source: &Source, problems: &mut Problems) {
    // Where the original is missing or unreadable, that has been reported, and there is nothing to compare with.
    let is_original = |read: &ReadEdition| read.edition.lang == source.metadata.original;
    let original = source.editions.iter().find(|read| is_original(read));
    if let Some(original) = original.filter(|read| read.edition.standing != Standing::Original) {
        problems.add(&original.file, Some(1), Fault::WrongStanding { original: true });
    }
    for translation in source.editions.iter().filter(|read| !is_original(read)) {
        if translation.edition.standing == Standing::Original {
            problems.add(&translation.file, Some(1), Fault::WrongStanding { original: false });
        }
        if let Some((line, what)) = original.and_then(|original| difference(original, translation)) {
            problems.add(&translation.file, line, Fault::Unaligned(what));
        }
    }
}

/// The first place where a translation leaves its original. All that follows would be out of step too, so that it
/// says enough.
fn difference(original: &ReadEdition, translation: &ReadEdition) -> Option<(Option<usize>, String)> {
    let (left, right) = (&original.edition, &translation.edition);
    for (index, block) in right.blocks.iter().enumerate() {
        let what = match left.blocks.get(index) {
            None => Some(format!("`{}` has no block in the original", block.anchor)),
            Some(expected) => block_difference(expected, block),
        };
        if let Some(what) = what {
            return Some((translation.lines.get(index).copied(), what));
        }
    }
    if let Some(missing) = left.blocks.get(right.blocks.len()) {
        return Some((None, format!("the block `{}` is missing at the end", missing.anchor)));
    }
    // The headings are the same by now, so that sections can only reach over different blocks.
    let mut sections = left.sections.iter().zip(&right.sections);
    let (expected, section) = sections.find(|(expected, section)| expected != section)?;
    let heading = section.heading as usize;
    let what = format!(
        "the section of `{}` reaches {}, in the original {}",
        anchor(right, section.heading),
        reach(right, section),
        reach(left, expected)
    );
    Some((translation.lines.get(heading).copied(), what))
}

fn block_difference(expected: &Block, block: &Block) -> Option<String> {
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
