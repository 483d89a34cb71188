//! A list for notes and documents, in the groups that are seen.

use super::List;
use crate::commitments::{Row, group_name, groups};
use crate::strings::{finding, phrases};

pub(super) fn write(list: &List) -> String {
    let mut text = format!(
        "# {}\n\n{}\n",
        phrases(list.lang).commitments,
        (finding(list.lang).commitment_count)(list.rows.len())
    );
    if !list.chosen.is_empty() {
        text.push('\n');
        push(&mut text, list.chosen);
        text.push('\n');
    }
    for (_, rows) in groups(list.rows, list.group) {
        text.push_str("\n## ");
        push(&mut text, group_name(list.corpus, &rows[0], list.group, list.lang));
        text.push_str("\n\n");
        rows.iter().for_each(|row| item(list, row, &mut text));
    }
    text
}

fn item(list: &List, row: &Row, text: &mut String) {
    let phrases = finding(list.lang);
    let (lead_in, words) = row.view.commitment_words(row.commitment);
    text.push_str("- ");
    if let Some(lead_in) = lead_in {
        push(text, lead_in);
        text.push(' ');
    }
    push(text, words);
    text.push_str(" (");
    push(text, phrases.strengths[row.commitment.strength as usize]);
    text.push_str("; ");
    let actor =
        row.commitment.actor.and_then(|actor| list.corpus.vocabulary().actors.get(usize::from(actor)));
    push(text, actor.map_or(phrases.not_named, |actor| actor.name.get(list.lang)));
    text.push_str("; ");
    let mut place = String::new();
    push(&mut place, &row.view.edition.title);
    if let Some(heading) = row.heading() {
        place.push_str(", ");
        push(&mut place, heading);
    }
    match (list.link)(row) {
        Some(link) => text.push_str(&format!("[{place}](<{}>)", link.replace(['<', '>'], ""))),
        None => text.push_str(&place),
    }
    text.push_str(")\n");
}

/// Words that stay words: every sign that could mean something is kept from it.
fn push(text: &mut String, words: &str) {
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~' | '!') {
            text.push('\\');
        }
        text.push(if letter.is_control() { ' ' } else { letter });
    }
}
