//! The text in the light DOM, and how it is told to look.

use crate::model::Lang;
use crate::state::{Setting, Settings};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Whether the text that the page brought along is the one wanted: the same words, in a page of the same language.
/// Without a fingerprint the start view is wanted.
pub fn came_with_page(element: &Element, fingerprint: Option<&str>, ui_lang: Lang) -> bool {
    let selector = match fingerprint {
        Some(fingerprint) => format!("article.sr-text[data-fingerprint=\"{fingerprint}\"]"),
        None => ".sr-start".to_owned(),
    };
    let found = given(element).find(|child| child.matches(&selector).unwrap_or(false));
    let speaks = element.get_attribute("data-page-lang").unwrap_or_default();
    found.is_some() && speaks == ui_lang.code()
}

/// Takes away the text that came with the page; what is drawn from now on stands in `drawn`.
pub fn drop_what_came(element: &Element, drawn: &Element) {
    given(element).filter(|child| child != drawn).for_each(|child| child.remove());
}

/// The children that the page put into the element.
fn given(element: &Element) -> impl Iterator<Item = Element> + use<> {
    let children = element.children();
    let all: Vec<Element> = (0..children.length()).filter_map(|index| children.item(index)).collect();
    all.into_iter()
}

/// Whether the ids of a document can be given: only the first reader of it on a page has them.
pub fn ids_are_free(element: &Element, anchor: &str) -> bool {
    let taken = super::document().and_then(|document| document.get_element_by_id(anchor));
    taken.is_none_or(|taken| element.contains(Some(&taken)))
}

/// The block in the light DOM of this reader.
pub fn find_block(element: &Element, anchor: &str) -> Option<Element> {
    // By its id at once, unless another reader or another component's shadow root has it.
    let found = super::document()?.get_element_by_id(anchor);
    let found = found.filter(|found| found.has_attribute("data-anchor") && element.contains(Some(found)));
    found.or_else(|| {
        let selector = format!("[data-anchor=\"{}\"]", anchor.replace(['"', '\\'], ""));
        element.query_selector(&selector).ok().flatten()
    })
}

/// Tells the style sheets how the person likes to read. Values go through the object model, since the policy of the
/// pages forbids style attributes.
pub fn apply_settings(element: &Element, settings: &Settings) {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return };
    let style = element.style();
    let properties = [
        (Setting::Size, "--sr-text-size"),
        (Setting::Measure, "--sr-measure"),
        (Setting::Spacing, "--sr-leading"),
    ];
    for (setting, property) in properties {
        let _ = match settings.value(setting) {
            Some(value) => style.set_property(property, value),
            None => style.remove_property(property).map(drop),
        };
    }
    let _ = match settings.value(Setting::Colours) {
        Some(scheme) => element.set_attribute("data-color-scheme", scheme),
        None => element.remove_attribute("data-color-scheme"),
    };
}

/// Where two languages have no room beside each other: a press on a paragraph's button shows its other language, or
/// hides it again. This is looks, not a choice of what is read, so that the view does not know it.
pub fn show_other_side(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = target.filter(|target| target.matches(".sr-other").unwrap_or(false)) else {
        return false;
    };
    let open = button.get_attribute("aria-expanded").as_deref() == Some("true");
    let _ = button.set_attribute("aria-expanded", if open { "false" } else { "true" });
    true
}
