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
    let library = match compile::compile(&root.join("data")) {
        Ok(library) => library,
        Err(problems) => {
            for problem in &problems.0 {
                println!("cargo::error={problem}");
            }
            return Ok(());
        }
    };
    let out = PathBuf::from(std::env::var("OUT_DIR")?).join("documents.archive");
    std::fs::write(out, archive::encode(&library)?)?;
    Ok(())
}
