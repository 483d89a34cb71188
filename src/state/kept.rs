//! What is kept on a device, where a person asked for it: the settings, and the places that were gathered.
//!
//! A line with a digit for each setting, then a line for each place: its address, as a link names it. Places that are no longer
//! there, and lines that make no sense, are passed over.

use super::address::Address;
use super::{Settings, View};
use crate::cite::{self, Cited};
use crate::corpus::{Corpus, EditionView};

/// The most places that are read back.
const MOST: usize = 1000;

pub fn to_kept(view: &View, corpus: &Corpus) -> String {
    let mut kept = view.settings.to_stored();
    for cited in view.basket.iter() {
        if let Some(edition) = cited.view(corpus) {
            kept.push('\n');
            kept += &address(cited, edition).to_string();
        }
    }
    kept
}

pub fn from_kept(kept: &str, corpus: &Corpus) -> (Settings, Vec<Cited>) {
    let mut lines = kept.lines();
    let settings = Settings::from_stored(lines.next().unwrap_or_default());
    (settings, lines.take(MOST).filter_map(|line| place(line, corpus)).collect())
}

fn address(cited: &Cited, edition: EditionView) -> Address {
    Address {
        document: Some(cited.document.clone()),
        text_lang: Some(cited.lang),
        anchor: cited.anchor(edition),
        words: cited.pointed(edition),
        ..Address::default()
    }
}

fn place(line: &str, corpus: &Corpus) -> Option<Cited> {
    let address = Address::parse(line);
    let edition = corpus.edition(&address.document?, address.text_lang?)?;
    let Some(anchor) = address.anchor else { return Some(Cited::at(edition, None)) };
    let block = edition.block_at(&anchor)?;
    match address.words {
        Some(words) => Some(Cited::words(edition, cite::pointed(edition, block, &words)?)),
        None => Some(Cited::at(edition, Some(&anchor))),
    }
}
