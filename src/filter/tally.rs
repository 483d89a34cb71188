//! Goes through passages or commitments, says of each whether it is left, and counts what each choice would give.

use super::{Facet, Index, Selection, Values};

/// One walk through a list with a selection.
pub struct Tally {
    /// For each value whether it was chosen, and the bit of its facet.
    chosen: Vec<bool>,
    facets: Vec<u16>,
    /// The facets in which something was chosen, a bit each.
    asked: u16,
    left: u32,
    /// For each value how many of those that are left have it.
    has: Vec<u32>,
    /// For each value how many have it that only a further choice in its facet would bring.
    more: Vec<u32>,
}

impl Tally {
    /// Choices that name nothing are passed over.
    pub fn new(index: &Index, selection: &Selection) -> Self {
        let mut tally = Tally {
            chosen: vec![false; index.len()],
            facets: vec![0; index.len()],
            asked: 0,
            left: 0,
            has: vec![0; index.len()],
            more: vec![0; index.len()],
        };
        for facet in Facet::ALL {
            tally.facets[index.values(facet)].fill(1 << facet as u16);
        }
        for (facet, id) in selection.iter() {
            if let Some(value) = index.find(facet, id) {
                tally.chosen[value as usize] = true;
                tally.asked |= 1 << facet as u16;
            }
        }
        tally
    }

    /// Counts one more, and says whether it is left.
    pub fn add(&mut self, values: &Values) -> bool {
        let values = values.iter().map(|value| *value as usize);
        let met = values.clone().filter(|value| self.chosen[*value]);
        let met = met.fold(0, |met, value| met | self.facets[value]);
        let unmet = self.asked & !met;
        if unmet == 0 {
            self.left += 1;
            values.for_each(|value| self.has[value] += 1);
        } else if unmet.is_power_of_two() {
            values.filter(|value| self.facets[*value] == unmet).for_each(|value| self.more[value] += 1);
        }
        unmet == 0
    }

    /// How many are left.
    pub fn left(&self) -> u32 {
        self.left
    }

    pub fn is_chosen(&self, value: usize) -> bool {
        self.chosen[value]
    }

    /// Whether something was chosen in a facet.
    pub fn asks(&self, facet: Facet) -> bool {
        self.asked & (1 << facet as u16) != 0
    }

    /// How many have a value and meet what was chosen in all other facets.
    pub fn with(&self, value: usize) -> u32 {
        self.has[value] + self.more[value]
    }

    /// How many there would be if a value that is not chosen were chosen too.
    pub fn after(&self, value: usize) -> u32 {
        let begins = self.asked & self.facets[value] == 0;
        if begins { self.has[value] } else { self.left + self.more[value] }
    }
}
