//! References for other programs: files of reference managers, templates of Wikipedia, Markdown and text.

mod formats;
mod source;

use super::list::list;
use super::run::{Run, text};
use super::{Day, Place, Style};
use crate::corpus::EditionView;
use crate::model::Lang;
use source::Source;

/// What a program reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Bibtex,
    Biblatex,
    Ris,
    CslJson,
    Wikipedia,
    Markdown,
    Text,
}

impl Format {
    pub const ALL: [Format; 7] = [
        Format::Bibtex,
        Format::Biblatex,
        Format::Ris,
        Format::CslJson,
        Format::Wikipedia,
        Format::Markdown,
        Format::Text,
    ];

    /// The word for it in options and commands.
    pub fn code(self) -> &'static str {
        match self {
            Format::Bibtex => "bibtex",
            Format::Biblatex => "biblatex",
            Format::Ris => "ris",
            Format::CslJson => "csl-json",
            Format::Wikipedia => "wikipedia",
            Format::Markdown => "markdown",
            Format::Text => "text",
        }
    }

    pub fn from_code(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }

    /// How the name of a file in it ends.
    pub fn ending(self) -> &'static str {
        match self {
            Format::Bibtex | Format::Biblatex => "bib",
            Format::Ris => "ris",
            Format::CslJson => "json",
            Format::Wikipedia | Format::Text => "txt",
            Format::Markdown => "md",
        }
    }
}

/// Places as one file. A source is told once, with all its places; the style matters for Markdown and text only.
pub fn export(
    format: Format,
    places: &[(EditionView, Place)],
    style: Style,
    lang: Lang,
    read: Day,
) -> String {
    let entries = |mark: fn(&[Run]) -> String| {
        let entries = list(places, style, lang, read);
        entries.iter().map(|entry| mark(entry) + "\n").collect::<String>()
    };
    let write = match format {
        Format::Text => return entries(text),
        Format::Markdown => return entries(|entry| format!("- {}", markdown(entry))),
        Format::Bibtex => formats::bibtex,
        Format::Biblatex => formats::biblatex,
        Format::Ris => formats::ris,
        Format::CslJson => formats::csl_json,
        Format::Wikipedia => formats::wikipedia,
    };
    let sources = Source::all(places, lang, read);
    let files: Vec<String> = sources.iter().map(write).collect();
    match format {
        Format::CslJson => format!("[{}]\n", files.join(",")),
        _ => files.concat(),
    }
}

/// The words of a reference in Markdown, where none of them is taken for a mark.
pub fn markdown(runs: &[Run]) -> String {
    let mut written = String::new();
    for run in runs {
        match run {
            Run { link: true, text, .. } => {
                written.extend(["<", text, ">"]);
                continue;
            }
            Run { italic: true, .. } => written.push('*'),
            _ => {}
        }
        for letter in run.text.chars() {
            if "\\`*_[]<>#&".contains(letter) {
                written.push('\\');
            }
            written.push(letter);
        }
        if run.italic {
            written.push('*');
        }
    }
    written
}
