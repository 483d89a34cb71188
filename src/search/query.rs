//! What somebody typed, taken apart: words, phrases in quotes, and words that must not be there.

use super::index::capitals;
use crate::text::{fold, is_common, words};

/// A longer query is cut here: each word costs time, and nobody types that many.
const MOST_WORDS: usize = 12;
/// Longer words are nobody's; they are found nowhere.
const LONGEST_WORD: usize = 64;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub typed: String,
    pub folded: String,
    /// Written in capitals, as an abbreviation is.
    pub capitals: bool,
}

#[derive(Debug, Default)]
pub(super) struct Query {
    pub words: Vec<Word>,
    pub phrases: Vec<Vec<Word>>,
    pub minus: Vec<Vec<Word>>,
    /// There were small words, which are not looked for.
    pub has_common: bool,
    /// The last of `words` is still being typed, as far as one can know.
    pub typing: bool,
}

impl Query {
    pub fn read(text: &str) -> Query {
        let mut query = Query::default();
        let mut rest = text;
        let mut before = ' ';
        while let Some(next) = rest.chars().next() {
            let after = &rest[next.len_utf8()..];
            if is_quote(next) {
                let (phrase, behind) = quoted(after);
                query.add_phrase(phrase, false);
                (rest, before) = (behind, ' ');
            } else if is_minus(next) && !before.is_alphanumeric() {
                let behind = query.read_minus(after);
                (rest, before) = (behind.unwrap_or(after), ' ');
            } else if next.is_alphanumeric() {
                let end = after.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(after.len());
                let (run, behind) = rest.split_at(next.len_utf8() + end);
                query.add_words(run);
                query.typing = behind.is_empty() && run.ends_with(char::is_alphanumeric);
                (rest, before) = (behind, ' ');
            } else {
                (rest, before) = (after, next);
            }
        }
        // Somebody who types all in capitals has abbreviated nothing, unless it is one short word.
        if query.words.len() > 1 && query.words.iter().all(|word| word.capitals) {
            query.words.iter_mut().for_each(|word| word.capitals = false);
        }
        query
    }

    fn read_minus<'a>(&mut self, after: &'a str) -> Option<&'a str> {
        let next = after.chars().next()?;
        if is_quote(next) {
            let (phrase, behind) = quoted(&after[next.len_utf8()..]);
            self.add_phrase(phrase, true);
            return Some(behind);
        }
        if !next.is_alphanumeric() {
            return None;
        }
        let end = after.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(after.len());
        self.add_phrase(&after[..end], true);
        Some(&after[end..])
    }

    fn add_phrase(&mut self, text: &str, minus: bool) {
        let found: Vec<Word> = words(text).take(MOST_WORDS).map(|range| word(&text[range])).collect();
        let phrases = if minus { &mut self.minus } else { &mut self.phrases };
        if !found.is_empty() && phrases.len() < MOST_WORDS && !phrases.contains(&found) {
            phrases.push(found);
        }
    }

    fn add_words(&mut self, run: &str) {
        for range in words(run) {
            let word = word(&run[range]);
            // «US» is a state, «us» a small word.
            if is_common(&word.folded) && !word.capitals {
                self.has_common = true;
            } else if self.words.len() < MOST_WORDS && !self.words.contains(&word) {
                self.words.push(word);
            }
        }
    }
}

fn word(typed: &str) -> Word {
    let (bare, capitals) = capitals(typed);
    let bare = bare.char_indices().nth(LONGEST_WORD).map_or(bare, |(end, _)| &bare[..end]);
    Word { typed: bare.to_owned(), folded: fold(bare), capitals }
}

/// What stands before the next quote, or all of it while nobody has closed the quotation yet.
fn quoted(text: &str) -> (&str, &str) {
    match text.char_indices().find(|(_, c)| is_quote(*c)) {
        Some((end, quote)) => (&text[..end], &text[end + quote.len_utf8()..]),
        None => (text, ""),
    }
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '″')
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '–')
}

#[cfg(test)]
mod tests {
    use super::Query;

    /// The query as it was understood: words, then "phrases", then -words; `…` where the last word may go on.
    fn read(text: &str) -> String {
        let query = Query::read(text);
        let join = |words: &[super::Word]| {
            words.iter().map(|word| word.folded.as_str()).collect::<Vec<&str>>().join(" ")
        };
        let mut parts: Vec<String> = query.words.iter().map(|word| word.folded.clone()).collect();
        if query.typing {
            parts.push("…".to_owned());
        }
        parts.extend(query.phrases.iter().map(|phrase| format!("\"{}\"", join(phrase))));
        parts.extend(query.minus.iter().map(|phrase| format!("-{}", join(phrase))));
        parts.join(" ")
    }

    #[test]
    fn words_phrases_and_minus_words_are_told_apart() {
        for (text, expected) in [
            ("Nato Russland", "nato russland …"),
            ("Nato Russland ", "nato russland"),
            ("hva er Nato?", "nato"),
            ("«alliert fellesskap» Nato ", "nato \"alliert fellesskap\""),
            ("\"nasjonal sikkerhet", "\"nasjonal sikkerhet\""),
            ("Nato -Russland", "nato -russland"),
            ("Nato -\"krig i Europa\" x", "nato x … -krig i europa"),
            ("-nato-allierte", "-nato allierte"),
            ("IKT-sikkerhet", "ikt sikkerhet …"),
            ("2014-2015", "2014 2015 …"),
            ("- nato", "nato …"),
            ("nato nato NATO", "nato nato …"),
            ("\"\" «»", ""),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn capitals_mean_abbreviations_unless_all_is_in_capitals() {
        let capitals =
            |text: &str| Query::read(text).words.iter().map(|word| word.capitals).collect::<Vec<bool>>();
        assert_eq!(capitals("NIS direktiv"), [true, false]);
        assert_eq!(capitals("NIS"), [true]);
        assert_eq!(capitals("NASJONAL SIKKERHET"), [false, false]);
        assert_eq!(capitals("EUs rolle"), [true, false]);
        assert_eq!(capitals("US"), [true]);
        assert_eq!(capitals("us"), [false; 0]);
    }

    #[test]
    fn no_query_is_too_long() {
        assert_eq!(Query::read(&"a1 b2 ".repeat(50_000)).words.len(), 2);
        let many: String = (0..20_000).map(|number| format!("ord{number} -x{number} ")).collect();
        let query = Query::read(&many);
        assert_eq!((query.words.len(), query.minus.len()), (12, 12));
        assert_eq!(Query::read(&"å".repeat(100_000)).words[0].folded.chars().count(), 64);
        assert_eq!(Query::read(&"\"".repeat(100_001)).phrases.len(), 0);
    }
}
