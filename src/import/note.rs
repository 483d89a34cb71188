//! Footnotes: a number before a small text below, and the same number glued to a word above.

use super::edit::Edit;
use super::line::Line;
use super::shape::{Shape, Sort};

/// How many lines above a footnote its mark may stand: a footnote belongs to its page.
const REACH: usize = 200;

/// Marks the shapes that are footnotes, and gives the edits that take their numbers, and those at their words, out.
pub(super) fn find(lines: &[Line], shapes: &mut [Shape]) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut marked: Vec<usize> = Vec::new();
    for at in 0..shapes.len() {
        let Some(first) = shapes[at].lines.first().map(|line| &lines[*line]) else { continue };
        if !matches!(shapes[at].sort, Sort::Paragraph | Sort::Heading) {
            continue;
        }
        let Some((label, length)) = number_before(first.text) else { continue };
        let above = shapes[..at].iter().rev().filter(|shape| !matches!(shape.sort, Sort::Footnote(_)));
        let mark = above
            .flat_map(|shape| shape.lines.iter().rev())
            .take(REACH)
            .find_map(|line| mark_in(&lines[*line], label).filter(|(place, _)| !marked.contains(place)));
        let Some((place, length_of_mark)) = mark else { continue };
        marked.push(place);
        let note = "probable; the number of a footnote";
        let mut edit = Edit::removal(place..place + length_of_mark, "footnote-mark", note);
        edit.mark = Some(label.to_owned());
        edits.push(edit);
        let start = first.text_start;
        edits.push(Edit::removal(start..start + length, "footnote-mark", note));
        shapes[at].why = format!("a number begins it, and `{label}` stands at a word above");
        shapes[at].sort = Sort::Footnote(label.to_owned());
    }
    edits
}

/// The number at the beginning of a line, and how many bytes it takes with the space behind it.
fn number_before(text: &str) -> Option<(&str, usize)> {
    let bare = text.strip_prefix('[').unwrap_or(text);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let (label, rest) = bare.split_at(digits);
    let rest = rest.strip_prefix([']', '.', ')']).unwrap_or(rest);
    let words = rest.trim_start();
    let is_number = (1..=2).contains(&digits) && words.len() < rest.len();
    (is_number && words.starts_with(char::is_alphabetic)).then(|| (label, text.len() - words.len()))
}

/// Where the number stands directly behind a word, and its length.
fn mark_in(line: &Line, label: &str) -> Option<(usize, usize)> {
    let bracketed = format!("[{label}]");
    let raised: String = label
        .chars()
        .map(|digit| ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][digit as usize - '0' as usize])
        .collect();
    [bracketed.as_str(), raised.as_str(), label].iter().find_map(|mark| {
        let found = line.text.match_indices(*mark).find(|(at, _)| {
            let (before, behind) = (&line.text[..*at], &line.text[at + mark.len()..]);
            let letters = before
                .trim_end_matches(['.', ',', ')', '»'])
                .chars()
                .rev()
                .take_while(|c| c.is_alphabetic())
                .count();
            // `CERT2` and `sårbarheter1`, but neither `2014` nor `M2` nor `G20s`.
            letters > 1
                && !before.ends_with(char::is_whitespace)
                && !behind.starts_with(char::is_alphanumeric)
        });
        found.map(|(at, _)| (line.text_start + at, mark.len()))
    })
}
