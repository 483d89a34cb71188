//! The part of a text that shows why it was found.

use std::ops::Range;

/// Words of an excerpt, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub marked: bool,
}

/// Letters shown before the first mark and in all.
const BEFORE: usize = 60;
const LENGTH: usize = 220;

/// About two lines around the first mark, cut between words, with an ellipsis where something was left out.
pub fn excerpt(text: &str, marks: &[Range<usize>]) -> Vec<Run> {
    let first = marks.first().map_or(0, |mark| mark.start);
    let start = back(text, first, BEFORE);
    let end = forward(text, start, LENGTH).max(marks.first().map_or(0, |mark| mark.end));
    let mut runs = Vec::new();
    let mut push = |text: &str, marked: bool| {
        if !text.is_empty() {
            runs.push(Run { text: text.to_owned(), marked });
        }
    };
    if start > 0 {
        push("… ", false);
    }
    let mut at = start;
    for mark in marks.iter().filter(|mark| mark.start >= start && mark.end <= end) {
        push(&text[at..mark.start], false);
        push(&text[mark.clone()], true);
        at = mark.end;
    }
    push(text[at..end].trim_end(), false);
    if end < text.len() {
        push(" …", false);
    }
    runs
}

/// The beginning of a word at most `count` letters before `from`.
fn back(text: &str, from: usize, count: usize) -> usize {
    let Some((at, _)) = text[..from].char_indices().rev().nth(count) else { return 0 };
    text[at..from].find(' ').map_or(from, |space| at + space + 1)
}

/// The end of a word at most `count` letters after `from`.
fn forward(text: &str, from: usize, count: usize) -> usize {
    let Some((length, _)) = text[from..].char_indices().nth(count) else { return text.len() };
    text[from..from + length].rfind(' ').map_or(from + length, |space| from + space)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, marks: &[Range<usize>]) -> String {
        let runs = excerpt(text, marks);
        runs.into_iter().map(|run| if run.marked { format!("[{}]", run.text) } else { run.text }).collect()
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        let nato = 9..13;
        assert_eq!(
            shown("Norge og Nato truer ingen.", std::slice::from_ref(&nato)),
            "Norge og [Nato] truer ingen."
        );
        assert_eq!(shown("", &[]), "");
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_the_mark() {
        let text = format!("{}midt {}", "å ".repeat(100), "ø ".repeat(200));
        let mark = text.find("midt").map(|at| at..at + 4);
        let shown = shown(&text, mark.as_slice());
        assert!(shown.starts_with("… å ") && shown.contains("[midt]") && shown.ends_with("ø …"), "{shown}");
        assert!(shown.chars().count() < 240, "{shown}");
    }
}
