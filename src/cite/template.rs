//! Fills in the templates that the compiler wrote.

use super::run::{Run, push};
use super::{Day, Locator};
use crate::model::{Lang, sign};
use crate::strings::phrases;
use std::str::Chars;

/// What a template leaves open.
pub(super) struct Filling<'a> {
    pub title: &'a str,
    pub author: &'a str,
    pub address: &'a str,
    /// ` [National Security Strategy]`, or nothing.
    pub brackets: &'a str,
    pub locator: &'a Locator,
    pub read: Day,
    pub lang: Lang,
    /// The letter by which two works of a year are told apart.
    pub letter: Option<char>,
}

impl Filling<'_> {
    pub(super) fn fill(&self, template: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut italic = false;
        let mut rest = template.chars();
        while let Some(letter) = rest.next() {
            let mut say = |text: &str| push(&mut runs, text, italic);
            match letter {
                sign::TITLE => say(self.title),
                sign::AUTHOR => say(self.author),
                sign::ITALIC => italic = !italic,
                sign::READ => say(&self.day(rest.next())),
                sign::ADDRESS => runs.push(Run::link(self.address)),
                sign::BRACKETS => {
                    let closing = until(&mut rest, sign::BRACKETS_END);
                    // American quotation marks stand outside of a point; brackets come between the two.
                    let marks = if self.brackets.is_empty() {
                        closing
                    } else {
                        closing.trim_start_matches(['.', ','])
                    };
                    say(marks);
                    say(self.brackets);
                    say(&closing[..closing.len() - marks.len()]);
                }
                sign::PLACE => {
                    let [without, leads @ ..] = [(); 4].map(|()| until(&mut rest, sign::PLACE_NEXT));
                    let after = until(&mut rest, sign::PLACE_END);
                    let (lead, words) = match self.locator {
                        Locator::Nowhere => {
                            say(without);
                            continue;
                        }
                        Locator::Words(words) => (leads[0], words),
                        Locator::Page(page) => (leads[1], page),
                        Locator::Pages(pages) => (leads[2], pages),
                    };
                    say(lead);
                    say(words);
                    say(after);
                }
                sign::LETTER => {
                    let lead = until(&mut rest, sign::LETTER_END);
                    if let Some(letter) = self.letter {
                        say(lead);
                        say(letter.encode_utf8(&mut [0; 4]));
                    }
                }
                other => say(other.encode_utf8(&mut [0; 4])),
            }
        }
        runs
    }

    fn day(&self, way: Option<char>) -> String {
        let phrases = phrases(self.lang);
        let Day(year, month, day) = self.read;
        let name = phrases.month(month);
        match way {
            Some('a') => format!("{name} {day}, {year}"),
            // Names of four letters and less are not shortened, and September to four.
            Some('s') if name.len() > 4 => {
                format!("{day} {}. {year}", &name[..if month == 9 { 4 } else { 3 }])
            }
            Some('s') => format!("{day} {name} {year}"),
            Some('v') => format!("{year} {} {day}", &name[..3]),
            _ => phrases.date(year, month, day),
        }
    }
}

/// What stands before a sign; goes on behind it.
fn until<'a>(rest: &mut Chars<'a>, sign: char) -> &'a str {
    let (before, after) = rest.as_str().split_once(sign).unwrap_or((rest.as_str(), ""));
    *rest = after.chars();
    before
}
