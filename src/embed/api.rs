//! What scripts of the host page ask, and the file that the host names. The answers, serde's way into JavaScript with them
//! (12 kB), and what opens files are fetched with the first request.

use super::bundle::{self, with_sentences};
use crate::answers::{self, NotThere, asked};
use crate::embedded;
use crate::filter;
use crate::model::Lang;
use crate::search::Index;
use crate::strings::phrases;
use crate::ui::{Failed, dom::today};
use js_sys::{Error, Promise, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// What is asked for, and of the documents of which shelf.
pub struct Request {
    pub shelf: String,
    pub question: String,
    /// An anchor or a query, where the question has one; of a file its bytes, or the word for what happened to them.
    pub subject: JsValue,
    /// An object; of a file whether its documents stand alone.
    pub options: JsValue,
}

type Answer = fn(&Request) -> Result<JsValue, JsValue>;

#[cfg_attr(feature = "split", wasm_split_helpers::wasm_split(api, fallible))]
fn fetch() -> Result<Answer, Failed> {
    Ok(answer)
}

/// A promise of the answer.
pub fn ask(request: Request) -> Promise {
    wasm_bindgen_futures::future_to_promise(async move {
        #[cfg(feature = "split")]
        let fetched = fetch().await;
        #[cfg(not(feature = "split"))]
        let fetched = fetch();
        match fetched {
            Ok(answer) => answer(&request),
            Err(Failed) => {
                let error = error("not-fetched", "what answers this could not be fetched");
                Err(with_sentences(error, Lang::ALL.map(|lang| phrases(lang).not_fetched)))
            }
        }
    })
}

fn answer(request: &Request) -> Result<JsValue, JsValue> {
    let Request { shelf, question, subject, options } = request;
    if question == "open" {
        return bundle::open(shelf, subject, options.is_truthy());
    }
    let shelf = super::shelf::shelf(shelf)?;
    let corpus = &shelf.corpus;
    let filters = || shelf.filters.get_or_init(|| filter::Index::new(corpus));
    let subject = subject.as_string().unwrap_or_default();
    let asked = asked(&read(options));
    for name in &asked.strange {
        web_sys::console::warn_1(&format!("strategy-reader: `{name}` means nothing to {question}()").into());
    }
    match question.as_str() {
        "documents" => written(&answers::documents(corpus)),
        "section" => {
            answers::section(corpus, &subject, asked.lang).map_err(refused).and_then(|it| written(&it))
        }
        "search" => {
            let index = shelf.index.get_or_init(|| Index::with_terms(corpus, &embedded::terms()));
            written(&answers::search(corpus, (index, filters()), &subject, &asked.selection, asked.limit))
        }
        "filter" => written(&answers::filter(corpus, filters(), &asked.selection)),
        "commitments" => {
            let lang = asked.lang.unwrap_or(Lang::Nb);
            written(&answers::commitments(corpus, filters(), &asked.selection, lang))
        }
        "cite" => {
            let lang = asked.lang.unwrap_or(Lang::Nb);
            let cited = answers::cite(corpus, &subject, lang, &asked.citing, today());
            cited.map_err(refused).and_then(|it| written(&it))
        }
        _ => Err(refused(NotThere::question(question))),
    }
}

fn refused(NotThere { code, words }: NotThere) -> JsValue {
    error(code, &words)
}

fn written(answer: &impl Serialize) -> Result<JsValue, JsValue> {
    let plain = Serializer::json_compatible();
    answer.serialize(&plain).map_err(|fault| error("unwritten", &fault.to_string()))
}

/// Each option with its values: strings, numbers, or arrays of them. What cannot be read has two that no option takes, so that
/// it is named. An error of the object's own that went through here would leave all later answers unsent, so nothing is asked
/// that may throw, not even whether it is an array: a revoked proxy throws at that.
fn read(options: &JsValue) -> Vec<(String, Vec<String>)> {
    let unread = || vec![String::new(); 2];
    // Not by its class: an object of another frame has another one of the same name.
    if !options.is_object() {
        return Vec::new();
    }
    let Ok(names) = Reflect::own_keys(options) else { return vec![("options".to_owned(), unread())] };
    let mut read = Vec::new();
    for name in names.iter().filter_map(|name| name.as_string()) {
        let values = match Reflect::get(options, &name.as_str().into()) {
            Ok(value) if value.is_null() || value.is_undefined() => continue,
            Ok(value) if value.is_object() => items(&value),
            Ok(value) => text(&value).map(|text| vec![text]),
            Err(_) => None,
        };
        read.push((name, values.unwrap_or_else(unread)));
    }
    read
}

fn text(value: &JsValue) -> Option<String> {
    let number = || value.as_f64().map(|number| number.to_string());
    value.as_string().or_else(number).or_else(|| value.as_bool().map(|yes| yes.to_string()))
}

/// No option has as many; what says so is no array.
const MOST: f64 = 1000.0;

fn items(array: &JsValue) -> Option<Vec<String>> {
    let length = Reflect::get(array, &"length".into()).ok()?.as_f64().filter(|length| *length <= MOST)?;
    let mut items = Vec::new();
    for place in 0..length as u32 {
        items.extend(text(&Reflect::get_u32(array, place).ok()?));
    }
    Some(items)
}

/// An error with a `code` for programs beside its sentence.
pub fn error(code: &str, words: &str) -> JsValue {
    let error = Error::new(words);
    // A new error takes any property.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
