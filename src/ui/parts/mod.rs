//! Small pieces that everything else is made of. They are functions, not components: a component of Yew's costs about
//! 3 kB of WebAssembly (1 kB in the download), and these have no state to keep. `cargo xtask serve` shows them all at
//! `parts.html`.

mod button;
mod chip;
mod choice;
mod dialog;
mod disclosure;
mod el;
mod icon;
mod menu;
mod segments;
mod states;
mod table;
mod tabs;
mod toast;
mod tree;

pub use button::{IconButton, button, icon_button, plain_button};
pub use chip::{chip, chips};
pub use choice::{Choice, choice};
pub use dialog::dialog;
pub use disclosure::disclosure;
pub use el::{El, el};
pub use icon::{Symbol, icon};
pub use menu::{Menu, MenuItem, menu};
pub use segments::segments;
pub use states::{empty, failure, loading};
pub use table::{Column, Group, Order, Table, table};
pub use tabs::{Tabs, tabs};
pub use toast::toasts;
pub use tree::{TreeItem, tree};
