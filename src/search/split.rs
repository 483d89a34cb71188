//! Words that were typed together or apart otherwise than the documents write them: «cyberangrep» for «cyber angrep»,
//! «egen beredskap» for «egenberedskap», and names of things that have several words.

use super::expand::Expansion;
use super::index::Index;
use super::query::Word;
use super::worth;
use crate::text::{Grammar, is_common};

/// No term has more words.
const LONGEST_TERM: usize = 4;

/// What a word of a term counts where it stands without the others.
const ALONE: f32 = 0.65;

/// Where words in a row are a term, or one word of the documents, that answers each of them. Of several terms that begin with a
/// word the longest is meant; in «critical infrastructure» neither word means much without the other.
pub(super) fn join(index: &Index, words: &[Word], expansions: &mut [Expansion]) {
    let mut start = 0;
    while start < words.len() {
        let mut row: Vec<&str> = Vec::new();
        let mut term = (start + 1, Expansion::default());
        for (count, word) in words[start..].iter().take(LONGEST_TERM).enumerate() {
            row.push(&word.folded);
            if count > 0 {
                let mut together = Expansion::default();
                together.add_terms(index, &row);
                if !together.matches.is_empty() {
                    term = (start + count + 1, together);
                }
            }
        }
        let (end, together) = term;
        for expansion in &mut expansions[start..end] {
            if end > start + 1 {
                for found in &mut expansion.matches {
                    found.worth *= ALONE;
                }
            }
            expansion.add_all(&together, 1.0, None);
        }
        start = end;
    }
    for (at, pair) in words.windows(2).enumerate() {
        let mut together = Expansion::default();
        together.add_forms(index, &(pair[0].folded.clone() + &pair[1].folded));
        for expansion in &mut expansions[at..at + 2] {
            expansion.add_all(&together, 1.0, None);
        }
    }
}

/// Where a word is nowhere, but two words are that it is made of, those two are looked for instead.
pub(super) fn split(index: &Index, word: &Word, expansion: Expansion, all: &mut Vec<Expansion>) {
    if !expansion.has(worth::TYPO)
        && let Some((left, right)) = cut(index, &word.folded)
    {
        for part in [left, right] {
            let word = Word { folded: part.to_owned(), ..Word::default() };
            all.push(Expansion { needed: true, ..Expansion::of_whole_word(index, &word) });
        }
    } else {
        all.push(expansion);
    }
}

fn cut<'a>(index: &Index, word: &'a str) -> Option<(&'a str, &'a str)> {
    let is_form = |part: &str| {
        Grammar::BOTH
            .iter()
            .any(|grammar| index.vocabulary.find_stem(*grammar, &grammar.stem(part)).is_some())
    };
    let is_term = |part: &str| !index.terms.named(&[part]).is_empty();
    // The first part has no inflection, so that it must stand in the documents, or in the table of terms, as it is.
    let is_first = |part: &str| !index.vocabulary.spelled(part).is_empty() || is_term(part);
    for (at, _) in word.char_indices().skip(3) {
        let (left, right) = word.split_at(at);
        if right.chars().count() < 4 || !(is_form(right) || is_term(right)) {
            continue;
        }
        if is_first(left) && !is_common(left) {
            return Some((left, right));
        }
        if let Some(left) = left.strip_suffix(['s', 'e'])
            && left.len() >= 3
            && is_first(left)
        {
            return Some((left, right));
        }
    }
    None
}
