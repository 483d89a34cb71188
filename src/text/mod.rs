//! Words: where they begin and end, and the form in which they are compared. The same for texts and for queries.

mod common;
mod letters;
mod nynorsk;
mod stem;

pub use common::is_common;
pub use letters::{LONGEST, alphabetical, coarse, distance, has_own_letters};
pub use nynorsk::nynorsk;
pub use stem::Grammar;

use std::ops::Range;

/// The words of a text, as ranges of bytes. A word is a run of letters and digits with the accents that follow them;
/// a hyphen between two of them parts words, since `Nato-alliert` should be found by either half.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some((at, c)) = rest.peek().copied() {
            if !c.is_alphanumeric() && !is_accent(c) {
                end = at;
                break;
            }
            rest.next();
        }
        Some(start..end)
    })
}

/// The form in which words are compared: lower case, a letter and its accent as one sign. Æ, ø and å stay apart from
/// a and o.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match folded.chars().next_back().and_then(|letter| compose(letter, c)) {
            Some(one) => {
                folded.pop();
                folded.push(one);
            }
            None => folded.push(c),
        }
    }
    folded
}

/// An accent that is a sign of its own and combines with the letter before it, as some systems write å.
fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Accents, the letters that take them in Norwegian, its neighbours and Sámi, and both as one sign. Unicode has many
/// more, whose tables would be larger than the rest of the search.
const COMPOSED: [(char, &str, &str); 7] = [
    ('\u{300}', "aeiou", "àèìòù"),
    ('\u{301}', "aeiouy", "áéíóúý"),
    ('\u{302}', "aeiou", "âêîôû"),
    ('\u{303}', "ano", "ãñõ"),
    ('\u{308}', "aeiouy", "äëïöüÿ"),
    ('\u{30a}', "au", "åů"),
    ('\u{30c}', "csz", "čšž"),
];

fn compose(letter: char, accent: char) -> Option<char> {
    let (_, letters, composed) = COMPOSED.iter().find(|(known, ..)| *known == accent)?;
    composed.chars().nth(letters.chars().position(|known| known == letter)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(split("Nato-partnere, 10 % (2014–2015)."), ["Nato", "partnere", "10", "2014", "2015"]);
        assert_eq!(split("  «åpenhet»"), ["åpenhet"]);
        assert_eq!(split("cafe\u{301}s"), ["cafe\u{301}s"]);
        assert_eq!(split("\u{301}–"), [""; 0]);
        assert_eq!(split(""), [""; 0]);
    }

    #[test]
    fn folding_keeps_norwegian_letters() {
        assert_eq!(fold("ØKONOMI"), "økonomi");
        assert_ne!(fold("økonomi"), fold("okonomi"));
    }

    #[test]
    fn a_letter_and_its_accent_fold_into_one_sign() {
        assert_eq!(fold("A\u{30a}PENHET på S\u{30c}ibmelaš"), "åpenhet på šibmelaš");
        for (accent, letters, composed) in COMPOSED {
            assert_eq!(letters.chars().count(), composed.chars().count());
            for (letter, one) in letters.chars().zip(composed.chars()) {
                assert_eq!(fold(&format!("{letter}{accent}")), one.to_string());
            }
        }
        // What the table does not know stays as it is.
        assert_eq!(fold("\u{301}q\u{301}"), "\u{301}q\u{301}");
    }
}
