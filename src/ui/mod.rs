//! Draws the state: controls into the shadow root, text into the light DOM.

mod app;
mod bar;
mod bubble;
mod citation;
mod contents;
mod context;
pub mod dom;
mod filters;
mod footnote;
#[cfg(feature = "parts")]
pub mod gallery;
mod hits;
mod later;
mod lists;
mod notice;
mod panel;
pub mod parts;
mod place;
mod settings;
mod terms;
mod text;

pub use app::{App, Props};
pub use context::Host;
pub use later::{Failed, Files};
pub use text::Text;
