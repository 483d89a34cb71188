//! Groups that are one paragraph: parted by a page, by noise, or line by line in display type.

use super::{Group, NEARLY_FULL, Sort, Text, begins_small, ends_sentence, is_credit, names_a_maker};

impl Text<'_> {
    /// Puts together what blank lines, pages or noise have parted within a sentence.
    pub(super) fn merged(&self, groups: Vec<Group>) -> Vec<Group> {
        let display = self.display_width(&groups);
        let mut merged: Vec<Group> = Vec::new();
        for (at, group) in groups.iter().enumerate() {
            let goes_on = merged.last().is_some_and(|above| {
                let colon_before = merged
                    .len()
                    .checked_sub(2)
                    .and_then(|before| merged.get(before))
                    .is_some_and(|before| self.last(before).ends_with(':'));
                self.goes_on(above, group, colon_before)
                    || self.goes_on_in_display(above, group, groups.get(at + 1), display[at])
            });
            match merged.last_mut().filter(|_| goes_on) {
                Some(above) => {
                    above.is_display |= group.apart && display[at].is_some();
                    above.lines.extend(&group.lines);
                }
                None => merged.push(group.clone()),
            }
        }
        merged
    }

    fn goes_on(&self, above: &Group, group: &Group, colon_before: bool) -> bool {
        let sorts_allow = group.sort.is_none() && matches!(above.sort, None | Some(Sort::Item(_)));
        let (last, first) = (self.last(above), self.first(group));
        if !sorts_allow || ends_sentence(last) || is_credit(first) || names_a_maker(last) {
            return false;
        }
        let is_cut = last.strip_suffix('-').is_some_and(|word| word.ends_with(char::is_alphanumeric));
        // Below `vil regjeringen:` each line that begins small is an item by itself.
        let is_item = colon_before && begins_small(self.first(above)) && !is_cut;
        let begins_page = group.lines.first().is_some_and(|at| self.lines[*at].begins_page);
        let is_full = self
            .width
            .zip(above.lines.last())
            .is_some_and(|(width, at)| self.lines[*at].length() as f64 > width * NEARLY_FULL);
        begins_small(first) && !is_item || self.is_stub(first) || begins_page && is_full
    }

    /// `Norge. I rammen av …` begins with the last word of a sentence, as only a line can.
    fn is_stub(&self, text: &str) -> bool {
        let mut words = text.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let word = first.strip_suffix('.').unwrap_or_default();
        self.width.is_some()
            && word.chars().count() > 2
            && word.chars().all(char::is_alphabetic)
            && second.starts_with(char::is_uppercase)
            && !second.ends_with('.')
    }

    /// For groups among single lines that blank lines part, of which some go on in the next: how long such lines get.
    fn display_width(&self, groups: &[Group]) -> Vec<Option<f64>> {
        let mut widths = vec![None; groups.len()];
        let is_single = |group: &Group| group.lines.len() == 1 && group.sort.is_none() && group.apart;
        let mut start = 0;
        while start < groups.len() {
            let length = groups[start..].iter().take_while(|group| is_single(group)).count();
            let run = &groups[start..start + length];
            let linked = run.windows(2).filter(|pair| self.goes_on(&pair[0], &pair[1], false)).count();
            if length >= 3 && linked * 2 >= length && self.width.is_some() {
                let longest = run.iter().map(|group| self.lines[group.lines[0]].length()).max().unwrap_or(0);
                widths[start..start + length].fill(Some(longest as f64));
            }
            start += length.max(1);
        }
        widths
    }

    /// In display type a paragraph goes on behind a full stop that stands near the margin.
    fn goes_on_in_display(
        &self,
        above: &Group,
        group: &Group,
        below: Option<&Group>,
        width: Option<f64>,
    ) -> bool {
        let Some((width, last)) = width.zip(above.lines.last()) else { return false };
        let opening = |text: &str| text.split_whitespace().take(2).map(str::to_lowercase).collect::<Vec<_>>();
        let word = self.first(group).split_whitespace().next().unwrap_or_default();
        let needed = self.lines[*last].length() + 1 + word.chars().count();
        above.sort.is_none()
            && below.is_some_and(|below| self.goes_on(group, below, false))
            && needed as f64 >= width * NEARLY_FULL
            // Paragraphs that open alike are paragraphs: `For det andre …`.
            && opening(self.first(above)) != opening(self.first(group))
    }
}
