//! What went wrong unseen, asked of all who could have noticed.

use crate::browser::Browser;
use crate::site::Site;
use anyhow::Result;
use std::time::Duration;

/// Reports of violations come on a connection of their own, shortly after what caused them.
const LATE_REPORTS: Duration = Duration::from_millis(150);

impl Browser {
    /// Errors in the console, violations of the policy, missing files, requests to elsewhere or without a reason, since the
    /// site began and as far as they were not forgiven. After each story there may be none.
    pub fn complaints(&self, site: &Site) -> Result<Vec<String>> {
        std::thread::sleep(LATE_REPORTS);
        if self.engine().tells_console() {
            for error in self.console_errors()? {
                site.complain(format!("console: {error}"));
            }
        }
        // Pages that the story has left told of theirs themselves.
        let asked: Vec<String> = self.eval("window.askedFor?.() ?? []")?;
        for request in asked {
            site.complain(format!("request: {request}"));
        }
        Ok(site.complaints())
    }
}
