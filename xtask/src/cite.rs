//! `cite`: prints what the reader would copy for a place.

use crate::data;
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use strategy_reader::cite::{Citation, Day, Place, Request, Run, Style, cite, html, text};
use strategy_reader::corpus::{Corpus, EditionView};
use strategy_reader::model::Lang;

/// What was asked for, not yet held against the documents.
#[derive(Default)]
struct Options {
    anchor: Option<String>,
    style: Option<String>,
    lang: Option<String>,
    edition: Option<String>,
    accessed: Option<String>,
    json: bool,
}

pub fn run(arguments: &[String]) -> Result<()> {
    let options = read(arguments)?;
    let corpus = Corpus::new(data::library()?);
    let lang = language(options.lang.as_deref().unwrap_or("nb"))?;
    let style = style(options.style.as_deref().unwrap_or("plain"), lang)?;
    let edition = options.edition.as_deref().map(language).transpose()?;
    let anchor = options.anchor.context("cite what? Give an anchor or the id of a document")?;
    let (view, place) = place(&corpus, &anchor, edition)?;
    let read = options.accessed.as_deref().map_or_else(today, day)?;
    let request = Request { place, style, lang, read };
    let citation = cite(view, &request).context("the document has no reference in that style")?;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&described(&citation))?);
    } else {
        named(&citation).iter().for_each(|(name, runs)| println!("{name:10} {}", text(runs)));
    }
    Ok(())
}

fn read(arguments: &[String]) -> Result<Options> {
    let mut options = Options::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let place = match argument.as_str() {
            "--style" => &mut options.style,
            "--lang" => &mut options.lang,
            "--edition" => &mut options.edition,
            "--accessed" => &mut options.accessed,
            "--json" => {
                options.json = true;
                continue;
            }
            flag if flag.starts_with("--") => {
                bail!("cite takes no `{flag}`, only --style, --lang, --edition, --accessed and --json")
            }
            _ => {
                if let Some(first) = options.anchor.replace(argument.clone()) {
                    bail!("cite one place at a time: `{first}` or `{argument}`");
                }
                continue;
            }
        };
        *place = Some(rest.next().with_context(|| format!("{argument} wants a value"))?.clone());
    }
    Ok(options)
}

fn language(code: &str) -> Result<Lang> {
    let known = Lang::ALL.into_iter().find(|lang| lang.code() == code);
    known.with_context(|| format!("there is no language `{code}`; there are nb, nn and en"))
}

fn style(code: &str, lang: Lang) -> Result<Style> {
    let styles = Style::ALL.map(Style::code).join(", ");
    let style =
        Style::from_code(code).with_context(|| format!("there is no style `{code}`; there are {styles}"))?;
    if !style.langs().contains(&lang) {
        let langs: Vec<&str> = style.langs().iter().map(|lang| lang.code()).collect();
        bail!(
            "the style `{code}` is not written in {}; it is written in {}",
            lang.code(),
            langs.join(" and ")
        );
    }
    Ok(style)
}

/// The place that an anchor or an id names, in the edition wanted.
fn place<'a>(corpus: &'a Corpus, anchor: &str, edition: Option<Lang>) -> Result<(EditionView<'a>, Place)> {
    let document = corpus.document(anchor).or_else(|| corpus.document_of(anchor));
    let Some(document) = document else {
        let ids: Vec<&str> = corpus.documents().iter().map(|document| document.id.as_str()).collect();
        let alike = alike(corpus, anchor);
        let near = alike.map(|near| format!("; the nearest is `{near}`")).unwrap_or_default();
        bail!("there is no anchor `{anchor}`{near}; the documents are {}", ids.join(", "));
    };
    let lang = edition.unwrap_or(document.original().lang);
    let view = corpus.edition(&document.id, lang).with_context(|| {
        let langs: Vec<&str> = document.editions.iter().map(|edition| edition.lang.code()).collect();
        format!("`{}` has no edition in {}; it has {}", document.id, lang.code(), langs.join(" and "))
    })?;
    Ok((view, view.block_at(anchor).map_or(Place::Document, Place::Block)))
}

/// The anchor that has the longest beginning in common with one that does not exist.
fn alike<'a>(corpus: &'a Corpus, anchor: &str) -> Option<&'a str> {
    let anchors = corpus.documents().iter().flat_map(|document| &document.original().blocks);
    let common = |other: &str| other.bytes().zip(anchor.bytes()).take_while(|(a, b)| a == b).count();
    let found = anchors
        .map(|block| block.anchor.as_str())
        .max_by_key(|other| (common(other), usize::MAX - other.len()));
    found.filter(|other| common(other) > 2)
}

fn day(text: &str) -> Result<Day> {
    let day = || -> Option<Day> {
        let mut parts = text.split('-');
        let day = Day(parts.next()?.parse().ok()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let is_day = (1..=12).contains(&day.1) && (1..=31).contains(&day.2) && parts.next().is_none();
        is_day.then_some(day)
    };
    day().with_context(|| format!("`{text}` is no day; write it like 2026-11-22"))
}

fn today() -> Result<Day> {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    let days = i64::try_from(now.as_secs() / 86_400)?;
    // Years that begin in March and eras of 400 years make the leap day the last of its year.
    let era_day = (days + 719_468).rem_euclid(146_097);
    let era = (days + 719_468).div_euclid(146_097);
    let year = (era_day - era_day / 1_460 + era_day / 36_524 - era_day / 146_096) / 365;
    let year_day = era_day - (365 * year + year / 4 - year / 100);
    let march = (5 * year_day + 2) / 153;
    let month = if march < 10 { march + 3 } else { march - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    let day = year_day - (153 * march + 2) / 5 + 1;
    Ok(Day(u16::try_from(year)?, u8::try_from(month)?, u8::try_from(day)?))
}

fn named(citation: &Citation) -> Vec<(&'static str, &[Run])> {
    let forms: [(&str, &[Run]); 5] = [
        ("entry", &citation.entry),
        ("intext", &citation.in_text),
        ("narrative", &citation.narrative),
        ("note", &citation.note),
        ("shortNote", &citation.short_note),
    ];
    forms.into_iter().filter(|(_, runs)| !runs.is_empty()).collect()
}

fn described(citation: &Citation) -> Value {
    let forms = named(citation).into_iter();
    forms.map(|(name, runs)| (name.to_owned(), json!({ "text": text(runs), "html": html(runs) }))).collect()
}

#[cfg(test)]
mod tests {
    use super::{day, run, today};
    use strategy_reader::cite::Day;

    #[track_caller]
    fn refused(arguments: &[&str], reason: &str) {
        let arguments: Vec<String> = arguments.iter().map(|&argument| argument.to_owned()).collect();
        let error = run(&arguments).map_or_else(|error| error.to_string(), |()| "nothing".to_owned());
        assert!(error.contains(reason), "{error}");
    }

    #[test]
    fn what_is_unknown_is_said_with_what_there_is() {
        refused(&[], "Give an anchor or the id");
        refused(&["nss-natoo"], "the nearest is `nss-nato`");
        refused(&["nowhere"], "nss-2025");
        refused(&["nss-nato", "fss-1"], "one place at a time");
        refused(&["nss-nato", "--style", "mls"], "mla");
        refused(&["nss-nato", "--style"], "wants a value");
        refused(&["nss-nato", "--style", "apa", "--lang", "nn"], "it is written in nb and en");
        refused(&["nss-nato", "--lang", "sv"], "nb, nn and en");
        refused(&["nss-nato", "--edition", "nn"], "it has nb and en");
        refused(&["nss-nato", "--accessed", "22.11.2026"], "2026-11-22");
        refused(&["nss-nato", "--colour"], "takes no `--colour`");
    }

    #[test]
    fn days_are_days() {
        assert_eq!(day("2026-11-22").ok(), Some(Day(2026, 11, 22)));
        for text in ["2026-13-01", "2026-00-01", "2026-01-32", "2026-01", "2026-01-01-01", ""] {
            assert!(day(text).is_err(), "{text}");
        }
        assert!(today().is_ok_and(|Day(year, month, _)| year >= 2026 && (1..=12).contains(&month)));
    }
}
