//! What the editions of one document owe each other.

use super::edition::ReadEdition;
use super::{Fault, Problems, Source, alignment};
use crate::model::{Lang, Standing};

/// All languages, the original first.
pub(super) fn languages(original: Lang) -> impl Iterator<Item = Lang> {
    std::iter::once(original).chain(Lang::ALL.into_iter().filter(move |lang| *lang != original))
}

/// The original says that it is one; every other edition says what the original says, in the same order.
pub(super) fn check(source: &mut Source, problems: &mut Problems) {
    // Where the original is missing or unreadable, that has been reported, and there is nothing to compare with.
    let wanted = source.metadata.original;
    let is_original = |read: &ReadEdition| read.edition.lang == wanted;
    let (originals, translations): (Vec<&mut ReadEdition>, Vec<&mut ReadEdition>) =
        source.editions.iter_mut().partition(|read| is_original(read));
    let original = originals.into_iter().next();
    if let Some(original) = &original {
        if original.edition.standing != Standing::Original {
            problems.add(&original.file, Some(1), Fault::WrongStanding { original: true });
        }
        alignment::refuse_seams(original, problems);
    }
    for translation in translations {
        if translation.edition.standing == Standing::Original {
            problems.add(&translation.file, Some(1), Fault::WrongStanding { original: false });
        }
        let Some(original) = &original else { continue };
        if let Err((line, fault)) = alignment::align(original, translation) {
            problems.add(&translation.file, line, fault);
        }
    }
}
