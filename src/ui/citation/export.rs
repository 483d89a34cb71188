//! References for other programs: a format, what it will be, and the ways to take it along.

use super::Kept;
use super::copying::{Copyable, copyable};
use crate::cite::{self, Cited, Format, Place, escape};
use crate::corpus::EditionView;
use crate::ui::context::Context;
use crate::ui::dom;
use crate::ui::parts::{Choice, Symbol, button, choice, disclosure, el, icon};
use yew::prelude::*;

/// The part of the panel that exports places. All of it stands behind this.
pub fn export(context: &Context, kept: &UseStateHandle<Kept>, cited: &[Cited]) -> Html {
    let phrases = context.citing();
    let format = kept.format;
    let text = text(context, cited, format);
    let named = |format: Format| match format {
        Format::Bibtex => "BibTeX",
        Format::Biblatex => "BibLaTeX",
        Format::Ris => "RIS",
        Format::CslJson => "CSL-JSON",
        Format::Wikipedia => "Wikipedia",
        Format::Markdown => "Markdown",
        Format::Text => phrases.plain_text,
    };
    let formats = Format::ALL.map(|format| (format.code().into(), named(format).into()));
    let look = Choice {
        label: phrases.format,
        options: formats.into(),
        value: format.code().into(),
        class: "sr-style",
    };
    let chosen = {
        let kept = kept.clone();
        Callback::from(move |code: String| {
            let format = Format::from_code(&code).unwrap_or(Format::Bibtex);
            kept.set(Kept { format, copied: None, ..(*kept).clone() });
        })
    };
    let save = {
        let name = format!("{}.{}", phrases.references_file, format.ending());
        let text = text.clone();
        Callback::from(move |_: MouseEvent| dom::save(&name, "text/plain;charset=utf-8", &text))
    };
    let words = [icon(Symbol::Download), el("span", "").text(phrases.download).html()];
    let save = button(words.into_iter().collect(), false, save);
    let shown = vec![el("pre", "sr-export").text(&text).html()];
    let html = format!("<pre>{}</pre>", escape(&text));
    let copy = Copyable { index: EXPORT, name: named(format), shown, text, html, is_first: false };
    let choice = el("div", "sr-citing").child(choice(look, chosen)).html();
    let content = [choice, copyable(context, kept, copy, vec![save])];
    disclosure(phrases.other_programs, content.into_iter().collect())
}

/// Behind the forms of a citation.
const EXPORT: usize = 9;

fn text(context: &Context, cited: &[Cited], format: Format) -> String {
    let (citing, ui_lang) = (context.view.citing, context.view.ui_lang);
    cite::export(format, &places(context, cited), citing.style, citing.lang(ui_lang), dom::today())
}

/// What was gathered as far as it still exists.
pub fn places<'a>(context: &'a Context, cited: &[Cited]) -> Vec<(EditionView<'a>, Place)> {
    cited.iter().filter_map(|cited| Some((cited.view(context.corpus())?, cited.place))).collect()
}
