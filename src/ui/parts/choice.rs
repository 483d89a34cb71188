//! A labelled choice of one among a few: the browser's own menu, which works everywhere.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

pub struct Choice {
    pub label: &'static str,
    /// Value and words of each option.
    pub options: Vec<(AttrValue, AttrValue)>,
    pub value: AttrValue,
    pub class: &'static str,
}

pub fn choice(choice: Choice, chosen: impl Fn(String) + 'static) -> Html {
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            chosen(select.value());
        }
    });
    let options = choice.options.iter().map(|(value, words)| {
        html! { <option value={value.clone()} selected={*value == choice.value}>{ words }</option> }
    });
    html! {
        <label class={classes!("sr-choice", choice.class)}>
            <span class="sr-choice-name">{ choice.label }</span>
            <select class="sr-select" {onchange}>{ for options }</select>
        </label>
    }
}
