//! Running other programs, with errors that name the program and what it was asked to do.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// Runs a program whose output the person at the keyboard sees.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    succeeded(command, status)
}

/// Goes on as another program, so that whoever ends this one ends that one. Where that cannot be, runs it.
pub fn become_it(command: &mut Command) -> Result<()> {
    #[cfg(unix)]
    {
        let error = std::os::unix::process::CommandExt::exec(command);
        Err(error).with_context(|| cannot_start(command))
    }
    #[cfg(not(unix))]
    run(command)
}

/// Runs a program and returns what it printed, without white space at the end.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| cannot_start(command))?;
    succeeded(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// Runs a program whose output nobody wants to read, unless it fails: then its last lines are in the error.
pub fn run_quietly(command: &mut Command, log: &Path) -> Result<()> {
    let file = File::create(log).with_context(|| format!("{} cannot be written", log.display()))?;
    let status = command
        .stdin(Stdio::null())
        .stderr(file.try_clone()?)
        .stdout(file)
        .status()
        .with_context(|| cannot_start(command))?;
    succeeded(command, status).with_context(|| {
        let text = std::fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let last = lines[lines.len().saturating_sub(20)..].join("\n");
        format!("{last}\n(all of it is in {})", log.display())
    })
}

/// Runs tests, and returns how many passed according to the closing lines that every Rust test runner prints.
pub fn run_tests(command: &mut Command) -> Result<usize> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let output = child.stdout.take().context("a started program has no output")?;
    let mut passed = 0;
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        passed += passed_in(&line);
    }
    let status = child.wait()?;
    succeeded(command, status)?;
    Ok(passed)
}

/// Where a program is, if it is on the PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn passed_in(line: &str) -> usize {
    let counts = line.trim_start().strip_prefix("test result: ").and_then(|rest| rest.split_once(". "));
    let number = counts.and_then(|(_, counts)| counts.split(" passed").next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("`{}` failed with {status}", in_words(command));
    }
    Ok(())
}

fn cannot_start(command: &Command) -> String {
    format!("`{}` cannot be started", in_words(command))
}

fn in_words(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::passed_in;

    #[test]
    fn closing_lines_of_test_runners_are_counted() {
        for (line, expected) in [
            ("test result: ok. 12 passed; 0 failed; 0 ignored", 12),
            ("    test result: FAILED. 3 passed; 1 failed", 3),
            ("test result of another kind", 0),
            ("12 passed", 0),
        ] {
            assert_eq!(passed_in(line), expected, "{line}");
        }
    }
}
