//! How a place is cited: the reference in every style, the form it has in the text, quotations.
//!
//! ```
//! use strategy_reader::cite::{Day, Place, Request, Style, cite, text};
//! # use strategy_reader::corpus::EditionView;
//! use strategy_reader::model::Lang;
//!
//! # fn example(view: EditionView) -> Option<()> {
//! let request = Request { place: Place::Block(12), style: Style::Apa, lang: Lang::En, read: Day(2026, 11, 22) };
//! let citation = cite(view, &request)?;
//! println!("{}\n{}", text(&citation.entry), text(&citation.in_text));
//! # Some(())
//! # }
//! ```

mod check;
mod cited;
mod export;
mod list;
mod locator;
mod plain;
mod quotation;
mod run;
mod template;
mod words;

pub use crate::model::Style;
pub use check::{Check, Found, Piece, Texts, Verdict, check};
pub use cited::Cited;
pub use export::{Format, export, markdown};
pub use list::{list, list_html};
pub use locator::Locator;
pub use plain::plain;
pub use quotation::{Quotation, Selection, in_marks, quotation, quoted};
pub use run::{Run, escape, html, text};
pub use words::{Words, point, pointed};

use crate::corpus::EditionView;
use crate::model::{Edition, Lang, Standing};
use crate::strings::citing;
use template::Filling;

/// What is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Document,
    /// The block at this place; a heading stands for its section.
    Block(usize),
    /// From one block to another.
    Blocks(usize, usize),
}

/// A day: year, month (1 to 12), day of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub u16, pub u8, pub u8);

impl Day {
    /// Reads `2026-11-22`.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let day = Day(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let is_day = (1..=12).contains(&day.1) && (1..=31).contains(&day.2) && parts.next().is_none();
        is_day.then_some(day)
    }
}

/// How something is to be cited.
#[derive(Debug, Clone, Copy)]
pub struct Request {
    pub place: Place,
    pub style: Style,
    /// The language of the person who cites.
    pub lang: Lang,
    /// The day the text was read.
    pub read: Day,
}

/// A source in every form that a style has. What it has not is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citation {
    /// In the list of references; the plain reference, which names the place as well.
    pub entry: Vec<Run>,
    /// `(Body, 2025, p. 3)`.
    pub in_text: Vec<Run>,
    /// `Body (2025, p. 3)`.
    pub narrative: Vec<Run>,
    /// In a note that names the source for the first time.
    pub note: Vec<Run>,
    /// In later notes.
    pub short_note: Vec<Run>,
}

/// The citation of a place. None if the style is not written in the language.
pub fn cite(view: EditionView, request: &Request) -> Option<Citation> {
    lettered(view, request, None)
}

/// The same with the letter that tells works of one author and year apart.
fn lettered(view: EditionView, request: &Request, letter: Option<char>) -> Option<Citation> {
    let Request { place, style, lang, read } = *request;
    if style == Style::Plain {
        return Some(Citation { entry: plain(view, place, lang, read), ..Citation::default() });
    }
    let document = view.document;
    let forms = document.references.forms(style, lang)?;
    let brackets = brackets(view, lang);
    let locator = locator::locator(view, place, style, lang);
    let filling = Filling {
        title: &document.original().title,
        author: document.publisher.get(document.author_lang(lang)),
        address: document.source.as_deref().unwrap_or_default(),
        brackets: &brackets,
        locator: &locator,
        read,
        lang,
        letter,
    };
    let [entry, first, second] = forms.map(|form| filling.fill(form));
    let (in_text, narrative, note, short_note) = match style.is_of_notes() {
        true => (Vec::new(), Vec::new(), first, second),
        false => (first, second, Vec::new(), Vec::new()),
    };
    Some(Citation { entry, in_text, narrative, note, short_note })
}

/// What follows the title in square brackets: the title in the language of the edition, or of an English reference, and
/// that it is a translation which the publisher did not make.
fn brackets(view: EditionView, lang: Lang) -> String {
    let title = translated_title(view, lang);
    let unofficial = matches!(view.edition.standing, Standing::Unofficial { .. })
        .then(|| (citing(lang).unofficial_in_reference)(view.edition.lang.code()));
    let words: Vec<&str> = title.into_iter().chain(unofficial).collect();
    if words.is_empty() { String::new() } else { format!(" [{}]", words.join(", ")) }
}

/// The title of the translation that is cited, or in English references that of the English edition.
fn translated_title(view: EditionView<'_>, lang: Lang) -> Option<&str> {
    let document = view.document;
    let is_translation = |edition: &&Edition| edition.standing != Standing::Original;
    let cited = Some(view.edition).filter(is_translation);
    // Whoever cites in English may not read Norwegian; the other way round the title is understood.
    let own = document.edition(lang).filter(|_| lang == Lang::En).filter(is_translation);
    let translated = cited.or(own);
    translated.map(|edition| edition.title.as_str())
}
