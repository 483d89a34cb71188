//! Where in a document something stands, in words that find it in any edition: the proven page, else heading and paragraph.

use super::quotation::{in_marks, is_american};
use super::{Place, Style};
use crate::corpus::EditionView;
use crate::model::{Kind, Lang};
use crate::strings::{citing, phrases};

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
    let words = spanned(view, from, to, style, lang);
    if words.is_empty() { Locator::Nowhere } else { Locator::Words(words) }
}

/// The place for the plain reference, with a comma before it.
pub(super) fn plain(view: EditionView, place: Place, lang: Lang) -> String {
    let phrases = phrases(lang);
    match locator(view, place, Style::Plain, lang) {
        Locator::Nowhere => String::new(),
        Locator::Words(words) => format!(", {words}"),
        Locator::Page(page) => format!(", {} {page}", phrases.page_short),
        Locator::Pages(pages) => format!(", {} {pages}", citing(lang).pages_short),
    }
}

/// The printed page of a block, where one is proven. A section is named by its heading; the page of a credit is that
/// of its picture, not the one it is printed on.
fn page(view: EditionView, block: usize) -> Option<u16> {
    let content = view.block(block);
    let unpaged = matches!(content.kind, Kind::Heading | Kind::Credit | Kind::CreditLabel);
    content.page.filter(|_| !unpaged)
}

/// The words for all from one block to another.
fn spanned(view: EditionView, from: usize, to: usize, style: Style, lang: Lang) -> String {
    let words = |from, to| place_words(view, from, to, style, lang);
    let (start, end) = (words(from, from), words(to, to));
    if start == end {
        start
    } else if view.section_of(from) == view.section_of(to) {
        words(from, to)
    } else {
        format!("{start} – {end}")
    }
}

/// The words for the blocks from one to another of the same section.
fn place_words(view: EditionView, from: usize, to: usize, style: Style, lang: Lang) -> String {
    let citing = citing(lang);
    let mut parts = Vec::new();
    if let Some(section) = view.section_of(from).filter(|section| view.section(*section).level > 1) {
        parts.push(heading_words(&view.heading(section).text.plain, style, lang));
    }
    let first = view.ordinal(from).unwrap_or_default();
    let last = view.ordinal(to).filter(|last| last.paragraph >= first.paragraph).unwrap_or(first);
    if last.paragraph > 0 {
        let one = first.paragraph.max(1);
        parts.push(if one == last.paragraph {
            abbreviated((phrases(lang).paragraph_short)(&one.to_string()), style, lang)
        } else {
            abbreviated((citing.paragraphs_short)(&format!("{one}–{}", last.paragraph)), style, lang)
        });
    }
    match (first.item, last.item) {
        (Some(one), Some(other)) if first.paragraph == last.paragraph => parts.push(if one == other {
            (citing.item_short)(&one.to_string())
        } else {
            (citing.items_short)(&format!("{one}–{other}"))
        }),
        _ => {}
    }
    if let Some(label) = view.block(from).label.as_ref().filter(|_| from == to) {
        parts.push((citing.footnote_short)(label));
    }
    // American marks close behind the comma.
    match parts.split_first() {
        Some((heading, rest)) if is_american(style, lang) && heading.ends_with('”') && !rest.is_empty() => {
            format!("{},” {}", heading.trim_end_matches('”'), rest.join(", "))
        }
        _ => parts.join(", "),
    }
}

/// American manuals write `paras.`, and that of the MLA `par.` and `pars.`
fn abbreviated(words: String, style: Style, lang: Lang) -> String {
    match style {
        _ if !is_american(style, lang) => words,
        Style::Mla => words.replace("paras ", "pars. ").replace("para.", "par."),
        _ => words.replace("paras ", "paras. "),
    }
}

/// A heading as a style names it: whole in the plain reference, elsewhere short enough for brackets.
fn heading_words(heading: &str, style: Style, lang: Lang) -> String {
    let short = shortened(heading).filter(|_| style != Style::Plain);
    let words = match short {
        None if matches!(style, Style::Apa | Style::NorskApa) => heading.to_owned(),
        // Marks are the manual's own way of showing that words are left out.
        _ => in_marks(short.unwrap_or(heading), style, lang),
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
