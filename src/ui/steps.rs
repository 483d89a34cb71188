//! The way to the section before and the one after.

use super::context::Context;
use super::parts::{Symbol, icon};
use crate::state::Action;
use yew::prelude::*;

pub fn steps(context: &Context) -> Html {
    let Some(edition) = context.edition() else { return Html::default() };
    let sections: Vec<usize> = edition.listed_sections().collect();
    if sections.is_empty() {
        return Html::default();
    }
    let phrases = context.phrases();
    let at = context.here.and_then(|here| sections.iter().position(|section| *section == here));
    let before = at.and_then(|at| at.checked_sub(1)).map(|before| sections[before]);
    let after = sections.get(at.map_or(0, |at| at + 1)).copied();
    html! {
        <nav class="sr-steps" aria-label={phrases.section_steps}>
            { step(context, before, phrases.previous, Symbol::Back) }
            { step(context, after, phrases.next, Symbol::Forward) }
        </nav>
    }
}

fn step(context: &Context, section: Option<usize>, name: &'static str, symbol: Symbol) -> Html {
    let (Some(section), Some(edition)) = (section, context.edition()) else {
        return html! { <span /> };
    };
    let heading = edition.heading(section);
    let class = if symbol == Symbol::Forward { "sr-step sr-step-forward" } else { "sr-step" };
    html! {
        <a
            {class}
            href={format!("#{}", heading.anchor)}
            onclick={context.on_link(Action::GoTo(heading.anchor.clone()))}
        >
            { icon(symbol) }
            <span class="sr-step-words">
                <span class="sr-step-name">{ name }</span>
                <span class="sr-step-title" lang={edition.edition.lang.code()}>{ &heading.text.plain }</span>
            </span>
        </a>
    }
}
