//! What the editions of one document owe each other.

use super::edition::ReadEdition;
use super::{Fault, Problems, Source};
use crate::model::{Lang, Standing};

/// All languages, the original first.
pub(super) fn languages(original: Lang) -> impl Iterator<Item = Lang> {
    std::iter::once(original).chain(Lang::ALL.into_iter().filter(move |lang| *lang != original))
}

/// The first edition is the original and says so; every other one has its blocks, in the same order.
pub(super) fn check(source: &Source, problems: &mut Problems) {
    let Some((original, translations)) = source.editions.split_first() else { return };
    if original.edition.standing != Standing::Original {
        problems.add(&original.file, Some(1), Fault::WrongStanding { original: true });
    }
    for translation in translations {
        if translation.edition.standing == Standing::Original {
            problems.add(&translation.file, Some(1), Fault::WrongStanding { original: false });
        }
        check_alignment(original, translation, problems);
    }
}

fn check_alignment(original: &ReadEdition, translation: &ReadEdition, problems: &mut Problems) {
    let (left, right) = (&original.edition.blocks, &translation.edition.blocks);
    for (index, block) in right.iter().enumerate() {
        let fault = match left.get(index) {
            None => format!("`{}` has no block in the original", block.anchor),
            Some(expected) if expected.anchor != block.anchor => {
                format!("`{}` stands where the original has `{}`", block.anchor, expected.anchor)
            }
            Some(expected) if (expected.kind, expected.level) != (block.kind, block.level) => {
                format!(
                    "`{}` is a {}, in the original a {}",
                    block.anchor,
                    block.kind.name(),
                    expected.kind.name()
                )
            }
            Some(_) => continue,
        };
        // All that follows would be out of step too, so the first place says enough.
        return problems.add(
            &translation.file,
            translation.lines.get(index).copied(),
            Fault::Unaligned(fault),
        );
    }
    if let Some(missing) = left.get(right.len()) {
        let fault = format!("the block `{}` is missing at the end", missing.anchor);
        problems.add(&translation.file, None, Fault::Unaligned(fault));
    }
}
