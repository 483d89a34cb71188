//! `vocabulary/terms.toml`: what the documents call one thing in each language.
//!
//! Only what search cannot work out by itself goes into the archive: a form that follows from another one by the rules of
//! inflection is left out, and so is a part of a compound that the documents have as a word.

use super::names::Names;
use super::tables::{Row, entries};
use super::tags::is_tagged;
use super::vocabulary::check_id;
use super::{Fault, Problems, Source};
use crate::model::{Block, Explanation, Lang, Term, Words, is_address};
use crate::text::{Grammar, fold, words};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    nb: Vec<String>,
    #[serde(default)]
    nn: Vec<String>,
    #[serde(default)]
    en: Vec<String>,
    #[serde(default)]
    parts: Vec<String>,
    note: Option<Words>,
    see: Option<String>,
}

impl Table {
    fn forms(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        }
    }
}

/// The terms, and what the compiler and the reader need to explain some of them.
#[derive(Default)]
pub(super) struct Read {
    pub terms: Vec<Term>,
    pub explanations: Vec<Explanation>,
    /// For each explanation the forms of its term.
    forms: Vec<BTreeMap<Lang, Vec<String>>>,
}

pub(super) fn read(data: &Path, sources: &[Source], problems: &mut Problems) -> Read {
    let file = data.join("vocabulary/terms.toml");
    let entries = entries::<Table>(&file, problems);
    for (id, Row { line, values }) in &entries {
        check_id(id, &file, *line, problems);
        check(values, &mut |fault| problems.add(&file, Some(*line), fault));
    }
    let known = stems(sources);
    let mut read = Read::default();
    for (_, Row { values, .. }) in entries {
        read.terms.extend(packed(&values, &known));
        if let Some(words) = &values.note {
            let head = |lang| values.forms(lang).first().cloned().unwrap_or_default();
            let name = Words { nb: head(Lang::Nb), nn: head(Lang::Nn), en: head(Lang::En) };
            read.explanations.push(Explanation { name, words: words.clone() });
            read.forms.push(Lang::ALL.map(|lang| (lang, values.forms(lang).to_vec())).into());
        }
    }
    read
}

/// The blocks in which an explained term occurs, with its explanation.
pub(super) fn explained(read: &Read, lang: Lang, blocks: &[Block]) -> Vec<(u32, u16)> {
    let names = Names::new(&read.forms, lang);
    let blocks = blocks.iter().enumerate().filter(|(_, block)| is_tagged(block));
    let found = |(place, block): (usize, &Block)| {
        names.in_text(&block.text.plain).into_iter().map(move |term| (place as u32, term))
    };
    blocks.flat_map(found).collect()
}

fn check(entry: &Table, report: &mut impl FnMut(Fault)) {
    for lang in Lang::ALL {
        let forms = entry.forms(lang);
        if forms.is_empty() {
            report(Fault::NoHeadword(lang.code()));
        }
        for (place, form) in forms.iter().enumerate() {
            if words(form).next().is_none() || form.split(' ').any(str::is_empty) {
                report(Fault::BadForm(form.clone()));
            } else if forms[..place].contains(form) {
                report(Fault::FormTwice(form.clone()));
            }
        }
    }
    let head = entry.nb.first().map(|head| fold(head)).unwrap_or_default();
    let mut rest = head.as_str();
    for part in &entry.parts {
        let bare = part.strip_suffix('e').unwrap_or(part);
        match rest.find(bare).filter(|_| !bare.is_empty()) {
            Some(at) => rest = &rest[at + bare.len()..],
            None => report(Fault::StrayPart { part: part.clone(), headword: head.clone() }),
        }
    }
    if let Some(see) = entry.see.as_deref().filter(|see| !is_address(see)) {
        report(Fault::BadAddress(see.to_owned()));
    }
}

/// The stems of all words of the documents in Norwegian.
fn stems(sources: &[Source]) -> BTreeSet<String> {
    let editions = sources.iter().flat_map(|source| &source.editions);
    let norwegian = editions.filter(|read| read.edition.lang != Lang::En);
    let texts = norwegian.flat_map(|read| read.edition.blocks.iter().map(|block| block.text.plain.as_str()));
    texts.flat_map(|text| words(text).map(|range| Grammar::Norwegian.stem(&fold(&text[range])))).collect()
}

fn packed(entry: &Table, known: &BTreeSet<String>) -> Option<Term> {
    let mut seen: BTreeSet<(bool, String)> = BTreeSet::new();
    let mut kept = |lang: Lang| -> Vec<String> {
        let forms = entry.forms(lang).iter();
        forms.filter(|form| seen.insert((lang == Lang::En, stem_of(form, lang)))).cloned().collect()
    };
    let (nb, nn, en) = (kept(Lang::Nb), kept(Lang::Nn), kept(Lang::En));
    let parts = entry.parts.iter().map(|part| fold(part));
    let parts = parts.filter(|part| !known.contains(&Grammar::Norwegian.stem(part))).collect();
    // One word that is the same in both languages is found without a table.
    let spellings: BTreeSet<String> = seen.into_iter().map(|(_, stem)| stem).collect();
    (spellings.len() > 1).then_some(Term { nb, nn, en, parts })
}

fn stem_of(form: &str, lang: Lang) -> String {
    let grammar = if lang == Lang::En { Grammar::English } else { Grammar::Norwegian };
    words(form).map(|range| grammar.stem(&fold(&form[range])) + " ").collect()
}
