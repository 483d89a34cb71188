//! Bytes in columns: values of one sort lie together, whatever they belong to, since like beside like packs best.

use super::LARGEST;
use std::borrow::Cow;

/// What a column holds. The order is that of the columns in the archive.
#[derive(Clone, Copy, Default)]
pub(super) enum Column {
    /// Facts about documents and editions.
    #[default]
    Facts,
    Anchors,
    /// Kinds and levels of blocks.
    Kinds,
    /// What few blocks have: a page, a language, a label, a link.
    Rarities,
    Marks,
    Sections,
    /// Themes of blocks.
    Themes,
    /// The actors that blocks address.
    Addressed,
    /// Names in blocks and commitments.
    Names,
    /// What sentences do.
    Statements,
    Commitments,
    /// Where commitments begin and end.
    Spans,
    /// Who is to act, in the words of the text.
    Named,
    /// Ids of the vocabulary.
    Ids,
    /// Which terms are explained where.
    Explained,
    /// All that is said in one language lies together: texts, and the words of the vocabulary.
    English,
    Nynorsk,
    Bokmal,
    References,
}

const COUNT: usize = Column::References as usize + 1;

/// Behind each string; and instead of one that is the same as the one before it. Neither occurs in UTF-8.
const END: u8 = 0xff;
const SAME: u8 = 0xfe;

/// Columns that are being written.
#[derive(Default)]
pub(super) struct Writer {
    columns: [Vec<u8>; COUNT],
    column: usize,
    /// The last string, in whichever column.
    last: String,
    /// The column of the edition's language, and the last anchor.
    pub texts: Column,
    pub anchor: String,
}

impl Writer {
    pub fn byte(&mut self, byte: u8) {
        self.columns[self.column].push(byte);
    }

    /// Seven bits a byte, the lowest first; the highest bit says that more follow.
    pub fn number(&mut self, mut number: u32) {
        while number >= 0x80 {
            self.byte(number as u8 | 0x80);
            number >>= 7;
        }
        self.byte(number as u8);
    }

    pub fn string(&mut self, string: &str) {
        let column = &mut self.columns[self.column];
        if self.last == string {
            column.push(SAME);
        } else {
            column.extend(string.as_bytes());
            column.push(END);
            string.clone_into(&mut self.last);
        }
    }

    /// The string that [`Self::string`] is to hold the next one against, where it is not the one before.
    pub fn likely(&mut self, string: String) {
        self.last = string;
    }

    /// Writes to another column.
    pub fn within(&mut self, column: Column, write: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.column, column as usize);
        write(self);
        self.column = before;
    }

    /// The lengths of all columns, and the columns.
    pub fn into_bytes(self) -> Vec<u8> {
        let mut lengths = Writer::default();
        for column in &self.columns {
            lengths.number(column.len() as u32);
        }
        let [lengths, ..] = lengths.columns;
        [lengths, self.columns.concat()].concat()
    }
}

/// Columns that are being read. What cannot be read is read as zero or nothing, and remembered: one question at the end
/// instead of one at each value, which makes the code of every value much smaller.
pub(super) struct Reader<'a> {
    columns: [&'a [u8]; COUNT],
    column: usize,
    /// The last string, in whichever column.
    last: Cow<'a, str>,
    /// How many bytes of strings may still be repeated: whoever writes a long one and repeats it a million times shall not
    /// have all memory.
    repeats: usize,
    spoiled: bool,
    /// The column of the edition's language, and the last anchor.
    pub texts: Column,
    pub anchor: String,
}

impl<'a> Reader<'a> {
    /// None where the bytes are no columns.
    pub fn new(bytes: &'a [u8]) -> Option<Self> {
        // The lengths are read as if they were a column too.
        let mut reader = Reader {
            columns: [&[]; COUNT],
            column: 0,
            last: Cow::default(),
            repeats: LARGEST,
            spoiled: false,
            texts: Column::default(),
            anchor: String::new(),
        };
        reader.columns[0] = bytes;
        let lengths: [u32; COUNT] = std::array::from_fn(|_| reader.number());
        let mut rest = reader.columns[0];
        for (column, length) in reader.columns.iter_mut().zip(lengths) {
            (*column, rest) = rest.split_at_checked(length as usize)?;
        }
        (rest.is_empty() && !reader.spoiled).then_some(reader)
    }

    pub fn byte(&mut self) -> u8 {
        let column = &mut self.columns[self.column];
        let Some((byte, rest)) = column.split_first() else {
            self.spoil();
            return 0;
        };
        *column = rest;
        *byte
    }

    pub fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte();
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.spoil();
        0
    }

    pub fn string(&mut self) -> String {
        if !self.next_string() {
            self.spoil();
        }
        self.last.clone().into_owned()
    }

    /// Makes the next string the last one.
    fn next_string(&mut self) -> bool {
        let column = &mut self.columns[self.column];
        if let Some((&SAME, rest)) = column.split_first() {
            *column = rest;
            let left = self.repeats.checked_sub(self.last.len());
            self.repeats = left.unwrap_or_default();
            return left.is_some();
        }
        let mut parts = column.splitn(2, |byte| *byte == END);
        let (Some(string), Some(rest)) = (parts.next(), parts.next()) else { return false };
        *column = rest;
        let string = std::str::from_utf8(string);
        self.last = string.unwrap_or_default().into();
        string.is_ok()
    }

    /// The string that may come next without being written, where it is not the one before.
    pub fn likely(&mut self, string: String) {
        self.last = string.into();
    }

    /// Reads from another column.
    pub fn within<T>(&mut self, column: Column, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.column, column as usize);
        let value = read(self);
        self.column = before;
        value
    }

    /// Remembers that a value could not be read.
    pub fn spoil(&mut self) {
        self.spoiled = true;
    }

    pub fn is_spoiled(&self) -> bool {
        self.spoiled
    }

    /// Whether every value could be read, and nothing is left.
    pub fn is_done(&self) -> bool {
        !self.spoiled && self.columns.iter().all(|column| column.is_empty())
    }
}
