//! Which blocks answer a query, the best first. The table in `search` explains each figure.

use super::expand::Expansion;
use super::index::{Index, LISTED, Unit};
use super::query::{Query, Word};
use super::tally::Tally;
use super::worth::Why;
use crate::model::Kind;

/// The share of a query that a block must answer if it does not have every word: on average of the words' weight, so
/// that «pizza i Norge» does not find Norge, and of their number, so that one rare word does not outweigh three.
const MOST: f32 = 0.52;
const SENTENCE: f32 = 0.46;
/// How much words that stand side by side as they were typed add, and for how many of the best blocks that is looked at.
const SIDE_BY_SIDE: f32 = 0.25;
const LOOKED_AT: usize = 100;

/// What a block is worth by its kind: a heading opens a section, a credit is about a picture.
fn weight(kind: Kind) -> f32 {
    match kind {
        Kind::Heading => 1.1,
        Kind::Lede => 1.05,
        Kind::Paragraph | Kind::ListItem => 1.0,
        Kind::LeadIn | Kind::Footnote | Kind::Kicker => 0.9,
        Kind::PictureText | Kind::Link => 0.7,
        Kind::Byline | Kind::DateLine => 0.5,
        Kind::Credit | Kind::CreditLabel => 0.3,
    }
}

/// A block that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// The place of the document in the corpus, and of the block in its original edition.
    pub document: usize,
    pub block: usize,
    /// For comparison within one answer only.
    pub score: f32,
    /// Every word was found.
    pub complete: bool,
    pub(super) unit: u32,
}

/// What the words of a query became.
pub(super) struct Wanted {
    pub expansions: Vec<Expansion>,
    pub phrases: Vec<Phrase>,
}

/// Words that stand in a row: for each place the words of the vocabulary that may stand there.
pub(super) struct Phrase(pub Vec<Vec<u32>>);

impl Phrase {
    pub fn new(index: &Index, words: &[Word]) -> Phrase {
        let mut places = Vec::new();
        for word in words {
            places.push(index.vocabulary.spelled(&word.folded));
        }
        Phrase(places)
    }

    pub fn begins(&self, words: &[u32]) -> bool {
        for (place, known) in self.0.iter().enumerate() {
            if words.get(place).is_none_or(|word| !known.contains(word)) {
                return false;
            }
        }
        true
    }

    /// Calls with each text that has it, and how often.
    fn each_text(&self, index: &Index, each: &mut dyn FnMut(u32, f32)) {
        let (mut rarest, mut least): (&[u32], usize) = (&[], usize::MAX);
        for words in &self.0 {
            let mut cost = 0;
            for word in words {
                cost += index.texts_with(*word).len();
            }
            if cost < least {
                (rarest, least) = (words, cost);
            }
        }
        for word in rarest {
            let mut before = u32::MAX;
            for text in index.texts_with(*word) {
                let text = text & !LISTED;
                if text != before {
                    before = text;
                    let printed = index.printed(&index.texts[text as usize]);
                    let count = (0..printed.len()).filter(|at| self.begins(&printed[*at..])).count();
                    if count > 0 {
                        each(text, count as f32);
                    }
                }
            }
        }
    }
}

/// The hits of a query, the best first.
pub(super) fn rank(index: &Index, query: &Query, wanted: &Wanted) -> Vec<Hit> {
    let mut tally = Tally::new(index, wanted.expansions.len() + wanted.phrases.len() > 1);
    let mut weights = 0.0;
    let mut place = 0;
    let mut needed = 0_u16;
    for phrase in wanted.phrases.iter().take(4) {
        phrase.each_text(index, &mut |text, count| tally.note(text, 1.0, count));
        weights += tally.close(place);
        needed |= 1 << place;
        place += 1;
    }
    for expansion in &wanted.expansions {
        for found in &expansion.matches {
            // Another word for it is seldom what a list is read for.
            let kept = if found.why == Why::Term { !LISTED } else { u32::MAX };
            for text in index.texts_with(found.word) {
                tally.note(*text & kept, found.worth, 1.0);
            }
        }
        weights += tally.close(place);
        needed |= u16::from(expansion.needed) << place;
        place += 1;
    }
    let all = (1_u32 << place).wrapping_sub(1) as u16;
    let excluded = excluded(index, query);
    // Whoever asks in a sentence gets what answers most of it, too; whoever gives two or three words wants them all.
    let sentence = query.has_common || place > 3;
    let is_found = |unit: &u32| {
        tally.seen[*unit as usize] & needed == needed
            && !excluded.get(*unit as usize).is_some_and(|excluded| *excluded)
    };
    let any_complete = tally.touched.iter().any(|unit| tally.seen[*unit as usize] == all && is_found(unit));
    // Numbers are sorted instead of hits, which takes a third of the time: by score, whose bits are in the same order since
    // scores are positive, then in reading order.
    let mut keys: Vec<u64> = Vec::new();
    for unit in tally.touched.iter().filter(|unit| is_found(unit)) {
        let at = *unit as usize;
        let seen = tally.seen[at] | tally.under[at];
        let mut score = tally.total[at] * weight(index.units[at].kind);
        if seen != all {
            let share = (tally.mass[at] / weights + seen.count_ones() as f32 / place as f32) / 2.0;
            let most = if sentence { SENTENCE } else { MOST };
            if share < most || (place > 2 && seen.count_ones() < 2) || (any_complete && !sentence) {
                continue;
            }
            score *= share * share * share;
        }
        keys.push((u64::from(!score.to_bits()) << 32) | u64::from(*unit));
    }
    keys.sort_unstable();
    let hit = |key: &u64| {
        let Unit { document, block, .. } = index.units[*key as u32 as usize];
        Hit {
            document: document as usize,
            block: block as usize,
            score: f32::from_bits(!(key >> 32) as u32),
            complete: (tally.seen[*key as u32 as usize] | tally.under[*key as u32 as usize]) == all,
            unit: *key as u32,
        }
    };
    let mut hits: Vec<Hit> = keys.iter().map(hit).collect();
    if wanted.expansions.len() > 1 {
        bring_together(index, wanted, &mut hits);
    }
    hits
}

/// Raises those of the best hits in which words stand side by side as they were typed.
fn bring_together(index: &Index, wanted: &Wanted, hits: &mut [Hit]) {
    let mut places = vec![0_u16; index.vocabulary.len() as usize];
    for (place, expansion) in wanted.expansions.iter().enumerate() {
        for found in &expansion.matches {
            if let Some(places) = places.get_mut(found.word as usize) {
                *places |= 1 << place;
            }
        }
    }
    let count = hits.len().min(LOOKED_AT);
    let pairs = (wanted.expansions.len() - 1) as f32;
    for hit in &mut hits[..count] {
        let mut most = 0;
        for text in index.texts_of(hit.unit) {
            let (mut found, mut before, mut older) = (0_u16, 0_u16, 0_u16);
            for word in index.printed(text) {
                let here = places[*word as usize];
                // Directly, or with one small word between.
                found |= here & ((before | older) << 1);
                (older, before) = (before, here);
            }
            most = most.max(found.count_ones());
        }
        hit.score *= 1.0 + SIDE_BY_SIDE * most as f32 / pairs;
    }
    // A few, nearly in order as they are.
    for place in 1..count {
        let mut at = place;
        while at > 0 && hits[at].score > hits[at - 1].score {
            hits.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// For each unit whether it has something that must not be there; empty where nothing was ruled out.
fn excluded(index: &Index, query: &Query) -> Vec<bool> {
    let mut excluded = Vec::new();
    for words in &query.minus {
        excluded.resize(index.units.len(), false);
        let mut exclude = |text: u32, _| excluded[index.texts[text as usize].unit as usize] = true;
        if let [word] = words.as_slice() {
            for found in &Expansion::of_minus(index, word).matches {
                for text in index.texts_with(found.word) {
                    exclude(*text & !LISTED, 0.0);
                }
            }
        } else {
            Phrase::new(index, words).each_text(index, &mut exclude);
        }
    }
    excluded
}
