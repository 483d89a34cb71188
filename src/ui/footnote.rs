//! What floats at the text: a footnote that opens where its mark stands, and what can be done with selected words.

use super::bubble::use_bubble;
use super::context::Context;
use super::dom;
use super::parts::{IconButton, Symbol, el, icon_button};
use crate::state::Action;
use yew::prelude::*;

/// One component for both, since each would cost a kilobyte of download.
#[component]
pub fn Floats(context: &Context) -> Html {
    let bubble = use_bubble(context);
    let pop = use_node_ref();
    let open = context.view.footnote.clone();
    use_effect_with(open.clone(), {
        let (pop, element) = (pop.clone(), context.host.element.clone());
        move |open| {
            let mark = open.as_deref().and_then(|anchor| dom::find_mark(&element, anchor));
            if let Some(mark) = mark.as_ref() {
                dom::open_at(&pop, mark);
            }
            move || {
                if let Some(mark) = mark {
                    dom::focus_if_lost(&element, &mark);
                }
            }
        }
    });
    html! { <>{ bubble }{ footnote(context, open, pop) }</> }
}

fn footnote(context: &Context, open: Option<String>, pop: NodeRef) -> Html {
    let Some(edition) = context.edition() else { return Html::default() };
    let Some(block) = open.and_then(|anchor| edition.block_at(&anchor)) else { return Html::default() };
    let block = edition.block(block);
    let phrases = context.phrases();
    let name = (phrases.footnote)(block.label.as_deref().unwrap_or_default());
    let close = IconButton { symbol: Symbol::Close, label: phrases.close, class: None, expanded: None };
    let head = el("div", "sr-pop-head")
        .child(el("span", "sr-pop-name").text(&name).html())
        .child(icon_button(close, context.on(Action::CloseFootnote)));
    el("div", "sr-pop")
        .with("role", "dialog")
        .with_made("aria-label", name.into())
        .with("tabindex", "-1")
        .node(&pop)
        .on_key(context.on_escape(Action::CloseFootnote))
        .child(head.html())
        .child(el("p", "sr-pop-words").lang(edition.edition.lang).text(&block.text.plain).html())
        .html()
}
