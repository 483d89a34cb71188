//! Rules about looks: every class is ours by its name, and no style is written where the policy of the pages
//! (design Q6) would drop it.

use super::{Problem, Source};

/// What every class of ours begins with, so that no host page's style meets it.
const PREFIX: &str = "sr-";

pub fn check(source: &Source<'_>) -> Vec<Problem> {
    if source.is_below("www/css") && source.has_ending("css") {
        return sheet(source);
    }
    // Pages of other people, whose classes are theirs.
    if source.is_below("www/examples") {
        return Vec::new();
    }
    if source.is_below("src") || source.is_below("www") {
        return source.lines().flat_map(|(number, line)| markup(source, number, line)).collect();
    }
    Vec::new()
}

fn sheet(source: &Source<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    let plain = without_comments_and_strings(source.text);
    for (number, line) in (1..).zip(plain.split('\n')) {
        for (at, _) in line.match_indices('.') {
            let class: String = line[at + 1..].chars().take_while(|&letter| is_name(letter)).collect();
            if class.starts_with(char::is_alphabetic) && !class.starts_with(PREFIX) {
                problems.push(unprefixed(source, number, &class));
            }
        }
    }
    problems
}

/// The text of a style sheet with comments, strings and `url(…)` blanked out, line by line in place.
fn without_comments_and_strings(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let length = match letter {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => rest[1..].find(letter).map_or(rest.len(), |end| end + 2),
            'u' if rest.starts_with("url(") => rest.find(')').map_or(rest.len(), |end| end + 1),
            _ => 0,
        };
        if length == 0 {
            plain.push(letter);
            rest = &rest[letter.len_utf8()..];
        } else {
            plain.extend(rest[..length].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }));
            rest = &rest[length..];
        }
    }
    plain
}

fn markup(source: &Source<'_>, number: usize, line: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    if line.contains("from_html_unchecked") {
        problems.push(
            source.problem(number, "markup from a string; draw elements, which cannot be injected into"),
        );
    }
    // What `cite` writes as HTML goes to the clipboard and to other programs, which know no style sheet of ours.
    let leaves = source.is_below("src/cite");
    if !leaves && (values(line, "style=").next().is_some() || line.contains("style={")) {
        problems.push(
            source.problem(number, "a style attribute, which the policy of the pages drops; use a class"),
        );
    }
    let words = values(line, "class=").chain(values(line, "classes!(")).flat_map(str::split_whitespace);
    for class in words {
        // What a program puts into a name is not known here; the beginning is.
        let known = class.split('{').next().unwrap_or_default();
        if !known.is_empty() && !known.starts_with(PREFIX) {
            problems.push(unprefixed(source, number, class));
        }
    }
    problems
}

/// The string that follows each mention of `before` in a line, in quotes of either kind, escaped or not.
fn values<'a>(line: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    line.match_indices(before).filter_map(move |(at, _)| {
        // `data-class=` and the like are other things.
        if line[..at].ends_with(|letter: char| is_name(letter)) {
            return None;
        }
        let value = line[at + before.len()..].trim_start_matches('\\');
        let quote = value.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
        value[1..].split([quote, '\\']).next()
    })
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-' || letter == '_'
}

fn unprefixed(source: &Source<'_>, line: usize, class: &str) -> Problem {
    source.problem(line, format!("the class `{class}` does not begin with `{PREFIX}`"))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::expect;

    #[test]
    fn classes_begin_with_the_prefix() {
        expect(
            check,
            &[
                ("www/css/a.css", "p.sr-lede, .sr-x:not(.sr-y) { margin: .5em 1.5em }\n", &[]),
                ("www/css/a.css", "/* .old */ a { background: url(a.svg) }\n", &[]),
                ("www/css/a.css", "@import \"b.css\";\n.lede {}\n", &[":2: the class `lede`"]),
                ("src/ui/a.rs", "html! { <p class=\"sr-a sr-b\" /> }\n", &[]),
                ("src/ui/a.rs", "html! { <p class=\"sr-a b\" /> }\n", &[":1: the class `b`"]),
                ("src/ui/a.rs", "classes!(\"c\", on.then_some(\"sr-d\"))\n", &[":1: the class `c`"]),
                (
                    "src/page/a.rs",
                    "\"<p class=\\\"{class}\\\">\" \"<p class=\\\"x\\\">\"\n",
                    &[":1: the class `x`"],
                ),
                ("src/page/a.rs", "html! { <p data-class=\"x\" class={name} /> }\n", &[]),
                ("tests/a.rs", "class=\"x\"\n", &[]),
                ("www/examples/a.html", "<p class=\"x\">\n", &[]),
                ("www/a.html", "<p class=\"x\">\n", &[":1: the class `x`"]),
            ],
        );
    }

    #[test]
    fn styles_and_markup_from_strings_are_refused() {
        expect(
            check,
            &[
                ("src/ui/a.rs", "html! { <p style=\"color: red\" /> }\n", &[":1: a style attribute"]),
                ("src/ui/a.rs", "html! { <p style={color} /> }\n", &[":1: a style attribute"]),
                ("src/cite/a.rs", "let start = \"<p style='margin: 0'>\";\n", &[]),
                ("src/ui/a.rs", "let style = \"apa\"; citation(style);\n", &[]),
                ("src/ui/a.rs", "Html::from_html_unchecked(text)\n", &[":1: markup from a string"]),
            ],
        );
    }
}
