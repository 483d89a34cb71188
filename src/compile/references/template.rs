//! A written reference as a template: what differs from one citation to the next becomes a sign.

use super::engine::{Cited, PAGE, PAGES_PRINTED, WORDS};
use crate::model::sign;

/// Stands behind the title while a reference is written, where a translated title may follow.
pub const AFTER_TITLE: char = '\u{e000}';
/// Stands behind the publisher where the title has the same words.
pub const AFTER_PUBLISHER: char = '\u{e001}';
/// The day read while a reference is written, as JSON and in every way that a style prints it, with the letter that
/// stands for the way. Some processors forget the point after a Norwegian day.
pub const READ: [u16; 3] = [2077, 11, 28];
const READ_PRINTED: [(&str, char); 6] = [
    ("28. november 2077", 'l'),
    ("28 november 2077", 'l'),
    ("28 November 2077", 'l'),
    ("November 28, 2077", 'a'),
    ("28 Nov. 2077", 's'),
    ("2077 Nov 28", 'v'),
];

/// What of a document becomes a sign.
pub struct Fields<'a> {
    pub title: &'a str,
    pub author: &'a str,
}

/// An entry, or a whole text without a place.
pub fn whole(text: &str, fields: &Fields<'_>) -> String {
    let mut text = brackets(text);
    for (printed, way) in READ_PRINTED {
        text = text.replace(printed, &format!("{}{way}", sign::READ));
    }
    // The longer one first: it may hold the other.
    let mut fields = [(fields.title, sign::TITLE), (fields.author, sign::AUTHOR)];
    fields.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    let text = fields.iter().fold(text, |text, (words, sign)| text.replace(words, &sign.to_string()));
    // A style may print the publisher in capitals, which is then no field.
    text.replace(AFTER_PUBLISHER, "")
}

/// A citation with its place. None if the four texts differ in more than that.
pub fn citation(cited: &Cited, fields: &Fields<'_>) -> Option<String> {
    let [none, ..] = cited;
    let parts: Option<Vec<(&str, &str)>> = cited[1..]
        .iter()
        .zip([WORDS, PAGE, PAGES_PRINTED])
        .map(|(text, place)| text.split_once(place))
        .collect();
    let Some(parts) = parts else {
        // The style has no place for it.
        return cited.iter().all(|text| text == none).then(|| whole(none, fields));
    };
    let start = parts.iter().map(|(before, _)| common_start(none, before)).min()?;
    let rest = &none[start..];
    let end = parts.iter().map(|(_, after)| common_end(rest, after)).min()?;
    let (_, after) = parts[0];
    let without = &rest[..rest.len() - end];
    let is_one = parts.iter().all(|(_, other)| *other == after);
    let leads: Vec<String> = parts.iter().map(|(before, _)| whole(&before[start..], fields)).collect();
    let [words, page, pages] = leads.try_into().ok()?;
    let signs = place(without, [&words, &page, &pages], &after[..after.len() - end]);
    is_one.then(|| {
        format!("{}{signs}{}", whole(&none[..start], fields), whole(&rest[rest.len() - end..], fields))
    })
}

/// The signs of a place: what stands there without one, what stands before words, a page, several pages, and after them.
pub fn place(without: &str, leads: [&str; 3], after: &str) -> String {
    let [words, page, pages] = leads;
    let next = sign::PLACE_NEXT;
    format!("{}{without}{next}{words}{next}{page}{next}{pages}{next}{after}{}", sign::PLACE, sign::PLACE_END)
}

/// The ways of saying when something was published, with what stands before the letter of a collision. The year comes
/// last, since it may be a part of another.
const WHEN: [(&str, &str); 6] =
    [("[no date", " "), ("[u.å.", "-"), ("no date", " "), ("uten dato", " "), ("u.å.", "-"), ("n.d.", "-")];

/// A text in which the letter of a collision has its place: after the year, or what stands instead of it.
pub fn with_letter(text: &str, year: u16) -> Option<String> {
    let estimate = format!("[{year}?]");
    let year = year.to_string();
    let when = WHEN.into_iter().chain([(estimate.as_str(), ""), (year.as_str(), "")]);
    let (end, lead) =
        when.filter_map(|(words, lead)| Some((text.find(words)? + words.len(), lead))).next()?;
    let (before, after) = text.split_at(end);
    // The point of an abbreviation is that of the sentence as well; behind a letter it is needed again.
    let (before, lead, after) = match before.strip_suffix('.') {
        Some(short) if after.starts_with(' ') => (short, format!(".{lead}"), format!(".{after}")),
        _ => (before, lead.to_owned(), after.to_owned()),
    };
    Some(format!("{before}{}{lead}{}{after}", sign::LETTER, sign::LETTER_END))
}

fn common_start(one: &str, other: &str) -> usize {
    let pairs = one.char_indices().zip(other.chars());
    pairs.take_while(|((_, a), b)| a == b).last().map_or(0, |((at, letter), _)| at + letter.len_utf8())
}

fn common_end(one: &str, other: &str) -> usize {
    let pairs = one.chars().rev().zip(other.chars().rev());
    pairs.take_while(|(a, b)| a == b).map(|(letter, _)| letter.len_utf8()).sum()
}

/// The place of a translated title: behind the title, its italics and its quotation marks.
fn brackets(text: &str) -> String {
    let Some((before, after)) = text.split_once(AFTER_TITLE) else { return text.to_owned() };
    let mut before = before.to_owned();
    let mut after = after;
    if let Some(rest) = after.strip_prefix(sign::ITALIC) {
        before.push(sign::ITALIC);
        after = rest;
    }
    let is_mark = |letter: char| "»”’".contains(letter);
    let point = after.chars().next().filter(|letter| ".,".contains(*letter));
    let marked = &after[point.map_or(0, char::len_utf8)..];
    let closing = match marked.chars().next().filter(|letter| is_mark(*letter)) {
        Some(mark) => after.len() - marked.len() + mark.len_utf8(),
        None => 0,
    };
    let (closing, rest) = after.split_at(closing);
    format!("{before}{}{closing}{}{rest}", sign::BRACKETS, sign::BRACKETS_END)
}
