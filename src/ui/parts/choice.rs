//! A labelled choice of one among a few: the browser's own menu, which works everywhere.

use super::el;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub struct Choice {
    pub label: &'static str,
    /// Value and words of each option.
    pub options: Vec<(AttrValue, AttrValue)>,
    pub value: AttrValue,
    pub class: &'static str,
}

pub fn choice(choice: Choice, chosen: Callback<String>) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            chosen.emit(select.value());
        }
    });
    let options = choice.options.into_iter().map(|(value, words)| {
        let mut option = el("option", "");
        if value == choice.value {
            option = option.with("selected", "selected");
        }
        option.with_made("value", value).text(&words).html()
    });
    let select = el("select", "sr-select")
        .on(Rc::new(yew::html::onchange::Wrapper::new(onchange)))
        .children(options.collect());
    el("label", "")
        .with_made("class", format!("sr-choice {}", choice.class).into())
        .child(el("span", "sr-choice-name").text(choice.label).html())
        .child(select.html())
        .html()
}
