//! What the search found, grouped by document, with the words that matched.

use super::context::Context;
use crate::search::{Answer, Hit, excerpt};
use crate::state::Action;
use yew::prelude::*;

/// More are counted, but not listed: nobody reads them, and drawing them costs time on every key.
const MOST_LISTED: usize = 60;

#[component]
pub fn Hits(context: &Context) -> Html {
    let (phrases, view) = (context.phrases(), context.view.clone());
    let answer = use_memo(view.query.clone(), |query| context.index().ask(query));
    let hits = &answer.hits;
    // The document with the best hit comes first.
    let mut documents: Vec<usize> = Vec::new();
    for hit in hits {
        if !documents.contains(&hit.document) {
            documents.push(hit.document);
        }
    }
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
            { for documents.iter().map(|document| group_of_hits(context, &answer, listed, *document)) }
            if hits.len() > MOST_LISTED {
                <p class="sr-help">{ (phrases.more_hits)(hits.len() - MOST_LISTED) }</p>
            }
        </>
    }
}

fn group_of_hits(context: &Context, answer: &Answer, listed: &[Hit], document: usize) -> Html {
    let id = &context.corpus().documents()[document].id;
    let mut hits = listed.iter().filter(|hit| hit.document == document).peekable();
    let view = context.corpus().edition_or_original(id, context.view.text_lang);
    let Some(view) = view.filter(|_| hits.peek().is_some()) else { return Html::default() };
    html! {
        <section key={view.document.id.clone()} class="sr-hit-group">
            <h3 class="sr-hit-document" lang={view.edition.lang.code()}>{ &view.edition.title }</h3>
            <ol class="sr-hit-list">{ for hits.map(|hit| entry(context, answer, hit)) }</ol>
        </section>
    }
}

fn entry(context: &Context, answer: &Answer, hit: &Hit) -> Html {
    let corpus = context.corpus();
    let document = &corpus.documents()[hit.document];
    let shown = context.index().show(corpus, answer, hit, context.view.text_lang);
    let Some((shown, view)) = shown.and_then(|shown| {
        let lang = document.editions[shown.edition].lang;
        Some((shown, corpus.edition(&document.id, lang)?))
    }) else {
        return Html::default();
    };
    let block = view.block(shown.block);
    let trail = view.section_of(shown.block).map(|section| view.trail(section)).unwrap_or_default();
    let trail: Vec<String> = trail.iter().map(|section| view.heading(*section).text.plain.clone()).collect();
    let onclick = context.on_link(Action::OpenHit(block.anchor.clone(), view.edition.lang));
    let runs = excerpt(&block.text.plain, &shown.marks);
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
