//! `import`: turns an extracted text into a draft of a document, for an editor to correct and complete.

use crate::failure::Failure;
use crate::output;
use crate::source;
use lexopt::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use strategy_reader::import::{self, Draft, Lexicon, Request};
use strategy_reader::model::{Kind, Lang, is_name};

const HELP: &str = "\
Usage: strategy-reader import FILE [-o DIR] [--lang LANG] [--words FILE]

Turns the extracted text of a PDF or a web page into a draft of a document: a new folder DIR (without -o, named after the
file) with
  document.toml   what is known of the document, to be filled in
  LANG.md         the text, unwrapped, cut words put together, headings and lists suggested
  source.txt      the file as it was
  mends.tsv       every repair between the two, to be read: `probable` means that the text alone cannot tell
  review.tsv      every suggestion, to be looked at: headings, their levels, lists, footnotes

  -o, --output DIR   the folder to make; its name is the id of the document: a-z, 0-9 and hyphens
  --lang LANG        the language of the text: nb, nn or en; guessed if it is not given
  --words FILE       more words by which cut words are known again, one a line (a spelling dictionary will do)
";

pub fn run(mut arguments: lexopt::Parser) -> Result<(), Failure> {
    let (mut file, mut folder, mut lang, mut words) = (None, None, None, Vec::new());
    while let Some(argument) = arguments.next()? {
        match argument {
            Short('h') | Long("help") => return output::print(HELP),
            Short('o') | Long("output") => folder = Some(PathBuf::from(arguments.value()?)),
            Long("lang") => lang = Some(language(&arguments.value()?.string()?)?),
            Long("words") => words.push(PathBuf::from(arguments.value()?)),
            Value(value) if file.is_none() => file = Some(PathBuf::from(value)),
            other => return Err(other.unexpected().into()),
        }
    }
    let file = file.ok_or_else(|| {
        Failure::Usage("the file to import is missing; write `strategy-reader import FILE`".to_owned())
    })?;
    let folder = folder.unwrap_or_else(|| PathBuf::from(named_after(&file)));
    let id = id_of(&folder)?;
    must_be_new(&folder)?;
    let source = source::read(&file)?;
    let more = words.iter().map(|path| source::read(path)).collect::<Result<Vec<String>, _>>()?;
    let known = |lang| known(lang, &more);
    let request = Request { id: &id, lang, known: &known };
    let draft = import::draft(&source, request)
        .map_err(|error| Failure::Files(format!("{}: {error}", file.display())))?;
    write(&folder, &draft)?;
    output::print(&told(&draft, &folder, lang.is_none()))
}

fn language(code: &str) -> Result<Lang, Failure> {
    let known = Lang::ALL.into_iter().find(|lang| lang.code() == code);
    known.ok_or_else(|| Failure::Usage(format!("`{code}` is no language here; write --lang nb, nn or en")))
}

/// The words of this release's documents in a language, and those that were given.
fn known(lang: Lang, more: &[String]) -> Lexicon {
    let library = strategy_reader::embedded::library().unwrap_or_default();
    let mut known = Lexicon::of(library.documents.iter(), lang);
    for word in more.iter().flat_map(|words| words.lines()) {
        // A spelling dictionary says behind a stroke how a word is inflected.
        known.add(word.split(['/', '\t']).next().unwrap_or_default());
    }
    known
}

/// A folder's name from a file's: `Vår plan 2025.txt` gives `var-plan-2025`.
fn named_after(file: &Path) -> String {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let name = name.replace('æ', "ae").replace('ø', "o").replace('å', "a");
    let parts = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

fn id_of(folder: &Path) -> Result<String, Failure> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if is_name(&name) {
        return Ok(name);
    }
    Err(Failure::Usage(format!(
        "`{name}` is no name for the document's folder; give one of a-z, 0-9 and single hyphens, a letter first, with -o"
    )))
}

fn must_be_new(folder: &Path) -> Result<(), Failure> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(_) => !folder.exists(),
    };
    if is_free {
        return Ok(());
    }
    Err(Failure::Files(format!(
        "{}: there is something already, which a draft must not replace; give another folder with -o",
        folder.display()
    )))
}

/// Writes all files of the draft, or none of them.
fn write(folder: &Path, draft: &Draft) -> Result<(), Failure> {
    let beside =
        folder.with_file_name(format!("{}.part", folder.file_name().unwrap_or_default().to_string_lossy()));
    let written = fs::create_dir_all(&beside)
        .and_then(|()| draft.files.iter().try_for_each(|(name, text)| fs::write(beside.join(name), text)))
        .and_then(|()| fs::rename(&beside, folder));
    written.map_err(|error| {
        // It may not be there; then there is nothing to take away.
        let _ = fs::remove_dir_all(&beside);
        Failure::file(
            folder,
            "cannot be written",
            error,
            "give a folder in a place that is open to you with -o",
        )
    })
}

fn told(draft: &Draft, folder: &Path, guessed: bool) -> String {
    let plural = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let count = |kind: Kind| draft.blocks.iter().filter(|block| block.kind == kind).count();
    let probable = draft.mends.iter().filter(|mend| mend.note.contains("probable")).count();
    let lang = format!("{}{}", draft.lang.code(), if guessed { ", a guess" } else { "" });
    let folder = folder.display();
    format!(
        "{folder}: a draft ({lang}) of {}, among them {}, {} and {}\n\
         mends.tsv lists {}, {probable} of them only probable; review.tsv lists what else is a guess\n\
         now read the draft beside its source, fill in document.toml, then `strategy-reader check {folder}`\n",
        plural(draft.blocks.len(), "block"),
        plural(count(Kind::Heading), "heading"),
        plural(count(Kind::ListItem), "list item"),
        plural(count(Kind::Footnote), "footnote"),
        plural(draft.mends.len(), "repair"),
    )
}
