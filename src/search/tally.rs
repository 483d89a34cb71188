//! What the words of a query give to each block. The table in `search` explains each figure.

use super::index::{Index, LISTED};
use super::worth::{self, FIRM};
use crate::model::Kind;

/// How soon a further occurrence counts less, and how much a long block loses (BM25's k1 and b).
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.4;
/// What a match that is not firm adds to the share of a query that a block answers.
const NOT_FIRM: f32 = 0.6;
/// What a word counts that a block has not itself, but its heading has.
const UNDER: f32 = 0.3;
/// What a word counts that a block only has in a long list.
const IN_LIST: f32 = 0.8;

/// What is known of the units while the words are gone through.
pub(super) struct Tally<'a> {
    index: &'a Index,
    pub total: Vec<f32>,
    /// The weight of the words found, in full where they were found firmly.
    pub mass: Vec<f32>,
    pub seen: Vec<u16>,
    /// Which words the heading has under which a unit stands.
    pub under: Vec<u16>,
    pub touched: Vec<u32>,
    /// For one word: the worth of its best match in a text, and the sum of all.
    best: Vec<f32>,
    sum: Vec<f32>,
    /// Whether it stands there otherwise than in a long list.
    plain: Vec<bool>,
    texts: Vec<u32>,
    /// For one word: what it gives to a unit, and the worth of its best match there.
    points: Vec<f32>,
    worth: Vec<f32>,
    /// From here on a match is more than a chance where there are several words.
    least: f32,
    /// Words of a text on average.
    average: f32,
}

impl<'a> Tally<'a> {
    pub fn new(index: &'a Index, several: bool) -> Self {
        let (units, texts) = (index.units.len(), index.texts.len());
        Tally {
            index,
            total: vec![0.0; units],
            mass: vec![0.0; units],
            seen: vec![0; units],
            under: vec![0; units],
            touched: Vec::new(),
            best: vec![0.0; texts],
            sum: vec![0.0; texts],
            plain: vec![false; texts],
            texts: Vec::new(),
            points: vec![0.0; units],
            worth: vec![0.0; units],
            least: if several { worth::WITHIN + 0.01 } else { 0.0 },
            average: index.forward.len() as f32 / (texts as f32).max(1.0),
        }
    }

    pub fn note(&mut self, text: u32, worth: f32, count: f32) {
        let at = (text & !LISTED) as usize;
        if self.best[at] == 0.0 {
            self.texts.push(at as u32);
        }
        self.plain[at] |= text & LISTED == 0;
        self.best[at] = self.best[at].max(worth);
        self.sum[at] += worth * count;
    }

    /// Closes one word: gives its points to the units. Its weight grows the fewer units have it; a word that nobody
    /// has weighs most.
    pub fn close(&mut self, place: usize) -> f32 {
        let mut units: Vec<u32> = Vec::new();
        for text in self.texts.drain(..) {
            let at = text as usize;
            let text = &self.index.texts[at];
            let unit = text.unit as usize;
            let often = self.sum[at] / self.best[at];
            let length = (text.printed - text.start) as f32 / self.average;
            let often = often / (often + SATURATION * (1.0 - LENGTH + LENGTH * length));
            if self.points[unit] == 0.0 {
                units.push(text.unit);
            }
            let points = self.best[at] * (1.0 + often) * if self.plain[at] { 1.0 } else { IN_LIST };
            self.points[unit] = self.points[unit].max(points);
            self.worth[unit] = self.worth[unit].max(self.best[at]);
            (self.best[at], self.sum[at], self.plain[at]) = (0.0, 0.0, false);
        }
        let weight = rarity(self.index.units.len(), units.len());
        for unit in &units {
            let at = *unit as usize;
            self.total[at] += weight * self.points[at];
            if self.worth[at] < self.least {
                continue;
            }
            if self.seen[at] == 0 {
                self.touched.push(*unit);
            }
            self.seen[at] |= 1 << place;
            self.mass[at] += if self.worth[at] >= FIRM { weight } else { weight * NOT_FIRM };
        }
        // A block is read under its heading.
        let units_of = &self.index.units;
        for unit in &units {
            let heading = *unit as usize;
            if units_of[heading].kind == Kind::Heading && self.worth[heading] >= FIRM {
                for (at, below) in units_of.iter().enumerate().skip(heading + 1) {
                    if below.kind == Kind::Heading || below.document != units_of[heading].document {
                        break;
                    }
                    if self.seen[at] & 1 << place == 0 {
                        self.under[at] |= 1 << place;
                        self.total[at] += weight * self.points[heading] * UNDER;
                        self.mass[at] += weight * UNDER;
                    }
                }
            }
        }
        for unit in units {
            (self.points[unit as usize], self.worth[unit as usize]) = (0.0, 0.0);
        }
        weight
    }
}

/// The logarithm (to base 2) of how many times fewer units have a word than there are units (BM25's idf).
fn rarity(units: usize, with: usize) -> f32 {
    let ratio = 1.0 + (units as f32 - with as f32 + 0.5) / (with as f32 + 0.5);
    // A number with a floating point begins with its logarithm; what follows is near enough to the rest of it.
    ratio.to_bits() as f32 / (1 << 23) as f32 - 127.0
}
