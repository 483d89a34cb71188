//! The bar on top: start page, document, search, languages.

use super::context::{Context, Host};
use super::dom;
use super::later;
use super::lists::text_lang;
use super::parts::{Choice, IconButton, Symbol, choice, el, icon, icon_button};
use crate::model::Lang;
use crate::state::{Action, Middle, Panel};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

pub fn bar(context: &Context) -> Html {
    let phrases = context.phrases();
    let home = IconButton {
        symbol: Symbol::Home,
        label: phrases.all_documents,
        class: Some("sr-home"),
        expanded: None,
    };
    let view = &context.view;
    let contents = (view.document.is_some() && view.middle.is_text()).then(|| contents_button(context));
    let filter = (view.middle != Middle::Commitments).then(|| filter_button(context));
    el("div", "sr-bar")
        .child_if(contents)
        .child(icon_button(home, context.on(Action::GoToStart)))
        .child(document_choice(context))
        .child(search_field(context))
        .child_if(filter)
        .child(ways(context))
        .child(languages(context))
        .child(cite_button(context))
        .child(settings_button(context))
        .html()
}

/// The ways to what the documents say taken together. Pressed once more they lead back to the text.
pub fn ways(context: &Context) -> Html {
    let phrases = context.phrases();
    let ways = [
        (Symbol::Checklist, phrases.commitments, Middle::Commitments),
        (Symbol::Bars, phrases.themes, Middle::Themes),
    ];
    // In the bar these ways have buttons of their own.
    let home = el("button", "sr-button sr-way sr-way-home")
        .with("type", "button")
        .on_click(context.on(Action::GoToStart))
        .child(icon(Symbol::Home))
        .text(phrases.all_documents);
    let cite = el("button", "sr-button sr-way sr-way-home")
        .with("type", "button")
        .on_click(context.on(Action::Show(Panel::Citation)))
        .child(icon(Symbol::Quote))
        .text(phrases.cite);
    let mut row = el("div", "sr-ways").child(home.html()).child(cite.html());
    for (symbol, words, middle) in ways {
        let here = context.view.middle == middle;
        let way = el("button", "sr-button sr-way")
            .with("type", "button")
            .with("title", words)
            .with("aria-pressed", if here { "true" } else { "false" })
            .on_click(context.on(Action::Turn(if here { Middle::Text } else { middle })));
        row = row.child(way.child(icon(symbol)).child(el("span", "sr-way-words").text(words).html()).html());
    }
    row.html()
}

fn filter_button(context: &Context) -> Html {
    let open = context.view.panel == Panel::Hits;
    let look = IconButton {
        symbol: Symbol::Filter,
        label: context.phrases().filters,
        class: Some(match context.view.selection.is_empty() {
            true => "sr-filter-button",
            false => "sr-filter-button sr-has-chosen",
        }),
        expanded: Some(open),
    };
    icon_button(look, context.on(Action::Show(if open { Panel::Closed } else { Panel::Hits })))
}

/// Cites where one is, and leads to what was gathered and to the check of quotations.
fn cite_button(context: &Context) -> Html {
    let open = context.view.panel.is_citing();
    let look = IconButton {
        symbol: Symbol::Quote,
        label: context.phrases().cite,
        class: Some("sr-cite-button"),
        expanded: Some(open),
    };
    icon_button(look, context.on(Action::Show(if open { Panel::Closed } else { Panel::Citation })))
}

fn settings_button(context: &Context) -> Html {
    let open = context.view.panel == Panel::Settings;
    let look = IconButton {
        symbol: Symbol::Settings,
        label: context.phrases().settings,
        class: None,
        expanded: Some(open),
    };
    icon_button(look, context.on(Action::Show(if open { Panel::Closed } else { Panel::Settings })))
}

fn contents_button(context: &Context) -> Html {
    let open = context.view.panel == Panel::Contents;
    let look = IconButton {
        symbol: Symbol::Contents,
        label: context.phrases().open_contents,
        class: Some("sr-only-narrow"),
        expanded: Some(open),
    };
    icon_button(look, context.on(Action::Show(if open { Panel::Closed } else { Panel::Contents })))
}

pub fn document_choice(context: &Context) -> Html {
    let (phrases, view) = (context.phrases(), &context.view);
    let documents = context.corpus().documents().iter().map(|document| {
        let edition = document.edition(view.text_lang).unwrap_or(document.original());
        let name = format!("{} ({})", edition.title, document.issued.year);
        (AttrValue::from(document.id.clone()), AttrValue::from(name))
    });
    let none =
        view.document.is_none().then(|| (AttrValue::from(""), AttrValue::from(phrases.choose_document)));
    let options = none.into_iter().chain(documents).collect();
    let value = view.document.clone().unwrap_or_default().into();
    let look = Choice { label: phrases.document, options, value, class: "sr-document" };
    let dispatch = context.dispatcher();
    let open = Callback::from(move |id: String| {
        if !id.is_empty() {
            dispatch(Action::Open(id));
        }
    });
    choice(look, open)
}

fn search_field(context: &Context) -> Html {
    let (phrases, view) = (context.phrases(), &context.view);
    let host = context.host.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            type_in(&host, input.value());
        }
    });
    let typed = context.host.typed.borrow().clone().unwrap_or_else(|| view.query.clone());
    // Whoever is about to type needs what searches soon. Coming back to a field with words in it brings their hits back.
    let onfocus = match view.query.trim().is_empty() {
        true => {
            let host = context.host.clone();
            Callback::from(move |_| later::approach(&host))
        }
        false => context.on(Action::Show(Panel::Hits)),
    };
    let input = el("input", "sr-search-input")
        .with("type", "search")
        .with("aria-label", phrases.search)
        .with("placeholder", phrases.search)
        .with("autocomplete", "off")
        .with("spellcheck", "false")
        .value(typed.into())
        .on(Rc::new(yew::html::oninput::Wrapper::new(oninput)))
        .on(Rc::new(yew::html::onfocus::Wrapper::new(onfocus)))
        .on_key(context.on_escape(Action::Search(String::new())));
    el("div", "sr-search")
        .with("role", "search")
        .with_made("aria-label", context.landmark(phrases.search))
        .child(icon(Symbol::Search))
        .child(input.html())
        .html()
}

/// Seeks what was typed once its letter is seen, so that no key waits for the hits of the one before.
fn type_in(host: &Rc<Host>, words: String) {
    if host.typed.replace(Some(words)).is_none() {
        let host = host.clone();
        dom::after_picture(Box::new(move || {
            if let Some(words) = host.typed.take() {
                host.store.dispatch(Action::Search(words));
            }
        }));
    }
}

pub fn languages(context: &Context) -> Html {
    let (phrases, view) = (context.phrases(), &context.view);
    let named = |lang: Lang| (lang.code().into(), phrases.language_name(lang).into());
    // The words of commitments are those of all documents.
    let listed = (view.middle == Middle::Commitments).then(|| {
        let known = |lang: &Lang| context.corpus().editions().any(|view| view.edition.lang == *lang);
        let options = Lang::ALL.into_iter().filter(known).map(named).collect();
        let value = text_lang(context).code();
        language_choice(context, phrases.text_language, options, value, |code| {
            Lang::from_code(code).map(Action::ReadIn)
        })
    });
    let text = context.edition().filter(|_| listed.is_none()).map(|edition| {
        let langs = edition.document.editions.iter().map(|edition| edition.lang);
        let mut options: Vec<(AttrValue, AttrValue)> = langs.map(named).collect();
        let mut value = edition.edition.lang.code();
        if let Some(beside) = edition.beside() {
            let langs = [edition, beside].map(|view| phrases.language_name(view.edition.lang));
            options.push((BOTH.into(), (phrases.both_languages)(langs[0], langs[1]).into()));
            value = if view.middle == Middle::Parallel { BOTH } else { value };
        }
        language_choice(context, phrases.text_language, options, value, |code| match code {
            BOTH => Some(Action::Turn(Middle::Parallel)),
            code => Lang::from_code(code).map(Action::ReadIn),
        })
    });
    let ui = Lang::ALL.map(named).into();
    let ui = language_choice(context, phrases.interface_language, ui, view.ui_lang.code(), |code| {
        Lang::from_code(code).map(Action::SpeakIn)
    });
    el("div", "sr-languages").child_if(listed).child_if(text).child(ui).html()
}

/// The value of the choice to read two languages side by side.
const BOTH: &str = "both";

fn language_choice(
    context: &Context,
    label: &'static str,
    options: Vec<(AttrValue, AttrValue)>,
    value: &'static str,
    action: fn(&str) -> Option<Action>,
) -> Html {
    let dispatch = context.dispatcher();
    let chosen = Callback::from(move |code: String| {
        if let Some(action) = action(&code) {
            dispatch(action);
        }
    });
    choice(Choice { label, options, value: value.into(), class: "sr-language" }, chosen)
}
