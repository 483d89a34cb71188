//! The settings panel: how to read, and on narrow readers what to read and in which language.

use super::bar;
use super::context::Context;
use super::parts::{el, plain_button, segments};
use crate::state::{Action, Setting, Settings};
use std::rc::Rc;
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
    let place = el("div", "sr-settings-place")
        .child(bar::ways(context))
        .child(bar::document_choice(context))
        .child(bar::languages(context));
    let changed = view.remembered || view.settings != Settings::default();
    let reset = changed.then(|| plain_button(phrases.reset, context.on(Action::ResetSettings)));
    el("div", "sr-settings")
        .child(place.html())
        .children(groups.collect())
        .children(remember(context, phrases.not_remembered))
        .child_if(reset)
        .child(offline(context))
        .html()
}

/// What there is to say of reading without a network is drawn by `www/offline.js`, on the site's own pages.
fn offline(context: &Context) -> Html {
    let lang = context.view.ui_lang;
    // Another language gets another element, which says all of it anew.
    el("strategy-reader-offline", "sr-offline").lang(lang).key(lang.code()).html()
}

/// Whether choices and the collection are kept on this device, and what becomes of them where they are not.
pub fn remember(context: &Context, otherwise: &str) -> Vec<Html> {
    let (phrases, remembered) = (context.phrases(), context.view.remembered);
    let dispatch = context.dispatcher();
    let changed = Callback::from(move |_: Event| dispatch(Action::Remember(!remembered)));
    let tick = el("input", "")
        .with("type", "checkbox")
        .checked(remembered)
        .on(Rc::new(yew::html::onchange::Wrapper::new(changed)));
    let check =
        el("label", "sr-check").child(tick.html()).child(el("span", "").text(phrases.remember).html());
    let help = if remembered { phrases.remembered } else { otherwise };
    vec![check.html(), el("p", "sr-help").text(help).html()]
}
