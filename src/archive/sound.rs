//! What the compiler promises of a library and the rest of the reader builds on. An archive that came from somewhere may
//! have a right checksum and still be made to do harm: a place outside of the text, a link that is a script.

use crate::model::{
    Block, Commitment, Document, Edition, Kind, Library, Span, Standing, Statement, Tags, Text, Vocabulary,
    is_address, is_anchor, is_name,
};

/// The most entries of a list, so that tags can still name each of them where two libraries are put together.
const MOST: usize = 1 << 15;

/// Whether the library keeps every promise.
pub(super) fn is_sound(library: &Library) -> bool {
    let Library { documents, vocabulary } = library;
    let lists = [vocabulary.themes.len(), vocabulary.actors.len(), vocabulary.names.len()];
    let kinds = &vocabulary.kinds;
    let entries = vocabulary.themes.iter().chain(&vocabulary.actors).chain(kinds);
    lists.into_iter().chain([vocabulary.explanations.len()]).all(|count| count <= MOST)
        && entries
            .map(|entry| &entry.id)
            .chain(vocabulary.names.iter().map(|name| &name.id))
            .all(|id| is_name(id))
        && (kinds.is_empty() || kinds.len() == Statement::ALL.len())
        && documents.iter().all(|one| document(one) && tags(one, vocabulary))
        && documents.windows(2).all(|pair| pair[0].order(&pair[1]).is_lt())
        && documents
            .iter()
            .enumerate()
            .all(|(place, one)| documents[..place].iter().all(|other| other.id != one.id))
}

fn document(document: &Document) -> bool {
    let Some((original, translations)) = document.editions.split_first() else { return false };
    is_name(&document.id)
        && !original.blocks.is_empty()
        && document.source.as_deref().is_none_or(is_address)
        && document.issued.day.is_none_or(|(month, day)| (1..=12).contains(&month) && (1..=31).contains(&day))
        && document.editions.iter().all(edition)
        && original.departures.is_empty()
        && translations.iter().all(|translation| aligned(translation, original))
}

/// Departures are in reading order, and all other blocks go one by one.
fn aligned(translation: &Edition, original: &Edition) -> bool {
    let (mut here, mut there) = (0, 0);
    let end = Span { start: translation.blocks.len() as u32, end: translation.blocks.len() as u32 };
    let original_end = Span { start: original.blocks.len() as u32, end: original.blocks.len() as u32 };
    let departures = translation.departures.iter().map(|one| (one.own, one.original));
    translation.lang != original.lang
        && departures.chain([(end, original_end)]).all(|(own, other)| {
            let steps = translation.blocks.get(here..own.start as usize);
            let others = original.blocks.get(there..other.start as usize);
            let (Some(steps), Some(others)) = (steps, others) else { return false };
            (here, there) = (own.end as usize, other.end as usize);
            let mut pairs = steps.iter().zip(others);
            own.start <= own.end
                && other.start <= other.end
                && steps.len() == others.len()
                && pairs.all(|(own, other)| own.anchor == other.anchor && own.kind == other.kind)
        })
}

fn edition(edition: &Edition) -> bool {
    let official = match &edition.standing {
        Standing::Unofficial { official, .. } => official.as_deref(),
        _ => None,
    };
    official.is_none_or(is_address) && edition.blocks.iter().all(block) && sections(edition)
}

fn block(block: &Block) -> bool {
    is_anchor(&block.anchor)
        && block.href.as_deref().is_none_or(is_address)
        && (block.kind == Kind::Heading) == (1..=5).contains(&block.level)
        && (block.kind == Kind::Heading || block.level == 0)
        && (block.kind == Kind::Footnote) == block.label.is_some()
        && marks(&block.text)
}

/// Sections are in reading order, and each lies within the one before it or behind it.
fn sections(edition: &Edition) -> bool {
    let mut open: Vec<u32> = Vec::new();
    let mut last = 0;
    edition.sections.iter().all(|section| {
        open.retain(|end| *end > section.start);
        let around = open.last().copied().unwrap_or(edition.blocks.len() as u32);
        open.push(section.end);
        let in_order = section.start >= std::mem::replace(&mut last, section.heading.saturating_add(1));
        let heading = edition.blocks.get(section.heading as usize);
        in_order
            && section.start <= section.heading
            && section.heading < section.end
            && section.end <= around
            && heading.is_some_and(|heading| heading.kind == Kind::Heading && heading.level == section.level)
    })
}

/// Marks lie on whole letters, in order, one within the other or behind it.
fn marks(text: &Text) -> bool {
    let mut open: Vec<u32> = Vec::new();
    let mut last = 0;
    text.marks.iter().all(|mark| {
        open.retain(|end| *end > mark.start);
        let around = open.last().copied().unwrap_or(text.plain.len() as u32);
        open.push(mark.end);
        let in_order = mark.start >= std::mem::replace(&mut last, mark.start);
        let words = text.plain.get(mark.start as usize..mark.end as usize);
        in_order && mark.end <= around && words.is_some()
    })
}

/// Tags name entries that there are, and commitments have words in every edition.
fn tags(document: &Document, vocabulary: &Vocabulary) -> bool {
    let are_in = |places: &[u16], count: usize| places.iter().all(|place| usize::from(*place) < count);
    let (themes, actors) = (vocabulary.themes.len(), vocabulary.actors.len());
    let tag = |tags: &Tags| {
        are_in(&tags.themes, themes)
            && are_in(&tags.addressed, actors)
            && are_in(&tags.names, vocabulary.names.len())
            && (tags.statements.iter().all(Option::is_none) || !vocabulary.kinds.is_empty())
    };
    let blocks = document.editions.first().map_or(0, |edition| edition.blocks.len());
    let commitment = |commitment: &Commitment| {
        let block = commitment.block as usize;
        let words = document.editions.iter().zip(&commitment.words).all(|(edition, span)| {
            let blocks = edition.blocks.get(edition.blocks_for(block)).unwrap_or_default();
            let text: String = blocks.iter().map(|block| block.text.plain.as_str()).collect();
            text.get(span.start as usize..span.end as usize).is_some()
        });
        words
            && block < blocks
            && commitment.words.len() == document.editions.len()
            && are_in(&commitment.themes, themes)
            && are_in(&commitment.names, vocabulary.names.len())
            && are_in(&commitment.asks, actors)
            && are_in(commitment.actor.as_slice(), actors)
    };
    let explains = |(block, term): &(u32, u16)| {
        (*block as usize) < blocks && usize::from(*term) < vocabulary.explanations.len()
    };
    (document.tags.is_empty() || document.tags.len() == blocks)
        && document.explained.iter().all(explains)
        && document.tags.iter().all(tag)
        && document.commitments.iter().all(commitment)
        && document.commitments.is_sorted_by_key(|one| (one.block, one.number))
}
