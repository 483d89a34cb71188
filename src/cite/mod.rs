//! The Norwegian plain reference: body, title in italics, date in words, place in the document, address, day read.
//!
//! The pattern is the one that case officers write in letters and footnotes:
//! body: *Title*, date[, «heading»][, avsn. n] (uoffisiell engelsk oversettelse, where so). Address (lest d. måned åååå).

mod words;

pub use words::Words;

use crate::corpus::EditionView;
use crate::model::{Edition, Kind, Lang, Standing};
use crate::page;
use crate::strings::{Phrases, phrases};

/// What is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Document,
    /// The block at this place; a heading stands for its section.
    Block(usize),
}

/// A day: year, month (1 to 12), day of the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub u16, pub u8, pub u8);

/// Words of a reference, in italics or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    pub text: String,
    pub italic: bool,
}

/// The plain reference in the language of the person who cites.
pub fn plain(view: EditionView, place: Place, lang: Lang, read: Day) -> Vec<Run> {
    let phrases = phrases(lang);
    let document = view.document;
    let original = document.original();
    // The body's own name is Norwegian; its English one stands only where document and reference are English.
    let body_lang = if original.lang == Lang::En && lang == Lang::En { Lang::En } else { Lang::Nb };
    let run = |text: String, italic| Run { text, italic };
    let mut after = bracketed_title(view, lang).map(|title| format!(" [{title}]")).unwrap_or_default();
    after += &format!(", {}", page::issued(&document.issued, lang));
    if let Place::Block(block) = place {
        after += &locator(view, block, phrases, lang);
    }
    if let Standing::Unofficial { .. } = view.edition.standing {
        after += &format!(" ({})", (phrases.unofficial_in_reference)(view.edition.lang.code()));
    }
    if let Some(source) = &document.source {
        after += &format!(". {source}");
    }
    let day = phrases.date(read.0, read.1, read.2);
    after += &format!(" {}.", (phrases.read_on)(&day));
    vec![
        run(format!("{}: ", document.publisher.get(body_lang)), false),
        run(original.title.clone(), true),
        run(after, false),
    ]
}

/// The title of the translation that is cited, or in English references that of the English edition.
fn bracketed_title(view: EditionView<'_>, lang: Lang) -> Option<&str> {
    let document = view.document;
    let is_translation = |edition: &&Edition| edition.standing != Standing::Original;
    let cited = Some(view.edition).filter(is_translation);
    // Whoever cites in English may not read Norwegian; the other way round the title is understood.
    let own = document.edition(lang).filter(|_| lang == Lang::En).filter(is_translation);
    let translated = cited.or(own);
    translated.map(|edition| edition.title.as_str())
}

/// The proven page, else the heading with the number of the paragraph.
fn locator(view: EditionView, block: usize, phrases: &Phrases, lang: Lang) -> String {
    let content = view.block(block);
    // A section is named by its heading. The page of a credit is that of its picture, not the one it is printed on.
    let unpaged = matches!(content.kind, Kind::Heading | Kind::Credit | Kind::CreditLabel);
    let printed = content.page.filter(|_| !unpaged);
    if let Some(page) = printed {
        return format!(", {} {page}", phrases.page_short);
    }
    let mut locator = String::new();
    if let Some(section) = view.section_of(block).filter(|section| view.section(*section).level > 1) {
        locator += &format!(", {}", quoted(&view.heading(section).text.plain, lang));
    }
    if let Some(ordinal) = view.ordinal(block) {
        if ordinal.paragraph > 0 {
            locator += &format!(", {}", (phrases.paragraph_short)(&ordinal.paragraph.to_string()));
        }
        if let Some(item) = ordinal.item {
            locator += &format!(", {}", (phrases.item_short)(&item.to_string()));
        }
    }
    locator
}

/// Words in the quotation marks of a language; marks within become single ones.
pub fn quoted(words: &str, lang: Lang) -> String {
    let inner: String = words
        .chars()
        .map(|c| match c {
            '«' | '“' => '‘',
            '»' | '”' => '’',
            other => other,
        })
        .collect();
    match lang {
        Lang::Nb | Lang::Nn => format!("«{inner}»"),
        Lang::En => format!("“{inner}”"),
    }
}
