//! Stories about the built pages, told in Chromium, Firefox and WebKit.
//!
//! A story is a function that is given a running [`Browser`] and a [`Site`], a web server of its own that hands out
//! `dist/www/` under the strict policy of the product. It does what a reader would do and says what must then be true:
//!
//! ```no_run
//! use anyhow::Result;
//! use browser_tests::{Browser, Site, ensure_soon};
//!
//! fn contents_lead_to_a_chapter(browser: &Browser, site: &Site) -> Result<()> {
//!     browser.open_reader(site, "nss-2025/nb/")?;
//!     browser.click("strategy-reader >>> nav a[href$='#kap-2']")?;
//!     browser.wait_for("the address names the chapter", "location.hash === '#kap-2'")?;
//!     ensure_soon!(browser.holds_focus("#kap-2")?, "the focus stayed behind");
//!     browser.expect_no_barrier()
//! }
//! ```
//!
//! After each story the teller ([`stories`]) asks browser and site what went wrong unseen: a message in the console,
//! a violation of the policy, a missing file, a request to elsewhere, one that nobody needs once a reader is ready. A story that provokes such a thing says so with
//! [`Site::forgive`].

mod axe;
pub mod bench;
mod browser;
mod clipboard;
mod complaints;
mod devtools;
mod driver;
mod engine;
mod hands;
mod look;
pub mod pictures;
mod site;
pub mod stories;

pub use browser::{Browser, Patience};
pub use clipboard::Clipboard;
pub use engine::Engine;
pub use look::Look;
pub use site::{Fault, POLICY, Policy, Site, pages, repository};
