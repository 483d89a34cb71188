//! What a reader's hands do: click, type, press keys.

use crate::browser::{Browser, Patience};
use anyhow::{Result, bail, ensure};
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::key::Key;
use serde::Deserialize;
use serde_json::json;
use std::time::{Duration, Instant};

/// How long a hand waits for the thing it reaches for.
const REACH: Duration = Duration::from_secs(10);
/// How often a hand tries that missed.
const TRIES: usize = 3;
/// How long something has to stand still before it is touched.
const MOMENT: Duration = Duration::from_millis(40);

/// Brings an element into view; gives the middle of its first box, or says in a sentence why it cannot be touched.
const MIDDLE: &str = "(path => {
    const element = deep(path);
    if (!element) return 'it is not in the page';
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    const box = element.getClientRects()[0];
    if (!box?.width || !box.height) return 'it has no size';
    const [x, y] = [Math.floor(box.x + box.width / 2), Math.floor(box.y + box.height / 2)];
    let top = document.elementFromPoint(x, y);
    const name = top ? top.cloneNode().outerHTML : 'nothing: it lies outside of the window';
    for (let inner; (inner = top?.shadowRoot?.elementFromPoint(x, y)) && inner !== top; ) top = inner;
    for (let node = top; node; node = node.assignedSlot ?? node.parentNode ?? node.host)
        if (node === element) {
            const touch = window.lastTouch = {};
            const note = event => { touch.hit = event.composedPath().includes(element); };
            window.addEventListener('click', note, { capture: true, once: true });
            return [x, y];
        }
    return `over it lies ${name}`;
})";

impl Browser {
    /// Clicks the first element of a path (`host >>> button` steps into a shadow root), once it is there and nothing
    /// lies over it. The mouse moves to its middle: WebKit's own click mistakes a shadow root's host for a cover.
    ///
    /// On a busy machine the page may move between looking and pressing, after it stood still for a while. A hand that touched
    /// something else tries again, as a person does; one whose click is on its way waits, since a second one may undo the first.
    pub fn click(&self, path: &str) -> Result<()> {
        for _ in 0..TRIES {
            let (x, y) = self.reach(path)?;
            self.click_at(x, y)?;
            if !self.runs_scripts.get() || self.has_hit(path)? {
                return Ok(());
            }
        }
        bail!("{}: {TRIES} clicks have missed {path}", self.engine())
    }

    /// Waits until the last click came; whether it came to where it should, or the page has gone for it.
    fn has_hit(&self, path: &str) -> Result<bool> {
        let patience = Patience::default();
        loop {
            // What cannot be asked any more has gone.
            match self.eval("window.lastTouch ? window.lastTouch.hit ?? null : true").unwrap_or(Some(true)) {
                Some(hit) => return Ok(hit),
                None => ensure!(patience.lasts(), "{}: no click came of the one at {path}", self.engine()),
            }
        }
    }

    /// Clicks a point of the window, in pixels from its upper left corner.
    pub fn click_at(&self, x: f64, y: f64) -> Result<()> {
        let click = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.ask(&format!("click at {x}, {y}"), self.client()?.perform_actions(click))
    }

    /// Touches the first element of a path with a finger, once it is there and nothing lies over it.
    pub fn tap(&self, path: &str) -> Result<()> {
        let (x, y) = self.reach(path)?;
        let tap = TouchActions::new("finger".to_owned())
            .then(PointerAction::MoveTo { duration: None, x, y })
            .then(PointerAction::Down { button: 0 })
            .then(PointerAction::Up { button: 0 });
        self.ask(&format!("tap at {x}, {y}"), self.client()?.perform_actions(tap))
    }

    /// Clicks into a field and types.
    pub fn type_into(&self, path: &str, text: &str) -> Result<()> {
        self.click(path)?;
        self.type_text(text)
    }

    /// Chooses in one of the browser's own menus, which no driver can open alike.
    pub fn choose(&self, path: &str, value: &str) -> Result<()> {
        let (menu, value) = (json!(path), json!(value));
        self.wait_for(
            &format!("{path} offers {value}"),
            &format!("[...deep({menu})?.options ?? []].some(option => option.value === {value})"),
        )?;
        self.eval::<bool>(&format!(
            "(menu => {{
                menu.value = {value};
                return menu.dispatchEvent(new Event('change', {{ bubbles: true, composed: true }}));
            }})(deep({menu}))"
        ))?;
        Ok(())
    }

    /// Types where the focus is.
    pub fn type_text(&self, text: &str) -> Result<()> {
        let strokes = text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let actions = strokes.fold(keyboard(), |all, stroke| all.then(stroke));
        self.ask(&format!("type {text}"), self.client()?.perform_actions(actions))
    }

    /// Presses keys together where the focus is: `Tab`, `Escape`, `ArrowDown`, `Control+f`, `Shift+Tab`.
    pub fn press(&self, chord: &str) -> Result<()> {
        let keys = chord.split('+').map(key).collect::<Result<Vec<char>>>()?;
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down.chain(up).fold(keyboard(), |all, action| all.then(action));
        self.ask(&format!("press {chord}"), self.client()?.perform_actions(actions))
    }

    /// Where the element of a path can be touched, once it can.
    fn reach(&self, path: &str) -> Result<(f64, f64)> {
        let start = Instant::now();
        let mut before = None;
        loop {
            match self.eval(&format!("{MIDDLE}({})", json!(path)))? {
                // What still moves would be missed.
                Reached::Middle(x, y) if before == Some((x, y)) => return Ok((x, y)),
                Reached::Middle(x, y) => {
                    before = Some((x, y));
                    std::thread::sleep(MOMENT);
                }
                Reached::Not(reason) if start.elapsed() > REACH => {
                    bail!("{}: cannot touch {path}: {reason}", self.engine())
                }
                Reached::Not(_) => std::thread::sleep(Duration::from_millis(50)),
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Reached {
    Middle(f64, f64),
    Not(String),
}

fn keyboard() -> KeyActions {
    KeyActions::new("keyboard".to_owned())
}

/// A key by the name that it has in a `KeyboardEvent`.
fn key(name: &str) -> Result<char> {
    let key = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Command,
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        other => {
            let mut letters = other.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(letter),
                _ => bail!("`{other}` is no key; use the names of KeyboardEvent.key"),
            };
        }
    };
    Ok(key.into())
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn keys_have_the_names_of_events_or_are_one_letter() {
        for (name, expected) in
            [("Tab", Some('\u{e004}')), ("f", Some('f')), ("ø", Some('ø')), ("Tabb", None)]
        {
            assert_eq!(key(name).ok(), expected, "{name}");
        }
    }
}
