//! A menu of choices that can be ticked, with how many each would give. A button that unfolds a group of tick boxes, as
//! the ARIA Authoring Practices have it for disclosures: the tab key and the space bar do the rest, as everywhere.

use super::{Symbol, el, icon};
use crate::ui::dom;
use std::rc::Rc;
use yew::prelude::*;

pub struct Menu {
    pub name: &'static str,
    /// How many of its choices were made.
    pub chosen: usize,
    /// They may come when the menu is opened.
    pub items: Vec<MenuItem>,
    /// Told the place of the item that was ticked or let go.
    pub choose: Callback<usize>,
    /// Told whether the menu is open.
    pub toggled: Callback<bool>,
}

pub struct MenuItem {
    /// Unique in the menu.
    pub key: AttrValue,
    pub words: AttrValue,
    /// What the choice would give; none where that is not counted.
    pub count: Option<usize>,
    /// Whether the count says how many it would add.
    pub more: bool,
    pub chosen: bool,
    /// Stands above the first item of those that share it.
    pub group: Option<AttrValue>,
}

pub fn menu(menu: Menu) -> Html {
    let Menu { name, chosen, items, choose, toggled } = menu;
    let mut above = None;
    let mut rows: Vec<Html> = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        if item.group != above {
            above.clone_from(&item.group);
            let group = item.group.as_deref().unwrap_or_default();
            rows.push(el("p", "sr-menu-group").key(&format!("{index}-group")).text(group).html());
        }
        rows.push(row(item, choose.reform(move |_: Event| index)));
    }
    let class = if chosen > 0 { "sr-menu-name sr-has-chosen" } else { "sr-menu-name" };
    let mut summary = el("summary", class).child(el("span", "").text(name).html());
    if chosen > 0 {
        summary = summary.child(el("span", "sr-badge").text(&chosen.to_string()).html());
    }
    // The toggle event does not reach us from a shadow root in WebKit; a press on the name always does.
    let pressed = toggled.reform(|event: MouseEvent| dom::menu_opens(&event));
    summary = summary.on(Rc::new(yew::html::onclick::Wrapper::new(pressed)));
    let left = Callback::from(|event: FocusEvent| dom::menu_left(&event));
    let items =
        el("div", "sr-menu-items").with("role", "group").with("aria-label", name).with("tabindex", "-1");
    el("details", "sr-menu")
        .on(Rc::new(yew::html::onkeydown::Wrapper::new(Callback::from(|event| dom::menu_key(&event)))))
        .on(Rc::new(yew::html::onfocusout::Wrapper::new(left)))
        .on(Rc::new(yew::html::ontoggle::Wrapper::new(Callback::from(move |event| {
            toggled.emit(dom::menu_toggled(&event));
        }))))
        .child(summary.child(icon(Symbol::Down)).html())
        .child(items.children(rows).html())
        .html()
}

fn row(item: MenuItem, onchange: Callback<Event>) -> Html {
    let nothing = item.count == Some(0) && !item.chosen;
    let input = el("input", "")
        .with("type", "checkbox")
        .checked(item.chosen)
        .on(Rc::new(yew::html::onchange::Wrapper::new(onchange)));
    let mut row = el("label", if nothing { "sr-menu-item sr-gives-nothing" } else { "sr-menu-item" })
        .key(&item.key)
        .child(input.html())
        .child(el("span", "sr-menu-words").text(&item.words).html());
    if let Some(count) = item.count {
        let count = count.to_string();
        let count = if item.more { "+".to_owned() + &count } else { count };
        row = row.child(el("span", "sr-menu-count").text(&count).html());
    }
    row.html()
}
