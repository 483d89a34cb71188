//! A tree to move in by arrow keys, after the navigation treeview of the ARIA Authoring Practices. Items come as a flat
//! list in the order in which they are seen; their level says how they nest.

use crate::ui::dom;
use yew::prelude::*;

pub struct TreeItem {
    /// Unique in the tree.
    pub key: String,
    pub href: String,
    pub words: Html,
    /// Counted from 1.
    pub level: usize,
    /// Its place among its siblings, counted from 1, and how many they are.
    pub place: (usize, usize),
    /// Whether it is unfolded; none for an item with nothing below it.
    pub expanded: Option<bool>,
    /// The place in sight.
    pub current: bool,
    pub open: Callback<MouseEvent>,
    pub toggle: Callback<MouseEvent>,
}

/// One item is a stop of the tab key: the current one, else the first.
pub fn tree(label: &'static str, lang: &'static str, items: Vec<TreeItem>) -> Html {
    let stop = items.iter().position(|item| item.current).unwrap_or(0);
    let rows = items.iter().enumerate().map(|(index, item)| row(item, index == stop));
    html! {
        <div class="sr-tree" role="tree" aria-label={label} {lang} onkeydown={Callback::from(|event| dom::move_in_tree(&event))}>{ for rows }</div>
    }
}

fn row(item: &TreeItem, stop: bool) -> Html {
    let yes = |value: bool| if value { "true" } else { "false" };
    html! {
        <div key={item.key.clone()} class={classes!("sr-tree-row", format!("sr-tree-level-{}", item.level))} role="none">
            <a
                class="sr-tree-item"
                role="treeitem"
                href={item.href.clone()}
                aria-level={item.level.to_string()}
                aria-posinset={item.place.0.to_string()}
                aria-setsize={item.place.1.to_string()}
                aria-expanded={item.expanded.map(yes)}
                aria-current={item.current.then_some("location")}
                tabindex={if stop { "0" } else { "-1" }}
                onclick={item.open.clone()}
            >
                { item.words.clone() }
            </a>
            if let Some(expanded) = item.expanded {
                // For the mouse and the finger; the arrow keys do the same for the keyboard.
                <button
                    type="button"
                    class={classes!("sr-tree-fold", expanded.then_some("sr-unfolded"))}
                    tabindex="-1"
                    aria-hidden="true"
                    onclick={item.toggle.clone()}
                >
                    { super::icon(super::Symbol::Fold) }
                </button>
            }
        </div>
    }
}
