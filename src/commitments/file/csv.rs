//! A table that spreadsheets open rightly by a double click.

use super::{List, Made};
use crate::model::Lang;
use crate::strings::finding;

/// By this spreadsheets know that the letters are UTF-8.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Signs with which a spreadsheet begins to calculate, the wide ones of East Asian keyboards among them.
const FORMULAS: &[char] = &['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

pub(super) fn write(list: &List) -> String {
    // Where the comma stands in numbers, spreadsheets part cells by semicolons.
    let between = if list.lang == Lang::En { ',' } else { ';' };
    let mut text = String::from(BYTE_ORDER_MARK);
    row(&mut text, between, finding(list.lang).commitment_fields.iter().copied());
    for one in list.rows {
        let made = Made::of(list, one);
        let fields = list.fields(one, &made);
        let cells: Vec<String> = fields.iter().map(|field| joined(&field.values)).collect();
        row(&mut text, between, cells.iter().map(String::as_str));
    }
    text
}

fn joined(values: &[(&str, &str)]) -> String {
    let words: Vec<&str> = values.iter().map(|(_, words)| *words).collect();
    words.join(", ")
}

fn row<'a>(text: &mut String, between: char, cells: impl Iterator<Item = &'a str>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(between);
        }
        text.push('"');
        // An apostrophe makes it plain words, for spreadsheets and for people.
        if cell.trim_start_matches(' ').starts_with(FORMULAS) {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}
