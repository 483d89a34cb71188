//! What other programs are given. Their own parsers read it in `cargo xtask test citations`.

use crate::support::{SAMPLE, edition, place};
use crate::{CITED, READ};
use strategy_reader::cite::{Format, Place, Style, export, list, text};
use strategy_reader::corpus::EditionView;
use strategy_reader::model::Lang::{self, En, Nb, Nn};

fn at<'a>(view: EditionView<'a>, anchor: &str) -> (EditionView<'a>, Place) {
    (view, Place::Block(place(view, anchor)))
}

#[track_caller]
fn check(format: Format, lang: Lang, places: &[(EditionView, Place)], expected: &str) {
    assert_eq!(export(format, places, Style::Apa, lang, READ), expected);
}

#[test]
fn a_report_in_each_format() {
    let view = edition(&CITED, "nss-2025", Nb);
    let places = [at(view, "nss-nato-2"), at(view, "nss-nato-3"), (view, Place::Document)];
    let address = "https://www.regjeringen.no/no/dokumenter/nasjonal-sikkerhetsstrategi/id3099304/";
    let nato = "«Sikre troverdigheten til Nato»";
    let here = format!("{nato}, avsn. 2; {nato}, avsn. 3");
    check(
        Format::Bibtex,
        Nb,
        &places,
        &format!(
            "@techreport{{nss-2025,
  author = {{{{Statsministerens kontor}}}},
  title = {{{{Nasjonal sikkerhetsstrategi}}}},
  institution = {{{{Statsministerens kontor}}}},
  year = {{2025}},
  month = {{mai}},
  url = {{{address}}},
  note = {{lest 22. november 2026}},
  annote = {{{here}}},
}}
"
        ),
    );
    check(
        Format::Biblatex,
        Nb,
        &places,
        &format!(
            "@report{{nss-2025,
  author = {{{{Statsministerens kontor}}}},
  title = {{{{Nasjonal sikkerhetsstrategi}}}},
  type = {{rapport}},
  institution = {{{{Statsministerens kontor}}}},
  date = {{2025-05-08}},
  url = {{{address}}},
  urldate = {{2026-11-22}},
  langid = {{norsk}},
  annotation = {{{here}}},
}}
"
        ),
    );
    let ris = [
        "TY  - RPRT",
        "ID  - nss-2025",
        "AU  - Statsministerens kontor",
        "TI  - Nasjonal sikkerhetsstrategi",
        "PY  - 2025",
        "DA  - 2025/05/08/",
        "PB  - Statsministerens kontor",
        "LA  - nb",
        &format!("UR  - {address}"),
        "Y2  - 2026/11/22/",
        &format!("N1  - {here}"),
        "ER  - ",
        "",
    ];
    check(Format::Ris, Nb, &places, &ris.join("\r\n"));
    let json = [
        r#"[{"id":"nss-2025","type":"report","author":[{"literal":"Statsministerens kontor"}]"#,
        r#","title":"Nasjonal sikkerhetsstrategi","title-short":"Nasjonal sikkerhetsstrategi","publisher":"Statsministerens kontor""#,
        r#","issued":{"date-parts":[[2025,5,8]]}"#,
        &format!(
            r#","URL":"{address}","accessed":{{"date-parts":[[2026,11,22]]}},"language":"nb-NO","annote":"{here}"}}]"#
        ),
        "\n",
    ];
    check(Format::CslJson, Nb, &places, &json.concat());
    check(
        Format::Wikipedia,
        Nb,
        &places[..1],
        &format!(
            "{{{{Kilde www |url={address} |tittel=Nasjonal sikkerhetsstrategi |besøksdato=2026-11-22 |utgiver=Statsministerens kontor |dato=2025-05-08}}}} {nato}, avsn. 2.\n"
        ),
    );
    check(
        Format::Wikipedia,
        Nn,
        &places[2..],
        &format!(
            "{{{{Kjelde www |url={address} |tittel=Nasjonal sikkerhetsstrategi |utgjevar=Statsministerens kontor |dato=2025-05-08 |vitja=2026-11-22}}}}\n"
        ),
    );
    check(
        Format::Wikipedia,
        En,
        &places[..1],
        &format!(
            "{{{{cite report |author=Statsministerens kontor |title=Nasjonal sikkerhetsstrategi |trans-title=National Security Strategy |date=8 May 2025 |publisher=Statsministerens kontor |url={address} |access-date=22 November 2026 |language=nb |at=“Sikre troverdigheten til Nato”, para. 2}}}}\n"
        ),
    );
    check(
        Format::Markdown,
        Nb,
        &places,
        &format!("- Statsministerens kontor. (2025). *Nasjonal sikkerhetsstrategi*. <{address}>\n"),
    );
    check(
        Format::Text,
        Nb,
        &places,
        &format!("Statsministerens kontor. (2025). Nasjonal sikkerhetsstrategi. {address}\n"),
    );
}

#[test]
fn an_estimate_stays_one_and_a_translation_says_so() {
    let view = edition(&CITED, "secpol-2017", Nb);
    let places = [(view, Place::Document)];
    let address = "https://www.regjeringen.no/en/topics/foreign-affairs/security-policy/id1111";
    check(
        Format::Bibtex,
        Nb,
        &places,
        &format!(
            "@misc{{secpol-2017-nb,
  author = {{{{Utenriksdepartementet}}}},
  title = {{{{Security policy [Sikkerhetspolitikk, uoffisiell oversettelse til bokmål]}}}},
  howpublished = {{\\url{{{address}}}}},
  year = {{ca. 2017}},
  note = {{udatert, ca. 2017, lest 22. november 2026}},
}}
"
        ),
    );
    check(
        Format::Biblatex,
        En,
        &places,
        &format!(
            "@online{{secpol-2017-nb,
  author = {{{{Ministry of Foreign Affairs}}}},
  title = {{{{Security policy}}}},
  titleaddon = {{Sikkerhetspolitikk, unofficial translation into Norwegian bokmål}},
  organization = {{Regjeringen.no}},
  date = {{2017~}},
  url = {{{address}}},
  urldate = {{2026-11-22}},
  langid = {{english}},
  note = {{undated, about 2017}},
}}
"
        ),
    );
    check(
        Format::Wikipedia,
        En,
        &places,
        &format!(
            "{{{{cite web |author=Ministry of Foreign Affairs |title=Security policy |trans-title=Sikkerhetspolitikk |others=unofficial translation into Norwegian bokmål |date=c. 2017 |website=Regjeringen.no |url={address} |access-date=22 November 2026}}}}\n"
        ),
    );
    // An estimate vaguer than a year is no year.
    let view = edition(&CITED, "secpol-2020", En);
    let file = export(Format::CslJson, &[(view, Place::Document)], Style::Apa, En, READ);
    assert!(!file.contains("issued"), "{file}");
}

#[test]
fn signs_that_mean_something_are_harmless() {
    let view = edition(&SAMPLE, "alfa-2024", Nb);
    let places = [(view, Place::Document)];
    let in_format = |format| export(format, &places, Style::Plain, Nb, READ);
    assert!(
        in_format(Format::Bibtex).contains("{{Prøvestrategi for <A \\& B>}}"),
        "{}",
        in_format(Format::Bibtex)
    );
    assert!(in_format(Format::Bibtex).contains("https://example.org/alfa?del=1&side=2"));
    assert!(
        in_format(Format::Markdown).contains("*Prøvestrategi for \\<A \\& B\\>*"),
        "{}",
        in_format(Format::Markdown)
    );
}

#[test]
fn a_list_is_in_order_and_tells_works_of_a_year_apart() {
    let mut places: Vec<(EditionView, Place)> =
        CITED.editions().map(|view| (view, Place::Document)).collect();
    places.sort_by_key(|(view, _)| &view.document.id);
    let entries: Vec<String> =
        list(&places, Style::Harvard, Nb, READ).iter().map(|runs| text(runs)).collect();
    let starts: Vec<&str> = entries.iter().map(|entry| entry.split(')').next().unwrap_or_default()).collect();
    assert_eq!(starts[..2], ["Statsministerens kontor (2025a", "Statsministerens kontor (2025b"]);
    assert_eq!(starts[2..4], ["Utenriksdepartementet (2017a", "Utenriksdepartementet (2017b"]);
    assert_eq!(starts[4..6], ["Utenriksdepartementet (uten dato a", "Utenriksdepartementet (uten dato b"]);
    // Alone, a source has no letter.
    let alone = list(&places[..1], Style::Harvard, Nb, READ);
    assert!(text(&alone[0]).starts_with("Utenriksdepartementet (2017) "), "{}", text(&alone[0]));
    // Numbers follow the order in which sources were gathered.
    let numbered = list(&places[2..5], Style::Vancouver, En, READ);
    assert!(text(&numbered[0]).starts_with("1. Utenriksdepartementet. Norway.no"), "{}", text(&numbered[0]));
    assert!(text(&numbered[2]).starts_with("3. Statsministerens"), "{}", text(&numbered[2]));
    // Places of a source are one entry, but in the plain reference, which names them.
    let view = edition(&CITED, "nss-2025", Nb);
    let twice = [at(view, "nss-nato-1"), at(view, "nss-nato-2")];
    assert_eq!(list(&twice, Style::Apa, Nb, READ).len(), 1);
    assert_eq!(list(&twice, Style::Plain, Nb, READ).len(), 2);
    assert_eq!(Format::ALL.map(|format| Format::from_code(format.code())), Format::ALL.map(Some));
}
