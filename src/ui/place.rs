//! The line below the bar: where one is, as a trail of headings, and the way to the section before and the one after.

use super::context::Context;
use super::parts::{Symbol, el, icon};
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
    let mut crumbs = el("ol", "sr-crumbs").lang(edition.edition.lang);
    for section in trail {
        crumbs = crumbs.child(crumb(context, edition, section));
    }
    el("nav", "sr-place")
        .with_made("aria-label", context.landmark(phrases.section_steps))
        .child(crumbs.html())
        .child(terms_button(context))
        .child(step(context, edition, before, phrases.previous, Symbol::Back))
        .child(step(context, edition, after, phrases.next, Symbol::Forward))
        .html()
}

/// Opens and closes the explanations; says how many words of the section in sight have one.
fn terms_button(context: &Context) -> Html {
    if context.edition().is_none_or(|edition| edition.document.explained.is_empty()) {
        return Html::default();
    }
    let open = context.view.panel == Panel::Terms;
    let count = count_here(context);
    let count = (count > 0).then(|| el("span", "sr-count").text(&count.to_string()).html());
    el("button", "sr-terms-button")
        .with("type", "button")
        .expanded(open)
        .on_click(context.on(Action::Show(if open { Panel::Closed } else { Panel::Terms })))
        .text(context.phrases().terms)
        .child_if(count)
        .html()
}

fn crumb(context: &Context, edition: EditionView, section: usize) -> Html {
    let heading = edition.heading(section);
    let link = el("a", "sr-crumb-link")
        .with_made("href", format!("#{}", heading.anchor).into())
        .on_click(context.on_link(Action::GoTo(heading.anchor.clone())))
        .child(el("span", "sr-tree-number").text(edition.number(section)).html())
        .text(&heading.text.plain);
    el("li", "sr-crumb").key(&heading.anchor).child(link.html()).html()
}

fn step(
    context: &Context,
    edition: EditionView,
    section: Option<usize>,
    name: &'static str,
    symbol: Symbol,
) -> Html {
    let Some(section) = section else {
        return el("span", "sr-step").html();
    };
    let heading = edition.heading(section);
    let words = format!("{name}: {}", heading.text.plain);
    let class = if symbol == Symbol::Forward { "sr-step sr-step-forward" } else { "sr-step sr-step-back" };
    let words = AttrValue::from(words);
    el("a", class)
        .with_made("title", words.clone())
        .with_made("aria-label", words)
        .with_made("href", format!("#{}", heading.anchor).into())
        .on_click(context.on_link(Action::GoTo(heading.anchor.clone())))
        .child(icon(symbol))
        .html()
}
