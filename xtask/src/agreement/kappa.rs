//! Counts of equal answers, and what they are worth.

use std::collections::{BTreeMap, BTreeSet};

/// The answers of two people to the same questions.
#[derive(Default)]
pub struct Answers {
    count: usize,
    equal: usize,
    /// How often each pair of answers was given, for each label; a single-valued column has the one label "".
    pairs: BTreeMap<String, BTreeMap<(String, String), usize>>,
    /// The sets that were compared, until the labels are known.
    sets: Vec<(BTreeSet<String>, BTreeSet<String>)>,
}

impl Answers {
    pub fn add(&mut self, is_set: bool, first: &str, second: &str) {
        self.count += 1;
        self.equal += usize::from(first == second);
        if is_set {
            let labels = |value: &str| value.split(' ').filter(|id| *id != "-").map(str::to_owned).collect();
            self.sets.push((labels(first), labels(second)));
        } else {
            let pairs = self.pairs.entry(String::new()).or_default();
            *pairs.entry((first.to_owned(), second.to_owned())).or_default() += 1;
        }
    }

    /// How many answers, the share that is equal, and kappa.
    pub fn figures(&self, is_set: bool) -> (usize, f64, f64) {
        let equal = self.equal as f64 / self.count.max(1) as f64;
        let kappa = if is_set { self.mean_over_labels() } else { self.pairs.values().map(kappa).sum() };
        (self.count, equal, kappa)
    }

    fn mean_over_labels(&self) -> f64 {
        let labels: BTreeSet<&String> = self.sets.iter().flat_map(|(one, other)| one.union(other)).collect();
        let (mut sum, mut weight) = (0.0, 0.0);
        for label in labels {
            let mut pairs: BTreeMap<(String, String), usize> = BTreeMap::new();
            let mut given = 0;
            for (one, other) in &self.sets {
                let (one, other) = (one.contains(label), other.contains(label));
                given += usize::from(one) + usize::from(other);
                *pairs.entry((one.to_string(), other.to_string())).or_default() += 1;
            }
            sum += kappa(&pairs) * given as f64;
            weight += given as f64;
        }
        if weight > 0.0 { sum / weight } else { 1.0 }
    }
}

fn kappa(pairs: &BTreeMap<(String, String), usize>) -> f64 {
    let all: usize = pairs.values().sum();
    let share = |count: usize| count as f64 / all.max(1) as f64;
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut second: BTreeMap<&str, usize> = BTreeMap::new();
    let mut equal = 0;
    for ((one, other), count) in pairs {
        *first.entry(one).or_default() += count;
        *second.entry(other).or_default() += count;
        equal += if one == other { *count } else { 0 };
    }
    let chance: f64 = first
        .iter()
        .map(|(answer, count)| share(*count) * share(second.get(answer).copied().unwrap_or(0)))
        .sum();
    if chance < 1.0 { (share(equal) - chance) / (1.0 - chance) } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::Answers;

    /// The worked example of Wikipedia's article: 20, 5, 10, 15 answers give 0.4.
    #[test]
    fn kappa_of_fifty_answers() {
        let mut answers = Answers::default();
        for (first, second, times) in
            [("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)]
        {
            for _ in 0..times {
                answers.add(false, first, second);
            }
        }
        let (count, equal, kappa) = answers.figures(false);
        assert_eq!(count, 50);
        assert!((equal - 0.7).abs() < 1e-9 && (kappa - 0.4).abs() < 1e-9, "{equal} {kappa}");
    }

    #[test]
    fn a_set_is_a_question_for_each_label() {
        let mut answers = Answers::default();
        for (first, second) in [("a b", "a b"), ("a", "a"), ("b", "b"), ("-", "-")] {
            answers.add(true, first, second);
        }
        assert_eq!(answers.figures(true), (4, 1.0, 1.0));
        answers.add(true, "a", "b");
        assert!(answers.figures(true).2 < 0.7);
    }
}
