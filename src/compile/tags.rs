//! `tags.tsv` and `sentences.tsv`: what editors say of each block and each sentence, held against the text.

use super::names::Names;
use super::sentences::sentences;
use super::tables::{Row, listed, rows};
use super::vocabulary::Read;
use super::{Fault, Problems, Source};
use crate::model::{Binds, Block, Commitment, Edition, Kind, Lang, Span, Statement, Strength, Tags};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BlockRow {
    anchor: String,
    theme: String,
    also: String,
    addressed: String,
    names: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SentenceRow {
    anchor: String,
    n: usize,
    kind: String,
    strength: String,
    binds: String,
    actor: String,
    named: String,
    asks: String,
    themes: String,
    id: String,
    translated: String,
    words: String,
}

/// Whether a block has running text, so that it is tagged.
pub(super) fn is_tagged(block: &Block) -> bool {
    !matches!(block.kind, Kind::Credit | Kind::CreditLabel | Kind::Link)
}

/// The tags and commitments of a document; both empty where its folder has no `tags.tsv`.
pub(super) fn read(
    source: &Source,
    vocabulary: &Read,
    problems: &mut Problems,
) -> (Vec<Tags>, Vec<Commitment>) {
    let Some(original) = source.editions.first() else { return (Vec::new(), Vec::new()) };
    let blocks = &original.edition.blocks;
    let file = source.folder.join("tags.tsv");
    let Some(block_rows) = rows::<BlockRow>(&file, problems) else { return (Vec::new(), Vec::new()) };
    let ids = Ids::of(vocabulary);
    let names = Lang::ALL.map(|lang| (lang, Names::new(&vocabulary.forms, lang)));
    let mentioned = |block: &Block, text: &str| {
        let lang = block.lang.unwrap_or(original.edition.lang);
        let names = names.iter().find(|(of, _)| *of == lang);
        names.map(|(_, names)| names.in_text(text)).unwrap_or_default()
    };

    let mut tags = vec![Tags::default(); blocks.len()];
    let mut check = Reader { file: file.clone(), ids: &ids, problems };
    let order = Order::of(blocks);
    let mut seen = vec![false; blocks.len()];
    for Row { line, values: row } in &block_rows {
        let Some(block) = check.block(&order, &row.anchor, *line) else { continue };
        if std::mem::replace(&mut seen[block], true) {
            check.report(*line, Fault::RowTwice(row.anchor.clone()));
        }
        let themes = [row.theme.as_str(), row.also.as_str()];
        tags[block] = Tags {
            themes: themes.iter().flat_map(|value| check.places("theme", value, *line)).collect(),
            addressed: check.places("actor", &row.addressed, *line),
            names: check.corrected(mentioned(&blocks[block], &blocks[block].text.plain), &row.names, *line),
            statements: Vec::new(),
        };
    }
    check.all_there(blocks, &seen);

    check.file = source.folder.join("sentences.tsv");
    let sentence_rows = rows::<SentenceRow>(&check.file, check.problems).unwrap_or_default();
    let mut commitments = statements(source, &sentence_rows, &mut tags, &mut check);
    for commitment in &mut commitments {
        let block = commitment.block as usize;
        let own = commitment.words[0];
        let words = &blocks[block].text.plain[own.start as usize..own.end as usize];
        // What the correction of a block took away is not in its sentences either.
        commitment.names = mentioned(&blocks[block], words);
        commitment.names.retain(|name| tags[block].names.contains(name));
    }
    (tags, commitments)
}

/// Fills in what the sentences do, and gathers those that commit somebody.
fn statements(
    source: &Source,
    rows: &[Row<SentenceRow>],
    tags: &mut [Tags],
    check: &mut Reader,
) -> Vec<Commitment> {
    let editions: Vec<&Edition> = source.editions.iter().map(|read| &read.edition).collect();
    let blocks = &editions[0].blocks;
    let order = Order::of(blocks);
    let mut commitments: Vec<Commitment> = Vec::new();
    let mut seen = vec![false; blocks.len()];
    for Row { line, values: row } in rows {
        let Some(block) = check.block(&order, &row.anchor, *line) else { continue };
        seen[block] = true;
        let text = &blocks[block].text.plain;
        let ranges = sentences(text);
        let told = &mut tags[block].statements;
        if row.n != told.len() + 1 || row.n > ranges.len() {
            check.report(*line, Fault::SentenceOrder { anchor: row.anchor.clone(), count: ranges.len() });
            continue;
        }
        let words = &text[ranges[row.n - 1].clone()];
        if words != row.words {
            check.report(*line, Fault::OtherWords(words.to_owned()));
        }
        let kind = check.one_of(("kind", &row.kind), &Statement::ALL, Statement::word, *line);
        told.push(kind);
        if kind == Some(Statement::Commitment) {
            let last = commitments.last().filter(|last| last.block as usize == block);
            let number = last.map_or(1, |last| last.number + 1);
            commitments.extend(check.commitment(row, *line, block, number, &editions));
        } else if [&row.strength, &row.binds, &row.actor, &row.named, &row.asks, &row.themes, &row.id]
            .iter()
            .any(|value| *value != "-")
        {
            check.report(*line, Fault::StrayValues);
        }
    }
    check.all_there(blocks, &seen);
    for (block, tags) in blocks.iter().zip(tags) {
        let count = sentences(&block.text.plain).len();
        if !tags.statements.is_empty() && tags.statements.len() < count {
            check.report(0, Fault::SentenceOrder { anchor: block.anchor.clone(), count });
        }
    }
    // In reading order, whatever the order of the rows.
    commitments.sort_by_key(|commitment| (commitment.block, commitment.number));
    commitments
}

/// The places of blocks by their anchors.
struct Order<'a>(BTreeMap<&'a str, usize>);

impl<'a> Order<'a> {
    fn of(blocks: &'a [Block]) -> Self {
        Order(blocks.iter().enumerate().map(|(place, block)| (block.anchor.as_str(), place)).collect())
    }
}

/// The ids of the vocabularies, by their places.
struct Ids {
    themes: Vec<String>,
    actors: Vec<String>,
    names: Vec<String>,
}

impl Ids {
    fn of(read: &Read) -> Self {
        let vocabulary = &read.vocabulary;
        Ids {
            themes: vocabulary.themes.iter().map(|theme| theme.id.clone()).collect(),
            actors: vocabulary.actors.iter().map(|actor| actor.id.clone()).collect(),
            names: vocabulary.names.iter().map(|name| name.id.clone()).collect(),
        }
    }
}

/// Reads values of one table and reports what is wrong with them.
struct Reader<'a> {
    file: PathBuf,
    ids: &'a Ids,
    problems: &'a mut Problems,
}

impl Reader<'_> {
    fn report(&mut self, line: usize, fault: Fault) {
        self.problems.add(&self.file, (line > 0).then_some(line), fault);
    }

    fn block(&mut self, order: &Order, anchor: &str, line: usize) -> Option<usize> {
        let block = order.0.get(anchor).copied();
        if block.is_none() {
            self.report(line, Fault::NoBlock(anchor.to_owned()));
        }
        block
    }

    fn all_there(&mut self, blocks: &[Block], seen: &[bool]) {
        for (block, seen) in blocks.iter().zip(seen) {
            if is_tagged(block) && !seen {
                self.report(0, Fault::RowMissing(block.anchor.clone()));
            }
        }
    }

    /// The places of the entries that a value names; unknown ones are reported.
    fn places(&mut self, vocabulary: &'static str, value: &str, line: usize) -> Vec<u16> {
        let ids = self.ids;
        let ids = if vocabulary == "theme" { &ids.themes } else { &ids.actors };
        let mut places = Vec::new();
        for word in listed(value) {
            match ids.iter().position(|id| id == word) {
                Some(place) => places.push(place as u16),
                None => self.report(line, Fault::UnknownEntry { vocabulary, id: word.to_owned() }),
            }
        }
        places
    }

    /// The names found by rule, with what the row adds (`+fn`) and takes away (`-norge`).
    fn corrected(&mut self, mut found: Vec<u16>, value: &str, line: usize) -> Vec<u16> {
        for word in listed(value) {
            let ids = &self.ids.names;
            let place = |id: &str| ids.iter().position(|name| name == id).map(|place| place as u16);
            if let Some(name) = word.strip_prefix('+').and_then(place).filter(|name| !found.contains(name)) {
                found.push(name);
            } else if let Some(at) = word
                .strip_prefix('-')
                .and_then(place)
                .and_then(|name| found.iter().position(|one| *one == name))
            {
                found.remove(at);
            } else {
                self.report(line, Fault::IdleCorrection(word.to_owned()));
            }
        }
        found.sort_unstable();
        found
    }

    /// The value of a column that knows a few words only; `-` is none.
    fn one_of<T: Copy>(
        &mut self,
        (column, value): (&'static str, &str),
        all: &[T],
        word: fn(T) -> &'static str,
        line: usize,
    ) -> Option<T> {
        let found = all.iter().copied().find(|one| word(*one) == value);
        if found.is_none() && value != "-" {
            let expected: Vec<&str> = all.iter().map(|one| word(*one)).collect();
            self.report(line, Fault::bad_value(column, value, &format!("{} or -", expected.join(", "))));
        }
        found
    }

    fn commitment(
        &mut self,
        row: &SentenceRow,
        line: usize,
        block: usize,
        number: u16,
        editions: &[&Edition],
    ) -> Option<Commitment> {
        let strength = self.one_of(("strength", &row.strength), &Strength::ALL, Strength::word, line);
        let binds = self.one_of(("binds", &row.binds), &Binds::ALL, Binds::word, line);
        let (Some(strength), Some(binds)) = (strength, binds) else {
            self.report(line, Fault::HalfCommitment);
            return None;
        };
        let anchor = format!("{}-f{number}", row.anchor);
        if row.id != anchor {
            self.report(line, Fault::bad_value("id", &row.id, &anchor));
        }
        let named = if row.named == "-" { String::new() } else { row.named.clone() };
        if !named.is_empty() && !names_it(&editions[0].blocks, block, &named) {
            self.report(line, Fault::NotNamed(named.clone()));
        }
        let mut words = vec![span(&sentences(&editions[0].blocks[block].text.plain)[row.n - 1])];
        for translation in &editions[1..] {
            match translated(row, editions[0], translation, block) {
                Ok(range) => words.push(span(&range)),
                Err(count) => self.report(line, Fault::NoTranslation { count }),
            }
        }
        Some(Commitment {
            block: block as u32,
            number,
            words,
            strength,
            binds,
            actor: self.places("actor", &row.actor, line).first().copied(),
            named,
            asks: self.places("actor", &row.asks, line),
            themes: self.places("theme", &row.themes, line),
            names: Vec::new(),
        })
    }
}

/// Whether the words stand in the block, or in the lead-in that its item completes.
fn names_it(blocks: &[Block], block: usize, named: &str) -> bool {
    let lead = blocks[..block].iter().rev().find(|above| above.kind != Kind::ListItem);
    let lead = lead.filter(|_| blocks[block].kind == Kind::ListItem);
    std::iter::once(&blocks[block]).chain(lead).any(|block| block.text.plain.contains(named))
}

/// The sentences of the translation that say what the row's sentence says: those it states, else the one of the same
/// number, where both have equally many. They are counted over all blocks that say the same, and so are their bytes. An
/// edition that leaves the block out has none. Otherwise an error: how many sentences there are to choose from.
fn translated(
    row: &SentenceRow,
    original: &Edition,
    translation: &Edition,
    block: usize,
) -> Result<Range<usize>, usize> {
    let own = translation.blocks_for(block);
    // An edition that is out of step has been reported, and there is nothing to point at.
    let Some(first) = own.clone().next().filter(|first| *first < translation.blocks.len()) else {
        return Ok(0..0);
    };
    let ranges = sentences_of(translation, own);
    let (first, last) = match row.translated.split_once('-') {
        _ if row.translated == "-" => {
            let joined = translation.originals_of(first);
            let above = sentences_of(original, joined.start..block).len();
            let is_even = sentences_of(original, joined).len() == ranges.len();
            if is_even { (above + row.n, above + row.n) } else { (0, 0) }
        }
        stated => {
            let (first, last) = stated.unwrap_or((&row.translated, &row.translated));
            (first.parse().unwrap_or(0), last.parse().unwrap_or(0))
        }
    };
    let at = |number: usize| ranges.get(number.wrapping_sub(1)).ok_or(ranges.len());
    let (first, last) = (at(first)?, at(last)?);
    if first.start < last.end { Ok(first.start..last.end) } else { Err(ranges.len()) }
}

/// The sentences of some blocks, as bytes of their texts one after the other.
fn sentences_of(edition: &Edition, blocks: Range<usize>) -> Vec<Range<usize>> {
    let mut passed = 0;
    let mut found = Vec::new();
    for block in edition.blocks.get(blocks).unwrap_or_default() {
        let text = &block.text.plain;
        found.extend(sentences(text).into_iter().map(|range| passed + range.start..passed + range.end));
        passed += text.len();
    }
    found
}

fn span(range: &Range<usize>) -> Span {
    Span { start: range.start as u32, end: range.end as u32 }
}
