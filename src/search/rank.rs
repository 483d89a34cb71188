//! Which blocks answer a query, the best first. The table in `search` explains each figure.

use super::expand::{Expansion, FIRM, Match};
use super::index::{Index, Text, Unit};
use super::query::{Query, Word};
use crate::model::Kind;

/// How soon a further occurrence counts less, and how much a long block loses (BM25's k1 and b).
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.4;
/// The share of a query that a block must answer if it does not have every word: on average of the words' weight, so
/// that «pizza i Norge» does not find Norge, and of their number, so that one rare word does not outweigh three.
const MOST: f32 = 0.52;
/// What a match that is not firm adds to that share.
const NOT_FIRM: f32 = 0.6;
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
        Phrase(words.iter().map(|word| index.vocabulary.spelled(&word.folded).collect()).collect())
    }

    pub fn begins(&self, words: &[u32]) -> bool {
        words.len() >= self.0.len() && self.0.iter().zip(words).all(|(known, word)| known.contains(word))
    }

    /// How often it stands in a text.
    fn count(&self, index: &Index, text: &Text) -> usize {
        let printed = index.printed(text);
        (0..printed.len()).filter(|at| self.begins(&printed[*at..])).count()
    }

    /// Calls with each text that has it, and how often.
    fn each_text(&self, index: &Index, mut each: impl FnMut(u32, usize)) {
        let cost = |words: &Vec<u32>| words.iter().map(|word| index.texts_with(*word).len()).sum::<usize>();
        let Some(rarest) = self.0.iter().min_by_key(|words| cost(words)) else { return };
        for word in rarest {
            let mut last = None;
            for text in index.texts_with(*word) {
                if last.replace(text) != Some(text) {
                    let count = self.count(index, &index.texts[*text as usize]);
                    if count > 0 {
                        each(*text, count);
                    }
                }
            }
        }
    }
}

/// What is known of the units while the words are gone through.
struct Tally<'a> {
    index: &'a Index,
    total: Vec<f32>,
    /// The weight of the words found, in full where they were found firmly.
    mass: Vec<f32>,
    seen: Vec<u16>,
    touched: Vec<u32>,
    /// For one word: the worth of its best match in a text, and the sum of all.
    best: Vec<f32>,
    sum: Vec<f32>,
    texts: Vec<u32>,
    /// For one word: what it gives to a unit, and whether it was found there firmly.
    points: Vec<f32>,
    firm: Vec<bool>,
}

impl<'a> Tally<'a> {
    fn new(index: &'a Index) -> Self {
        let (units, texts) = (index.units.len(), index.texts.len());
        Tally {
            index,
            total: vec![0.0; units],
            mass: vec![0.0; units],
            seen: vec![0; units],
            touched: Vec::new(),
            best: vec![0.0; texts],
            sum: vec![0.0; texts],
            texts: Vec::new(),
            points: vec![0.0; units],
            firm: vec![false; units],
        }
    }

    fn note(&mut self, text: u32, worth: f32, count: f32) {
        let at = text as usize;
        if self.best[at] == 0.0 {
            self.texts.push(text);
        }
        self.best[at] = self.best[at].max(worth);
        self.sum[at] += worth * count;
    }

    fn note_matches(&mut self, matches: &[Match]) {
        for found in matches {
            for text in self.index.texts_with(found.word) {
                self.note(*text, found.worth, 1.0);
            }
        }
    }

    /// Closes one word: gives its points to the units. Its weight grows the fewer units have it; a word that nobody
    /// has weighs most.
    fn close(&mut self, place: usize) -> f32 {
        let mut units: Vec<u32> = Vec::new();
        for text in self.texts.drain(..) {
            let at = text as usize;
            let text = &self.index.texts[at];
            let unit = text.unit as usize;
            let often = self.sum[at] / self.best[at];
            let length = (text.printed - text.start) as f32 / self.index.average;
            let often = often / (often + SATURATION * (1.0 - LENGTH + LENGTH * length));
            if self.points[unit] == 0.0 {
                units.push(text.unit);
            }
            self.points[unit] = self.points[unit].max(self.best[at] * (1.0 + often));
            self.firm[unit] |= self.best[at] >= FIRM;
            (self.best[at], self.sum[at]) = (0.0, 0.0);
        }
        let weight = rarity(self.index.units.len(), units.len());
        for unit in units {
            let at = unit as usize;
            if self.seen[at] == 0 {
                self.touched.push(unit);
            }
            self.seen[at] |= 1 << place;
            self.total[at] += weight * self.points[at];
            self.mass[at] += if self.firm[at] { weight } else { weight * NOT_FIRM };
            (self.points[at], self.firm[at]) = (0.0, false);
        }
        weight
    }
}

/// The logarithm of how many times fewer units have a word than there are units (BM25's idf).
fn rarity(units: usize, with: usize) -> f32 {
    (1.0 + (units as f32 - with as f32 + 0.5) / (with as f32 + 0.5)).ln()
}

/// The hits of a query, the best first.
pub(super) fn rank(index: &Index, query: &Query, wanted: &Wanted) -> Vec<Hit> {
    let mut tally = Tally::new(index);
    let mut weights = 0.0;
    let mut place = 0;
    let mut needed = 0_u16;
    for phrase in wanted.phrases.iter().take(4) {
        phrase.each_text(index, |text, count| tally.note(text, 1.0, count as f32));
        weights += tally.close(place);
        needed |= 1 << place;
        place += 1;
    }
    for expansion in &wanted.expansions {
        tally.note_matches(&expansion.matches);
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
        let seen = tally.seen[at];
        let mut score = tally.total[at] * weight(index.units[at].kind);
        if seen != all {
            let share = (tally.mass[at] / weights + seen.count_ones() as f32 / place as f32) / 2.0;
            if share < MOST || (place > 2 && seen.count_ones() < 2) || (any_complete && !sentence) {
                continue;
            }
            score *= share * share;
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
            complete: tally.seen[*key as u32 as usize] == all,
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
    let mut places = vec![0_u16; index.vocabulary.len()];
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
        let unit = &index.units[hit.unit as usize];
        let mut most = 0;
        for text in &index.texts[unit.texts.start as usize..unit.texts.end as usize] {
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
    hits[..count]
        .sort_unstable_by(|one, other| other.score.total_cmp(&one.score).then(one.unit.cmp(&other.unit)));
}

/// For each unit whether it has something that must not be there; empty where nothing was ruled out.
fn excluded(index: &Index, query: &Query) -> Vec<bool> {
    let mut excluded = Vec::new();
    for words in &query.minus {
        excluded.resize(index.units.len(), false);
        let mut exclude = |text: u32| excluded[index.texts[text as usize].unit as usize] = true;
        if let [word] = words.as_slice() {
            for found in &Expansion::of_whole_word(index, word).matches {
                index.texts_with(found.word).iter().for_each(|text| exclude(*text));
            }
        } else {
            Phrase::new(index, words).each_text(index, |text, _| exclude(text));
        }
    }
    excluded
}
