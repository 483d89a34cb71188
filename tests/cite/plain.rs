//! The plain reference of every sort of place, in the three languages, word for word.

use crate::support::{REAL, SAMPLE, draft, edition, place};
use strategy_reader::cite::{Day, Place, plain, quoted};
use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::model::Lang::{self, En, Nb, Nn};

const READ: Day = Day(2026, 11, 22);

/// The reference with the words in italics between asterisks.
fn reference(view: EditionView, anchor: Option<&str>, lang: Lang) -> String {
    let what = anchor.map_or(Place::Document, |anchor| Place::Block(place(view, anchor)));
    let runs = plain(view, what, lang, READ);
    runs.iter().map(|run| if run.italic { format!("*{}*", run.text) } else { run.text.clone() }).collect()
}

#[track_caller]
fn check(view: EditionView, anchor: Option<&str>, lang: Lang, expected: &str) {
    assert_eq!(reference(view, anchor, lang), expected);
}

fn nss(lang: Lang) -> EditionView<'static> {
    edition(&REAL, "nss-2025", lang)
}

const NSS: &str = "https://www.regjeringen.no/no/dokumenter/nasjonal-sikkerhetsstrategi/id3099304/";
const SECPOL_2020: &str =
    "https://www.regjeringen.no/en/topics/foreign-affairs/security-policy/sikkerhetspolitikk/id86753/";
const SECPOL_2017: &str = "https://www.regjeringen.no/en/topics/foreign-affairs/security-policy/id1111";
const FSS: &str = "https://www.norway.no/no/iceland/verdier-prioriteringer/fred-stabilitet-sikkerhet/";

#[test]
fn a_strategy_is_cited_by_section_and_paragraph() {
    let pattern = |rest: &str| {
        format!(
            "Statsministerens kontor: *Nasjonal sikkerhetsstrategi*, 8. mai 2025{rest}. {NSS} (lest 22. november 2026)."
        )
    };
    check(nss(Nb), None, Nb, &pattern(""));
    check(nss(Nb), Some("nss-nato"), Nb, &pattern(", «Sikre troverdigheten til Nato»"));
    check(nss(Nb), Some("nss-nato-2"), Nb, &pattern(", «Sikre troverdigheten til Nato», avsn. 2"));
    check(nss(Nb), Some("nss-innledning-9"), Nb, &pattern(", «Innledning», avsn. 4, punkt 5"));
    // A printed number proves the page.
    check(nss(Nb), Some("nss-hovedprioriteringer"), Nb, &pattern(", «Våre strategiske hovedprioriteringer»"));
    check(nss(Nb), Some("nss-hovedprioriteringer-2"), Nb, &pattern(", s. 17"));
    // What is neither paragraph nor item has the place of its section.
    check(nss(Nb), Some("nss-foto-1"), Nb, &pattern(", «Foto»"));
}

#[test]
fn the_person_who_cites_chooses_the_language() {
    let anchor = Some("nss-nato-2");
    let nynorsk = "Statsministerens kontor: *Nasjonal sikkerhetsstrategi*, 8. mai 2025, «Sikre troverdigheten til Nato», avsn. 2.";
    check(nss(Nb), anchor, Nn, &format!("{nynorsk} {NSS} (lesen 22. november 2026)."));
    let english = "Statsministerens kontor: *Nasjonal sikkerhetsstrategi* [National Security Strategy], 8 May 2025, \
                   “Sikre troverdigheten til Nato”, para. 2.";
    check(nss(Nb), anchor, En, &format!("{english} {NSS} (read 22 November 2026)."));
    let english =
        "Statsministerens kontor: *Nasjonal sikkerhetsstrategi* [National Security Strategy], 8 May 2025";
    check(
        nss(Nb),
        Some("nss-innledning-9"),
        En,
        &format!("{english}, “Innledning”, para. 4, item 5. {NSS} (read 22 November 2026)."),
    );
    check(
        nss(Nb),
        Some("nss-hovedprioriteringer-2"),
        En,
        &format!("{english}, p. 17. {NSS} (read 22 November 2026)."),
    );
}

#[test]
fn a_translation_says_that_it_is_one_and_who_did_not_make_it() {
    let title = "Statsministerens kontor: *Nasjonal sikkerhetsstrategi* [National Security Strategy]";
    let view = nss(En);
    let check_in = |lang, date: &str, place: &str, made: &str, read: &str| {
        check(view, Some("nss-nato-2"), lang, &format!("{title}, {date}, {place} ({made}). {NSS} ({read})."));
    };
    // The words cited are those of the translation, in the marks of the person who cites.
    let (nb, en) = ("«Ensure NATO’s credibility», avsn. 2", "“Ensure NATO’s credibility”, para. 2");
    check_in(Nb, "8. mai 2025", nb, "uoffisiell engelsk oversettelse", "lest 22. november 2026");
    check_in(Nn, "8. mai 2025", nb, "uoffisiell engelsk omsetjing", "lesen 22. november 2026");
    check_in(En, "8 May 2025", en, "unofficial English translation", "read 22 November 2026");
    let secpol = edition(&REAL, "secpol-2020", Nb);
    let pattern = "Utenriksdepartementet: *Security policy* [Sikkerhetspolitikk], udatert, tidlig i 2020-årene, \
                   avsn. 3 (uoffisiell oversettelse til bokmål).";
    check(secpol, Some("sp20-3"), Nb, &format!("{pattern} {SECPOL_2020} (lest 22. november 2026)."));
    // A translation by the publisher is not called unofficial; without an address there is none.
    let beta = edition(&SAMPLE, "beta-2019", Nn);
    let pattern = "Prøvedepartementet: *Sample page* [Prøveside], udatert, ca. 2019";
    check(beta, Some("beta-4"), Nn, &format!("{pattern}, avsn. 3 (lesen 22. november 2026)."));
}

#[test]
fn the_other_documents_are_cited_with_what_is_known_of_them() {
    let cyber = edition(&REAL, "cyber-2017", Nb);
    let pattern = |rest: &str| {
        format!(
            "Utenriksdepartementet: *Internasjonal cyberstrategi for Norge*, 2017{rest} (lest 22. november 2026)."
        )
    };
    check(cyber, None, Nb, &pattern(""));
    check(cyber, Some("cyber-apenhet"), Nb, &pattern(", «Åpenhet»"));
    check(cyber, Some("cyber-forord-2"), Nb, &pattern(", «Forord av statsminister Erna Solberg», avsn. 2"));
    check(
        cyber,
        Some("cyber-utvikling-4"),
        Nb,
        &pattern(
            ", «Utvikling: Tilgang til internett og utvikling av kapasitet for å utnytte det digitale roms potensiale for å fremme vekst, velstand og sikkerhet for alle», avsn. 2, punkt 2",
        ),
    );

    let fss = edition(&REAL, "fss-2020", Nb);
    let pattern = "Utenriksdepartementet: *Fred, stabilitet og sikkerhet*, udatert, ca. 2020";
    check(fss, Some("fss-1"), Nb, &format!("{pattern}, avsn. 1. {FSS} (lest 22. november 2026)."));
    check(
        fss,
        Some("fss-bidra-3"),
        Nb,
        &format!("{pattern}, «Norge ønsker i bidra til», punkt 3. {FSS} (lest 22. november 2026)."),
    );
    check(fss, Some("fss-title"), Nb, &format!("{pattern}. {FSS} (lest 22. november 2026)."));

    let secpol = edition(&REAL, "secpol-2020", En);
    let pattern = "Ministry of Foreign Affairs: *Security policy*, undated, early 2020s, para. 3.";
    check(secpol, Some("sp20-3"), En, &format!("{pattern} {SECPOL_2020} (read 22 November 2026)."));

    let secpol = edition(&REAL, "secpol-2017", En);
    let pattern = "Ministry of Foreign Affairs: *Security policy*, undated, about 2017, “Exports of defence-related products in 2016”.";
    check(
        secpol,
        Some("sp17-defence-exports"),
        En,
        &format!("{pattern} {SECPOL_2017} (read 22 November 2026)."),
    );
}

/// The agreed references have a heading here; the rule that they follow has the proven page first.
#[test]
fn the_cyber_strategy_is_cited_as_agreed_upon() {
    let cyber = "Utenriksdepartementet: *Internasjonal cyberstrategi for Norge*, 2017, «Åpenhet»";
    let expected = format!("{cyber} (lest 22. november 2026).");
    check(edition(&REAL, "cyber-2017", Nb), Some("cyber-apenhet"), Nb, &expected);
}

#[test]
fn pages_in_english_are_cited_in_norwegian_as_agreed_upon() {
    let page = "Utenriksdepartementet: *Security policy*, udatert, tidlig i 2020-årene, avsn. 3.";
    let expected = format!("{page} {SECPOL_2020} (lest 22. november 2026).");
    check(edition(&REAL, "secpol-2020", En), Some("sp20-3"), Nb, &expected);
    let place = "«Exports of defence-related products in 2016»";
    let page = format!("Utenriksdepartementet: *Security policy*, udatert, ca. 2017, {place}.");
    let expected = format!("{page} {SECPOL_2017} (lest 22. november 2026).");
    check(edition(&REAL, "secpol-2017", En), Some("sp17-defence-exports"), Nb, &expected);
}

#[test]
fn marks_within_a_quotation_become_single() {
    let check = |words: &str, norwegian: &str, english: &str| {
        assert_eq!([Nb, Nn, En].map(|lang| quoted(words, lang)), [norwegian, norwegian, english]);
    };
    check("Åpenhet", "«Åpenhet»", "“Åpenhet”");
    check("Om «åpenhet»", "«Om ‘åpenhet’»", "“Om ‘åpenhet’”");
    check("The “open” web", "«The ‘open’ web»", "“The ‘open’ web”");
    check("Norway’s ‘own’", "«Norway’s ‘own’»", "“Norway’s ‘own’”");
    check("", "«»", "“”");
    let alfa = edition(&SAMPLE, "alfa-2024", Nb);
    let expected = "Prøvedepartementet: *Prøvestrategi for <A & B>* [Sample Strategy for <A & B>], 29 February 2024, \
                    “Andre kapittel ‘i hermetegn’”. https://example.org/alfa?del=1&side=2 (read 22 November 2026).";
    check_one(alfa, "alfa-andre", En, expected);
}

#[track_caller]
fn check_one(view: EditionView, anchor: &str, lang: Lang, expected: &str) {
    check(view, Some(anchor), lang, expected);
}

#[test]
fn what_stands_above_the_first_heading_is_counted_from_the_beginning() {
    let alfa = edition(&SAMPLE, "alfa-2024", Nb);
    let pattern = |rest: &str| {
        let end = "https://example.org/alfa?del=1&side=2 (lest 22. november 2026).";
        format!("Prøvedepartementet: *Prøvestrategi for <A & B>*, 29. februar 2024{rest}. {end}")
    };
    check_one(alfa, "alfa-1", Nb, &pattern(", avsn. 1"));
    check_one(alfa, "alfa-2", Nb, &pattern(""));
    check_one(alfa, "alfa-3", Nb, &pattern(""));
    check_one(alfa, "alfa-del-2", Nb, &pattern(", «Del som begynner med en liste», punkt 2"));
    check_one(alfa, "alfa-note-1", Nb, &pattern(", «Første kapittel», fotnote 1"));
}

#[test]
fn a_credit_is_not_cited_by_the_page_of_its_picture() {
    let end = format!("{NSS} (lest 22. november 2026).");
    let expected = "Statsministerens kontor: *Nasjonal sikkerhetsstrategi*, 8. mai 2025, «Foto».";
    check_one(nss(Nb), "nss-foto-6", Nb, &format!("{expected} {end}"));
}

#[test]
fn only_the_title_is_in_italics_and_every_place_can_be_cited() {
    let prove = Corpus::new(draft("# En tittel {#prove-1}\n\nOrd. {#prove-2}\n").seal());
    for view in REAL.editions().chain(SAMPLE.editions()).chain(prove.editions()) {
        for (block, lang) in
            (0..view.edition.blocks.len()).flat_map(|block| Lang::ALL.map(|lang| (block, lang)))
        {
            let runs = plain(view, Place::Block(block), lang, READ);
            let italic: Vec<&str> =
                runs.iter().filter(|run| run.italic).map(|run| run.text.as_str()).collect();
            assert_eq!(italic, [view.document.original().title.as_str()]);
            let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
            let is_sound = whole.ends_with(").")
                && !whole.contains("  ")
                && !whole.contains(",,")
                && !whole.contains(", .");
            assert!(is_sound, "{whole}");
        }
    }
}
