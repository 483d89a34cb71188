//! Lines that stand together, and where such a group is really several: headings, labels, short last lines.

use super::{Group, Sort, Text, begins_small, bullet, ends_sentence, is_credit, names_a_maker, words};

impl Text<'_> {
    /// Lines without a blank line between them, divided where a sign says that something new begins.
    pub(super) fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        let mut apart = true;
        for (at, line) in self.lines.iter().enumerate() {
            if line.is_blank() || self.noise[at].is_some() {
                apart = true;
                continue;
            }
            let has_sign = bullet(line.text) > 0 || line.tabbed;
            let item_above = groups.last().is_some_and(|group| group.sort.is_some());
            // A line that is a paragraph by itself; but an item may go on.
            let by_itself = self.width.is_none() && !(item_above && begins_small(line.text));
            let fresh = apart
                || has_sign
                || line.begins_page
                || by_itself
                || is_credit(line.text) && !self.in_credit(&groups);
            let sort = has_sign.then(|| Sort::Item(bullet(line.text)));
            match groups.last_mut().filter(|_| !fresh) {
                Some(group) => group.lines.push(at),
                None => groups.push(Group { lines: vec![at], apart, is_display: false, sort }),
            }
            apart = false;
        }
        self.drop_lonely_signs(&mut groups);
        groups
    }

    /// Whether the line above describes a picture, so that the maker's name goes on with it.
    fn in_credit(&self, groups: &[Group]) -> bool {
        let above = groups.last().map(|group| self.whole(group)).unwrap_or_default();
        self.width.is_some() && words(&above) <= 20
    }

    /// A dash or a tab before a single line is no list.
    fn drop_lonely_signs(&self, groups: &mut [Group]) {
        for at in 0..groups.len() {
            let sign = |group: Option<&Group>| match group.map(|group| (&group.sort, self.first(group))) {
                Some((Some(Sort::Item(_)), text)) => {
                    text.chars().next().filter(|c| bullet(text) > 0 && !c.is_alphanumeric()).or(Some('\t'))
                }
                _ => None,
            };
            let own = sign(groups.get(at));
            let beside =
                [at.checked_sub(1).and_then(|above| sign(groups.get(above))), sign(groups.get(at + 1))];
            let doubtful = own.is_some_and(|own| ['–', '-', '*', '\t'].contains(&own));
            if doubtful && !beside.contains(&own) {
                groups[at].sort = None;
            }
        }
    }

    /// Headings, labels and short last lines of paragraphs within groups.
    pub(super) fn divided(&self, groups: Vec<Group>) -> Vec<Group> {
        let mut divided = Vec::new();
        for group in groups {
            if group.sort.is_some() || group.lines.len() < 2 {
                divided.push(group);
            } else if names_a_maker(&self.whole(&group)) {
                self.divide_credit(group, &mut divided);
            } else {
                self.divide_paragraphs(group, &mut divided);
            }
        }
        divided
    }

    /// `Side 14`, `Forsiden`: a line of one or two words above the words about a picture.
    fn divide_credit(&self, group: Group, divided: &mut Vec<Group>) {
        let (label, rest) = group.lines.split_at(1);
        let is_label = words(self.text(label[0])) <= 2
            && !ends_sentence(self.text(label[0]))
            && !begins_small(self.text(rest[0]));
        if is_label {
            divided.push(Group { lines: label.to_vec(), sort: Some(Sort::CreditLabel), ..group.clone() });
            divided.push(Group { lines: rest.to_vec(), apart: false, ..group });
        } else {
            divided.push(group);
        }
    }

    fn divide_paragraphs(&self, group: Group, divided: &mut Vec<Group>) {
        let heading = self.heading_lines(&group.lines);
        let mut parts: Vec<Vec<usize>> = Vec::new();
        if heading > 0 {
            parts.extend(self.headings(&group.lines[..heading]));
        }
        parts.push(Vec::new());
        for (index, at) in group.lines.iter().enumerate().skip(heading) {
            if let Some(part) = parts.last_mut() {
                part.push(*at);
            }
            let next = group.lines.get(index + 1);
            if next.is_some_and(|next| self.ends_paragraph(*at, *next)) {
                parts.push(Vec::new());
            }
        }
        for (index, lines) in parts.into_iter().enumerate().filter(|(_, lines)| !lines.is_empty()) {
            let first = lines[0];
            let is_heading =
                group.lines.iter().position(|at| *at == first).is_some_and(|place| place < heading);
            let sort = is_heading.then_some(Sort::Heading);
            divided.push(Group { lines, apart: group.apart && index == 0, is_display: false, sort });
        }
    }

    /// How many lines at the beginning of a group are headings: short without need, without a full stop, and what
    /// follows begins with a capital.
    fn heading_lines(&self, lines: &[usize]) -> usize {
        if begins_small(self.text(lines[0])) {
            return 0;
        }
        let short = lines
            .windows(2)
            .take_while(|pair| self.had_room(pair[0], pair[1]) && !ends_sentence(self.text(pair[0])));
        let mut count = short.count().min(3);
        while count > 0
            && (begins_small(self.text(lines[count])) || self.text(lines[count - 1]).ends_with(','))
        {
            count -= 1;
        }
        count
    }

    /// Two headings may stand on each other: the second begins with a capital, and the first was shorter than need be.
    fn headings(&self, lines: &[usize]) -> Vec<Vec<usize>> {
        let mut headings: Vec<Vec<usize>> = Vec::new();
        for at in lines {
            let above = headings.last().and_then(|heading| heading.last());
            let goes_on = above.is_some_and(|above| {
                begins_small(self.text(*at))
                    || self.width.is_some_and(|width| self.lines[*above].length() as f64 > width / 2.0)
            });
            match headings.last_mut().filter(|_| goes_on) {
                Some(heading) => heading.push(*at),
                None => headings.push(vec![*at]),
            }
        }
        headings
    }

    /// A sentence that ends well before the margin, with a capital below, ends a paragraph.
    fn ends_paragraph(&self, at: usize, next: usize) -> bool {
        let is_short = self.width.is_some_and(|width| (self.lines[at].length() as f64) < width * 0.7);
        is_short && ends_sentence(self.text(at)) && !begins_small(self.text(next))
    }
}
