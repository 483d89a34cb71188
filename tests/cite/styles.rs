//! Every document in every style, language and edition.

use crate::support::{DRAFT_FRONT, DRAFT_TOML, Draft, edition, fixture, some};
use crate::{CITED, READ, cited, shown};
use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::Style as CslStyle;
use std::fmt::Write;
use std::fs;
use strategy_reader::cite::{Citation, Day, Place, Request, Style, cite, html, text};
use strategy_reader::compile;
use strategy_reader::corpus::Corpus;
use strategy_reader::model::Lang::{self, En, Nb, Nn};

fn forms(citation: &Citation) -> impl Iterator<Item = (&'static str, String)> {
    let forms = [
        ("entry", &citation.entry),
        ("in text", &citation.in_text),
        ("narrative", &citation.narrative),
        ("note", &citation.note),
        ("short note", &citation.short_note),
    ];
    forms.into_iter().filter(|(_, runs)| !runs.is_empty()).map(|(name, runs)| (name, shown(runs)))
}

/// As the styles themselves say.
#[test]
fn entries_hang_where_the_style_has_it_so() {
    for style in Style::ALL {
        let name = match style {
            Style::Plain => continue,
            Style::NorskApa | Style::Apa => "apa",
            Style::Harvard => "harvard-cite-them-right",
            Style::Mla => "modern-language-association",
            Style::Iso690 => "iso-690-author-date",
            other => other.code(),
        };
        let found = ArchivedStyle::by_name(name).map(|style| style.get());
        let Some(CslStyle::Independent(found)) = found else { panic!("there is no style `{name}`") };
        let hangs = found.bibliography.is_some_and(|list| list.hanging_indent);
        assert_eq!(style.hangs(), hangs, "{name}");
    }
    assert!(!Style::Plain.hangs());
}

/// `UPDATE=1` writes the references anew; whoever does reads them.
#[test]
fn references_are_those_kept() {
    let mut written = String::new();
    for (style, lang) in Style::templates() {
        for view in CITED.editions() {
            let id = (&view.document.id, view.edition.lang.code());
            written += &format!("{} in {}: {} in {}\n", style.code(), lang.code(), id.0, id.1);
            for (name, words) in forms(&cited(view, None, style, lang)) {
                let _ = writeln!(written, "  {name:10} {words}");
            }
        }
    }
    let kept = fixture("references.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&kept, &written).unwrap_or_else(|error| panic!("{error}"));
    }
    let kept = fs::read_to_string(&kept).unwrap_or_default();
    for (kept, written) in kept.lines().zip(written.lines()) {
        assert_eq!(written, kept);
    }
    assert_eq!(written.lines().count(), kept.lines().count());
}

#[track_caller]
fn in_text(id: &str, anchor: &str, style: Style, lang: Lang, expected: &str) {
    let citation = cited(edition(&CITED, id, Nb), Some(anchor), style, lang);
    assert_eq!(shown(&citation.in_text), expected);
}

#[test]
fn a_place_is_named_as_the_style_names_places() {
    let body = "Statsministerens kontor";
    let nato = "Sikre troverdigheten til Nato";
    let check = |style, lang, expected: &str| in_text("nss-2025", "nss-nato-2", style, lang, expected);
    check(Style::NorskApa, Nb, &format!("({body}, 2025, {nato}, avsn. 2)"));
    check(Style::NorskApa, Nn, &format!("({body}, 2025, {nato}, avsn. 2)"));
    check(Style::Apa, En, &format!("({body}, 2025, {nato} section, para. 2)"));
    check(Style::ChicagoAuthorDate, Nb, &format!("({body} 2025, under «{nato}», avsn. 2)"));
    check(Style::ChicagoAuthorDate, En, &format!("({body} 2025, under “{nato},” para. 2)"));
    check(Style::Harvard, En, &format!("({body}, 2025, ‘{nato}’, para. 2)"));
    check(Style::Mla, En, &format!("(*Nasjonal sikkerhetsstrategi*, “{nato},” par. 2)"));
    check(Style::Iso690, Nb, &format!("({body} 2025, «{nato}», avsn. 2)"));
    // A number has no room for a place; the interface says so.
    check(Style::Vancouver, Nb, "(1)");
}

#[test]
fn a_proven_page_goes_before_heading_and_paragraph() {
    let check =
        |style, lang, expected: &str| in_text("nss-2025", "nss-hovedprioriteringer-2", style, lang, expected);
    check(Style::NorskApa, Nb, "(Statsministerens kontor, 2025, s. 17)");
    check(Style::Apa, En, "(Statsministerens kontor, 2025, p. 17)");
    check(Style::ChicagoAuthorDate, En, "(Statsministerens kontor 2025, 17)");
    check(Style::Mla, En, "(*Nasjonal sikkerhetsstrategi* 17)");
}

#[test]
fn notes_are_long_once_and_short_after() {
    let view = edition(&CITED, "secpol-2020", En);
    let citation = cited(view, Some("sp20-3"), Style::ChicagoNotes, En);
    let address = some(view.document.source.as_ref(), "source");
    let note = format!(
        "Ministry of Foreign Affairs, “Security Policy,” Regjeringen.no, para. 3, accessed November 22, 2026, <{address}>."
    );
    assert_eq!(shown(&citation.note), note);
    assert_eq!(shown(&citation.short_note), "Ministry of Foreign Affairs, “Security Policy,” para. 3.");
    // Without a place the point stands within the marks.
    let citation = cited(view, None, Style::ChicagoNotes, En);
    assert_eq!(shown(&citation.short_note), "Ministry of Foreign Affairs, “Security Policy.”");
    assert_eq!(citation.in_text, []);
}

#[test]
fn a_heading_too_long_for_brackets_is_shortened() {
    in_text(
        "cyber-2017",
        "cyber-utvikling-4",
        Style::NorskApa,
        Nb,
        "(Utenriksdepartementet, 2017, «Utvikling», avsn. 2, punkt 2)",
    );
    in_text(
        "cyber-2017",
        "cyber-utvikling-4",
        Style::Apa,
        En,
        "(Utenriksdepartementet, 2017, “Utvikling” section, para. 2, item 2)",
    );
}

#[test]
fn text_and_html_say_the_same() {
    let citation = cited(edition(&CITED, "nss-2025", En), None, Style::Apa, En);
    let title = "Nasjonal sikkerhetsstrategi";
    let more = "[National Security Strategy, unofficial English translation]";
    let address = "https://www.regjeringen.no/no/dokumenter/nasjonal-sikkerhetsstrategi/id3099304/";
    assert_eq!(text(&citation.entry), format!("Statsministerens kontor. (2025). {title} {more}. {address}"));
    let html_expected = format!(
        "Statsministerens kontor. (2025). <i>{title}</i> {more}. <a href=\"{address}\">{address}</a>"
    );
    assert_eq!(html(&citation.entry), html_expected);
}

/// The day read in each of twelve months, in every way that a style writes it.
#[test]
fn days_are_written_in_the_way_of_the_style() {
    let view = edition(&CITED, "secpol-2020", En);
    let check = |style, lang, month, expected: &str| {
        let request = Request { place: Place::Document, style, lang, read: Day(2026, month, 3) };
        let entry = cite(view, &request).map(|citation| text(&citation.entry)).unwrap_or_default();
        assert!(entry.contains(expected), "{entry} has no {expected}");
    };
    check(Style::NorskApa, Nb, 5, "Hentet 3. mai 2026 fra https");
    check(Style::NorskApa, Nn, 8, "Henta 3. august 2026 frå https");
    check(Style::Apa, En, 9, "Retrieved September 3, 2026, from https");
    check(Style::Harvard, Nb, 1, "(Åpnet: 3. januar 2026)");
    check(Style::Harvard, En, 12, "(Accessed: 3 December 2026)");
    check(Style::Iso690, Nb, 3, "[åpnet 3. mars 2026]");
    check(Style::Iso690, En, 3, "[Accessed 3 March 2026]");
    check(Style::Vancouver, Nb, 6, "[sitert 3. juni 2026]");
    for (month, name) in
        [(1, "Jan."), (3, "Mar."), (5, "May"), (6, "June"), (7, "July"), (9, "Sept."), (11, "Nov.")]
    {
        check(Style::Mla, En, month, &format!("Accessed 3 {name} 2026"));
    }
    for (month, name) in [(1, "Jan"), (5, "May"), (6, "Jun"), (9, "Sep"), (12, "Dec")] {
        check(Style::Vancouver, En, month, &format!("[cited 2026 {name} 3]"));
    }
}

#[test]
fn a_style_is_asked_for_in_a_language_it_has() {
    let view = edition(&CITED, "nss-2025", Nb);
    for style in Style::ALL {
        for lang in Lang::ALL {
            let request = Request { place: Place::Document, style, lang, read: READ };
            assert_eq!(cite(view, &request).is_some(), style.langs().contains(&lang));
        }
        assert_eq!(Style::from_code(style.code()), Some(style));
    }
    assert_eq!(Style::from_code("mls"), None);
}

/// A handbook is often called what its publisher is called.
#[test]
fn a_document_may_be_called_what_its_publisher_is_called() {
    let of = |title: &str| {
        let edition = format!("{DRAFT_FRONT}Ord. {{#prove-1}}\n").replace("\"Prøve\"", &format!("{title:?}"));
        let files = [("prove/document.toml", DRAFT_TOML.as_bytes()), ("prove/nb.md", edition.as_bytes())];
        let draft = Draft::of(&files);
        draft.seal();
        Corpus::new(compile::compile(draft.path()).unwrap_or_else(|problems| panic!("{problems}")))
    };
    const BODY: &str = "Prøvedepartementet";
    // What it is called otherwise changes nothing else.
    let (same, other) = (of(BODY), of("Qqq"));
    for (style, lang) in Style::templates() {
        let [same, other] =
            [&same, &other].map(|corpus| cited(edition(corpus, "prove", Nb), None, style, lang));
        let same: Vec<_> = forms(&same).collect();
        let other: Vec<_> = forms(&other).map(|(name, words)| (name, words.replace("Qqq", BODY))).collect();
        assert_eq!(same, other, "{} in {}", style.code(), lang.code());
    }
    let apa = cited(edition(&same, "prove", Nb), None, Style::Apa, Nb);
    assert_eq!(shown(&apa.entry), format!("{BODY}. (2024). *{BODY}*."));
}
