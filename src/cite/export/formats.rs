//! The formats, each a list of fields and the signs that mean something in it.

use super::source::Source;
use crate::model::{DocumentKind, Lang};
use crate::strings::{citing, phrases};

/// Writes the fields that have a value, with what stands before the name, behind it, and behind the value.
fn fields(list: &[(&str, String)], [before, between, after]: [&str; 3]) -> String {
    let mut written = String::new();
    for (name, value) in list.iter().filter(|(_, value)| !value.is_empty()) {
        written.extend([before, name, between, value, after]);
    }
    written
}

fn is_report(source: &Source) -> bool {
    source.document.kind == DocumentKind::Report
}

fn site(source: &Source) -> String {
    if is_report(source) { String::new() } else { source.document.site().unwrap_or_default() }
}

fn address(source: &Source) -> String {
    source.document.source.clone().unwrap_or_default()
}

const IN_BRACES: [&str; 3] = ["  ", " = {", "},\n"];

pub fn bibtex(source: &Source) -> String {
    let phrases = phrases(source.lang);
    let title = format!("{{{}{}}}", tex(source.title), tex(&source.brackets));
    let author = format!("{{{}}}", tex(source.author));
    let month = source.document.issued.day.map(|(month, _)| phrases.month(month)).unwrap_or_default();
    let year = source
        .estimate()
        .map(|year| format!("ca. {year}"))
        .unwrap_or_else(|| source.date("").chars().take(4).collect());
    let (sort, place, url, link) = match is_report(source) {
        true => ("techreport", author.clone(), address(source), String::new()),
        false => ("misc", String::new(), String::new(), address(source)),
    };
    let link = if link.is_empty() { link } else { format!("\\url{{{}}}", in_braces(&link)) };
    let read = phrases.date(source.read.0, source.read.1, source.read.2);
    let read = (citing(source.lang).read_on)(&read);
    let note: Vec<String> =
        source.undated().into_iter().chain([read.trim_matches(['(', ')']).to_owned()]).collect();
    let list = [
        ("author", author),
        ("title", title),
        ("institution", place),
        ("howpublished", link),
        ("year", year),
        ("month", month.to_owned()),
        ("url", in_braces(&url)),
        ("note", tex(&note.join(", "))),
        ("annote", tex(&source.places)),
    ];
    format!("@{sort}{{{},\n{}}}\n", source.key, fields(&list, IN_BRACES))
}

pub fn biblatex(source: &Source) -> String {
    let in_two = |words: &str| format!("{{{}}}", tex(words));
    let language = match source.document.original().lang {
        Lang::Nb => "norsk",
        Lang::Nn => "nynorsk",
        Lang::En => "english",
    };
    let (sort, kind, place) = match is_report(source) {
        true => ("report", if source.lang == Lang::En { "report" } else { "rapport" }, in_two(source.author)),
        false => ("online", "", String::new()),
    };
    let more = source.brackets.trim_start_matches(" [").trim_end_matches(']');
    let date = source.estimate().map(|year| format!("{year}~")).unwrap_or_else(|| source.date("-"));
    let has_address = source.document.source.is_some();
    let list = [
        ("author", in_two(source.author)),
        ("title", in_two(source.title)),
        ("titleaddon", tex(more)),
        ("type", kind.to_owned()),
        ("institution", place),
        ("organization", tex(&site(source))),
        ("date", date),
        ("url", in_braces(&address(source))),
        ("urldate", if has_address { source.read_on("-") } else { String::new() }),
        ("langid", language.to_owned()),
        ("note", tex(&source.undated().unwrap_or_default())),
        ("annotation", tex(&source.places)),
    ];
    format!("@{sort}{{{},\n{}}}\n", source.key, fields(&list, IN_BRACES))
}

pub fn ris(source: &Source) -> String {
    let date = source.date("/");
    let year: String = match source.estimate() {
        Some(year) => format!("ca. {year}"),
        None => date.chars().take(4).collect(),
    };
    let whole = |date: String| if date.len() > 4 { date + "/" } else { String::new() };
    let notes: Vec<String> = source
        .undated()
        .into_iter()
        .chain((!source.places.is_empty()).then(|| source.places.clone()))
        .collect();
    let has_address = source.document.source.is_some();
    let list = [
        ("TY", if is_report(source) { "RPRT" } else { "ELEC" }.to_owned()),
        ("ID", source.key.clone()),
        ("AU", one_line(source.author)),
        ("TI", one_line(&format!("{}{}", source.title, source.brackets))),
        ("TT", one_line(source.translated.unwrap_or_default())),
        ("T2", one_line(&site(source))),
        ("PY", year),
        ("DA", whole(date)),
        ("PB", one_line(if is_report(source) { source.author } else { "" })),
        ("LA", source.document.original().lang.code().to_owned()),
        ("UR", address(source)),
        ("Y2", if has_address { whole(source.read_on("/")) } else { String::new() }),
        ("N1", one_line(&notes.join("; "))),
    ];
    fields(&list, ["", "  - ", "\r\n"]) + "ER  - \r\n"
}

pub fn csl_json(source: &Source) -> String {
    let issued = &source.document.issued;
    let parts =
        |date: String| date.split('-').map(|part| part.trim_start_matches('0')).collect::<Vec<_>>().join(",");
    let date = match source.estimate() {
        Some(year) => format!("{{\"date-parts\":[[{year}]],\"circa\":true}}"),
        None if issued.circa => String::new(),
        None => format!("{{\"date-parts\":[[{}]]}}", parts(source.date("-"))),
    };
    let language = match source.document.original().lang {
        Lang::Nb => "nb-NO",
        Lang::Nn => "nn-NO",
        Lang::En => "en-GB",
    };
    let read = match source.document.source {
        Some(_) => format!("{{\"date-parts\":[[{}]]}}", parts(source.read_on("-"))),
        None => String::new(),
    };
    let list = [
        ("type", quoted(if is_report(source) { "report" } else { "webpage" })),
        ("author", format!("[{{\"literal\":{}}}]", quoted(source.author))),
        ("title", quoted(&format!("{}{}", source.title, source.brackets))),
        ("title-short", quoted(source.title)),
        ("container-title", some_quoted(&site(source))),
        ("publisher", if is_report(source) { quoted(source.author) } else { String::new() }),
        ("issued", date),
        ("URL", some_quoted(&address(source))),
        ("accessed", read),
        ("language", quoted(language)),
        ("annote", some_quoted(&source.places)),
    ];
    format!("{{\"id\":{}{}}}", quoted(&source.key), fields(&list, [",\"", "\":", ""]))
}

/// A reference of the Wikipedia in the language. Norwegian ones have no field for a place that is not a page.
pub fn wikipedia(source: &Source) -> String {
    let (date, read) = (source.date("-"), source.read_on("-"));
    let estimate = source.estimate().map(|year| format!("ca. {year}"));
    let title = wiki(&format!("{}{}", source.title, source.brackets));
    let lang = source.document.original().lang.code();
    let foreign = |own: bool| if own { String::new() } else { lang.to_owned() };
    let has_address = source.document.source.is_some();
    let some = |value: &str| if has_address { value.to_owned() } else { String::new() };
    let behind = if source.places.is_empty() { String::new() } else { format!(" {}.", source.places) };
    let (author, site, url) = (wiki(source.author), wiki(&site(source)), source_address(source));
    match source.lang {
        Lang::Nb if !has_address => {
            let list = [
                ("tittel", title),
                ("forfatter", author.clone()),
                ("utgivelsesår", estimate.unwrap_or_else(|| source.date("-").chars().take(4).collect())),
                ("forlag", author),
                ("språk", foreign(lang != "en")),
            ];
            template("Kilde bok", &list) + &behind + "\n"
        }
        Lang::Nb => {
            let list = [
                ("url", url),
                ("tittel", title),
                ("besøksdato", read),
                ("utgiver", author),
                ("verk", site),
                ("dato", estimate.unwrap_or(date)),
                ("språk", foreign(lang != "en")),
            ];
            template("Kilde www", &list) + &behind + "\n"
        }
        Lang::Nn => {
            let list = [
                ("url", url),
                ("tittel", title),
                ("utgjevar", author),
                ("dato", estimate.unwrap_or(date)),
                ("vitja", some(&read)),
                ("språk", foreign(lang != "en")),
            ];
            template("Kjelde www", &list) + &behind + "\n"
        }
        Lang::En => {
            let phrases = phrases(Lang::En);
            let issued = &source.document.issued;
            let date = match issued.day {
                Some((month, day)) if !issued.circa => phrases.date(issued.year, month, day),
                _ if issued.circa => source.estimate().map_or("n.d.".to_owned(), |year| format!("c. {year}")),
                _ => date,
            };
            let read = phrases.date(source.read.0, source.read.1, source.read.2);
            let name = if is_report(source) { "cite report" } else { "cite web" };
            let list = [
                ("author", author.clone()),
                ("title", wiki(source.title)),
                ("trans-title", wiki(source.translated.unwrap_or_default())),
                ("others", source.unofficial().unwrap_or_default().to_owned()),
                ("date", date),
                ("publisher", if is_report(source) { author } else { String::new() }),
                ("website", site),
                ("url", url),
                ("access-date", some(&read)),
                ("language", foreign(lang == "en")),
                ("at", wiki(&source.places)),
            ];
            template(name, &list) + "\n"
        }
    }
}

fn template(name: &str, list: &[(&str, String)]) -> String {
    format!("{{{{{name}{}}}}}", fields(list, [" |", "=", ""]))
}

fn source_address(source: &Source) -> String {
    address(source).replace('|', "%7C")
}

/// The signs of TeX, harmless.
fn tex(text: &str) -> String {
    let mut written = String::new();
    for letter in text.chars() {
        match letter {
            '&' | '%' | '#' | '_' | '$' | '{' | '}' => written.extend(['\\', letter]),
            '\\' => written += "\\textbackslash{}",
            '~' => written += "\\textasciitilde{}",
            '^' => written += "\\textasciicircum{}",
            _ => written.push(letter),
        }
    }
    written
}

/// An address whose own braces do not end a field.
fn in_braces(address: &str) -> String {
    address.replace('{', "%7B").replace('}', "%7D")
}

/// A field of RIS ends with its line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn wiki(text: &str) -> String {
    text.replace('|', "{{!}}").replace('[', "&#91;").replace(']', "&#93;")
}

fn some_quoted(text: &str) -> String {
    if text.is_empty() { String::new() } else { quoted(text) }
}

/// A string of JSON.
fn quoted(text: &str) -> String {
    let mut written = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            letter if letter < ' ' => written.push(' '),
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}
