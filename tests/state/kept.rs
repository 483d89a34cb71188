//! What is kept on a device.

use super::support::{REAL, edition};
use proptest::prelude::*;
use std::rc::Rc;
use strategy_reader::cite::{Cited, Selection};
use strategy_reader::model::Lang;
use strategy_reader::state::{Setting, Settings, View, from_kept, to_kept};

fn kept(settings: Settings, basket: Vec<Cited>) -> String {
    to_kept(&View { settings, basket: Rc::new(basket), ..View::start(Lang::Nb) }, &REAL)
}

#[test]
fn settings_and_places_come_back() {
    let nss = edition(&REAL, "nss-2025", Lang::Nb);
    let (from, to) = (nss.block_at("nss-nato-1"), nss.block_at("nss-nato-2"));
    let (Some(from), Some(to)) = (from, to) else { panic!("the blocks are gone") };
    let anchor = nss.commitment_anchor(&nss.document.commitments[0]);
    let basket = vec![
        Cited::at(nss, None),
        Cited::at(nss, Some("nss-nato")),
        Cited::at(edition(&REAL, "cyber-2017", Lang::En), Some("cyber-innledning-1")),
        Cited::words(nss, Selection { from: (from, 0), to: (to, 13) }),
        Cited::at(nss, Some(&anchor)),
    ];
    let settings = Settings::default().with(Setting::Size, 3);
    let text = kept(settings, basket.clone());
    assert_eq!(text.lines().count(), 1 + basket.len(), "{text}");
    assert_eq!(from_kept(&text, &REAL), (settings, basket));
}

/// What an older release kept has no places; what a later one kept may have some that are not there yet.
#[test]
fn what_is_not_there_is_passed_over() {
    let settings = Settings::default().with(Setting::Colours, 2);
    let alone = settings.to_stored();
    assert_eq!(from_kept(&alone, &REAL), (settings, Vec::new()));
    let strange = format!(
        "{alone}\nnss-2031/nb/#nss-1\n\nnss-2025/nb/#nowhere\nnss-2025/nb/?words=xyzzy#nss-nato-1\nnss-2025/nn/"
    );
    assert_eq!(from_kept(&strange, &REAL), (settings, Vec::new()));
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC*(\n\\PC*){0,4}") {
        let (settings, basket) = from_kept(&text, &REAL);
        prop_assert_eq!(from_kept(&kept(settings, basket.clone()), &REAL), (settings, basket));
    }
}
