//! Where the sentences of a block begin and end: the rule by which tags and commitments are numbered.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// After these no sentence ends, though a capital or a digit may follow. Other abbreviations need no entry: a small
/// letter after the full stop says enough.
const ABBREVIATIONS: [&str; 15] = [
    "Meld.", "St.", "Prop.", "Innst.", "nr.", "Nr.", "no.", "No.", "art.", "Jfr.", "jf.", "bl.a.", "f.eks.",
    "ca.", "kl.",
];

/// The bytes of each sentence, without the spaces around it. Sentence boundaries are those of Unicode (UAX 29), with
/// the abbreviations above and single initials taken together with what follows.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (start, piece) in text.split_sentence_bound_indices() {
        let end = start + piece.trim_end().len();
        match found.last_mut() {
            Some(sentence) if is_open => sentence.end = end,
            _ => found.push(start..end),
        }
        is_open = goes_on(piece.trim_end());
    }
    found.retain(|sentence| !sentence.is_empty());
    found
}

/// Whether the full stop at the end belongs to the last word.
fn goes_on(piece: &str) -> bool {
    let last = piece.rsplit(' ').next().unwrap_or_default().trim_start_matches(['(', '«', '“']);
    let is_initial = last.len() == 2 && last.starts_with(char::is_uppercase) && last.ends_with('.');
    ABBREVIATIONS.contains(&last) || is_initial
}
