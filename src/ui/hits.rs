//! What the search found, grouped by document, with the words that matched.

use super::context::Context;
use crate::search::{self, Hit};
use crate::state::Action;
use yew::prelude::*;

/// More are counted, but not listed: nobody reads them, and drawing them costs time on every key.
const MOST_LISTED: usize = 60;

#[component]
pub fn Hits(context: &Context) -> Html {
    let (phrases, view) = (context.phrases(), context.view.clone());
    let hits = use_memo((view.query.clone(), view.text_lang), |(query, lang)| {
        search::find(context.corpus(), query, *lang)
    });
    let mut documents: Vec<&str> = hits.iter().map(|hit| hit.document.as_str()).collect();
    documents.dedup();
    let summary = if hits.is_empty() {
        (phrases.no_hits)(view.query.trim())
    } else {
        (phrases.hit_count)(hits.len(), documents.len())
    };
    let listed = &hits[..hits.len().min(MOST_LISTED)];
    html! {
        <>
            <p class="sr-hits-summary" role="status">{ summary }</p>
            if hits.is_empty() {
                <p class="sr-help">{ phrases.no_hits_help }</p>
            }
            { for listed.chunk_by(|a, b| a.document == b.document).map(|group| group_of_hits(context, group)) }
            if hits.len() > MOST_LISTED {
                <p class="sr-help">{ (phrases.more_hits)(hits.len() - MOST_LISTED) }</p>
            }
        </>
    }
}

fn group_of_hits(context: &Context, hits: &[Hit]) -> Html {
    let Some(view) = hits.first().and_then(|hit| context.corpus().edition(&hit.document, hit.lang)) else {
        return Html::default();
    };
    html! {
        <section key={view.document.id.clone()} class="sr-hit-group">
            <h3 class="sr-hit-document" lang={view.edition.lang.code()}>{ &view.edition.title }</h3>
            <ol class="sr-hit-list">{ for hits.iter().map(|hit| entry(context, hit)) }</ol>
        </section>
    }
}

fn entry(context: &Context, hit: &Hit) -> Html {
    let Some(view) = context.corpus().edition(&hit.document, hit.lang) else { return Html::default() };
    let block = view.block(hit.block);
    let trail = view.section_of(hit.block).map(|section| view.trail(section)).unwrap_or_default();
    let trail: Vec<String> = trail.iter().map(|section| view.heading(*section).text.plain.clone()).collect();
    let onclick = context.on_link(Action::OpenHit(block.anchor.clone(), hit.lang));
    let runs = search::excerpt(&block.text.plain, &hit.marks);
    let runs = runs.into_iter().map(|run| {
        if run.marked {
            html! { <mark class="sr-mark">{ run.text }</mark> }
        } else {
            html! { { run.text } }
        }
    });
    html! {
        <li key={block.anchor.clone()} class="sr-hit">
            <a class="sr-hit-link" href={format!("#{}", block.anchor)} lang={view.edition.lang.code()} {onclick}>
                if !trail.is_empty() {
                    <span class="sr-hit-trail">{ trail.join(" › ") }</span>
                }
                <span class="sr-hit-words">{ for runs }</span>
            </a>
        </li>
    }
}
