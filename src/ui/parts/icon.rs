//! The symbols of the reader, drawn for it on a grid of 24, with a line of 2.

use super::el;
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    Back,
    Bars,
    Check,
    Checklist,
    Close,
    Contents,
    Copy,
    Down,
    Download,
    Filter,
    Fold,
    Forward,
    Home,
    Quote,
    Search,
    Settings,
    /// Rising or falling, not yet decided.
    Sort,
}

impl Symbol {
    fn path(self) -> &'static str {
        match self {
            Symbol::Back => "M14 6l-6 6 6 6",
            Symbol::Bars => "M5 20v-7M12 20V4M19 20v-10",
            Symbol::Check => "M5 13l4 4L19 7",
            Symbol::Checklist => "M4 7l2 2 3-4M4 17l2 2 3-4M13 7h7M13 17h7",
            Symbol::Close => "M6 6l12 12M18 6L6 18",
            Symbol::Contents => "M4 6h2M4 12h2M4 18h2M10 6h10M10 12h10M10 18h10",
            Symbol::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Symbol::Down => "M6 9l6 6 6-6",
            Symbol::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
            Symbol::Filter => "M4 6h16M7 12h10M10 18h4",
            Symbol::Fold => "M9 6l6 6-6 6",
            Symbol::Forward => "M10 6l6 6-6 6",
            Symbol::Home => "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
            Symbol::Quote => "M9 7c-3 1-4 3-4 6v4h5v-5H6M19 7c-3 1-4 3-4 6v4h5v-5h-4",
            Symbol::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L21 21",
            Symbol::Settings => "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4",
            Symbol::Sort => "M8 10l4-4 4 4M8 14l4 4 4-4",
        }
    }
}

/// Seen, not heard: the words beside it, or the name of its button, say what it means.
pub fn icon(symbol: Symbol) -> Html {
    el("svg", "sr-icon")
        .with("viewBox", "0 0 24 24")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .child(el("path", "").with("d", symbol.path()).html())
        .html()
}
