//! A place cited, as the panel would copy it.

use super::NotThere;
use crate::cite::{
    self, Citation, Cited, Day, Quotation, Request, Run, Selection, Style, Verdict, html, text,
};
use crate::corpus::{Corpus, EditionView};
use crate::model::Lang;
use serde::Serialize;

/// How a place is to be cited.
#[derive(Debug, Default, PartialEq)]
pub struct Wanted {
    /// The Norwegian plain reference, where none is named.
    pub style: Option<Style>,
    /// The edition that was read; the original, where none is named.
    pub edition: Option<Lang>,
    /// Words of the text to take along.
    pub quote: Option<String>,
    /// Whether misprints of the original are marked as its own.
    pub sic: bool,
    /// The day the text was read; today, where none is named.
    pub accessed: Option<Day>,
}

/// A source in the forms that its style has.
#[derive(Debug, Serialize)]
pub struct Reference {
    /// In a list of references.
    pub entry: Form,
    /// In brackets within the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intext: Option<Form>,
    /// Within the sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub narrative: Option<Form>,
    /// In the first note, and in later ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Form>,
    #[serde(rename = "shortNote", skip_serializing_if = "Option::is_none")]
    pub short_note: Option<Form>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quotation: Option<Form>,
}

#[derive(Debug, Serialize)]
pub struct Form {
    pub text: String,
    /// With italics and links, and nothing else.
    pub html: String,
}

/// The citation of a document, by its id, or of what has an anchor. `lang` is the language of the reference.
pub fn cite(
    corpus: &Corpus,
    subject: &str,
    lang: Lang,
    wanted: &Wanted,
    today: Day,
) -> Result<Reference, NotThere> {
    let style = wanted.style.unwrap_or(Style::Plain);
    if !style.langs().contains(&lang) {
        return Err(NotThere::style(style, lang));
    }
    let (view, mut cited) = place(corpus, subject, wanted.edition)?;
    let mut parts: Vec<Selection> = cited.words.into_iter().collect();
    if let Some(quote) = &wanted.quote {
        parts = quoted(corpus, view, &cited, quote)?;
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            cited = Cited::words(view, Selection { from: first.from, to: last.to });
        }
    }
    let request = Request { place: cited.place, style, lang, read: wanted.accessed.unwrap_or(today) };
    let citation = cite::cite(view, &request).ok_or_else(|| NotThere::reference(&view.document.id))?;
    let quotation = (!parts.is_empty())
        .then(|| cite::quotation(view, &parts, style, lang, wanted.sic).with_source(&citation));
    Ok(Reference::of(&citation, quotation.as_ref()))
}

impl Reference {
    fn of(citation: &Citation, quotation: Option<&Quotation>) -> Self {
        let form = |runs: &[Run]| Form { text: text(runs), html: html(runs) };
        let has = |runs: &Vec<Run>| (!runs.is_empty()).then(|| form(runs));
        Reference {
            entry: form(&citation.entry),
            intext: has(&citation.in_text),
            narrative: has(&citation.narrative),
            note: has(&citation.note),
            short_note: has(&citation.short_note),
            quotation: quotation.map(|quotation| Form { text: quotation.text(), html: quotation.html() }),
        }
    }
}

/// The place that an anchor or an id names, in the edition wanted.
fn place<'a>(
    corpus: &'a Corpus,
    subject: &str,
    edition: Option<Lang>,
) -> Result<(EditionView<'a>, Cited), NotThere> {
    let document = corpus.document(subject).or_else(|| corpus.document_of(subject));
    let document = document.ok_or_else(|| NotThere::place(corpus, subject))?;
    let lang = edition.unwrap_or(document.original().lang);
    let view = corpus.edition(&document.id, lang).ok_or_else(|| NotThere::edition(document, lang))?;
    Ok((view, Cited::at(view, Some(subject))))
}

/// Where the words of a quotation stand in the edition: at the place that is cited, else wherever they do.
fn quoted(
    corpus: &Corpus,
    view: EditionView,
    cited: &Cited,
    quote: &str,
) -> Result<Vec<Selection>, NotThere> {
    let texts = cite::Texts::of(corpus);
    let check = cite::check(corpus, &texts, quote);
    let (id, lang) = (&view.document.id, view.edition.lang);
    let is_here = |found: &&cite::Found| found.view.document.id == *id && found.view.edition.lang == lang;
    let here: Vec<&cite::Found> = check.found.iter().filter(is_here).collect();
    let blocks = match cited.place {
        cite::Place::Block(block) => view.section_headed_by(block).map_or(block..block + 1, |section| {
            let section = view.section(section);
            section.start as usize..section.end as usize
        }),
        _ => 0..view.edition.blocks.len(),
    };
    let at_place = here.iter().find(|found| found.parts.iter().all(|part| blocks.contains(&part.from.0)));
    at_place
        .or(here.first())
        .filter(|_| matches!(check.verdict, Verdict::Exact | Verdict::Marks | Verdict::Shortened))
        .map(|found| found.parts.clone())
        .ok_or_else(|| NotThere::quotation(id, lang))
}
