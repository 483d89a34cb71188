//! Where the reader stands, what can happen, and how a place is written as an address.

mod action;
pub mod address;
mod settings;
mod store;
mod view;

pub use action::{Action, apply};
pub use settings::{Setting, Settings};
pub use store::{Change, Store, Subscription};
pub use view::{Citing, Middle, Note, Panel, View};
