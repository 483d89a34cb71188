//! What a page is called in the browser's tab and in lists of results.

use crate::corpus::EditionView;
use crate::model::Lang;
use crate::strings::phrases;

/// `Sikre troverdigheten til Nato – Nasjonal sikkerhetsstrategi – Statsministerens kontor`: the section that holds the
/// block, if one is given, then document and publisher. Without a document, the start page.
pub fn title(view: Option<EditionView>, block: Option<usize>, ui_lang: Lang) -> String {
    let Some(view) = view else { return phrases(ui_lang).start_title.to_owned() };
    let publisher = view.document.publisher.get(view.edition.lang);
    let section =
        block.and_then(|block| view.section_of(block)).filter(|section| view.section(*section).level > 1);
    match section {
        Some(section) => {
            format!("{} – {} – {publisher}", view.heading(section).text.plain, view.edition.title)
        }
        None => format!("{} – {publisher}", view.edition.title),
    }
}
