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

/// Brotli at its best, quality 11.
pub fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: content.len(), ..Default::default() };
    brotli::BrotliCompress(&mut &content[..], &mut packed, &parameters)?;
    Ok(packed)
}

/// Gzip at its best, level 9, without a time in it, so that the same content gives the same bytes.
pub fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    writer.write_all(content)?;
    Ok(writer.finish()?)
}
