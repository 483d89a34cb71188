//! The search without the reader around it, so that it can be measured beside engines that are nothing else.

#![cfg(target_arch = "wasm32")]

use strategy_reader::archive;
use strategy_reader::corpus::Corpus;
use wasm_bindgen::prelude::*;

#[cfg(not(feature = "bare"))]
use strategy_reader::{
    model::Lang,
    search::{Index, excerpt},
};

/// A corpus and its index.
#[wasm_bindgen]
pub struct Engine {
    corpus: Corpus,
    #[cfg(not(feature = "bare"))]
    index: Index,
}

fn corpus(bytes: &[u8]) -> Result<Corpus, JsError> {
    let library = archive::decode_embedded(bytes).map_err(|error| JsError::new(&error.to_string()))?;
    Ok(Corpus::new(library))
}

#[cfg(not(feature = "bare"))]
#[wasm_bindgen]
impl Engine {
    /// Reads an archive, as the reader does with the one in its binary.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Engine, JsError> {
        Ok(Engine { corpus: corpus(bytes)?, index: Index::default() })
    }

    /// Makes the index, as the reader does when somebody first searches.
    pub fn index(&mut self) {
        self.index = Index::new(&self.corpus);
    }

    /// How many blocks answer.
    pub fn ask(&self, query: &str) -> usize {
        self.index.ask(query).hits.len()
    }

    /// The excerpts of the best.
    pub fn show(&self, query: &str, most: usize) -> Vec<String> {
        let answer = self.index.ask(query);
        let hits = answer.hits.iter().take(most);
        let shown = hits.filter_map(|hit| {
            let shown = self.index.show(&self.corpus, &answer, hit, Lang::Nb)?;
            let block = &self.corpus.documents()[hit.document].editions[shown.edition].blocks[shown.block];
            Some(excerpt(&block.text.plain, &shown.marks).into_iter().map(|run| run.text).collect())
        });
        shown.collect()
    }
}

#[cfg(feature = "bare")]
#[wasm_bindgen]
impl Engine {
    /// Reads an archive.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Engine, JsError> {
        Ok(Engine { corpus: corpus(bytes)? })
    }

    /// The words of a block.
    pub fn show(&self, document: usize, edition: usize, block: usize) -> Vec<String> {
        let blocks =
            self.corpus.documents().get(document).and_then(|document| document.editions.get(edition));
        blocks
            .and_then(|edition| edition.blocks.get(block))
            .map(|block| block.text.plain.clone())
            .into_iter()
            .collect()
    }
}
