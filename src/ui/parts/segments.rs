//! A choice among a few steps side by side: radio buttons, so that arrow keys and screen readers know them.

use yew::prelude::*;

pub fn segments(
    name: &'static str,
    words: &[&'static str],
    chosen: usize,
    choose: impl Fn(usize) + Clone + 'static,
) -> Html {
    let options = words.iter().enumerate().map(|(step, words)| {
        let choose = choose.clone();
        let onchange = Callback::from(move |_: Event| choose(step));
        html! {
            <label class="sr-segment">
                <input type="radio" class="sr-segment-input" {name} checked={step == chosen} {onchange} />
                <span class="sr-segment-words">{ *words }</span>
            </label>
        }
    });
    html! {
        <fieldset class="sr-segments">
            <legend class="sr-field-name">{ name }</legend>
            <div class="sr-segment-row">{ for options }</div>
        </fieldset>
    }
}
