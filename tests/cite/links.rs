//! Words as links name them.

use crate::CITED;
use crate::support::{cases, edition, place};
use proptest::prelude::*;
use strategy_reader::cite::{Cited, Place, Selection, Words, point, pointed};
use strategy_reader::corpus::EditionView;
use strategy_reader::model::Lang::{En, Nb};

fn words(view: EditionView, selection: Selection) -> Words {
    point(view, selection).unwrap_or_else(|| panic!("{selection:?} cannot be named"))
}

#[test]
fn few_words_are_told_one_by_one_and_many_by_their_ends() {
    let view = edition(&CITED, "nss-2025", Nb);
    let block = place(view, "nss-nato-2");
    let plain = &view.block(block).text.plain;
    let first = plain.split(' ').take(5).collect::<Vec<_>>().join(" ");
    let few = words(view, Selection { from: (block, 0), to: (block, first.len()) });
    assert_eq!(few, Words { start: first, end: None, to: None });
    let many = words(view, Selection::block(view, block));
    let Some(end) = &many.end else { panic!("{many:?}") };
    assert!(many.start.split(' ').count() < 12 && plain.starts_with(&many.start), "{many:?}");
    assert!(plain.ends_with(end) && many.to.is_none(), "{many:?}");
    let over = words(view, Selection { from: (block, 0), to: (block + 1, 20) });
    assert_eq!(over.to.as_deref(), Some(view.block(block + 1).anchor.as_str()));
}

#[test]
fn words_that_have_moved_are_found_in_the_nearest_block() {
    let view = edition(&CITED, "nss-2025", Nb);
    let block = place(view, "nss-nato-2");
    let selection = Selection::block(view, block);
    let words = words(view, selection);
    for from in [0, block - 3, block + 2, view.edition.blocks.len() - 1] {
        assert_eq!(pointed(view, from, &words), Some(selection), "from {from}");
    }
    let gone = Words { start: "xyzzy".to_owned(), end: None, to: None };
    assert_eq!(pointed(view, block, &gone), None);
}

#[test]
fn nothing_is_named_where_nothing_is_selected() {
    let view = edition(&CITED, "nss-2025", Nb);
    let block = place(view, "nss-nato-2");
    for selection in [
        Selection { from: (block, 5), to: (block, 5) },
        Selection { from: (block, 9), to: (block, 5) },
        Selection { from: (9999, 0), to: (9999, 3) },
        Selection { from: (block, 0), to: (9999, 3) },
    ] {
        assert_eq!(point(view, selection), None, "{selection:?}");
    }
}

#[test]
fn an_anchor_names_a_document_a_block_or_the_words_of_a_commitment() {
    let view = edition(&CITED, "nss-2025", Nb);
    let block = place(view, "nss-nato-2");
    assert_eq!(Cited::at(view, None).place, Place::Document);
    assert_eq!(Cited::at(view, Some("nss-2025")).place, Place::Document);
    let cited = Cited::at(view, Some("nss-nato-2"));
    assert_eq!((cited.place, cited.words), (Place::Block(block), None));
    let commitment = &view.document.commitments[0];
    for view in [view, edition(&CITED, "nss-2025", En)] {
        let cited = Cited::at(view, Some(&view.commitment_anchor(commitment)));
        assert_eq!(cited.place, Place::Block(view.place_of(commitment)));
        assert!(cited.words.is_some(), "{cited:?}");
        assert!(cited.pointed(view).is_some(), "{cited:?}");
    }
}

proptest! {
    #![proptest_config(cases(256))]

    /// Whole words of any passage are found where they stand, or where the same words stand before them in the block.
    #[test]
    fn what_is_pointed_at_is_found_again(document in 0_usize..10, block in 0_usize..400, ends in (0_usize..90, 0_usize..90), further in 0_usize..3) {
        let views: Vec<EditionView> = CITED.editions().collect();
        let view = views[document % views.len()];
        let from = block % view.edition.blocks.len();
        let to = (from + further).min(view.edition.blocks.len() - 1);
        let words_of = |block: usize| strategy_reader::text::words(&view.block(block).text.plain).collect::<Vec<_>>();
        let (first, last) = (words_of(from), words_of(to));
        prop_assume!(!first.is_empty() && !last.is_empty());
        let start = first[ends.0 % first.len()].start;
        let end = last[ends.1 % last.len()].end;
        let selection = Selection { from: (from, start), to: (to, end) };
        prop_assume!(selection.from < selection.to);
        let Some(words) = point(view, selection) else { return Ok(()) };
        let found = pointed(view, from, &words);
        prop_assert!(found.is_some(), "{:?}", words);
        let text = |selection: Selection| {
            let plain = &view.block(selection.from.0).text.plain;
            if selection.from.0 == selection.to.0 { plain[selection.from.1..selection.to.1].to_owned() } else { String::new() }
        };
        if let Some(found) = found {
            prop_assert_eq!(found.from.0, from);
            prop_assert_eq!(text(found), text(selection));
        }
    }
}
