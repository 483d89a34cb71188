//! The themes of all documents side by side, the oldest first: as a picture, or as a table. Each cell leads to its
//! passages.

use crate::filter::{Facet, Selection, Share, by_age, shares};
use crate::page;
use crate::state::Action;
use crate::ui::context::Context;
use crate::ui::filters::Kept;
use crate::ui::parts::{el, segments};
use yew::prelude::*;

/// More documents than these find no room beside each other: they pass by in a strip that scrolls.
const SIDE_BY_SIDE: usize = 7;

/// The radius of the largest spot, in the units of its picture.
const LARGEST: u32 = 100;

pub(super) fn themes(context: &Context, kept: &UseStateHandle<Kept>) -> Vec<Html> {
    let (phrases, corpus) = (context.phrases(), context.corpus());
    let documents = by_age(corpus);
    let shares = shares(corpus, &documents);
    let most = shares.iter().flatten().map(|share| share.permille).max().unwrap_or_default();
    let is_picture = kept.look == 0;
    let corner = el("th", "").with("scope", "col").text(context.finding().facets[Facet::Theme as usize]);
    let mut heads = vec![corner.html()];
    for place in &documents {
        let document = &corpus.documents()[*place];
        let edition = document.edition(context.view.text_lang).unwrap_or(document.original());
        let year = page::issued(&document.issued, context.view.ui_lang);
        let head = el("th", "sr-theme-document")
            .with("scope", "col")
            .child(el("span", "sr-theme-year").text(&year).html())
            .child(el("span", "").lang(edition.lang).text(&edition.title).html());
        heads.push(head.html());
    }
    let mut rows: Vec<Html> = Vec::new();
    for (theme, shares) in corpus.vocabulary().themes.iter().zip(&shares) {
        let name = theme.name.get(context.view.ui_lang);
        let name = el("th", "sr-theme-name").with("scope", "row").text(name);
        let mut row = el("tr", "sr-theme").key(&theme.id).child(name.html());
        for (place, share) in documents.iter().zip(shares) {
            let mut selection = Selection::default();
            selection.add(Facet::Document, &corpus.documents()[*place].id);
            selection.add(Facet::Theme, &theme.id);
            let cell = cell(context, share, selection, is_picture.then_some(most));
            row = row.child(el("td", "sr-theme-cell").child(cell).html());
        }
        rows.push(row.html());
    }
    let kept = kept.clone();
    let look = kept.look;
    let choose = Callback::from(move |look| kept.set(Kept { look, ..*kept }));
    let head = el("thead", "").child(el("tr", "").children(heads).html());
    let is_few = documents.len() <= SIDE_BY_SIDE;
    let mut table = el("table", if is_few { "sr-themes sr-few" } else { "sr-themes" })
        .with("aria-label", phrases.themes)
        .child(head.html())
        .child(el("tbody", "").children(rows).html())
        .html();
    if !is_few {
        // A stop of the Tab key, from where the arrow keys scroll it.
        let strip = el("div", "sr-themes-strip").with("role", "group").with("tabindex", "0");
        table = strip.with("aria-label", phrases.themes).child(table).html();
    }
    vec![
        segments(context.finding().themes_shown, &context.finding().as_picture_or_table, look, choose),
        table,
    ]
}

/// How much a document says on a theme; `most` is what the highest bar stands for.
fn cell(context: &Context, share: &Share, selection: Selection, most: Option<u32>) -> Html {
    let phrases = context.finding();
    if share.passages == 0 {
        return el("span", "sr-theme-none").text("–").html();
    }
    let percent = (phrases.percent)((share.permille + 5) / 10);
    let mut button = el("button", "sr-theme-button")
        .with("type", "button")
        .on_click(context.on(Action::Narrow(selection)));
    if let Some(most) = most {
        // The area says how much, so the radius is its root.
        let area = (share.permille * LARGEST * LARGEST).checked_div(most).unwrap_or_default();
        button = button.child(spot(area.isqrt().max(4)));
    }
    button
        .child(el("span", "sr-theme-passages").text(&share.passages.to_string()).html())
        .child(el("span", "sr-unseen").text((phrases.passages_and)(share.passages as usize)).html())
        .child(el("span", "sr-theme-percent").text(&percent).html())
        .child(el("span", "sr-unseen").text(phrases.of_the_text).html())
        .html()
}

fn spot(radius: u32) -> Html {
    let circle = el("circle", "").with_made("r", radius.to_string().into());
    el("svg", "sr-theme-spot")
        .with("viewBox", "-100 -100 200 200")
        .with("aria-hidden", "true")
        .with("focusable", "false")
        .child(circle.html())
        .html()
}
