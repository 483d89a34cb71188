//! Rules about lines: how they end, how many there are, and that none of them names a folder of somebody's machine.

use super::{Problem, Source};
use crate::data;

/// A file that is longer wants to be two.
const LONGEST: usize = 400;

pub fn check(source: &Source<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (number, line) in source.lines() {
        if line.ends_with('\r') {
            problems.push(
                source.problem(number, "the line ends with a carriage return; lines end with LF alone"),
            );
        } else if line.ends_with([' ', '\t']) {
            problems.push(source.problem(number, "white space at the end of the line"));
        }
        if line.contains('\t') && source.has_ending("rs") {
            problems.push(source.problem(number, "a tab; rustfmt writes spaces"));
        }
        if let Some(folder) = machine_path(line) {
            problems.push(source.problem(number, format!("`{folder}` is a folder of one machine only")));
        }
    }
    if !source.text.is_empty() && !source.text.ends_with('\n') {
        problems.push(source.problem(source.lines().count(), "the last line does not end"));
    }
    let length = source.text.lines().count();
    if length > LONGEST && !source.is_below("data") {
        problems.push(source.problem(0, format!("{length} lines; over {LONGEST} a file is two files")));
    }
    problems
}

/// A folder in which people keep their checkouts, if a line names one.
fn machine_path(line: &str) -> Option<String> {
    let homes = ["home", "root", "Users"].map(|name| format!("/{name}/"));
    let own = [Some(data::root().to_path_buf()), std::env::home_dir()];
    // A folder at the very top would be found in innocent addresses, too.
    let own = own.into_iter().flatten().filter(|folder| folder.components().count() > 2);
    let folders = homes.into_iter().chain(own.map(|folder| format!("{}/", folder.display())));
    folders.into_iter().find(|folder| {
        line.match_indices(folder.as_str()).any(|(at, _)| {
            let before = line[..at].chars().next_back();
            !before.is_some_and(|letter| letter.is_alphanumeric() || "./*-_}".contains(letter))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::tidy::expect;

    #[test]
    fn lines_end_and_are_not_too_many() {
        let long = "x\n".repeat(401);
        let home = format!("see /{}/me/x\n", "home");
        let address = format!("https://example.org/{}/x\n", "home");
        expect(
            check,
            &[
                ("src/a.rs", "fn a() {}\n", &[]),
                ("src/a.rs", "", &[]),
                ("src/a.rs", "a \nb\t\n", &[":1: white space", ":2: white space", ":2: a tab"]),
                ("www/a.css", "a\r\nb", &[":1: the line ends with a carriage", ":2: the last line"]),
                ("src/a.rs", &long, &["src/a.rs: 401 lines"]),
                ("data/a.md", &long, &[]),
                ("README.md", &home, &[":1: `/"]),
                ("README.md", &address, &[]),
            ],
        );
    }
}
