//! What reference managers want to know of a source.

use crate::cite::locator::plain as place_words;
use crate::cite::{Day, Place, brackets, translated_title};
use crate::corpus::EditionView;
use crate::model::{Document, Lang, Standing};
use crate::page;
use crate::strings::citing;

pub struct Source<'a> {
    /// `nss-2025`, `nss-2025-en` for a translation.
    pub key: String,
    pub document: &'a Document,
    pub view: EditionView<'a>,
    pub author: &'a str,
    /// The title of the original.
    pub title: &'a str,
    /// The title that is shown in square brackets behind it.
    pub translated: Option<&'a str>,
    /// ` [translated title, unofficial translation]`, or nothing.
    pub brackets: String,
    /// The places cited, as the plain reference has them.
    pub places: String,
    pub lang: Lang,
    pub read: Day,
}

impl<'a> Source<'a> {
    /// Each source once, in the order of the places.
    pub fn all(places: &[(EditionView<'a>, Place)], lang: Lang, read: Day) -> Vec<Self> {
        let mut sources: Vec<Source> = Vec::new();
        for (view, place) in places {
            let place = place_words(*view, *place, lang);
            let place = place.trim_start_matches(", ");
            let key = key(*view);
            match sources.iter_mut().find(|source| source.key == key) {
                Some(_) if place.is_empty() => {}
                Some(source) => {
                    let parting = if source.places.is_empty() { "" } else { "; " };
                    source.places.extend([parting, place]);
                }
                None => sources.push(Source {
                    key,
                    document: view.document,
                    view: *view,
                    author: view.document.publisher.get(view.document.author_lang(lang)),
                    title: &view.document.original().title,
                    translated: translated_title(*view, lang),
                    brackets: brackets(*view, lang),
                    places: place.to_owned(),
                    lang,
                    read,
                }),
            }
        }
        sources
    }

    /// `2025-05-08`, `2017`; nothing for an estimate.
    pub fn date(&self, parting: &str) -> String {
        let issued = &self.document.issued;
        match issued.day {
            _ if issued.circa => String::new(),
            Some((month, day)) => format!("{}{parting}{month:02}{parting}{day:02}", issued.year),
            None => issued.year.to_string(),
        }
    }

    /// The day read: `2026-11-22`.
    pub fn read_on(&self, parting: &str) -> String {
        let Day(year, month, day) = self.read;
        format!("{year}{parting}{month:02}{parting}{day:02}")
    }

    /// `undated, about 2017`, where the source bears no date.
    pub fn undated(&self) -> Option<String> {
        let issued = &self.document.issued;
        issued.circa.then(|| page::issued(issued, self.lang))
    }

    /// The year that an estimate amounts to, if it is one.
    pub fn estimate(&self) -> Option<u16> {
        let issued = &self.document.issued;
        (issued.circa && issued.words.is_none()).then_some(issued.year)
    }

    /// `unofficial English translation`.
    pub fn unofficial(&self) -> Option<&'static str> {
        let lang = self.view.edition.lang.code();
        matches!(self.view.edition.standing, Standing::Unofficial { .. })
            .then(|| (citing(self.lang).unofficial_in_reference)(lang))
    }
}

fn key(view: EditionView<'_>) -> String {
    match view.edition.standing {
        Standing::Original => view.document.id.clone(),
        _ => format!("{}-{}", view.document.id, view.edition.lang.code()),
    }
}
