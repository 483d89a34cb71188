//! How much each document speaks of each theme.

use crate::corpus::Corpus;

/// What a document says on a theme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Passages that speak of it, among other things perhaps.
    pub passages: u32,
    /// Their words.
    pub words: u32,
    /// Their words in a thousand of the document's.
    pub permille: u32,
}

/// For each theme, in the order of the vocabulary, its share in each document, in the order in which they are wanted.
/// Documents differ in length, so what is compared is the share. It is that of the originals.
pub fn shares(corpus: &Corpus, documents: &[usize]) -> Vec<Vec<Share>> {
    let mut rows = vec![vec![Share::default(); documents.len()]; corpus.vocabulary().themes.len()];
    for (column, place) in documents.iter().enumerate() {
        let Some(document) = corpus.documents().get(*place) else { continue };
        let mut total = 0;
        for (block, tags) in document.original().blocks.iter().zip(&document.tags) {
            if !block.kind.is_passage() {
                continue;
            }
            let words = block.text.plain.split_whitespace().count() as u32;
            total += words;
            for (place, theme) in tags.themes.iter().enumerate() {
                let counted = tags.themes[..place].contains(theme);
                if let Some(row) = rows.get_mut(usize::from(*theme)).filter(|_| !counted) {
                    row[column].passages += 1;
                    row[column].words += words;
                }
            }
        }
        for row in &mut rows {
            row[column].permille = (row[column].words * 1000).checked_div(total).unwrap_or_default();
        }
    }
    rows
}

/// The documents in the order in which they came out, as places.
pub fn by_age(corpus: &Corpus) -> Vec<usize> {
    let mut keys: Vec<u64> = Vec::new();
    for (place, document) in corpus.documents().iter().enumerate() {
        let (month, day) = document.issued.day.unwrap_or_default();
        // Year, month, day and place in one number.
        let day = u64::from(document.issued.year) << 16 | u64::from(month) << 8 | u64::from(day);
        keys.push(day << 32 | place as u64);
    }
    keys.sort_unstable();
    keys.iter().map(|key| (key & 0xffff_ffff) as usize).collect()
}
