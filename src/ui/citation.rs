//! A place as others cite it: the style chosen once, what will be copied in sight, and a press that copies it.

use super::context::Context;
use super::dom;
use super::parts::{Choice, Symbol, button, choice, icon};
use crate::cite::{self, Citation as Cited, Place, Request, Run, Style, in_marks};
use crate::model::{Kind, Lang};
use crate::state::{Action, Citing};
use web_sys::Element;
use yew::prelude::*;

/// Words that are set as a paragraph of their own instead of in quotation marks.
const LONG: usize = 40;

/// The form that was copied, and whether the clipboard took it.
type Outcome = Option<(usize, bool)>;

#[component]
pub fn Citation(context: &Context) -> Html {
    let outcome = use_state(|| Outcome::None);
    let Some(edition) = context.edition() else { return Html::default() };
    let (phrases, view) = (context.phrases(), context.view.clone());
    let block = view.anchor.as_deref().and_then(|anchor| edition.block_at(anchor));
    let place = block.map_or(Place::Document, Place::Block);
    let (citing, lang) = (view.citing, view.citing.lang(view.ui_lang));
    let request = Request { place, style: citing.style, lang, read: dom::today() };
    let Some(cited) = cite::cite(edition, &request) else { return Html::default() };
    let words = block.map_or(&edition.edition.title, |block| &edition.block(block).text.plain);
    let can_quote = block.is_some_and(|block| edition.block(block).kind != Kind::Heading);
    let link = (context.host.permalink)(&view);
    let quotation =
        (can_quote && citing.quote).then(|| quotation(words, &cited, citing.style, edition.edition.lang));
    let forms = [
        quotation.unwrap_or_default(),
        cited.entry,
        cited.in_text,
        cited.narrative,
        cited.note,
        cited.short_note,
    ];
    let shown =
        forms.into_iter().zip(phrases.citation_forms).enumerate().filter(|(_, (runs, _))| !runs.is_empty());
    let shown = shown.map(|(index, (runs, name))| {
        // The link goes along with what stands by itself.
        let link = link.clone().filter(|_| index < 2);
        form(context, index, name, runs, link, &outcome)
    });
    html! {
        <div class="sr-citation">
            <blockquote class="sr-cited" lang={edition.edition.lang.code()}>{ words }</blockquote>
            { choices(context, citing, lang, can_quote) }
            { for shown }
            if citing.style == Style::Vancouver && block.is_some() {
                <p class="sr-help">{ phrases.no_locator }</p>
            }
        </div>
    }
}

/// The words in quotation marks, or by themselves where they are many, and where they stand.
fn quotation(words: &str, cited: &Cited, style: Style, lang: Lang) -> Vec<Run> {
    let is_long = words.split(' ').count() > LONG;
    let words = if is_long { words.to_owned() } else { in_marks(words, style, lang) };
    let source = [&cited.in_text, &cited.note, &cited.entry].into_iter().find(|runs| !runs.is_empty());
    let space = Run::plain(" ");
    [Run::plain(words), space].into_iter().chain(source.into_iter().flatten().cloned()).collect()
}

fn choices(context: &Context, citing: Citing, lang: Lang, can_quote: bool) -> Html {
    let phrases = context.phrases();
    let styles = Style::ALL.into_iter().zip(phrases.styles);
    let look = Choice {
        label: phrases.style,
        options: styles.map(|(style, name)| (style.code().into(), name.into())).collect(),
        value: citing.style.code().into(),
        class: "sr-style",
    };
    let dispatch = context.dispatcher();
    let chosen = Callback::from(move |code: String| {
        if let Some(style) = Style::from_code(&code) {
            dispatch(Action::CiteAs(Citing { style, ..citing }));
        }
    });
    let style = choice(look, chosen);
    let langs = citing.style.langs().iter();
    let look = Choice {
        label: phrases.reference_language,
        options: langs.map(|lang| (lang.code().into(), phrases.language_name(*lang).into())).collect(),
        value: lang.code().into(),
        class: "sr-style",
    };
    let dispatch = context.dispatcher();
    let chosen = Callback::from(move |code: String| {
        dispatch(Action::CiteAs(Citing { lang: Lang::from_code(&code), ..citing }));
    });
    let lang = choice(look, chosen);
    let quote = context.on(Action::CiteAs(Citing { quote: !citing.quote, ..citing }));
    html! {
        <div class="sr-citing">
            { style }
            { lang }
            if can_quote {
                <label class="sr-check">
                    <input type="checkbox" checked={citing.quote} onchange={quote} />
                    <span>{ phrases.with_words }</span>
                </label>
            }
        </div>
    }
}

/// One form of the citation with the button that copies it; text and HTML go to the clipboard together.
fn form(
    context: &Context,
    index: usize,
    name: &'static str,
    runs: Vec<Run>,
    link: Option<String>,
    outcome: &UseStateHandle<Outcome>,
) -> Html {
    let phrases = context.phrases();
    let done = outcome.filter(|(copied, _)| *copied == index).map(|(_, done)| done);
    let symbol = if done == Some(true) { Symbol::Check } else { Symbol::Copy };
    let shown = runs.iter().map(shown).collect::<Html>();
    let address = link.clone();
    let onclick = {
        let outcome = outcome.setter();
        Callback::from(move |event: MouseEvent| {
            let (mut plain, mut html) = (cite::text(&runs), cite::html(&runs));
            if let Some(link) = &link {
                plain = plain + "\n" + link;
                html = html + "<br>" + &cite::html(&[Run::link(link.as_str())]);
            }
            let (outcome, button) = (outcome.clone(), event.target_dyn_into::<Element>());
            dom::copy(&plain, &(String::from("<p>") + &html + "</p>"), move |done| {
                outcome.set(Some((index, done)));
                if let Some(button) = button.as_ref().filter(|_| !done) {
                    dom::select_beside(button);
                }
            });
        })
    };
    html! {
        <section class="sr-form">
            <h3 class="sr-field-name">{ name }</h3>
            <div class="sr-copyable" tabindex="-1">
                <p class="sr-reference">{ shown }</p>
                if let Some(link) = address {
                    <p class="sr-permalink">{ link }</p>
                }
            </div>
            <div class="sr-actions">
                { button(html! { <>{ icon(symbol) }{ phrases.copy }<span class="sr-unseen">{ name }</span></> }, index == 1, onclick) }
                <span class="sr-outcome" role="status">
                    { match done {
                        Some(true) => phrases.copied,
                        Some(false) => phrases.copy_refused,
                        None => "",
                    } }
                </span>
            </div>
        </section>
    }
}

fn shown(run: &Run) -> Html {
    if run.italic {
        html! { <i>{ &run.text }</i> }
    } else {
        html! { { &run.text } }
    }
}
