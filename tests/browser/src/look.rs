//! What a reader's system may ask for: dark colours, more contrast, colours of its own; and how wide the window is.

use crate::browser::Browser;
use crate::engine::Engine;
use anyhow::{Context, Result, bail};
use serde_json::json;

/// What the system asks pages to look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Light colours, which is where every session starts.
    #[default]
    Light,
    /// Dark colours.
    Dark,
    /// More contrast (`prefers-contrast: more`). Only Chromium can be asked for it.
    Contrast,
    /// Colours of the reader's own (`forced-colors: active`). Only Chromium can be asked for it.
    Forced,
}

impl Look {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Contrast, Self::Forced];
    /// Those that every engine can be asked for.
    pub const EVERYWHERE: [Self; 2] = [Self::Light, Self::Dark];

    /// The name in lower case, as in the names of pictures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
            Self::Forced => "forced",
        }
    }
}

impl Browser {
    /// Lets the system ask for a look, from the next opened page on.
    pub fn look(&self, look: Look) -> Result<()> {
        self.look.set(look);
        match self.engine() {
            Engine::Chromium => self.emulate(look),
            Engine::Firefox => {
                let scheme = match look {
                    Look::Dark => 0,
                    Look::Light => 1,
                    Look::Contrast | Look::Forced => bail!("Firefox cannot be asked for {look:?}"),
                };
                self.set_preference("layout.css.prefers-color-scheme.content-override", scheme)
            }
            Engine::WebKit => match look {
                Look::Light | Look::Dark => self.begin(),
                Look::Contrast | Look::Forced => bail!("WebKit cannot be asked for {look:?}"),
            },
        }
    }

    /// Says whether the next opened page runs scripts, as a reader's own setting does. WebKit cannot be told so while
    /// it is driven: there, let the site forbid scripts with [`crate::Site::send_policy`].
    pub fn let_scripts_run(&self, run: bool) -> Result<()> {
        self.runs_scripts.set(run);
        match self.engine() {
            Engine::Chromium => {
                self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": !run })).map(drop)
            }
            Engine::Firefox => self.set_preference("javascript.enabled", run),
            Engine::WebKit => bail!("WebKit cannot be told to run no script; let the site forbid it"),
        }
    }

    /// Says whether the next opened page is touched instead of clicked. Only Chromium can be told so.
    pub fn touch(&self, touch: bool) -> Result<()> {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": touch })).map(drop)
    }

    fn emulate(&self, look: Look) -> Result<()> {
        let dark = if look == Look::Dark { "dark" } else { "light" };
        let contrast = if look == Look::Contrast { "more" } else { "no-preference" };
        let forced = if look == Look::Forced { "active" } else { "none" };
        let features = json!([
            { "name": "prefers-color-scheme", "value": dark },
            { "name": "prefers-contrast", "value": contrast },
            { "name": "forced-colors", "value": forced },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).map(drop)
    }

    /// Gives the window a size. Below the engine's narrowest window, the next opened page is shown in a frame of that
    /// width: the page cannot tell the difference, and all that a story asks is asked inside the frame.
    pub fn resize(&self, width: u32, height: u32) -> Result<()> {
        self.size.set((width, height));
        if self.engine() == Engine::Chromium {
            // Without the frame of a window, so that a picture has the very size that was asked for.
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            return self.devtools("Emulation.setDeviceMetricsOverride", metrics).map(drop);
        }
        let outer = self.engine().narrowest().max(width);
        self.ask("set the size of the window", self.client()?.set_window_size(outer, height))
    }

    /// Writes what the window shows into a PNG file.
    pub fn photograph(&self, file: &std::path::Path) -> Result<()> {
        let picture = self.ask("take a picture", self.client()?.screenshot())?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
        }
        std::fs::write(file, picture).with_context(|| format!("cannot write {}", file.display()))
    }
}
