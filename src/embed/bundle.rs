//! Documents from a file that the host names: what opens it, holds it against every rule of the format, and says what is
//! wrong with it. Fetched with what answers scripts.

use super::api::error;
use super::shelf::put;
use crate::archive::{self, Error};
use crate::corpus::Corpus;
use crate::embedded;
use crate::model::Lang;
use crate::strings::{FilePhrases, file_phrases};
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

/// Puts the documents of a file on a shelf, beside those of the binary or alone. `arrived` are bytes, or the word for what
/// happened to them on the way.
pub fn open(name: &str, arrived: &JsValue, alone: bool) -> Result<JsValue, JsValue> {
    if let Some(word) = arrived.as_string() {
        return Err(lost(&word));
    }
    let mut library = archive::decode(&Uint8Array::new(arrived).to_vec()).map_err(wrong)?;
    // Those of the binary are known to every search.
    let known = embedded::terms();
    library.vocabulary.terms.retain(|term| !known.contains(term));
    if !alone && let Ok(mut all) = embedded::library() {
        all.add(library);
        library = all;
    }
    put(name, Corpus::with_others(library));
    Ok(JsValue::UNDEFINED)
}

/// What is said of a file that did not come; `www/strategy-reader.js` has the words.
fn lost(word: &str) -> JsValue {
    match word {
        "missing" => told("missing", "the file is not there", |file| file.missing),
        "slow" => told("slow", "the file stopped coming", |file| file.slow),
        "large" => wrong(Error::TooLarge { found: archive::LARGEST + 1 }),
        _ => told("network", "the file could not be fetched", |file| file.network),
    }
}

/// What is said of bytes that are no library.
fn wrong(error: Error) -> JsValue {
    let (code, sentence): (_, Sentence) = match error {
        Error::WebPage => ("page", |file| file.page),
        Error::Empty | Error::NotAnArchive | Error::Unsound => ("foreign", |file| file.foreign),
        Error::WrongVersion { .. } => ("version", |file| file.version),
        Error::CutShort { .. } => ("cut", |file| file.cut),
        Error::TooLong { .. } | Error::Damaged => ("damaged", |file| file.damaged),
        Error::TooLarge { .. } => ("large", |file| file.large),
    };
    told(code, &error.to_string(), sentence)
}

type Sentence = fn(&FilePhrases) -> &'static str;

fn told(code: &str, words: &str, sentence: Sentence) -> JsValue {
    with_sentences(error(code, words), Lang::ALL.map(|lang| sentence(file_phrases(lang))))
}

/// An error with what is said of it to people, in the order of the languages.
pub fn with_sentences(error: JsValue, sentences: [&str; 3]) -> JsValue {
    let sentences: Array = sentences.into_iter().map(JsValue::from).collect();
    // A new error takes any property.
    let _ = Reflect::set(&error, &"sentences".into(), &sentences);
    error
}
