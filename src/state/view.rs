//! What a person has chosen. Hits, counts and breadcrumbs follow from it and are not kept.

use super::Settings;
use crate::cite::{Cited, Style, Words};
use crate::commitments::Listing;
use crate::filter::Selection;
use crate::model::Lang;
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The document that is open; none on the start page.
    pub document: Option<String>,
    /// The language in which texts are read, where a document has an edition in it.
    pub text_lang: Lang,
    pub ui_lang: Lang,
    /// The block that was gone to, or the one that is cited.
    pub anchor: Option<String>,
    /// The words from there on that a link points at.
    pub words: Option<Rc<Words>>,
    pub query: String,
    /// What the hits and the lists are narrowed down to.
    pub selection: Selection,
    pub middle: Middle,
    /// How the commitments are listed.
    pub listing: Listing,
    pub panel: Panel,
    /// Whether the hits were left for citing, and come back after it.
    pub hits_behind: bool,
    pub citing: Citing,
    /// The words that are cited, or the place that was chosen from a list; none where one is.
    pub cited: Option<Rc<Cited>>,
    /// What was gathered while reading.
    pub basket: Rc<Vec<Cited>>,
    pub settings: Settings,
    /// Whether settings and what was gathered are to be kept on this device.
    pub remembered: bool,
    /// The footnote that is open where its mark stands.
    pub footnote: Option<String>,
    /// What could not be done with the last link.
    pub note: Option<Note>,
}

/// What stands in the middle of the frame.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Middle {
    /// The document that is open, or the list of documents.
    #[default]
    Text,
    /// The same with its other edition beside it.
    Parallel,
    /// What is to be done, and by whom.
    Commitments,
    /// What the documents speak of, side by side.
    Themes,
}

impl Middle {
    pub const ALL: [Middle; 4] = [Middle::Text, Middle::Parallel, Middle::Commitments, Middle::Themes];

    /// Its name in an address: public, and the same for ever.
    pub fn name(self) -> &'static str {
        match self {
            Middle::Text => "text",
            Middle::Parallel => "parallel",
            Middle::Commitments => "commitments",
            Middle::Themes => "themes",
        }
    }

    /// Whether the text stands there, in whatever form.
    pub fn is_text(self) -> bool {
        matches!(self, Middle::Text | Middle::Parallel)
    }

    /// Where a document is read: as it is read now, if it is.
    pub(super) fn text(self) -> Self {
        if self == Middle::Parallel { self } else { Middle::Text }
    }

    /// The text for a name that is none.
    pub fn from_name(name: &str) -> Self {
        match name {
            "parallel" => Middle::Parallel,
            "commitments" => Middle::Commitments,
            "themes" => Middle::Themes,
            _ => Middle::Text,
        }
    }
}

/// How places are cited, once somebody has chosen it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Citing {
    pub style: Style,
    /// The language of the reference; none follows the controls as far as the style is written in it.
    pub lang: Option<Lang>,
    /// Whether the words are taken along.
    pub quote: bool,
    /// Whether misprints of the original are marked as its own.
    pub sic: bool,
}

impl Citing {
    /// The language that the reference is written in.
    pub fn lang(self, ui_lang: Lang) -> Lang {
        let langs = self.style.langs();
        let wanted = self.lang.unwrap_or(ui_lang);
        // Every style is written in bokmål, which stands in for nynorsk and for a language that a style has not.
        if langs.contains(&wanted) { wanted } else { Lang::Nb }
    }
}

/// The side panel; one thing at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    Closed,
    Contents,
    Hits,
    Citation,
    /// What was gathered, as a list of references.
    Basket,
    /// Whether a quotation is one.
    Check,
    /// What the words of the text mean.
    Terms,
    /// How to read; on narrow readers also what, and in which language.
    Settings,
}

impl Panel {
    pub fn is_citing(self) -> bool {
        matches!(self, Panel::Citation | Panel::Basket | Panel::Check)
    }
}

/// What could not be done, mostly a link that did not lead where it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// There is nothing of this name.
    Broken(String),
    /// These words are not where the link says.
    Reworded(String),
    /// The browser did not allow what was asked of it.
    Refused,
}

impl View {
    pub fn start(ui_lang: Lang) -> Self {
        View {
            document: None,
            text_lang: ui_lang,
            ui_lang,
            anchor: None,
            words: None,
            query: String::new(),
            selection: Selection::default(),
            middle: Middle::default(),
            listing: Listing::default(),
            panel: Panel::Closed,
            hits_behind: false,
            citing: Citing::default(),
            cited: None,
            basket: Rc::default(),
            settings: Settings::default(),
            remembered: false,
            footnote: None,
            note: None,
        }
    }
}
