//! What editors say of a text: what it is about, what its sentences do, and to what they commit whom.

/// What is said of one block. Numbers are places in the lists of [`super::Vocabulary`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tags {
    /// The main theme first.
    pub themes: Vec<u16>,
    /// The actors that the block asks to do something.
    pub addressed: Vec<u16>,
    /// The names that occur in it, in the order of the vocabulary.
    pub names: Vec<u16>,
    /// What each sentence of the original does; `None` where it says nothing of its own, such as a heading.
    pub statements: Vec<Option<Statement>>,
}

/// What a sentence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statement {
    Commitment,
    Assessment,
    Principle,
    Fact,
}

/// A statement of what somebody will, must or should do.
#[derive(Debug, Clone, PartialEq)]
pub struct Commitment {
    /// The place of its block in the original.
    pub block: u32,
    /// With the anchor of its block this makes its own: `nss-nato-2-f1`.
    pub number: u16,
    /// Its words in each edition, in the order of [`super::Document::editions`]: bytes of the texts, one after the
    /// other, of the blocks that say what its block says; none where the edition leaves it out.
    pub words: Vec<Span>,
    pub strength: Strength,
    pub binds: Binds,
    /// Who is to act; `None` where the text names nobody.
    pub actor: Option<u16>,
    /// The words of the text that name who is to act; empty where there are none.
    pub named: String,
    /// Whom it asks to act besides.
    pub asks: Vec<u16>,
    /// Its themes, where they are not those of its block.
    pub themes: Vec<u16>,
    /// The names that occur in its own words.
    pub names: Vec<u16>,
}

/// The places `start..end`: bytes of a text, or blocks of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

/// How strongly a commitment binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// `skal`, `vil`, and pledges without a modal.
    Shall,
    /// `må`
    Must,
    /// `bør`
    Should,
}

/// Whom a commitment binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Binds {
    State,
    Others,
    Everyone,
}

impl Statement {
    pub const ALL: [Statement; 4] =
        [Statement::Commitment, Statement::Assessment, Statement::Principle, Statement::Fact];

    /// The word for it in the data and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Statement::Commitment => "commitment",
            Statement::Assessment => "assessment",
            Statement::Principle => "principle",
            Statement::Fact => "fact",
        }
    }
}

impl Strength {
    pub const ALL: [Strength; 3] = [Strength::Shall, Strength::Must, Strength::Should];

    /// The word for it in the data and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Strength::Shall => "shall",
            Strength::Must => "must",
            Strength::Should => "should",
        }
    }
}

impl Binds {
    pub const ALL: [Binds; 3] = [Binds::State, Binds::Others, Binds::Everyone];

    /// The word for it in the data and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Binds::State => "state",
            Binds::Others => "others",
            Binds::Everyone => "everyone",
        }
    }
}
