//! The rooms of `src/`: which of them a room may name, which crates of the browser it may use, and why.

/// A top-level module of `src/`.
pub struct Room {
    pub name: &'static str,
    /// The rooms whose names may stand in it.
    pub sees: &'static [&'static str],
    /// Said in the message when another name stands in it.
    pub why: &'static str,
}

pub const ROOMS: &[Room] = &[
    Room {
        name: "text",
        sees: &[],
        why: "words are the same for index and query, whatever they are words of",
    },
    Room { name: "model", sees: &["text"], why: "documents are what they are, whoever reads them" },
    Room { name: "strings", sees: &["text", "model"], why: "phrases are data; whoever speaks chooses them" },
    Room {
        name: "compile",
        sees: &["text", "model"],
        why: "data becomes a model, before there is anything to ask",
    },
    Room { name: "mends", sees: &[], why: "repairs are about two texts, whatever they are texts of" },
    Room {
        name: "import",
        sees: &["text", "model", "mends"],
        why: "a draft is text for editors; what comes of it is for the compiler",
    },
    Room {
        name: "archive",
        sees: &["text", "model"],
        why: "the archive knows bytes and the model, nothing else",
    },
    Room { name: "corpus", sees: &["text", "model", "archive"], why: "the corpus answers; it does not ask" },
    Room {
        name: "embedded",
        sees: &["model", "archive"],
        why: "what is embedded is bytes and what they hold",
    },
    Room {
        name: "search",
        sees: &["text", "model", "archive", "corpus"],
        why: "what matches does not depend on where the reader stands",
    },
    Room {
        name: "filter",
        sees: &["text", "model", "archive", "corpus"],
        why: "a selection is data; search and state combine it with the rest",
    },
    Room {
        name: "page",
        sees: &["text", "model", "archive", "corpus", "strings"],
        why: "pages are the text itself; what is done with it comes after them",
    },
    Room {
        name: "cite",
        sees: &["text", "model", "archive", "corpus", "page", "strings"],
        why: "a reference is the same wherever it is copied from",
    },
    Room {
        name: "commitments",
        sees: &["text", "model", "archive", "corpus", "filter", "page", "strings"],
        why: "a list is the same wherever it is shown or taken along",
    },
    Room {
        name: "state",
        sees: &[
            "text",
            "model",
            "archive",
            "corpus",
            "search",
            "filter",
            "commitments",
            "page",
            "cite",
            "strings",
        ],
        why: "the state says where the reader stands, however it is drawn",
    },
    Room {
        name: "ui",
        sees: &[
            "text",
            "model",
            "archive",
            "corpus",
            "embedded",
            "search",
            "filter",
            "commitments",
            "cite",
            "page",
            "strings",
            "state",
        ],
        why: "the interface draws the state; only embed speaks with the host",
    },
    Room {
        name: "embed",
        sees: &[
            "text",
            "model",
            "archive",
            "corpus",
            "embedded",
            "search",
            "filter",
            "commitments",
            "cite",
            "page",
            "strings",
            "state",
            "ui",
        ],
        why: "documents are compiled before the browser, never in it",
    },
];

/// Crates that know Yew, the browser or JavaScript.
const BROWSER_CRATES: &[&str] =
    &["yew", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "serde_wasm_bindgen", "gloo"];

/// Whether a room may name another one; else why not.
pub fn may_see(room: &str, other: &str) -> Result<(), String> {
    let is_room = ROOMS.iter().any(|candidate| candidate.name == other);
    match ROOMS.iter().find(|candidate| candidate.name == room) {
        Some(table) if is_room && room != other && !table.sees.contains(&other) => {
            Err(format!("`{room}` may not name `{other}`: {}", table.why))
        }
        _ => Ok(()),
    }
}

/// Whether a file may use a name of a crate; else why not. `name` is empty where the crate itself is imported.
pub fn may_use(path: &str, room: &str, krate: &str, name: &str) -> Result<(), String> {
    if !BROWSER_CRATES.contains(&krate) || room == "embed" {
        return Ok(());
    }
    if room != "ui" {
        return Err(format!("`{room}` may not use `{krate}`: the core knows neither Yew nor the browser"));
    }
    // Handlers name the event that they are called with and the element that it happened to; that asks nothing of
    // the browser.
    let is_of_events =
        krate == "web_sys" && ["Event", "Element", "Node", "Target"].iter().any(|end| name.ends_with(end));
    if krate == "yew" || path.starts_with("src/ui/dom/") || is_of_events {
        return Ok(());
    }
    Err(format!("`{krate}::{name}` outside of ui/dom/, which is where the interface speaks with the browser"))
}

#[cfg(test)]
mod tests {
    use super::ROOMS;

    #[test]
    fn no_two_rooms_see_each_other() {
        for room in ROOMS {
            for name in room.sees {
                let other = ROOMS.iter().find(|other| other.name == *name);
                assert!(
                    other.is_some_and(|other| !other.sees.contains(&room.name)),
                    "{} and {name}",
                    room.name
                );
            }
        }
    }
}
