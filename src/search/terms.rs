//! The table of terms, made ready: what else a word may be called, in the same language or in another one.

use super::index::grammar;
use super::vocabulary::Vocabulary;
use crate::model::{Lang, Term};
use crate::text::{Grammar, coarse, fold, words};

/// A form of a term as it is looked up and as it is found.
pub(super) struct Form {
    /// The coarse stems of its words.
    key: String,
    pub grammar: Grammar,
    pub lang: Lang,
    pub term: u32,
    /// The words of the vocabulary that are this form, or a phrase, numbered after the words.
    pub words: Vec<u32>,
}

#[derive(Default)]
pub(super) struct Terms {
    /// By key.
    forms: Vec<Form>,
    /// The forms of each term, as places in `forms`.
    of_term: Vec<Vec<u32>>,
    /// The stems of the forms that have several words.
    pub phrases: Vec<Vec<u32>>,
    /// For each stem the phrases that begin with it, sorted.
    by_first: Vec<(u32, u32)>,
    /// Parts of compounds that are no words of the documents by themselves.
    parts: Vec<String>,
    /// The headword of each term in bokmål.
    headwords: Vec<Option<String>>,
    words: u32,
}

impl Terms {
    pub fn new(terms: &[Term], vocabulary: &Vocabulary) -> Self {
        let mut this = Terms { words: vocabulary.len() as u32, ..Terms::default() };
        for (number, term) in terms.iter().enumerate() {
            this.parts.extend(term.parts.iter().cloned());
            this.headwords.push(term.nb.first().map(|word| fold(word)));
            for lang in Lang::ALL {
                for form in term.forms(lang) {
                    this.add(form, lang, number as u32, vocabulary);
                }
            }
        }
        this.forms.sort_unstable_by(|one, other| one.key.cmp(&other.key));
        this.of_term = vec![Vec::new(); terms.len()];
        for (place, form) in this.forms.iter().enumerate() {
            this.of_term[form.term as usize].push(place as u32);
        }
        this.by_first =
            this.phrases.iter().enumerate().map(|(phrase, stems)| (stems[0], phrase as u32)).collect();
        this.by_first.sort_unstable();
        this
    }

    fn add(&mut self, form: &str, lang: Lang, term: u32, vocabulary: &Vocabulary) {
        let grammar = grammar(lang);
        let parts: Vec<String> = words(form).map(|range| fold(&form[range])).collect();
        let stems: Vec<String> = parts.iter().map(|part| grammar.stem(part)).collect();
        let known: Option<Vec<u32>> = stems.iter().map(|stem| vocabulary.find_stem(grammar, stem)).collect();
        let words = match known.as_deref() {
            Some([stem]) => vocabulary.forms(*stem).collect(),
            Some([_, _, ..]) => {
                self.phrases.push(known.unwrap_or_default());
                vec![self.words + self.phrases.len() as u32 - 1]
            }
            _ => Vec::new(),
        };
        self.forms.push(Form { key: key(&stems), grammar, lang, term, words });
    }

    /// The phrases with which these words of a text begin.
    pub fn phrases_at(&self, vocabulary: &Vocabulary, text: &[u32]) -> impl Iterator<Item = usize> {
        let first = text.first().map_or(u32::MAX, |word| vocabulary.stem_of(*word));
        let from = self.by_first.partition_point(|(stem, _)| *stem < first);
        let known = self.by_first[from..].iter().take_while(move |(stem, _)| *stem == first);
        known.map(|(_, phrase)| *phrase as usize).filter(move |phrase| self.begins(*phrase, vocabulary, text))
    }

    /// Whether these words of a text begin with a phrase.
    pub fn begins(&self, phrase: usize, vocabulary: &Vocabulary, text: &[u32]) -> bool {
        let stems = &self.phrases[phrase];
        text.len() >= stems.len()
            && stems.iter().zip(text).all(|(stem, word)| *stem == vocabulary.stem_of(*word))
    }

    /// The phrase that a number behind the words stands for.
    pub fn phrase(&self, word: u32) -> Option<usize> {
        word.checked_sub(self.words).map(|phrase| phrase as usize)
    }

    /// The forms that these folded words are, in whatever language.
    pub fn named<'a>(&'a self, words: &[&str]) -> impl Iterator<Item = &'a Form> {
        let found = Grammar::BOTH.map(|grammar| {
            let stems: Vec<String> = words.iter().map(|word| grammar.stem(word)).collect();
            let key = key(&stems);
            let from = self.forms.partition_point(|form| form.key < key);
            let same = self.forms[from..].iter().take_while(|form| form.key == key).count();
            self.forms[from..from + same].iter().filter(move |form| form.grammar == grammar)
        });
        found.into_iter().flatten()
    }

    pub fn headword(&self, term: u32) -> Option<&str> {
        self.headwords[term as usize].as_deref()
    }

    pub fn is_part(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part == word)
    }

    /// All forms of the term that has this one.
    pub fn forms_of(&self, term: u32) -> impl Iterator<Item = &Form> {
        self.of_term[term as usize].iter().map(|place| &self.forms[*place as usize])
    }
}

fn key(stems: &[String]) -> String {
    let mut key = String::new();
    for stem in stems {
        if !key.is_empty() {
            key.push(' ');
        }
        coarse(stem, &mut key);
    }
    key
}
