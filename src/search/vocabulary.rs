//! Every word of the documents once: its spelling, its stem, and where its letters lead.

use crate::text::{Grammar, coarse};

/// Strings one behind the other.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, id: u32) -> &str {
        let id = id as usize;
        let start = if id == 0 { 0 } else { self.ends[id - 1] as usize };
        &self.text[start..self.ends[id] as usize]
    }

    fn push(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
        self.ends.push(self.text.len() as u32);
    }
}

/// Gives each string a number, in the order in which they come. A table of the standard library would bring a hash
/// that is safe against attackers and 3 kB of download; these are the words of our own documents.
#[derive(Default)]
pub(super) struct Interner {
    strings: Strings,
    /// A power of two of places, each a number and one, or 0.
    table: Vec<u32>,
}

impl Interner {
    pub fn len(&self) -> usize {
        self.strings.len()
    }

    pub fn get(&self, id: u32) -> &str {
        self.strings.get(id)
    }

    pub fn find(&self, key: &str) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        self.table[self.place(key)].checked_sub(1)
    }

    pub fn id(&mut self, key: &str) -> u32 {
        if self.strings.len() * 2 >= self.table.len() {
            self.table = vec![0; (self.table.len() * 2).max(1024)];
            for id in 0..self.strings.len() as u32 {
                let place = self.place(self.strings.get(id));
                self.table[place] = id + 1;
            }
        }
        let place = self.place(key);
        match self.table[place].checked_sub(1) {
            Some(id) => id,
            None => {
                self.strings.push(|text| text.push_str(key));
                let count = self.strings.len() as u32;
                self.table[place] = count;
                count - 1
            }
        }
    }

    /// Where the key stands, or the free place where it would.
    fn place(&self, key: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut place = hash(key.as_bytes()) as usize & mask;
        while let Some(id) = self.table[place].checked_sub(1)
            && self.strings.get(id) != key
        {
            place = (place + 1) & mask;
        }
        place
    }
}

/// FNV-1a, with its upper half mixed in, since the lower bits are used.
fn hash(bytes: &[u8]) -> u32 {
    let hash =
        bytes.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    hash ^ (hash >> 15)
}

/// The words of the documents. A word that is written in capitals (NIS, IT) is another one than the same letters in a
/// sentence, and so is the same spelling in the other language.
#[derive(Default)]
pub(super) struct Vocabulary {
    /// The key of a word: one letter for grammar and capitals, then the folded word.
    words: Interner,
    coarse: Strings,
    stems: Interner,
    stem_of: Vec<u32>,
    /// The first word with a stem, and after each word the next one with the same stem.
    first_form: Vec<u32>,
    next_form: Vec<u32>,
    /// Which letters the coarse form of a word has, a bit each.
    letters: Vec<u32>,
    /// The words that have three letters in a row, one list a hash of them.
    gram_starts: Vec<u32>,
    gram_words: Vec<u32>,
}

const NONE: u32 = u32::MAX;
const GRAMS: usize = 1 << 13;

impl Vocabulary {
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word of a text.
    pub fn word(&mut self, key: &str) -> u32 {
        self.words.id(key)
    }

    /// The spelling, folded.
    pub fn spelling(&self, word: u32) -> &str {
        &self.words.get(word)[1..]
    }

    pub fn coarse(&self, word: u32) -> &str {
        self.coarse.get(word)
    }

    pub fn grammar(&self, word: u32) -> Grammar {
        match self.words.get(word).as_bytes() {
            [b'n' | b'N', ..] => Grammar::Norwegian,
            _ => Grammar::English,
        }
    }

    pub fn has_capitals(&self, word: u32) -> bool {
        matches!(self.words.get(word).as_bytes(), [b'N' | b'E', ..])
    }

    pub fn stem_of(&self, word: u32) -> u32 {
        self.stem_of[word as usize]
    }

    pub fn stem(&self, stem: u32) -> &str {
        &self.stems.get(stem)[1..]
    }

    /// The root of a word's stem.
    pub fn root(&self, word: u32) -> &str {
        self.grammar(word).root(self.stem(self.stem_of(word)))
    }

    pub fn letters(&self, word: u32) -> u32 {
        self.letters[word as usize]
    }

    /// The words with this spelling, in either language, in capitals or not.
    pub fn spelled(&self, folded: &str) -> impl Iterator<Item = u32> {
        ["n", "N", "e", "E"].into_iter().filter_map(move |sort| self.words.find(&[sort, folded].concat()))
    }

    /// Whether a language has the word as it is.
    pub fn is_spelled(&self, grammar: Grammar, folded: &str) -> bool {
        self.spelled(folded).any(|word| self.grammar(word) == grammar)
    }

    pub fn find_stem(&self, grammar: Grammar, stem: &str) -> Option<u32> {
        self.stems.find(&stem_key(grammar, stem))
    }

    /// Every form of a stem.
    pub fn forms(&self, stem: u32) -> impl Iterator<Item = u32> {
        let first = self.first_form.get(stem as usize).copied().filter(|word| *word != NONE);
        std::iter::successors(first, |word| Some(self.next_form[*word as usize]).filter(|next| *next != NONE))
    }

    /// Works out what follows from the words, when all of them are there.
    pub fn finish(&mut self) {
        let count = self.words.len() as u32;
        self.next_form = vec![NONE; count as usize];
        for word in 0..count {
            let (grammar, spelling) = (self.grammar(word), self.words.get(word)[1..].to_owned());
            let stem = if self.has_capitals(word) { spelling.clone() } else { grammar.stem(&spelling) };
            let stem = self.stems.id(&stem_key(grammar, &stem));
            self.stem_of.push(stem);
            if stem as usize == self.first_form.len() {
                self.first_form.push(NONE);
            }
            self.next_form[word as usize] = self.first_form[stem as usize];
            self.first_form[stem as usize] = word;
            self.coarse.push(|text| coarse(&spelling, text));
            self.letters.push(letters(self.coarse.get(word)));
        }
        let mut starts = vec![0_u32; GRAMS + 1];
        for word in 0..count {
            grams(self.coarse.get(word), |gram| starts[gram + 1] += 1);
        }
        for gram in 0..GRAMS {
            starts[gram + 1] += starts[gram];
        }
        let mut next = starts.clone();
        self.gram_words = vec![0; starts[GRAMS] as usize];
        for word in 0..count {
            grams(self.coarse.get(word), |gram| {
                self.gram_words[next[gram] as usize] = word;
                next[gram] += 1;
            });
        }
        self.gram_starts = starts;
    }

    /// Words that may have these letters in a row, or at their beginning where they start with `^`: a few too many,
    /// in order. None below three signs.
    pub fn candidates(&self, needle: &str) -> &[u32] {
        let mut best: Option<&[u32]> = None;
        for gram in needle.as_bytes().windows(3) {
            let gram = hash(gram) as usize % GRAMS;
            let list = &self.gram_words[self.gram_starts[gram] as usize..self.gram_starts[gram + 1] as usize];
            if best.is_none_or(|best| list.len() < best.len()) {
                best = Some(list);
            }
        }
        best.unwrap_or_default()
    }
}

fn stem_key(grammar: Grammar, stem: &str) -> String {
    let sort = if grammar == Grammar::Norwegian { "n" } else { "e" };
    [sort, stem].concat()
}

/// All three bytes in a row, the first two with a sign for the beginning.
fn grams(word: &str, mut each: impl FnMut(usize)) {
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
    word.bytes().fold(0, |letters, byte| {
        letters | if byte.is_ascii_lowercase() { 1 << (byte - b'a') } else { 1 << 26 }
    })
}
