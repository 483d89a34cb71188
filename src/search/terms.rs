//! The table of terms, made ready: what else a word may be called, in the same language or in another one.

use super::index::{capitals, grammar};
use super::vocabulary::{Interner, Vocabulary, key, sort};
use crate::model::{Lang, Term};
use crate::text::{Grammar, coarse, fold, is_common, words};

/// A form of a term as it is looked up and as it is found.
pub(super) struct Form {
    /// The number of its key.
    pub key: u32,
    pub lang: Lang,
    pub term: u32,
    /// The words of the vocabulary that are this form, or a phrase, numbered after the words.
    pub words: Vec<u32>,
}

#[derive(Default)]
pub(super) struct Terms {
    /// Grammar and coarse stems of the forms.
    keys: Interner,
    /// Term by term, the headword in bokmål first.
    pub forms: Vec<Form>,
    /// The headword of each term.
    pub headwords: Vec<String>,
    /// The stems of the forms that have several words.
    pub phrases: Vec<Vec<u32>>,
    /// For each stem the last phrase that begins with it and one, or 0; and for each phrase the one before it.
    last_phrase: Vec<u32>,
    phrase_before: Vec<u32>,
    /// Parts of compounds that are no words of the documents by themselves.
    parts: Vec<String>,
    words: u32,
}

impl Terms {
    pub fn new<'a>(terms: impl Iterator<Item = &'a Term>, vocabulary: &Vocabulary) -> Self {
        let mut this = Terms { words: vocabulary.len(), ..Terms::default() };
        for term in terms {
            for part in &term.parts {
                this.parts.push(part.clone());
            }
            for lang in Lang::ALL {
                for form in term.forms(lang) {
                    this.add(form, lang, vocabulary);
                }
            }
            this.headwords.push(term.nb.first().map_or(String::new(), |word| fold(word)));
        }
        this
    }

    fn add(&mut self, form: &str, lang: Lang, vocabulary: &Vocabulary) {
        let grammar = grammar(lang);
        let mut key = Key::new(grammar);
        let mut stems = Vec::new();
        let (mut known, mut only_capitals) = (true, false);
        for range in words(form) {
            let (word, capitals) = capitals(&form[range.clone()]);
            only_capitals = capitals && range.len() == form.len();
            let stem = key.add(&fold(word));
            match vocabulary.find_stem(grammar, &stem) {
                Some(stem) => stems.push(stem),
                None => known = false,
            }
        }
        let mut found = Vec::new();
        if let ([stem], true) = (stems.as_slice(), known) {
            // «OSSE» is no form of «oss».
            vocabulary.each_form(*stem, &mut |word| {
                if !only_capitals || vocabulary.has_capitals(word) {
                    found.push(word);
                }
            });
        } else if known {
            found.push(self.words + self.phrases.len() as u32);
            let Some(first) = stems.first().map(|stem| *stem as usize) else { return };
            if self.last_phrase.len() <= first {
                self.last_phrase.resize(first + 1, 0);
            }
            self.phrase_before.push(self.last_phrase[first]);
            self.phrases.push(stems);
            self.last_phrase[first] = self.phrases.len() as u32;
        }
        let key = self.keys.id(&key.key);
        self.forms.push(Form { key, lang, term: self.headwords.len() as u32, words: found });
    }

    /// Calls with the phrases with which these words of a text begin.
    pub fn each_phrase(&self, vocabulary: &Vocabulary, text: &[u32], each: &mut dyn FnMut(usize)) {
        let first = text.first().map_or(0, |word| vocabulary.stem_of(*word) as usize);
        let mut next = self.last_phrase.get(first).copied().unwrap_or(0);
        while let Some(phrase) = next.checked_sub(1).map(|phrase| phrase as usize) {
            if self.begins(phrase, vocabulary, text) {
                each(phrase);
            }
            next = self.phrase_before[phrase];
        }
    }

    /// Whether these words of a text begin with a phrase.
    pub fn begins(&self, phrase: usize, vocabulary: &Vocabulary, text: &[u32]) -> bool {
        let stems = &self.phrases[phrase];
        for (place, stem) in stems.iter().enumerate() {
            if text.get(place).is_none_or(|word| vocabulary.stem_of(*word) != *stem) {
                return false;
            }
        }
        true
    }

    /// The phrase that a number behind the words stands for.
    pub fn phrase(&self, word: u32) -> Option<usize> {
        word.checked_sub(self.words).map(|phrase| phrase as usize)
    }

    /// The forms that these folded words are, in whatever language, as places in `forms`.
    pub fn named(&self, words: &[&str]) -> Vec<usize> {
        let mut found = Vec::new();
        for grammar in Grammar::BOTH {
            let mut key = Key::new(grammar);
            for word in words {
                key.add(word);
            }
            if let Some(key) = self.keys.find(&key.key) {
                for (place, form) in self.forms.iter().enumerate() {
                    if form.key == key {
                        found.push(place);
                    }
                }
            }
        }
        found
    }

    pub fn is_part(&self, word: &str) -> bool {
        self.parts.iter().any(|part| part == word)
    }
}

/// What a form is looked up by.
struct Key {
    grammar: Grammar,
    key: String,
    /// There were only small words so far, which count where there are no others.
    small: bool,
}

impl Key {
    fn new(grammar: Grammar) -> Self {
        Key { grammar, key: key(sort(grammar, false), ""), small: true }
    }

    /// Adds a folded word; gives its stem.
    fn add(&mut self, word: &str) -> String {
        let stem = self.grammar.stem(word);
        // With or without small words: «Council of Europe» is asked for as these two words.
        let common = is_common(word);
        if self.small && !common {
            self.key.truncate(1);
        }
        if self.small || !common {
            self.key.push(' ');
            coarse(&stem, &mut self.key);
        }
        self.small &= common;
        stem
    }
}
