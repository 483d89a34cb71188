//! Turns an extracted text (of a PDF, of a web page) into a draft of a document: lines are unwrapped, cut words put
//! together, headings and lists suggested. Nothing goes without being listed: the draft's `mends.tsv`, applied to the source,
//! gives the draft's words, and that is checked before a draft is handed out. Native only.

mod edit;
mod joint;
mod lexicon;
mod line;
mod noise;
mod note;
mod repair;
mod shape;
mod write;

pub use lexicon::Lexicon;

use crate::mends::{self, Mend};
use crate::model::{Kind, Lang};
use edit::{Edit, Words};
use joint::{Joint, Sign};
use line::Line;
use shape::{Shape, Sort};
use std::ops::Range;

/// What is known of the document before it is read.
pub struct Request<'a> {
    /// The name of its folder.
    pub id: &'a str,
    /// Its language; guessed where it is not given.
    pub lang: Option<Lang>,
    /// The words of other documents in a language.
    pub known: &'a dyn Fn(Lang) -> Lexicon,
}

/// A draft, for an editor to correct and complete.
pub struct Draft {
    pub lang: Lang,
    pub blocks: Vec<Block>,
    pub mends: Vec<Mend>,
    /// The files of the document's folder, by their names.
    pub files: Vec<(String, String)>,
}

/// A suggested block.
pub struct Block {
    pub kind: Kind,
    /// Of a heading; otherwise 0.
    pub level: u8,
    pub anchor: String,
    /// The bytes of the source from its first sign to its last.
    pub place: Range<usize>,
    pub text: String,
    /// Bytes of `text` behind which a footnote is marked, and its label.
    notes: Vec<(usize, String)>,
    /// The label of a footnote.
    label: Option<String>,
    /// Why it is taken for what it is; empty where there was nothing to decide.
    why: String,
}

/// A draft that cannot be made.
#[derive(Debug, PartialEq, Eq)]
pub enum Error {
    /// There are no words in the text.
    NoWords,
    /// The list of mends does not lead from the source to the draft: a fault of this program.
    Unfaithful(String),
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Error::NoWords => write!(f, "there are no words in it; see whether the right file was given"),
            Error::Unfaithful(what) => {
                write!(
                    f,
                    "the draft would not have the words of the source ({what}); please report this, with the file"
                )
            }
        }
    }
}

impl std::error::Error for Error {}

/// The draft of a document from its extracted text.
pub fn draft(source: &str, request: Request) -> Result<Draft, Error> {
    let lines = line::lines(source);
    let noise = noise::find(&lines);
    let mut shapes = shape::find(&lines, &noise);
    let lang = request.lang.unwrap_or_else(|| guessed(source));
    let mut known = (request.known)(lang);
    for (line, _) in lines.iter().zip(&noise).filter(|(_, noise)| noise.is_none()) {
        known.add_line(line.text);
    }
    let notes = note::find(&lines, &mut shapes);
    shape::settle(&mut shapes, &lines, &noise);
    let edits = edits(&lines, &noise, &shapes, notes, (&known, lang));
    let mends = edit::mends(source, &edits);
    let blocks = blocks(source, &lines, &shapes, &edits, request.id);
    check(source, &blocks, &mends)?;
    let files = write::files(source, request.id, lang, &blocks, &mends);
    Ok(Draft { lang, blocks, mends, files })
}

/// All changes, those that decide about words before those that only clean.
fn edits(
    lines: &[Line],
    noise: &[Option<&str>],
    shapes: &[Shape],
    notes: Vec<Edit>,
    (known, lang): (&Lexicon, Lang),
) -> Vec<Edit> {
    let mut edits = notes;
    edits.extend(joints(lines, shapes, known, lang));
    for shape in shapes {
        if let (Sort::Item(sign), Some(first)) = (&shape.sort, shape.lines.first())
            && *sign > 0
        {
            let line = &lines[*first];
            let length = line.text[..*sign].trim_end().len();
            edits.push(Edit::removal(
                line.text_start..line.text_start + length,
                "noise",
                "sign of a list item",
            ));
        }
        for line in &shape.lines {
            edits.extend(repair::find(&lines[*line], known, lang));
        }
    }
    for (line, why) in lines.iter().zip(noise) {
        if let Some(why) = why {
            edits.push(Edit::removal(line.text_start..line.end(), "noise", why));
        }
    }
    edit::ordered(edits)
}

/// What becomes of the line ends within blocks.
fn joints(lines: &[Line], shapes: &[Shape], known: &Lexicon, lang: Lang) -> Vec<Edit> {
    let signs = signs(lines, shapes);
    let decided = |suspect: bool| {
        signs.iter().map(move |(at, next, sign)| {
            let sign = if suspect && *sign == Sign::Nothing { Sign::Suspect } else { *sign };
            let joint = joint::decide(lines[*at].text, lines[*next].text, sign, known, lang);
            (&lines[*at], &lines[*next], joint)
        })
    };
    // Where hyphens have surely got lost several times, they may be missing elsewhere, too.
    let lost = decided(false).filter(|(line, _, joint)| {
        *joint == Joint::Join { with_hyphen: false, sure: true } && line.text.ends_with(char::is_alphabetic)
    });
    let lost = lost.count();
    let mut edits = Vec::new();
    for (line, below, joint) in decided(lost >= 4 && lost * 50 >= signs.len()) {
        let Joint::Join { with_hyphen, sure } = joint else { continue };
        let hyphens = ['-', '\u{2010}', '\u{2011}', '\u{ad}'];
        let kept = if with_hyphen { line.text } else { line.text.trim_end_matches(hyphens) };
        let note = match (with_hyphen, sure) {
            (true, true) => "the hyphen belongs to the word",
            (true, false) => "probable; the hyphen seems to belong to the word",
            (false, true) => "",
            (false, false) => "probable",
        };
        edits.push(Edit::removal(line.text_start + kept.len()..below.text_start, "line-end", note));
    }
    edits
}

/// The line ends within blocks: the two lines, and what the white space at their ends tells.
fn signs(lines: &[Line], shapes: &[Shape]) -> Vec<(usize, usize, Sign)> {
    let spaced = |pairs: &mut dyn Iterator<Item = (usize, usize)>| {
        pairs.fold((0, 0), |(all, spaced), (at, _)| (all + 1, spaced + usize::from(lines[at].spaced)))
    };
    let pairs = |shape: &Shape| shape.lines.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>();
    let (all, of_all) = spaced(&mut shapes.iter().flat_map(pairs));
    let tells = all >= 10 && of_all * 2 >= all;
    let mut signs = Vec::with_capacity(all);
    for shape in shapes {
        let (own, of_own) = spaced(&mut pairs(shape).into_iter());
        // A block of which no line ends with a space was extracted in another way.
        let tells = tells && (own < 4 || of_own * 2 >= own);
        for (at, next) in pairs(shape) {
            let sign = match (tells, lines[at].spaced) {
                (true, true) => Sign::Whole,
                (true, false) => Sign::Cut,
                (false, _) => Sign::Nothing,
            };
            signs.push((at, next, sign));
        }
    }
    signs
}

fn blocks(source: &str, lines: &[Line], shapes: &[Shape], edits: &[Edit], id: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let levels = write::levels(shapes);
    for (shape, level) in shapes.iter().zip(levels) {
        let (Some(first), Some(last)) = (shape.lines.first(), shape.lines.last()) else { continue };
        let place = lines[*first].text_start..lines[*last].end();
        let Words { plain, notes } = edit::words(source, place.clone(), edits);
        if plain.is_empty() {
            continue;
        }
        let (kind, label) = match &shape.sort {
            Sort::Heading => (Kind::Heading, None),
            Sort::Paragraph => (Kind::Paragraph, None),
            Sort::Lede => (Kind::Lede, None),
            Sort::LeadIn => (Kind::LeadIn, None),
            Sort::Item(_) => (Kind::ListItem, None),
            Sort::Footnote(label) => (Kind::Footnote, Some(label.clone())),
            Sort::Kicker => (Kind::Kicker, None),
            Sort::DateLine => (Kind::DateLine, None),
            Sort::Credit => (Kind::Credit, None),
            Sort::CreditLabel => (Kind::CreditLabel, None),
        };
        blocks.push(Block {
            kind,
            level,
            anchor: String::new(),
            place,
            text: plain,
            notes,
            label,
            why: shape.why.clone(),
        });
    }
    write::name(&mut blocks, id);
    blocks
}

/// The promise of a draft: the source with the listed mends has the draft's words, and only those.
fn check(source: &str, blocks: &[Block], mends: &[Mend]) -> Result<(), Error> {
    let unfaithful = |error: mends::Error| Error::Unfaithful(error.to_string());
    let again = mends::read(&mends::write(mends)).map_err(unfaithful)?;
    let mended = mends::apply(source, &again).map_err(unfaithful)?;
    let expected: Vec<&str> = mended.split_whitespace().collect();
    let found: Vec<&str> = blocks.iter().flat_map(|block| block.text.split_whitespace()).collect();
    if found.is_empty() {
        return Err(Error::NoWords);
    }
    match expected.iter().zip(&found).position(|(one, other)| one != other) {
        None if expected.len() == found.len() => Ok(()),
        place => {
            let at = place.unwrap_or(expected.len().min(found.len()));
            let near = |words: &[&str]| {
                words.iter().skip(at.saturating_sub(2)).take(5).copied().collect::<Vec<_>>().join(" ")
            };
            Err(Error::Unfaithful(format!("`{}` became `{}`", near(&expected), near(&found))))
        }
    }
}

/// The language in which the commonest little words are written.
fn guessed(source: &str) -> Lang {
    const WORDS: [(Lang, &[&str]); 3] = [
        (Lang::Nb, &["ikke", "og", "av", "fra", "jeg", "en", "hva", "noen", "mellom", "ble", "mer"]),
        (Lang::Nn, &["ikkje", "og", "av", "frå", "eg", "ein", "kva", "nokon", "mellom", "vart", "meir"]),
        (Lang::En, &["not", "and", "of", "from", "the", "a", "what", "some", "between", "was", "more"]),
    ];
    let mut counts = WORDS.map(|(lang, _)| (0, lang));
    for word in source.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase) {
        for (count, (_, words)) in counts.iter_mut().zip(WORDS) {
            count.0 += usize::from(words.contains(&word.as_str()));
        }
    }
    // The first of equals: bokmål.
    counts.into_iter().rev().max_by_key(|(count, _)| *count).map_or(Lang::Nb, |(_, lang)| lang)
}
