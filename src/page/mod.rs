//! The text of an edition as elements: one description for the static pages and for what the reader draws.
//!
//! What belongs to the text is text here; what editors add (numbers, page marks) is an attribute that the style
//! sheet shows, so that find-in-page, selections and copies hold the words of the document and nothing else.

mod article;
mod contents;
mod facts;
mod inline;
mod node;
mod start;
mod title;

#[cfg(not(target_arch = "wasm32"))]
mod html;
#[cfg(not(target_arch = "wasm32"))]
mod metadata;
#[cfg(not(target_arch = "wasm32"))]
mod single;
#[cfg(not(target_arch = "wasm32"))]
mod site;

pub use article::{Options, article, parallel};
pub use contents::contents;
pub use facts::{issued, minutes, standing_line};
pub use node::{Attributes, Element, Node, value_of};
pub use start::start;
pub use title::title;

#[cfg(not(target_arch = "wasm32"))]
pub use html::write;
#[cfg(not(target_arch = "wasm32"))]
pub use single::{Single, single_page};
#[cfg(not(target_arch = "wasm32"))]
pub use site::{MANIFEST, Site, document_page, fragment, start_page};
