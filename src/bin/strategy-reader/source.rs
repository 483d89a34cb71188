//! Reads a text that somebody extracted, and says what else the file is instead.

use crate::failure::Failure;
use std::fs;
use std::path::Path;

/// The most bytes that a text may have; a long book is a tenth of it.
const LARGEST: u64 = 8 << 20;

pub fn read(file: &Path) -> Result<String, Failure> {
    let wrong = |what: &str| Failure::Files(format!("{}: {what}", file.display()));
    let unreadable = |error: std::io::Error| {
        Failure::file(file, "cannot be read", error, "see whether it is there and open to you")
    };
    let metadata = fs::metadata(file).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(wrong("is a folder; give the file with the extracted text"));
    }
    if metadata.len() > LARGEST {
        let what = format!(
            "the file has {} bytes, which no document needs; extract the text alone, or divide it",
            metadata.len()
        );
        return Err(wrong(&what));
    }
    let bytes = fs::read(file).map_err(unreadable)?;
    if let Some(what) = no_text(&bytes) {
        return Err(wrong(what));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Failure::Files(format!(
            "{}:{line}: a sign here is not in UTF-8; save the file as UTF-8 (from an older Windows: \
             iconv -f windows-1252 -t utf-8)",
            file.display()
        ))
    })?;
    if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
        return Err(wrong("the file is empty; see whether the text was extracted"));
    }
    Ok(text)
}

/// What bytes are that are known not to be plain text.
fn no_text(bytes: &[u8]) -> Option<&'static str> {
    let begins = |sign: &[u8]| bytes.starts_with(sign);
    let first = bytes.trim_ascii_start();
    let first = first.get(..first.len().min(15)).unwrap_or_default().to_ascii_lowercase();
    Some(match () {
        () if begins(b"%PDF") => "this is a PDF; extract its text first (pdftotext FILE.pdf) and import that",
        () if begins(b"PK\x03\x04") => {
            "this is a packed file, perhaps of a word processor; save it as plain text first"
        }
        () if begins(b"{\\rtf") => "this is RTF; save it as plain text first",
        () if begins(b"\xff\xfe") || begins(b"\xfe\xff") => {
            "this is text in UTF-16; save the file as UTF-8 (iconv -f utf-16 -t utf-8)"
        }
        () if first.starts_with(b"<!doctype html") || first.starts_with(b"<html") => {
            "this is HTML; save the page as plain text, or copy its text into a file"
        }
        () if bytes.contains(&0) => "this is no text but a binary file; extract its text first",
        () => return None,
    })
}
