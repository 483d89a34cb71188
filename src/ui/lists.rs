//! What can stand in the middle instead of the text: the commitments as a list, the themes side by side.

mod commitments;
mod themes;

pub use commitments::text_lang;

use super::context::Context;
use super::filters::Kept;
use super::parts::el;
use crate::state::Middle;
use yew::prelude::*;

/// One component for both, since each would cost a kilobyte of download.
#[component]
pub fn Lists(context: &Context) -> Html {
    let kept = use_state_eq(Kept::default);
    let phrases = context.phrases();
    let (name, about, content) = match context.view.middle {
        Middle::Commitments => {
            (phrases.commitments, phrases.commitments_about, commitments::commitments(context, &kept))
        }
        Middle::Themes => (phrases.themes, phrases.themes_about, themes::themes(context, &kept)),
        Middle::Text | Middle::Parallel => return Html::default(),
    };
    let level = context.host.heading_level.to_string();
    let heading = el("h1", "sr-view-name").with("tabindex", "-1").with_made("aria-level", level.into());
    el("section", "sr-view")
        .with("aria-label", name)
        .child(heading.text(name).html())
        .child(el("p", "sr-view-about").text(about).html())
        .children(content)
        .html()
}
