//! The fingerprint of an edition: it changes with every word of the text, and with nothing else.

use super::edition::ReadEdition;
use super::{Fault, Problems};
use crate::model::Block;
use sha2::{Digest, Sha256};

/// The first 32 hexadecimal digits of the SHA-256 of the blocks' words in reading order, each ended by a line feed.
pub(super) fn of(blocks: &[Block]) -> String {
    let mut hash = Sha256::new();
    for block in blocks {
        hash.update(block.text.plain.as_bytes());
        hash.update(b"\n");
    }
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn check(read: &ReadEdition, problems: &mut Problems) {
    if read.stated != read.edition.fingerprint {
        let fault =
            Fault::Fingerprint { stated: read.stated.clone(), actual: read.edition.fingerprint.clone() };
        problems.add(&read.file, Some(1), fault);
    }
}

/// The text of an edition's file with this fingerprint stated in its front matter; none where it has no line for it.
pub fn stated(text: &str, fingerprint: &str) -> Option<String> {
    let is_place = |line: &&str| {
        line.trim_start().strip_prefix("fingerprint").is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let line = text.lines().find(is_place)?;
    Some(text.replacen(line, &format!("fingerprint = \"{fingerprint}\""), 1))
}
