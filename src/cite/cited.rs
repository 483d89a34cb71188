//! What somebody cites: a document, a place in it, or words that were selected there.

use super::{Place, Selection, Words, point};
use crate::corpus::{Corpus, EditionView};
use crate::model::Lang;
use std::rc::Rc;

/// A place of an edition, and the words of it that were selected, where there are any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    pub document: String,
    pub lang: Lang,
    pub place: Place,
    pub words: Option<Selection>,
}

impl Cited {
    /// What an anchor names: a block, the words of a commitment; without one the document.
    pub fn at(view: EditionView, anchor: Option<&str>) -> Self {
        let commitment = anchor.and_then(|anchor| view.commitment_at(anchor));
        let pieces = commitment.map(|commitment| view.words_of(commitment)).unwrap_or_default();
        let words = pieces.first().zip(pieces.last());
        let words = words.map(|((first, start), (last, end))| Selection {
            from: (*first, start.start),
            to: (*last, end.end),
        });
        let block = anchor.and_then(|anchor| view.block_at(anchor));
        let place = block.map_or(Place::Document, Place::Block);
        let words = words.filter(|_| block.is_some());
        Cited { document: view.document.id.clone(), lang: view.edition.lang, place, words }
    }

    /// Words that were selected.
    pub fn words(view: EditionView, selection: Selection) -> Self {
        let (from, to) = (selection.from.0, selection.to.0);
        let place = if from == to { Place::Block(from) } else { Place::Blocks(from, to) };
        let document = view.document.id.clone();
        Cited { document, lang: view.edition.lang, place, words: Some(selection) }
    }

    /// The edition, as long as there is one.
    pub fn view<'a>(&self, corpus: &'a Corpus) -> Option<EditionView<'a>> {
        corpus.edition(&self.document, self.lang)
    }

    /// The anchor of the block in which it begins.
    pub fn anchor(&self, view: EditionView) -> Option<String> {
        let block = match self.place {
            Place::Document => return None,
            Place::Block(block) | Place::Blocks(block, _) => block,
        };
        view.edition.blocks.get(block).map(|block| block.anchor.clone())
    }

    /// The words as a link names them.
    pub fn pointed(&self, view: EditionView) -> Option<Rc<Words>> {
        point(view, self.words?).map(Rc::new)
    }
}
