//! Two editions of one source compared by the signs of the source: which are kept, where words and blocks begin.

use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;
use strategy_reader::mends::{self, Mend};
use strategy_reader::model::Kind;

/// What an edition makes of the signs of its source. Signs are named by their bytes.
pub struct Text {
    /// The signs that are kept, and whether a space stands before them.
    kept: BTreeMap<usize, bool>,
    /// The first sign of each block, and the sort of the block.
    blocks: BTreeMap<usize, Kind>,
}

impl Text {
    pub fn of(source: &str, list: &[Mend], blocks: Vec<(&str, Kind)>) -> Result<Self> {
        // What was moved is compared where it stood.
        let (moved, still): (Vec<Mend>, Vec<Mend>) =
            list.iter().cloned().partition(|mend| mend.class == "moved");
        let mut kept = BTreeMap::new();
        let mut at = 0;
        let mut space = true;
        for change in mends::changes(source, &still)? {
            keep(&mut kept, source, at..change.place.start, &source[at..change.place.start], &mut space);
            keep(&mut kept, source, change.place.clone(), &change.after, &mut space);
            at = change.place.end;
        }
        keep(&mut kept, source, at..source.len(), &source[at..], &mut space);

        let mut signs = kept.keys().copied().peekable();
        let mut starts = BTreeMap::new();
        for (text, kind) in blocks {
            let first = text.chars().find(|c| !c.is_whitespace());
            if let Some(place) = moved.iter().find(|mend| mend.before.trim() == text).and_then(|mend| {
                source
                    .lines()
                    .scan(0, |at, line| {
                        let start = *at;
                        *at += line.len() + 1;
                        Some(start)
                    })
                    .nth(mend.line - 1)
            }) {
                starts.insert(place, kind);
                continue;
            }
            let place = *signs.peek().unwrap_or(&source.len());
            ensure!(source[place..].chars().next() == first, "the blocks and the mends part at `{text}`");
            starts.insert(place, kind);
            text.chars().filter(|c| !c.is_whitespace()).for_each(|_| {
                signs.next();
            });
        }
        Ok(Text { kept, blocks: starts })
    }
}

impl Text {
    /// An edition whose source has nothing more than hyphens and the signs of list items.
    pub fn aligned(source: &str, blocks: Vec<(&str, Kind)>) -> Result<Self> {
        let mut signs = source.char_indices().filter(|(_, c)| !c.is_whitespace());
        let (mut kept, mut starts) = (BTreeMap::new(), BTreeMap::new());
        for (text, kind) in blocks {
            let mut space = true;
            for (index, c) in text.char_indices() {
                if c.is_whitespace() {
                    space = true;
                } else if let Some((at, _)) = signs.find(|(_, sign)| *sign == c) {
                    kept.insert(at, std::mem::take(&mut space));
                    if index == 0 {
                        starts.insert(at, kind);
                    }
                }
            }
        }
        ensure!(signs.next().is_none(), "the source has more signs than the edition");
        Ok(Text { kept, blocks: starts })
    }
}

/// The signs of `after` are found among those of a part of the source, from left to right.
fn keep(
    kept: &mut BTreeMap<usize, bool>,
    source: &str,
    part: std::ops::Range<usize>,
    after: &str,
    space: &mut bool,
) {
    let mut signs = source[part.clone()].char_indices().map(|(at, c)| (part.start + at, c));
    for c in after.chars() {
        if c.is_whitespace() {
            *space = true;
        } else if let Some((at, _)) = signs.find(|(_, sign)| *sign == c) {
            kept.insert(at, std::mem::take(space));
        }
    }
}

/// Decisions of one sort.
#[derive(Default, Clone, Copy)]
pub struct Count {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Score) {
        self.line_ends += other.line_ends;
        self.joins += other.joins;
        self.spaces += other.spaces;
        self.removals += other.removals;
        self.breaks += other.breaks;
        self.headings += other.headings;
        self.items += other.items;
        self.kinds = (self.kinds.0 + other.kinds.0, self.kinds.1 + other.kinds.1);
        self.differences.extend(other.differences);
    }
}

#[derive(Default)]
pub struct Score {
    /// Line ends within blocks, joins or not.
    pub line_ends: usize,
    /// Words put together at line ends.
    pub joins: Count,
    /// Spaces within lines, put in or taken out.
    pub spaces: Count,
    /// Page numbers, list signs, marks of footnotes, doubled ligatures.
    pub removals: Count,
    /// Where blocks begin.
    pub breaks: Count,
    pub headings: Count,
    pub items: Count,
    /// Blocks that begin at the same place, and those of them that are of the same sort.
    pub kinds: (usize, usize),
    pub differences: Vec<String>,
}

impl Score {
    pub const HEADER: &str = "right/wrong/missed:             joins of line ends   in lines     removals         blocks     headings   list items   sorts alike";
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(&format!("{}/{}/{}", self.right, self.wrong, self.missed))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Score { joins, spaces, removals, breaks, headings, items, .. } = self;
        let (alike, of) = self.kinds;
        write!(
            f,
            "{joins:>16} of {:<6} {spaces:>8} {removals:>12} {breaks:>14} {headings:>12} {items:>12}   {alike} of {of}",
            self.line_ends,
        )
    }
}

pub fn compare(source: &str, truth: &Text, draft: &Text) -> Score {
    let mut score = Score::default();
    let signs: Vec<usize> =
        source.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, _)| at).collect();
    let mut last: Option<usize> = None;
    let mut run = Run::default();
    for at in signs {
        let gap = last.map_or("", |last| &source[last..at]);
        let stands = (truth.kept.contains_key(&at), draft.kept.contains_key(&at));
        run.take(stands, gap.chars().skip(1).any(char::is_whitespace), at, source, &mut score);
        if let (Some(real), Some(suggested)) = (truth.kept.get(&at), draft.kept.get(&at)) {
            words(source, (at, last), (*real, *suggested), truth, draft, &mut score);
        }
        last = Some(at);
    }
    run.end(source, &mut score);
    let mut places: Vec<usize> = truth.blocks.keys().chain(draft.blocks.keys()).copied().collect();
    places.sort_unstable();
    places.dedup();
    for at in places {
        let (real, suggested) = (truth.blocks.get(&at), draft.blocks.get(&at));
        let near = || source[at..].chars().take(40).collect::<String>().replace('\n', "⏎");
        count(&mut score.breaks, real.is_some(), suggested.is_some());
        count(&mut score.headings, real == Some(&Kind::Heading), suggested == Some(&Kind::Heading));
        count(&mut score.items, real == Some(&Kind::ListItem), suggested == Some(&Kind::ListItem));
        if let (Some(real), Some(suggested)) = (real, suggested) {
            score.kinds.1 += 1;
            score.kinds.0 += usize::from(real == suggested);
        }
        if real != suggested {
            let name = |kind: Option<&Kind>| kind.map_or("no block", |kind| kind.name());
            score.differences.push(format!("{} instead of {}: {}", name(suggested), name(real), near()));
        }
    }
    score
}

fn count(count: &mut Count, real: bool, suggested: bool) {
    match (real, suggested) {
        (true, true) => count.right += 1,
        (false, true) => count.wrong += 1,
        (true, false) => count.missed += 1,
        (false, false) => {}
    }
}

/// What becomes of the gap before a sign that both keep.
fn words(
    source: &str,
    (at, last): (usize, Option<usize>),
    (real, suggested): (bool, bool),
    truth: &Text,
    draft: &Text,
    score: &mut Score,
) {
    let Some(last) = last else { return };
    if truth.blocks.contains_key(&at) {
        return;
    }
    let sign = source[last..].chars().next().unwrap_or(' ');
    let gap = &source[last + sign.len_utf8()..at];
    let hyphen = |text: &Text| sign == '-' && !text.kept.contains_key(&last);
    let (real, suggested) = ((real, hyphen(truth)), (suggested, hyphen(draft)));
    let as_it_stands = (!gap.is_empty(), false);
    let at_line_end = gap.contains('\n');
    score.line_ends += usize::from(at_line_end);
    let sort = if at_line_end { &mut score.joins } else { &mut score.spaces };
    match (real == suggested, suggested == as_it_stands) {
        (true, false) => sort.right += 1,
        (true, true) => return,
        (false, true) => sort.missed += 1,
        (false, false) => sort.wrong += 1,
    }
    if real != suggested {
        let before: String =
            source[..last].chars().rev().take(20).collect::<Vec<_>>().into_iter().rev().collect();
        let behind: String = source[last..].chars().take(25).collect();
        let what = if suggested == as_it_stands { "missed" } else { "wrong" };
        score.differences.push(format!("{what} joint: …{}…", format!("{before}{behind}").replace('\n', "⏎")));
    }
}

/// Signs that one of the two takes out, without a gap between them.
#[derive(Default)]
struct Run {
    start: Option<usize>,
    end: usize,
    real: bool,
    suggested: bool,
}

impl Run {
    /// Hyphens are told with their line ends.
    fn take(
        &mut self,
        (real, suggested): (bool, bool),
        gap: bool,
        at: usize,
        source: &str,
        score: &mut Score,
    ) {
        let is_out = (!real || !suggested) && !source[at..].starts_with('-');
        if self.start.is_some() && (!is_out || gap) {
            self.end(source, score);
        }
        if is_out {
            let (was_real, was_suggested) =
                if self.start.is_some() { (self.real, self.suggested) } else { (false, false) };
            *self = Run {
                start: self.start.or(Some(at)),
                end: at,
                real: was_real || !real,
                suggested: was_suggested || !suggested,
            };
        }
    }

    fn end(&mut self, source: &str, score: &mut Score) {
        let Some(start) = self.start.take() else { return };
        count(&mut score.removals, self.real, self.suggested);
        if self.real != self.suggested {
            let words: String =
                source[start..].chars().take(source[start..=self.end].chars().count().min(40)).collect();
            score
                .differences
                .push(format!("{} removal: {words}", if self.real { "missed" } else { "wrong" }));
        }
    }
}
