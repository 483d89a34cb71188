//! The contents of the open document, with the place that is in sight.

use super::context::Context;
use crate::corpus::EditionView;
use crate::state::Action;
use yew::prelude::*;

pub fn contents(context: &Context) -> Html {
    let Some(edition) = context.edition() else { return Html::default() };
    let trail = context.here.map(|here| edition.trail(here)).unwrap_or_default();
    let Some(list) = list(context, edition, None, &trail) else { return Html::default() };
    let name = context.phrases().contents;
    html! {
        <nav class="sr-contents" aria-label={name}>
            <h2 class="sr-contents-name">{ name }</h2>
            <div lang={edition.edition.lang.code()}>{ list }</div>
        </nav>
    }
}

fn list(context: &Context, edition: EditionView, parent: Option<usize>, trail: &[usize]) -> Option<Html> {
    let entries: Vec<Html> =
        edition.children(parent).map(|section| entry(context, edition, section, trail)).collect();
    (!entries.is_empty()).then(|| html! { <ol class="sr-contents-list">{ entries }</ol> })
}

fn entry(context: &Context, edition: EditionView, section: usize, trail: &[usize]) -> Html {
    let heading = edition.heading(section);
    let open = trail.contains(&section);
    let here = trail.last() == Some(&section);
    html! {
        <li key={heading.anchor.clone()} class={if open { "sr-contents-entry sr-open" } else { "sr-contents-entry" }}>
            <a
                class="sr-contents-link"
                href={format!("#{}", heading.anchor)}
                aria-current={here.then_some("location")}
                onclick={context.on_link(Action::GoTo(heading.anchor.clone()))}
            >
                <span class="sr-contents-number">{ edition.number(section) }</span>
                <span>{ &heading.text.plain }</span>
            </a>
            { for list(context, edition, Some(section), trail) }
        </li>
    }
}
