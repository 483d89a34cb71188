//! A list of references: each source once, in order, with the letters that tell works of one author and year apart.

use super::run::{Run, html, text};
use super::{Day, Place, Request, Style, cite, lettered};
use crate::corpus::EditionView;
use crate::model::Lang;

/// The entries of a list. The plain reference names places, so each place has one, in the order given.
pub fn list(places: &[(EditionView, Place)], style: Style, lang: Lang, read: Day) -> Vec<Vec<Run>> {
    if style == Style::Plain {
        let request = |place| Request { place, style, lang, read };
        let cited = places.iter().filter_map(|(view, place)| cite(*view, &request(*place)));
        return cited.map(|citation| citation.entry).collect();
    }
    let request = Request { place: Place::Document, style, lang, read };
    let mut seen: Vec<EditionView> = Vec::new();
    let mut sources = Vec::new();
    for (view, _) in places {
        if !seen.iter().any(|other| std::ptr::eq(other.edition, view.edition)) {
            seen.push(*view);
            sources.extend(cite(*view, &request).map(|citation| (*view, citation)));
        }
    }
    if style != Style::Vancouver {
        sources.sort_unstable_by_key(|(_, citation)| alphabetical(&text(&citation.entry)));
    }
    // How a source is cited in brackets is how its author and year collide.
    let names: Vec<String> = sources.iter().map(|(_, citation)| text(&citation.in_text)).collect();
    let entry = |(at, (view, citation)): (usize, (EditionView, super::Citation))| {
        if style == Style::Vancouver {
            let number = Run::plain(format!("{}. ", at + 1));
            return std::iter::once(number).chain(citation.entry).collect();
        }
        let before = names[..at].iter().filter(|name| **name == names[at]).count();
        let is_alone = before == 0 && !names[at + 1..].contains(&names[at]);
        let letter = (b'a'..=b'z').nth(before).map(char::from).filter(|_| !is_alone);
        lettered(view, &request, letter).map(|citation| citation.entry).unwrap_or_default()
    };
    sources.into_iter().enumerate().map(entry).collect()
}

/// The same as HTML, each entry in a paragraph of its own; word processors indent those of styles that hang.
pub fn list_html(entries: &[Vec<Run>], style: Style) -> String {
    let start = if style.hangs() { "<p style=\"margin-left:2em;text-indent:-2em\">" } else { "<p>" };
    entries.iter().flat_map(|entry| [start.to_owned(), html(entry), "</p>".to_owned()]).collect()
}

/// A text by which entries are put in order: letters and digits alone, å behind ø.
fn alphabetical(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric() || *letter == ' ');
    letters.flat_map(char::to_lowercase).map(|letter| if letter == 'å' { 'ÿ' } else { letter }).collect()
}
