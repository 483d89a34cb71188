//! Words that were selected, as a link names them: their beginning and end, so that they are found again even where
//! the words between have changed.

use super::Selection;
use crate::corpus::EditionView;

/// Words within the block of the anchor beside them, or from there into a later block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// All of them, or as many of the first as name the place.
    pub start: String,
    /// The last of them, where the first are not all.
    pub end: Option<String>,
    /// The anchor of the block in which they end, where that is another.
    pub to: Option<String>,
}

/// So many words are told one by one; of more, the first and the last.
const MOST_TOLD: usize = 12;
/// How many of the first and last words a link begins with; it takes more where these stand in the block twice.
const FEWEST_TOLD: usize = 4;

/// A selection as a link names it. None if nothing is selected that could be found again.
pub fn point(view: EditionView, selection: Selection) -> Option<Words> {
    let (from, to) = (selection.from, selection.to);
    let plain = |block: usize| view.edition.blocks.get(block).map(|block| block.text.plain.as_str());
    let is_one = from.0 == to.0;
    let first = plain(from.0)?.get(from.1..if is_one { to.1 } else { plain(from.0)?.len() })?.trim();
    let last = if is_one { first } else { plain(to.0)?.get(..to.1)?.trim() };
    let count = |words: &str| words.split(' ').count();
    if is_one && count(first) <= MOST_TOLD {
        let all = Words { start: first.to_owned(), end: None, to: None };
        return Some(all).filter(|all| all.start.contains(char::is_alphanumeric));
    }
    let to = (!is_one).then(|| view.block(to.0).anchor.clone());
    let most = count(first).max(count(last));
    let named = (FEWEST_TOLD..=most.max(FEWEST_TOLD)).map(|told| Words {
        start: first_words(first, told).to_owned(),
        end: Some(last_words(last, told).to_owned()),
        to: to.clone(),
    });
    let trimmed = trimmed(view, selection);
    let mut named = named.filter(|words| !words.start.is_empty() && words.end.as_deref() != Some(""));
    named.find(|words| pointed(view, from.0, words) == Some(trimmed))
}

/// Where the words of a link stand: in the block of its anchor, else in the nearest one that has them.
pub fn pointed(view: EditionView, block: usize, words: &Words) -> Option<Selection> {
    let last = view.edition.blocks.len();
    let near = (0..last).flat_map(|step| [block.checked_sub(step), Some(block + step)]);
    near.flatten().filter(|block| *block < last).find_map(|block| within(view, block, words))
}

fn within(view: EditionView, block: usize, words: &Words) -> Option<Selection> {
    let plain = |block: usize| view.block(block).text.plain.as_str();
    let start = plain(block).find(words.start.as_str())?;
    let behind = start + words.start.len();
    let to = match &words.end {
        None => (block, behind),
        Some(end) => {
            let last = match &words.to {
                Some(anchor) => view.block_at(anchor).filter(|last| *last > block)?,
                None => block,
            };
            let after = if last == block { behind } else { 0 };
            (last, after + plain(last).get(after..)?.find(end.as_str())? + end.len())
        }
    };
    Some(Selection { from: (block, start), to })
}

/// Without the white space at its ends.
fn trimmed(view: EditionView, selection: Selection) -> Selection {
    let (from, to) = (selection.from, selection.to);
    let before = view.block(from.0).text.plain.get(from.1..).unwrap_or_default();
    let within = view.block(to.0).text.plain.get(..to.1).unwrap_or_default();
    Selection {
        from: (from.0, from.1 + before.len() - before.trim_start().len()),
        to: (to.0, within.trim_end().len()),
    }
}

fn first_words(text: &str, count: usize) -> &str {
    text.match_indices(' ').nth(count - 1).map_or(text, |(end, _)| &text[..end])
}

fn last_words(text: &str, count: usize) -> &str {
    text.rmatch_indices(' ').nth(count - 1).map_or(text, |(start, _)| &text[start + 1..])
}
