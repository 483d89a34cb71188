//! Tabs, after the pattern of the ARIA Authoring Practices with automatic activation: one stop of the tab key, arrow keys
//! between them. Ids are those of the shadow root, where nobody else has any.

use crate::ui::dom;
use yew::prelude::*;

pub struct Tabs {
    /// Unique among the tabs that are shown; a beginning for ids.
    pub id: &'static str,
    pub name: &'static str,
    pub words: Vec<AttrValue>,
    pub chosen: usize,
}

/// The row of tabs and the panel below it. `choose` is told the place of the tab that was chosen.
pub fn tabs(look: &Tabs, choose: Callback<usize>, panel: Html) -> Html {
    let id = |index: usize| format!("sr-{}-{index}", look.id);
    let row = look.words.iter().enumerate().map(|(index, words)| {
        let chosen = index == look.chosen;
        html! {
            <button
                type="button"
                class="sr-tab"
                role="tab"
                id={id(index)}
                aria-selected={if chosen { "true" } else { "false" }}
                aria-controls={format!("sr-{}", look.id)}
                tabindex={if chosen { "0" } else { "-1" }}
                onclick={choose.reform(move |_: MouseEvent| index)}
            >
                { words.clone() }
            </button>
        }
    });
    html! {
        <div class="sr-tabs">
            <div class="sr-tab-row" role="tablist" aria-label={look.name} onkeydown={Callback::from(|event| dom::move_in_tabs(&event))}>
                { for row }
            </div>
            <div class="sr-tab-panel" role="tabpanel" id={format!("sr-{}", look.id)} aria-labelledby={id(look.chosen)} tabindex="0">
                { panel }
            </div>
        </div>
    }
}
