//! What was gathered while reading, and the list of references that it amounts to.

use super::Kept;
use super::copying::{Copyable, copyable, paragraph, unseen};
use super::export::{export, places};
use super::place::{language, style, words_of};
use crate::cite::{self, Cited, text};
use crate::state::{Action, Panel};
use crate::ui::context::Context;
use crate::ui::dom;
use crate::ui::parts::{El, Symbol, el, icon, plain_button};
use crate::ui::settings::remember;
use std::rc::Rc;
use yew::prelude::*;

/// The whole of it stands behind this.
pub fn basket(context: &Context, kept: &UseStateHandle<Kept>) -> Html {
    let (phrases, view) = (context.citing(), &context.view);
    if view.basket.is_empty() {
        return el("p", "sr-help").text(phrases.basket_empty).html();
    }
    let items = view.basket.iter().enumerate().map(|(at, cited)| item(context, at, cited));
    let entries = cite::list(
        &places(context, &view.basket),
        view.citing.style,
        view.citing.lang(view.ui_lang),
        dom::today(),
    );
    let plain: Vec<String> = entries.iter().map(|entry| text(entry)).collect();
    let list = Copyable {
        index: 0,
        name: phrases.reference_list,
        shown: entries.iter().map(|entry| paragraph(entry)).collect(),
        text: plain.join("\n"),
        html: cite::list_html(&entries, view.citing.style),
        is_first: true,
    };
    let choices = el("div", "sr-citing").child(style(context)).child(language(context));
    let empty = plain_button(phrases.empty_basket, context.on(Action::Gather(Rc::default())));
    el("div", "sr-basket")
        .child(el("ol", "sr-gathered").children(items.collect()).html())
        .child(choices.html())
        .child(copyable(context, kept, list, vec![]))
        .child(export(context, kept, &view.basket))
        .children(remember(context, phrases.basket_kept))
        .child(empty)
        .html()
}

/// A place that was gathered, with the way there and the way out.
fn item(context: &Context, at: usize, cited: &Cited) -> Html {
    let phrases = context.citing();
    let Some(edition) = cited.view(context.corpus()) else { return Html::default() };
    let words = words_of(cited, edition);
    let mut rest: Vec<Cited> = (*context.view.basket).clone();
    rest.remove(at);
    let remove = el("button", "sr-icon-button")
        .with("type", "button")
        .with("title", phrases.let_go)
        .on_click(context.on(Action::Gather(Rc::new(rest))))
        .child(icon(Symbol::Close))
        .child(unseen(phrases.let_go));
    el("li", "sr-gathered-place")
        .child(way_to(context, cited, &words).lang(edition.edition.lang).html())
        .child(remove.html())
        .html()
}

/// A link that goes to a place and shows its words.
pub fn way_to(context: &Context, cited: &Cited, words: &str) -> El {
    let edition = cited.view(context.corpus());
    let anchor = edition.and_then(|edition| cited.anchor(edition)).unwrap_or_default();
    let title = edition.map(|edition| edition.edition.title.as_str()).unwrap_or_default();
    let section = edition.and_then(|edition| {
        let block = edition.block_at(&anchor)?;
        Some(edition.heading(edition.section_of(block)?).text.plain.as_str())
    });
    let mut trail = title.to_owned();
    if let Some(section) = section.filter(|section| *section != title) {
        trail = trail + " › " + section;
    }
    // A sheet that covers the text gives way to it.
    let close = {
        let (dispatch, element) = (context.dispatcher(), context.host.element.clone());
        move |event: MouseEvent| {
            if dom::is_narrow(&element) {
                dispatch(Action::Show(Panel::Closed));
            }
            event
        }
    };
    let go = context.on_link(Action::Point(Rc::new(cited.clone()))).reform(close);
    el("a", "sr-hit-link")
        .with_made("href", format!("#{anchor}").into())
        .on_click(go)
        .child(el("span", "sr-hit-trail").text(&trail).html())
        .child(el("span", "sr-hit-words sr-cut").text(words).html())
}
