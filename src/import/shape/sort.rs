//! What sort of block a group seems to be, and why.

use super::super::line::Line;
use super::{Group, Shape, Sort, Text, begins_small, ends_sentence, names_a_maker, width, words};

impl Text<'_> {
    pub(super) fn sorted(&self, groups: Vec<Group>) -> Vec<Shape> {
        let mut shapes: Vec<Shape> = Vec::new();
        let mut items_open = None;
        for (at, group) in groups.iter().enumerate() {
            let (sort, why) = self.sort(&groups, at, &mut items_open);
            let begins_page = group.lines.first().is_some_and(|at| self.lines[*at].begins_page);
            shapes.push(Shape { lines: group.lines.clone(), sort, why: why.to_owned(), begins_page });
        }
        shapes
    }

    fn sort(&self, groups: &[Group], at: usize, opening: &mut Option<Opening>) -> (Sort, &'static str) {
        let group = &groups[at];
        let whole = self.whole(group);
        let first_word = || whole.split_whitespace().next().unwrap_or_default().to_lowercase();
        let after_colon = at.checked_sub(1).is_some_and(|above| self.last(&groups[above]).ends_with(':'));
        let next_opens_alike = groups.get(at + 1).is_some_and(|next| {
            self.first(next).to_lowercase().split_whitespace().next() == Some(&first_word())
        });
        let begins = match begins_small(&whole) {
            true => Opening::Small,
            false => Opening::Word(first_word()),
        };
        let is_parallel = after_colon && (next_opens_alike || begins == Opening::Small)
            || opening.as_ref() == Some(&begins);
        match &group.sort {
            Some(Sort::Item(sign)) => {
                *opening = None;
                return (Sort::Item(*sign), "a sign of a list stands before it");
            }
            Some(Sort::CreditLabel) => {
                return (Sort::CreditLabel, "a short line above the words about a picture");
            }
            Some(sort) => {
                *opening = None;
                return (sort.clone(), "a short line without a full stop directly above a paragraph");
            }
            None => {}
        }
        if is_parallel && group.sort.is_none() && words(&whole) <= 40 && !self.begins_other(group) {
            *opening = Some(begins);
            return (Sort::Item(0), "short paragraphs that open alike follow a colon");
        }
        *opening = None;
        if names_a_maker(&whole) && words(&whole) <= 40 {
            return (Sort::Credit, "it says who made a picture");
        }
        if is_date_line(&whole) {
            return (Sort::DateLine, "a place and a day");
        }
        if group.is_display {
            return (Sort::Lede, "its lines are parted by blank lines, as in display type");
        }
        if self.is_heading(groups, at, &whole) {
            return (Sort::Heading, "a short line without a full stop");
        }
        (Sort::Paragraph, "")
    }

    /// Whether the group begins on a new page, where a list that has no signs is at its end.
    fn begins_other(&self, group: &Group) -> bool {
        group.lines.first().is_some_and(|at| self.lines[*at].begins_page)
    }

    fn is_heading(&self, groups: &[Group], at: usize, whole: &str) -> bool {
        let group = &groups[at];
        let pairs = group.lines.windows(2);
        let is_short = group.lines.len() == 1
            || group.lines.len() <= 3 && pairs.into_iter().all(|pair| self.had_room(pair[0], pair[1]));
        let is_last = at + 1 == groups.len();
        is_short
            && !is_last
            && words(whole) <= 16
            && !ends_sentence(whole)
            && !whole.ends_with(',')
            && !begins_small(whole)
    }
}

/// How the items of a list that has no signs begin.
#[derive(PartialEq)]
enum Opening {
    /// With a small letter.
    Small,
    /// All with the same word.
    Word(String),
}

/// What blocks are beside each other, once it is known which of them are footnotes.
pub(in crate::import) fn settle(shapes: &mut [Shape], lines: &[Line], noise: &[Option<&str>]) {
    if width(lines, noise).is_none() {
        mark_kickers(shapes);
    }
    let ends_with_colon = |shape: &Shape| shape.lines.last().is_some_and(|at| lines[*at].text.ends_with(':'));
    for at in 0..shapes.len() {
        let (above, own) = shapes.split_at_mut(at);
        let Some(own) = own.first_mut().filter(|own| matches!(own.sort, Sort::Item(_))) else { continue };
        match above.last_mut() {
            Some(above) if matches!(above.sort, Sort::Item(_) | Sort::Heading) => {}
            Some(above) if !matches!(above.sort, Sort::Footnote(_)) => {
                let colon = ends_with_colon(above);
                let why = if colon {
                    "a list follows its colon"
                } else {
                    "a list follows; see whether it leads to it"
                };
                above.why = why.to_owned();
                above.sort = Sort::LeadIn;
            }
            _ => {
                own.sort = Sort::Paragraph;
                own.why = "it looks like an item, but nothing leads to a list here".to_owned();
            }
        }
    }
}

/// On a web page, of headings directly above each other only the last is one; the title apart.
fn mark_kickers(shapes: &mut [Shape]) {
    for at in 1..shapes.len().saturating_sub(1) {
        if shapes[at].sort == Sort::Heading && shapes[at + 1].sort == Sort::Heading {
            shapes[at].sort = Sort::Kicker;
            shapes[at].why =
                "a short line above a heading; perhaps a link, or the text of a picture".to_owned();
        }
    }
}

/// `Oslo, 31. august 2017`
fn is_date_line(text: &str) -> bool {
    const MONTHS: [&str; 22] = [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
        "january",
        "february",
        "march",
        "may",
        "june",
        "july",
        "october",
        "december",
        "sept.",
        "okt.",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_year =
        |word: &str| word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1800..2200).contains(&year));
    let is_day =
        |word: &str| word.trim_end_matches('.').parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    (2..=7).contains(&words.len())
        && words.last().is_some_and(|word| is_year(word.trim_end_matches('.')))
        && words.iter().any(|word| MONTHS.contains(&word.to_lowercase().as_str()))
        && words.iter().any(|word| is_day(word))
}
