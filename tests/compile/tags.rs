//! Sentences, tags and commitments: what the tables of a document become.

use crate::support::{SAMPLE, edition, place};
use strategy_reader::compile::sentences;
use strategy_reader::model::{Binds, Lang, Statement, Strength};

#[track_caller]
fn check_sentences(text: &str, expected: &[&str]) {
    let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, expected);
}

#[test]
fn sentences_end_where_a_reader_would_end_them() {
    check_sentences("", &[]);
    check_sentences("Innledning", &["Innledning"]);
    check_sentences("Én. To! Tre? ", &["Én.", "To!", "Tre?"]);
    check_sentences(
        "Meld. St. 37 (2014–2015) sier det. Prop. 1 S også.",
        &["Meld. St. 37 (2014–2015) sier det.", "Prop. 1 S også."],
    );
    check_sentences("Den 8. mai 2025 kom E. Borgen. Ja.", &["Den 8. mai 2025 kom E. Borgen.", "Ja."]);
    check_sentences("Fora som f.eks. FN og bl.a. Nato.", &["Fora som f.eks. FN og bl.a. Nato."]);
    check_sentences("«Slik.» Og slik.", &["«Slik.»", "Og slik."]);
}

#[test]
fn a_block_has_its_themes_actors_names_and_statements() {
    let alfa = edition(&SAMPLE, "alfa-2024", Lang::Nb);
    let document = alfa.document;
    let tags = |anchor| &document.tags[place(alfa, anchor)];
    assert_eq!(document.tags.len(), alfa.edition.blocks.len());
    let item = tags("alfa-forste-3");
    assert_eq!((&item.themes[..], &item.addressed[..]), (&[0, 1][..], &[1][..]));
    assert_eq!(item.statements, [Some(Statement::Commitment), Some(Statement::Fact)]);
    // The rule finds the Government; the rows add one Oslo and take another away.
    assert_eq!(tags("alfa-forste-2").names, [1]);
    assert_eq!(tags("alfa-1").names, [0]);
    assert_eq!(tags("alfa-dypest-2").names, [0; 0]);
    // The first name of the file occurs nowhere, and the others moved up.
    let names: Vec<&str> = SAMPLE.vocabulary().names.iter().map(|name| name.id.as_str()).collect();
    assert_eq!(names, ["oslo", "regjering"]);
}

#[test]
fn a_commitment_has_its_words_in_both_editions() {
    let alfa = edition(&SAMPLE, "alfa-2024", Lang::Nb);
    let document = alfa.document;
    let told: Vec<Vec<&str>> = document
        .commitments
        .iter()
        .map(|commitment| {
            let editions = document.editions.iter().zip(&commitment.words);
            let words = editions.map(|(edition, span)| {
                &edition.blocks[commitment.block as usize].text.plain[span.start as usize..span.end as usize]
            });
            words.collect()
        })
        .collect();
    assert_eq!(told, [["Gjøre mer.", "Do more."], ["gjøre mindre", "do less"]]);
    let [more, less] = &document.commitments[..] else { panic!("two commitments") };
    assert_eq!((more.strength, more.binds, more.actor), (Strength::Shall, Binds::State, Some(0)));
    assert_eq!((more.named.as_str(), &more.asks[..], &more.themes[..]), ("Regjeringen", &[1][..], &[][..]));
    assert_eq!((less.strength, less.binds, less.actor), (Strength::Must, Binds::Everyone, None));
    assert_eq!(less.themes, [0]);
}
