//! Quotations: the words of a selection in the quotation marks of the language and style, with their reference.

use super::run::{Run, html, push, text};
use super::{Citation, Style};
use crate::corpus::EditionView;
use crate::model::{Kind, Lang, Sort};

/// Marks around a quotation and around one within it.
#[derive(Clone, Copy)]
struct Marks {
    outer: [char; 2],
    inner: [char; 2],
}

const NORWEGIAN: Marks = Marks { outer: ['«', '»'], inner: ['‘', '’'] };
const AMERICAN: Marks = Marks { outer: ['“', '”'], inner: ['‘', '’'] };
const BRITISH: Marks = Marks { outer: ['‘', '’'], inner: ['“', '”'] };

/// A quotation of more words stands in a block of its own, without marks.
const LONGEST_INLINE: usize = 40;

/// From a byte of a block to a byte of another, or of the same one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub from: (usize, usize),
    pub to: (usize, usize),
}

impl Selection {
    /// A block from end to end.
    pub fn block(view: EditionView, block: usize) -> Self {
        Selection { from: (block, 0), to: (block, view.block(block).text.plain.len()) }
    }
}

/// Words as they are quoted: paragraphs of one block, or a single one within the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    pub paragraphs: Vec<Vec<Run>>,
    pub is_block: bool,
}

/// The words of selections, one after the other, with an ellipsis where something between them is left out. With `sic`,
/// what the original misprints is marked as its own.
pub fn quotation(
    view: EditionView,
    selections: &[Selection],
    style: Style,
    lang: Lang,
    sic: bool,
) -> Quotation {
    let mut paragraphs: Vec<Vec<Run>> = Vec::new();
    for selection in selections {
        let mut next = selected(view, *selection, sic);
        if let (Some(last), Some(first)) = (paragraphs.last_mut(), next.first_mut()) {
            push(last, omission(style, lang), false);
            last.append(first);
            next.remove(0);
        }
        paragraphs.append(&mut next);
    }
    let words: usize = paragraphs.iter().map(|runs| text(runs).split_whitespace().count()).sum();
    let is_block = words > LONGEST_INLINE;
    if !is_block && words > 0 {
        paragraphs = vec![in_one(paragraphs, style, lang)];
    }
    Quotation { paragraphs, is_block }
}

/// How a style says that words are left out.
fn omission(style: Style, lang: Lang) -> &'static str {
    match lang {
        Lang::Nb | Lang::Nn => " […] ",
        Lang::En if is_american(style, lang) => " . . . ",
        Lang::En => " … ",
    }
}

/// The paragraphs of a selection.
fn selected(view: EditionView, selection: Selection, sic: bool) -> Vec<Vec<Run>> {
    let (from, to) = (selection.from, selection.to);
    let blocks = from.0..=to.0.min(view.edition.blocks.len().saturating_sub(1));
    let chosen = blocks.filter(|block| *block == from.0 || *block == to.0 || is_text(view, *block));
    let paragraphs = chosen.map(|block| {
        let end = if block == to.0 { to.1 } else { usize::MAX };
        paragraph(view, block, if block == from.0 { from.1 } else { 0 }, end, sic)
    });
    paragraphs.filter(|runs| !runs.is_empty()).collect()
}

impl Quotation {
    /// The quotation with its reference behind it, as the style points it. Notes and the plain reference stand elsewhere.
    pub fn with(mut self, citation: &Citation) -> Self {
        let Some(last) = self.paragraphs.last_mut().filter(|_| !citation.in_text.is_empty()) else {
            return self;
        };
        let mut point = "";
        if !self.is_block {
            // Within the sentence the full stop comes behind the brackets. Other signs that end a sentence are the text's own.
            point = take_point(last);
        }
        push(last, " ", false);
        last.extend(citation.in_text.iter().cloned());
        push(last, point, false);
        self
    }

    /// The quotation with where it stands, for whoever takes both along at once: where a style has nothing for the sentence,
    /// the note or the entry goes behind it.
    pub fn with_source(mut self, citation: &Citation) -> Self {
        let behind = [&citation.note, &citation.entry].into_iter().find(|runs| !runs.is_empty());
        let Some(behind) = behind.filter(|_| citation.in_text.is_empty()) else { return self.with(citation) };
        match self.paragraphs.last_mut() {
            Some(last) if !self.is_block => {
                push(last, " ", false);
                last.extend(behind.iter().cloned());
            }
            _ => self.paragraphs.push(behind.clone()),
        }
        self
    }

    pub fn text(&self) -> String {
        self.paragraphs.iter().map(|runs| text(runs)).collect::<Vec<_>>().join("\n")
    }

    pub fn html(&self) -> String {
        let paragraphs: String =
            self.paragraphs.iter().map(|runs| format!("<p>{}</p>", html(runs))).collect();
        if self.is_block { format!("<blockquote>{paragraphs}</blockquote>") } else { paragraphs }
    }
}

/// Words in the quotation marks of a language; marks within become single ones.
pub fn quoted(words: &str, lang: Lang) -> String {
    in_marks(words, Style::Plain, lang)
}

/// Words in the quotation marks that a style has in a language.
pub fn in_marks(words: &str, style: Style, lang: Lang) -> String {
    let marks = marks(style, lang);
    let mut quoted = String::from(marks.outer[0]);
    quoted.push_str(&turned(words, marks));
    quoted.push(marks.outer[1]);
    quoted
}

/// Whether marks and points stand as in the United States, where most manuals come from.
pub(super) fn is_american(style: Style, lang: Lang) -> bool {
    lang == Lang::En && !matches!(style, Style::Plain | Style::Harvard | Style::Iso690)
}

fn marks(style: Style, lang: Lang) -> Marks {
    match lang {
        Lang::Nb | Lang::Nn => NORWEGIAN,
        Lang::En if style == Style::Plain || is_american(style, lang) => AMERICAN,
        Lang::En => BRITISH,
    }
}

/// The marks within words as marks within a quotation.
fn turned(words: &str, marks: Marks) -> String {
    let turn = |letter| match letter {
        '«' | '“' => marks.inner[0],
        '»' | '”' => marks.inner[1],
        other => other,
    };
    words.chars().map(turn).collect()
}

/// What stands between two chosen blocks and is no part of the text's flow is left out.
fn is_text(view: EditionView, block: usize) -> bool {
    !matches!(
        view.block(block).kind,
        Kind::Footnote | Kind::PictureText | Kind::Credit | Kind::CreditLabel | Kind::Link
    )
}

/// A part of a block, without white space around it, with [sic] where it is asked for.
fn paragraph(view: EditionView, block: usize, from: usize, to: usize, sic: bool) -> Vec<Run> {
    let content = &view.block(block).text;
    let to = to.min(content.plain.len());
    let words = content.plain.get(from..to).unwrap_or_default();
    let start = from + (words.len() - words.trim_start().len());
    let end = from + words.trim_end().len();
    let misprints = content.marks.iter().filter(|mark| matches!(mark.sort, Sort::Sic(_)));
    let ends = misprints.filter(|mark| mark.start as usize >= start).map(|mark| mark.end as usize);
    let mut runs = Vec::new();
    let mut at = start;
    for stop in ends.filter(|stop| sic && *stop <= end) {
        push(&mut runs, content.plain.get(at..stop).unwrap_or_default(), false);
        push(&mut runs, " [", false);
        push(&mut runs, "sic", true);
        push(&mut runs, "]", false);
        at = stop;
    }
    push(&mut runs, content.plain.get(at..end.max(at)).unwrap_or_default(), false);
    runs
}

/// Paragraphs as one, in quotation marks.
fn in_one(paragraphs: Vec<Vec<Run>>, style: Style, lang: Lang) -> Vec<Run> {
    let marks = marks(style, lang);
    let mut runs = Vec::new();
    push(&mut runs, marks.outer[0].encode_utf8(&mut [0; 4]), false);
    for (number, paragraph) in paragraphs.into_iter().enumerate() {
        push(&mut runs, if number > 0 { " " } else { "" }, false);
        for run in paragraph {
            push(&mut runs, &turned(&run.text, marks), run.italic);
        }
    }
    push(&mut runs, marks.outer[1].encode_utf8(&mut [0; 4]), false);
    runs
}

/// Takes a full stop away that stands before the closing mark, and returns it; a comma and the like for good.
fn take_point(runs: &mut [Run]) -> &'static str {
    let Some(last) = runs.last_mut() else { return "" };
    let Some(mark) = last.text.pop() else { return "" };
    let point = match last.text.chars().next_back() {
        Some('.') => ".",
        Some('?' | '!' | '…') => {
            last.text.push(mark);
            return ".";
        }
        Some(',' | ';' | ':') => "",
        _ => {
            last.text.push(mark);
            return "";
        }
    };
    last.text.pop();
    last.text.push(mark);
    point
}
