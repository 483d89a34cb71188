//! The side panel: hits or a citation, one at a time; a full sheet on narrow screens.

use super::citation::Citation;
use super::context::Context;
use super::hits::Hits;
use super::parts::{IconButton, Symbol, icon_button};
use super::settings::settings;
use crate::state::{Action, Panel};
use yew::prelude::*;

pub fn side_panel(context: &Context) -> Html {
    let phrases = context.phrases();
    let (name, content) = match context.view.panel {
        Panel::Hits => (phrases.hits, html! { <Hits ..context.clone() /> }),
        Panel::Citation => (phrases.cite, html! { <Citation ..context.clone() /> }),
        Panel::Settings => (phrases.settings, settings(context)),
        Panel::Closed | Panel::Contents => return Html::default(),
    };
    let close = IconButton { symbol: Symbol::Close, label: phrases.close, class: None, expanded: None };
    html! {
        <section class="sr-panel" aria-label={name} onkeydown={context.on_escape(Action::Show(Panel::Closed))}>
            <header class="sr-panel-head">
                <h2 class="sr-panel-name">{ name }</h2>
                { icon_button(close, context.on(Action::Show(Panel::Closed))) }
            </header>
            { content }
        </section>
    }
}
