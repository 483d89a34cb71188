//! Where the reader stands, what can happen, and how a place is written as an address.

mod action;
pub mod address;
mod kept;
mod settings;
mod store;
mod view;

pub use action::{Action, Refusal, apply};
pub use kept::{from_kept, to_kept};
pub use settings::{Setting, Settings};
pub use store::{Change, Store, Subscription};
pub use view::{Citing, Middle, Note, Panel, View};
