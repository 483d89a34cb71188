//! The lines of an extracted text, and what their form tells.

/// A line as it stands in the source.
pub(super) struct Line<'a> {
    /// The byte at which it begins.
    pub start: usize,
    /// The words, without the white space around them.
    pub text: &'a str,
    /// The byte at which the words begin.
    pub text_start: usize,
    /// Whether white space stood behind the words.
    pub spaced: bool,
    /// Whether a page seems to begin here: a form feed, or the single space that many programs leave of one.
    pub begins_page: bool,
    /// Whether a tab stood before the words.
    pub tabbed: bool,
}

impl Line<'_> {
    pub fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    /// The length in letters.
    pub fn length(&self) -> usize {
        self.text.chars().count()
    }

    pub fn end(&self) -> usize {
        self.text_start + self.text.len()
    }
}

pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let starts = crate::mends::line_starts(source);
    let ends = starts.iter().skip(1).map(|next| next - 1).chain([source.len()]);
    let mut lines: Vec<Line> =
        starts.iter().zip(ends).map(|(start, end)| line(source, *start, end)).collect();
    // Where many lines begin with a space, it is an indent and tells nothing of pages.
    let indented = lines.iter().filter(|line| line.begins_page && !line.is_blank()).count();
    let written = lines.iter().filter(|line| !line.is_blank()).count();
    if indented * 5 > written {
        for line in &mut lines {
            line.begins_page = source[line.start..line.text_start].contains('\u{c}');
        }
    }
    lines
}

fn line(source: &str, start: usize, end: usize) -> Line<'_> {
    let raw = &source[start..end];
    let text = raw.trim();
    let text_start = start + if text.is_empty() { 0 } else { raw.len() - raw.trim_start().len() };
    let indent = &source[start..text_start];
    // What Windows writes at the end of a line tells nothing.
    let behind = raw.strip_suffix('\r').unwrap_or(raw);
    Line {
        start,
        text,
        text_start,
        spaced: behind.ends_with(char::is_whitespace),
        begins_page: indent == " " || indent.contains('\u{c}'),
        tabbed: indent.contains('\t'),
    }
}
