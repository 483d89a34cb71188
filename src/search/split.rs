//! Words that were typed together or apart otherwise than the documents write them: «cyberangrep» for «cyber angrep»,
//! «egen beredskap» for «egenberedskap», and names of things that have several words.

use super::expand::Expansion;
use super::index::Index;
use super::query::Word;

/// No term has more words.
const LONGEST_TERM: usize = 4;

/// Where words in a row are a term, or one word of the documents, that answers each of them.
pub(super) fn join(index: &Index, words: &[Word], expansions: &mut [Expansion]) {
    for start in 0..words.len() {
        for end in start + 2..=words.len().min(start + LONGEST_TERM) {
            let row: Vec<&str> = words[start..end].iter().map(|word| word.folded.as_str()).collect();
            let mut together = Expansion { matches: Vec::new() };
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
        (part.chars().count() >= 3)
            .then(|| Expansion::of_whole_word(index, &word))
            .filter(|found| !found.is_empty())
    };
    let cuts = word.char_indices().map(|(at, _)| at).skip(3);
    for at in cuts {
        let (left, right) = word.split_at(at);
        if let Some(right) = found(right)
            && let Some(left) = found(left).or_else(|| found(left.strip_suffix(['s', 'e'])?))
        {
            return Some([left, right]);
        }
    }
    None
}
