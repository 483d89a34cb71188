//! Places that are larger than a block.

use crate::support::{edition, place};
use crate::{CITED, READ, shown};
use strategy_reader::cite::{Place, Request, Style, cite};
use strategy_reader::model::Lang::{self, En, Nb};

#[track_caller]
fn check(id: &str, [from, to]: [&str; 2], style: Style, lang: Lang, expected: &str) {
    let view = edition(&CITED, id, Nb);
    let place = Place::Blocks(place(view, from), place(view, to));
    let request = Request { place, style, lang, read: READ };
    let citation = cite(view, &request).unwrap_or_default();
    let words = if style == Style::Plain { shown(&citation.entry) } else { shown(&citation.in_text) };
    assert!(words.contains(expected), "{words} has no {expected}");
}

#[test]
fn several_paragraphs_of_a_section_are_a_range() {
    let nato = ["nss-nato-1", "nss-nato-3"];
    check("nss-2025", nato, Style::NorskApa, Nb, "2025, Sikre troverdigheten til Nato, avsn. 1–3)");
    check("nss-2025", nato, Style::Apa, En, "Nato section, paras. 1–3)");
    check("nss-2025", nato, Style::Mla, En, "Nato,” pars. 1–3)");
    check("nss-2025", nato, Style::Plain, En, "“Sikre troverdigheten til Nato”, paras 1–3.");
    check("nss-2025", ["nss-nato-2", "nss-nato-2"], Style::NorskApa, Nb, "Nato, avsn. 2)");
}

#[test]
fn several_items_of_a_list_are_a_range_too() {
    let items = ["nss-innledning-7", "nss-innledning-9"];
    check("nss-2025", items, Style::NorskApa, Nb, "Innledning, avsn. 4, punkt 3–5)");
    check("nss-2025", items, Style::Harvard, En, "‘Innledning’, para. 4, items 3–5)");
    check(
        "nss-2025",
        ["nss-innledning-3", "nss-innledning-9"],
        Style::NorskApa,
        Nb,
        "Innledning, avsn. 3–4)",
    );
}

#[test]
fn what_runs_over_a_heading_names_both_ends() {
    let expected = "«Innledning», avsn. 1 – «Sikre troverdigheten til Nato», avsn. 2";
    check("nss-2025", ["nss-innledning-1", "nss-nato-2"], Style::Plain, Nb, expected);
}

#[test]
fn two_proven_pages_are_a_range() {
    let pages = ["cyber-bakgrunn-1", "cyber-apenhet-1"];
    check("cyber-2017", pages, Style::NorskApa, Nb, "(Utenriksdepartementet, 2017, s. 6–7)");
    check("cyber-2017", pages, Style::Apa, En, "(Utenriksdepartementet, 2017, pp. 6–7)");
    check("cyber-2017", pages, Style::Plain, En, ", pp. 6–7 (read");
    check("cyber-2017", ["cyber-bakgrunn-1", "cyber-bakgrunn-2"], Style::Apa, En, "2017, p. 6)");
}
