//! A footnote that opens where its mark stands.

use super::context::Context;
use super::dom;
use super::parts::{IconButton, Symbol, icon_button};
use crate::state::Action;
use yew::prelude::*;

#[component]
pub fn Footnote(context: &Context) -> Html {
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
    let Some(edition) = context.edition() else { return Html::default() };
    let Some(block) = open.and_then(|anchor| edition.block_at(&anchor)) else { return Html::default() };
    let block = edition.block(block);
    let phrases = context.phrases();
    let name = (phrases.footnote)(block.label.as_deref().unwrap_or_default());
    let close = IconButton { symbol: Symbol::Close, label: phrases.close, class: None, expanded: None };
    html! {
        <div
            class="sr-pop"
            role="dialog"
            aria-label={name.clone()}
            tabindex="-1"
            ref={pop}
            onkeydown={context.on_escape(Action::CloseFootnote)}
        >
            <div class="sr-pop-head">
                <span class="sr-pop-name">{ name }</span>
                { icon_button(close, context.on(Action::CloseFootnote)) }
            </div>
            <p class="sr-pop-words" lang={edition.edition.lang.code()}>{ &block.text.plain }</p>
        </div>
    }
}
