//! A place as an address, relative to the base of the site: `<document>/<lang>/?<pairs>#<anchor>`. `ARCHITECTURE.md` has
//! the grammar.
//!
//! Every part may be missing. Parts that mean nothing are passed over, so any text at all is an address of something.

use super::{Middle, View};
use crate::cite::Words;
use crate::commitments::{Column, Grouping, Listing};
use crate::corpus::Corpus;
use crate::filter::{Facet, Selection};
use crate::model::Lang;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::rc::Rc;

/// What an address says, not yet held against the documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    pub document: Option<String>,
    pub text_lang: Option<Lang>,
    pub anchor: Option<String>,
    pub words: Option<Rc<Words>>,
    pub query: String,
    pub selection: Selection,
    pub middle: Middle,
    pub listing: Listing,
    pub ui_lang: Option<Lang>,
}

/// What may stand in a path or a fragment without being encoded.
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
        let (mut words, mut to) = ("", "");
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            match key {
                "q" => address.query = decode_value(value),
                "view" => address.middle = Middle::from_name(value),
                "sort" => address.sort_by(value),
                "group" => {
                    let found = Grouping::ALL.into_iter().find(|group| group.name() == value);
                    address.listing.group = found.unwrap_or_default();
                }
                "text" if address.text_lang.is_none() => address.text_lang = Lang::from_code(value),
                "words" => words = value,
                "to" => to = value,
                "ui" => address.ui_lang = Lang::from_code(value),
                _ => {
                    if let Some(facet) = Facet::from_key(key) {
                        value.split(',').for_each(|value| address.selection.add(facet, &decode(value)));
                    }
                }
            }
        }
        // A text fragment (`:~:text=`) is the browser's business.
        let anchor = fragment.split(":~:").next().unwrap_or_default();
        address.anchor = (!anchor.is_empty()).then(|| decode(anchor));
        if address.anchor.is_some() {
            address.words = pointed_at(words, to);
        }
        address
    }

    /// `actor`, or `-actor` for the last first.
    fn sort_by(&mut self, value: &str) {
        let (falls, name) = value.strip_prefix('-').map_or((false, value), |name| (true, name));
        if let Some(sort) = Column::ALL.into_iter().find(|column| column.name() == name) {
            (self.listing.sort, self.listing.falls) = (sort, falls);
        }
    }

    /// The address of a view. The interface language is told only where the edition does not suggest it.
    pub fn of(view: &View, corpus: &Corpus) -> Self {
        let id = view.document.as_deref();
        let edition = id.and_then(|id| corpus.edition_or_original(id, view.text_lang));
        // A list of commitments has words of all documents, in the language chosen where that is not the obvious one.
        let listed = view.middle == Middle::Commitments && view.text_lang != view.ui_lang;
        let text_lang = match edition {
            Some(edition) => Some(edition.edition.lang),
            None => Some(view.text_lang).filter(|_| listed),
        };
        let suggested = text_lang.unwrap_or(Lang::Nb);
        Address {
            document: view.document.clone(),
            text_lang,
            anchor: view.anchor.clone(),
            words: view.words.clone(),
            query: view.query.clone(),
            selection: view.selection.clone(),
            middle: view.middle,
            listing: view.listing,
            ui_lang: (view.ui_lang != suggested).then_some(view.ui_lang),
        }
    }

    /// `:~:text=…`, by which browsers find the words that are pointed at, without us.
    pub fn text_directive(&self) -> String {
        let Some(words) = &self.words else { return String::new() };
        let mut directive = String::from(":~:text=");
        // Every sign is encoded, since hyphen and comma have a meaning there.
        push(&mut directive, &words.start, NON_ALPHANUMERIC);
        if let Some(end) = &words.end {
            directive.push(',');
            push(&mut directive, end, NON_ALPHANUMERIC);
        }
        directive
    }

    /// The pairs with a `?` before the first and an `&` before each other one.
    fn push_pairs(&self, text: &mut String) {
        let mut before = '?';
        let mut add = |key: &str, values: &mut dyn Iterator<Item = &str>| {
            for (index, value) in values.enumerate() {
                if index > 0 {
                    text.push(',');
                } else {
                    text.push(before);
                    text.push_str(key);
                    text.push('=');
                    before = '&';
                }
                // A space is written as a plus, so that a link with words in it can be read.
                for (index, word) in value.split(' ').enumerate() {
                    if index > 0 {
                        text.push('+');
                    }
                    push(text, word, PLAIN);
                }
            }
        };
        let mut one = |key: &str, value: Option<&str>| add(key, &mut value.into_iter());
        one("q", Some(self.query.as_str()).filter(|query| !query.is_empty()));
        one("view", Some(self.middle.name()).filter(|_| self.middle != Middle::Text));
        for facet in Facet::ALL {
            add(facet.key(), &mut self.selection.values(facet));
        }
        if let Some(words) = &self.words {
            let ends = [words.start.as_str(), words.end.as_deref().unwrap_or_default()];
            let ends = &ends[..1 + usize::from(words.end.is_some())];
            add("words", &mut ends.iter().copied());
            add("to", &mut words.to.as_deref().into_iter());
        }
        add("ui", &mut self.ui_lang.map(Lang::code).into_iter());
        let Listing { sort, falls, group } = self.listing;
        let column = if falls { format!("-{}", sort.name()) } else { sort.name().to_owned() };
        let sorted = falls || sort != Column::default();
        add("sort", &mut Some(column.as_str()).filter(|_| sorted).into_iter());
        add("group", &mut Some(group.name()).filter(|_| group != Grouping::default()).into_iter());
        // Where no document is open, no path says in which language texts are read.
        let text_lang = self.text_lang.filter(|_| self.document.is_none());
        add("text", &mut text_lang.map(Lang::code).into_iter());
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let mut text = String::new();
        if let Some(document) = &self.document {
            push(&mut text, document, PLAIN);
            text.push('/');
            if let Some(lang) = self.text_lang {
                text.push_str(lang.code());
                text.push('/');
            }
        }
        self.push_pairs(&mut text);
        if let Some(anchor) = &self.anchor {
            text.push('#');
            push(&mut text, anchor, PLAIN);
        }
        f.write_str(&text)
    }
}

fn push(text: &mut String, words: &str, encoded: &'static AsciiSet) {
    text.extend(utf8_percent_encode(words, encoded));
}

/// `first words` or `first words,last words`.
fn pointed_at(words: &str, to: &str) -> Option<Rc<Words>> {
    let given = |text: &str| Some(decode_value(text)).filter(|text| !text.trim().is_empty());
    let (start, end) = words.split_once(',').unwrap_or((words, ""));
    Some(Rc::new(Words { start: given(start)?, end: given(end), to: given(to) }))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn decode_value(text: &str) -> String {
    decode(&text.replace('+', " "))
}
