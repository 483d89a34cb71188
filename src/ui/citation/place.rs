//! A place as others cite it: the style chosen once, what will be copied in sight, and a press that copies it.

use super::Kept;
use super::copying::{Copyable, copyable, paragraph, tick, with_link};
use super::export::export;
use crate::cite::{self, Cited, Place, Request, Selection, Style};
use crate::corpus::EditionView;
use crate::model::{Kind, Lang, Sort};
use crate::state::{Action, Citing, View};
use crate::ui::context::Context;
use crate::ui::dom;
use crate::ui::parts::{Choice, choice, el, plain_button};
use std::rc::Rc;
use yew::prelude::*;

/// What the panel is about: the words that were selected, else the place that was gone to, else the document.
pub fn cited(context: &Context) -> Option<(Cited, EditionView<'_>)> {
    if let Some(cited) = &context.view.cited {
        return Some(((**cited).clone(), cited.view(context.corpus())?));
    }
    let edition = context.edition()?;
    Some((Cited::at(edition, context.view.anchor.as_deref()), edition))
}

/// The link that goes along: to the place, or to the words.
fn link(context: &Context, cited: &Cited, edition: EditionView) -> Option<String> {
    let view = &context.view;
    // A commitment has a name of its own.
    let anchor = if view.cited.is_some() { cited.anchor(edition) } else { view.anchor.clone() };
    let words = view.cited.is_some().then(|| cited.pointed(edition)).flatten();
    let document = Some(cited.document.clone());
    (context.host.permalink)(&View { document, anchor, words, text_lang: cited.lang, ..(**view).clone() })
}

pub fn place(context: &Context, kept: &UseStateHandle<Kept>) -> Html {
    let phrases = context.phrases();
    let Some((cited, edition)) = cited(context) else { return Html::default() };
    let (citing, lang) = (context.view.citing, context.view.citing.lang(context.view.ui_lang));
    let request = Request { place: cited.place, style: citing.style, lang, read: dom::today() };
    let Some(reference) = cite::cite(edition, &request) else { return Html::default() };
    let quotable = quotable(&cited, edition);
    let link = link(context, &cited, edition);
    let mut forms = Vec::new();
    if let Some(selection) = quotable.filter(|_| citing.quote) {
        let quotation = cite::quotation(edition, &[selection], citing.style, lang, citing.sic);
        let quotation = quotation.with_source(&reference);
        let (mut text, mut html) = (quotation.text(), quotation.html());
        let mut shown: Vec<Html> = quotation.paragraphs.iter().map(|runs| paragraph(runs)).collect();
        if let Some(link) = &link {
            let (plain, marked) = with_link(&[cite::Run::link(link.as_str())], None);
            (text, html) = (text + "\n" + &plain, html + &marked);
            shown.push(el("p", "sr-permalink").text(link).html());
        }
        let name = context.citing().citation_forms[0];
        forms.push(copyable(
            context,
            kept,
            Copyable { index: 0, name, shown, text, html, is_first: true },
            vec![],
        ));
    }
    let all = [reference.entry, reference.in_text, reference.narrative, reference.note, reference.short_note];
    for (index, runs) in all.into_iter().enumerate().filter(|(_, runs)| !runs.is_empty()) {
        // The link goes along with what stands by itself.
        let link = link.as_deref().filter(|_| index == 0);
        let (text, html) = with_link(&runs, link);
        let mut shown = vec![paragraph(&runs)];
        shown.extend(link.map(|link| el("p", "sr-permalink").text(link).html()));
        let name = context.citing().citation_forms[index + 1];
        let is_first = index == 0 && forms.is_empty();
        forms.push(copyable(
            context,
            kept,
            Copyable { index: index + 1, name, shown, text, html, is_first },
            vec![],
        ));
    }
    let words = words_of(&cited, edition);
    let wanted = citing.lang.unwrap_or(context.view.ui_lang);
    if lang != wanted {
        let words = (context.citing().style_not_in)(phrases.language_name(wanted));
        forms.push(el("p", "sr-help").text(&words).html());
    }
    if citing.style == Style::Vancouver && cited.place != Place::Document {
        forms.push(el("p", "sr-help").text(context.citing().no_locator).html());
    }
    forms.push(gather(context, &cited));
    forms.push(export(context, kept, &[cited]));
    el("div", "")
        .child(el("blockquote", "sr-cited").lang(edition.edition.lang).text(&words).html())
        .child(choices(context, quotable.map(|selection| has_misprint(edition, selection))))
        .children(forms)
        .html()
}

/// What can be quoted: the words that were selected, or those of the block; a heading is none.
fn quotable(cited: &Cited, edition: EditionView) -> Option<Selection> {
    let whole = match cited.place {
        Place::Block(block) if edition.block(block).kind != Kind::Heading => {
            Some(Selection::block(edition, block))
        }
        _ => None,
    };
    cited.words.or(whole)
}

/// The words that the panel is about, as a reminder.
pub fn words_of(cited: &Cited, edition: EditionView) -> String {
    match (cited.words, cited.place) {
        (Some(words), _) => {
            let quotation = cite::quotation(edition, &[words], Style::Plain, edition.edition.lang, false);
            quotation.text()
        }
        (None, Place::Document) => edition.edition.title.clone(),
        (None, Place::Block(block) | Place::Blocks(block, _)) => edition.block(block).text.plain.clone(),
    }
}

fn has_misprint(edition: EditionView, selection: Selection) -> bool {
    let blocks = selection.from.0..=selection.to.0;
    let mut marks = blocks.flat_map(|block| &edition.block(block).text.marks);
    marks.any(|mark| matches!(mark.sort, Sort::Sic(_)))
}

/// Style, language, and what is taken along: nothing is asked that cannot be had.
fn choices(context: &Context, quotable: Option<bool>) -> Html {
    let (phrases, citing) = (context.citing(), context.view.citing);
    let mut choices = el("div", "sr-citing").child(style(context)).child(language(context));
    if let Some(has_misprint) = quotable {
        let quote = context.on(Action::CiteAs(Citing { quote: !citing.quote, ..citing }));
        choices = choices.child(tick(phrases.with_words, citing.quote, quote));
        if has_misprint && citing.quote {
            let sic = context.on(Action::CiteAs(Citing { sic: !citing.sic, ..citing }));
            choices = choices.child(tick(phrases.mark_misprints, citing.sic, sic));
        }
    }
    choices.html()
}

pub fn style(context: &Context) -> Html {
    let (phrases, citing) = (context.citing(), context.view.citing);
    let styles = Style::ALL.into_iter().zip(phrases.styles);
    let look = Choice {
        label: phrases.style,
        options: styles.map(|(style, name)| (style.code().into(), name.into())).collect(),
        value: citing.style.code().into(),
        class: "sr-style",
    };
    let dispatch = context.dispatcher();
    choice(
        look,
        Callback::from(move |code: String| {
            if let Some(style) = Style::from_code(&code) {
                dispatch(Action::CiteAs(Citing { style, ..citing }));
            }
        }),
    )
}

pub fn language(context: &Context) -> Html {
    let (phrases, citing) = (context.phrases(), context.view.citing);
    let langs = citing.style.langs().iter();
    let look = Choice {
        label: context.citing().reference_language,
        options: langs.map(|lang| (lang.code().into(), phrases.language_name(*lang).into())).collect(),
        value: citing.lang(context.view.ui_lang).code().into(),
        class: "sr-style",
    };
    let dispatch = context.dispatcher();
    choice(
        look,
        Callback::from(move |code: String| {
            dispatch(Action::CiteAs(Citing { lang: Lang::from_code(&code), ..citing }));
        }),
    )
}

/// Puts the place into what is gathered, or takes it out again.
fn gather(context: &Context, cited: &Cited) -> Html {
    let (phrases, basket) = (context.citing(), &context.view.basket);
    let mut next: Vec<Cited> = basket.iter().filter(|other| *other != cited).cloned().collect();
    let words = if next.len() < basket.len() {
        phrases.let_go
    } else {
        next.push(cited.clone());
        phrases.gather
    };
    let gather = plain_button(words, context.on(Action::Gather(Rc::new(next))));
    el("div", "sr-actions sr-gather").child(gather).html()
}
