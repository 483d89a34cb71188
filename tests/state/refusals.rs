//! What the browser does not allow is said, in a sentence and in a word for the host.

use crate::support::REAL;
use strategy_reader::model::Lang;
use strategy_reader::state::{Action, Note, Panel, Refusal, View, apply};

#[track_caller]
fn check(before: &View, action: Action, expected: View) {
    assert_eq!(apply(before, action, &REAL), expected);
}

#[test]
fn what_the_browser_does_not_allow_is_said_once() {
    let noted = View { note: Some(Note::Refused), ..View::start(Lang::Nb) };
    check(&View::start(Lang::Nb), Action::Refused(Refusal::Keep), noted.clone());
    check(&View::start(Lang::Nb), Action::Refused(Refusal::CopyLink), noted.clone());
    // The frame of what is copied says it.
    check(&View::start(Lang::Nb), Action::Refused(Refusal::Copy), View::start(Lang::Nb));
    check(&noted, Action::Show(Panel::Settings), View { panel: Panel::Settings, ..View::start(Lang::Nb) });
    for (refusal, code) in [
        (Refusal::Keep, "storage-refused"),
        (Refusal::Copy, "clipboard-refused"),
        (Refusal::CopyLink, "clipboard-refused"),
    ] {
        assert_eq!(refusal.code(), code);
    }
}
