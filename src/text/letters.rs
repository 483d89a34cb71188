//! Letters: their order, what a keyboard without æ, ø and å gives, and how far two spellings are apart.

use std::cmp::Ordering;

/// A folded word as it may have been typed with the letters of English: å as aa or a, ø as oe or o, æ as ae or a,
/// accents left out. Two spellings of a word have the same coarse form; so have some different words, and whoever
/// compares coarse forms ranks what it finds lower.
pub fn coarse(word: &str, to: &mut String) {
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let (plain, silent) = match letter {
            'a' => ('a', Some(['a', 'e'])),
            'o' => ('o', Some(['e', 'u'])),
            'å' | 'æ' | 'ä' | 'à' | 'á' | 'â' => ('a', None),
            'ø' | 'ö' | 'ò' | 'ó' | 'ô' => ('o', None),
            'é' | 'è' | 'ê' | 'ë' => ('e', None),
            'ü' | 'ú' => ('u', None),
            'z' | 'š' => ('s', None),
            'č' | 'ç' => ('c', None),
            letter => (letter, None),
        };
        to.push(plain);
        if let Some(silent) = silent
            && letters.peek().is_some_and(|next| silent.contains(next))
        {
            letters.next();
        }
    }
}

/// In the order of the Norwegian alphabet, which has æ, ø and å at its end, in that order.
pub fn alphabetical(one: &str, other: &str) -> Ordering {
    let places = |text: &str| -> Vec<u32> { text.chars().map(place).collect() };
    places(one).cmp(&places(other))
}

fn place(letter: char) -> u32 {
    let small = letter.to_lowercase().next().unwrap_or(letter);
    match small {
        'æ' => 'z' as u32 + 1,
        'ø' => 'z' as u32 + 2,
        'å' => 'z' as u32 + 3,
        other => other as u32,
    }
}

/// Whether a word has letters for which others may be typed; if so, its writer had them.
pub fn has_own_letters(word: &str) -> bool {
    word.contains(['æ', 'ø', 'å'])
}

/// Longer words are not compared letter by letter.
pub const LONGEST: usize = 40;

/// How many letters must be added, left out, replaced or swapped with their neighbour to turn one word into the
/// other, if it is no more than `most`. Each letter is touched once at most (optimal string alignment). For coarse forms,
/// whose letters are bytes; another letter counts as two.
pub fn distance(one: &[u8], other: &[u8], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most || one.len().max(other.len()) > LONGEST {
        return None;
    }
    // The last two rows of the table, and the one being filled.
    let mut rows = [[0_usize; LONGEST + 1]; 3];
    for (column, cell) in rows[1].iter_mut().enumerate() {
        *cell = column;
    }
    for (row, letter) in one.iter().enumerate() {
        let [before, above, here] = &mut rows;
        here[0] = row + 1;
        let mut least = row + 1;
        for (column, other_letter) in other.iter().enumerate() {
            let replaced = above[column] + usize::from(letter != other_letter);
            let mut cell = replaced.min(above[column + 1] + 1).min(here[column] + 1);
            if row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *other_letter {
                cell = cell.min(before[column - 1] + 1);
            }
            here[column + 1] = cell;
            least = least.min(cell);
        }
        if least > most {
            return None;
        }
        rows.rotate_left(1);
    }
    Some(rows[1][other.len()]).filter(|distance| *distance <= most)
}

#[cfg(test)]
mod tests {
    use super::{coarse, distance};

    fn typed(word: &str) -> String {
        let mut form = String::new();
        coarse(word, &mut form);
        form
    }

    #[test]
    fn norwegian_letters_are_typed_in_two_ways() {
        for (word, spellings) in [
            ("ubåter", ["ubaater", "ubater"]),
            ("nordområdene", ["nordomraadene", "nordomradene"]),
            ("økonomi", ["oekonomi", "okonomi"]),
            ("sårbarhet", ["saarbarhet", "sarbarhet"]),
            ("hær", ["haer", "har"]),
        ] {
            for spelling in spellings {
                assert_eq!(typed(word), typed(spelling), "{word}");
            }
        }
        assert_ne!(typed("for"), typed("far"));
    }

    #[test]
    fn letters_are_added_left_out_replaced_and_swapped() {
        let apart = |one: &str, other: &str, most: usize| distance(one.as_bytes(), other.as_bytes(), most);
        assert_eq!(apart("ukriana", "ukraina", 2), Some(1));
        assert_eq!(apart("beredskp", "beredskap", 1), Some(1));
        assert_eq!(apart("", "ab", 2), Some(2));
        assert_eq!(apart("ca", "abc", 3), Some(3));
        assert_eq!(apart("kyst", "kost", 0), None);
        assert_eq!(apart("kyst", "kyst", 0), Some(0));
        assert_eq!(apart("kyst", "bastion", 2), None);
        assert_eq!(apart(&"x".repeat(100), &"x".repeat(100), 1), None);
    }
}
