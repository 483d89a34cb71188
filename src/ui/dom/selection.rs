//! Words of the text and where they stand in the page: what somebody has selected, and what a link points at.

use super::{document, find_block, window};
use crate::cite::Selection;
use crate::corpus::EditionView;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, Node, Range};

/// What stands in a block and is none of its words.
const NO_WORDS: &str = ".sr-note-mark, .sr-note-label";
/// A selection has come to rest when it did not change for so long, in milliseconds.
const REST: i32 = 250;

/// The range that is selected, if all of it lies in the text of this reader.
pub fn selected_range(element: &Element) -> Option<Range> {
    let selection = window()?.get_selection().ok()??;
    let range = composed_range(element, &selection).or_else(|| selection.get_range_at(0).ok());
    let range = range.filter(|range| !range.collapsed())?;
    let inside = |node: Node| element.contains(Some(&node));
    (inside(range.start_container().ok()?) && inside(range.end_container().ok()?)).then_some(range)
}

/// A property of an object, where there is one.
fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
}

/// The range within another component, of which the selection itself may say only that it is somewhere in there.
fn composed_range(element: &Element, selection: &web_sys::Selection) -> Option<Range> {
    let root = element.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok()?;
    let ranges: js_sys::Function = get(selection, "getComposedRanges")?.dyn_into().ok()?;
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"shadowRoots".into(), &js_sys::Array::of1(&root)).ok()?;
    // The first browsers to know it took the roots themselves.
    let found = ranges.call1(selection, &options).or_else(|_| ranges.call1(selection, &root)).ok()?;
    let found = get(&found, "0")?;
    let point = |node: &str, offset: &str| {
        Some((get(&found, node)?.dyn_into::<Node>().ok()?, get(&found, offset)?.as_f64()? as u32))
    };
    let (start, end) = (point("startContainer", "startOffset")?, point("endContainer", "endOffset")?);
    let range = document()?.create_range().ok()?;
    range.set_start(&start.0, start.1).ok()?;
    range.set_end(&end.0, end.1).ok()?;
    Some(range)
}

/// The words of a range, in the edition in which it begins: `shown`, or in parallel text the one beside it.
pub fn words_in<'a>(range: &Range, shown: EditionView<'a>) -> Option<(EditionView<'a>, Selection)> {
    let start = (range.start_container().ok()?, range.start_offset().ok()?);
    let end = (range.end_container().ok()?, range.end_offset().ok()?);
    let (edition, from) = place(&start, shown)?;
    let (other, mut to) = place(&end, shown)?;
    // A press too many selects up to the beginning of the next block.
    if to.1 == 0 && to.0 > from.0 {
        to.0 -= 1;
        to.1 = edition.block(to.0).text.plain.len();
    }
    let is_same = edition.edition.lang == other.edition.lang;
    (is_same && from < to).then_some((edition, Selection { from, to }))
}

/// The edition, the block and the byte of its words at which a point of the page lies.
fn place<'a>(
    (node, offset): &(Node, u32),
    shown: EditionView<'a>,
) -> Option<(EditionView<'a>, (usize, usize))> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let block = element.closest("[data-anchor]").ok()??;
    let index = shown.block_at(&block.get_attribute("data-anchor")?)?;
    let side = element.closest(".sr-side").ok().flatten();
    let lang = side.as_ref().and_then(|side| side.get_attribute("lang"));
    let beside = shown.beside().filter(|beside| lang.as_deref() == Some(beside.edition.lang.code()));
    let before = document()?.create_range().ok()?;
    before.set_start(side.as_ref().unwrap_or(&block), 0).ok()?;
    before.set_end(node, *offset).ok()?;
    let words = before.clone_contents().ok()?;
    let others = words.query_selector_all(NO_WORDS).ok()?;
    for at in 0..others.length() {
        if let Some(other) = others.item(at).and_then(|other| other.dyn_into::<Element>().ok()) {
            other.remove();
        }
    }
    let words = words.text_content().unwrap_or_default();
    let (edition, blocks) = match beside {
        Some(beside) => (beside, beside.aligned(shown.edition, index)),
        None => (shown, index..index + 1),
    };
    let is_note = edition.block(blocks.start).label.is_some();
    let mut rest = if is_note { words.trim_start().len() } else { words.len() };
    for block in blocks {
        let plain = &edition.block(block).text.plain;
        if rest <= plain.len() {
            return plain.is_char_boundary(rest).then_some((edition, (block, rest)));
        }
        rest -= plain.len() + 1;
    }
    None
}

/// Shows words in the text by a highlight of that name, where the browser knows those; without any takes it away.
pub fn show_words(element: &Element, name: &str, edition: EditionView, words: &[Selection]) {
    let global = js_sys::global();
    let registry = get(&global, "CSS").and_then(|css| get(&css, "highlights"));
    let Some((registry, class)) = registry.zip(get(&global, "Highlight")) else { return };
    let registry: js_sys::Map = registry.unchecked_into();
    let ranges: js_sys::Array = words.iter().filter_map(|words| range_of(element, edition, *words)).collect();
    if ranges.length() == 0 {
        registry.delete(&name.into());
    } else if let Ok(highlight) =
        js_sys::Reflect::construct(class.unchecked_ref::<js_sys::Function>(), &ranges)
    {
        registry.set(&name.into(), &highlight);
    }
}

fn range_of(element: &Element, edition: EditionView, words: Selection) -> Option<Range> {
    let range = document()?.create_range().ok()?;
    let point = |(block, byte): (usize, usize)| {
        let content = edition.edition.blocks.get(block)?;
        let block = find_block(element, &content.anchor)?;
        let side = block.query_selector(".sr-side").ok().flatten();
        // Between the mark of a footnote and its words is a space.
        let mut rest = byte + usize::from(content.label.is_some());
        point_at(&side.unwrap_or(block), &mut rest)
    };
    let (start, end) = (point(words.from)?, point(words.to)?);
    range.set_start(&start.0, start.1).ok()?;
    range.set_end(&end.0, end.1).ok()?;
    Some(range)
}

/// The text in which a byte of a node's words lies, and how many units of UTF-16 are before it there.
fn point_at(node: &Node, rest: &mut usize) -> Option<(Node, u32)> {
    let mut child = node.first_child();
    while let Some(node) = child {
        child = node.next_sibling();
        if node.node_type() == Node::TEXT_NODE {
            let text = node.text_content().unwrap_or_default();
            if let Some(before) = text.get(..*rest) {
                return Some((node, before.encode_utf16().count() as u32));
            }
            *rest = rest.checked_sub(text.len())?;
        } else if !node.dyn_ref::<Element>().is_some_and(|node| node.matches(NO_WORDS).unwrap_or(false)) {
            let found = point_at(&node, rest);
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

/// Where something floats: how far from the left and from the top of the frame that it stands in, in pixels.
#[derive(Clone, Copy, PartialEq)]
pub struct Beside {
    left: i32,
    top: i32,
    bottom: i32,
    /// How far from the top of the frame the window ends.
    end: i32,
    /// How far from the top of the frame the part of the window begins that is not covered by the bar.
    begin: i32,
}

/// Room that the bars on top take.
const BARS: f64 = 110.0;

/// Where a range stands in the frame around something that floats.
pub fn beside(pop: &yew::NodeRef, range: &Range) -> Option<Beside> {
    let frame = pop.cast::<HtmlElement>()?.offset_parent()?.get_bounding_client_rect();
    let range = range.get_bounding_client_rect();
    let window = window()?.inner_height().ok()?.as_f64()?;
    let whole = |pixels: f64| pixels as i32;
    Some(Beside {
        left: whole(range.left() - frame.left()),
        top: whole(range.top() - frame.top()),
        bottom: whole(range.bottom() - frame.top()),
        end: whole(window - frame.top()),
        begin: whole(BARS - frame.top()),
    })
}

/// Puts what floats below a selection, or above it where there is no room below and some above; never over it.
pub fn float_beside(pop: &yew::NodeRef, beside: Beside) {
    let Some(pop) = pop.cast::<HtmlElement>() else { return };
    let Some(frame) = pop.offset_parent() else { return };
    let (width, height) = (pop.offset_width(), pop.offset_height());
    let above = beside.top - height;
    let fits_below = beside.bottom + height <= beside.end;
    let top = if !fits_below && above >= beside.begin { above } else { beside.bottom };
    let left = beside.left.min(frame.client_width() - width - 16).max(16);
    let style = pop.style();
    let _ = style.set_property("--sr-pop-top", &format!("{top}px"));
    let _ = style.set_property("--sr-pop-left", &format!("{left}px"));
}

/// Takes the selection away.
pub fn deselect() {
    if let Some(selection) = window().and_then(|window| window.get_selection().ok().flatten()) {
        let _ = selection.remove_all_ranges();
    }
}

/// Calls back when a selection changes and, with `true`, when it has come to rest, if the call before has said that there is one (a field in
/// which somebody types has one too); answers the tab key with what floats at it, as long as this lives.
pub struct SelectionWatch {
    closure: Closure<dyn FnMut(Event)>,
    /// The clock that runs until the selection has come to rest.
    waiting: Rc<Cell<i32>>,
}

const EVENTS: [&str; 2] = ["selectionchange", "keydown"];

pub fn watch_selection(pop: yew::NodeRef, callback: impl Fn(bool) -> bool + 'static) -> SelectionWatch {
    let waiting = Rc::new(Cell::new(0));
    let clock = waiting.clone();
    let callback = Rc::new(callback);
    let rested = {
        let callback = callback.clone();
        Closure::<dyn FnMut()>::new(move || {
            callback(true);
        })
    };
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>() {
            step_into(&pop, key);
        } else if let Some(window) = window() {
            let is_some = callback(false);
            window.clear_timeout_with_handle(clock.take());
            if is_some {
                let rested = rested.as_ref().unchecked_ref();
                let wait = window.set_timeout_with_callback_and_timeout_and_arguments_0(rested, REST);
                clock.set(wait.unwrap_or_default());
            }
        }
    });
    if let Some(document) = document() {
        for event in EVENTS {
            let _ = document.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        }
    }
    SelectionWatch { closure, waiting }
}

impl Drop for SelectionWatch {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_timeout_with_handle(self.waiting.get());
        }
        if let Some(document) = document() {
            for event in EVENTS {
                let listener = self.closure.as_ref().unchecked_ref();
                let _ = document.remove_event_listener_with_callback(event, listener);
            }
        }
    }
}

/// From selected words the tab key leads to what can be done with them.
fn step_into(pop: &yew::NodeRef, key: &KeyboardEvent) {
    let Some(pop) = pop.cast::<Element>().filter(|_| key.key() == "Tab" && !key.shift_key()) else { return };
    let button = pop.query_selector("button").ok().flatten();
    if let Some(button) = button.filter(|_| !pop.matches(":focus-within").unwrap_or(false)) {
        key.prevent_default();
        super::focus_quietly(&button);
    }
}
