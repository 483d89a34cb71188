//! `cite`: prints what the reader would copy for a place.

use crate::data;
use anyhow::{Context, Result, anyhow, bail};
use strategy_reader::answers::{self, NotThere, Wanted};
use strategy_reader::cite::{Day, Style};
use strategy_reader::corpus::Corpus;
use strategy_reader::model::Lang;

/// What was asked for, not yet held against the documents.
#[derive(Default)]
struct Options {
    anchor: Option<String>,
    style: Option<String>,
    lang: Option<String>,
    edition: Option<String>,
    accessed: Option<String>,
    quote: Option<String>,
    sic: bool,
    json: bool,
}

pub fn run(arguments: &[String]) -> Result<()> {
    let options = read(arguments)?;
    let corpus = Corpus::new(data::library()?);
    let lang = language(options.lang.as_deref().unwrap_or("nb"))?;
    let wanted = Wanted {
        style: options.style.as_deref().map(style).transpose()?,
        edition: options.edition.as_deref().map(language).transpose()?,
        quote: options.quote,
        sic: options.sic,
        accessed: options.accessed.as_deref().map(day).transpose()?,
    };
    let anchor = options.anchor.context("cite what? Give an anchor or the id of a document")?;
    let cited = answers::cite(&corpus, &anchor, lang, &wanted, today()?);
    let cited = cited.map_err(|NotThere { words, .. }| anyhow!(words))?;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&cited)?);
        return Ok(());
    }
    let forms = [
        ("entry", Some(&cited.entry)),
        ("intext", cited.intext.as_ref()),
        ("narrative", cited.narrative.as_ref()),
        ("note", cited.note.as_ref()),
        ("shortNote", cited.short_note.as_ref()),
        ("quotation", cited.quotation.as_ref()),
    ];
    for (name, form) in forms {
        form.iter().for_each(|form| println!("{name:10} {}", form.text));
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
            "--quote" => &mut options.quote,
            "--sic" => {
                options.sic = true;
                continue;
            }
            "--json" => {
                options.json = true;
                continue;
            }
            flag if flag.starts_with("--") => {
                bail!(
                    "cite takes no `{flag}`, only --style, --lang, --edition, --accessed, --quote, --sic and --json"
                )
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

fn style(code: &str) -> Result<Style> {
    let styles = Style::ALL.map(Style::code).join(", ");
    Style::from_code(code).with_context(|| format!("there is no style `{code}`; there are {styles}"))
}

fn day(text: &str) -> Result<Day> {
    Day::read(text).with_context(|| format!("`{text}` is no day; write it like 2026-11-22"))
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
        refused(&["nss-nato", "--quote", "Sverige og Danmark vinner"], "as they are quoted");
        // What stands in one edition only is not cited from the other.
        refused(&["nss-nato", "--edition", "en", "--quote", "Norge skal"], "in en as they are quoted");
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
