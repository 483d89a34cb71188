//! The files of a draft: the edition in Markdown, the facts to fill in, what was repaired, and what to look at.

use super::Block;
use super::shape::{Shape, Sort};
use crate::mends::{self, Mend};
use crate::model::{Kind, Lang};
use std::collections::BTreeSet;

/// Words that begin a document's first chapter and are never its title.
const FRONT: [&str; 9] = [
    "innledning",
    "innleiing",
    "forord",
    "føreord",
    "sammendrag",
    "samandrag",
    "introduction",
    "foreword",
    "preface",
];

/// The level of each heading, 0 for all other shapes. A line that opens the document is its title; headings that open
/// a page, and headings directly above others, stand above those that do not.
pub(super) fn levels(shapes: &[Shape]) -> Vec<u8> {
    let is_heading = |at: usize| shapes.get(at).is_some_and(|shape| shape.sort == Sort::Heading);
    let is_high = |at: usize| shapes[at].begins_page || is_heading(at + 1);
    let has_title = is_heading(0) && !shapes[0].begins_page && !is_heading(1);
    let has_high = (usize::from(has_title)..shapes.len()).any(|at| is_heading(at) && is_high(at));
    let mut chapter = false;
    (0..shapes.len())
        .map(|at| match at {
            _ if !is_heading(at) => 0,
            0 if has_title => 1,
            _ if !has_high || is_high(at) || !chapter => {
                chapter = true;
                2
            }
            _ => 3,
        })
        .collect()
}

/// Gives the blocks anchors to begin with.
pub(super) fn name(blocks: &mut [Block], id: &str) {
    if let Some(first) = blocks.first_mut().filter(|block| block.level == 1)
        && FRONT.iter().any(|word| first.text.to_lowercase().starts_with(word))
    {
        first.level = 2;
    }
    let prefix = prefix(id);
    let mut taken = BTreeSet::new();
    let mut section = prefix.clone();
    let (mut number, mut notes) = (0, 0);
    for block in blocks {
        block.anchor = match block.kind {
            Kind::Heading => {
                section = unique(format!("{prefix}-{}", slug(&block.text)), &mut taken);
                number = 0;
                section.clone()
            }
            Kind::Footnote => {
                notes += 1;
                unique(format!("{prefix}-note-{notes}"), &mut taken)
            }
            _ => {
                number += 1;
                unique(format!("{section}-{number}"), &mut taken)
            }
        };
    }
}

/// The letters at the beginning of the id, as the word with which every anchor begins.
fn prefix(id: &str) -> String {
    let letters: String = id.chars().take_while(|c| c.is_ascii_lowercase()).take(12).collect();
    if letters.len() < 2 { "dok".to_owned() } else { letters }
}

/// The first words of a heading that say something, in the letters of addresses.
fn slug(text: &str) -> String {
    const LITTLE: [&str; 24] = [
        "og", "i", "på", "av", "for", "til", "en", "et", "ei", "ein", "eit", "vi", "skal", "vil", "med",
        "om", "the", "a", "an", "of", "and", "to", "in", "for",
    ];
    let words = text.to_lowercase();
    let words =
        words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !LITTLE.contains(word));
    let mut slug = String::new();
    for word in words.map(plain_letters).filter(|word| !word.is_empty()) {
        if !slug.is_empty() && slug.len() + word.len() > 20 {
            break;
        }
        slug = if slug.is_empty() { word.chars().take(24).collect() } else { format!("{slug}-{word}") };
    }
    if slug.is_empty() { "del".to_owned() } else { slug }
}

fn plain_letters(word: &str) -> String {
    word.chars()
        .map(|c| match c {
            'æ' | 'ä' => "ae".to_owned(),
            'ø' | 'ö' => "o".to_owned(),
            'å' => "a".to_owned(),
            'é' | 'è' | 'ê' => "e".to_owned(),
            'ü' => "u".to_owned(),
            c if c.is_ascii_alphanumeric() => c.to_string(),
            _ => String::new(),
        })
        .collect()
}

fn unique(name: String, taken: &mut BTreeSet<String>) -> String {
    let mut free = name.clone();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        free = format!("{name}-{number}");
        number += 1;
    }
    free
}

/// The files of the folder.
pub(super) fn files(
    source: &str,
    id: &str,
    lang: Lang,
    blocks: &[Block],
    mends: &[Mend],
) -> Vec<(String, String)> {
    vec![
        ("document.toml".to_owned(), facts(id, lang)),
        (format!("{}.md", lang.code()), edition(blocks)),
        ("source.txt".to_owned(), source.to_owned()),
        ("mends.tsv".to_owned(), mends::write(mends)),
        ("review.tsv".to_owned(), review(source, blocks)),
    ]
}

/// `document.toml` with everything unknown left to fill in.
fn facts(id: &str, lang: Lang) -> String {
    let (prefix, lang) = (prefix(id), lang.code());
    format!(
        "\
# What is known of the document. Fill in every \"\"; take out a line that is marked as optional where nothing is known.
# `strategy-reader check` says what is missing; `strategy-reader format` explains every line.

anchors = \"{prefix}\"    # the word with which every anchor of the document begins; choose it now, it stays for ever
original = \"{lang}\"    # the language of the original: nb, nn or en
kind = \"\"    # report or web-page
status = \"\"    # current or historical
# government = \"\"    # optional: the government that it came from
# source = \"https://\"    # optional: its official address

[issued]    # one of the two, as far as it is known
# date = 2025-05-08    # the day on which it was published
# year = 2025    # or the year alone
# circa = true    # optional: the document bears no date, and the year is an estimate

[publisher]    # the body that published it, in bokmål, nynorsk and English
nb = \"\"
nn = \"\"
en = \"\"

[summary]    # one sentence of yours that says what the document is
nb = \"\"
nn = \"\"
en = \"\"
"
    )
}

/// The edition as Markdown, its fingerprint to be written when all has been read.
fn edition(blocks: &[Block]) -> String {
    let title = blocks.iter().find(|block| block.kind == Kind::Heading && block.level == 1);
    let title = title.map_or("", |block| block.text.as_str()).replace('\\', "\\\\").replace('"', "\\\"");
    let mut text = format!("+++\ntitle = \"{title}\"\nstatus = \"original\"\nfingerprint = \"\"\n+++\n");
    let mut above = None;
    for block in blocks {
        // The items of a list stand on lines of their own without blank lines between.
        if block.kind != Kind::ListItem || above != Some(Kind::ListItem) {
            text.push('\n');
        }
        above = Some(block.kind);
        let sign = match (&block.label, block.kind) {
            (Some(label), _) => format!("[^{label}]: "),
            (None, Kind::Heading) => format!("{} ", "#".repeat(block.level.into())),
            (None, Kind::ListItem) => "- ".to_owned(),
            (None, _) => String::new(),
        };
        let class = match block.kind {
            Kind::Heading | Kind::ListItem | Kind::Footnote | Kind::Paragraph => String::new(),
            kind => format!(" .{}", kind.name()),
        };
        text += &format!("{sign}{} {{#{}{class}}}\n", escaped(&block.text, &block.notes), block.anchor);
    }
    text
}

/// The words of a block, so that Markdown reads them as they are, with the marks of its footnotes.
fn escaped(text: &str, notes: &[(usize, String)]) -> String {
    let mut written = String::with_capacity(text.len() + 8);
    let mut notes = notes.iter().peekable();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        while let Some((_, label)) = notes.next_if(|(place, _)| *place <= at) {
            written += &format!("[^{label}]");
        }
        let always = matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '&' | '#');
        let at_start = at == 0 && matches!(c, '+' | '-' | '=' | '~' | '|' | ':');
        // `2016.` would begin a numbered list.
        let numbers = at == digits && digits > 0 && matches!(c, '.' | ')');
        if always || at_start || numbers {
            written.push('\\');
        }
        written.push(c);
    }
    for (_, label) in notes {
        written += &format!("[^{label}]");
    }
    written
}

/// What the draft only suggests, for somebody to look at. Lines are those of the source.
fn review(source: &str, blocks: &[Block]) -> String {
    let starts = mends::line_starts(source);
    let mut rows = "line\tanchor\tsuggested\twhy\tbegins\n".to_owned();
    for block in blocks.iter().filter(|block| !block.why.is_empty()) {
        let kind = match block.kind {
            Kind::Heading => format!("heading of level {}", block.level),
            kind => kind.name().to_owned(),
        };
        let begins: String = block.text.chars().take(50).collect();
        let line = starts.partition_point(|start| *start <= block.place.start);
        rows += &format!("{line}\t{}\t{kind}\t{}\t{begins}\n", block.anchor, block.why);
    }
    rows
}
