//! `test citations`: whether references are those of citeproc-js, and exports can be read by the programs they are for.

mod compare;
mod exports;
mod job;
mod pasted;
mod rules;

use crate::data;
use anyhow::Result;
use strategy_reader::corpus::Corpus;

pub fn run() -> Result<()> {
    let corpus = Corpus::new(data::library()?);
    compare::run(&corpus)?;
    exports::run(&corpus)?;
    pasted::run(&corpus)
}
