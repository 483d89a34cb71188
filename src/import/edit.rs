//! Changes of the source, and how they are told: as mends with whole words, each found at one place only.

use crate::mends::{Mend, line_starts, places};
use std::ops::Range;

/// One change: bytes of the source become other words.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub place: Range<usize>,
    pub after: String,
    pub class: &'static str,
    pub note: String,
    /// The label of a footnote whose mark stood here.
    pub mark: Option<String>,
}

impl Edit {
    pub fn removal(place: Range<usize>, class: &'static str, note: &str) -> Self {
        Edit { place, after: String::new(), class, note: note.to_owned(), mark: None }
    }
}

/// In the order of the source; of two that want the same bytes, the one that came first in the list.
pub(super) fn ordered(edits: Vec<Edit>) -> Vec<Edit> {
    let mut kept: Vec<Edit> = Vec::with_capacity(edits.len());
    let mut numbered: Vec<(usize, Edit)> = edits.into_iter().enumerate().collect();
    numbered.sort_by_key(|(number, edit)| (edit.place.start, *number));
    let mut ranks: Vec<usize> = Vec::new();
    for (number, edit) in numbered {
        match (kept.last(), ranks.last()) {
            (Some(last), Some(rank)) if last.place.end > edit.place.start => {
                if number < *rank {
                    kept.pop();
                    ranks.pop();
                    kept.push(edit);
                    ranks.push(number);
                }
            }
            _ => {
                kept.push(edit);
                ranks.push(number);
            }
        }
    }
    kept
}

/// The words of a part of the source with the edits in it, white space as single spaces, and where footnotes are marked.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Words {
    pub plain: String,
    /// Bytes of `plain`, and labels.
    pub notes: Vec<(usize, String)>,
}

pub(super) fn words(source: &str, part: Range<usize>, edits: &[Edit]) -> Words {
    let mut words = Words::default();
    let mut at = part.start;
    let first = edits.partition_point(|edit| edit.place.end <= part.start);
    for edit in edits[first..].iter().take_while(|edit| edit.place.start < part.end) {
        words.push(&source[at..edit.place.start.max(at)]);
        words.push(&edit.after);
        if let Some(mark) = &edit.mark {
            words.notes.push((words.plain.trim_end().len(), mark.clone()));
        }
        at = edit.place.end.clamp(at, part.end);
    }
    words.push(&source[at..part.end]);
    words.plain.truncate(words.plain.trim_end().len());
    words
}

impl Words {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if !c.is_whitespace() {
                self.plain.push(c);
            } else if !self.plain.is_empty() && !self.plain.ends_with(' ') {
                self.plain.push(' ');
            }
        }
    }
}

/// Edits that are told together, over these bytes.
struct Told<'a> {
    place: Range<usize>,
    edits: Vec<&'a Edit>,
}

/// The list of what was done. Words are told whole, with as much beside them as makes them unique in their line.
pub(super) fn mends(source: &str, edits: &[Edit]) -> Vec<Mend> {
    let starts = line_starts(source);
    let line_of = |at: usize| starts.partition_point(|start| *start <= at) - 1;
    let mut told: Vec<Told> = Vec::new();
    for edit in edits {
        let mut own = Told { place: whole_words(source, edit), edits: vec![edit] };
        loop {
            while let Some(before) = told.pop_if(|before| before.place.end > own.place.start) {
                own.place = before.place.start.min(own.place.start)..before.place.end.max(own.place.end);
                own.edits.splice(0..0, before.edits);
            }
            let line = line_of(own.place.start);
            if places(source, starts[line], &source[own.place.clone()]).len() < 2 {
                break;
            }
            let end = starts.get(line + 1).map_or(source.len(), |next| next - 1);
            own.place = wider(source, own.place, starts[line]..end);
        }
        told.push(own);
    }
    told.iter().map(|told| mend(source, told, line_of(told.place.start) + 1)).collect()
}

fn mend(source: &str, told: &Told, line: usize) -> Mend {
    let mut after = String::new();
    let mut at = told.place.start;
    for edit in &told.edits {
        after.push_str(&source[at..edit.place.start]);
        after.push_str(&edit.after);
        at = edit.place.end;
    }
    after.push_str(&source[at..told.place.end]);
    // Where words are put together as well, that is what the line is about.
    let main = told.edits.iter().find(|edit| edit.class != "noise").or(told.edits.first());
    let mut notes: Vec<&str> =
        told.edits.iter().map(|edit| edit.note.as_str()).filter(|note| !note.is_empty()).collect();
    notes.dedup();
    Mend {
        line,
        class: main.map_or("noise", |edit| edit.class).to_owned(),
        before: source[told.place.clone()].to_owned(),
        after,
        note: notes.join("; "),
    }
}

/// The bytes of an edit with the rest of the words that it touches.
fn whole_words(source: &str, edit: &Edit) -> Range<usize> {
    let Range { start, end } = edit.place.clone();
    if edit.class == "noise" {
        return start..end;
    }
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '/');
    let before: usize = source[..start].chars().rev().take_while(|c| is_word(*c)).map(char::len_utf8).sum();
    let behind: usize = source[end..].chars().take_while(|c| is_word(*c)).map(char::len_utf8).sum();
    start - before..end + behind
}

/// One word more on the left, or on the right where the line has no more on the left.
fn wider(source: &str, place: Range<usize>, line: Range<usize>) -> Range<usize> {
    let left = &source[line.start..place.start];
    if !left.is_empty() {
        let word = left.trim_end();
        let start =
            word.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
        return line.start + start..place.end;
    }
    let right = &source[place.end.min(line.end)..line.end.max(place.end)];
    let word = right.trim_start();
    let skipped = right.len() - word.len();
    let end = word.find(char::is_whitespace).unwrap_or(word.len());
    // The end of the line itself makes it unique at last.
    let more = if right.is_empty() { 1 } else { skipped + end };
    let mut end = (place.end + more).min(source.len());
    while !source.is_char_boundary(end) {
        end += 1;
    }
    place.start..end
}
