//! `agreement`: how far two people who tagged the same text blindly agree, and whether every difference was decided.
//!
//! Cohen's kappa, (p − e) / (1 − e), where p is the share of equal answers and e the share to be expected if both had
//! answered at random with their own frequencies (J. Cohen, "A coefficient of agreement for nominal scales",
//! Educational and Psychological Measurement 20, 1960). Where several answers are allowed (themes, addressed) each
//! label is a yes-or-no question of its own, and the mean over the labels that occur is printed, weighted by how often
//! they do. Strength, binds and actor are compared where both call the sentence a commitment.

mod kappa;
mod tables;

use crate::data;
use anyhow::{Result, bail, ensure};
use kappa::Answers;
use std::collections::BTreeMap;
use tables::{Cell, Hands};

/// The columns in which the two are compared, and whether a value is a set.
const COLUMNS: [(&str, bool); 9] = [
    ("theme", false),
    ("themes", true),
    ("addressed", true),
    ("kind", false),
    ("strength", false),
    ("binds", false),
    ("actor", false),
    ("asks", true),
    ("own themes", true),
];

pub fn run(arguments: &[String]) -> Result<()> {
    let is_list = match arguments {
        [] => false,
        [flag] if flag == "--list" => true,
        [stray, ..] => bail!("agreement takes --list, not `{stray}`"),
    };
    let mut answers: BTreeMap<&str, Answers> = BTreeMap::new();
    let mut differences = Vec::new();
    let mut undecided = Vec::new();
    for document in tables::documents(&data::folder())? {
        let hands = Hands::read(&document)?;
        for (column, is_set) in COLUMNS {
            for (cell, first, second) in hands.compared(column) {
                answers.entry(column).or_default().add(is_set, &first, &second);
                if first != second {
                    differences.push((cell, column, first, second));
                }
            }
        }
        undecided.extend(hands.undecided());
    }
    if is_list {
        println!("anchor\tn\tcolumn\tfirst\tsecond");
        for (Cell { anchor, n }, column, first, second) in differences {
            println!("{anchor}\t{n}\t{column}\t{first}\t{second}");
        }
        return Ok(());
    }
    println!("column       answers  equal   kappa");
    for (column, is_set) in COLUMNS {
        let Some(answers) = answers.get(column) else { continue };
        let (count, equal, kappa) = answers.figures(is_set);
        println!("{column:12} {count:7}  {:4.1} %  {kappa:5.2}", equal * 100.0);
    }
    println!("{} differences", differences.len());
    for line in &undecided {
        println!("{line}");
    }
    ensure!(undecided.is_empty(), "{} places where the tags are not what was decided", undecided.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_difference_of_the_two_hands_is_decided_and_the_tags_say_so() {
        super::run(&[]).unwrap_or_else(|error| panic!("{error:#}"));
    }
}
