//! What a person has chosen. Hits, counts and breadcrumbs follow from it and are not kept.

use super::Settings;
use crate::model::Lang;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The document that is open; none on the start page.
    pub document: Option<String>,
    /// The language in which texts are read, where a document has an edition in it.
    pub text_lang: Lang,
    pub ui_lang: Lang,
    /// The block that was gone to, or the one that is cited.
    pub anchor: Option<String>,
    pub query: String,
    pub panel: Panel,
    pub settings: Settings,
    /// Whether the settings are to be kept on this device.
    pub remembered: bool,
    /// The footnote that is open where its mark stands.
    pub footnote: Option<String>,
    /// What could not be done with the last link.
    pub note: Option<Note>,
}

/// The side panel; one thing at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    Closed,
    Contents,
    Hits,
    Citation,
    /// How to read; on narrow readers also what, and in which language.
    Settings,
}

/// A link that did not lead where it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// There is nothing of this name.
    Broken(String),
}

impl View {
    pub fn start(ui_lang: Lang) -> Self {
        View {
            document: None,
            text_lang: ui_lang,
            ui_lang,
            anchor: None,
            query: String::new(),
            panel: Panel::Closed,
            settings: Settings::default(),
            remembered: false,
            footnote: None,
            note: None,
        }
    }
}
