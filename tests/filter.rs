//! What is left of the documents after some choices, and whether the counts told the truth before.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use proptest::prelude::*;
use std::sync::LazyLock;
use strategy_reader::corpus::Corpus;
use strategy_reader::filter::{Facet, Index, Selection, Tally, Values};
use support::{REAL, SAMPLE, cases};

static REAL_INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&REAL));

fn selection(choices: &[(Facet, &str)]) -> Selection {
    let mut selection = Selection::default();
    choices.iter().for_each(|(facet, value)| selection.add(*facet, value));
    selection
}

/// The blocks of all documents, by their anchors.
fn blocks<'a>(corpus: &'a Corpus, index: &'a Index) -> Vec<(&'a str, &'a Values)> {
    let documents = corpus.documents().iter().enumerate();
    documents
        .flat_map(|(place, document)| {
            let blocks = document.original().blocks.iter().enumerate();
            blocks.map(move |(block, content)| (content.anchor.as_str(), index.block(place, block)))
        })
        .collect()
}

/// The commitments of all documents, by their anchors.
fn commitments<'a>(corpus: &'a Corpus, index: &'a Index) -> Vec<(String, &'a Values)> {
    let documents = corpus.documents().iter().enumerate();
    documents
        .flat_map(|(place, document)| {
            let commitments = document.commitments.iter().enumerate();
            commitments.map(move |(number, commitment)| {
                let block = &document.original().blocks[commitment.block as usize].anchor;
                (format!("{block}-f{}", commitment.number), index.commitment(place, number))
            })
        })
        .collect()
}

fn left<'a, T: AsRef<str>>(items: &'a [(T, &Values)], index: &Index, selection: &Selection) -> Vec<&'a str> {
    let mut tally = Tally::new(index, selection);
    items.iter().filter(|(_, values)| tally.add(values)).map(|(name, _)| name.as_ref()).collect()
}

/// Which blocks of the sample are left.
#[track_caller]
fn check_blocks(choices: &[(Facet, &str)], expected: &[&str]) {
    let index = Index::new(&SAMPLE);
    assert_eq!(left(&blocks(&SAMPLE, &index), &index, &selection(choices)), expected, "{choices:?}");
}

/// Which commitments of the sample are left.
#[track_caller]
fn check_commitments(choices: &[(Facet, &str)], expected: &[&str]) {
    let index = Index::new(&SAMPLE);
    assert_eq!(left(&commitments(&SAMPLE, &index), &index, &selection(choices)), expected, "{choices:?}");
}

#[test]
fn a_block_has_what_is_said_of_it_and_of_its_sentences() {
    check_blocks(&[(Facet::Theme, "mer")], &["alfa-1", "alfa-forste-3"]);
    check_blocks(&[(Facet::Theme, "mindre")], &["alfa-forste-3", "alfa-forste-4"]);
    check_blocks(&[(Facet::Name, "oslo")], &["alfa-1"]);
    check_blocks(&[(Facet::Kind, "commitment")], &["alfa-forste-3", "alfa-forste-4"]);
    check_blocks(&[(Facet::Kind, "assessment")], &[]);
    // Whoever acts, whoever is addressed, whoever is asked to act besides.
    check_blocks(&[(Facet::Actor, "staten")], &["alfa-forste-3"]);
    check_blocks(&[(Facet::Actor, "andre")], &["alfa-forste-3"]);
    check_blocks(&[(Facet::Strength, "must")], &["alfa-forste-4"]);
    check_blocks(&[(Facet::Binds, "state")], &["alfa-forste-3"]);
}

#[test]
fn a_part_is_a_chapter_with_all_that_stands_under_it() {
    check_blocks(&[(Facet::Part, "beta-news")], &["beta-news", "beta-news-1"]);
    let andre = ["alfa-andre-1", "alfa-andre-2", "alfa-andre", "alfa-underdel"];
    let index = Index::new(&SAMPLE);
    let items = blocks(&SAMPLE, &index);
    let found = left(&items, &index, &selection(&[(Facet::Part, "alfa-andre")]));
    assert!(found.starts_with(&andre) && found.contains(&"alfa-dypest-2"), "{found:?}");
    // A section below a chapter is no part, nor is the title.
    let parts: Vec<&str> = index.values(Facet::Part).map(|value| index.id(value)).collect();
    assert_eq!(parts, ["alfa-forste", "alfa-andre", "alfa-bilder", "beta-news"]);
}

#[test]
fn any_value_of_a_facet_and_all_facets_together() {
    let both = [(Facet::Theme, "mer"), (Facet::Theme, "mindre")];
    check_blocks(&both, &["alfa-1", "alfa-forste-3", "alfa-forste-4"]);
    check_blocks(&[both[0], both[1], (Facet::Kind, "fact")], &["alfa-1", "alfa-forste-3"]);
    check_blocks(&[both[0], both[1], (Facet::Kind, "fact"), (Facet::Name, "oslo")], &["alfa-1"]);
    check_blocks(&[both[0], (Facet::Document, "beta-2019")], &[]);
}

#[test]
fn a_commitment_has_its_own_themes_else_those_of_its_block() {
    check_commitments(&[], &["alfa-forste-3-f1", "alfa-forste-4-f1"]);
    check_commitments(&[(Facet::Theme, "mer")], &["alfa-forste-3-f1", "alfa-forste-4-f1"]);
    check_commitments(&[(Facet::Theme, "mindre")], &["alfa-forste-3-f1"]);
    check_commitments(&[(Facet::Strength, "must")], &["alfa-forste-4-f1"]);
    check_commitments(
        &[(Facet::Binds, "state"), (Facet::Binds, "everyone")],
        &["alfa-forste-3-f1", "alfa-forste-4-f1"],
    );
    check_commitments(&[(Facet::Actor, "andre")], &["alfa-forste-3-f1"]);
    // What else its block does is not what it does.
    check_commitments(&[(Facet::Kind, "fact")], &[]);
    check_commitments(
        &[(Facet::Year, "2024"), (Facet::Original, "nb")],
        &["alfa-forste-3-f1", "alfa-forste-4-f1"],
    );
}

#[test]
fn what_names_nothing_is_passed_over() {
    let index = Index::new(&SAMPLE);
    let all = blocks(&SAMPLE, &index);
    assert_eq!(left(&all, &index, &selection(&[(Facet::Theme, "nato")])).len(), all.len());
    assert_eq!(index.block(9, 0), &[] as &Values);
    assert_eq!(index.block(0, 9999), index.commitment(0, 9999));
    let empty = Index::new(&Corpus::new(Default::default()));
    assert_eq!((empty.values(Facet::Theme).len(), empty.values(Facet::Kind).len()), (0, 4));
    let mut tally = Tally::new(&empty, &selection(&[(Facet::Kind, "fact")]));
    assert!(!tally.add(&[]) && tally.left() == 0);
}

#[test]
fn what_the_real_documents_speak_of_can_be_chosen() {
    let index = &*REAL_INDEX;
    let items = blocks(&REAL, index);
    let mut tally = Tally::new(index, &Selection::default());
    assert!(items.iter().all(|(_, values)| tally.add(values)));
    for facet in
        [Facet::Document, Facet::Part, Facet::Theme, Facet::Kind, Facet::Year, Facet::Strength, Facet::Binds]
    {
        for value in index.values(facet) {
            assert!(tally.with(value) > 0, "nothing is {}={}", facet.key(), index.id(value));
        }
    }
    let total: usize = REAL.documents().iter().map(|document| document.commitments.len()).sum();
    assert_eq!(commitments(&REAL, index).len(), total);
}

/// Choices among what there is, and a few that name nothing.
fn choices() -> impl Strategy<Value = Selection> {
    let index = &*REAL_INDEX;
    let known: Vec<(Facet, String)> = Facet::ALL
        .into_iter()
        .flat_map(|facet| index.values(facet).map(move |value| (facet, index.id(value).to_owned())))
        .collect();
    // A facet first: there are many names, and few years.
    let some = prop::sample::select(&Facet::ALL[..]).prop_flat_map(move |facet| {
        prop::sample::select(known.iter().filter(|(of, _)| *of == facet).cloned().collect::<Vec<_>>())
    });
    let none = Just((Facet::Theme, "unknown".to_owned()));
    let choice = prop_oneof![9 => some, 1 => none];
    prop::collection::vec(choice, 0..5).prop_map(|choices| {
        let choices: Vec<(Facet, &str)> = choices.iter().map(|(facet, id)| (*facet, id.as_str())).collect();
        selection(&choices)
    })
}

/// Passages, some of them as a search finds them, or commitments.
fn items() -> impl Strategy<Value = Vec<&'static Values>> {
    let index = &*REAL_INDEX;
    let all: Vec<&Values> = blocks(&REAL, index).into_iter().map(|(_, values)| values).collect();
    let listed: Vec<&Values> = commitments(&REAL, index).into_iter().map(|(_, values)| values).collect();
    let count = all.len();
    prop_oneof![Just(all.clone()), prop::sample::subsequence(all, 0..count), Just(listed),]
}

fn tallied<'a>(items: &[&'a Values], selection: &Selection) -> (Tally, Vec<&'a Values>) {
    let mut tally = Tally::new(&REAL_INDEX, selection);
    let left = items.iter().copied().filter(|values| tally.add(values)).collect();
    (tally, left)
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_count_of_a_choice_is_what_the_choice_gives(items in items(), selection in choices()) {
        let index = &*REAL_INDEX;
        let (tally, left) = tallied(&items, &selection);
        prop_assert_eq!(tally.left() as usize, left.len());
        for facet in Facet::ALL {
            for value in index.values(facet) {
                let id = index.id(value);
                let mut other = selection.clone();
                other.toggle(facet, id);
                let after = tallied(&items, &other).1.len();
                prop_assert_eq!(tally.is_chosen(value), selection.has(facet, id));
                if !tally.is_chosen(value) {
                    prop_assert_eq!(tally.after(value) as usize, after, "{}={}", facet.key(), id);
                }
                // Alone in its facet, all other filters kept.
                let mut alone = selection.clone();
                selection.values(facet).for_each(|chosen| alone.toggle(facet, chosen));
                alone.add(facet, id);
                prop_assert_eq!(tally.with(value) as usize, tallied(&items, &alone).1.len());
            }
        }
    }

    #[test]
    fn a_filter_less_never_gives_less(items in items(), selection in choices()) {
        let left = tallied(&items, &selection).1;
        for facet in Facet::ALL {
            let mut fewer = selection.clone();
            selection.values(facet).for_each(|chosen| fewer.toggle(facet, chosen));
            let more = tallied(&items, &fewer).1;
            prop_assert!(left.len() <= more.len());
            prop_assert!(left.iter().all(|values| more.contains(values)));
        }
    }

    #[test]
    fn what_is_left_has_one_of_the_values_of_each_facet(items in items(), selection in choices()) {
        let index = &*REAL_INDEX;
        let meets = |values: &&Values| {
            Facet::ALL.into_iter().all(|facet| {
                let mut known = selection.values(facet).filter_map(|id| index.find(facet, id)).peekable();
                known.peek().is_none() || known.any(|value| values.contains(&value))
            })
        };
        let expected: Vec<&Values> = items.iter().copied().filter(meets).collect();
        prop_assert_eq!(tallied(&items, &selection).1, expected);
    }
}
