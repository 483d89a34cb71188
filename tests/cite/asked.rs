//! What scripts and `cargo xtask cite` ask for.

use super::{CITED, READ};
use serde_json::Value;
use strategy_reader::answers::{self, NotThere, asked};
use strategy_reader::model::Lang;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().map(|object| object.keys().map(String::as_str).collect()).unwrap_or_default()
}

fn options(pairs: &[(&str, &[&str])]) -> Vec<(String, Vec<String>)> {
    let owned = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect();
    pairs.iter().map(|(name, values)| ((*name).to_owned(), owned(values))).collect()
}

fn cited(anchor: &str, options_: &[(&str, &[&str])]) -> Result<Value, NotThere> {
    let asked = asked(&options(options_));
    assert!(asked.strange.is_empty(), "{:?}", asked.strange);
    let lang = asked.lang.unwrap_or(Lang::Nb);
    answers::cite(&CITED, anchor, lang, &asked.citing, READ)
        .map(|cited| serde_json::to_value(cited).unwrap_or_default())
}

#[test]
fn a_place_is_cited_in_the_forms_of_its_style() {
    let apa = cited("nss-nato-2", &[("style", &["apa"]), ("lang", &["en"])]);
    let apa = apa.unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(keys(&apa), ["entry", "intext", "narrative"]);
    assert!(apa["entry"]["html"].as_str().is_some_and(|html| html.contains("<i>")), "{apa}");
    assert!(apa["intext"]["text"].as_str().is_some_and(|text| text.starts_with('(')), "{apa}");
    let notes = cited("nss-nato", &[("style", &["chicago-notes"]), ("accessed", &["2020-02-29"])]);
    assert_eq!(keys(&notes.unwrap_or_default()), ["entry", "note", "shortNote"]);
    let plain = cited("nss-2025", &[("accessed", &["2020-02-29"])]).unwrap_or_default();
    assert!(plain["entry"]["text"].as_str().is_some_and(|text| text.contains("29. februar 2020")), "{plain}");
}

#[test]
fn words_are_cited_where_they_stand() {
    let view = CITED.edition("nss-2025", Lang::Nb).unwrap_or_else(|| panic!("there is no edition"));
    let block = view.block_at("nss-nato-2").unwrap_or_else(|| panic!("there is no paragraph"));
    let words: Vec<&str> = view.block(block).text.plain.split(' ').collect();
    let some = words[2..8].join(" ");
    let quoted = cited("nss-nato", &[("quote", &[&some])]).unwrap_or_default();
    let text = quoted["quotation"]["text"].as_str().unwrap_or_default();
    assert!(text.starts_with(&format!("«{some}»")), "{quoted}");
    let ends = format!("{} … {}", words[..3].join(" "), words[words.len() - 3..].join(" "));
    assert!(cited("nss-nato", &[("quote", &[&ends])]).is_ok());
    // A commitment brings its own words.
    let document = view.document;
    let anchor = view.commitment_anchor(&document.commitments[0]);
    assert!(cited(&anchor, &[]).is_ok_and(|cited| cited["quotation"].is_object()));
}

#[test]
fn what_cannot_be_cited_has_a_code_and_says_what_there_is() {
    for (anchor, options, code, words) in [
        ("nss-natoo", &[][..], "unknown-anchor", "the nearest is `nss-nato`"),
        ("nowhere", &[], "unknown-anchor", "nss-2025"),
        (
            "nss-nato",
            &[("style", &["apa"][..]), ("lang", &["nn"])],
            "unknown-style",
            "it is written in nb and en",
        ),
        ("nss-nato", &[("edition", &["nn"])], "unknown-edition", "it has nb and en"),
        ("nss-nato", &[("quote", &["Sverige og Danmark vinner"])], "unknown-quotation", "as they are quoted"),
        // What stands in one edition only is not cited from the other.
        (
            "nss-nato",
            &[("edition", &["en"]), ("quote", &["Norge skal"])],
            "unknown-quotation",
            "in en as they",
        ),
    ] {
        let Err(refused) = cited(anchor, options) else { panic!("{anchor} is cited") };
        assert!(refused.code == code && refused.words.contains(words), "{anchor}: {refused:?}");
    }
    let strange =
        asked(&options(&[("style", &["mls"]), ("accessed", &["22.11.2026"]), ("sic", &["perhaps"])]));
    assert_eq!(strange.strange, ["style", "accessed", "sic"]);
}
