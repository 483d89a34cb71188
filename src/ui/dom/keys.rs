//! Keys that move within a group: in a tree, after the navigation treeview of the ARIA Authoring Practices, and along
//! the numbers in the margin of the text.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Answers a key pressed in a tree that `parts::tree` has drawn.
pub fn move_in_tree(event: &KeyboardEvent) {
    let item = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(item) = item.filter(|item| item.class_list().contains("sr-tree-item")) else { return };
    let Some(tree) = item.closest("[role=tree]").ok().flatten() else { return };
    let items = items_of(&tree, "[role=treeitem]");
    let Some(at) = items.iter().position(|other| *other == item) else { return };
    let expanded = item.get_attribute("aria-expanded");
    let key = event.key();
    let next = match key.as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => items.len() - 1,
        "ArrowRight" if expanded.as_deref() == Some("true") => at + 1,
        "ArrowLeft" if expanded.as_deref() != Some("true") => parent(&items, at),
        "ArrowRight" | "ArrowLeft" => {
            if expanded.is_some() {
                press(item.next_element_sibling().and_then(|beside| beside.next_element_sibling()));
            }
            at
        }
        "Enter" if event.shift_key() => {
            press(item.next_element_sibling());
            at
        }
        "Enter" | " " => {
            press(Some(item));
            at
        }
        _ => match begins_with(&items, at, &key).filter(|_| !event.ctrl_key() && !event.meta_key()) {
            Some(found) => found,
            None => return,
        },
    };
    event.prevent_default();
    if let Some(target) = items.get(next).and_then(|item| item.dyn_ref::<HtmlElement>()) {
        let _ = target.focus();
    }
}

fn items_of(tree: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = tree.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

fn level(item: &Element) -> usize {
    item.get_attribute("aria-level").and_then(|level| level.parse().ok()).unwrap_or(1)
}

fn parent(items: &[Element], at: usize) -> usize {
    let own = level(&items[at]);
    items[..at].iter().rposition(|item| level(item) < own).unwrap_or(at)
}

/// Presses a button of an item's row, which come in this order.
fn press(button: Option<Element>) {
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        button.click();
    }
}

/// The next item whose words begin with the letter that was typed; the numbers before them do not count.
fn begins_with(items: &[Element], at: usize, key: &str) -> Option<usize> {
    let mut letters = key.chars();
    let letter = letters.next().filter(|letter| letters.next().is_none() && letter.is_alphabetic())?;
    let begins = |item: &Element| {
        let words = item.text_content().unwrap_or_default();
        words
            .chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
    };
    (1..=items.len()).map(|step| (at + step) % items.len()).find(|index| begins(&items[*index]))
}

/// From one number in the margin to the one below or above it.
pub fn move_along_margin(element: &Element, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target.filter(|target| target.class_list().contains("sr-handle")) else { return };
    let handles = items_of(element, ".sr-handle");
    let Some(at) = handles.iter().position(|handle| *handle == target) else { return };
    let next = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(handle) = handles.get(next).and_then(|handle| handle.dyn_ref::<HtmlElement>()) {
        let _ = handle.focus();
    }
}

/// Answers a key pressed in a row of tabs that `parts::tabs` has drawn.
pub fn move_in_tabs(event: &KeyboardEvent) {
    let tab = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(row) = tab.as_ref().and_then(|tab| tab.closest("[role=tablist]").ok().flatten()) else { return };
    let tabs = items_of(&row, "[role=tab]");
    let Some(at) = tabs.iter().position(|other| Some(other) == tab.as_ref()) else { return };
    let next = match event.key().as_str() {
        "ArrowRight" => (at + 1) % tabs.len(),
        "ArrowLeft" => (at + tabs.len() - 1) % tabs.len(),
        "Home" => 0,
        "End" => tabs.len() - 1,
        _ => return,
    };
    event.prevent_default();
    if let Some(tab) = tabs[next].dyn_ref::<HtmlElement>() {
        let _ = tab.focus();
        tab.click();
    }
}
