//! Compiles `data/` into the archive that is embedded. All the work is in `compile` and `archive`.

#[path = "src/archive/mod.rs"]
#[allow(dead_code, unused_imports)]
mod archive;
#[path = "src/compile/mod.rs"]
#[allow(dead_code, unused_imports)]
mod compile;
#[path = "src/model/mod.rs"]
#[allow(dead_code, unused_imports)]
mod model;
#[path = "src/text/mod.rs"]
#[allow(dead_code, unused_imports)]
mod text;

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_EMBED").is_none() {
        return Ok(());
    }
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/archive");
    println!("cargo::rerun-if-changed=src/compile");
    println!("cargo::rerun-if-changed=src/model");
    println!("cargo::rerun-if-changed=src/text");
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let mut library = match compile::compile(&root.join("data")) {
        Ok(library) => library,
        Err(problems) => {
            for problem in &problems.0 {
                println!("cargo::error={problem}");
            }
            return Ok(());
        }
    };
    // Terms stand apart, so that a first visit does without them (`src/embedded.rs`).
    let terms = std::mem::take(&mut library.vocabulary.terms);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    std::fs::write(out.join("documents.archive"), archive::encode(&library))?;
    std::fs::write(out.join("terms"), archive::encode_terms(&terms))?;
    Ok(())
}
