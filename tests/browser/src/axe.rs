//! Barriers to access, as axe-core finds them in the page and in its open shadow roots.

use crate::browser::Browser;
use crate::site::repository;
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

#[derive(Deserialize)]
struct Barrier {
    id: String,
    help: String,
    places: Vec<String>,
}

impl Browser {
    /// Fails with a list of every barrier that axe-core finds, best practices included.
    pub fn expect_no_barrier(&self) -> Result<()> {
        let file = repository().join("node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&file)
            .with_context(|| format!("axe-core is not at {}; run `cargo xtask setup`", file.display()))?;
        // For a tenth of a second after another language came, what is far from the place is hidden from everybody.
        self.wait_for("all of the text is there", "document.querySelector('[data-near]') === null")?;
        let answer = self.run(
            &format!(
                "{axe};
                return axe.run(document, {{ resultTypes: ['violations'] }}).then(found => found.violations.map(rule => ({{
                    id: rule.id,
                    help: rule.help,
                    places: rule.nodes.map(node => node.target.flat(9).join(' >>> ') + ': ' + node.failureSummary),
                }})));"
            ),
            Vec::new(),
        )?;
        let barriers: Vec<Barrier> =
            serde_json::from_value(answer).context("axe-core's answer has another form")?;
        ensure!(barriers.is_empty(), "{}: axe-core finds\n{}", self.engine(), list(&barriers));
        Ok(())
    }
}

fn list(barriers: &[Barrier]) -> String {
    let lines = barriers.iter().map(|barrier| {
        let places = barrier.places.iter().map(|place| format!("\n    {}", place.replace('\n', "\n      ")));
        format!("  {} ({}){}", barrier.help, barrier.id, places.collect::<String>())
    });
    lines.collect::<Vec<String>>().join("\n")
}
