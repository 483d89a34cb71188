//! A reader component for government strategy documents.
//!
//! The modules stand in the order in which the data flows. A module never knows one further down:
//! text that editors write becomes a checked archive ([`compile`], [`archive`]); a pure core answers questions
//! about it ([`corpus`], [`page`], [`search`], [`cite`]); one [`state`] says where the reader stands; `ui` draws
//! that state, and `embed` speaks with the host page. `ARCHITECTURE.md` has the map.

pub mod model;
pub mod text;

#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
#[cfg(not(target_arch = "wasm32"))]
pub mod mends;

pub mod archive;
pub mod corpus;
pub mod embedded;
pub mod strings;

pub mod page;

pub mod cite;
pub mod filter;
pub mod search;

pub mod commitments;

pub mod answers;

pub mod state;

#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub mod ui;

#[cfg(all(target_arch = "wasm32", feature = "element"))]
pub mod embed;
