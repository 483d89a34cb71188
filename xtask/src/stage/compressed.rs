//! `.br` and `.gz` beside each file, for servers that hand out what lies there.

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Smaller files gain nothing.
const LEAST: usize = 256;

pub fn write(folder: &Path) -> Result<()> {
    for file in crate::files::below(folder)? {
        let content = fs::read(&file)?;
        if content.len() >= LEAST {
            let beside = |ending: &str| format!("{}.{ending}", file.display());
            fs::write(beside("br"), brotli(&content)?)?;
            fs::write(beside("gz"), gzip(&content)?)?;
        }
    }
    Ok(())
}

/// Windows and blocks, as powers of two, with which brotli is tried. Where it cuts a large file decides over 1 % of it, and
/// which cut is best changes with every build.
const CUTS: [(i32, i32); 5] = [(24, 0), (24, 16), (18, 0), (18, 16), (17, 18)];

/// Brotli at its best, quality 11.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    // What is smaller than the smallest window is cut alike by all. A large page is mostly what was packed before.
    let is_small = content.len() < 1 << 17 || content.starts_with(b"<!doctype html>");
    let cuts = if is_small { &CUTS[..1] } else { &CUTS[..] };
    let mut best: Option<Vec<u8>> = None;
    for (lgwin, lgblock) in cuts {
        let mut packed = Vec::new();
        let parameters = BrotliEncoderParams {
            quality: 11,
            lgwin: *lgwin,
            lgblock: *lgblock,
            size_hint: content.len(),
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters)?;
        if best.as_ref().is_none_or(|best| packed.len() < best.len()) {
            best = Some(packed);
        }
    }
    Ok(best.unwrap_or_default())
}

/// Gzip at its best, level 9, without a time in it, so that the same content gives the same bytes.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
