//! Words in a frame, and the button that copies them: as text and as HTML in one gesture.

use super::Kept;
use crate::cite::{Run, html, text};
use crate::state::{Action, Refusal};
use crate::ui::context::Context;
use crate::ui::dom;
use crate::ui::parts::{Symbol, button, el, icon};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Something that can be copied.
pub struct Copyable {
    /// Tells it from others of the panel.
    pub index: usize,
    pub name: &'static str,
    /// As it is shown.
    pub shown: Vec<Html>,
    pub text: String,
    pub html: String,
    /// Whether it is what most people come for.
    pub is_first: bool,
}

/// The frame with its name above and its buttons below.
pub fn copyable(context: &Context, kept: &UseStateHandle<Kept>, look: Copyable, more: Vec<Html>) -> Html {
    let phrases = context.citing();
    let Copyable { index, name, shown, text, html, is_first } = look;
    let done = kept.copied.filter(|(copied, _)| *copied == index).map(|(_, done)| done);
    let symbol = if done == Some(true) { Symbol::Check } else { Symbol::Copy };
    let onclick = {
        let (kept, dispatch) = (kept.clone(), context.dispatcher());
        Callback::from(move |event: MouseEvent| {
            let (kept, button) = (kept.clone(), event.target_dyn_into::<Element>());
            let dispatch = dispatch.clone();
            dom::copy(&text, &html, move |done| {
                kept.set(Kept { copied: Some((index, done)), ..(*kept).clone() });
                if let Some(button) = button.as_ref().filter(|_| !done) {
                    dom::select_beside(button);
                    dispatch(Action::Refused(Refusal::Copy));
                }
            });
        })
    };
    let said = match done {
        Some(true) => context.phrases().copied,
        Some(false) => phrases.copy_refused,
        None => "",
    };
    let words = [icon(symbol), el("span", "").text(phrases.copy).html(), unseen(name)];
    let actions = el("div", "sr-actions")
        .child(button(words.into_iter().collect(), is_first, onclick))
        .children(more)
        .child(el("span", "sr-outcome").with("role", "status").text(said).html());
    el("section", "sr-form")
        .child(el("h3", "sr-field-name").text(name).html())
        .child(el("div", "sr-copyable").with("tabindex", "-1").children(shown).html())
        .child(actions.html())
        .html()
}

/// Heard, not seen.
pub fn unseen(words: &str) -> Html {
    el("span", "sr-unseen").text(" ").text(words).html()
}

/// Runs as they are shown.
pub fn paragraph(runs: &[Run]) -> Html {
    let runs = runs.iter().map(|run| el(if run.italic { "i" } else { "span" }, "").text(&run.text).html());
    el("p", "sr-reference").children(runs.collect()).html()
}

/// Runs with the link that goes along, as text and as HTML.
pub fn with_link(runs: &[Run], link: Option<&str>) -> (String, String) {
    let (mut plain, mut marked) = (text(runs), html(runs));
    if let Some(link) = link {
        plain = plain + "\n" + link;
        marked = marked + "<br>" + &html(&[Run::link(link)]);
    }
    (plain, String::from("<p>") + &marked + "</p>")
}

/// A tick box with its words.
pub fn tick(words: &'static str, ticked: bool, onchange: Callback<Event>) -> Html {
    let input = el("input", "")
        .with("type", "checkbox")
        .checked(ticked)
        .on(Rc::new(yew::html::onchange::Wrapper::new(onchange)));
    el("label", "sr-check").child(input.html()).child(el("span", "").text(words).html()).html()
}
