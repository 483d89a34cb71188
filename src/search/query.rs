//! What somebody typed, taken apart: words, phrases in quotes, and words that must not be there.

use super::index::capitals;
use crate::text::{fold, is_common, words};

/// A longer query is cut here: each word costs time, and nobody types that many.
const MOST_WORDS: usize = 12;
/// What goes on longer than this is no phrase that one types.
const LONGEST_PHRASE: usize = 100;
/// Longer words are nobody's; they are found nowhere.
const LONGEST_WORD: usize = 64;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
        while let Some(first) = rest.chars().next() {
            // Runs of letters are read to their end, so that a minus here never joins two words.
            let minus = matches!(first, '-' | '−' | '–');
            let start = if minus { &rest[first.len_utf8()..] } else { rest };
            let next = start.chars().next().unwrap_or(' ');
            let quoted = is_quote(next);
            if !quoted && !next.is_alphanumeric() {
                rest = &rest[first.len_utf8()..];
                continue;
            }
            let start = if quoted { &start[next.len_utf8()..] } else { start };
            // While nobody has closed a quotation, it goes on to the end.
            let ends = |c: char| is_quote(c) || (!quoted && c.is_whitespace());
            let end = start.find(ends).unwrap_or(start.len());
            let (run, behind) = start.split_at(end);
            rest = behind;
            if quoted && let Some(quote) = rest.chars().next() {
                rest = &rest[quote.len_utf8()..];
            }
            let found = read_words(run);
            if minus {
                add(&mut query.minus, found);
            } else if quoted {
                add(&mut query.phrases, found);
            } else {
                query.typing = rest.is_empty() && run.ends_with(char::is_alphanumeric);
                for word in found {
                    // «US» is a state, «us» a small word.
                    if is_common(&word.folded) && !word.capitals {
                        query.has_common = true;
                    } else if query.words.len() < MOST_WORDS
                        && !query.words.iter().any(|known| known.typed == word.typed)
                    {
                        query.words.push(word);
                    }
                }
            }
        }
        // Somebody who types all in capitals has abbreviated nothing, unless it is one short word.
        if query.words.len() > 1 && query.words.iter().all(|word| word.capitals) {
            for word in &mut query.words {
                word.capitals = false;
            }
        }
        query
    }
}

fn add(phrases: &mut Vec<Vec<Word>>, phrase: Vec<Word>) {
    if !phrase.is_empty() && phrases.len() < MOST_WORDS && !phrases.contains(&phrase) {
        phrases.push(phrase);
    }
}

fn read_words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    for range in words(text) {
        let (bare, capitals) = capitals(&text[range]);
        let typed: String = bare.chars().take(LONGEST_WORD).collect();
        let word = Word { folded: fold(&typed), typed, capitals };
        found.push(word);
        if found.len() == LONGEST_PHRASE {
            break;
        }
    }
    found
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '″')
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
