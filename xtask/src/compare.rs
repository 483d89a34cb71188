//! Whether each translation says what its original says, block by block: numbers, dates, names, abbreviations, the
//! lengths of lists, the strength of modal verbs, the terms of the glossary. It sees words, not sense, so that a difference may be right: then
//! `accepted.tsv` beside the editions lists it with the reason, and whoever reads the two can judge it.
//!
//! It is no part of the compiler: its tables of words know two languages and the way in which these texts are translated,
//! and a stranger's document should not be refused by them.

mod accepted;
mod aspects;
mod glossary;

use crate::data;
use accepted::Accepted;
use anyhow::Result;
use aspects::{ASPECTS, Aspect};
use glossary::Glossary;
use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use strategy_reader::compile::{Mentions, sentences};
use strategy_reader::corpus::{Corpus, EditionView, Row};
use strategy_reader::model::{Kind, Lang, Library, Name};

/// What one side says and the other does not.
#[derive(Debug, PartialEq)]
struct Difference {
    anchor: String,
    aspect: &'static str,
    original: String,
    translation: String,
}

/// Every difference that nobody has accepted, and every accepted one that is there no longer, a line each.
pub fn findings(library: Library) -> Result<Vec<String>> {
    let words = Words {
        mentions: Mentions::read(&data::folder())?,
        glossary: Glossary::read(&data::folder().join("glossary.tsv"))?,
        names: library.vocabulary.names.clone(),
    };
    let corpus = Corpus::new(library);
    let mut findings = Vec::new();
    for document in corpus.documents() {
        let folder = data::folder().join(&document.id);
        let mut accepted = Accepted::read(&folder.join("accepted.tsv"))?;
        let Some(original) = corpus.edition(&document.id, document.original().lang) else { continue };
        for translation in corpus.editions().filter(|view| view.document.id == document.id).skip(1) {
            let file = folder.join(format!("{}.md", translation.edition.lang.code()));
            let text = fs::read_to_string(&file)?;
            for difference in words.compare(original, translation) {
                if !accepted.take(&difference) {
                    findings.push(told(&file.display().to_string(), &text, &difference));
                }
            }
        }
        findings.extend(accepted.stale());
    }
    Ok(findings.into_iter().map(|line| data::relative(&line)).collect())
}

fn told(file: &str, text: &str, difference: &Difference) -> String {
    let Difference { anchor, aspect, original, translation } = difference;
    let line = text.lines().position(|line| {
        line.rsplit_once("{#").is_some_and(|(_, rest)| rest.split([' ', '}']).next() == Some(anchor.as_str()))
    });
    let line = line.map_or(0, |line| line + 1);
    format!(
        "{file}:{line}: `{anchor}` has other {aspect}: {original} in the original only, {translation} in the translation \
         only; mend the translation, or list the difference in accepted.tsv with the reason"
    )
}

/// What is known of the words of both languages.
struct Words {
    mentions: Mentions,
    glossary: Glossary,
    names: Vec<Name>,
}

impl Words {
    fn compare(&self, original: EditionView, translation: EditionView) -> Vec<Difference> {
        let mut found = Vec::new();
        for row in original.rows(translation).iter().filter(|row| row.reason.is_none()) {
            let sides = [side(original, row.left.clone()), side(translation, row.right.clone())];
            let mut values = vec![("names", self.named(original, row, &sides))];
            for aspect in &ASPECTS {
                let mut both = read(aspect, &sides);
                for (values, (_, lang)) in both.iter_mut().zip(&sides) {
                    // What is called by name is compared as such, whatever it is called in the other language.
                    values.retain(|value| self.mentions.in_text(value, *lang).is_empty());
                }
                values.push((aspect.name, both));
            }
            values.push(("lists", [items_below(original, &row.left), items_below(translation, &row.right)]));
            values.push(("glossary", self.terms(&sides)));
            for (aspect, [left, right]) in values {
                let (original_only, translation_only) = (without(&left, &right), without(&right, &left));
                if original_only != translation_only {
                    let anchor = original.block(row.left.start).anchor.clone();
                    found.push(Difference {
                        anchor,
                        aspect,
                        original: original_only,
                        translation: translation_only,
                    });
                }
            }
        }
        found
    }

    fn named(&self, original: EditionView, row: &Row, sides: &[Side; 2]) -> [Vec<String>; 2] {
        let mut named = sides.each_ref().map(|(text, lang)| -> Vec<String> {
            self.mentions.in_text(text, *lang).into_iter().map(str::to_owned).collect()
        });
        // What the rule misses in the original has been added by hand.
        let tagged = row.left.clone().filter_map(|block| original.tags(block)).flat_map(|tags| &tags.names);
        for name in tagged.filter_map(|name| self.names.get(usize::from(*name))) {
            if !named[0].contains(&name.id) {
                named[0].push(name.id.clone());
            }
        }
        named
    }

    /// Terms that the Norwegian side uses and the English one says otherwise, on the side of the Norwegian.
    fn terms(&self, sides: &[Side; 2]) -> [Vec<String>; 2] {
        match sides {
            [(norwegian, left), (english, Lang::En)] if *left != Lang::En => {
                [self.glossary.differences(norwegian, english), Vec::new()]
            }
            [(english, Lang::En), (norwegian, right)] if *right != Lang::En => {
                [Vec::new(), self.glossary.differences(norwegian, english)]
            }
            _ => Default::default(),
        }
    }
}

/// The words of some blocks, and their language.
type Side = (String, Lang);

fn side(view: EditionView, blocks: Range<usize>) -> Side {
    let lang = view.block(blocks.start).lang.unwrap_or(view.edition.lang);
    let words: Vec<&str> = blocks.map(|block| view.block(block).text.plain.as_str()).collect();
    (words.join(" "), lang)
}

/// The values of both sides, with the number of their sentence where sentences are held against one another.
fn read(aspect: &Aspect, sides: &[Side; 2]) -> [Vec<String>; 2] {
    let ranges = sides.each_ref().map(|(text, _)| sentences(text));
    if !aspect.by_sentence || ranges[0].len() != ranges[1].len() || ranges[0].len() == 1 {
        return sides.each_ref().map(|(text, lang)| (aspect.values)(text, *lang));
    }
    let numbered = |side: usize| {
        let (text, lang) = &sides[side];
        let told = ranges[side].iter().enumerate().flat_map(|(index, range)| {
            let values = (aspect.values)(&text[range.clone()], *lang).into_iter();
            values.map(move |value| format!("{value} in sentence {}", index + 1))
        });
        told.collect()
    };
    [numbered(0), numbered(1)]
}

/// The number of items in the list that follows; none where no list begins there.
fn items_below(view: EditionView, blocks: &Range<usize>) -> Vec<String> {
    let is_item =
        |block: usize| view.edition.blocks.get(block).is_some_and(|block| block.kind == Kind::ListItem);
    if is_item(blocks.end - 1) || !is_item(blocks.end) {
        return Vec::new();
    }
    vec![(blocks.end..).take_while(|block| is_item(*block)).count().to_string()]
}

/// The values of one side that the other has not, or not as often; `-` for none.
fn without(values: &[String], others: &[String]) -> String {
    let mut left: BTreeMap<&str, isize> = BTreeMap::new();
    values.iter().for_each(|value| *left.entry(value).or_default() += 1);
    others.iter().for_each(|value| *left.entry(value).or_default() -= 1);
    let more = left.into_iter().filter(|(_, count)| *count > 0);
    let more: Vec<String> = more
        .map(|(value, count)| if count > 1 { format!("{count} × {value}") } else { value.to_owned() })
        .collect();
    if more.is_empty() { "-".to_owned() } else { more.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::{Difference, Glossary, Words};
    use crate::data;
    use strategy_reader::compile::{self, Mentions};
    use strategy_reader::corpus::Corpus;
    use strategy_reader::model::{Lang, Library};

    /// The differences in a document of the fixtures, with words of the translation replaced.
    fn found(folder: &str, id: &str, from: &str, to: &str) -> Vec<String> {
        let folder = data::root().join("tests/fixtures").join(folder);
        let mut library: Library = compile::compile(&folder).unwrap_or_else(|problems| panic!("{problems}"));
        let document = library.documents.iter_mut().find(|document| document.id == id);
        for block in document.into_iter().flat_map(|document| &mut document.editions[1].blocks) {
            block.text.plain = block.text.plain.replace(from, to);
        }
        let glossary = Glossary::read(&data::folder().join("glossary.tsv"));
        let words = Words {
            mentions: Mentions::read(&folder).unwrap_or_else(|problems| panic!("{problems}")),
            glossary: glossary.unwrap_or_else(|error| panic!("{error}")),
            names: library.vocabulary.names.clone(),
        };
        let corpus = Corpus::new(library);
        let edition = |lang| corpus.edition(id, lang).unwrap_or_else(|| panic!("no {id}"));
        let told = words.compare(edition(Lang::Nb), edition(Lang::En)).into_iter().map(|difference| {
            let Difference { anchor, aspect, original, translation } = difference;
            format!("{anchor} {aspect}: {original} / {translation}")
        });
        told.collect()
    }

    #[track_caller]
    fn check(folder: &str, id: &str, (from, to): (&str, &str), expected: &[&str]) {
        assert_eq!(found(folder, id, from, to), expected, "{id}: `{from}` -> `{to}`");
    }

    #[test]
    fn each_aspect_is_compared() {
        let gamma = |from, to, expected: &[&str]| check("parted", "gamma-2022", (from, to), expected);
        // An item is left out on purpose.
        let list = "gamma-utelatt-1 lists: 3 / 2";
        gamma("", "", &[list]);
        gamma("must", "should", &["gamma-delt-2 modals: must in sentence 3 / should in sentence 3", list]);
        gamma("will split", "splits", &["gamma-delt-1 modals: shall in sentence 3 / -", list]);
        gamma("first of two", "first of three", &["gamma-delt-2 numbers: 2 / 3", list]);
        gamma("The last", "The last CERT", &[list, "gamma-slutt-1 abbreviations: - / CERT"]);
        let alfa = |from, to, expected: &[&str]| {
            // One Oslo has been added to the names of the original by hand.
            let added = ["alfa-1 names: oslo / -"].iter();
            let expected: Vec<&str> = added.chain(expected).copied().collect();
            check("library", "alfa-2024", (from, to), &expected);
        };
        alfa("", "", &[]);
        alfa("29 February", "29 March", &["alfa-dypest-2 dates: 2-29 / 3-29"]);
        alfa("Government", "ministry", &["alfa-forste-2 names: regjering / -"]);
    }
}
