//! Which lines make a block together, and what sort of block it seems to be. All of this is a suggestion.

mod group;
mod merge;
mod sort;

pub(super) use sort::settle;

use super::line::Line;
use super::noise::ends_sentence;

/// A block as the form of its lines suggests it.
#[derive(Debug, Clone)]
pub(in crate::import) struct Shape {
    /// The lines by their places, in order. Lines of noise may lie between them.
    pub lines: Vec<usize>,
    pub sort: Sort,
    /// Why it is taken for this; empty where there is nothing to decide.
    pub why: String,
    /// Whether it begins a page.
    pub begins_page: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) enum Sort {
    Heading,
    Paragraph,
    Lede,
    LeadIn,
    /// With the length of the sign before it, in bytes.
    Item(usize),
    /// With its mark.
    Footnote(String),
    /// A line above a headline.
    Kicker,
    DateLine,
    Credit,
    CreditLabel,
}

/// How full a line is when the next word did not fit any more; letters differ in width.
const FULL: f64 = 0.95;
/// How full a line is at least when its sentence goes on in the next one.
const NEARLY_FULL: f64 = 0.85;

/// The blocks of a text whose noise is known.
pub(in crate::import) fn find(lines: &[Line], noise: &[Option<&str>]) -> Vec<Shape> {
    let text = Text { lines, noise, width: width(lines, noise) };
    let groups = text.groups();
    let groups = text.divided(groups);
    let groups = text.merged(groups);
    text.sorted(groups)
}

/// Lines that stand together, before it is known what they are.
#[derive(Debug, Clone)]
struct Group {
    lines: Vec<usize>,
    /// Whether blank lines or noise stand above.
    apart: bool,
    /// Put together of lines that blank lines part, as display type is extracted.
    is_display: bool,
    /// Already known what it is.
    sort: Option<Sort>,
}

struct Text<'a> {
    lines: &'a [Line<'a>],
    noise: &'a [Option<&'a str>],
    /// The length of a full line in letters; none where every paragraph is one line.
    width: Option<f64>,
}

/// The length that nine of ten full lines do not exceed.
fn width(lines: &[Line], noise: &[Option<&str>]) -> Option<f64> {
    let written = |at: usize| !lines[at].is_blank() && noise[at].is_none();
    let mut lengths: Vec<usize> = (0..lines.len().saturating_sub(1))
        .filter(|at| written(*at) && written(at + 1) && bullet(lines[at + 1].text) == 0)
        .map(|at| lines[at].length())
        .collect();
    let all = (0..lines.len()).filter(|at| written(*at)).count();
    lengths.sort_unstable();
    (lengths.len() * 4 > all).then(|| lengths[lengths.len() * 9 / 10] as f64)
}

/// The length in bytes of the sign of a list item with the space behind it; 0 where there is none.
fn bullet(text: &str) -> usize {
    const SIGNS: [char; 15] =
        ['•', '◦', '▪', '▫', '‣', '·', '●', '○', '■', '□', '–', '-', '*', '\u{f0b7}', '➢'];
    let Some(rest) = text.strip_prefix(SIGNS) else { return 0 };
    let words = rest.trim_start();
    if words.len() < rest.len() && !words.is_empty() { text.len() - words.len() } else { 0 }
}

fn is_credit(text: &str) -> bool {
    const SIGNS: [&str; 10] = [
        "Foto:",
        "Photo:",
        "Kart:",
        "Map:",
        "Illustrasjon:",
        "Illustration:",
        "Bilde:",
        "Image:",
        "Grafikk:",
        "Fotograf:",
    ];
    SIGNS.iter().any(|sign| text.starts_with(sign))
}

/// Whether words within the text say who made a picture.
fn names_a_maker(text: &str) -> bool {
    text.match_indices(' ').any(|(at, _)| is_credit(&text[at + 1..])) || is_credit(text)
}

fn first_letter(text: &str) -> Option<char> {
    text.chars().find(|c| c.is_alphanumeric())
}

fn begins_small(text: &str) -> bool {
    first_letter(text).is_some_and(char::is_lowercase)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

impl Text<'_> {
    fn text(&self, at: usize) -> &str {
        self.lines[at].text
    }

    fn first<'b>(&'b self, group: &Group) -> &'b str {
        group.lines.first().map_or("", |at| self.text(*at))
    }

    fn last<'b>(&'b self, group: &Group) -> &'b str {
        group.lines.last().map_or("", |at| self.text(*at))
    }

    fn whole(&self, group: &Group) -> String {
        group.lines.iter().map(|at| self.text(*at)).collect::<Vec<_>>().join(" ")
    }

    /// Whether the next line's first word would have had room at the end of this one.
    fn had_room(&self, at: usize, next: usize) -> bool {
        let word = self.text(next).split_whitespace().next().unwrap_or_default();
        let needed = self.lines[at].length() + 1 + word.chars().count();
        self.width.is_some_and(|width| needed as f64 <= width * FULL)
    }
}
