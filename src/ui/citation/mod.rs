//! The panel for whoever cites: a place in the style chosen once, what was gathered as a list of references, and whether
//! a quotation is one.

mod basket;
mod check;
mod copying;
mod export;
mod place;

use super::context::Context;
use super::parts::{el, segments};
use crate::cite::Format;
use crate::state::{Action, Panel};
use std::cell::OnceCell;
use yew::prelude::*;

/// What was done here last, as long as the panel is open.
#[derive(Clone, PartialEq)]
struct Kept {
    /// The form that was copied, and whether the clipboard took it.
    copied: Option<(usize, bool)>,
    format: Format,
    /// The quotation to be checked.
    pasted: String,
}

/// The whole room stands behind this.
pub fn citing(context: &Context) -> Html {
    html! { <Citation ..context.clone() /> }
}

/// One component for all three, since each would cost a kilobyte of download.
#[component]
fn Citation(context: &Context) -> Html {
    let kept = use_state_eq(|| Kept { copied: None, format: Format::Bibtex, pasted: String::new() });
    let texts = use_memo((), |()| OnceCell::new());
    // Held against the texts when it changes, not whenever somebody scrolls.
    let checked = use_memo((kept.pasted.clone(), context.view.ui_lang), |(pasted, _)| {
        check::told(context, &texts, pasted)
    });
    let phrases = context.citing();
    let panels = [Panel::Citation, Panel::Basket, Panel::Check];
    // Where nothing is open there is no place to cite, unless one was chosen from a list.
    let nowhere = context.edition().is_none() && context.view.cited.is_none();
    let panel = match context.view.panel {
        Panel::Citation if nowhere => Panel::Check,
        panel => panel,
    };
    let chosen = panels.iter().position(|other| *other == panel).unwrap_or_default();
    let first = usize::from(nowhere);
    let dispatch = context.dispatcher();
    let choose = Callback::from(move |step: usize| dispatch(Action::Show(panels[step + first])));
    let ways = segments(phrases.citing_way, &phrases.citing_ways[first..], chosen - first, choose);
    let content = match panel {
        Panel::Basket => basket::basket(context, &kept),
        Panel::Check => check::check(context, &kept, (*checked).clone()),
        _ => place::place(context, &kept),
    };
    el("div", "sr-citation")
        .child(ways)
        .child(el("div", "").key(panel_key(panel)).child(content).html())
        .html()
}

/// Nothing of one way of citing is taken for something of another.
fn panel_key(panel: Panel) -> &'static str {
    match panel {
        Panel::Basket => "basket",
        Panel::Check => "check",
        _ => "place",
    }
}
