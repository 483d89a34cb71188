//! The smallest piece of a document that has a name of its own.

use super::{Lang, Text};

#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// Unique in the collection, written by hand, for ever: `nss-demokrati-2`.
    pub anchor: String,
    pub kind: Kind,
    /// The depth of a heading: 1 for a title that the text prints, 2 for a chapter. Otherwise 0.
    pub level: u8,
    /// The printed page, only where a printed number proves it.
    pub page: Option<u16>,
    /// Where it is not the language of the edition.
    pub lang: Option<Lang>,
    /// The mark of a footnote: `1`.
    pub label: Option<String>,
    /// The address of a link, where it is known.
    pub href: Option<String>,
    pub text: Text,
}

/// What a block is in the document. `data/README.md` tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Heading,
    Lede,
    Paragraph,
    LeadIn,
    ListItem,
    Footnote,
    Kicker,
    Byline,
    DateLine,
    PictureText,
    Credit,
    CreditLabel,
    Link,
}

impl Kind {
    pub const ALL: [Kind; 13] = [
        Kind::Heading,
        Kind::Lede,
        Kind::Paragraph,
        Kind::LeadIn,
        Kind::ListItem,
        Kind::Footnote,
        Kind::Kicker,
        Kind::Byline,
        Kind::DateLine,
        Kind::PictureText,
        Kind::Credit,
        Kind::CreditLabel,
        Kind::Link,
    ];

    /// The word for it in the data, in `dump` and in CSS classes.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Heading => "heading",
            Kind::Lede => "lede",
            Kind::Paragraph => "paragraph",
            Kind::LeadIn => "lead-in",
            Kind::ListItem => "list-item",
            Kind::Footnote => "footnote",
            Kind::Kicker => "kicker",
            Kind::Byline => "byline",
            Kind::DateLine => "date-line",
            Kind::PictureText => "picture-text",
            Kind::Credit => "credit",
            Kind::CreditLabel => "credit-label",
            Kind::Link => "link",
        }
    }

    /// Whether the block is a passage of the text, as against what stands around it.
    pub fn is_passage(self) -> bool {
        self.is_paragraph() || matches!(self, Kind::ListItem | Kind::Footnote)
    }

    /// Whether the block is counted as a paragraph of its section when it is cited.
    pub fn is_paragraph(self) -> bool {
        matches!(self, Kind::Lede | Kind::Paragraph | Kind::LeadIn)
    }
}
