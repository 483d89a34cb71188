//! Quotations: marks, misprints, blocks, points.

use crate::support::{edition, place};
use crate::{CITED, READ, shown};
use strategy_reader::cite::{Place, Quotation, Request, Selection, Style, cite, in_marks, quotation};
use strategy_reader::corpus::EditionView;
use strategy_reader::model::Lang::{self, En, Nb};

/// The words of a block from one phrase to the end of another.
#[track_caller]
fn select(view: EditionView, anchor: &str, from: &str, to: &str) -> Selection {
    let block = place(view, anchor);
    let plain = &view.block(block).text.plain;
    let (Some(start), Some(end)) = (plain.find(from), plain.find(to)) else { panic!("not in {plain}") };
    Selection { from: (block, start), to: (block, end + to.len()) }
}

fn quote(view: EditionView, selection: Selection, style: Style, lang: Lang) -> String {
    let quotation = quotation(view, &[selection], style, lang, true);
    let place = Place::Blocks(selection.from.0, selection.to.0);
    let citation = cite(view, &Request { place, style, lang, read: READ }).unwrap_or_default();
    let Quotation { paragraphs, .. } = quotation.with(&citation);
    paragraphs.iter().map(|runs| shown(runs)).collect::<Vec<_>>().join(" / ")
}

#[test]
fn the_point_comes_behind_the_brackets() {
    let view = edition(&CITED, "nss-2025", Nb);
    let block = place(view, "nss-innledning-1");
    let plain = &view.block(block).text.plain;
    let first = plain.split_inclusive(". ").next().unwrap_or_default().trim_end();
    assert!(first.ends_with('.') && first.split_whitespace().count() <= 40, "{first}");
    let selection = Selection { from: (block, 0), to: (block, first.len()) };
    let words = first.trim_end_matches('.');
    let told = format!("«{words}» (Statsministerens kontor, 2025, Innledning, avsn. 1).");
    assert_eq!(quote(view, selection, Style::NorskApa, Nb), told);
    let told = format!("“{words}” (Statsministerens kontor, 2025, Innledning section, para. 1).");
    assert_eq!(quote(view, selection, Style::Apa, En), told);
    // A note has its number outside; the text keeps its point.
    assert_eq!(quote(view, selection, Style::ChicagoNotes, Nb), format!("«{first}»"));
    // Words from within a sentence have none.
    let within = select(view, "nss-innledning-1", &words[..words.find(' ').unwrap_or(0)], words);
    assert!(quote(view, within, Style::NorskApa, Nb).ends_with("avsn. 1)"));
}

#[test]
fn marks_within_are_turned() {
    assert_eq!(in_marks("a «b» c", Style::Apa, En), "“a ‘b’ c”");
    assert_eq!(in_marks("a “b” c", Style::Harvard, En), "‘a “b” c’");
    assert_eq!(in_marks("a “b” c", Style::Plain, Nb), "«a ‘b’ c»");
}

#[test]
fn more_than_forty_words_are_a_block_without_marks() {
    let view = edition(&CITED, "nss-2025", Nb);
    let (from, to) = (place(view, "nss-nato-1"), place(view, "nss-nato-2"));
    let end = view.block(to).text.plain.len();
    let long = Selection { from: (from, 0), to: (to, end) };
    let citation =
        cite(view, &Request { place: Place::Blocks(from, to), style: Style::NorskApa, lang: Nb, read: READ });
    let quotation = quotation(view, &[long], Style::NorskApa, Nb, true).with(&citation.unwrap_or_default());
    assert!(quotation.is_block);
    assert_eq!(quotation.paragraphs.len(), to - from + 1);
    let text = quotation.text();
    assert!(
        !text.starts_with('«')
            && text.ends_with(". (Statsministerens kontor, 2025, Sikre troverdigheten til Nato, avsn. 1–2)"),
        "{text}"
    );
    assert!(
        quotation.html().starts_with("<blockquote><p>") && quotation.html().ends_with("</p></blockquote>")
    );
}

#[test]
fn a_misprint_of_the_original_is_marked_where_wanted() {
    let view = edition(&CITED, "fss-2020", Nb);
    let block = place(view, "fss-bidra");
    let whole = Selection::block(view, block);
    let told = |sic| quotation(view, &[whole], Style::NorskApa, Nb, sic).text();
    assert_eq!(told(false), "«Norge ønsker i bidra til»");
    assert!(told(true).contains(" [sic]"), "{}", told(true));
}

#[test]
fn what_was_left_out_is_marked() {
    let view = edition(&CITED, "nss-2025", Nb);
    let one = select(view, "nss-nato-1", "Nato", "Nato");
    let other = select(view, "nss-nato-2", "Norge", "Norge");
    let told = |style, lang| quotation(view, &[one, other], style, lang, false).text();
    assert_eq!(told(Style::NorskApa, Nb), "«Nato […] Norge»");
    assert_eq!(told(Style::Apa, En), "“Nato . . . Norge”");
    assert_eq!(told(Style::Harvard, En), "‘Nato … Norge’");
}

#[test]
fn no_selection_is_too_strange() {
    let view = edition(&CITED, "nss-2025", Nb);
    let last = view.edition.blocks.len() - 1;
    for selection in [
        Selection { from: (0, 9999), to: (0, 3) },
        Selection { from: (0, 1), to: (9999, 9999) },
        Selection { from: (last, 0), to: (0, 0) },
        // In the midst of a letter.
        Selection { from: (place(view, "nss-nato-1"), 1), to: (place(view, "nss-nato-1"), 3) },
    ] {
        let _ = quotation(view, &[selection], Style::Apa, En, true).text();
    }
    assert!(quotation(view, &[], Style::Apa, En, true).paragraphs.is_empty());
}
