//! The words that are known: those of other documents and those of the text itself. By them a word cut in two is told
//! from two words.

use crate::model::{Document, Lang};
use std::collections::BTreeMap;

/// How often words occur, in lower case.
#[derive(Default)]
pub struct Lexicon {
    words: BTreeMap<String, Uses>,
}

#[derive(Default, Clone, Copy)]
struct Uses {
    /// As a word by itself.
    alone: u32,
    /// With a capital letter though no sentence begins.
    named: u32,
    /// With a small first letter.
    small: u32,
    /// Before a hyphen: `sikkerhets-`.
    linking: u32,
}

/// A run of letters, digits and the hyphens between them, with what stands around it.
struct Token<'a> {
    word: &'a str,
    before: Option<char>,
    after: Option<char>,
    /// Whether a sentence begins with it, as far as the line tells.
    begins: bool,
}

impl Lexicon {
    /// The words of all editions in a language.
    pub fn of<'a>(documents: impl Iterator<Item = &'a Document>, lang: Lang) -> Self {
        let mut lexicon = Lexicon::default();
        for edition in
            documents.flat_map(|document| &document.editions).filter(|edition| edition.lang == lang)
        {
            edition.blocks.iter().for_each(|block| lexicon.add(&block.text.plain));
        }
        lexicon
    }

    /// Takes in a text that is whole, such as a block of an edition.
    pub fn add(&mut self, text: &str) {
        for token in tokens(text) {
            self.count(&token);
        }
    }

    /// Takes in a line of which the first and the last word may be parts of words.
    pub(super) fn add_line(&mut self, line: &str) {
        let all: Vec<Token> = tokens(line).collect();
        for (index, token) in all.iter().enumerate() {
            let is_whole =
                index + 1 < all.len() || token.after.is_some_and(|after| ".,;:!?)»”".contains(after));
            if index > 0 && is_whole {
                self.count(token);
            }
        }
    }

    fn count(&mut self, token: &Token) {
        let is_part = token.after == Some('-') || token.before == Some('-');
        let uses = self.words.entry(token.word.to_lowercase()).or_default();
        if token.after == Some('-') {
            uses.linking += 1;
        }
        if !is_part {
            uses.alone += 1;
            let capital = token.word.starts_with(char::is_uppercase);
            uses.named += u32::from(capital && !token.begins);
            uses.small += u32::from(!capital);
        }
        // `Nato-partnere` knows of a name before a hyphen, and of a word behind it.
        if let Some((first, last)) = token.word.rsplit_once('-') {
            let uses = self.words.entry(first.to_lowercase()).or_default();
            uses.linking += 1;
            uses.named += u32::from(first.starts_with(char::is_uppercase) && !token.begins);
            let uses = self.words.entry(last.to_lowercase()).or_default();
            uses.alone += 1;
            uses.small += u32::from(last.starts_with(char::is_lowercase));
        }
    }

    fn uses(&self, word: &str) -> Uses {
        self.words.get(&word.to_lowercase()).copied().unwrap_or_default()
    }

    /// How often the word stands by itself.
    pub fn count_of(&self, word: &str) -> u32 {
        self.uses(word).alone
    }

    pub fn knows(&self, word: &str) -> bool {
        self.count_of(word) > 0
    }

    /// Whether the word, or the same word with another ending, is known.
    pub(super) fn knows_nearly(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let letters: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        // Of a short word hardly anything is left without its ending.
        let Some(shortest) = letters.get(letters.len().saturating_sub(LONGEST_ENDING).max(4)) else {
            return self.knows(&word);
        };
        let stem = &word[..*shortest];
        let alike = self.words.range(stem.to_owned()..).take_while(|(known, _)| known.starts_with(stem));
        alike.filter(|(_, uses)| uses.alone > 0).any(|(known, _)| are_forms(&word, known))
    }

    /// Whether the word is always written with a capital letter.
    pub(super) fn is_name(&self, word: &str) -> bool {
        let uses = self.uses(word);
        uses.named > 0 && uses.small == 0
    }

    /// Whether the word is known before a hyphen and never by itself: `utenriks`.
    pub(super) fn is_linking(&self, word: &str) -> bool {
        let uses = self.uses(word);
        uses.linking > 0 && uses.alone == 0
    }
}

const LONGEST_ENDING: usize = 4;

/// Whether two words differ in their endings only, as far as the commonest endings of Norwegian and English tell.
fn are_forms(one: &str, other: &str) -> bool {
    const ENDINGS: [&str; 17] = [
        "", "enes", "ens", "ets", "ene", "ers", "ing", "en", "et", "er", "es", "ed", "e", "s", "a", "t", "n",
    ];
    let ends = |end: &str| ENDINGS.contains(&end);
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    // What the endings have in common may belong to both of them: `sikkerhet` and `sikkerheten`.
    (0..=same).rev().take(LONGEST_ENDING + 1).any(|at| {
        let parts = one.get(at..).zip(other.get(at..));
        parts.is_some_and(|(one, other)| ends(one) && ends(other))
    })
}

fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let mut end = start;
        let mut letters = text[start..].char_indices().peekable();
        while let Some((offset, letter)) = letters.next() {
            let within = letter == '-' && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if !letter.is_alphanumeric() && !within {
                break;
            }
            end = start + offset + letter.len_utf8();
        }
        at = end;
        let before = text[..start].trim_end();
        Some(Token {
            word: &text[start..end],
            before: text[..start].chars().next_back(),
            after: text[end..].chars().next(),
            begins: before.is_empty() || before.ends_with(['.', '!', '?', ':', '«', '“', '•', '–']),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(text: &str) -> Lexicon {
        let mut lexicon = Lexicon::default();
        lexicon.add(text);
        lexicon
    }

    #[test]
    fn words_names_and_linking_forms_are_told_apart() {
        let known =
            lexicon("Norge og Nato. Utenriks- og forsvarspolitikk for Nato-partnere. Regjeringen kommer.");
        assert!(known.knows("forsvarspolitikk") && known.knows("partnere") && known.knows("OG"));
        assert!(!known.knows("utenriks") && known.is_linking("utenriks") && !known.is_linking("og"));
        assert!(known.is_name("Nato") && !known.is_name("Regjeringen") && !known.is_name("Norge"));
    }

    #[test]
    fn another_ending_is_the_same_word() {
        let known = lexicon("om klimaendringene og ytringsfriheten");
        assert!(known.knows_nearly("klimaendringer") && known.knows_nearly("ytringsfrihet"));
        assert!(!known.knows_nearly("klima") && !known.knows("klimaendringer"));
    }

    #[test]
    fn the_ends_of_a_line_may_be_parts_of_words() {
        let mut known = Lexicon::default();
        known.add_line("arbeid er svekket. Forholdet er krevende.");
        known.add_line("Et sterkt sam");
        assert!(known.knows("svekket") && known.knows("krevende") && known.knows("sterkt"));
        assert!(!known.knows("arbeid") && !known.knows("sam"));
    }
}
