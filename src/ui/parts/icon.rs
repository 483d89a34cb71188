//! The symbols of the reader, drawn for it on a grid of 24, with a line of 2.

use yew::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    Back,
    Check,
    Close,
    Contents,
    Copy,
    Down,
    Fold,
    Forward,
    Home,
    Search,
    Settings,
    /// Rising or falling, not yet decided.
    Sort,
}

impl Symbol {
    fn path(self) -> &'static str {
        match self {
            Symbol::Back => "M14 6l-6 6 6 6",
            Symbol::Check => "M5 13l4 4L19 7",
            Symbol::Close => "M6 6l12 12M18 6L6 18",
            Symbol::Contents => "M4 6h2M4 12h2M4 18h2M10 6h10M10 12h10M10 18h10",
            Symbol::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Symbol::Down => "M6 9l6 6 6-6",
            Symbol::Fold => "M9 6l6 6-6 6",
            Symbol::Forward => "M10 6l6 6-6 6",
            Symbol::Home => "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
            Symbol::Search => "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5L21 21",
            Symbol::Settings => "M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4",
            Symbol::Sort => "M8 10l4-4 4 4M8 14l4 4 4-4",
        }
    }
}

/// Seen, not heard: the words beside it, or the name of its button, say what it means.
pub fn icon(symbol: Symbol) -> Html {
    html! {
        <svg class="sr-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={symbol.path()} />
        </svg>
    }
}
