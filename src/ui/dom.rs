//! All that `ui` asks of the browser beyond drawing.

use crate::cite::Day;
use crate::corpus::EditionView;
use crate::model::Lang;
use crate::state::{Setting, Settings};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ClipboardEvent, ClipboardItem, Element, HtmlDocument, HtmlElement, ScrollIntoViewOptions};

/// The line, in pixels from the top of the window, above which a heading counts as passed.
const READING_LINE: f64 = 160.0;

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// The day it is where the reader sits.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    Day(now.get_full_year() as u16, now.get_month() as u8 + 1, now.get_date() as u8)
}

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

/// Scrolls to the block with this anchor, or to the top, and lets reading aloud and the tab key go on from there.
pub fn arrive(element: &Element, anchor: Option<&str>) {
    let target = match anchor {
        Some(anchor) => find_block(element, anchor),
        None => element.query_selector("h1").ok().flatten(),
    };
    let Some(target) = target else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Start);
    target.scroll_into_view_with_scroll_into_view_options(&options);
    if let Some(target) = target.dyn_ref::<HtmlElement>() {
        // Something in the shadow root that has the focus keeps it: a person who types goes on typing.
        let typing = element
            .shadow_root()
            .and_then(|root| root.active_element())
            .is_some_and(|active| active.matches("input").unwrap_or(false));
        if !typing {
            let _ = target.set_attribute("tabindex", "-1");
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = target.focus_with_options(&options);
        }
    }
}

/// The block in the light DOM of this reader.
pub fn find_block(element: &Element, anchor: &str) -> Option<Element> {
    let selector = format!("[data-anchor=\"{}\"]", anchor.replace(['"', '\\'], ""));
    element.query_selector(&selector).ok().flatten()
}

/// The section whose heading was passed last.
pub fn section_in_sight(element: &Element, edition: EditionView) -> Option<usize> {
    let sections: Vec<usize> = edition.listed_sections().collect();
    // Headings stand in reading order, so the last one above the line can be found by halving.
    let passed = sections.partition_point(|section| {
        let heading = find_block(element, &edition.heading(*section).anchor);
        heading.is_some_and(|heading| heading.get_bounding_client_rect().top() <= READING_LINE)
    });
    passed.checked_sub(1).map(|index| sections[index])
}

/// Calls back when the window scrolls or changes its size, at most once a frame, as long as this lives.
pub struct ScrollWatch {
    closure: Closure<dyn FnMut()>,
}

pub fn watch_scrolling(mut callback: impl FnMut() + 'static) -> ScrollWatch {
    callback();
    let callback = std::rc::Rc::new(std::cell::RefCell::new(callback));
    let waiting = std::rc::Rc::new(std::cell::Cell::new(false));
    let closure = Closure::<dyn FnMut()>::new(move || {
        if waiting.replace(true) {
            return;
        }
        let (callback, waiting) = (callback.clone(), waiting.clone());
        let frame = Closure::once_into_js(move || {
            waiting.set(false);
            (callback.borrow_mut())();
        });
        if let Some(window) = window() {
            let _ = window.request_animation_frame(frame.unchecked_ref());
        }
    });
    if let Some(window) = window() {
        for event in ["scroll", "resize"] {
            let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        }
    }
    ScrollWatch { closure }
}

impl Drop for ScrollWatch {
    fn drop(&mut self) {
        if let Some(window) = window() {
            for event in ["scroll", "resize"] {
                let _ =
                    window.remove_event_listener_with_callback(event, self.closure.as_ref().unchecked_ref());
            }
        }
    }
}

/// Puts both forms on the clipboard and says whether that was done. Must be called from a click or a key.
pub fn copy(plain: &str, html: &str, done: impl Fn(bool) + 'static) {
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

/// Selects the words of an element, so that a person can copy them by hand.
pub fn select(node: &yew::NodeRef) {
    let Some(element) = node.cast::<HtmlElement>() else { return };
    let _ = element.focus();
    if let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) {
        let _ = selection.select_all_children(&element);
    }
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

/// A block and how far from the top of the window it stands, in pixels.
pub struct Kept {
    anchor: String,
    top: f64,
}

/// The block that is being read: the first that reaches below the reading line.
pub fn place_in_sight(element: &Element, edition: EditionView) -> Option<Kept> {
    let blocks = &edition.edition.blocks;
    let passed = blocks.partition_point(|block| {
        let block = find_block(element, &block.anchor);
        block.is_some_and(|block| block.get_bounding_client_rect().bottom() <= READING_LINE)
    });
    let anchor = blocks.get(passed)?.anchor.clone();
    let top = find_block(element, &anchor)?.get_bounding_client_rect().top();
    Some(Kept { anchor, top })
}

/// Scrolls so that the block stands where it stood.
pub fn return_to(element: &Element, kept: &Kept) {
    if let (Some(block), Some(window)) = (find_block(element, &kept.anchor), window()) {
        window.scroll_by_with_x_and_y(0.0, block.get_bounding_client_rect().top() - kept.top);
    }
}

/// The mark in the text that leads to a footnote.
pub fn find_mark(element: &Element, anchor: &str) -> Option<Element> {
    let selector = format!("a.sr-note-mark[href=\"#{}\"]", anchor.replace(['"', '\\'], ""));
    element.query_selector(&selector).ok().flatten()
}

/// Puts something that floats below a mark, within the text's column, and gives it the focus.
pub fn open_at(pop: &yew::NodeRef, mark: &Element) {
    let Some(pop) = pop.cast::<HtmlElement>() else { return };
    let Some(frame) = pop.offset_parent() else { return };
    let (mark, frame) = (mark.get_bounding_client_rect(), frame.get_bounding_client_rect());
    let left =
        (mark.left() - frame.left()).min(frame.width() - f64::from(pop.offset_width()) - 16.0).max(16.0);
    let style = pop.style();
    // Whole pixels: printing numbers with a fraction would cost 7 kB of download.
    let _ = style.set_property("--sr-pop-top", &format!("{}px", (mark.bottom() - frame.top()) as i32));
    let _ = style.set_property("--sr-pop-left", &format!("{}px", left as i32));
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = pop.focus_with_options(&options);
}

/// Gives the focus back, unless it has gone somewhere else by itself.
pub fn focus_if_lost(element: &Element, target: &Element) {
    let lost = document()
        .and_then(|document| document.active_element())
        .is_none_or(|active| active.tag_name() == "BODY" || active == *element);
    if let Some(target) = target.dyn_ref::<HtmlElement>().filter(|_| lost) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = target.focus_with_options(&options);
    }
}
