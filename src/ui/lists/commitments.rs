//! The commitments: a table on wide readers, cards on narrow ones.

use crate::cite::{self, Cited};
use crate::commitments::{Column, Format, Grouping, List, Listing, Row, file, group_name, groups, rows};
use crate::filter::{Facet, Selection, Tally};
use crate::model::Lang;
use crate::state::{Action, View};
use crate::ui::context::Context;
use crate::ui::dom;
use crate::ui::filters::{Kept, filters, gather_all, name_of, nothing_left};
use crate::ui::parts::{self, Choice, Group, Order, Table, choice, el, plain_button, table};
use yew::prelude::*;

const FACETS: [Facet; 8] = [
    Facet::Theme,
    Facet::Actor,
    Facet::Strength,
    Facet::Binds,
    Facet::Name,
    Facet::Document,
    Facet::Part,
    Facet::Year,
];

/// More are listed when somebody asks for them: drawing all of them takes time with every choice.
const MOST_LISTED: usize = 50;

pub(super) fn commitments(context: &Context, kept: &UseStateHandle<Kept>) -> Vec<Html> {
    let phrases = context.finding();
    let (rows, tally) = narrowed(context, &context.view.selection);
    let listed = if kept.all { rows.len() } else { rows.len().min(MOST_LISTED) };
    let count = (phrases.commitment_count)(rows.len());
    let shown = if rows.is_empty() {
        nothing_left(context, &tally, &|selection| narrowed(context, selection).0.len())
    } else {
        shown(context, &rows[..listed], &rows)
    };
    // What is not there leaves an empty place: Yew pairs siblings without keys by their number.
    let (mut files, mut more) = Default::default();
    if !rows.is_empty() {
        files = take_along(context);
    }
    if listed < rows.len() {
        let kept = kept.clone();
        let show_all = Callback::from(move |_| kept.set(Kept { all: true, ..*kept }));
        more = plain_button(&(phrases.show_all)(rows.len()), show_all);
    }
    let head = el("div", "sr-list-head")
        .child(el("p", "sr-hits-summary").with("role", "status").text(&count).html())
        .child(grouping(context))
        .child(files);
    vec![filters(context, &tally, &FACETS, kept), head.html(), shown, more]
}

/// What a selection leaves, and what further choices would give.
fn narrowed<'a>(context: &'a Context, selection: &Selection) -> (Vec<Row<'a>>, Tally) {
    let view = &context.view;
    let mut tally = Tally::new(context.filters(), selection);
    let langs = (text_lang(context), view.ui_lang);
    let rows = rows(context.corpus(), context.filters(), &mut tally, langs, view.listing);
    (rows, tally)
}

/// The language in which the words are read; a language in which there is no text gives way to bokmål.
pub fn text_lang(context: &Context) -> Lang {
    let wanted = context.view.text_lang;
    let known = context.corpus().editions().any(|view| view.edition.lang == wanted);
    if known { wanted } else { Lang::Nb }
}

fn grouping(context: &Context) -> Html {
    let (phrases, listing) = (context.finding(), context.view.listing);
    let named = Grouping::ALL.iter().zip(phrases.groupings);
    let options = named.map(|(group, words)| (group.name().into(), words.into())).collect();
    let value = listing.group.name().into();
    let dispatch = context.dispatcher();
    let chosen = Callback::from(move |name: String| {
        if let Some(group) = Grouping::ALL.into_iter().find(|group| group.name() == name) {
            dispatch(Action::List(Listing { group, ..listing }));
        }
    });
    choice(Choice { label: phrases.group_by, options, value, class: "sr-group-by" }, chosen)
}

/// What the columns after the words sort by.
const COLUMNS: [Column; 5] = [Column::Strength, Column::Actor, Column::Binds, Column::Theme, Column::Place];

fn shown(context: &Context, listed: &[Row], all: &[Row]) -> Html {
    let (phrases, listing, corpus) = (context.phrases(), context.view.listing, context.corpus());
    let mut columns = vec![parts::Column { name: context.finding().commitment_columns[0], sort: None }];
    for (column, name) in COLUMNS.into_iter().zip(&context.finding().commitment_columns[1..]) {
        columns.push(parts::Column { name, sort: Some(context.on(Action::List(listing.sorted_by(column)))) });
    }
    let order = if listing.falls { Order::Falling } else { Order::Rising };
    let sorted = COLUMNS.iter().position(|column| *column == listing.sort);
    let mut shown: Vec<Group> = Vec::new();
    for (place, rows) in groups(listed, listing.group) {
        // How many there are, whether they are listed yet or not.
        let count = all.iter().filter(|row| listing.group.of(row) == place).count();
        let name = group_name(corpus, &rows[0], listing.group, context.view.ui_lang);
        let rows = rows.iter().map(|row| (row.anchor().into(), cells(context, row)));
        shown.push(Group { name: format!("{name} ({count})").into(), rows: rows.collect() });
    }
    let name = phrases.commitments.into();
    table(&Table { name, columns, sorted: sorted.map(|sorted| (sorted + 1, order)), groups: shown })
}

fn cells(context: &Context, row: &Row) -> Vec<Html> {
    let (phrases, vocabulary) = (context.finding(), context.corpus().vocabulary());
    let commitment = row.commitment;
    let (lead_in, words) = row.view.commitment_words(commitment);
    let lang = row.view.edition.lang;
    let mut said = el("p", "sr-commitment").lang(lang);
    if let Some(lead_in) = lead_in {
        said = said.child(el("span", "sr-lead-in").text(lead_in).html()).text(" ");
    }
    let actor = commitment.actor.and_then(|actor| vocabulary.actors.get(usize::from(actor)));
    let mut who = el("span", "").child(match actor {
        Some(actor) => tag(actor.name.get(context.view.ui_lang)),
        None => el("span", "sr-untagged").text(phrases.not_named).html(),
    });
    // The words by which the text names somebody are those of the original.
    if lang == row.view.document.original().lang && !commitment.named.is_empty() {
        let named = cite::quoted(&commitment.named, lang);
        who = who.text(" ").child(el("span", "sr-named").lang(lang).text(&named).html());
    }
    let mut themes = String::new();
    for theme in row.themes().iter().filter_map(|theme| vocabulary.themes.get(usize::from(*theme))) {
        if !themes.is_empty() {
            themes.push_str(", ");
        }
        themes.push_str(theme.name.get(context.view.ui_lang));
    }
    vec![
        said.text(words).html(),
        tag(phrases.strengths[commitment.strength as usize]),
        who.html(),
        tag(phrases.bound[commitment.binds as usize]),
        tag(&themes),
        place(context, row),
    ]
}

/// What editors say, in pencil. Where that is nothing the cell is empty, and no part of a card.
fn tag(words: &str) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    el("span", "sr-tag").text(words).html()
}

/// Where it stands, and the way there.
fn place(context: &Context, row: &Row) -> Html {
    let (anchor, lang) = (row.anchor(), row.view.edition.lang);
    let mut place = el("div", "");
    if context.view.listing.group != Grouping::Document {
        place =
            place.child(el("span", "sr-hit-trail").lang(lang).text(&row.view.edition.title).html()).text(" ");
    }
    let number = row.view.section_of(row.place()).map_or("", |section| row.view.number(section));
    // A number stays with its heading.
    let heading = format!("{number}\u{a0}{}", row.heading().unwrap_or(&row.view.edition.title));
    let mut link = el("a", "sr-place-link")
        .with_made("href", format!("#{anchor}").into())
        .on_click(context.on_link(Action::OpenHit(anchor.clone(), lang)))
        .child(el("span", "").lang(lang).text(heading.trim()).html());
    if let Some(ordinal) = row.view.ordinal(row.place()) {
        link = link.text(", ").text(&(context.phrases().paragraph_short)(&ordinal.label()));
    }
    let place = place.child(link.html()).html();
    el("div", "sr-there").child(place).child(context.cite_button(row.view, &anchor)).html()
}

/// Buttons that write the list, as it is narrowed down and sorted, into a file.
fn take_along(context: &Context) -> Html {
    let words = context.finding().take_along;
    let mut row = el("div", "sr-take-along").with("role", "group").with("aria-label", words);
    row = row.child(el("span", "sr-choice-name").with("aria-hidden", "true").text(words).html());
    for (format, name) in Format::ALL.into_iter().zip(["CSV", "JSON", "Markdown"]) {
        let context = context.clone();
        row = row.child(plain_button(name, Callback::from(move |_| save(&context, format))));
    }
    let rows = |context: &Context| {
        let (rows, _) = narrowed(context, &context.view.selection);
        rows.iter().map(|row| Cited::at(row.view, Some(&row.anchor()))).collect()
    };
    row.child(gather_all(context, rows)).html()
}

fn save(context: &Context, format: Format) {
    let (view, phrases) = (&context.view, context.finding());
    let link = |row: &Row| {
        let (document, anchor) = (Some(row.view.document.id.clone()), Some(row.anchor()));
        let text_lang = row.view.edition.lang;
        (context.host.permalink)(&View { document, anchor, text_lang, words: None, ..(**view).clone() })
    };
    let mut chosen = String::new();
    for (facet, id) in view.selection.iter() {
        let between = if chosen.is_empty() { "" } else { "; " };
        chosen += &format!("{between}{}: {}", phrases.facets[facet as usize], name_of(context, facet, id));
    }
    let (rows, _) = narrowed(context, &view.selection);
    let list = List {
        corpus: context.corpus(),
        rows: &rows,
        group: view.listing.group,
        lang: view.ui_lang,
        chosen: &chosen,
        link: &link,
    };
    let name = format!("{}.{}", phrases.commitments_file, format.ending());
    dom::save(&name, format.media_type(), &file(&list, format));
}
