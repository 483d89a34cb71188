//! A quotation and the text it is most like, word by word.

use super::Verdict;
use super::letters::Letters;
use crate::cite::Selection;
use crate::corpus::EditionView;
use crate::text::words;
use std::ops::Range;

/// A stretch of a quotation held against the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Same(String),
    /// Not in the text.
    Added(String),
    /// In the text, but not in the quotation.
    Lost(String),
    /// Other words than in the text.
    Changed {
        quoted: String,
        printed: String,
    },
    /// An ellipsis of the quotation.
    Cut,
}

pub struct Likeness<'a> {
    pub verdict: Verdict,
    pub view: EditionView<'a>,
    pub parts: Vec<Selection>,
    pub pieces: Vec<Piece>,
}

/// A word of a text: its block, where it stands there, and a number that stands for it whatever its case.
pub struct Word {
    block: usize,
    range: Range<usize>,
    hash: u32,
}

/// A step of a comparison: words of the quotation and of the text by their places.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Both(usize, usize),
    Other(usize, usize),
    Quoted(usize),
    Printed(usize),
}

/// Diagonals are counted in groups, so that a word more or less does not part what belongs together.
const GROUP: usize = 8;
/// The share of its words that an altered quotation has in common with the text, in hundredths.
const ALIKE: usize = 60;
/// So many words in a row make a part.
const PART: usize = 5;
/// One in so many words begins a pair that stands in the text too, near the others, if the quotation is from there.
const LEAST_PAIRS: usize = 10;

impl<'a> Likeness<'a> {
    /// The text that has most in common with the segments of a quotation, if any has enough.
    pub fn best(texts: &[Letters<'a>], segments: &[&str]) -> Option<Self> {
        let quoted: Vec<Vec<Word>> = segments.iter().map(|segment| words_of(segment, 0)).collect();
        let all: Vec<u32> = quoted.iter().flatten().map(|word| word.hash).collect();
        let pairs = Pairs::of(&all);
        let candidates = texts.iter().map(|text| (pairs.vote(text.words()), text));
        let (Vote { score, mut start, run }, text) = candidates.max_by_key(|(vote, _)| vote.score)?;
        let words = text.words();
        // Of words of which so many are the same as in the text, a fifth and more stand beside each other in it. To compare a page that has
        // nothing of this took 57 ms with the processor slowed four times.
        if score == 0 || run < PART && score * LEAST_PAIRS < all.len() {
            return None;
        }
        let mut pieces = Vec::new();
        let mut parts = Vec::new();
        let (mut same, mut longest) = (0, 0);
        let (mut is_whole_run, mut has_more) = (true, false);
        for (number, (segment, quoted)) in segments.iter().zip(&quoted).enumerate() {
            if number > 0 {
                pieces.push(Piece::Cut);
            }
            let hashes: Vec<u32> = quoted.iter().map(|word| word.hash).collect();
            if number > 0 {
                // Each segment has its own place behind the one before.
                start = Pairs::of(&hashes).vote(words).start;
            }
            let margin = quoted.len() / 4 + GROUP * 2;
            let from = start.saturating_sub(margin);
            let window = &words[from.min(words.len())..(start + quoted.len() + margin).min(words.len())];
            let steps = compare(&hashes, window);
            let told = Told { text, segment, quoted, window };
            pieces.extend(told.pieces(&steps, number == 0));
            parts.extend(told.selection(&steps));
            let runs = runs(&steps);
            same += runs.iter().sum::<usize>();
            longest = longest.max(runs.iter().copied().max().unwrap_or(0));
            let around = around(&steps);
            is_whole_run &= around.is_some();
            has_more |= around.is_some_and(|more| more > 0);
        }
        let verdict = match () {
            () if is_whole_run && has_more && longest >= PART => Verdict::Part,
            () if same * 100 >= all.len() * ALIKE => Verdict::Altered,
            () if longest >= PART => Verdict::Part,
            () => return None,
        };
        Some(Likeness { verdict, view: text.view, parts, pieces })
    }
}

/// Where in a text a quotation may be from.
struct Vote {
    /// How many pairs lie together there.
    score: usize,
    /// The word at which the quotation would begin.
    start: usize,
    /// The most words in a row that are the same anywhere in the text.
    run: usize,
}

/// The pairs of neighbouring words of a quotation, in order of their numbers.
struct Pairs<'a> {
    hashes: &'a [u32],
    pairs: Vec<(u32, usize)>,
    /// A bit for each number that a pair may have, so that most words of a text are passed over quickly.
    known: Vec<u64>,
}

impl<'a> Pairs<'a> {
    fn of(hashes: &'a [u32]) -> Self {
        let mut pairs: Vec<(u32, usize)> =
            hashes.windows(2).enumerate().map(|(at, pair)| (joined(pair[0], pair[1]), at)).collect();
        pairs.sort_unstable();
        let mut known = vec![0_u64; 1024];
        for (hash, _) in &pairs {
            known[(hash >> 6) as usize & 1023] |= 1 << (hash & 63);
        }
        Pairs { hashes, pairs, known }
    }

    /// The diagonal of the text on which most pairs lie.
    fn vote(&self, words: &[Word]) -> Vote {
        let length = self.hashes.len();
        let mut counts = vec![0_u32; (words.len() + length) / GROUP + 2];
        let mut run = 0;
        for (at, pair) in words.windows(2).enumerate() {
            let hash = joined(pair[0].hash, pair[1].hash);
            if self.known[(hash >> 6) as usize & 1023] & (1 << (hash & 63)) == 0 {
                continue;
            }
            let first = self.pairs.partition_point(|(other, _)| *other < hash);
            for (_, place) in self.pairs[first..].iter().take_while(|(other, _)| *other == hash) {
                counts[(at + length - place) / GROUP] += 1;
                let is_first = at == 0 || *place == 0 || words[at - 1].hash != self.hashes[place - 1];
                if is_first {
                    let both = words[at..].iter().zip(&self.hashes[*place..]);
                    run = run.max(both.take_while(|(word, hash)| word.hash == **hash).count());
                }
            }
        }
        let sums = counts.windows(2).map(|pair| pair[0] + pair[1]).enumerate();
        let best = sums.max_by_key(|(group, sum)| (*sum, usize::MAX - group));
        let (group, sum) = best.unwrap_or((0, 0));
        let start = (group * GROUP + GROUP).saturating_sub(length);
        Vote { score: sum as usize, start, run }
    }
}

/// The fewest steps from a text to a quotation; what lies before and after it in the text costs nothing.
fn compare(quoted: &[u32], printed: &[Word]) -> Vec<Step> {
    let width = printed.len() + 1;
    // The way by which each pair of places is reached: 0 both, 1 quotation alone, 2 text alone.
    let mut ways = vec![0_u8; (quoted.len() + 1) * width];
    let mut above: Vec<u16> = vec![0; width];
    for (row, hash) in quoted.iter().enumerate() {
        let mut left = row as u16 + 1;
        let mut diagonal = std::mem::replace(&mut above[0], left);
        ways[(row + 1) * width] = 1;
        for (column, word) in printed.iter().enumerate() {
            // Two words that differ cost less than one added and one lost.
            let both = diagonal + u16::from(word.hash != *hash);
            let own = above[column + 1] + 1;
            let other = left + 1;
            let least = both.min(own).min(other);
            ways[(row + 1) * width + column + 1] = if least == both {
                0
            } else if least == own {
                1
            } else {
                2
            };
            diagonal = std::mem::replace(&mut above[column + 1], least);
            left = least;
        }
    }
    let end = above.iter().enumerate().min_by_key(|(_, cost)| **cost).map_or(0, |(column, _)| column);
    let mut steps = Vec::new();
    let (mut row, mut column) = (quoted.len(), end);
    while row > 0 {
        let step = match ways[row * width + column] {
            0 if column > 0 && quoted[row - 1] == printed[column - 1].hash => Step::Both(row - 1, column - 1),
            0 if column > 0 => Step::Other(row - 1, column - 1),
            2 if column > 0 => Step::Printed(column - 1),
            _ => Step::Quoted(row - 1),
        };
        row -= usize::from(!matches!(step, Step::Printed(_)));
        column -= usize::from(!matches!(step, Step::Quoted(_)));
        steps.push(step);
    }
    steps.reverse();
    steps
}

/// The lengths of all runs of words that are the same.
fn runs(steps: &[Step]) -> Vec<usize> {
    let runs = steps.split(|step| !matches!(step, Step::Both(..)));
    runs.map(<[Step]>::len).filter(|length| *length > 0).collect()
}

/// How many steps lie before and after the words in common, if those are one run.
fn around(steps: &[Step]) -> Option<usize> {
    let is_same = |step: &Step| matches!(step, Step::Both(..));
    let first = steps.iter().position(is_same)?;
    let last = steps.iter().rposition(is_same)?;
    steps[first..=last].iter().all(is_same).then_some(first + steps.len() - 1 - last)
}

/// What is needed to tell the steps of a comparison in words.
struct Told<'a, 'b> {
    text: &'b Letters<'a>,
    segment: &'b str,
    quoted: &'b [Word],
    window: &'b [Word],
}

impl Told<'_, '_> {
    /// From the first word that is the same to the last.
    fn selection(&self, steps: &[Step]) -> Option<Selection> {
        let mut places = steps.iter().filter_map(|step| match step {
            Step::Both(_, printed) => self.window.get(*printed),
            _ => None,
        });
        let first = places.next()?;
        let last = places.next_back().unwrap_or(first);
        Some(Selection { from: (first.block, first.range.start), to: (last.block, last.range.end) })
    }

    /// Steps of a sort together, as the words that they are about.
    fn pieces(&self, steps: &[Step], is_first: bool) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let sort = |step: &Step| match step {
            Step::Both(quoted, printed) if self.is_same_case(*quoted, *printed, is_first) => 0,
            Step::Both(..) | Step::Other(..) => 1,
            Step::Quoted(_) => 2,
            Step::Printed(_) => 3,
        };
        for group in steps.chunk_by(|one, other| sort(one) == sort(other)) {
            let quoted = || self.quoted_words(group);
            let printed = || self.printed_words(group);
            pieces.push(match group.first().map(&sort) {
                Some(0) => Piece::Same(quoted()),
                Some(1) => Piece::Changed { quoted: quoted(), printed: printed() },
                Some(2) => Piece::Added(quoted()),
                _ => Piece::Lost(printed()),
            });
        }
        pieces
    }

    fn is_same_case(&self, quoted: usize, printed: usize, is_first: bool) -> bool {
        let (Some(own), Some(other)) = (self.quoted.get(quoted), self.window.get(printed)) else {
            return false;
        };
        let own = self.segment.get(own.range.clone()).unwrap_or_default();
        let other = self.text.view.block(other.block).text.plain.get(other.range.clone()).unwrap_or_default();
        // A quotation may begin a sentence, or be in the middle of one.
        let skipped = usize::from(is_first && quoted == 0);
        own.chars().skip(skipped).eq(other.chars().skip(skipped))
    }

    fn quoted_words(&self, group: &[Step]) -> String {
        let mut places = group.iter().filter_map(|step| match step {
            Step::Both(quoted, _) | Step::Other(quoted, _) | Step::Quoted(quoted) => self.quoted.get(*quoted),
            Step::Printed(_) => None,
        });
        let Some(first) = places.next() else { return String::new() };
        let last = places.next_back().unwrap_or(first);
        self.segment.get(first.range.start..last.range.end).unwrap_or_default().to_owned()
    }

    fn printed_words(&self, group: &[Step]) -> String {
        let mut places = group.iter().filter_map(|step| match step {
            Step::Both(_, printed) | Step::Other(_, printed) | Step::Printed(printed) => {
                self.window.get(*printed)
            }
            Step::Quoted(_) => None,
        });
        let Some(first) = places.next() else { return String::new() };
        let last = places.next_back().unwrap_or(first);
        let selection =
            Selection { from: (first.block, first.range.start), to: (last.block, last.range.end) };
        self.text.printed(selection).replace('\n', " ")
    }
}

pub fn words_of(text: &str, block: usize) -> Vec<Word> {
    words(text).map(|range| Word { block, hash: hash(&text[range.clone()]), range }).collect()
}

/// FNV-1a over the letters in lower case.
fn hash(word: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for letter in word.chars().flat_map(char::to_lowercase) {
        hash = (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193);
    }
    hash
}

fn joined(one: u32, other: u32) -> u32 {
    (one.rotate_left(5) ^ other).wrapping_mul(0x0100_0193)
}
