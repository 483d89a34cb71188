//! Words: where they begin and end, and the form in which they are compared. The same for texts and for queries.

use std::ops::Range;

/// The words of a text, as ranges of bytes. A word is a run of letters and digits; a hyphen between two of them
/// parts words, since `Nato-alliert` should be found by either half.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|(_, c)| c.is_alphanumeric())?;
        let mut end = text.len();
        while let Some((at, c)) = rest.peek().copied() {
            if !c.is_alphanumeric() {
                end = at;
                break;
            }
            rest.next();
        }
        Some(start..end)
    })
}

/// The form in which words are compared: lower case. Æ, ø and å stay apart from a and o.
pub fn fold(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).collect()
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
        assert_eq!(split("–"), [""; 0]);
        assert_eq!(split(""), [""; 0]);
    }

    #[test]
    fn folding_keeps_norwegian_letters() {
        assert_eq!(fold("ØKONOMI"), "økonomi");
        assert_ne!(fold("økonomi"), fold("okonomi"));
    }
}
