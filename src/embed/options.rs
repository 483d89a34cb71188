//! What the element's attributes say, checked on entry.

use crate::model::Lang;
use crate::state::{Action, View, address::Address};
use wasm_bindgen::{JsCast, JsValue};

/// One field an attribute. Read by hand: serde's way in costs 12 kB of download for what are nine strings.
#[derive(Default)]
pub struct Options {
    pub document: Option<String>,
    pub section: Option<String>,
    pub lang: Option<String>,
    pub text_lang: Option<String>,
    pub routing: Option<String>,
    /// The address of the site's start page, against the page.
    pub base: Option<String>,
    pub link_base: Option<String>,
    /// The level of the title's heading in the host's outline, 1 to 6.
    pub heading_level: Option<String>,
    /// The name of the shelf with the documents.
    pub shelf: Option<String>,
    /// Called with what happened and the state after it.
    pub told: js_sys::Function,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Routing {
    /// Our own pages: the path tells the document.
    Path,
    /// Embedded: the part after `#` tells all.
    Hash,
    /// The address belongs to the host.
    None,
}

impl Options {
    /// Reads an object with the attributes' names in camel case; what is missing or no string stays empty.
    pub fn read(value: &JsValue) -> Self {
        let text = |name: &str| js_sys::Reflect::get(value, &name.into()).ok()?.as_string();
        Options {
            document: text("document"),
            section: text("section"),
            lang: text("lang"),
            text_lang: text("textLang"),
            routing: text("routing"),
            base: text("base"),
            link_base: text("linkBase"),
            heading_level: text("headingLevel"),
            shelf: text("shelf"),
            told: js_sys::Reflect::get(value, &"told".into())
                .ok()
                .and_then(|told| told.dyn_into().ok())
                .unwrap_or_default(),
        }
    }

    pub fn routing(&self) -> Routing {
        match self.routing.as_deref() {
            Some("path") => Routing::Path,
            Some("hash") => Routing::Hash,
            _ => Routing::None,
        }
    }

    /// A level that is no level is as good as none.
    pub fn heading_level(&self) -> u8 {
        let level = self.heading_level.as_deref().and_then(|level| level.trim().parse().ok());
        level.filter(|level| (1..=6).contains(level)).unwrap_or(1)
    }

    fn ui_lang(&self) -> Lang {
        self.lang.as_deref().and_then(Lang::from_code).unwrap_or(Lang::Nb)
    }

    fn text_lang(&self) -> Lang {
        self.text_lang.as_deref().and_then(Lang::from_code).unwrap_or(self.ui_lang())
    }

    /// The view before any address is followed.
    pub fn view(&self) -> View {
        View { text_lang: self.text_lang(), ..View::start(self.ui_lang()) }
    }

    /// An address with the attributes filled in where it says nothing.
    pub fn complete(&self, address: Address) -> Address {
        if address.document.is_some() {
            return address;
        }
        Address {
            document: self.document.clone(),
            anchor: address.anchor.clone().or_else(|| self.section.clone()),
            ..address
        }
    }

    /// What has to happen so that the view follows the attributes.
    pub fn actions(&self, view: &View) -> Vec<Action> {
        let mut actions = Vec::new();
        if self.ui_lang() != view.ui_lang {
            actions.push(Action::SpeakIn(self.ui_lang()));
        }
        if self.text_lang() != view.text_lang {
            actions.push(Action::ReadIn(self.text_lang()));
        }
        if let Some(document) =
            self.document.clone().filter(|document| view.document.as_ref() != Some(document))
        {
            actions.push(Action::Open(document));
        }
        if let Some(section) = self.section.clone().filter(|section| view.anchor.as_ref() != Some(section)) {
            actions.push(Action::GoTo(section));
        }
        actions
    }
}
