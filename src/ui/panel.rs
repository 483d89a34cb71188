//! The side panel: hits or a citation, one at a time; a full sheet on narrow screens.

use super::citation::Citation;
use super::context::Context;
use super::dom;
use super::hits::Hits;
use super::parts::{IconButton, Symbol, icon_button};
use super::settings::settings;
use super::terms::terms;
use crate::state::{Action, Panel};
use yew::prelude::*;

#[component]
pub fn SidePanel(context: &Context) -> Html {
    let node = use_node_ref();
    // A panel that was asked for takes the focus and gives it back; hits come while somebody types.
    let open = Some(context.view.panel).filter(|panel| !matches!(panel, Panel::Closed | Panel::Contents));
    use_effect_with(open, {
        let (node, element) = (node.clone(), context.host.element.clone());
        move |open| {
            let asked_for = open.filter(|panel| *panel != Panel::Hits || dom::button_has_focus());
            let before = asked_for.and_then(|_| dom::take_focus(&node));
            move || {
                if let Some(before) = before {
                    dom::focus_if_lost(&element, &before);
                }
            }
        }
    });
    let phrases = context.phrases();
    let (name, content) = match context.view.panel {
        Panel::Hits if context.view.query.trim().is_empty() => {
            (phrases.filters, html! { <Hits ..context.clone() /> })
        }
        Panel::Hits => (phrases.hits, html! { <Hits ..context.clone() /> }),
        Panel::Citation => (phrases.cite, html! { <Citation ..context.clone() /> }),
        Panel::Settings => (phrases.settings, settings(context)),
        Panel::Terms => (phrases.terms, terms(context)),
        Panel::Closed | Panel::Contents => return Html::default(),
    };
    let close = IconButton { symbol: Symbol::Close, label: phrases.close, class: None, expanded: None };
    html! {
        <section class="sr-panel" aria-label={name} tabindex="-1" ref={node} onkeydown={context.on_escape(Action::Show(Panel::Closed))}>
            <header class="sr-panel-head">
                <h2 class="sr-panel-name">{ name }</h2>
                { icon_button(close, context.on(Action::Show(Panel::Closed))) }
            </header>
            { content }
        </section>
    }
}
