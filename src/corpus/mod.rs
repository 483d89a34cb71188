//! The read-only view of a library: where a block stands, what is around it, how it is numbered.

mod alignment;
mod editorial;
mod layout;

use crate::model::{Block, Document, Edition, Lang, Library, Section, Term};
pub use alignment::Row;
use layout::Layout;
pub use layout::Ordinal;

/// All documents, with what follows from their structure worked out once.
pub struct Corpus {
    library: Library,
    /// For each document the layout of each edition.
    layouts: Vec<Vec<Layout>>,
    has_others: bool,
}

/// One edition of one document, and the questions it answers. Blocks and sections are named by their places.
#[derive(Clone, Copy)]
pub struct EditionView<'a> {
    pub document: &'a Document,
    pub edition: &'a Edition,
    layout: &'a Layout,
    /// The layouts of all editions of the document.
    layouts: &'a [Layout],
}

impl Corpus {
    pub fn new(library: Library) -> Self {
        let layouts = library.documents.iter();
        let layouts = layouts.map(|document| document.editions.iter().map(Layout::of).collect()).collect();
        Corpus { library, layouts, has_others: false }
    }

    /// The same for documents of which some are not those of this project.
    pub fn with_others(library: Library) -> Self {
        Corpus { has_others: true, ..Corpus::new(library) }
    }

    pub fn has_others(&self) -> bool {
        self.has_others
    }

    pub fn documents(&self) -> &[Document] {
        &self.library.documents
    }

    /// What the documents call things.
    pub fn terms(&self) -> &[Term] {
        &self.library.vocabulary.terms
    }

    pub fn document(&self, id: &str) -> Option<&Document> {
        self.library.documents.iter().find(|document| document.id == id)
    }

    /// The edition of a document in a language.
    pub fn edition(&self, id: &str, lang: Lang) -> Option<EditionView<'_>> {
        self.editions().find(|view| view.document.id == id && view.edition.lang == lang)
    }

    /// The edition in the language wanted, else the original.
    pub fn edition_or_original(&self, id: &str, lang: Lang) -> Option<EditionView<'_>> {
        self.edition(id, lang).or_else(|| self.editions().find(|view| view.document.id == id))
    }

    /// Every edition, in the order of the documents, the original before its translations.
    pub fn editions(&self) -> impl Iterator<Item = EditionView<'_>> {
        self.library.documents.iter().zip(&self.layouts).flat_map(|(document, layouts)| {
            let pairs = document.editions.iter().zip(layouts);
            pairs.map(move |(edition, layout)| EditionView { document, edition, layout, layouts })
        })
    }

    /// The document that an anchor belongs to. Anchors are unique in the collection.
    pub fn document_of(&self, anchor: &str) -> Option<&Document> {
        self.editions().find(|view| view.block_at(anchor).is_some()).map(|view| view.document)
    }
}

impl<'a> EditionView<'a> {
    /// The edition to read beside this one: the original, or beside the original its first translation.
    pub fn beside(&self) -> Option<EditionView<'a>> {
        let editions = self.document.editions.iter().zip(self.layouts);
        let mut others = editions.filter(|(edition, _)| edition.lang != self.edition.lang);
        let (edition, layout) = others.next()?;
        Some(EditionView { edition, layout, ..*self })
    }

    pub fn block(&self, block: usize) -> &'a Block {
        &self.edition.blocks[block]
    }

    pub fn section(&self, section: usize) -> &'a Section {
        &self.edition.sections[section]
    }

    /// The place of the block with this anchor, or of the one in which the commitment with this anchor stands. Looks at
    /// one after the other: 250 blocks take about a microsecond.
    pub fn block_at(&self, anchor: &str) -> Option<usize> {
        let block = self.edition.blocks.iter().position(|block| block.anchor == anchor);
        block.or_else(|| self.commitment_at(anchor).map(|commitment| self.place_of(commitment)))
    }

    /// The section whose heading this block is.
    pub fn section_headed_by(&self, block: usize) -> Option<usize> {
        self.layout.section_of(block).filter(|section| self.section(*section).heading as usize == block)
    }

    /// The innermost section that holds the block; none above the first heading.
    pub fn section_of(&self, block: usize) -> Option<usize> {
        self.layout.section_of(block)
    }

    pub fn heading(&self, section: usize) -> &'a Block {
        self.block(self.section(section).heading as usize)
    }

    /// `2.3`; empty for the title and for a section of mere credits.
    pub fn number(&self, section: usize) -> &'a str {
        self.layout.number(section)
    }

    /// The place of a block among the paragraphs and items of its section.
    pub fn ordinal(&self, block: usize) -> Option<Ordinal> {
        self.layout.ordinal(block)
    }

    /// The sections that hold this one, outermost first, and itself last. The title is left out.
    pub fn trail(&self, section: usize) -> Vec<usize> {
        let mut trail: Vec<usize> =
            std::iter::successors(Some(section), |section| self.layout.parent(*section)).collect();
        trail.retain(|section| self.section(*section).level > 1);
        trail.reverse();
        trail
    }

    /// The sections directly below one, or the chapters of the document.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + 'a {
        let (edition, layout) = (self.edition, self.layout);
        (0..edition.sections.len()).filter(move |section| {
            let above = layout.parent(*section).filter(|above| edition.sections[*above].level > 1);
            above == parent && edition.sections[*section].level > 1
        })
    }

    /// The sections that the contents list, in reading order: all but the title.
    pub fn listed_sections(&self) -> impl DoubleEndedIterator<Item = usize> + 'a {
        let edition = self.edition;
        (0..edition.sections.len()).filter(move |section| edition.sections[*section].level > 1)
    }

    /// The words of all blocks, counted.
    pub fn word_count(&self) -> usize {
        self.edition.blocks.iter().map(|block| block.text.plain.split_whitespace().count()).sum()
    }
}
