//! Whole editions wrapped into lines as a PDF would have them, words cut at line ends: more line ends than the five
//! sources have, and of English too.

use strategy_reader::model::{Block, Edition, Kind};

/// What has become of the hyphens at line ends.
#[derive(Clone, Copy, PartialEq)]
pub enum Hyphens {
    /// They are there.
    Kept,
    /// They are lost, and all other lines end with a space.
    LostAmongSpaces,
    /// They are lost, and nothing shows it.
    Lost,
}

pub const ALL: [(Hyphens, &str); 3] = [
    (Hyphens::Kept, "hyphens kept"),
    (Hyphens::LostAmongSpaces, "hyphens lost, spaces kept"),
    (Hyphens::Lost, "hyphens lost, spaces too"),
];

const WIDTH: usize = 72;

/// The edition as an extracted text: lines of one width, blank lines between blocks, bullets before items.
pub fn wrapped(edition: &Edition, hyphens: Hyphens) -> String {
    let blocks: Vec<String> = edition.blocks.iter().map(|block| wrap(block, hyphens)).collect();
    blocks.join("\n\n") + "\n"
}

fn wrap(block: &Block, hyphens: Hyphens) -> String {
    let text = match block.kind {
        Kind::ListItem => format!("• {}", block.text.plain),
        _ => block.text.plain.clone(),
    };
    let space = if hyphens == Hyphens::Lost { "" } else { " " };
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ') {
        let room = WIDTH.saturating_sub(line.chars().count() + 1);
        if line.is_empty() || word.chars().count() <= room {
            line = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        } else if let Some(at) = cut(word, room) {
            let own = word[..at].ends_with('-');
            let sign = if own || hyphens != Hyphens::Kept { "" } else { "-" };
            lines.push(format!("{line} {}{sign}", &word[..at]));
            line = word[at..].to_owned();
        } else {
            lines.push(line + space);
            line = word.to_owned();
        }
    }
    lines.push(line);
    lines.join("\n")
}

/// The last place within the room at which a word may be cut: behind its hyphen, or between two syllables.
fn cut(word: &str, room: usize) -> Option<usize> {
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let is_vowel = |c: char| "aeiouyæøåéAEIOUYÆØÅ".contains(c);
    (2..letters.len().saturating_sub(2).min(room)).rev().find_map(|at| {
        let [before, here, behind] = [letters[at - 1].1, letters[at].1, letters[at + 1].1];
        let is_hyphen = before == '-' && here.is_alphabetic();
        let is_syllable = letters.iter().all(|(_, c)| c.is_alphabetic() || ".,;:".contains(*c))
            && letters[..at].iter().any(|(_, c)| is_vowel(*c))
            && before.is_alphabetic()
            && !is_vowel(here)
            && is_vowel(behind)
            && here.is_lowercase();
        (is_hyphen || is_syllable).then_some(letters[at].0)
    })
}
