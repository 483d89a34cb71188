//! As much text as one likes, for measuring time. Recombined, not copied: each block is put together from sentences of all
//! documents, and a share of their longer words is joined to new compounds, so that the vocabulary grows with the text as it does in
//! real collections.

use strategy_reader::model::{Edition, Library};
use strategy_reader::text::words;

/// One word in so many becomes a new compound.
const COINED: usize = 50;

/// A library with so many times the blocks of another one. What editors said of blocks is left behind.
pub fn grown(library: &Library, scale: usize) -> Library {
    let mut grown = library.clone();
    let mut random = Random(42);
    for (document, original) in grown.documents.iter_mut().zip(&library.documents) {
        document.tags.clear();
        document.commitments.clear();
        document.explained.clear();
        for (edition, original) in document.editions.iter_mut().zip(&original.editions) {
            let pool = sentences(library, original);
            for round in 1..scale {
                for block in &original.blocks {
                    let mut block = block.clone();
                    block.anchor = format!("{}-{round}", block.anchor);
                    block.text.marks.clear();
                    block.text.plain = recombined(&block.text.plain, &pool, &mut random);
                    edition.blocks.push(block);
                }
            }
        }
    }
    grown
}

/// The sentences of all editions in the same language.
fn sentences<'a>(library: &'a Library, edition: &Edition) -> Vec<&'a str> {
    let editions = library.documents.iter().flat_map(|document| &document.editions);
    let same = editions.filter(|other| other.lang == edition.lang);
    same.flat_map(|other| other.blocks.iter().flat_map(|block| block.text.plain.split_inclusive(". ")))
        .collect()
}

/// A text about as long as another one, from sentences of the pool.
fn recombined(text: &str, pool: &[&str], random: &mut Random) -> String {
    let mut new = String::new();
    while new.len() < text.len() {
        for word in pool[random.below(pool.len())].split_inclusive(' ') {
            if word.len() > 5 && random.below(COINED) == 0 {
                let other = pool[random.below(pool.len())];
                let found: Vec<&str> = words(other).map(|range| &other[range]).collect();
                new.push_str(&found[random.below(found.len().max(1))].to_lowercase());
            }
            new.push_str(word);
        }
        new.push(' ');
    }
    new
}

/// Knuth's linear congruential generator: the same library on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % end.max(1) as u64) as usize
    }
}
