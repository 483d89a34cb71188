//! Quotation marks, by language and style.

use crate::model::{Lang, Style};

/// Marks around a quotation and around one within it.
#[derive(Clone, Copy)]
struct Marks {
    outer: [char; 2],
    inner: [char; 2],
}

const NORWEGIAN: Marks = Marks { outer: ['«', '»'], inner: ['‘', '’'] };
const AMERICAN: Marks = Marks { outer: ['“', '”'], inner: ['‘', '’'] };
const BRITISH: Marks = Marks { outer: ['‘', '’'], inner: ['“', '”'] };

/// Words in the quotation marks of a language; marks within become single ones.
pub fn quoted(words: &str, lang: Lang) -> String {
    in_marks(words, Style::Plain, lang)
}

/// Words in the quotation marks that a style has in a language.
pub fn in_marks(words: &str, style: Style, lang: Lang) -> String {
    let marks = match lang {
        Lang::Nb | Lang::Nn => NORWEGIAN,
        Lang::En if style == Style::Plain || is_american(style, lang) => AMERICAN,
        Lang::En => BRITISH,
    };
    let turn = |letter| match letter {
        '«' | '“' => marks.inner[0],
        '»' | '”' => marks.inner[1],
        other => other,
    };
    let mut quoted = String::from(marks.outer[0]);
    quoted.extend(words.chars().map(turn));
    quoted.push(marks.outer[1]);
    quoted
}

/// Whether marks and points stand as in the United States, where most manuals come from.
pub(super) fn is_american(style: Style, lang: Lang) -> bool {
    lang == Lang::En && !matches!(style, Style::Plain | Style::Harvard | Style::Iso690)
}
