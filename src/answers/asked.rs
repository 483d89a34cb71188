//! What is asked, as it comes from outside: names and values that may be wrong.

use super::Wanted;
use crate::cite::{Day, Style};
use crate::corpus::Corpus;
use crate::filter::{Facet, Selection};
use crate::model::{Document, Lang};

/// Options of a question that were understood, and the names of those that were not.
#[derive(Debug, Default, PartialEq)]
pub struct Asked {
    pub selection: Selection,
    /// The language of the words.
    pub lang: Option<Lang>,
    pub limit: Option<usize>,
    /// How something is to be cited.
    pub citing: Wanted,
    /// An option that is unknown, or whose value means nothing, is passed over and named.
    pub strange: Vec<String>,
}

/// What was asked for is not there.
#[derive(Debug, PartialEq)]
pub struct NotThere {
    /// A word for programs.
    pub code: &'static str,
    /// A sentence for people.
    pub words: String,
}

impl NotThere {
    pub(super) fn anchor(anchor: &str) -> Self {
        NotThere { code: "unknown-anchor", words: format!("no document has the anchor `{anchor}`") }
    }

    /// No document has such an anchor or id: says the nearest one.
    pub(super) fn place(corpus: &Corpus, subject: &str) -> Self {
        let ids: Vec<&str> = corpus.documents().iter().map(|document| document.id.as_str()).collect();
        let near = nearest(corpus, subject).map(|near| format!("; the nearest is `{near}`"));
        let words = format!(
            "there is no anchor `{subject}`{}; the documents are {}",
            near.unwrap_or_default(),
            ids.join(", ")
        );
        NotThere { code: "unknown-anchor", words }
    }

    pub(super) fn edition(document: &Document, lang: Lang) -> Self {
        let langs: Vec<&str> = document.editions.iter().map(|edition| edition.lang.code()).collect();
        let words =
            format!("`{}` has no edition in {}; it has {}", document.id, lang.code(), langs.join(" and "));
        NotThere { code: "unknown-edition", words }
    }

    pub(super) fn style(style: Style, lang: Lang) -> Self {
        let langs: Vec<&str> = style.langs().iter().map(|lang| lang.code()).collect();
        let words = format!(
            "the style `{}` is not written in {}; it is written in {}",
            style.code(),
            lang.code(),
            langs.join(" and ")
        );
        NotThere { code: "unknown-style", words }
    }

    /// A document from outside may come without references in some style.
    pub(super) fn reference(id: &str) -> Self {
        NotThere { code: "unknown-style", words: format!("`{id}` has no reference in that style") }
    }

    pub(super) fn quotation(id: &str, lang: Lang) -> Self {
        let words = format!("these words are not in `{id}` in {} as they are quoted", lang.code());
        NotThere { code: "unknown-quotation", words }
    }

    pub fn question(question: &str) -> Self {
        NotThere { code: "unknown-question", words: format!("there is no question `{question}`") }
    }
}

/// The anchor that has the longest beginning in common with one that does not exist.
fn nearest<'a>(corpus: &'a Corpus, anchor: &str) -> Option<&'a str> {
    let blocks = corpus.documents().iter().flat_map(|document| &document.original().blocks);
    let common = |other: &str| other.bytes().zip(anchor.bytes()).take_while(|(a, b)| a == b).count();
    let found = blocks
        .map(|block| block.anchor.as_str())
        .max_by_key(|other| (common(other), usize::MAX - other.len()));
    found.filter(|other| common(other) > 2)
}

/// Reads options, each a name with its values: facets by their names in addresses, `lang`, `limit`, and for citing `style`,
/// `edition`, `quote`, `sic`, `accessed`.
pub fn asked(options: &[(String, Vec<String>)]) -> Asked {
    let mut asked = Asked::default();
    for (name, values) in options {
        let understood = match (name.as_str(), values.as_slice()) {
            ("lang", [code]) => {
                asked.lang = Lang::from_code(code);
                asked.lang.is_some()
            }
            ("limit", [number]) => {
                asked.limit = number.parse().ok();
                asked.limit.is_some()
            }
            ("style", [code]) => {
                asked.citing.style = Style::from_code(code);
                asked.citing.style.is_some()
            }
            ("edition", [code]) => {
                asked.citing.edition = Lang::from_code(code);
                asked.citing.edition.is_some()
            }
            ("accessed", [day]) => {
                asked.citing.accessed = Day::read(day);
                asked.citing.accessed.is_some()
            }
            ("quote", [words]) => {
                asked.citing.quote = Some(words.clone());
                true
            }
            ("sic", [yes]) => {
                asked.citing.sic = yes == "true";
                asked.citing.sic || yes == "false"
            }
            (name, values) => match Facet::from_key(name) {
                Some(facet) => {
                    values.iter().for_each(|value| asked.selection.add(facet, value));
                    values.iter().all(|value| asked.selection.has(facet, value))
                }
                None => false,
            },
        };
        if !understood {
            asked.strange.push(name.clone());
        }
    }
    asked
}
