//! A menu of choices that can be ticked, with how many each would give. A button that unfolds a group of tick boxes, as
//! the ARIA Authoring Practices have it for disclosures: the tab key and the space bar do the rest, as everywhere.

use super::{Symbol, icon};
use crate::ui::dom;
use yew::prelude::*;

pub struct MenuItem {
    /// Unique in the menu.
    pub key: AttrValue,
    pub words: AttrValue,
    /// What the choice would give; none where that is not counted.
    pub count: Option<usize>,
    pub chosen: bool,
}

/// `choose` is told the place of the item that was ticked or let go.
pub fn menu(name: &'static str, items: Vec<MenuItem>, choose: Callback<usize>) -> Html {
    let chosen = items.iter().filter(|item| item.chosen).count();
    let rows = items.into_iter().enumerate().map(|(index, item)| {
        let onchange = choose.reform(move |_: Event| index);
        let nothing = item.count == Some(0) && !item.chosen;
        html! {
            <label key={item.key.to_string()} class={classes!("sr-menu-item", nothing.then_some("sr-gives-nothing"))}>
                <input type="checkbox" checked={item.chosen} {onchange} />
                <span class="sr-menu-words">{ item.words }</span>
                if let Some(count) = item.count {
                    <span class="sr-menu-count">{ count }</span>
                }
            </label>
        }
    });
    html! {
        <details
            class="sr-menu"
            onkeydown={Callback::from(|event| dom::menu_key(&event))}
            onfocusout={Callback::from(|event| dom::menu_left(&event))}
            ontoggle={Callback::from(|event| dom::menu_toggled(&event))}
        >
            <summary class={classes!("sr-menu-name", (chosen > 0).then_some("sr-has-chosen"))}>
                <span>{ name }</span>
                if chosen > 0 {
                    <span class="sr-badge">{ chosen }</span>
                }
                { icon(Symbol::Down) }
            </summary>
            <div class="sr-menu-items" role="group" aria-label={name} tabindex="-1">{ for rows }</div>
        </details>
    }
}
