//! A tree to move in by arrow keys, after the navigation treeview of the ARIA Authoring Practices. Items come as a flat
//! list in the order in which they are seen; their level says how they nest.

use super::{El, Symbol, el, icon};
use crate::model::Lang;
use crate::ui::dom;
use yew::prelude::*;

pub struct TreeItem {
    /// Unique in the tree.
    pub key: String,
    pub href: String,
    pub words: Vec<Html>,
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
    /// What can be done with it beside going there: a symbol, its name, and what happens.
    pub beside: (Symbol, &'static str, Callback<MouseEvent>),
}

/// One item is a stop of the tab key: the current one, else the first.
pub fn tree(label: &'static str, lang: Lang, items: Vec<TreeItem>) -> Html {
    // What the keyboard can do that no tree says by itself.
    let help = items.first().map_or("", |item| item.beside.1);
    let stop = items.iter().position(|item| item.current).unwrap_or(0);
    let mut tree = el("div", "sr-tree")
        .with("role", "tree")
        .with("aria-label", label)
        .with("aria-describedby", "sr-tree-help")
        .lang(lang)
        .on_key(Callback::from(|event| dom::move_in_tree(&event)));
    for (index, item) in items.into_iter().enumerate() {
        tree = tree.child(row(item, index == stop));
    }
    let help = el("p", "sr-help sr-tree-help").with("id", "sr-tree-help").text(help);
    el("div", "").child(tree.html()).child(help.html()).html()
}

fn row(item: TreeItem, stop: bool) -> Html {
    let number = |number: usize| AttrValue::from(number.to_string());
    let mut link = el("a", "sr-tree-item")
        .with("role", "treeitem")
        .with_made("href", item.href.into())
        .with_made("aria-level", number(item.level))
        .with_made("aria-posinset", number(item.place.0))
        .with_made("aria-setsize", number(item.place.1))
        .with("tabindex", if stop { "0" } else { "-1" })
        .on_click(item.open)
        .children(item.words);
    if item.current {
        link = link.with("aria-current", "location");
    }
    let (symbol, name, act) = item.beside;
    let beside = silent("sr-tree-fold sr-tree-beside", symbol, act).with("title", name);
    let fold = item.expanded.map(|expanded| {
        let class = if expanded { "sr-tree-fold sr-unfolded" } else { "sr-tree-fold" };
        silent(class, Symbol::Fold, item.toggle).html()
    });
    if let Some(expanded) = item.expanded {
        link = link.expanded(expanded);
    }
    el("div", "")
        .with_made("class", format!("sr-tree-row sr-tree-level-{}", item.level).into())
        .with("role", "none")
        .key(&item.key)
        .child(link.html())
        .child(beside.html())
        .child_if(fold)
        .html()
}

/// For the mouse and the finger. For the keyboard the arrow keys do the same, or Enter with Shift.
#[inline(never)]
fn silent(class: &'static str, symbol: Symbol, act: Callback<MouseEvent>) -> El {
    el("button", class)
        .with("type", "button")
        .with("tabindex", "-1")
        .with("aria-hidden", "true")
        .on_click(act)
        .child(icon(symbol))
}
