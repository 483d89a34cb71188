//! The side panel: hits or a citation, one at a time; a full sheet on narrow screens. Whoever cites a hit comes back to the hits.

use super::context::Context;
use super::dom;
use super::later;
use super::parts::{IconButton, Symbol, el, icon_button};
use super::settings::settings;
use crate::state::{Action, Panel};
use web_sys::Element;
use yew::prelude::*;

#[component]
pub fn SidePanel(context: &Context) -> Html {
    let node = use_node_ref();
    // A panel that was asked for takes the focus and gives it back; hits come while somebody types.
    let open = Some(context.view.panel).filter(|panel| !matches!(panel, Panel::Closed | Panel::Contents));
    // Ways of citing are chosen within the panel, and the focus stays on the choice.
    let open = open.map(|panel| if panel.is_citing() { Panel::Citation } else { panel });
    // Asked before anything is drawn: what is hidden then has the focus no more.
    let before = dom::focused();
    use_effect_with(open, {
        let (node, element) = (node.clone(), context.host.element.clone());
        move |open| {
            let is_button = |holder: &Element| holder.tag_name() == "BUTTON";
            let before = before.filter(|holder| match open {
                Some(Panel::Hits) => is_button(holder) && !dom::holds_focus(&node),
                open => open.is_some(),
            });
            if before.is_some() {
                dom::take_focus(&node);
            }
            move || {
                if let Some(before) = before {
                    dom::focus_if_lost(&element, &before);
                }
            }
        }
    });
    let (phrases, panel) = (context.phrases(), context.view.panel);
    let (name, content) = match panel {
        Panel::Hits if context.view.query.trim().is_empty() => (phrases.filters, None),
        Panel::Hits => (phrases.hits, None),
        Panel::Settings => (phrases.settings, Some(settings(context))),
        Panel::Terms => (phrases.terms, Some(later::enter(context, later::TERMS))),
        Panel::Closed | Panel::Contents => return Html::default(),
        _ => (phrases.cite, Some(later::enter(context, later::CITING))),
    };
    // Those that were left for citing stay as they are.
    let hits = (panel == Panel::Hits || context.view.hits_behind).then(|| {
        let class = if panel == Panel::Hits { "" } else { "sr-gone" };
        el("div", class).child(later::enter(context, later::HITS)).html()
    });
    let close = IconButton { symbol: Symbol::Close, label: phrases.close, class: None, expanded: None };
    let head = el("header", "sr-panel-head")
        // Not the button of the panel before: the focus that it had goes back to where it came from.
        .key(name)
        .child(el("h2", "sr-panel-name").text(name).html())
        .child(icon_button(close, context.on(Action::Show(Panel::Closed))));
    el("section", "sr-panel")
        .with_made("aria-label", context.landmark(name))
        .with("tabindex", "-1")
        .node(&node)
        .on_key(context.on_escape(Action::Show(Panel::Closed)))
        .child(head.html())
        .child_if(hits)
        .child_if(content)
        .html()
}
