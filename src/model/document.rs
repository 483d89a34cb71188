//! Documents, their editions and what is known of them.

use super::{Block, Commitment, Departure, References, Tags, Vocabulary};
use crate::text::alphabetical;
use serde::Deserialize;
use std::cmp::Ordering;

/// All documents that one archive holds, in the order of [`Document::order`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Library {
    pub documents: Vec<Document>,
    pub vocabulary: Vocabulary,
}

/// A document with its facts and its editions.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The name of its folder, which is also its part of the address: `nss-2025`.
    pub id: String,
    pub kind: DocumentKind,
    pub status: Status,
    pub issued: Issued,
    pub publisher: Words,
    /// The government it came from, where that is known: `Solberg`.
    pub government: Option<String>,
    /// Its official address, where that is known.
    pub source: Option<String>,
    /// Editorial: one sentence that says what the document is.
    pub summary: Words,
    /// The original comes first.
    pub editions: Vec<Edition>,
    /// What is said of each block of the original, in its order; empty where the document has no tags.
    pub tags: Vec<Tags>,
    /// In reading order.
    pub commitments: Vec<Commitment>,
    /// The blocks of the original in which a term occurs that is explained: block, and place in
    /// [`Vocabulary::explanations`]; in reading order.
    pub explained: Vec<(u32, u16)>,
    /// How it is cited in the styles that libraries know.
    pub references: References,
}

/// The text of a document in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    pub lang: Lang,
    pub title: String,
    pub standing: Standing,
    /// 32 hexadecimal digits that change with every word of the text; see `compile::fingerprint`.
    pub fingerprint: String,
    /// In reading order.
    pub blocks: Vec<Block>,
    /// In reading order; a section comes before the sections it holds.
    pub sections: Vec<Section>,
    /// Where a translation does not go block by block with its original, in reading order.
    pub departures: Vec<Departure>,
}

/// A heading with all that stands under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The heading's place in [`Edition::blocks`].
    pub heading: u32,
    /// The first block: the heading, or a kicker or picture text that stands above it.
    pub start: u32,
    /// One past the last block, the sections below included.
    pub end: u32,
    /// The level of the heading: 1 for a title that the text prints, 2 for a chapter.
    pub level: u8,
}

/// How an edition came to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    Original,
    /// A translation by the publisher.
    Official,
    /// A translation by somebody else.
    Unofficial {
        /// How it was made.
        method: Words,
        /// The address of the official edition, where it is known.
        official: Option<String>,
    },
}

/// When a document was published, as far as that is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    pub year: u16,
    /// Month (1 to 12) and day (1 to 31), where the day is known.
    pub day: Option<(u8, u8)>,
    /// The document bears no date; the year is an estimate.
    pub circa: bool,
    /// Printed instead of the year where the estimate is vaguer than a year.
    pub words: Option<Words>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    Report,
    WebPage,
}

impl DocumentKind {
    pub const ALL: [DocumentKind; 2] = [DocumentKind::Report, DocumentKind::WebPage];
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Current,
    /// Kept for what it says of its time; wherever it is shown, that is said too.
    Historical,
}

impl Status {
    pub const ALL: [Status; 2] = [Status::Current, Status::Historical];
}

/// A language of texts and of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Norwegian bokmål.
    Nb,
    /// Norwegian nynorsk.
    Nn,
    /// English, in British spelling.
    En,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

    /// The language tag of BCP 47.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Nb => "nb",
            Lang::Nn => "nn",
            Lang::En => "en",
        }
    }

    /// The language of a tag: `nb`, `nn-NO`, `en-GB`; `no` stands for bokmål.
    pub fn from_code(code: &str) -> Option<Lang> {
        let primary = code.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "nb" | "no" => Some(Lang::Nb),
            "nn" => Some(Lang::Nn),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}

/// The same thing said in the three languages of the interface.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub nb: String,
    pub nn: String,
    pub en: String,
}

impl Words {
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        }
    }
}

impl Document {
    /// The order in which documents stand wherever they are listed: the newest first, those of one day by the titles of their
    /// originals. Of a year the days that are known come before the year alone.
    pub fn order(&self, other: &Self) -> Ordering {
        let age = |document: &Document| (document.issued.year, document.issued.day);
        let by_title = || alphabetical(&self.original().title, &other.original().title);
        age(other).cmp(&age(self)).then_with(by_title).then_with(|| self.id.cmp(&other.id))
    }

    pub fn original(&self) -> &Edition {
        &self.editions[0]
    }

    /// `Regjeringen.no`: the name of the site that has the source, after its address.
    pub fn site(&self) -> Option<String> {
        let host = self.source.as_ref()?.split("://").nth(1)?.split('/').next()?.trim_start_matches("www.");
        let first = host.get(..1)?.to_ascii_uppercase();
        Some(first + &host[1..])
    }

    /// The language in which references in `lang` name the publisher. Its own name is Norwegian; the English one stands
    /// only where document and reference are English.
    pub fn author_lang(&self, lang: Lang) -> Lang {
        if self.original().lang == Lang::En && lang == Lang::En { Lang::En } else { Lang::Nb }
    }

    pub fn edition(&self, lang: Lang) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.lang == lang)
    }

    /// The edition for whoever reads this language: documents are not written in nynorsk, and bokmål is nearer to it than English.
    pub fn edition_for(&self, lang: Lang) -> &Edition {
        let nearest = if lang == Lang::Nn { Lang::Nb } else { lang };
        self.edition(lang).or_else(|| self.edition(nearest)).unwrap_or(self.original())
    }
}
