//! The Norwegian plain reference: body, title in italics, date in words, place in the document, address, day read.
//!
//! The pattern is the one that case officers write in letters and footnotes:
//! body: *Title*, date[, «heading»][, avsn. n] (uoffisiell engelsk oversettelse, where so). Address (lest d. måned åååå).

use super::locator::plain as locator;
use super::run::Run;
use super::{Day, Place, translated_title};
use crate::corpus::EditionView;
use crate::model::{Lang, Standing};
use crate::page;
use crate::strings::{citing, phrases};

/// The plain reference in the language of the person who cites.
pub fn plain(view: EditionView, place: Place, lang: Lang, read: Day) -> Vec<Run> {
    let phrases = phrases(lang);
    let document = view.document;
    let mut after = translated_title(view, lang).map(|title| format!(" [{title}]")).unwrap_or_default();
    after += &format!(", {}", page::issued(&document.issued, lang));
    after += &locator(view, place, lang);
    if let Standing::Unofficial { .. } = view.edition.standing {
        after += &format!(" ({})", (citing(lang).unofficial_in_reference)(view.edition.lang.code()));
    }
    if document.source.is_some() {
        after += ". ";
    }
    let day = phrases.date(read.0, read.1, read.2);
    let mut runs = vec![
        Run::plain(format!("{}: ", document.publisher.get(document.author_lang(lang)))),
        Run::italic(&document.original().title),
        Run::plain(after),
    ];
    runs.extend(document.source.as_ref().map(Run::link));
    runs.push(Run::plain(format!(" {}.", (citing(lang).read_on)(&day))));
    runs
}
