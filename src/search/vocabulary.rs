//! Every word of the documents once: its spelling, its stem, and where its letters lead.

use crate::text::{Grammar, coarse};

/// Strings one behind the other, each with a number, in the order in which they came. A table of the standard library would
/// bring a hash that is safe against attackers and 3 kB of download; these are the words of our own documents.
#[derive(Default)]
pub(super) struct Interner {
    text: String,
    ends: Vec<u32>,
    /// A power of two of places, each a number and one, or 0.
    table: Vec<u32>,
}

impl Interner {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, id: u32) -> &str {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.text[start..self.ends[id] as usize]
    }

    pub fn find(&self, key: &str) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        self.table[self.place(key)].checked_sub(1)
    }

    pub fn id(&mut self, key: &str) -> u32 {
        if self.len() * 2 >= self.table.len() {
            self.table = vec![0; (self.table.len() * 2).max(1024)];
            for id in 0..self.len() as u32 {
                let place = self.place(self.get(id));
                self.table[place] = id + 1;
            }
        }
        let place = self.place(key);
        if self.table[place] == 0 {
            self.push(key);
            self.table[place] = self.len() as u32;
        }
        self.table[place] - 1
    }

    /// Adds a string without looking whether it is there.
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    /// Where the key stands, or the free place where it would.
    fn place(&self, key: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut place = hash(key.as_bytes()) as usize & mask;
        while let Some(id) = self.table[place].checked_sub(1)
            && self.get(id) != key
        {
            place = (place + 1) & mask;
        }
        place
    }
}

/// The capital of a letter of Western Europe. The table of the standard library, for all letters there are, is 3 kB of download.
fn capital(letter: char) -> char {
    match letter {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => char::from(letter as u8 - 32),
        _ => letter,
    }
}

/// FNV-1a, with its upper half mixed in, since the lower bits are used.
fn hash(bytes: &[u8]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in bytes {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}

/// A word is kept behind a letter that says of which language it is and whether it is written in capitals: NIS is another
/// word than «nis», and a spelling that two languages share is a word of each.
pub(super) fn sort(grammar: Grammar, capitals: bool) -> char {
    match (grammar, capitals) {
        (Grammar::Norwegian, false) => 'n',
        (Grammar::Norwegian, true) => 'N',
        (Grammar::English, false) => 'e',
        (Grammar::English, true) => 'E',
    }
}

pub(super) fn key(sort: char, text: &str) -> String {
    let mut key = String::from(sort);
    key.push_str(text);
    key
}

/// How a word is printed. A name never has a small letter; what begins a sentence says nothing.
pub(super) mod seen {
    pub const SMALL: u8 = 1;
    pub const CAPITAL: u8 = 2;
}

/// The words of the documents.
#[derive(Default)]
pub(super) struct Vocabulary {
    words: Interner,
    coarse: Interner,
    stems: Interner,
    stem_of: Vec<u32>,
    /// Whether a word is printed with a small letter somewhere, and with a capital within a sentence: see [`seen`].
    seen: Vec<u8>,
    /// The last word with a stem, and for each word the one before it with the same stem.
    last_form: Vec<u32>,
    form_before: Vec<u32>,
    /// Which letters the coarse form of a word has, a bit each.
    letters: Vec<u32>,
    /// The words that have three letters in a row, one list a hash of them.
    gram_starts: Vec<u32>,
    gram_words: Vec<u32>,
}

const NONE: u32 = u32::MAX;
const GRAMS: usize = 1 << 13;

impl Vocabulary {
    pub fn len(&self) -> u32 {
        self.words.len() as u32
    }

    /// The number of a word of a text, by its key.
    pub fn word(&mut self, key: &str) -> u32 {
        self.words.id(key)
    }

    /// Notes how a word is printed.
    pub fn note(&mut self, word: u32, seen: u8) {
        self.seen.resize(self.words.len(), 0);
        self.seen[word as usize] |= seen;
    }

    /// A word as one writes it within a sentence.
    pub fn written(&self, word: u32) -> String {
        let is_name = self.seen[word as usize] == seen::CAPITAL;
        let capitals = if self.has_capitals(word) { usize::MAX } else { usize::from(is_name) };
        let letters = self.spelling(word).chars().enumerate();
        letters.map(|(place, letter)| if place < capitals { capital(letter) } else { letter }).collect()
    }

    /// The spelling, folded.
    pub fn spelling(&self, word: u32) -> &str {
        &self.words.get(word)[1..]
    }

    pub fn coarse(&self, word: u32) -> &str {
        self.coarse.get(word)
    }

    pub fn grammar(&self, word: u32) -> Grammar {
        if self.words.get(word).starts_with(['n', 'N']) { Grammar::Norwegian } else { Grammar::English }
    }

    pub fn has_capitals(&self, word: u32) -> bool {
        self.words.get(word).starts_with(['N', 'E'])
    }

    pub fn stem_of(&self, word: u32) -> u32 {
        self.stem_of[word as usize]
    }

    pub fn stem(&self, stem: u32) -> &str {
        &self.stems.get(stem)[1..]
    }

    pub fn letters(&self, word: u32) -> u32 {
        self.letters[word as usize]
    }

    /// The words with this spelling, in either language, in capitals or not.
    pub fn spelled(&self, folded: &str) -> Vec<u32> {
        let mut found = Vec::new();
        for sort in ['n', 'N', 'e', 'E'] {
            found.extend(self.words.find(&key(sort, folded)));
        }
        found
    }

    pub fn find_stem(&self, grammar: Grammar, stem: &str) -> Option<u32> {
        self.stems.find(&key(sort(grammar, false), stem))
    }

    /// Calls with every form of a stem.
    pub fn each_form(&self, stem: u32, each: &mut dyn FnMut(u32)) {
        let mut word = self.last_form[stem as usize];
        while word != NONE {
            each(word);
            word = self.form_before[word as usize];
        }
    }

    /// Works out what follows from the words, when all of them are there.
    pub fn finish(&mut self) {
        self.gram_starts = vec![0; GRAMS + 1];
        let mut form = String::new();
        for word in 0..self.len() {
            let (grammar, spelling) = (self.grammar(word), self.spelling(word));
            let stem = if self.has_capitals(word) { spelling.to_owned() } else { grammar.stem(spelling) };
            form.clear();
            coarse(spelling, &mut form);
            let stem = self.stems.id(&key(sort(grammar, false), &stem));
            self.stem_of.push(stem);
            if self.last_form.len() < self.stems.len() {
                self.last_form.push(NONE);
            }
            self.form_before.push(std::mem::replace(&mut self.last_form[stem as usize], word));
            self.coarse.push(&form);
            self.letters.push(letters(&form));
            grams(&form, &mut |gram| self.gram_starts[gram + 1] += 1);
        }
        for gram in 0..GRAMS {
            self.gram_starts[gram + 1] += self.gram_starts[gram];
        }
        let mut next = self.gram_starts.clone();
        self.gram_words = vec![0; next[GRAMS] as usize];
        for word in 0..self.len() {
            grams(self.coarse.get(word), &mut |gram| {
                self.gram_words[next[gram] as usize] = word;
                next[gram] += 1;
            });
        }
    }

    /// Words that may have these letters in a row, or at their beginning where they start with `^`: a few too many,
    /// in order, some twice. None below three signs.
    pub fn candidates(&self, needle: &str) -> &[u32] {
        let (mut best, mut least): (&[u32], usize) = (&[], usize::MAX);
        for gram in needle.as_bytes().windows(3) {
            let gram = hash(gram) as usize % GRAMS;
            let list = &self.gram_words[self.gram_starts[gram] as usize..self.gram_starts[gram + 1] as usize];
            if list.len() < least {
                (best, least) = (list, list.len());
            }
        }
        best
    }
}

/// All three bytes in a row, the first two with a sign for the beginning.
fn grams(word: &str, each: &mut dyn FnMut(usize)) {
    let bytes = word.as_bytes();
    if let [first, second, ..] = bytes {
        each(hash(&[b'^', *first, *second]) as usize % GRAMS);
    }
    for gram in bytes.windows(3) {
        each(hash(gram) as usize % GRAMS);
    }
}

/// A bit for each of a to z and one for all else.
pub(super) fn letters(word: &str) -> u32 {
    let mut letters = 0;
    for byte in word.bytes() {
        letters |= 1 << byte.wrapping_sub(b'a').min(26);
    }
    letters
}
