//! The bar on top: start page, document, search, languages.

use super::context::Context;
use super::lists::text_lang;
use super::parts::{Choice, IconButton, Symbol, choice, el, icon, icon_button};
use crate::model::Lang;
use crate::state::{Action, Middle, Panel};
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
    html! {
        <div class="sr-bar">
            if context.view.document.is_some() && context.view.middle.is_text() {
                { contents_button(context) }
            }
            { icon_button(home, context.on(Action::GoToStart)) }
            { document_choice(context) }
            { search_field(context) }
            if context.view.middle != Middle::Commitments {
                { filter_button(context) }
            }
            { ways(context) }
            { languages(context) }
            { settings_button(context) }
        </div>
    }
}

/// The ways to what the documents say taken together. Pressed once more they lead back to the text.
pub fn ways(context: &Context) -> Html {
    let phrases = context.phrases();
    let ways = [
        (Symbol::Checklist, phrases.commitments, Middle::Commitments),
        (Symbol::Bars, phrases.themes, Middle::Themes),
    ];
    // In the bar this way has a button of its own.
    let home = el("button", "sr-button sr-way sr-way-home")
        .with("type", "button")
        .on_click(context.on(Action::GoToStart))
        .child(icon(Symbol::Home))
        .text(phrases.all_documents);
    let mut row = el("div", "sr-ways").child(home.html());
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
    let dispatch = context.dispatcher();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            dispatch(Action::Search(input.value()));
        }
    });
    // Coming back to a field with words in it brings their hits back.
    let onfocus = match view.query.trim().is_empty() {
        true => Callback::noop(),
        false => context.on(Action::Show(Panel::Hits)),
    };
    html! {
        <div class="sr-search" role="search">
            { icon(Symbol::Search) }
            <input
                class="sr-search-input"
                type="search"
                aria-label={phrases.search}
                placeholder={phrases.search}
                value={view.query.clone()}
                autocomplete="off"
                spellcheck="false"
                {oninput}
                {onfocus}
                onkeydown={context.on_escape(Action::Search(String::new()))}
            />
        </div>
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
    html! { <div class="sr-languages">{ for listed }{ for text }{ ui }</div> }
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
