//! Small pieces that everything else is made of. They are functions, not components: a component of Yew's costs about
//! 3 kB of WebAssembly (1 kB in the download), and these have no state to keep.

mod button;
mod choice;
mod icon;
mod segments;
mod tree;

pub use button::{IconButton, button, icon_button};
pub use choice::{Choice, choice};
pub use icon::{Symbol, icon};
pub use segments::segments;
pub use tree::{TreeItem, tree};
