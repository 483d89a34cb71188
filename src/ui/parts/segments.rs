//! A choice among a few steps side by side: radio buttons, so that arrow keys and screen readers know them.

use super::el;
use std::rc::Rc;
use yew::prelude::*;

pub fn segments(name: &'static str, words: &[&'static str], chosen: usize, choose: Callback<usize>) -> Html {
    let options = words.iter().enumerate().map(|(step, words)| {
        let onchange = choose.reform(move |_: Event| step);
        let input = el("input", "sr-segment-input")
            .with("type", "radio")
            .with("name", name)
            .checked(step == chosen)
            .on(Rc::new(yew::html::onchange::Wrapper::new(onchange)));
        el("label", "sr-segment")
            .child(input.html())
            .child(el("span", "sr-segment-words").text(words).html())
            .html()
    });
    el("fieldset", "sr-segments")
        .child(el("legend", "sr-field-name").text(name).html())
        .child(el("div", "sr-segment-row").children(options.collect()).html())
        .html()
}
