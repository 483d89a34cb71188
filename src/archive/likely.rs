//! What the rest of a document makes likely of its commitments. Folded, a commitment holds only how it differs from that,
//! mostly zeros, which pack to nothing; any other commitment can be said all the same.

use crate::model::{Commitment, Document, Edition, Span, Statement};

/// Where the tags make one expect a commitment.
#[derive(Clone, Copy, Default)]
struct Likely {
    block: u32,
    number: u16,
    /// The place of its sentence in the block.
    sentence: u32,
}

/// Places of words that are folded as bytes, not as pieces, have this bit. No text is that long.
const BYTES: u32 = 1 << 31;

/// Commitments as they are packed.
pub(super) fn fold(document: &mut Document) {
    each(document, |commitment, likely, editions| {
        for (edition, words) in editions.iter().zip(&mut commitment.words) {
            *words = in_pieces(*words, &pieces(edition, commitment.block), likely.sentence);
        }
        commitment.block ^= likely.block;
        commitment.number ^= likely.number;
    });
}

/// Commitments as they were before [`fold`].
pub(super) fn unfold(document: &mut Document) {
    each(document, |commitment, likely, editions| {
        commitment.block ^= likely.block;
        commitment.number ^= likely.number;
        for (edition, words) in editions.iter().zip(&mut commitment.words) {
            *words = in_bytes(*words, &pieces(edition, commitment.block), likely.sentence);
        }
    });
}

fn each(document: &mut Document, change: impl Fn(&mut Commitment, Likely, &[Edition])) {
    let mut likely = Vec::new();
    for (block, tags) in (0..).zip(&document.tags) {
        let mut number = 0;
        for (sentence, statement) in (0..).zip(&tags.statements) {
            if *statement == Some(Statement::Commitment) {
                number += 1;
                likely.push(Likely { block, number, sentence });
            }
        }
    }
    for (place, commitment) in document.commitments.iter_mut().enumerate() {
        change(commitment, likely.get(place).copied().unwrap_or_default(), &document.editions);
    }
}

/// Which pieces the words are, from the one expected on: the first, and how many more of them; without words no piece.
fn in_pieces(words: Span, pieces: &[Span], expected: u32) -> Span {
    let first = pieces.iter().position(|piece| piece.start == words.start);
    let last = pieces.iter().position(|piece| piece.end == words.end);
    match (first, last) {
        _ if words == (Span { start: 0, end: 0 }) => words,
        (Some(first), Some(last)) if first <= last => {
            let start = first as u32 ^ expected;
            Span { start, end: start + (last - first) as u32 + 1 }
        }
        _ => Span { start: words.start | BYTES, end: words.end | BYTES },
    }
}

/// Beyond the text where there is no such piece.
fn in_bytes(folded: Span, pieces: &[Span], expected: u32) -> Span {
    let Span { start, end } = folded;
    if start & BYTES != 0 {
        return Span { start: start ^ BYTES, end: end ^ BYTES };
    }
    if start == end {
        return folded;
    }
    let first = (start ^ expected) as usize;
    let last = first.wrapping_add(end.wrapping_sub(start) as usize).wrapping_sub(1);
    match (pieces.get(first), pieces.get(last)) {
        (Some(first), Some(last)) => Span { start: first.start, end: last.end },
        _ => Span { start: u32::MAX, end: u32::MAX },
    }
}

/// The texts of the blocks that say what a block of the original says, one after the other, cut where a sentence may
/// end: this need not be what the compiler takes for a sentence, only the same when packing and when reading.
fn pieces(edition: &Edition, block: u32) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for block in edition.blocks.get(edition.blocks_for(block as usize)).unwrap_or_default() {
        let text = block.text.plain.as_bytes();
        let passed = start;
        for (at, pair) in (passed..).zip(text.windows(2)) {
            // Behind a full stop, or the last byte of a closing quotation mark.
            if pair[1] == b' ' && matches!(pair[0], b'.' | b'!' | b'?' | 0xbb | 0x9d) {
                pieces.push(Span { start, end: at + 1 });
                start = at + 2;
            }
        }
        let end = passed + text.len() as u32;
        pieces.push(Span { start, end });
        start = end;
    }
    pieces
}
