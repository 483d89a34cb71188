//! A place as an address, relative to the base of the site: `<document>/<lang>/?q=<query>&ui=<lang>#<anchor>`.
//!
//! Every part may be missing. Parts that mean nothing are passed over, so any text at all is an address of something.

use super::View;
use crate::corpus::Corpus;
use crate::model::Lang;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What an address says, not yet held against the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    pub document: Option<String>,
    pub text_lang: Option<Lang>,
    pub anchor: Option<String>,
    pub query: String,
    pub ui_lang: Option<Lang>,
}

/// What may stand in a query or a fragment without being encoded.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

impl Address {
    pub fn parse(text: &str) -> Self {
        let (text, fragment) = text.split_once('#').unwrap_or((text, ""));
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let mut address = Address::default();
        let mut names =
            path.split('/').filter(|name| !name.is_empty() && *name != "." && *name != "index.html");
        address.document = names.next().map(decode);
        address.text_lang = names.next().and_then(Lang::from_code);
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "q" => address.query = decode(&value.replace('+', " ")),
                "ui" => address.ui_lang = Lang::from_code(value),
                _ => {}
            }
        }
        // A text fragment (`:~:text=`) is the browser's business.
        let anchor = fragment.split(":~:").next().unwrap_or_default();
        address.anchor = (!anchor.is_empty()).then(|| decode(anchor));
        address
    }

    /// The address of a view. The interface language is told only where the edition does not suggest it.
    pub fn of(view: &View, corpus: &Corpus) -> Self {
        let id = view.document.as_deref();
        let edition = id.and_then(|id| corpus.edition_or_original(id, view.text_lang));
        let suggested = edition.map_or(Lang::Nb, |edition| edition.edition.lang);
        Address {
            document: view.document.clone(),
            text_lang: edition.map(|edition| edition.edition.lang),
            anchor: view.anchor.clone(),
            query: view.query.clone(),
            ui_lang: (view.ui_lang != suggested).then_some(view.ui_lang),
        }
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        if let Some(document) = &self.document {
            write!(f, "{}/", utf8_percent_encode(document, PLAIN))?;
            if let Some(lang) = self.text_lang {
                write!(f, "{}/", lang.code())?;
            }
        }
        let query =
            (!self.query.is_empty()).then(|| format!("q={}", utf8_percent_encode(&self.query, PLAIN)));
        let ui_lang = self.ui_lang.map(|lang| format!("ui={}", lang.code()));
        let pairs: Vec<String> = query.into_iter().chain(ui_lang).collect();
        if !pairs.is_empty() {
            write!(f, "?{}", pairs.join("&"))?;
        }
        if let Some(anchor) = &self.anchor {
            write!(f, "#{}", utf8_percent_encode(anchor, PLAIN))?;
        }
        Ok(())
    }
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
