//! What can be wrong in `data/`: each fault says what it is and what to do.

use std::fmt;

#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    Unreadable(String),
    NotUtf8,
    TooLarge(u64),
    NoFacts,
    BadId(String),
    Toml(String),
    Blank(String),
    NoDate,
    TwoDates,
    BadDate(String),
    BadPrefix(String),
    PrefixTaken(String, String),
    BadAddress(String),
    NoOriginal(&'static str),
    NoFrontMatter,
    NoTitle,
    NoBlocks,
    WrongStanding { original: bool },
    NoMethod,
    StrayMethod,
    NoAttributes,
    Attributes(String),
    NoAnchor,
    StrayAttributes(String),
    BadAnchor(String),
    WrongPrefix { anchor: String, prefix: String },
    AnchorTaken { anchor: String, line: usize },
    UnknownKind(String),
    KindNotHere(String),
    UnknownKey(String),
    KeyNotHere(&'static str),
    BadPage(String),
    BadLang(String),
    Empty,
    NotOneLine,
    DoubleSpace,
    Unseen(char),
    Foreign(String),
    BadTag(String),
    OpenTag(String),
    EmptyTag(&'static str),
    NoCorrection(String),
    LooseItem,
    ListWithoutLead,
    LeadWithoutList,
    KickerWithoutHeading,
    TitleNotFirst,
    Underlined,
    TooDeep,
    LevelSkipped { from: u8, to: u8 },
    NothingToEnd,
    NoteMissing(String),
    NoteUnused(String),
    NoteTwice(String),
    Unaligned(String),
    BadSplit(String),
    BadJoin(String),
    BadGap(String),
    StrayGaps,
    Fingerprint { stated: String, actual: String },
    Reference { style: &'static str, lang: &'static str },
    Table(String),
    BadKey(String),
    BadValue { column: &'static str, value: String, expected: String },
    Kinds(String),
    NoForms,
    NoHeadword(&'static str),
    BadForm(String),
    FormTwice(String),
    StrayPart { part: String, headword: String },
    NoBlock(String),
    RowTwice(String),
    RowMissing(String),
    UnknownEntry { vocabulary: &'static str, id: String },
    IdleCorrection(String),
    SentenceOrder { anchor: String, count: usize },
    OtherWords(String),
    StrayValues,
    HalfCommitment,
    NotNamed(String),
    NoTranslation { count: usize },
}

impl Fault {
    /// A value that is none of those its column takes.
    pub(super) fn bad_value(column: &'static str, value: &str, expected: &str) -> Self {
        Fault::BadValue { column, value: value.to_owned(), expected: expected.to_owned() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Fault::Unreadable(error) => {
                write!(f, "cannot be read ({error}); see whether it is there and open to you")
            }
            Fault::NotUtf8 => write!(f, "a sign here is not in UTF-8; save the file as text in UTF-8"),
            Fault::TooLarge(bytes) => {
                write!(
                    f,
                    "the file has {bytes} bytes, which no document needs; divide it, or see what got into it"
                )
            }
            Fault::NoFacts => {
                write!(f, "the folder has an edition, but not this file; add it, as data/README.md says")
            }
            Fault::BadId(id) => {
                write!(f, "`{id}` is no id; name the folder with a-z, 0-9 and single hyphens, a letter first")
            }
            Fault::Toml(error) => write!(f, "{error}"),
            Fault::Blank(what) => write!(f, "{what} is empty; write it"),
            Fault::NoDate => write!(f, "[issued] has neither `date` nor `year`; write the one that is known"),
            Fault::TwoDates => write!(f, "[issued] has both `date` and `year`; keep one"),
            Fault::BadDate(date) => write!(f, "`{date}` is no day; write it like 2025-05-08, without a time"),
            Fault::BadPrefix(prefix) => {
                write!(
                    f,
                    "`{prefix}` is no prefix for anchors; use a-z and 0-9, a letter first, 2 to 12 in all"
                )
            }
            Fault::PrefixTaken(prefix, id) => {
                write!(f, "the prefix `{prefix}` belongs to `{id}`; choose another one for `anchors`")
            }
            Fault::BadAddress(address) => write!(f, "`{address}` is no address; it must begin with https://"),
            Fault::NoOriginal(lang) => {
                write!(
                    f,
                    "the original is said to be `{lang}`, but there is no {lang}.md beside this file; add it"
                )
            }
            Fault::NoFrontMatter => {
                write!(
                    f,
                    "the front matter is missing; begin the file with title, status and fingerprint between two lines +++"
                )
            }
            Fault::NoTitle => write!(f, "the title is empty; write the document's title in this language"),
            Fault::NoBlocks => write!(f, "the edition has no text; write its blocks below the front matter"),
            Fault::WrongStanding { original: true } => {
                write!(f, "this is the original edition; write status = \"original\"")
            }
            Fault::WrongStanding { original: false } => {
                write!(f, "this is not the original edition; write status = \"official\" or \"unofficial\"")
            }
            Fault::NoMethod => {
                write!(f, "an unofficial edition says how it was made; add `method` in nb, nn and en")
            }
            Fault::StrayMethod => {
                write!(f, "`method` and `official` belong to unofficial editions only; take them out")
            }
            Fault::NoAttributes => {
                write!(f, "the block has no anchor; end the line with one, like {{#nss-demokrati-2}}")
            }
            Fault::Attributes(text) => {
                write!(f, "cannot read the attributes `{text}`; write them like {{#anchor .kind key=value}}")
            }
            Fault::NoAnchor => write!(
                f,
                "the attributes do not begin with an anchor; write it first, like {{#nss-demokrati-2}}"
            ),
            Fault::StrayAttributes(text) => {
                write!(
                    f,
                    "the attributes `{{{text}}}` end no block; write them behind its words, or take them out"
                )
            }
            Fault::BadAnchor(anchor) => {
                write!(f, "`{anchor}` is no anchor; use a-z, 0-9 and single hyphens, at most 48 characters")
            }
            Fault::WrongPrefix { anchor, prefix } => {
                write!(f, "`{anchor}` lacks the document's prefix; begin it with `{prefix}-`")
            }
            Fault::AnchorTaken { anchor, line } => {
                write!(f, "`{anchor}` already names the block on line {line}; choose another anchor")
            }
            Fault::UnknownKind(kind) => write!(f, "`.{kind}` is no kind of block; data/README.md lists them"),
            Fault::KindNotHere(kind) => {
                write!(
                    f,
                    "`.{kind}` stands on a heading, an item or a footnote; only a paragraph takes a kind"
                )
            }
            Fault::UnknownKey(key) => write!(
                f,
                "`{key}` is no key; a block takes page, lang and href, in a translation continues and joins too"
            ),
            Fault::KeyNotHere(key) => {
                write!(f, "`{key}` does not belong on this block; see the keys in data/README.md")
            }
            Fault::BadPage(page) => write!(f, "`{page}` is no page; write its printed number, like page=17"),
            Fault::BadLang(lang) => write!(f, "`{lang}` is no language here; write nb, nn or en"),
            Fault::Empty => write!(f, "the block has no words; write them or take it out"),
            Fault::NotOneLine => {
                write!(f, "the block runs over several lines; put it on one, or part blocks by a blank line")
            }
            Fault::DoubleSpace => {
                write!(f, "two spaces, a tab or a space other than the plain one; keep one plain space")
            }
            Fault::Unseen(sign) => {
                write!(f, "the sign U+{:04X} cannot be seen; take it out", u32::from(*sign))
            }
            Fault::Foreign(what) => {
                write!(f, "{what} is not part of the format; see data/README.md for what is")
            }
            Fault::BadTag(tag) => {
                write!(f, "`{tag}` is no tag here; use <sic corr=\"…\">…</sic> or <span lang=\"…\">…</span>")
            }
            Fault::OpenTag(tag) => {
                write!(f, "`<{tag}>` and `</{tag}>` do not match; close each tag in the order opened")
            }
            Fault::EmptyTag(tag) => {
                write!(f, "`<{tag}>` holds no words; put them before `</{tag}>`, or take both tags out")
            }
            Fault::NoCorrection(meant) => {
                write!(f, "`corr=\"{meant}\"` corrects nothing; write what was meant, or take the tags out")
            }
            Fault::LooseItem => {
                write!(
                    f,
                    "the item holds a paragraph or a list; give each item one line, with no blank line between items"
                )
            }
            Fault::ListWithoutLead => {
                write!(
                    f,
                    "the list follows neither a lead-in nor a heading; mark the block above with .lead-in"
                )
            }
            Fault::LeadWithoutList => {
                write!(f, "no list follows this lead-in; take .lead-in away or add the list")
            }
            Fault::KickerWithoutHeading => {
                write!(f, "no heading follows this kicker; put it directly above one")
            }
            Fault::TitleNotFirst => {
                write!(f, "`#` is the title, and only the first block can be it; use `##`")
            }
            Fault::Underlined => write!(
                f,
                "`---` or `===` makes a heading of the line above it; leave a blank line between them, or use `##`"
            ),
            Fault::TooDeep => write!(f, "a heading has five levels at most; use `#####` or fewer signs"),
            Fault::LevelSkipped { from, to } => {
                write!(f, "the heading goes from level {from} to level {to}; go down one level at a time")
            }
            Fault::NothingToEnd => write!(f, "`---` ends a section, but none is open here; take it out"),
            Fault::NoteMissing(label) => {
                write!(f, "there is no footnote `[^{label}]: …` for this mark; add it or take the mark out")
            }
            Fault::NoteUnused(label) => {
                write!(f, "no mark `[^{label}]` leads to this footnote; put it into the text")
            }
            Fault::NoteTwice(label) => {
                write!(f, "the footnote `{label}` stands here a second time; give it a mark of its own")
            }
            Fault::Unaligned(what) => {
                write!(
                    f,
                    "{what}; a translation has the blocks and sections of the original in the same order, or declares \
                     a split, a join or a gap"
                )
            }
            Fault::BadSplit(anchor) => write!(
                f,
                "`{anchor}` goes on with no block above it; `continues` names the one directly above, of the same kind, \
                 and the anchor is none of the original's"
            ),
            Fault::BadJoin(anchor) => write!(
                f,
                "`{anchor}` cannot be joined here; `joins` names the blocks that follow in the original, in order, no \
                 heading and no footnote"
            ),
            Fault::BadGap(anchor) => {
                write!(f, "`{anchor}` is no gap; name a block that stands in one of the two editions only")
            }
            Fault::StrayGaps => write!(f, "an original has no gaps; take `gaps` out"),
            Fault::Fingerprint { stated, actual } if stated.is_empty() => {
                write!(f, "the edition states no fingerprint; write fingerprint = \"{actual}\"")
            }
            Fault::Fingerprint { actual, .. } => write!(
                f,
                "the words have changed since the edition was published; undo the change, or, if it is meant, \
                 write fingerprint = \"{actual}\""
            ),
            Fault::Reference { style, lang } => write!(
                f,
                "the reference in the style `{style}` ({lang}) cannot be made; a title or publisher with the number 77777 or a sign from a private area is the only known cause"
            ),
            Fault::Table(error) => {
                write!(f, "{error}; write the columns that data/README.md lists, parted by tabs")
            }
            Fault::BadKey(id) => {
                write!(f, "`{id}` is no id; use a-z, 0-9 and single hyphens, a letter first")
            }
            Fault::BadValue { column, value, expected } => {
                write!(f, "`{value}` cannot stand as {column}; write {expected}")
            }
            Fault::Kinds(expected) => {
                write!(f, "the kinds of statement are {expected}, in this order; list them all")
            }
            Fault::NoHeadword(lang) => {
                write!(f, "the term has no word in `{lang}`; write the headword at least")
            }
            Fault::BadForm(form) => write!(f, "`{form}` is no form; write words with single spaces between"),
            Fault::FormTwice(form) => write!(f, "the form `{form}` stands here twice; take one out"),
            Fault::StrayPart { part, headword } => {
                write!(f, "`{part}` is no part of `{headword}`; write its parts in order, in base form")
            }
            Fault::NoForms => write!(f, "the name has no forms; list the words by which the texts call it"),
            Fault::NoBlock(anchor) => {
                write!(f, "the original has no block `{anchor}`; correct the anchor or take the row out")
            }
            Fault::RowTwice(anchor) => write!(f, "`{anchor}` has a row already; keep one"),
            Fault::RowMissing(anchor) => write!(f, "the block `{anchor}` has no row; add it"),
            Fault::UnknownEntry { vocabulary, id } => {
                write!(f, "`{id}` is no {vocabulary}; data/vocabulary/{vocabulary}s.toml lists them")
            }
            Fault::IdleCorrection(word) => write!(
                f,
                "`{word}` corrects nothing; write +id for a name that the rule misses, -id for one it finds wrongly"
            ),
            Fault::SentenceOrder { anchor, count } => write!(
                f,
                "`{anchor}` has {count} sentences; give each its row, in order (`cargo xtask sentences` prints them)"
            ),
            Fault::OtherWords(words) => {
                write!(f, "the sentence reads “{words}”; correct the row, and its tags if need be")
            }
            Fault::StrayValues => {
                write!(f, "only a commitment has more than a kind; write - in the other columns")
            }
            Fault::HalfCommitment => write!(f, "a commitment states strength and binds; fill them in"),
            Fault::NotNamed(words) => {
                write!(
                    f,
                    "“{words}” does not stand in the sentence's block or its lead-in; write the words of the text"
                )
            }
            Fault::NoTranslation { count } => write!(
                f,
                "the translation has {count} sentences here; write under `translated` which say it, like 2 or 2-3"
            ),
        }
    }
}
