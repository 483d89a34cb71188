//! What the search found, grouped by document, with the words that matched.

use super::context::Context;
use super::dom::{self, Rest};
use super::filters::{Kept, filters, gather_all, nothing_left, on};
use super::parts::plain_button;
use crate::cite::Cited;
use crate::filter::{Facet, Selection, Tally};
use crate::search::{Answer, Hit, excerpt};
use crate::state::Action;
use std::rc::Rc;
use yew::prelude::*;

/// More are counted, but not listed: nobody reads them, and drawing them costs time on every key.
const MOST_LISTED: usize = 60;
/// When typing has rested for so long, in milliseconds, those are listed that cannot be seen at once, and what can be done with hits.
const REST: i32 = 400;
/// In pixels: where the first hit begins below the top of a window, and less than hits are high in the middle (107 to 239).
const ABOVE_HITS: f64 = 325.0;
const HIT: f64 = 130.0;

/// The sides from which passages are narrowed down; the others belong to commitments.
const FACETS: [Facet; 8] = [
    Facet::Theme,
    Facet::Actor,
    Facet::Kind,
    Facet::Name,
    Facet::Document,
    Facet::Part,
    Facet::Year,
    Facet::Original,
];

/// A passage that is left.
#[derive(Clone, Copy)]
struct Found {
    document: usize,
    /// Its place in the original.
    block: usize,
    hit: Option<Hit>,
}

/// What is left of the hits, or of all passages where nothing is sought.
struct List {
    answer: Answer,
    /// All that the selection is applied to.
    all: Vec<Found>,
    found: Vec<Found>,
    tally: Tally,
}

impl List {
    fn of(context: &Context, query: &str) -> Self {
        let answer = context.index().ask(query);
        let mut found: Vec<Found> = Vec::new();
        if query.trim().is_empty() {
            for (document, content) in context.corpus().documents().iter().enumerate() {
                let blocks = content.original().blocks.iter().enumerate();
                let passages = blocks.filter(|(_, block)| block.kind.is_passage());
                found.extend(passages.map(|(block, _)| Found { document, block, hit: None }));
            }
        } else {
            let hits = answer.hits.iter();
            found.extend(hits.map(|hit| Found { document: hit.document, block: hit.block, hit: Some(*hit) }));
        }
        let all = found.clone();
        let mut tally = Tally::new(context.filters(), &context.view.selection);
        found.retain(|one| tally.add(context.filters().block(one.document, one.block)));
        List { answer, all, found, tally }
    }

    /// How many another selection would leave.
    fn count(&self, context: &Context, selection: &Selection) -> usize {
        let mut tally = Tally::new(context.filters(), selection);
        let left = |one: &&Found| tally.add(context.filters().block(one.document, one.block));
        self.all.iter().filter(left).count()
    }
}

pub fn hits(context: &Context) -> Html {
    html! { <Hits ..context.clone() /> }
}

#[component]
fn Hits(context: &Context) -> Html {
    let (phrases, view) = (context.finding(), context.view.clone());
    let list = use_memo((view.query.clone(), view.selection.clone()), |(query, _)| List::of(context, query));
    // The list that is drawn to its end, by its place in memory.
    let this = Rc::as_ptr(&list) as usize;
    let whole = use_state_eq(|| 0);
    let rest = use_state(Rest::default);
    use_effect_with(this, {
        let whole = whole.setter();
        move |this| {
            let this = *this;
            rest.ask(REST, Box::new(move || whole.set(this)));
        }
    });
    let is_whole = *whole == this;
    let seen = 1 + ((dom::window_height() - ABOVE_HITS) / HIT) as usize;
    let most = if is_whole { MOST_LISTED } else { seen };
    let kept = use_state_eq(Kept::default);
    // The document with the best hit comes first.
    let mut documents: Vec<usize> = Vec::new();
    for found in &list.found {
        if !documents.contains(&found.document) {
            documents.push(found.document);
        }
    }
    let sought = !view.query.trim().is_empty();
    let count = list.found.len();
    let mut summary = match (list.all.len(), sought) {
        (0, true) => (phrases.no_hits)(view.query.trim()),
        (_, true) => (phrases.hit_count)(count, documents.len()),
        (_, false) => (phrases.passages)(count),
    };
    for (typed, found) in &list.answer.corrections {
        summary += if summary.ends_with('.') { " " } else { ". " };
        summary += &(phrases.hits_for)(found, typed);
    }
    let nearest = list.answer.suggestion.as_ref().map(|nearest| {
        plain_button(&(phrases.search_for)(nearest), on(context, Action::Search(nearest.clone())))
    });
    let gather = (count > 0 && (sought || !view.selection.is_empty())).then(|| {
        let list = list.clone();
        gather_all(context, move |context| {
            list.found.iter().filter_map(|found| cited(context, found)).collect()
        })
    });
    let listed = &list.found[..count.min(most)];
    html! {
        <>
            { filters(context, &list.tally, &FACETS, &kept) }
            <p class="sr-hits-summary" role="status">{ summary }</p>
            if list.all.is_empty() {
                <p class="sr-help">{ phrases.no_hits_help }</p>
                { nearest }
            } else if count == 0 {
                { nothing_left(context, &list.tally, &|selection| list.count(context, selection)) }
            }
            // In an element of their own: Yew pairs siblings without keys from the last to the first, and would draw the
            // filters anew with every document more.
            <div>{ for documents.iter().map(|document| group_of_hits(context, &list.answer, listed, *document, is_whole)) }</div>
            if count > MOST_LISTED {
                <p class="sr-help">{ (phrases.more_hits)(count - MOST_LISTED) }</p>
            }
            // Always one node, lest the filters be drawn anew and lose the focus.
            if let Some(gather) = gather { { gather } }
        </>
    }
}

/// A passage as something to cite, in the language of the text.
fn cited(context: &Context, found: &Found) -> Option<Cited> {
    let id = &context.corpus().documents()[found.document].id;
    let view = context.corpus().edition_or_original(id, context.view.text_lang)?;
    let block = view.edition.blocks.get(view.edition.blocks_for(found.block).start)?;
    Some(Cited::at(view, Some(&block.anchor)))
}

fn group_of_hits(
    context: &Context,
    answer: &Answer,
    listed: &[Found],
    document: usize,
    is_whole: bool,
) -> Html {
    let id = &context.corpus().documents()[document].id;
    let mut hits = listed.iter().filter(|hit| hit.document == document).peekable();
    let view = context.corpus().edition_or_original(id, context.view.text_lang);
    let Some(view) = view.filter(|_| hits.peek().is_some()) else { return Html::default() };
    html! {
        <section key={view.document.id.clone()} class="sr-hit-group">
            <h3 class="sr-hit-document" lang={view.edition.lang.code()}>{ &view.edition.title }</h3>
            <ol class="sr-hit-list">{ for hits.map(|hit| entry(context, answer, hit, is_whole)) }</ol>
        </section>
    }
}

fn entry(context: &Context, answer: &Answer, found: &Found, is_whole: bool) -> Html {
    let corpus = context.corpus();
    let id = &corpus.documents()[found.document].id;
    let lang = context.view.text_lang;
    let shown = found.hit.and_then(|hit| context.index().show(corpus, answer, &hit, lang));
    let (view, block, marks) = match &shown {
        Some(shown) => {
            let edition = &corpus.documents()[found.document].editions[shown.edition];
            (corpus.edition(id, edition.lang), shown.block, shown.marks.as_slice())
        }
        None => {
            let view = corpus.edition_or_original(id, lang);
            (view, view.map_or(0, |view| view.edition.blocks_for(found.block).start), &[][..])
        }
    };
    // An edition may leave out what stands at the end of its original.
    let Some(view) = view.filter(|view| block < view.edition.blocks.len()) else { return Html::default() };
    let trail = view.section_of(block).map(|section| view.trail(section)).unwrap_or_default();
    let block = view.block(block);
    let trail: Vec<String> = trail.iter().map(|section| view.heading(*section).text.plain.clone()).collect();
    // Why it is here, where the words typed do not tell.
    let mut why = String::new();
    if shown.is_some() && view.edition.lang != lang && corpus.edition(id, lang).is_some() {
        why += context.phrases().language_name(view.edition.lang);
    }
    if let Some(words) = shown.as_ref().and_then(|shown| shown.instead.as_ref()) {
        why += if why.is_empty() { "" } else { " · " };
        why += &(context.finding().hit_for)(words);
    }
    let ui_lang = context.view.ui_lang;
    let onclick = context.on_link(Action::OpenHit(block.anchor.clone(), view.edition.lang));
    let runs = excerpt(&block.text.plain, marks);
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
                if !why.is_empty() {
                    <span class="sr-hit-trail" lang={ui_lang.code()}>{ why }</span>
                }
                <span class="sr-hit-words">{ for runs }</span>
            </a>
            if is_whole {
                { context.cite_button(view, &block.anchor) }
            }
        </li>
    }
}
