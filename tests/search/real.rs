//! The real documents: queries of every sort, and one block that must be among the first.

use crate::{DOCUMENTS, anchor_of};

/// The block is among the first `within` hits.
#[track_caller]
fn check(query: &str, anchor: &str, within: usize) {
    let answer = DOCUMENTS.ask(query);
    let found: Vec<&str> = answer.hits.iter().take(within).map(anchor_of).collect();
    assert!(found.contains(&anchor), "{query}: {anchor} is not among {found:?}");
}

#[test]
fn the_real_documents_are_found_by_what_they_say() {
    check("atomubåter", "nss-usa-2", 1);
    check("ubåt", "nss-usa-2", 1);
    check("submarine", "nss-usa-2", 1);
    check("felleskap", "nss-innledning-9", 20);
    check("norwegian white paper", "sp17-foreign-policy-3", 3);
    check("nansen-programmet", "nss-ukraina-2", 1);
    check("multistakeholder community", "cyber-forvaltning-4", 3);
    check("NIS", "cyber-nettverk-7", 1);
    check("Ukriana", "nss-ukraina", 3);
}

#[test]
fn words_of_both_languages_find_the_same_block() {
    for query in ["egenberedskap", "self-preparedness", "eigenberedskap"] {
        check(query, "nss-alvorlige-hendelser-4", 10);
    }
}

#[test]
fn a_mended_name_is_written_as_a_name() {
    let mended = |query: &str| DOCUMENTS.ask(query).corrections.remove(0).1;
    assert_eq!(mended("Ukriana"), "Ukraina");
    assert_eq!(mended("beredksap"), "beredskap");
}
