//! The settings panel: how to read, and on narrow readers what to read and in which language.

use super::bar;
use super::context::Context;
use super::parts::{button, segments};
use crate::state::{Action, Setting, Settings};
use yew::prelude::*;

pub fn settings(context: &Context) -> Html {
    let phrases = context.phrases();
    let view = &context.view;
    let names = [
        (phrases.text_size, &phrases.sizes[..]),
        (phrases.line_length, &phrases.measures[..]),
        (phrases.spacing, &phrases.spacings[..]),
        (phrases.colours, &phrases.schemes[..]),
    ];
    let groups = Setting::ALL.into_iter().zip(names).map(|(setting, (name, words))| {
        let (dispatch, settings) = (context.dispatcher(), view.settings);
        let choose = move |step| dispatch(Action::Read(settings.with(setting, step)));
        segments(name, words, settings.step(setting), Callback::from(choose))
    });
    let remember = {
        let (dispatch, remembered) = (context.dispatcher(), view.remembered);
        Callback::from(move |_| dispatch(Action::Remember(!remembered)))
    };
    html! {
        <div class="sr-settings">
            <div class="sr-settings-place">{ bar::ways(context) }{ bar::document_choice(context) }{ bar::languages(context) }</div>
            { for groups }
            <label class="sr-check">
                <input type="checkbox" checked={view.remembered} onchange={remember} />
                <span>{ phrases.remember }</span>
            </label>
            <p class="sr-help">{ if view.remembered { phrases.remembered } else { phrases.not_remembered } }</p>
            if view.remembered || view.settings != Settings::default() {
                { button(html! { phrases.reset }, false, context.on(Action::ResetSettings)) }
            }
        </div>
    }
}
