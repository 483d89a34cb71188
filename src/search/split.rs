//! Words that were typed together or apart otherwise than the documents write them: «cyberangrep» for «cyber angrep»,
//! «egen beredskap» for «egenberedskap», and names of things that have several words.

use super::expand::Expansion;
use super::index::Index;
use super::query::Word;
use crate::text::Grammar;

/// No term has more words.
const LONGEST_TERM: usize = 4;

/// Where words in a row are a term, or one word of the documents, that answers each of them.
pub(super) fn join(index: &Index, words: &[Word], expansions: &mut [Expansion]) {
    for start in 0..words.len() {
        for end in start + 2..=words.len().min(start + LONGEST_TERM) {
            let row: Vec<&str> = words[start..end].iter().map(|word| word.folded.as_str()).collect();
            let mut together = Expansion::default();
            together.add_terms(index, &row, false);
            if end == start + 2 {
                together.add_forms(index, &row.concat());
            }
            for expansion in &mut expansions[start..end] {
                together.matches.iter().for_each(|found| expansion.add(found.word, found.worth, found.why));
            }
        }
    }
}

/// Where a word is nowhere, but two words are that it is made of, those two are looked for instead.
pub(super) fn split(index: &Index, words: &[Word], expansions: Vec<Expansion>) -> Vec<Expansion> {
    let mut all = Vec::with_capacity(expansions.len());
    for (place, expansion) in expansions.into_iter().enumerate() {
        match words.get(place).filter(|_| !expansion.has_word()).and_then(|word| parts(index, &word.folded)) {
            Some(parts) => all.extend(parts),
            None => all.push(expansion),
        }
    }
    all
}

fn parts(index: &Index, word: &str) -> Option<[Expansion; 2]> {
    let found = |part: &str| {
        let word = Word { typed: part.to_owned(), folded: part.to_owned(), capitals: false };
        let found = Expansion { needed: true, ..Expansion::of_whole_word(index, &word) };
        (!found.is_empty()).then_some(found)
    };
    let is_spelled = |part: &str| index.vocabulary.spelled(part).next().is_some();
    let is_term = |part: &str| index.terms.named(&[part]).next().is_some();
    let is_form = |part: &str| {
        Grammar::BOTH
            .iter()
            .any(|grammar| index.vocabulary.find_stem(*grammar, &grammar.stem(part)).is_some())
    };
    for (at, _) in word.char_indices().skip(3) {
        let (left, right) = word.split_at(at);
        if right.chars().count() < 4 || !(is_form(right) || is_term(right)) {
            continue;
        }
        // The first part has no inflection, so that it must stand in the documents, or in the table of terms, as it is.
        let joined = left.strip_suffix(['s', 'e']).into_iter().filter(|left| left.len() >= 3);
        let left = std::iter::once(left).chain(joined).find(|left| is_spelled(left) || is_term(left));
        if let Some(parts) = left.and_then(|left| Some([found(left)?, found(right)?])) {
            return Some(parts);
        }
    }
    None
}
