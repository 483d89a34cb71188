//! What no processor gets right, mended by rule. `tests/cite/deviations.toml` lists what each of these changes.

use super::engine::Cited;
use super::record;
use crate::model::{Document, Lang, Style, sign};

/// Which form of a reference a text is.
#[derive(Clone, Copy, PartialEq)]
pub enum Form {
    Entry,
    Citation,
}

/// What ISO 690 prints in English whatever the language, and the words of the Norwegian locale for it.
const ISO_IN_NORWEGIAN: [(&str, &str); 4] = [
    (". Online.", ". Internett."),
    ("Available from: ", "Tilgjengelig på: "),
    ("[Accessed ", "[åpnet "),
    ("[no date]", "[u.å.]"),
];

/// The text with every fault mended.
pub fn mend(text: &str, document: &Document, style: Style, lang: Lang, form: Form) -> String {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut replace = |from: &str, to: &str| text = text.replace(from, to);
    // A year that is an estimate leaves the comma of the day that is not known.
    replace(",)", ")");
    replace(",.", ".");
    if matches!(style, Style::NorskApa | Style::Apa) {
        // In Norwegian no comma stands between a day and the preposition after it.
        let address = sign::ADDRESS;
        replace(&format!(", fra {address}"), &format!(" fra {address}"));
        replace(&format!(", frå {address}"), &format!(" frå {address}"));
    }
    if style == Style::Iso690 && lang == Lang::Nb {
        ISO_IN_NORWEGIAN.iter().for_each(|(from, to)| replace(from, to));
    }
    if style == Style::Mla {
        replace(", Circa ", if lang == Lang::En { ", circa " } else { ", ca. " });
    }
    if style == Style::ChicagoNotes && form == Form::Citation {
        // A year that is an estimate takes away the comma after the title.
        let site = document.site().unwrap_or_default();
        replace(&format!("» {site},"), &format!("», {site},"));
        replace(&format!("” {site},"), &format!(",” {site},"));
        replace(",,", ",");
        if text.ends_with("”.") {
            // American marks close behind the point, here as everywhere else.
            text.truncate(text.len() - "”.".len());
            text.push_str(".”");
        }
    }
    if style == Style::Vancouver && form == Form::Entry {
        // A body as author is lost.
        text.insert_str(0, &format!("{}. ", record::author(document, lang)));
    }
    text
}

/// The same for the four ways of citing.
pub fn mend_cited(cited: Cited, document: &Document, style: Style, lang: Lang) -> Cited {
    cited.map(|text| mend(&text, document, style, lang, Form::Citation))
}
