//! What a browser can do beyond the WebDriver standard: Chromium's developer tools and its console, Firefox's settings.

use crate::browser::Browser;
use anyhow::{Context, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde::Deserialize;
use serde_json::{Value, json};
use url::{ParseError, Url};

/// A command that fantoccini has no method for.
#[derive(Debug)]
struct Extra {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

#[derive(Deserialize)]
struct Entry {
    level: String,
    message: String,
}

impl Browser {
    /// Sends a command of Chromium's developer tools.
    pub(crate) fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        self.extra(command, Extra { path: "goog/cdp/execute", body })
    }

    /// Makes the page's processor slower, so many times.
    pub fn slow_down(&self, times: u32) -> Result<()> {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).map(drop)
    }

    /// How long scripts of the page ran since it was opened, in milliseconds, as Chromium counts it: layout that they wait for is not in it.
    pub(crate) fn script_time(&self) -> Result<f64> {
        self.devtools("Performance.enable", json!({}))?;
        let answer = self.devtools("Performance.getMetrics", json!({}))?;
        let all = answer["metrics"].as_array().into_iter().flatten();
        let scripts = all
            .filter(|metric| metric["name"] == "ScriptDuration")
            .find_map(|metric| metric["value"].as_f64());
        Ok(1e3 * scripts.context("Chromium does not say how long scripts ran")?)
    }

    /// The errors that Chromium's console heard since it was asked last.
    pub(crate) fn console_errors(&self) -> Result<Vec<String>> {
        let answer =
            self.extra("read the console", Extra { path: "se/log", body: json!({ "type": "browser" }) })?;
        let entries: Vec<Entry> =
            serde_json::from_value(answer).context("the console's answer has another form")?;
        Ok(entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect())
    }

    /// Changes one of Firefox's settings, from the side where the browser's own code runs.
    pub(crate) fn set_preference(&self, name: &str, value: impl Into<Value>) -> Result<()> {
        let value = value.into();
        let setter = if value.is_boolean() { "setBoolPref" } else { "setIntPref" };
        self.extra("step into the browser's own side", context("chrome"))?;
        let outcome = self.run(&format!("Services.prefs.{setter}({}, {value});", json!(name)), Vec::new());
        self.extra("step back to the page", context("content"))?;
        outcome.map(drop)
    }

    fn extra(&self, what: &str, command: Extra) -> Result<Value> {
        self.ask(what, self.client()?.issue_cmd(command))
    }
}

fn context(name: &str) -> Extra {
    Extra { path: "moz/context", body: json!({ "context": name }) }
}
