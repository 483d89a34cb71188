//! Whether a quotation is one: pasted, held against all documents, with what is different and the way there.

use super::Kept;
use super::basket::way_to;
use super::copying::unseen;
use super::place::words_of;
use crate::cite::{self, Cited, Found, Piece, Selection, Texts, Verdict};
use crate::model::Standing;
use crate::state::Action;
use crate::ui::context::Context;
use crate::ui::parts::{El, el, plain_button};
use std::cell::OnceCell;
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// The whole of it stands behind this. `told` is what became of the quotation.
pub fn check(context: &Context, kept: &UseStateHandle<Kept>, told: Html) -> Html {
    let phrases = context.citing();
    let oninput = {
        let kept = kept.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                kept.set(Kept { pasted: field.value(), ..(*kept).clone() });
            }
        })
    };
    let field = el("textarea", "sr-field sr-pasted")
        .with("rows", "6")
        .with("spellcheck", "false")
        .on(Rc::new(yew::html::oninput::Wrapper::new(oninput)))
        .value(kept.pasted.clone().into());
    let label = el("label", "sr-choice sr-style")
        .child(el("span", "sr-choice-name").text(phrases.paste_quotation).html())
        .child(field.html());
    el("div", "sr-checking")
        .child(el("div", "sr-citing").child(label.html()).html())
        .child(el("p", "sr-help").text(phrases.check_about).html())
        .child(told)
        .html()
}

/// What became of the quotation. The sentence is heard; the rest is there to be read.
pub fn told(context: &Context, texts: &OnceCell<Texts>, pasted: &str) -> Html {
    let phrases = context.citing();
    let status = el("p", "sr-verdict").with("role", "status");
    if pasted.trim().is_empty() {
        return el("div", "").child(status.html()).html();
    }
    let texts = texts.get_or_init(|| Texts::of(context.corpus()));
    let check = cite::check(context.corpus(), texts, pasted);
    let mut verdict = phrases.verdicts[check.verdict as usize].to_owned();
    if check.found.len() > 1 {
        verdict = verdict + " " + &(phrases.in_several_places)(check.found.len());
    }
    // Where the original has the same words, the translation does not matter.
    let unofficial = |found: &Found| matches!(found.view.edition.standing, Standing::Unofficial { .. });
    if !check.found.is_empty() && check.found.iter().all(unofficial) {
        verdict = verdict + " " + phrases.in_translation;
    }
    let class = match check.verdict {
        Verdict::Exact | Verdict::Marks | Verdict::Shortened => "sr-verdict sr-is-exact",
        _ => "sr-verdict",
    };
    let status = el("p", class).with("role", "status").text(&verdict);
    let mut told = el("div", "").child(status.html());
    if !check.pieces.is_empty() {
        told = told.child(differences(context, &check.pieces));
        told = told.child(el("p", "sr-help").text(phrases.differences_about).html());
    }
    let found = check.found.iter().map(|found| place(context, found));
    told.child(el("ol", "sr-gathered").children(found.collect()).html()).html()
}

/// The quotation with what the document has instead.
fn differences(context: &Context, pieces: &[Piece]) -> Html {
    let [not_there, there] = context.citing().differences;
    let part = |tag: &'static str, said: &'static str, words: &str| {
        el(tag, "").child(unseen(said)).text(words).html()
    };
    let mut shown: El = el("p", "sr-differences");
    for piece in pieces {
        shown = match piece {
            Piece::Same(words) => shown.text(words),
            Piece::Added(words) => shown.child(part("del", not_there, words)),
            Piece::Lost(words) => shown.child(part("ins", there, words)),
            Piece::Changed { quoted, printed } => {
                shown.child(part("del", not_there, quoted)).text(" ").child(part("ins", there, printed))
            }
            Piece::Cut => shown.text("[…]"),
        };
        shown = shown.text(" ");
    }
    shown.html()
}

/// Where it stands, with the way there and its citation.
fn place(context: &Context, found: &Found) -> Html {
    let ends = found.parts.first().zip(found.parts.last());
    let Some((first, last)) = ends else { return Html::default() };
    let cited = Cited::words(found.view, Selection { from: first.from, to: last.to });
    let words = words_of(&cited, found.view);
    let cite = plain_button(context.phrases().cite, context.on(Action::CiteWords(Rc::new(cited.clone()))));
    el("li", "sr-gathered-place")
        .child(way_to(context, &cited, &words).lang(found.view.edition.lang).html())
        .child(cite)
        .html()
}
