//! Which names a text mentions: whole words, the longest form first, and nothing guessed.

use super::{Problems, vocabulary};
use crate::model::Lang;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

/// All forms of all names in a language, the longest first, so that `EØS-avtalen` is not taken for `EØS`.
pub(super) struct Names<'a> {
    forms: Vec<(&'a str, u16)>,
}

impl<'a> Names<'a> {
    pub(super) fn new(forms: &'a [BTreeMap<Lang, Vec<String>>], lang: Lang) -> Self {
        let mut all: Vec<(&str, u16)> = Vec::new();
        for (name, forms) in forms.iter().enumerate() {
            all.extend(forms.get(&lang).into_iter().flatten().map(|form| (form.as_str(), name as u16)));
        }
        all.sort_by_key(|(form, _)| std::cmp::Reverse(form.chars().count()));
        Names { forms: all }
    }

    /// The names that a text mentions, in the order of the vocabulary, each once.
    pub(super) fn in_text(&self, text: &str) -> Vec<u16> {
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut found = Vec::new();
        for (form, name) in &self.forms {
            for start in starts(text, form) {
                let place = start..start + form.len();
                if is_whole(text, &place)
                    && taken.iter().all(|other| other.end <= place.start || place.end <= other.start)
                {
                    taken.push(place);
                    found.push(*name);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// Which names texts mention, by the forms that a collection's `vocabulary/names.toml` lists.
pub struct Mentions {
    ids: Vec<String>,
    forms: Vec<BTreeMap<Lang, Vec<String>>>,
}

impl Mentions {
    pub fn read(data: &Path) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let read = vocabulary::read(data, &mut problems);
        let ids = read.vocabulary.names.into_iter().map(|name| name.id).collect();
        problems.or(Mentions { ids, forms: read.forms })
    }

    /// The ids of the names that a text mentions, in the order of the vocabulary, each once.
    pub fn in_text(&self, text: &str, lang: Lang) -> Vec<&str> {
        let found = Names::new(&self.forms, lang).in_text(text).into_iter();
        found.filter_map(|name| self.ids.get(usize::from(name))).map(String::as_str).collect()
    }
}

/// Where the form stands as it is written, or, if it begins with a small letter, with a capital one.
fn starts(text: &str, form: &str) -> Vec<usize> {
    let mut starts: Vec<usize> = text.match_indices(form).map(|(at, _)| at).collect();
    let mut letters = form.chars();
    if let Some(first) = letters.next().filter(|first| first.is_lowercase()) {
        let capital: String = first.to_uppercase().chain(letters).collect();
        // A capital letter can have another length; the places then no longer fit the form, and are left out.
        if capital.len() == form.len() {
            starts.extend(text.match_indices(&capital).map(|(at, _)| at));
        }
    }
    starts
}

/// Whether the words end where the form does, a genitive or the rest of a hyphenated compound apart.
fn is_whole(text: &str, place: &Range<usize>) -> bool {
    let before = text[..place.start].chars().next_back();
    if before.is_some_and(|c| c.is_alphanumeric() || c == '-') {
        return false;
    }
    let after = &text[place.end..];
    let rest =
        ["’s", "'s", "-s", "s"].iter().find_map(|genitive| after.strip_prefix(genitive)).unwrap_or(after);
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    ends(rest) || ends(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[u16]) {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let names =
            [words(&["FN"]), words(&["FN-pakten"]), words(&["russisk", "Russland"]), words(&["Nato"])];
        let forms = names.map(|forms: Vec<String>| BTreeMap::from([(Lang::Nb, forms)]));
        assert_eq!(Names::new(&forms, Lang::Nb).in_text(text), expected, "{text}");
    }

    #[test]
    fn names_are_whole_words() {
        check("FN, FNs og FN-landene, men ikke fn, FNX eller AFN.", &[0]);
        check("FN-pakten", &[1]);
        check("FN-pakten binder FN.", &[0, 1]);
        check("Russisk, russisk og Russlands, ikke RUSSISK eller russiskekspert", &[2]);
        check("Russiskekspert og ikke-Nato", &[]);
        check("Nato-partnere, Nato’s og Natos", &[3]);
    }
}
