//! `vocabulary/terms.toml`: what the documents call one thing in each language.
//!
//! Only what search cannot work out by itself goes into the archive: a form that follows from another one by the rules of
//! inflection is left out, and so is a part of a compound that the documents have as a word.

use super::tables::{Row, entries};
use super::vocabulary::check_id;
use super::{Fault, Problems, Source};
use crate::model::{Lang, Term, Words, is_address};
use crate::text::{Grammar, fold, words};
use serde::Deserialize;
use std::collections::BTreeSet;
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
    /// Checked, and not packed: nothing shows it yet.
    #[serde(rename = "note")]
    _note: Option<Words>,
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

pub(super) fn read(data: &Path, sources: &[Source], problems: &mut Problems) -> Vec<Term> {
    let file = data.join("vocabulary/terms.toml");
    let entries = entries::<Table>(&file, problems);
    for (id, Row { line, values }) in &entries {
        check_id(id, &file, *line, problems);
        check(values, &mut |fault| problems.add(&file, Some(*line), fault));
    }
    let known = stems(sources);
    entries.iter().filter_map(|(_, row)| packed(&row.values, &known)).collect()
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
