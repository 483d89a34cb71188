//! The executable for editors and sites, run as they run it.

#[path = "../support/mod.rs"]
mod support;

mod bundle;
mod check;
mod import;
mod usage;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use support::root;

/// What a run printed and how it ended.
struct Run {
    code: Option<i32>,
    out: String,
    error: String,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Run { code: output.status.code(), out: text(&output.stdout), error: text(&output.stderr) }
    }
}

#[track_caller]
fn run_in<A: AsRef<OsStr>>(folder: &Path, arguments: &[A]) -> Run {
    let output =
        Command::new(env!("CARGO_BIN_EXE_strategy-reader")).current_dir(folder).args(arguments).output();
    output.unwrap_or_else(|error| panic!("the executable cannot be started: {error}")).into()
}

#[track_caller]
fn run<A: AsRef<OsStr>>(arguments: &[A]) -> Run {
    run_in(root(), arguments)
}

/// What a run prints that must go well.
#[track_caller]
fn good<A: AsRef<OsStr>>(arguments: &[A]) -> String {
    let run = run(arguments);
    assert_eq!((run.code, run.error.as_str()), (Some(0), ""), "{}", run.out);
    run.out
}

/// The error of a run that must fail with this code; nothing else is printed.
#[track_caller]
fn bad<A: AsRef<OsStr>>(code: i32, arguments: &[A]) -> String {
    let run = run(arguments);
    assert_eq!((run.code, run.out.as_str()), (Some(code), ""), "{}", run.error);
    let error = run.error.strip_prefix("error: ").and_then(|error| error.strip_suffix('\n'));
    error.unwrap_or_else(|| panic!("no error in {:?}", run.error)).to_owned()
}

/// The example that the README sends editors to.
fn example() -> PathBuf {
    root().join("www/examples/documents")
}

/// A path as an argument.
fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_else(|| panic!("{} is no text", path.display()))
}
