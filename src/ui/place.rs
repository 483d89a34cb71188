//! The line below the bar: where one is, as a trail of headings, and the way to the section before and the one after.

use super::context::Context;
use super::parts::{Symbol, icon};
use super::terms::count_here;
use crate::corpus::EditionView;
use crate::state::{Action, Panel};
use yew::prelude::*;

pub fn place(context: &Context) -> Html {
    let Some(edition) = context.edition() else { return Html::default() };
    let sections: Vec<usize> = edition.listed_sections().collect();
    // At the beginning the title says where one is, and nothing stands over it but what a text without sections needs.
    let begun = context.here.is_some() || context.view.panel == Panel::Terms;
    if !begun && (!sections.is_empty() || edition.document.explained.is_empty()) {
        return Html::default();
    }
    let phrases = context.phrases();
    let at = sections.iter().position(|section| Some(*section) == context.here).unwrap_or_default();
    let before = at.checked_sub(1).map(|before| sections[before]);
    let after = sections.get(at + 1).copied();
    let trail = context.here.map(|here| edition.trail(here)).unwrap_or_default();
    let crumbs = trail.into_iter().map(|section| crumb(context, edition, section));
    html! {
        <nav class="sr-place" aria-label={phrases.section_steps}>
            <ol class="sr-crumbs" lang={edition.edition.lang.code()}>{ for crumbs }</ol>
            { terms_button(context) }
            { step(context, edition, before, phrases.previous, Symbol::Back) }
            { step(context, edition, after, phrases.next, Symbol::Forward) }
        </nav>
    }
}

/// Opens and closes the explanations; says how many words of the section in sight have one.
fn terms_button(context: &Context) -> Html {
    if context.edition().is_none_or(|edition| edition.document.explained.is_empty()) {
        return Html::default();
    }
    let open = context.view.panel == Panel::Terms;
    let count = count_here(context);
    html! {
        <button
            type="button"
            class="sr-terms-button"
            aria-expanded={if open { "true" } else { "false" }}
            onclick={context.on(Action::Show(if open { Panel::Closed } else { Panel::Terms }))}
        >
            { context.phrases().terms }
            if count > 0 {
                <span class="sr-count">{ count }</span>
            }
        </button>
    }
}

fn crumb(context: &Context, edition: EditionView, section: usize) -> Html {
    let heading = edition.heading(section);
    html! {
        <li class="sr-crumb" key={heading.anchor.clone()}>
            <a
                class="sr-crumb-link"
                href={format!("#{}", heading.anchor)}
                onclick={context.on_link(Action::GoTo(heading.anchor.clone()))}
            >
                <span class="sr-tree-number">{ edition.number(section) }</span>
                { &heading.text.plain }
            </a>
        </li>
    }
}

fn step(
    context: &Context,
    edition: EditionView,
    section: Option<usize>,
    name: &'static str,
    symbol: Symbol,
) -> Html {
    let Some(section) = section else {
        return html! { <span class="sr-step" /> };
    };
    let heading = edition.heading(section);
    let words = format!("{name}: {}", heading.text.plain);
    let class = if symbol == Symbol::Forward { "sr-step sr-step-forward" } else { "sr-step sr-step-back" };
    html! {
        <a
            {class}
            title={words.clone()}
            aria-label={words}
            href={format!("#{}", heading.anchor)}
            onclick={context.on_link(Action::GoTo(heading.anchor.clone()))}
        >
            { icon(symbol) }
        </a>
    }
}
