//! A list of objects for programs. Ids instead of words where the vocabularies have them; what is not said is left out.

use super::{List, Made};

pub(super) fn write(list: &List) -> String {
    let mut text = String::from("[");
    for (index, one) in list.rows.iter().enumerate() {
        text.push_str(if index > 0 { ",\n{" } else { "\n{" });
        let made = Made::of(list, one);
        let mut first = true;
        for field in list.fields(one, &made) {
            let values: Vec<&str> =
                field.values.iter().map(|(value, _)| *value).filter(|value| !value.is_empty()).collect();
            if values.is_empty() {
                continue;
            }
            if !std::mem::take(&mut first) {
                text.push_str(", ");
            }
            string(&mut text, field.key);
            text.push_str(if field.many { ": [" } else { ": " });
            for (index, value) in values.iter().enumerate() {
                if index > 0 {
                    text.push_str(", ");
                }
                string(&mut text, value);
            }
            if field.many {
                text.push(']');
            }
        }
        text.push('}');
    }
    text.push_str("\n]\n");
    text
}

fn string(text: &mut String, value: &str) {
    text.push('"');
    for letter in value.chars() {
        match letter {
            '"' | '\\' => {
                text.push('\\');
                text.push(letter);
            }
            // Nothing of ours has them; they are shown as a space rather than spelled out.
            '\0'..='\u{1f}' => text.push(' '),
            letter => text.push(letter),
        }
    }
    text.push('"');
}
