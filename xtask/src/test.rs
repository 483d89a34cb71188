//! `test`: everything that can be checked, step by step. A step that cannot run has failed.

use crate::{check, citations, data, fidelity, html, npm, process, release, setup, size, tidy, tools};
use anyhow::{Context, Result, bail, ensure};
use std::process::Command;
use std::time::Instant;

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn() -> Result<()>,
    /// Whether it looks at `dist/www/`, so that it means nothing after a build that failed.
    on_build: bool,
}

const fn step(name: &'static str, what: &'static str, run: fn() -> Result<()>) -> Step {
    Step { name, what, run, on_build: false }
}

const fn step_on_build(name: &'static str, what: &'static str, run: fn() -> Result<()>) -> Step {
    Step { name, what, run, on_build: true }
}

/// The quick ones first, so that a small mistake is told soon.
const STEPS: &[Step] = &[
    step("fmt", "the code is formatted", fmt),
    step("tidy", "the house rules are kept", || tidy::run(&[])),
    step("check", "the data has no problem", || check::run(&[])),
    step("fidelity", "every original equals its source", fidelity),
    step("clippy", "nothing to improve in native code", clippy),
    step("clippy-wasm", "nothing to improve in WebAssembly", clippy_in_wasm),
    step("native", "native tests", native),
    step("citations", "references are those of citeproc-js, exports can be read", citations::run),
    step("wasm", "tests in WebAssembly, in headless Chromium", wasm),
    step(BUILD, "dist/ is built", || release::build(&[])),
    step_on_build("html", "every page is valid HTML", html::run),
    step_on_build("size", "the download keeps to its budget", || size::run(&[])),
    step_on_build("npm", "the package can be packed and used", npm::run),
    step("parts", "the page of parts is built", release::parts),
    step_on_build("e2e", "end-to-end tests on the built pages", e2e),
];

/// The step that those which look at `dist/www/` depend on.
const BUILD: &str = "build";

/// With the executable for editors, which is no part of the WebAssembly.
const TOOL: &str = "strategy-reader/tool";

pub fn run(arguments: &[String]) -> Result<()> {
    let chosen: Vec<&Step> = match arguments {
        [] => STEPS.iter().collect(),
        [flag] if flag == "--list" => {
            STEPS.iter().for_each(|step| println!("{:12} {}", step.name, step.what));
            return Ok(());
        }
        names => names.iter().map(named).collect::<Result<_>>()?,
    };
    setup::for_tests()?;
    let mut failed: Vec<&str> = Vec::new();
    let mut summary = String::new();
    for step in chosen {
        println!("\n=== {}: {}", step.name, step.what);
        let start = Instant::now();
        let outcome = if step.on_build && failed.contains(&BUILD) {
            Err(anyhow::anyhow!("there is no new build to look at"))
        } else {
            (step.run)()
        };
        let verdict = match outcome {
            Ok(()) => "ok",
            Err(error) => {
                println!("error: {error:#}");
                failed.push(step.name);
                "FAILED"
            }
        };
        let line = format!("{:12} {verdict:6} {:4} s", step.name, start.elapsed().as_secs());
        println!("=== {line}");
        summary += &format!("\n  {line}");
    }
    println!("\nall steps:{summary}");
    ensure!(
        failed.is_empty(),
        "failed: {}; run one again with `cargo xtask test {}`",
        failed.join(", "),
        failed[0]
    );
    Ok(())
}

fn named(name: &String) -> Result<&'static Step> {
    let found = STEPS.iter().find(|step| step.name == name);
    found.with_context(|| format!("there is no step `{name}`; `cargo xtask test --list` names them"))
}

fn fmt() -> Result<()> {
    process::run(&mut cargo(&["fmt", "--all", "--check"])?)
}

fn clippy() -> Result<()> {
    let all = ["clippy", "--workspace", "--all-targets", "--features", TOOL, "--", "-D", "warnings"];
    process::run(&mut cargo(&all)?)
}

fn clippy_in_wasm() -> Result<()> {
    let package = ["clippy", "--package", "strategy-reader", "--target", tools::TARGET, "--all-targets"];
    process::run(cargo(&package)?.args(["--features", "parts", "--", "-D", "warnings"]))
}

/// Where the texts lie beside the checkout from which `data/*/source.txt` was copied, those are compared too.
fn fidelity() -> Result<()> {
    let seeds = data::root().join("../shared/seeds");
    if !seeds.is_dir() {
        return fidelity::run(&[]);
    }
    fidelity::run(&["--seeds".to_owned(), seeds.to_string_lossy().into_owned()])
}

fn native() -> Result<()> {
    run_some_tests(&mut cargo(&["test", "--workspace", "--exclude", "browser-tests", "--features", TOOL])?)
}

fn wasm() -> Result<()> {
    let mut tests = cargo(&["test", "--package", "strategy-reader", "--target", tools::TARGET])?;
    let driver = process::on_path("chromedriver").context("chromedriver is not on the PATH")?;
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    tests.env("WASM_BINDGEN_USE_BROWSER", "1").env("CHROMEDRIVER", driver);
    tests.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", data::root().join("tests/browser/chromium.json"));
    run_some_tests(&mut tests)
}

fn e2e() -> Result<()> {
    run_some_tests(&mut cargo(&["test", "--package", "browser-tests"])?)
}

/// Tests of which none ran have tested nothing, however content their runner is.
fn run_some_tests(command: &mut Command) -> Result<()> {
    if process::run_tests(command)? == 0 {
        bail!("not one test ran");
    }
    Ok(())
}

fn cargo(arguments: &[&str]) -> Result<Command> {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments).current_dir(data::root()).env("PATH", setup::path()?);
    Ok(cargo)
}
