//! Lines that belong to the page and not to the text: page numbers, running titles, names of files, ornaments.

use super::line::Line;
use std::collections::BTreeMap;

/// For each line why it is noise; none for lines of the text.
pub(super) fn find(lines: &[Line]) -> Vec<Option<&'static str>> {
    let mut noise: Vec<Option<&'static str>> = (0..lines.len()).map(|at| obvious(lines, at)).collect();
    // Headings may be repeated, too, and have numbers: only the end of a page beside it gives a running title away.
    let repeated = repeated_titles(lines);
    for at in 0..lines.len() {
        let at_end = is_at_page_end(lines, &noise, at);
        if noise[at].is_some() || !is_alone(lines, at) || !at_end && !lines[at].begins_page {
            continue;
        }
        if repeated.get(&without_digits(lines[at].text)).is_some_and(|count| *count >= 3) {
            noise[at] = Some("running title");
        } else if at_end && is_numbered_title(lines[at].text) {
            noise[at] = Some("running title and page number, probable");
        }
    }
    noise
}

fn obvious(lines: &[Line], at: usize) -> Option<&'static str> {
    let text = lines[at].text;
    match () {
        () if text.is_empty() => None,
        () if !text.chars().any(char::is_alphanumeric) => Some("ornament"),
        () if is_file_name(text) => Some("name of a file"),
        () if is_alone(lines, at) && is_page_number(text) => Some("page number"),
        () => None,
    }
}

/// Whether blank lines stand on both sides, or the end of a page.
fn is_alone(lines: &[Line], at: usize) -> bool {
    let above = at.checked_sub(1).is_none_or(|above| lines[above].is_blank()) || lines[at].begins_page;
    let below = lines.get(at + 1).is_none_or(|below| below.is_blank() || below.begins_page);
    above && below
}

/// `17`, `– 17 –`, `Side 17 av 30`, `17/30`.
fn is_page_number(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let number = |word: &str| word.len() <= 4 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let words: Vec<&str> =
        bare.split(|c: char| c.is_whitespace() || c == '/').filter(|word| !word.is_empty()).collect();
    let words = match words.first().map(|word| word.to_lowercase()).as_deref() {
        Some("side" | "page" | "s." | "p.") => &words[1..],
        _ => &words[..],
    };
    match words {
        [page] => number(page),
        [page, pages] => number(page) && number(pages) && text.contains('/'),
        [page, of, pages] => number(page) && number(pages) && ["av", "of", "/"].contains(of),
        _ => false,
    }
}

fn is_file_name(text: &str) -> bool {
    const ENDINGS: [&str; 8] = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf", ".eps"];
    let lower = text.to_lowercase();
    !text.contains(char::is_whitespace)
        && !text.contains("://")
        && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Short lines by themselves, digits apart, with how often they occur.
fn repeated_titles(lines: &[Line]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for at in 0..lines.len() {
        let title = without_digits(lines[at].text);
        if is_alone(lines, at)
            && title.chars().any(char::is_alphabetic)
            && lines[at].length() <= 80
            && !ends_sentence(lines[at].text)
        {
            *counts.entry(title).or_insert(0) += 1;
        }
    }
    counts
}

fn without_digits(text: &str) -> String {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| c.is_ascii_digit()))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A few words with a number behind them: `Nasjonal sikkerhetsstrategi 17`. A number before them may be a footnote's.
fn is_numbered_title(text: &str) -> bool {
    let number = |word: &str| word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    (2..=7).contains(&text.split_whitespace().count())
        && text.split_whitespace().next_back().is_some_and(number)
}

/// Whether a page ends or begins beside a line: a form feed, or another line that belongs to the page.
fn is_at_page_end(lines: &[Line], noise: &[Option<&str>], at: usize) -> bool {
    let written = |index: &usize| !lines[*index].is_blank();
    let of_page =
        |index: usize| noise[index].is_some_and(|why| why.starts_with("page") || why.starts_with("running"));
    let below = (at + 1..lines.len()).find(written);
    let above = (0..at).rev().find(written);
    below.is_none_or(|below| lines[below].begins_page || of_page(below)) || above.is_some_and(of_page)
}

/// Whether a sentence, or what leads to a list, ends with the text.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['»', '”', '"', '’', '\'', ')', ']']).ends_with(['.', '!', '?', ':', ';', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let lines = super::super::line::lines(text);
        let noise = find(&lines);
        let found: Vec<&str> =
            lines.iter().zip(&noise).filter(|(_, why)| why.is_some()).map(|(line, _)| line.text).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn page_numbers_stand_alone() {
        check("En tekst.\n\n6\n\nMer tekst.\n", &["6"]);
        check("En tekst.\n\n– 6 –\n\nSide 7 av 12\n\n8/12\n", &["– 6 –", "Side 7 av 12", "8/12"]);
        check("Side 6\nEn gutt. Foto: NTB\n", &[]);
        check("I år\n2025\nvar det slik.\n", &[]);
        check("Mål 2\n\nTekst.\n", &[]);
    }

    #[test]
    fn running_titles_are_repeated_or_stand_beside_noise() {
        check("\x0cVår plan\n\nA.\n\x0cVår plan\n\nB.\n\x0cVår plan\n\nC.\n", &["Vår plan"; 3]);
        // Headings that are repeated or numbered are none.
        check("Mål 1\n\nTekst.\n\nMål 2\n\nTekst.\n\nMål 3\n\nTekst.\n", &[]);
        check("Tekst.\n\n1\n\nVår plan 17\n\nTekst.\n", &["1", "Vår plan 17"]);
        check("Tekst.\n\nVår plan 17\n\x0cTekst.\n", &["Vår plan 17"]);
        check("Tekst2.\n\n2 CERT: et lag\n\x0cTekst.\n", &[]);
    }

    #[test]
    fn files_and_ornaments_are_noise() {
        check("FN@2x.png\n\n* * *\n\nSe https://example.org/a.png\n", &["FN@2x.png", "* * *"]);
    }
}
