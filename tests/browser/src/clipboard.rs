//! What lies on the clipboard, read the way a word processor would: by pasting it.

use crate::browser::Browser;
use anyhow::{Context, Result};
use serde::Deserialize;

/// What a paste brought.
#[derive(Debug, Deserialize)]
pub struct Clipboard {
    /// As `text/plain`, exactly as it was written.
    pub text: String,
    /// As `text/html`. Engines wrap and restyle it: ask what it contains, not what it equals.
    pub html: String,
}

impl Browser {
    /// Pastes the clipboard into a field that is added for the purpose, with real keys. The page loses its focus.
    pub fn clipboard(&self) -> Result<Clipboard> {
        self.eval::<bool>(
            "(() => {
                const field = document.createElement('textarea');
                field.id = 'pasted-here';
                field.addEventListener('paste', event => {
                    const [text, html] = ['text/plain', 'text/html'].map(kind => event.clipboardData.getData(kind));
                    field.dataset.pasted = JSON.stringify({ text, html });
                });
                document.getElementById(field.id)?.remove();
                document.body.append(field);
                field.focus();
                return true;
            })()",
        )?;
        self.press("Control+v")?;
        self.wait_for("the clipboard is pasted", "deep('#pasted-here').dataset.pasted")?;
        let pasted: String = self.eval("deep('#pasted-here').dataset.pasted")?;
        self.eval::<bool>("deep('#pasted-here').remove() ?? true")?;
        serde_json::from_str(&pasted).context("the pasted clipboard has another form")
    }
}
