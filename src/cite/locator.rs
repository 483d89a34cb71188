//! Where in a document something stands, in words that find it in any edition: the proven page, else heading and paragraph.

use super::quotation::{in_marks, is_american, quoted};
use super::{Place, Style};
use crate::corpus::EditionView;
use crate::model::{Kind, Lang};
use crate::strings::phrases;

/// A place as a citation names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Locator {
    /// The document as a whole.
    Nowhere,
    Page(String),
    /// From one to another, with a dash.
    Pages(String),
    /// Heading and paragraph.
    Words(String),
}

/// A heading of more letters is shortened within brackets, as the manual of APA asks.
const LONGEST_HEADING: usize = 60;
/// The most that is left of it.
const SHORT_HEADING: usize = 40;

/// The place for a style, in the words that the style has for it.
pub(super) fn locator(view: EditionView, place: Place, style: Style, lang: Lang) -> Locator {
    let (from, to) = match place {
        Place::Document => return Locator::Nowhere,
        Place::Block(block) => (block, block),
        Place::Blocks(from, to) => (from, to),
    };
    match (page(view, from), page(view, to)) {
        (Some(one), Some(other)) if one == other => return Locator::Page(one.to_string()),
        (Some(one), Some(other)) => return Locator::Pages(format!("{one}–{other}")),
        _ => {}
    }
    let name = |heading: &str| heading_words(heading, style, lang);
    let mut words = spanned(view, from, to, lang, style == Style::Mla, &name);
    if is_american(style, lang) {
        words = words.replace("”, ", ",” ");
    }
    if words.is_empty() { Locator::Nowhere } else { Locator::Words(words) }
}

/// The place for the plain reference, with a comma before it.
pub(super) fn plain(view: EditionView, place: Place, lang: Lang) -> String {
    let phrases = phrases(lang);
    let (from, to) = match place {
        Place::Document => return String::new(),
        Place::Block(block) => (block, block),
        Place::Blocks(from, to) => (from, to),
    };
    match (page(view, from), page(view, to)) {
        (Some(one), Some(other)) if one == other => return format!(", {} {one}", phrases.page_short),
        (Some(one), Some(other)) => return format!(", {} {one}–{other}", phrases.pages_short),
        _ => {}
    }
    let words = spanned(view, from, to, lang, false, &|heading| quoted(heading, lang));
    if words.is_empty() { words } else { format!(", {words}") }
}

/// The printed page of a block, where one is proven. A section is named by its heading; the page of a credit is that
/// of its picture, not the one it is printed on.
fn page(view: EditionView, block: usize) -> Option<u16> {
    let content = view.block(block);
    let unpaged = matches!(content.kind, Kind::Heading | Kind::Credit | Kind::CreditLabel);
    content.page.filter(|_| !unpaged)
}

/// The words for all from one block to another.
fn spanned(
    view: EditionView,
    from: usize,
    to: usize,
    lang: Lang,
    is_mla: bool,
    name: &dyn Fn(&str) -> String,
) -> String {
    let start = place_words(view, from, None, lang, is_mla, name);
    let end = place_words(view, to, None, lang, is_mla, name);
    if start == end {
        return start;
    }
    if view.section_of(from) == view.section_of(to) {
        return place_words(view, from, Some(to), lang, is_mla, name);
    }
    format!("{start} – {end}")
}

/// The words for a block, or for it and those up to another one of the same section.
fn place_words(
    view: EditionView,
    block: usize,
    to: Option<usize>,
    lang: Lang,
    is_mla: bool,
    name: &dyn Fn(&str) -> String,
) -> String {
    let phrases = phrases(lang);
    let mut parts = Vec::new();
    if let Some(section) = view.section_of(block).filter(|section| view.section(*section).level > 1) {
        parts.push(name(&view.heading(section).text.plain));
    }
    let first = view.ordinal(block).unwrap_or_default();
    let last = to.map_or(first, |to| view.ordinal(to).unwrap_or_default());
    let shorten =
        |words: String| if is_mla && lang == Lang::En { words.replace("para", "par") } else { words };
    let range = |one: u16, other: u16| (format!("{one}–{other}"), other != one);
    if first.paragraph > 0 || last.paragraph > 0 {
        let (numbers, is_several) = range(first.paragraph.max(1), last.paragraph);
        parts.push(shorten(if is_several {
            (phrases.paragraphs_short)(&numbers)
        } else {
            (phrases.paragraph_short)(&last.paragraph.to_string())
        }));
    }
    if first.paragraph == last.paragraph {
        match (first.item, last.item) {
            (Some(one), Some(other)) if one != other => {
                parts.push((phrases.items_short)(&range(one, other).0));
            }
            (Some(one), Some(_)) => parts.push((phrases.item_short)(&one.to_string())),
            _ => {}
        }
    }
    if let (None, Some(label)) = (to, view.block(block).label.as_ref()) {
        parts.push((phrases.footnote_short)(label));
    }
    parts.join(", ")
}

/// A heading as a style names it within brackets or a note.
fn heading_words(heading: &str, style: Style, lang: Lang) -> String {
    let short = shortened(heading);
    let is_apa = matches!(style, Style::Apa | Style::NorskApa);
    let words = match short {
        // The manual's own way of showing that words are left out.
        Some(short) => in_marks(short, style, lang),
        None if is_apa => heading.to_owned(),
        None => in_marks(heading, style, lang),
    };
    match style {
        Style::Apa if lang == Lang::En => format!("{words} section"),
        Style::ChicagoAuthorDate | Style::ChicagoNotes => format!("under {words}"),
        _ => words,
    }
}

/// The beginning of a heading that is too long for brackets: up to the colon, else some words.
fn shortened(heading: &str) -> Option<&str> {
    if heading.chars().count() <= LONGEST_HEADING {
        return None;
    }
    let colon = heading.find(": ").filter(|colon| *colon <= LONGEST_HEADING);
    let spaces = heading.match_indices(' ').map(|(at, _)| at);
    let end =
        colon.or_else(|| spaces.take_while(|at| heading[..*at].chars().count() <= SHORT_HEADING).last());
    Some(&heading[..end?])
}
