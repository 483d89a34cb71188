//! The panel that explains words: first those of the section that is being read, then the document's others.

use super::context::Context;
use crate::corpus::EditionView;
use crate::model::{Explanation, Lang};
use crate::state::Action;
use yew::prelude::*;

/// How many words of the section in sight are explained.
pub fn count_here(context: &Context) -> usize {
    context.edition().map_or(0, |edition| split(context, edition).0.len())
}

pub fn terms(context: &Context) -> Html {
    let Some(edition) = context.edition() else { return Html::default() };
    let phrases = context.finding();
    let (here, elsewhere) = split(context, edition);
    html! {
        <div class="sr-terms">
            <p class="sr-help">{ phrases.terms_editorial }</p>
            { group(context, edition, phrases.terms_here, here) }
            { group(context, edition, phrases.terms_elsewhere, elsewhere) }
        </div>
    }
}

/// The explanations for the section in sight, and those for the rest of the document; each once, in reading order.
fn split(context: &Context, edition: EditionView) -> (Vec<u16>, Vec<u16>) {
    let section = context.here.map(|here| edition.section(here));
    let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
    let is_here = |block: u32| section.is_some_and(|section| (section.start..section.end).contains(&block));
    for (block, term) in &edition.document.explained {
        if is_here(*block) && !here.contains(term) {
            here.push(*term);
        }
    }
    for (_, term) in &edition.document.explained {
        if !here.contains(term) && !elsewhere.contains(term) {
            elsewhere.push(*term);
        }
    }
    (here, elsewhere)
}

fn group(context: &Context, edition: EditionView, name: &str, terms: Vec<u16>) -> Html {
    if terms.is_empty() {
        return Html::default();
    }
    let explanations = &context.corpus().vocabulary().explanations;
    let terms = terms.iter().filter_map(|term| explanations.get(usize::from(*term)));
    html! {
        <section class="sr-terms-group">
            <h3 class="sr-group-name">{ name }</h3>
            <dl class="sr-terms-list">{ for terms.map(|term| entry(context, edition.edition.lang, term)) }</dl>
        </section>
    }
}

/// The word as the text has it, the same in the other language, and what it means in the language of the controls.
fn entry(context: &Context, text_lang: Lang, term: &Explanation) -> Html {
    let word = term.name.get(text_lang);
    let other = if text_lang == Lang::En { Lang::Nb } else { Lang::En };
    let translated = term.name.get(other);
    let ui_lang = context.view.ui_lang;
    html! {
        <>
            <dt class="sr-term">
                <span lang={text_lang.code()}>{ word }</span>
                if translated != word {
                    <span class="sr-term-other" lang={other.code()}>{ translated }</span>
                }
            </dt>
            <dd class="sr-term-words">
                <p lang={ui_lang.code()}>{ term.words.get(ui_lang) }</p>
                <button type="button" class="sr-term-find" onclick={context.on(Action::Search(word.to_owned()))}>
                    { context.finding().find_term }
                </button>
            </dd>
        </>
    }
}
