//! A window of its own over everything: the browser's `<dialog>`, which holds the focus, closes with Escape and gives the
//! focus back. It stands closed where it is drawn; `dom::open_dialog` opens it.

use super::{IconButton, Symbol, icon_button};
use crate::ui::dom;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// `close` is what its button is called.
pub fn dialog(node: &NodeRef, name: &'static str, close: &'static str, content: Html) -> Html {
    let look = IconButton { symbol: Symbol::Close, label: close, class: None, expanded: None };
    let shut = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| dom::close_dialog(&node))
    };
    // A click on the dialog itself is one beside its content.
    let beside = {
        let node = node.clone();
        Callback::from(move |event: MouseEvent| {
            if event.target_dyn_into::<HtmlDialogElement>().is_some() {
                dom::close_dialog(&node);
            }
        })
    };
    html! {
        <dialog class="sr-dialog" aria-label={name} ref={node.clone()} onclick={beside}>
            <div class="sr-dialog-sheet">
                <header class="sr-panel-head">
                    <h2 class="sr-panel-name">{ name }</h2>
                    { icon_button(look, shut) }
                </header>
                { content }
            </div>
        </dialog>
    }
}
