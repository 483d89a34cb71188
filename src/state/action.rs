//! Everything that can happen to a view. Contents, hits, links, history and the host all travel by `GoTo`.

use super::{Citing, Middle, Note, Panel, Settings, View, address};
use crate::commitments::Listing;
use crate::corpus::Corpus;
use crate::filter::{Facet, Selection};
use crate::model::Lang;

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
    /// Put something else in the middle.
    Turn(Middle),
    /// Lay out the commitments in another way.
    List(Listing),
    /// Cite the block with this anchor.
    Cite(String),
    /// Cite in this way from now on.
    CiteAs(Citing),
    Show(Panel),
    OpenFootnote(String),
    CloseFootnote,
    /// Read with these settings.
    Read(Settings),
    /// Keep the settings on this device, or no longer.
    Remember(bool),
    /// Back to the usual settings, and nothing kept.
    ResetSettings,
}

impl Action {
    /// Whether it leads somewhere, as against changing how or what is shown of the same place.
    pub fn is_journey(&self) -> bool {
        use Action::{Follow, GoTo, GoToStart, Open, OpenHit, Visit};
        matches!(self, GoTo(_) | OpenHit(..) | Open(_) | GoToStart | Visit(_) | Follow(_))
    }
}

/// The view after an action.
pub fn apply(view: &View, action: Action, corpus: &Corpus) -> View {
    let mut next = View { note: None, footnote: None, ..view.clone() };
    if action.is_journey() || matches!(action, Action::ReadIn(_)) {
        next.words = None;
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
        Action::Turn(middle) => next.middle = middle,
        Action::List(listing) => next.listing = listing,
        Action::Cite(anchor) => {
            go_to(&mut next, &anchor, corpus);
            next.panel = Panel::Citation;
        }
        Action::CiteAs(citing) => next.citing = citing,
        Action::Show(panel) => next.panel = panel,
        Action::OpenFootnote(anchor) => {
            next.footnote = Some(anchor).filter(|anchor| view.footnote.as_ref() != Some(anchor))
        }
        Action::CloseFootnote => {}
        Action::Read(settings) => next.settings = settings,
        Action::Remember(remembered) => next.remembered = remembered,
        Action::ResetSettings => {
            next.settings = Settings::default();
            next.remembered = false;
        }
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
    // An anchor leads to the text, unless the address says what else stands in the middle.
    view.middle = address.middle;
}
