//! Everything that can happen to a view. Contents, hits, links, history and the host all travel by `GoTo`.

use super::{Citing, Middle, Note, Panel, Settings, View, address};
use crate::cite::{self, Cited};
use crate::commitments::Listing;
use crate::corpus::Corpus;
use crate::filter::{Facet, Selection};
use crate::model::Lang;
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Back to the list of documents.
    GoToStart,
    /// Open a document where it begins.
    Open(String),
    /// Go to an anchor, of whatever document.
    GoTo(String),
    /// Go to an anchor in the edition in which it was found.
    OpenHit(String, Lang),
    /// Go to what a link of our own says.
    Visit(address::Address),
    /// Go to what the page's address says, as on load and on back and forward.
    Follow(address::Address),
    ReadIn(Lang),
    SpeakIn(Lang),
    Search(String),
    /// Narrow the hits and the lists down to a value, or no longer.
    Choose(Facet, String),
    /// Narrow down to all of this.
    Select(Selection),
    /// Narrow down to nothing in particular.
    ClearSelection,
    /// Show the passages that have all of this, whatever was sought and chosen before.
    Narrow(Selection),
    /// Nothing changes but what is drawn: something that was fetched has come.
    Refresh,
    /// Put something else in the middle.
    Turn(Middle),
    /// Lay out the commitments in another way.
    List(Listing),
    /// Cite the block with this anchor.
    Cite(String),
    /// Cite words that were selected, or a place without going there.
    CiteWords(Rc<Cited>),
    /// Go to words, or to a place, in the edition in which they are.
    Point(Rc<Cited>),
    /// Have gathered just this.
    Gather(Rc<Vec<Cited>>),
    /// Cite in this way from now on.
    CiteAs(Citing),
    Show(Panel),
    OpenFootnote(String),
    CloseFootnote,
    /// Read with these settings.
    Read(Settings),
    /// Keep the settings on this device, or no longer.
    Remember(bool),
    /// The browser did not allow something.
    Refused(Refusal),
    /// Back to the usual settings, and nothing kept.
    ResetSettings,
}

impl Action {
    /// Whether it leads somewhere, as against changing how or what is shown of the same place.
    pub fn is_journey(&self) -> bool {
        use Action::{Follow, GoTo, GoToStart, Open, OpenHit, Point, Visit};
        matches!(self, GoTo(_) | OpenHit(..) | Open(_) | GoToStart | Point(_) | Visit(_) | Follow(_))
    }
}

/// What a browser may not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// To put words on the clipboard.
    Copy,
    /// The same for a link to words.
    CopyLink,
    /// To keep something on the device.
    Keep,
}

impl Refusal {
    /// The word for it in the events of the element.
    pub fn code(self) -> &'static str {
        match self {
            Refusal::Copy | Refusal::CopyLink => "clipboard-refused",
            Refusal::Keep => "storage-refused",
        }
    }
}

/// The view after an action.
pub fn apply(view: &View, action: Action, corpus: &Corpus) -> View {
    let mut next = View { note: None, footnote: None, ..view.clone() };
    if action.is_journey() || matches!(action, Action::ReadIn(_)) {
        next.words = None;
        next.cited = None;
    }
    match action {
        Action::GoToStart => {
            next.document = None;
            next.anchor = None;
            next.middle = Middle::Text;
            next.panel = Panel::Closed;
        }
        Action::Open(id) => {
            open(&mut next, &id, corpus);
            next.anchor = next.anchor.filter(|_| next.document.as_ref() != Some(&id));
        }
        Action::GoTo(anchor) => go_to(&mut next, &anchor, corpus),
        Action::OpenHit(anchor, lang) => {
            next.text_lang = lang;
            go_to(&mut next, &anchor, corpus);
        }
        Action::Visit(address) | Action::Follow(address) => follow(&mut next, address, corpus),
        Action::ReadIn(lang) => {
            next.text_lang = lang;
            if view.middle == Middle::Parallel {
                next.middle = Middle::Text;
            }
            stay_in_edition(&mut next, corpus);
        }
        Action::SpeakIn(lang) => next.ui_lang = lang,
        Action::Search(query) => {
            next.panel = match (query.trim().is_empty(), view.panel) {
                (false, _) => Panel::Hits,
                (true, Panel::Hits) if next.selection.is_empty() => Panel::Closed,
                (true, other) => other,
            };
            next.query = query;
        }
        Action::Choose(facet, value) => next.selection.toggle(facet, &value),
        Action::Select(selection) => next.selection = selection,
        Action::ClearSelection => next.selection = Selection::default(),
        Action::Narrow(selection) => {
            next.query.clear();
            next.selection = selection;
            next.panel = Panel::Hits;
        }
        Action::Refresh => return view.clone(),
        Action::Turn(middle) => next.middle = middle,
        Action::List(listing) => next.listing = listing,
        Action::Cite(anchor) => {
            go_to(&mut next, &anchor, corpus);
            next.cited = None;
            next.panel = Panel::Citation;
        }
        Action::CiteWords(cited) => {
            next.citing.quote |= cited.words.is_some();
            next.cited = Some(cited);
            next.panel = Panel::Citation;
        }
        Action::Point(cited) => {
            if let Some(edition) = cited.view(corpus) {
                next.text_lang = cited.lang;
                open(&mut next, &cited.document, corpus);
                next.anchor = cited.anchor(edition);
                next.words = cited.pointed(edition);
            }
        }
        Action::Gather(basket) => next.basket = basket,
        Action::CiteAs(citing) => next.citing = citing,
        Action::Show(Panel::Closed) if view.hits_behind => next.panel = Panel::Hits,
        Action::Show(panel) => next.panel = panel,
        Action::OpenFootnote(anchor) => {
            next.footnote = Some(anchor).filter(|anchor| view.footnote.as_ref() != Some(anchor))
        }
        Action::CloseFootnote => {}
        Action::Read(settings) => next.settings = settings,
        Action::Remember(remembered) => next.remembered = remembered,
        // What is copied says itself what one can do instead.
        Action::Refused(Refusal::Copy) => {}
        Action::Refused(_) => next.note = Some(Note::Refused),
        Action::ResetSettings => {
            next.settings = Settings::default();
            next.remembered = false;
        }
    }
    if next.panel.is_citing() {
        next.hits_behind |= view.panel == Panel::Hits;
    } else {
        next.hits_behind = false;
        next.cited = None;
    }
    next
}

fn open(view: &mut View, id: &str, corpus: &Corpus) {
    match corpus.edition_or_original(id, view.text_lang) {
        Some(edition) => {
            if view.document.as_deref() != Some(id) {
                view.anchor = None;
            }
            view.document = Some(id.to_owned());
            view.middle = view.middle.text();
            view.text_lang = edition.edition.lang;
        }
        None => view.note = Some(Note::Broken(id.to_owned())),
    }
}

fn go_to(view: &mut View, anchor: &str, corpus: &Corpus) {
    let (found, exact) = nearest(view, anchor, corpus);
    if let Some(document) = found.as_deref().and_then(|found| corpus.document_of(found)) {
        open(view, &document.id, corpus);
        view.anchor = found;
        stay_in_edition(view, corpus);
    }
    if !exact {
        view.note = Some(Note::Broken(anchor.to_owned()));
    }
}

/// Where the edition that is open splits, joins or lacks the block, the anchor becomes that of the place where it stands
/// or would stand there.
fn stay_in_edition(view: &mut View, corpus: &Corpus) {
    let Some((id, anchor)) = view.document.as_ref().zip(view.anchor.as_ref()) else { return };
    let edition = corpus.edition_or_original(id, view.text_lang);
    if let Some(edition) = edition.filter(|edition| edition.block_at(anchor).is_none()) {
        view.anchor = edition.find(anchor).map(|place| edition.block(place).anchor.clone());
    }
}

/// The anchor, or the longest beginning of it that names something, and whether it is the anchor itself.
fn nearest(view: &View, anchor: &str, corpus: &Corpus) -> (Option<String>, bool) {
    let ends = anchor.match_indices('-').map(|(at, _)| at);
    let mut ends: Vec<usize> = ends.chain([anchor.len()]).collect();
    ends.reverse();
    let known = |name: &&str| corpus.document_of(name).is_some();
    match ends.into_iter().map(|end| &anchor[..end]).find(known) {
        Some(found) => (Some(found.to_owned()), found == anchor),
        None => (view.anchor.clone(), false),
    }
}

/// Words that have moved are followed; of those that are gone it is said.
fn find_words(view: &mut View, corpus: &Corpus) {
    let Some(words) = view.words.clone() else { return };
    let edition = view.document.as_deref().and_then(|id| corpus.edition_or_original(id, view.text_lang));
    let block = edition.zip(view.anchor.as_deref()).and_then(|(edition, anchor)| edition.block_at(anchor));
    let Some((edition, block)) = edition.zip(block) else { return };
    let found = cite::pointed(edition, block, &words);
    if found.is_none_or(|found| found.from.0 != block) {
        view.note = Some(Note::Reworded(words.start.clone()));
        view.words = found.and_then(|found| cite::point(edition, found)).map(Rc::new);
        if let Some(found) = found {
            view.anchor = Some(edition.block(found.from.0).anchor.clone());
        }
    }
}

fn follow(view: &mut View, address: address::Address, corpus: &Corpus) {
    view.query = address.query;
    view.selection = address.selection.known(corpus);
    view.middle = address.middle;
    view.listing = address.listing;
    // The commitments have their filters beside them.
    let passages = !view.selection.is_empty() && view.middle != Middle::Commitments;
    view.panel = if passages || !view.query.trim().is_empty() { Panel::Hits } else { Panel::Closed };
    // An address that names the language of the text leaves out that of the controls where both are the same.
    view.ui_lang = address.ui_lang.or(address.text_lang).unwrap_or(view.ui_lang);
    let listed =
        (address.document.is_none() && address.middle == Middle::Commitments).then_some(view.ui_lang);
    view.text_lang = address.text_lang.or(listed).unwrap_or(view.text_lang);
    view.anchor = None;
    match (address.document, address.anchor) {
        (Some(id), anchor) => {
            open(view, &id, corpus);
            if let Some(anchor) = anchor {
                go_to(view, &anchor, corpus);
            }
        }
        (None, Some(anchor)) => go_to(view, &anchor, corpus),
        (None, None) => view.document = None,
    }
    // Where the anchor led elsewhere, the words are not there either.
    view.words = address.words.filter(|_| view.anchor.is_some() && view.note.is_none());
    find_words(view, corpus);
    // An anchor leads to the text, unless the address says what else stands in the middle.
    view.middle = address.middle;
}
