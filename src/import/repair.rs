//! Damage within a line: words with a space in them or without one between them, ligatures doubled, signs nobody sees.

use super::edit::Edit;
use super::joint::is_linking_form;
use super::lexicon::Lexicon;
use super::line::Line;
use crate::model::{Lang, is_unseen};
use std::ops::Range;

/// What is repaired in a line of the text.
pub(super) fn find(line: &Line, known: &Lexicon, lang: Lang) -> Vec<Edit> {
    let mut edits = Vec::new();
    let words = words(line);
    for (at, word) in words.iter().enumerate() {
        if let Some(next) = words.get(at + 1) {
            edits.extend(false_space(word, next, known, lang));
        }
        edits.extend(lost_space(word, known, lang));
        edits.extend(ligature(word, known));
    }
    for (at, c) in line.text.char_indices() {
        let place = line.text_start + at..line.text_start + at + c.len_utf8();
        if is_unseen(c) {
            edits.push(Edit::removal(place, "unseen", &format!("U+{:04X}", u32::from(c))));
        } else if let Some(letters) = presentation_form(c) {
            edits.push(Edit { after: letters.to_owned(), ..Edit::removal(place, "ligature", "") });
        }
    }
    edits
}

/// A word with its place in the source.
struct Word<'a> {
    text: &'a str,
    place: Range<usize>,
}

fn words<'a>(line: &Line<'a>) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut at = 0;
    for text in line.text.split_whitespace() {
        let start = line.text[at..].find(text).map_or(at, |found| at + found);
        at = start + text.len();
        words.push(Word { text, place: line.text_start + start..line.text_start + at });
    }
    words
}

/// The letters of a word without the signs around them.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn false_space(word: &Word, next: &Word, known: &Lexicon, lang: Lang) -> Option<Edit> {
    let gap = |note: &str| Some(Edit::removal(word.place.end..next.place.start, "false-space", note));
    let second = bare(next.text);
    let is_word = |text: &str| text.chars().count() > 2 && text.chars().all(char::is_alphabetic);
    if !next.text.starts_with(char::is_lowercase) || !is_word(second) {
        return None;
    }
    // `multistakeholder- modellen`, but not `forsknings- og`.
    if let Some(first) = word.text.strip_suffix('-').map(bare) {
        let waits = ["og", "eller", "samt", "men", "and", "or", "but", "til", "to"].contains(&second);
        return if is_word(first) && !waits {
            gap("probable; the hyphen belongs to the word, or waits for another one")
        } else {
            None
        };
    }
    let first = word.text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !is_word(first) {
        return None;
    }
    // Each of them is counted once for standing here.
    let both_known = known.count_of(first) > 1 && known.count_of(second) > 1;
    let joined = format!("{first}{second}");
    if known.knows(&joined) && !both_known {
        return gap("");
    }
    if lang != Lang::En && second.chars().count() > 3 && is_linking_form(first, known) {
        return gap("probable");
    }
    None
}

/// `sårbarheterog`, `aroundNOK`.
fn lost_space(word: &Word, known: &Lexicon, lang: Lang) -> Option<Edit> {
    let text = bare(word.text);
    let start = word.place.start + word.text.find(text)?;
    let space = |at: usize| {
        let place = start + at..start + at;
        Some(Edit { after: " ".to_owned(), ..Edit::removal(place, "lost-space", "probable") })
    };
    if known.count_of(text) > 1 {
        return None;
    }
    let and = if lang == Lang::En { "and" } else { "og" };
    if let Some(first) = text.strip_suffix(and)
        && first.chars().count() > 4
        && known.count_of(first) > 0
    {
        return space(first.len());
    }
    let at = text.find(char::is_uppercase).filter(|at| *at > 0)?;
    let (first, second) = text.split_at(at);
    let is_capitals = second.chars().count() > 1 && second.chars().all(char::is_uppercase);
    if is_capitals && first.chars().count() > 2 && first.chars().all(char::is_lowercase) && known.knows(first)
    {
        return space(at);
    }
    None
}

/// `offffentlig`: a ligature that was extracted twice. No word has three consonants of a kind.
fn ligature(word: &Word, known: &Lexicon) -> Option<Edit> {
    let text = bare(word.text);
    let (at, letters) = ["ffff", "ffi", "ffl", "fff", "fifi", "flfl"]
        .iter()
        .find_map(|doubled| Some((text.find(doubled)?, *doubled)))?;
    let single = match letters {
        "ffff" | "fff" => "ff",
        "fifi" => "fi",
        "flfl" => "fl",
        _ => return None,
    };
    let mended = format!("{}{single}{}", &text[..at], &text[at + letters.len()..]);
    if known.knows(text) && !known.knows(&mended) {
        return None;
    }
    let start = word.place.start + word.text.find(text)? + at;
    let note = if known.knows_nearly(&mended) { "" } else { "probable" };
    Some(Edit::removal(start + single.len()..start + letters.len(), "ligature", note))
}

/// Letters that some programs write as one sign.
fn presentation_form(c: char) -> Option<&'static str> {
    const FORMS: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    FORMS.get((u32::from(c)).checked_sub(0xfb00)? as usize).copied()
}
