//! The three engines: what they are called, who drives them, and how a session of each is asked for.

use crate::look::Look;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};
use std::fmt;
use std::path::{Path, PathBuf};

/// What Chromium is started with. A file, because the runner of the WebAssembly tests reads it too.
const CHROMIUM: &str = include_str!("../chromium.json");

/// A browser engine. WebKitGTK stands in for Safari.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, through WebKitWebDriver and a screen of its own.
    WebKit,
}

impl Engine {
    /// All of them, the quickest first.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::WebKit, Self::Firefox];

    /// The engines to test in: those named in `READER_ENGINES` (`chromium,firefox,webkit`), else all.
    pub fn chosen() -> Result<Vec<Self>> {
        match std::env::var("READER_ENGINES") {
            Ok(names) => names.split(',').map(|name| Self::named(name.trim())).collect(),
            Err(_) => Ok(Self::ALL.to_vec()),
        }
    }

    fn named(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(engine),
            None => bail!("READER_ENGINES names `{name}`; there are chromium, firefox and webkit"),
        }
    }

    /// The name in lower case, as in `READER_ENGINES` and in the names of tests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The program that speaks WebDriver, and how it is told its port.
    pub(crate) fn driver(self, port: u16) -> (&'static str, Vec<String>) {
        match self {
            Self::Chromium => ("chromedriver", vec![format!("--port={port}")]),
            // System access is what lets a story switch scripts off and choose dark colours.
            Self::Firefox => {
                ("geckodriver", vec!["--port".into(), port.to_string(), "--allow-system-access".into()])
            }
            Self::WebKit => ("WebKitWebDriver", vec![format!("--port={port}")]),
        }
    }

    /// Whether the engine needs a screen. WebKitGTK knows no headless mode.
    pub(crate) fn needs_screen(self) -> bool {
        self == Self::WebKit
    }

    /// Whether the driver tells what the console heard. Where not, the site puts ears into its pages.
    pub(crate) fn tells_console(self) -> bool {
        self == Self::Chromium
    }

    /// The narrowest window that the engine makes, in CSS pixels.
    pub(crate) fn narrowest(self) -> u32 {
        match self {
            Self::Chromium => 1,
            Self::Firefox => 500,
            Self::WebKit => 450,
        }
    }

    /// The capabilities that a session is asked for with; a profile is a folder that outlives it.
    pub(crate) fn capabilities(self, look: Look, profile: Option<&Path>) -> Result<Map<String, Value>> {
        let capabilities = match self {
            Self::Chromium => {
                let mut all: Value =
                    serde_json::from_str(CHROMIUM).context("tests/browser/chromium.json is not JSON")?;
                let arguments = all["goog:chromeOptions"]["args"].as_array_mut();
                if let (Some(arguments), Some(profile)) = (arguments, profile) {
                    arguments.push(json!(format!("--user-data-dir={}", profile.display())));
                }
                all
            }
            Self::Firefox => {
                let mut arguments = vec![json!("-headless")];
                if let Some(profile) = profile {
                    arguments.extend([json!("-profile"), json!(profile)]);
                }
                let mut options = json!({ "args": arguments });
                // geckodriver itself looks for `firefox` only; Debian's is called otherwise.
                if let Some(program) = on_path("firefox-esr") {
                    options["binary"] = json!(program);
                }
                json!({ "moz:firefoxOptions": options })
            }
            Self::WebKit => {
                ensure!(profile.is_none(), "a driven WebKit keeps nothing");
                let mut args = vec!["--automation"];
                if look == Look::Dark {
                    args.push("--dark-mode");
                }
                let options = json!({ "binary": mini_browser()?, "args": args });
                json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options })
            }
        };
        match capabilities {
            Value::Object(map) => Ok(map),
            _ => bail!("the capabilities of {self} are no JSON object"),
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        })
    }
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// MiniBrowser stands in a private folder whose name holds the machine's architecture and the API's version.
fn mini_browser() -> Result<PathBuf> {
    let libraries = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = libraries.collect();
    folders.extend([PathBuf::from("/usr/lib"), PathBuf::from("/usr/libexec")]);
    folders
        .into_iter()
        .flat_map(|folder| {
            ["webkit2gtk-4.1", "webkitgtk-6.0"].map(|api| folder.join(api).join("MiniBrowser"))
        })
        .find(|file| file.is_file())
        .context("WebKitGTK's MiniBrowser is not installed; Debian's package is `webkit2gtk-driver`")
}
