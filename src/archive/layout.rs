//! What of a library goes into which column, in which order. Both directions follow from one list of fields, and a
//! field that is left out does not compile.

use super::columns::{Column, Reader, Writer};
use super::value::{Value, one_of};
use crate::model::{
    Binds, Block, Commitment, Departure, Document, DocumentKind, Edition, Entry, Explanation, Issued, Kind,
    Lang, Library, Mark, Name, NameSort, References, Section, Sort, Span, Standing, Statement, Status,
    Strength, Tags, Term, Text, Vocabulary, Words,
};

/// `Type { field, field in Column, field by module, … }`: the fields one after the other, some of them in columns of
/// their own, some of them in their own way.
macro_rules! fields {
    ($($type:ident { $($field:tt $(in $column:ident)? $(by $module:ident)?),* })*) => { $(
        impl Value for $type {
            fn write(&self, to: &mut Writer) {
                $(fields!(@write to, self.$field $(, in $column)? $(, by $module)?);)*
            }

            fn read(from: &mut Reader) -> Self {
                $type { $($field: fields!(@read from $(, in $column)? $(, by $module)?)),* }
            }
        }
    )* };
    (@write $to:ident, $self:ident.$field:tt) => { $self.$field.write($to) };
    (@write $to:ident, $self:ident.$field:tt, in $column:ident) => {
        $to.within(Column::$column, |to| $self.$field.write(to))
    };
    (@write $to:ident, $self:ident.$field:tt, by $module:ident) => { $module::write(&$self.$field, $to) };
    (@read $from:ident) => { Value::read($from) };
    (@read $from:ident, in $column:ident) => { $from.within(Column::$column, Value::read) };
    (@read $from:ident, by $module:ident) => { $module::read($from) };
}

one_of!(Binds, DocumentKind, Kind, Lang, NameSort, Statement, Status, Strength);

fields! {
    Library { documents, vocabulary }
    Document {
        id, kind, status, issued, publisher, government, source, summary, editions, tags in Themes,
        commitments in Commitments, explained in Explained, references
    }
    Issued { year, day, circa, words }
    Words { nb in Bokmal, nn in Nynorsk, en in English }
    Edition { lang by language, title by text, standing, fingerprint, blocks, sections in Sections, departures in Sections }
    Block {
        anchor by anchor, kind in Kinds, level in Kinds, page in Rarities, lang in Rarities, label in Rarities,
        href in Rarities, text
    }
    Text { plain by text, marks in Marks }
    Mark { start, end, sort }
    Departure { original, own, reason }
    Tags { themes, addressed in Addressed, names in Names, statements in Statements }
    Commitment {
        block, number, words in Spans, strength, binds, actor, named in Named, asks, themes, names in Names
    }
    References { 0 in References }
    Vocabulary { themes in Ids, actors in Ids, kinds in Ids, names in Ids, terms, explanations }
    Explanation { name, words }
    Entry { id, name }
    Name { id, sort, name }
    Term { nb in Bokmal, nn in Nynorsk, en in English, parts in Bokmal }
}

/// The language of an edition, which says where its texts lie.
mod language {
    use super::{Column, Lang, Reader, Value, Writer};

    pub fn write(lang: &Lang, to: &mut Writer) {
        to.texts = column(*lang);
        lang.write(to);
    }

    pub fn read(from: &mut Reader) -> Lang {
        let lang = Lang::read(from);
        from.texts = column(lang);
        lang
    }

    fn column(lang: Lang) -> Column {
        match lang {
            Lang::Nb => Column::Bokmal,
            Lang::Nn => Column::Nynorsk,
            Lang::En => Column::English,
        }
    }
}

/// Words of an edition, with all that is said in its language.
mod text {
    use super::{Reader, Value, Writer};

    pub fn write(text: &String, to: &mut Writer) {
        to.within(to.texts, |to| text.write(to));
    }

    pub fn read(from: &mut Reader) -> String {
        from.within(from.texts, Value::read)
    }
}

/// Most anchors count on from the one before: `nss-nato-2` after `nss-nato-1` after `nss-nato`.
mod anchor {
    use super::{Column, Reader, Value, Writer};

    pub fn write(anchor: &String, to: &mut Writer) {
        to.likely(next(&to.anchor));
        to.within(Column::Anchors, |to| anchor.write(to));
        anchor.clone_into(&mut to.anchor);
    }

    pub fn read(from: &mut Reader) -> String {
        from.likely(next(&from.anchor));
        let anchor: String = from.within(Column::Anchors, Value::read);
        anchor.clone_into(&mut from.anchor);
        anchor
    }

    fn next(anchor: &str) -> String {
        let counted =
            anchor.rsplit_once('-').and_then(|(stem, number)| Some((stem, number.parse::<u16>().ok()?)));
        let (stem, number) = counted.unwrap_or((anchor, 0));
        format!("{stem}-{}", u32::from(number) + 1)
    }
}

/// `Type { 0 => Plain, 1 => Holding(value), … }`: a byte, and what the variant holds.
macro_rules! variants {
    ($($type:ident { $($byte:literal => $variant:ident $(($inner:ident))? $({ $($field:ident),* })?),* })*) => { $(
        impl Value for $type {
            fn write(&self, to: &mut Writer) {
                match self {
                    $($type::$variant $(($inner))? $({ $($field),* })? => {
                        to.byte($byte);
                        $($inner.write(to);)?
                        $($($field.write(to);)*)?
                    })*
                }
            }

            fn read(from: &mut Reader) -> Self {
                let byte = from.byte();
                $(if byte == $byte {
                    return $type::$variant $(({ let $inner = Value::read(from); $inner }))? $({ $($field: Value::read(from)),* })?;
                })*
                from.spoil();
                variants!(@first $type $($variant)*)
            }
        }
    )* };
    (@first $type:ident $first:ident $($rest:ident)*) => { $type::$first };
}

variants! {
    Standing { 0 => Original, 1 => Official, 2 => Unofficial { method, official } }
    Sort { 0 => Strong, 1 => Emphasis, 2 => Sic(meant), 3 => Lang(lang), 4 => Note(label) }
}

/// The length instead of the end. What is added when reading wraps around, as all of it may come from anywhere.
impl Value for Span {
    fn write(&self, to: &mut Writer) {
        self.start.write(to);
        self.end.wrapping_sub(self.start).write(to);
    }

    fn read(from: &mut Reader) -> Self {
        let start = u32::read(from);
        Span { start, end: start.wrapping_add(u32::read(from)) }
    }
}

/// Counted from the beginning, which mostly is the heading itself.
impl Value for Section {
    fn write(&self, to: &mut Writer) {
        self.start.write(to);
        self.heading.wrapping_sub(self.start).write(to);
        self.end.wrapping_sub(self.start).write(to);
        self.level.write(to);
    }

    fn read(from: &mut Reader) -> Self {
        let start = u32::read(from);
        let mut place = || start.wrapping_add(u32::read(from));
        Section { start, heading: place(), end: place(), level: u8::read(from) }
    }
}
