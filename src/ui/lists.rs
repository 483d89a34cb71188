//! What can stand in the middle instead of the text: the commitments as a list, the themes side by side.

mod commitments;
mod themes;

pub use commitments::text_lang;

use super::context::Context;
use super::filters::Kept;
use super::later;
use super::parts::el;
use crate::state::Middle;
use yew::prelude::*;

/// The heading, and below it the list as soon as it is there.
pub fn middle(context: &Context) -> Html {
    let phrases = context.phrases();
    let name = match context.view.middle {
        Middle::Commitments => phrases.commitments,
        Middle::Themes => phrases.themes,
        Middle::Text | Middle::Parallel => return Html::default(),
    };
    let level = context.host.heading_level.to_string();
    let heading = el("h1", "sr-view-name").with("tabindex", "-1").with_made("aria-level", level.into());
    el("section", "sr-view")
        .with_made("aria-label", context.landmark(name))
        .child(heading.text(name).html())
        .child(later::enter(context, later::LISTS))
        .html()
}

pub fn lists(context: &Context) -> Html {
    html! { <Lists ..context.clone() /> }
}

/// One component for both, since each would cost a kilobyte of download.
#[component]
fn Lists(context: &Context) -> Html {
    let (kept, phrases) = (use_state_eq(Kept::default), context.finding());
    let (about, list) = match context.view.middle {
        Middle::Commitments => (phrases.commitments_about, commitments::commitments(context, &kept)),
        Middle::Themes => (phrases.themes_about, themes::themes(context, &kept)),
        Middle::Text | Middle::Parallel => return Html::default(),
    };
    std::iter::once(el("p", "sr-view-about").text(about).html()).chain(list).collect()
}
