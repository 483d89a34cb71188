//! The filters: a menu for each side from which the documents can be narrowed down, the choices as chips that can be
//! taken back, and what helps where nothing is left.

use super::context::Context;
use super::dom;
use super::parts::{Menu, MenuItem, Symbol, chip, chips, el, icon, menu, plain_button};
use crate::cite::Cited;
use crate::filter::{Facet, Selection, Tally};
use crate::model::{Lang, NameSort};
use crate::state::{Action, Panel};
use std::rc::Rc;
use yew::prelude::*;

/// What is kept while filters are seen.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Kept {
    /// The menu that is open; the items of the others are not drawn, since they would cost time with every key.
    pub open: Option<Facet>,
    /// Whether all of a long list is shown.
    pub all: bool,
    /// In which of its looks.
    pub look: usize,
}

/// The menus and the choices. `tally` has gone through everything that could be left.
pub fn filters(context: &Context, tally: &Tally, facets: &[Facet], kept: &UseStateHandle<Kept>) -> Html {
    let phrases = context.phrases();
    let selection = &context.view.selection;
    let mut menus: Vec<Html> = Vec::new();
    for facet in facets {
        menus.push(facet_menu(context, tally, *facet, kept));
    }
    let mut choices: Vec<Html> = Vec::new();
    for (facet, id) in selection.iter() {
        let words = name_of(context, facet, id);
        let remove = on(context, Action::Choose(facet, id.to_owned()));
        choices.push(chip(&words, (context.finding().without_choice)(&words), remove));
    }
    if !choices.is_empty() {
        choices.push(plain_button(context.finding().clear_choices, on(context, Action::ClearSelection)));
    }
    el("div", "sr-filters")
        .with("role", "group")
        .with("aria-label", phrases.filters)
        .with("tabindex", "-1")
        .child(el("div", "sr-filter-menus").children(menus).html())
        .child(chips(context.finding().chosen, choices))
        .html()
}

fn facet_menu(context: &Context, tally: &Tally, facet: Facet, kept: &UseStateHandle<Kept>) -> Html {
    let offered = if kept.open == Some(facet) { offered(context, tally, facet) } else { Vec::new() };
    let mut items: Vec<MenuItem> = Vec::new();
    let mut ids: Vec<String> = Vec::new();
    for value in offered {
        items.push(item(context, tally, facet, value));
        ids.push(context.filters().id(value).to_owned());
    }
    let dispatch = context.dispatcher();
    let kept = kept.clone();
    menu(Menu {
        name: context.finding().facets[facet as usize],
        chosen: context.view.selection.values(facet).count(),
        items,
        choose: Callback::from(move |place: usize| dispatch(Action::Choose(facet, ids[place].clone()))),
        // Another one may have been opened before this one was closed.
        toggled: Callback::from(move |is_open: bool| {
            if is_open || kept.open == Some(facet) {
                kept.set(Kept { open: is_open.then_some(facet), ..*kept });
            }
        }),
    })
}

/// The values that a menu shows: of long lists only those that would give something.
fn offered(context: &Context, tally: &Tally, facet: Facet) -> Vec<usize> {
    let long = matches!(facet, Facet::Part | Facet::Name);
    let values = context.filters().values(facet);
    values.filter(|value| !long || tally.is_chosen(*value) || tally.with(*value) > 0).collect()
}

fn item(context: &Context, tally: &Tally, facet: Facet, value: usize) -> MenuItem {
    let id = context.filters().id(value);
    let chosen = tally.is_chosen(value);
    let more = tally.asks(facet) && !chosen;
    let gives = if more { tally.after(value) - tally.left() } else { tally.with(value) };
    MenuItem {
        key: id.to_owned().into(),
        words: name_of(context, facet, id),
        count: Some(gives as usize),
        more,
        chosen,
        group: group_of(context, facet, value),
    }
}

/// Dispatches an action and keeps the focus near what was pressed, which may be gone then.
pub fn on(context: &Context, action: Action) -> Callback<MouseEvent> {
    let dispatch = context.dispatcher();
    Callback::from(move |event: MouseEvent| {
        dom::focus_filters(&event);
        dispatch(action.clone());
    })
}

/// A button that puts all that is listed into the collection, and shows it there.
pub fn gather_all(context: &Context, listed: impl Fn(&Context) -> Vec<Cited> + 'static) -> Html {
    let pressed = {
        let context = context.clone();
        Callback::from(move |_| {
            let mut basket = (*context.view.basket).clone();
            for cited in listed(&context) {
                if !basket.contains(&cited) {
                    basket.push(cited);
                }
            }
            context.host.store.dispatch(Action::Gather(Rc::new(basket)));
            context.host.store.dispatch(Action::Show(Panel::Basket));
        })
    };
    el("button", "sr-button sr-gather-all")
        .with("type", "button")
        .on_click(pressed)
        .child(icon(Symbol::Quote))
        .child(el("span", "").text(context.finding().gather_all).html())
        .html()
}

/// What stands above the values of a long menu: the document of a part, the sort of a name.
fn group_of(context: &Context, facet: Facet, value: usize) -> Option<AttrValue> {
    let corpus = context.corpus();
    match facet {
        Facet::Part => {
            let document = corpus.document_of(context.filters().id(value))?;
            Some(name_of(context, Facet::Document, &document.id))
        }
        Facet::Name => {
            let place = value - context.filters().values(Facet::Name).start;
            let sort = corpus.vocabulary().names.get(place)?.sort;
            let place = NameSort::ALL.iter().position(|other| *other == sort)?;
            Some(context.finding().name_sorts[place].into())
        }
        _ => None,
    }
}

/// What a value is called.
pub fn name_of(context: &Context, facet: Facet, id: &str) -> AttrValue {
    let (corpus, view, phrases) = (context.corpus(), &context.view, context.phrases());
    let vocabulary = corpus.vocabulary();
    let index = context.filters();
    let place = index.find(facet, id).map_or(0, |value| value as usize - index.values(facet).start);
    let words = match facet {
        Facet::Document => {
            let edition = corpus.edition_or_original(id, view.text_lang);
            edition.map(|edition| format!("{} ({})", edition.edition.title, edition.document.issued.year))
        }
        Facet::Part => corpus.document_of(id).and_then(|document| {
            let edition = corpus.edition_or_original(&document.id, view.text_lang)?;
            let block = edition.block_at(id)?;
            let number = edition.number(edition.section_headed_by(block)?);
            Some(format!("{number} {}", edition.block(block).text.plain))
        }),
        Facet::Theme => vocabulary.themes.get(place).map(|theme| theme.name.get(view.ui_lang).to_owned()),
        Facet::Actor => vocabulary.actors.get(place).map(|actor| actor.name.get(view.ui_lang).to_owned()),
        Facet::Kind => vocabulary.kinds.get(place).map(|kind| kind.name.get(view.ui_lang).to_owned()),
        Facet::Name => vocabulary.names.get(place).map(|name| name.name.get(view.ui_lang).to_owned()),
        Facet::Year => None,
        Facet::Original => Lang::from_code(id).map(|lang| phrases.language_name(lang).to_owned()),
        Facet::Strength => context.finding().strengths.get(place).map(|words| (*words).to_owned()),
        Facet::Binds => context.finding().bound.get(place).map(|words| (*words).to_owned()),
    };
    words.unwrap_or_else(|| id.to_owned()).trim().to_owned().into()
}

/// Says that nothing has all that was chosen, and what would give something again: without one of the choices, else
/// with one of them alone. `count` says what a selection would give.
pub fn nothing_left(context: &Context, tally: &Tally, count: &dyn Fn(&Selection) -> usize) -> Html {
    let (phrases, selection) = (context.finding(), &context.view.selection);
    let mut ways: Vec<Html> = Vec::new();
    for alone in [false, true] {
        for facet in Facet::ALL.into_iter().filter(|facet| tally.asks(*facet)) {
            let mut other = if alone { Selection::default() } else { selection.clone() };
            selection.values(facet).for_each(|id| other.toggle(facet, id));
            let gives = count(&other);
            if gives > 0 {
                let mut chosen = selection.values(facet);
                let words = match (chosen.next(), chosen.next()) {
                    (Some(only), None) => name_of(context, facet, only),
                    _ => phrases.facets[facet as usize].into(),
                };
                let say = if alone { phrases.alone_gives } else { phrases.would_give };
                ways.push(plain_button(&say(&words, gives), on(context, Action::Select(other))));
            }
        }
        if !ways.is_empty() {
            break;
        }
    }
    let all = count(&Selection::default());
    ways.push(plain_button(&(phrases.all_would_give)(all), on(context, Action::ClearSelection)));
    el("div", "sr-state")
        .child(el("p", "sr-state-words").text(phrases.nothing_left).html())
        .child(el("div", "sr-actions").children(ways).html())
        .html()
}
