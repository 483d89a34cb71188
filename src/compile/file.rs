//! Files that editors wrote, read as text.

use super::{Fault, Problems};
use std::fs;
use std::path::Path;

/// The most bytes that a file may have. The longest book is half as long; more is something else by mistake.
const LARGEST: u64 = 8 << 20;

/// The text of a file without the mark of its encoding that some systems put in front, or the problem.
pub(super) fn read(path: &Path, problems: &mut Problems) -> Option<String> {
    let unreadable = |error: std::io::Error| Fault::Unreadable(error.to_string());
    let length = fs::metadata(path).map(|metadata| metadata.len());
    let bytes = match length {
        Ok(length) if length > LARGEST => Err(Fault::TooLarge(length)),
        Ok(_) => fs::read(path).map_err(unreadable),
        Err(error) => Err(unreadable(error)),
    };
    let text = bytes.map_err(|fault| (None, fault)).and_then(|bytes| {
        String::from_utf8(bytes).map_err(|error| {
            let sound = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..sound].iter().filter(|byte| **byte == b'\n').count() + 1;
            (Some(line), Fault::NotUtf8)
        })
    });
    match text {
        Ok(text) => Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)),
        Err((line, fault)) => {
            problems.add(path, line, fault);
            None
        }
    }
}
