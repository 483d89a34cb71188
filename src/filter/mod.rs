//! Narrowing the documents down: what can be chosen, what was chosen, what is left, and what each further choice would
//! give.
//!
//! [`Index`] gives every passage and every commitment its values, as numbers; a [`Tally`] goes through any of them, such
//! as the hits of a search, says of each whether it is left, and counts. Any of the values of one facet, and all facets
//! together.

mod index;
mod selection;
mod shares;
mod tally;

pub use index::{Index, Values};
pub use selection::{Facet, Selection};
pub use shares::{Share, by_age, shares};
pub use tally::Tally;
