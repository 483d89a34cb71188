//! What is printed, and files that are written whole or not at all.

use crate::failure::Failure;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::OutputClosed),
        Err(error) => Err(Failure::Files(format!("nothing can be printed ({error})"))),
    }
}

/// Writes a file beside its place and then moves it there, so that nobody meets half a file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let refused = |why: &dyn std::fmt::Display| {
        Failure::file(
            path,
            "cannot be written",
            why,
            "give a file in a folder that exists and is open to you",
        )
    };
    let name = path.file_name().filter(|_| !path.is_dir());
    let name = name.ok_or_else(|| refused(&"it is a folder"))?;
    let beside = path.with_file_name(format!("{}.part", name.to_string_lossy()));
    fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        // It may not be there; then there is nothing to take away.
        let _ = fs::remove_file(&beside);
        refused(&error)
    })
}
