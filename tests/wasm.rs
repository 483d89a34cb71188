//! What only WebAssembly in a browser can show: the embedded archive opens, the reader mounts, goes and comes back.
#![cfg(target_arch = "wasm32")]

use strategy_reader::corpus::Corpus;
use strategy_reader::embed::Reader;
use strategy_reader::embedded;
use strategy_reader::model::Lang;
use strategy_reader::page::{self, Options};
use strategy_reader::ui::dom::Drawn;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, ShadowRoot, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

struct Page {
    element: Element,
    root: ShadowRoot,
    mount: Element,
}

/// An element with a shadow root and a place to mount in, as the module of the element makes them.
fn page() -> Option<Page> {
    let document = web_sys::window()?.document()?;
    let element = document.create_element("div").ok()?;
    document.body()?.append_child(&element).ok()?;
    let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).ok()?;
    let mount = document.create_element("div").ok()?;
    root.append_child(&mount).ok()?;
    Some(Page { element, root, mount })
}

fn options(pairs: &[(&str, &str)]) -> JsValue {
    let options = js_sys::Object::new();
    for (name, value) in pairs {
        let set = js_sys::Reflect::set(&options, &(*name).into(), &(*value).into());
        assert_eq!(set, Ok(true));
    }
    options.into()
}

/// Lets Yew draw, which it does in tasks of its own.
async fn rest() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 50);
        }
    });
    let _ = JsFuture::from(promise).await;
}

fn text(element: &Element, selector: &str) -> String {
    let found = element.query_selector(selector).ok().flatten();
    found.and_then(|found| found.text_content()).unwrap_or_default()
}

#[wasm_bindgen_test]
async fn a_reader_mounts_goes_and_comes_back() {
    let Some(page) = page() else { panic!("there is no document to test in") };
    for lang in ["nb", "en"] {
        let options = options(&[("document", "nss-2025"), ("lang", lang)]);
        let reader = Reader::new(page.element.clone(), page.mount.clone(), options);
        let Ok(reader) = reader else { panic!("the reader did not start") };
        rest().await;
        let title = if lang == "nb" { "Nasjonal sikkerhetsstrategi" } else { "National Security Strategy" };
        assert_eq!(text(&page.element, "h1").trim_end_matches('#'), title);
        assert!(page.root.query_selector(".sr-bar").is_ok_and(|bar| bar.is_some()));
        reader.shown();
        reader.go_to("nss-nato-2".to_owned());
        rest().await;
        let block = page.element.query_selector("[data-anchor=nss-nato-2]").ok().flatten();
        assert!(block.is_some_and(|block| block.has_attribute("tabindex")), "the block was not gone to");
        reader.destroy();
        rest().await;
        assert_eq!(page.mount.child_element_count(), 0, "something was left in the shadow root");
    }
    page.element.unchecked_into::<Element>().remove();
}

#[wasm_bindgen_test]
async fn odd_options_do_no_harm() {
    let Some(page) = page() else { panic!("there is no document to test in") };
    let odd = options(&[
        ("document", "no-such"),
        ("section", "<b>"),
        ("lang", "xx"),
        ("routing", "up"),
        ("headingLevel", "99"),
    ]);
    let Ok(reader) = Reader::new(page.element.clone(), page.mount.clone(), odd) else {
        panic!("the reader did not start")
    };
    rest().await;
    assert!(text(&page.element, "h1").contains("sikkerhetsstrategier"), "the list of documents is not there");
    reader.update(JsValue::UNDEFINED);
    reader.update(options(&[("document", "fss-2020")]));
    rest().await;
    assert!(text(&page.element, "h1").starts_with("Fred"), "the attribute was not followed");
    reader.destroy();
}

/// Every text drawn over every other, whole and in two steps, against the same text drawn into nothing.
#[wasm_bindgen_test]
fn a_text_drawn_over_another_is_as_if_drawn_anew() {
    let (Some(page), Ok(library)) = (page(), embedded::library()) else { panic!("there is nothing to draw") };
    let corpus = Corpus::new(library);
    let mut texts = vec![(page::start(&corpus, Lang::Nb), None)];
    for view in corpus.editions() {
        let options = Options::page(Lang::Nn);
        let middle = &view.edition.blocks[view.edition.blocks.len() / 2];
        texts.push((page::article(view, options), Some(middle)));
        texts.extend(view.beside().map(|beside| (page::parallel(view, beside, options), Some(middle))));
    }
    let root = || page.element.clone_node().map(JsCast::unchecked_into::<Element>);
    let (Ok(used), Ok(fresh)) = (root(), root()) else { panic!("there is no element to draw in") };
    let (mut over, mut anew) = (Drawn::new(used.clone()), Drawn::new(fresh.clone()));
    let mut partial = 0;
    for (one, _) in &texts {
        for (other, middle) in &texts {
            for is_partial in [false, true] {
                over.draw(Some(one.clone()), None);
                over.draw(
                    Some(other.clone()),
                    middle.filter(|_| is_partial).map(|block| (&*block.anchor, 100.0)),
                );
                if over.is_partial() {
                    partial += 1;
                    let place = format!(
                        "[data-near] [data-anchor={}][data-near]",
                        middle.map_or("", |block| &block.anchor)
                    );
                    assert!(used.query_selector(&place).is_ok_and(|found| found.is_some()), "{place} waits");
                    over.finish();
                }
                anew.draw(None, None);
                anew.draw(Some(other.clone()), None);
                assert!(used.is_equal_node(Some(&fresh)), "{} over {}", other.tag, one.tag);
            }
        }
    }
    assert_eq!(partial, texts.len() * (texts.len() - 1), "what is far was not put off");
    over.draw(None, None);
    assert!(!used.has_child_nodes(), "something was left");
}
