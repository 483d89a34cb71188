//! References to a document in every style, as templates that the compiler writes and citing fills in.

use super::Lang;

/// A way to write references.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// The plain reference of letters and footnotes in Norwegian offices. It has no template: `cite` writes it.
    #[default]
    Plain,
    NorskApa,
    Apa,
    ChicagoAuthorDate,
    ChicagoNotes,
    Harvard,
    Vancouver,
    Mla,
    Iso690,
}

impl Style {
    pub const ALL: [Style; 9] = [
        Style::Plain,
        Style::NorskApa,
        Style::Apa,
        Style::ChicagoAuthorDate,
        Style::ChicagoNotes,
        Style::Harvard,
        Style::Vancouver,
        Style::Mla,
        Style::Iso690,
    ];

    /// The word for it in options and commands.
    pub fn code(self) -> &'static str {
        match self {
            Style::Plain => "plain",
            Style::NorskApa => "norsk-apa",
            Style::Apa => "apa",
            Style::ChicagoAuthorDate => "chicago-author-date",
            Style::ChicagoNotes => "chicago-notes",
            Style::Harvard => "harvard",
            Style::Vancouver => "vancouver",
            Style::Mla => "mla",
            Style::Iso690 => "iso-690",
        }
    }

    pub fn from_code(code: &str) -> Option<Style> {
        Style::ALL.into_iter().find(|style| style.code() == code)
    }

    /// The languages that references in this style can be written in.
    pub fn langs(self) -> &'static [Lang] {
        match self {
            Style::Plain => &[Lang::Nb, Lang::Nn, Lang::En],
            Style::NorskApa => &[Lang::Nb, Lang::Nn],
            _ => &[Lang::Nb, Lang::En],
        }
    }

    /// Whether sources are cited in notes instead of brackets.
    pub fn is_of_notes(self) -> bool {
        self == Style::ChicagoNotes
    }

    /// Whether all lines of an entry but the first are indented in a list.
    pub fn hangs(self) -> bool {
        use Style::{Apa, ChicagoAuthorDate, ChicagoNotes, Mla, NorskApa};
        matches!(self, NorskApa | Apa | ChicagoAuthorDate | ChicagoNotes | Mla)
    }

    /// The styles with templates and their languages, in the order of the templates.
    pub fn templates() -> impl Iterator<Item = (Style, Lang)> {
        let styles = Style::ALL.into_iter().filter(|style| *style != Style::Plain);
        styles.flat_map(|style| style.langs().iter().map(move |lang| (style, *lang)))
    }
}

/// The templates of one document: a line for each of [`Style::templates`], its forms parted by tabs. The signs below
/// stand for what differs from one citation to the next; everything else is printed as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References(pub String);

impl References {
    /// The forms in a style and language: entry, in brackets, in the sentence; or entry, note, short note. None
    /// where there are none.
    pub fn forms(&self, style: Style, lang: Lang) -> Option<[&str; 3]> {
        let line = Style::templates().position(|pair| pair == (style, lang))?;
        let mut forms = self.0.split('\n').nth(line)?.split('\t');
        Some([forms.next()?, forms.next()?, forms.next()?])
    }
}

/// The signs of a template.
pub mod sign {
    /// The title of the original.
    pub const TITLE: char = '\u{1}';
    /// The name of the body.
    pub const AUTHOR: char = '\u{2}';
    /// The address of the source, as a link.
    pub const ADDRESS: char = '\u{3}';
    /// Italics begin or end.
    pub const ITALIC: char = '\u{4}';
    /// The day read; the next letter says how it is written.
    pub const READ: char = '\u{5}';
    /// The translated title in square brackets. What stands between the two, closing quotation marks with a full stop or
    /// a comma, ends the title: the marks come before the brackets, the point after them.
    pub const BRACKETS: char = '\u{6}';
    pub const BRACKETS_END: char = '\u{7}';
    /// The place in the document, in five parts: what stands instead of it where none is given; what stands before words,
    /// before a page, before several pages; what stands after them.
    pub const PLACE: char = '\u{e}';
    pub const PLACE_NEXT: char = '\u{f}';
    pub const PLACE_END: char = '\u{10}';
    /// The letter after the year in a list where two years collide, and between the two what stands before it.
    pub const LETTER: char = '\u{11}';
    pub const LETTER_END: char = '\u{12}';
}
