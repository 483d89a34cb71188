//! The plain reference of a place and its link, ready to copy.

use super::context::Context;
use super::dom;
use super::parts::{Symbol, button, icon};
use crate::cite::{self, Place, Run};
use yew::prelude::*;

#[derive(Clone, Copy, PartialEq)]
enum Outcome {
    Copied,
    Refused,
}

#[component]
pub fn Citation(context: &Context) -> Html {
    let outcome = use_state(|| None);
    let field = use_node_ref();
    let Some(edition) = context.edition() else { return Html::default() };
    let (phrases, view) = (context.phrases(), context.view.clone());
    let block = view.anchor.as_deref().and_then(|anchor| edition.block_at(anchor));
    let place = block.map_or(Place::Document, Place::Block);
    let runs = cite::plain(edition, place, view.ui_lang, dom::today());
    let link = (context.host.permalink)(&view);
    let copied = Copied { runs: runs.clone(), link: link.clone() };
    let onclick = {
        let (outcome, field) = (outcome.setter(), field.clone());
        Callback::from(move |_| {
            let (outcome, field) = (outcome.clone(), field.clone());
            dom::copy(&copied.plain(), &copied.html(), move |done| {
                outcome.set(Some(if done { Outcome::Copied } else { Outcome::Refused }));
                if !done {
                    dom::select(&field);
                }
            });
        })
    };
    let words =
        block.map(|block| edition.block(block).text.plain.clone()).unwrap_or(edition.edition.title.clone());
    let symbol = if *outcome == Some(Outcome::Copied) { Symbol::Check } else { Symbol::Copy };
    html! {
        <div class="sr-citation">
            <blockquote class="sr-cited" lang={edition.edition.lang.code()}>{ words }</blockquote>
            <h3 class="sr-field-name">{ phrases.reference }</h3>
            <div class="sr-copyable" ref={field} tabindex="-1">
                <p class="sr-reference">{ for runs.iter().map(shown) }</p>
                if let Some(link) = &link {
                    <p class="sr-permalink">{ link }</p>
                }
            </div>
            <div class="sr-actions">
                { button(html! { <>{ icon(symbol) }{ phrases.copy }</> }, true, onclick) }
                <span class="sr-outcome" role="status">
                    { match *outcome {
                        Some(Outcome::Copied) => phrases.copied,
                        Some(Outcome::Refused) => phrases.copy_refused,
                        None => "",
                    } }
                </span>
            </div>
        </div>
    }
}

fn shown(run: &Run) -> Html {
    if run.italic {
        html! { <i>{ &run.text }</i> }
    } else {
        html! { { &run.text } }
    }
}

/// The two forms of one thing on the clipboard.
struct Copied {
    runs: Vec<Run>,
    link: Option<String>,
}

impl Copied {
    fn plain(&self) -> String {
        self.link.iter().fold(cite::text(&self.runs), |text, link| text + "\n" + link)
    }

    fn html(&self) -> String {
        let link = self.link.as_deref().map(cite::escape);
        let link = link.map(|link| format!("<br><a href=\"{link}\">{link}</a>"));
        format!("<p>{}{}</p>", cite::html(&self.runs), link.unwrap_or_default())
    }
}
