//! References as hayagriva writes them, in a text with signs: italics, the address as a link.

use crate::model::{Lang, Style, sign};
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, Style as CslStyle};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren,
    Formatted, LocatorPayload, SpecificLocator,
};
use serde_json::Value;
use std::sync::LazyLock;

/// What stands for a place while a citation is written: no document has such a page.
pub const WORDS: &str = "WORDS77777";
pub const PAGE: &str = "77777";
pub const PAGES: &str = "77777-77778";
/// The same as printed.
pub const PAGES_PRINTED: &str = "77777–77778";

/// A style in a language.
pub struct Engine {
    style: IndependentStyle,
    locale: &'static str,
}

/// One document as cited with nothing, with words, with a page and with several pages.
pub type Cited = [String; 4];

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(|| {
    let known = ["nb-NO", "nn-NO", "en-US", "en-GB"];
    let is_known =
        |locale: &Locale| locale.lang.as_ref().is_some_and(|code| known.contains(&code.0.as_str()));
    locales().into_iter().filter(is_known).collect()
});

impl Engine {
    /// American English for the styles whose manuals are American.
    pub fn of(style: Style, lang: Lang) -> Option<Self> {
        let (name, english) = match style {
            Style::Plain => return None,
            // The official style of the Norwegian manual is in no crate; it is APA with the rules of `mend`.
            Style::NorskApa | Style::Apa => ("apa", "en-US"),
            Style::ChicagoAuthorDate => ("chicago-author-date", "en-US"),
            Style::ChicagoNotes => ("chicago-notes", "en-US"),
            Style::Harvard => ("harvard-cite-them-right", "en-GB"),
            Style::Vancouver => ("vancouver", "en-US"),
            Style::Mla => ("modern-language-association", "en-US"),
            Style::Iso690 => ("iso-690-author-date", "en-GB"),
        };
        let locale = match lang {
            Lang::Nb => "nb-NO",
            Lang::Nn => "nn-NO",
            Lang::En => english,
        };
        match ArchivedStyle::by_name(name)?.get() {
            CslStyle::Independent(style) => Some(Engine { style, locale }),
            CslStyle::Dependent(_) => None,
        }
    }

    /// The entry in a list of references.
    pub fn entry(&self, record: &Item) -> String {
        self.write(&[record], &[(record, None)]).0
    }

    /// A first citation.
    pub fn cited(&self, record: &Item) -> Cited {
        places().map(|place| self.write(&[record], &[(record, place)]).1.pop().unwrap_or_default())
    }

    /// A later citation, with another document cited in between.
    pub fn cited_again(&self, record: &Item, other: &Item) -> Cited {
        places().map(|place| {
            let cites = [(record, None), (other, None), (record, place)];
            self.write(&[record, other], &cites).1.pop().unwrap_or_default()
        })
    }

    /// The entry of the first record, and all citations.
    fn write(
        &self,
        records: &[&Item],
        cites: &[(&Item, Option<SpecificLocator<'static>>)],
    ) -> (String, Vec<String>) {
        let locale = || Some(LocaleCode(self.locale.to_owned()));
        let mut driver = BibliographyDriver::new();
        for (number, (record, place)) in cites.iter().enumerate() {
            let items = vec![CitationItem::with_locator(*record, place.clone())];
            driver.citation(CitationRequest::new(items, &self.style, locale(), &LOCALES, Some(number + 1)));
        }
        let rendered = driver.finish(BibliographyRequest::new(&self.style, locale(), &LOCALES));
        let id = records.first().and_then(|record| record.id()).unwrap_or_default();
        let entries = rendered.bibliography.iter().flat_map(|list| &list.items);
        let entry = entries.filter(|entry| entry.key == id).map(|entry| signed(&entry.content)).next();
        let cited = rendered.citations.iter().map(|cited| signed(&cited.citation)).collect();
        (entry.unwrap_or_default(), cited)
    }
}

/// A record as hayagriva reads it.
pub fn item(record: Value) -> Option<Item> {
    serde_json::from_value(record).ok()
}

fn places() -> [Option<SpecificLocator<'static>>; 4] {
    let place = |sort, words| Some(SpecificLocator(sort, LocatorPayload::Str(words)));
    [None, place(Locator::Custom, WORDS), place(Locator::Page, PAGE), place(Locator::Page, PAGES)]
}

fn signed(children: &ElemChildren) -> String {
    let mut text = String::new();
    let mut italic = false;
    walk(children, &mut text, &mut italic);
    if italic {
        text.push(sign::ITALIC);
    }
    text.trim().to_owned()
}

fn walk(children: &ElemChildren, text: &mut String, italic: &mut bool) {
    for child in &children.0 {
        match child {
            ElemChild::Text(words) => write(words, text, italic),
            ElemChild::Elem(inner) => walk(&inner.children, text, italic),
            // The only link is the address of the source.
            ElemChild::Link { .. } => text.push(sign::ADDRESS),
            ElemChild::Markup(_) | ElemChild::Transparent { .. } => {}
        }
    }
}

fn write(words: &Formatted, text: &mut String, italic: &mut bool) {
    if words.text.is_empty() {
        return;
    }
    let wanted = words.formatting.font_style == FontStyle::Italic;
    if wanted != *italic {
        text.push(sign::ITALIC);
        *italic = wanted;
    }
    text.push_str(&words.text);
}
