//! The clipboard: text and HTML in one gesture, with a way for pages that may not use the modern one.

use super::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, ClipboardItem, Element, HtmlDocument, HtmlElement};

/// Puts both forms on the clipboard and says whether that was done. Must be called from a click or a key.
pub fn copy(plain: &str, html: &str, done: impl Fn(bool) + 'static) {
    // Chromium reads the HTML through before it writes it, and the page's policy is told of every style in it.
    if html.contains("text-indent") && copy_by_event(plain, html) {
        done(true);
        return;
    }
    match write_clipboard(plain, html) {
        Some(promise) => {
            let (plain, html) = (plain.to_owned(), html.to_owned());
            spawn_local(async move {
                let written = JsFuture::from(promise).await.is_ok();
                done(written || copy_by_event(&plain, &html));
            });
        }
        None => done(copy_by_event(plain, html)),
    }
}

/// The way of secure pages.
fn write_clipboard(plain: &str, html: &str) -> Option<js_sys::Promise> {
    let navigator = window()?.navigator();
    let clipboard =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).ok().filter(|value| value.is_object())?;
    let clipboard: web_sys::Clipboard = clipboard.unchecked_into();
    let forms = js_sys::Object::new();
    for (form, text) in [("text/plain", plain), ("text/html", html)] {
        let bag = web_sys::BlobPropertyBag::new();
        bag.set_type(form);
        let parts = js_sys::Array::of1(&text.into());
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &bag).ok()?;
        js_sys::Reflect::set(&forms, &form.into(), &blob).ok()?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&forms).ok()?;
    Some(clipboard.write(&js_sys::Array::of1(&item)))
}

/// The way of pages without a secure address: answer the browser's own copying.
fn copy_by_event(plain: &str, html: &str) -> bool {
    let Some(document) = document().and_then(|document| document.dyn_into::<HtmlDocument>().ok()) else {
        return false;
    };
    let (plain, html) = (plain.to_owned(), html.to_owned());
    let answer = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data() {
            let _ = data.set_data("text/plain", &plain);
            let _ = data.set_data("text/html", &html);
            event.prevent_default();
            event.stop_propagation();
        }
    });
    let listener = answer.as_ref().unchecked_ref();
    let _ = document.add_event_listener_with_callback_and_bool("copy", listener, true);
    let copied = document.exec_command("copy").unwrap_or(false);
    let _ = document.remove_event_listener_with_callback_and_bool("copy", listener, true);
    copied
}

/// Selects what a button would have copied, so that a person can copy it by hand.
pub fn select_beside(button: &Element) {
    let form = button.closest(".sr-form").ok().flatten();
    let words = form.and_then(|form| form.query_selector(".sr-copyable").ok().flatten());
    let Some(words) = words.and_then(|words| words.dyn_into::<HtmlElement>().ok()) else { return };
    let _ = words.focus();
    if let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) {
        let _ = selection.select_all_children(&words);
    }
}
