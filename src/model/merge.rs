//! Two libraries as one: documents from elsewhere beside those that are there.

use super::{Document, Library};
use std::mem::take;

impl Library {
    /// Adds the documents of another library. One of the same id, or with the same word before its anchors, takes the
    /// place of the one that is there. Tags keep their meaning: entries of the vocabularies are one if their ids are.
    pub fn add(&mut self, mut other: Library) {
        let vocabulary = &mut self.vocabulary;
        let added = &mut other.vocabulary;
        let themes = places(&mut vocabulary.themes, take(&mut added.themes), |one, two| one.id == two.id);
        let actors = places(&mut vocabulary.actors, take(&mut added.actors), |one, two| one.id == two.id);
        let names = places(&mut vocabulary.names, take(&mut added.names), |one, two| one.id == two.id);
        let explanations = places(&mut vocabulary.explanations, take(&mut added.explanations), PartialEq::eq);
        places(&mut vocabulary.terms, take(&mut added.terms), PartialEq::eq);
        // Both are all that there are, or none.
        if vocabulary.kinds.is_empty() {
            vocabulary.kinds = take(&mut added.kinds);
        }
        for mut document in other.documents {
            for tags in &mut document.tags {
                renumber(&mut tags.themes, &themes);
                renumber(&mut tags.addressed, &actors);
                renumber(&mut tags.names, &names);
            }
            for commitment in &mut document.commitments {
                renumber(&mut commitment.themes, &themes);
                renumber(&mut commitment.names, &names);
                renumber(&mut commitment.asks, &actors);
                renumber(commitment.actor.as_mut_slice(), &actors);
            }
            for (_, explanation) in &mut document.explained {
                renumber(std::slice::from_mut(explanation), &explanations);
            }
            self.documents.retain(|there| there.id != document.id && prefix(there) != prefix(&document));
            let place = self.documents.partition_point(|there| there.order(&document).is_lt());
            self.documents.insert(place, document);
        }
    }
}

/// Where the entries of one list are in another, to which those are added that it lacks.
fn places<T>(list: &mut Vec<T>, added: Vec<T>, same: fn(&T, &T) -> bool) -> Vec<u16> {
    let mut places = Vec::with_capacity(added.len());
    for entry in added {
        let place = list.iter().position(|there| same(there, &entry));
        places.push(place.unwrap_or(list.len()) as u16);
        if place.is_none() {
            list.push(entry);
        }
    }
    places
}

fn renumber(numbers: &mut [u16], places: &[u16]) {
    for number in numbers {
        *number = places.get(usize::from(*number)).copied().unwrap_or(*number);
    }
}

/// The word with which all anchors of a document begin.
fn prefix(document: &Document) -> Option<&str> {
    document.editions.first()?.blocks.first()?.anchor.split('-').next()
}
