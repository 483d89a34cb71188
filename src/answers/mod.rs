//! What programs ask: documents, passages, hits and commitments as plain values, the same for scripts of a host page and
//! for `cargo xtask search --json`. Shapes only grow: a field keeps its name and its meaning, and [`VERSION`] says when one
//! was to go.

mod asked;
mod cite;
mod shapes;

pub use asked::{Asked, NotThere, asked};
pub use cite::{Form, Reference, Wanted, cite};
pub use shapes::{Commitment, Document, Edition, Passage, Section};

use crate::commitments::{Listing, rows};
use crate::corpus::{Corpus, EditionView};
use crate::filter::{self, Selection, Tally};
use crate::model::Lang;
use crate::search::Index;

/// The version of the shapes and the questions.
pub const VERSION: u32 = 1;

/// All documents, in the order in which the reader lists them.
pub fn documents(corpus: &Corpus) -> Vec<Document<'_>> {
    corpus.documents().iter().map(|document| Document::of(corpus, document)).collect()
}

/// The section with this anchor, or the one in which the block with this anchor stands; with all sections below it. In
/// `lang`, where there is such an edition, else in the original language.
pub fn section<'a>(corpus: &'a Corpus, anchor: &str, lang: Option<Lang>) -> Result<Section<'a>, NotThere> {
    let missing = || NotThere::anchor(anchor);
    let document = corpus.document_of(anchor).ok_or_else(missing)?;
    let lang = lang.unwrap_or(document.original().lang);
    let edition = corpus.edition_or_original(&document.id, lang).ok_or_else(missing)?;
    let block = edition.block_at(anchor).ok_or_else(missing)?;
    let section =
        edition.section_headed_by(block).or_else(|| edition.section_of(block)).ok_or_else(missing)?;
    Ok(Section::of(edition, section))
}

/// The passages that answer a query and have all of a selection, the best first; at most `limit`.
pub fn search<'a>(
    corpus: &'a Corpus,
    indexes: (&Index, &filter::Index),
    query: &str,
    selection: &Selection,
    limit: Option<usize>,
) -> Vec<Passage<'a>> {
    let (index, filters) = indexes;
    let answer = index.ask(query);
    let mut tally = Tally::new(filters, selection);
    let hits = answer.hits.iter().filter(|hit| tally.add(filters.block(hit.document, hit.block)));
    let found = hits.take(limit.unwrap_or(usize::MAX)).map(|hit| {
        let matched = index.found_langs(corpus, &answer, hit).into_iter().map(Lang::code).collect();
        Passage {
            matched: Some(matched),
            score: Some(hit.score),
            ..Passage::of(corpus, hit.document, hit.block)
        }
    });
    found.collect()
}

/// The passages that have all of a selection, in reading order.
pub fn filter<'a>(corpus: &'a Corpus, filters: &filter::Index, selection: &Selection) -> Vec<Passage<'a>> {
    let mut tally = Tally::new(filters, selection);
    let mut left = Vec::new();
    for (document, content) in corpus.documents().iter().enumerate() {
        for (block, said) in content.original().blocks.iter().enumerate() {
            if said.kind.is_passage() && tally.add(filters.block(document, block)) {
                left.push(Passage::of(corpus, document, block));
            }
        }
    }
    left
}

/// The commitments that have all of a selection, the newest document first; their words in `lang`, where there is such an
/// edition.
pub fn commitments<'a>(
    corpus: &'a Corpus,
    filters: &filter::Index,
    selection: &Selection,
    lang: Lang,
) -> Vec<Commitment<'a>> {
    let mut tally = Tally::new(filters, selection);
    let rows = rows(corpus, filters, &mut tally, (lang, lang), Listing::default());
    rows.iter().map(|row| Commitment::of(corpus, row)).collect()
}

/// The original edition of a document at a place.
fn original(corpus: &Corpus, document: usize) -> Option<EditionView<'_>> {
    let document = &corpus.documents()[document];
    corpus.edition(&document.id, document.original().lang)
}
