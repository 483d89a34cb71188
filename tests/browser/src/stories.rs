//! Tells stories: each in each chosen engine, a few at a time, with browsers that are used again.

use crate::browser::Browser;
use crate::engine::Engine;
use crate::site::{Site, repository};
use anyhow::{Context, Result, ensure};
use libtest_mimic::{Arguments, Failed, Trial};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};

/// How many stories are told at once. More than there may be processors, since a story mostly waits for its browser.
const AT_ONCE: usize = 3;

/// Something a reader does, and what must then be true.
#[derive(Clone, Copy)]
pub struct Story {
    name: &'static str,
    tell: fn(&Browser, &Site) -> Result<()>,
    engines: &'static [Engine],
}

impl Story {
    /// A story for every engine.
    pub const fn new(name: &'static str, tell: fn(&Browser, &Site) -> Result<()>) -> Self {
        Self { name, tell, engines: &Engine::ALL }
    }

    /// The same for some engines only; say why beside it.
    pub const fn only(self, engines: &'static [Engine]) -> Self {
        Self { engines, ..self }
    }
}

/// Stories about one subject.
pub type Chapter = (&'static str, &'static [Story]);

/// Tells all stories whose names fit the arguments, which are those of `cargo test`. A name is
/// `engine::chapter::story`.
pub fn tell(chapters: &[Chapter]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(AT_ONCE);
    let engines = match Site::start().and_then(|_| Engine::chosen()) {
        Ok(engines) => engines,
        Err(error) => {
            eprintln!("error: {error:#}");
            return ExitCode::FAILURE;
        }
    };
    let browsers = Arc::new(Browsers::default());
    let stories =
        chapters.iter().flat_map(|(chapter, stories)| stories.iter().map(move |story| (*chapter, *story)));
    let trials = stories
        .flat_map(|(chapter, story)| engines.iter().map(move |&engine| (chapter, story, engine)))
        .filter(|(_, story, engine)| story.engines.contains(engine))
        .map(|(chapter, story, engine)| {
            let browsers = Arc::clone(&browsers);
            let name = format!("{}::{chapter}::{}", engine.name(), story.name);
            let picture = picture_of_failure(&name);
            Trial::test(name, move || tell_one(&browsers, story, engine, &picture))
        })
        .collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The process that shows pages has ended, or answers no more.
///
/// WebKitGTK's (2.50.6) does so now and then: about once in three hundred stories, in stories that have nothing in common. That is not the
/// page's to bring about, and a page that hangs will hang again, so such a story is told once more; it fails if it does not come true then.
#[derive(Debug)]
struct Ended;

impl fmt::Display for Ended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the browser itself has ended")
    }
}

fn tell_one(browsers: &Browsers, story: Story, engine: Engine, picture: &Path) -> Result<(), Failed> {
    let tell = || -> Result<()> {
        let browser = browsers.take(engine)?;
        let site = Site::start()?;
        site.watch_requests();
        if !engine.tells_console() {
            site.put_ears_in();
        }
        let told = (story.tell)(&browser, &site).and_then(|()| expect_no_complaint(&browser, &site));
        if let Err(error) = told {
            let error = error.context(circumstances(&browser, &site, picture));
            return Err(if browser.has_ended() { error.context(Ended) } else { error });
        }
        browsers.give_back(browser);
        Ok(())
    };
    let told = match tell() {
        Err(error) if error.is::<Ended>() => {
            eprintln!(
                "{engine} has ended in the midst of \"{}\", which is told once more: {error:#}",
                story.name
            );
            tell()
        }
        told => told,
    };
    told.map_err(|error| {
        // The cause first: it is the story's own sentence, and what surrounds it is only for finding out why.
        let sentences: Vec<String> = error.chain().map(ToString::to_string).collect();
        Failed::from(sentences.into_iter().rev().collect::<Vec<String>>().join("\n"))
    })
}

/// What a failed story leaves behind for whoever looks into it.
fn circumstances(browser: &Browser, site: &Site, picture: &Path) -> String {
    let seen = match browser.photograph(picture) {
        Ok(()) => format!("what was to be seen: {}", picture.display()),
        Err(error) => format!("there is no picture of it: {error:#}"),
    };
    let unseen = browser.complaints(site).unwrap_or_default();
    let forgiven = site.forgiven().into_iter().map(|complaint| format!("(forgiven) {complaint}"));
    std::iter::once(seen).chain(unseen).chain(forgiven).collect::<Vec<String>>().join("\n")
}

fn expect_no_complaint(browser: &Browser, site: &Site) -> Result<()> {
    let complaints = browser.complaints(site)?;
    ensure!(
        complaints.is_empty(),
        "the story came true, but there are complaints:\n{}",
        complaints.join("\n")
    );
    Ok(())
}

fn picture_of_failure(name: &str) -> PathBuf {
    let file: String =
        name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    repository().join("target/e2e").join(file + ".png")
}

/// Browsers that are between two stories.
#[derive(Default)]
struct Browsers(Mutex<Vec<Browser>>);

impl Browsers {
    fn take(&self, engine: Engine) -> Result<Browser> {
        let mut idle = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = idle.iter().position(|browser| browser.engine() == engine);
        let browser = found.map(|at| idle.swap_remove(at));
        drop(idle);
        match browser {
            Some(browser) => Ok(browser),
            None => Browser::start(engine).with_context(|| format!("cannot start {engine}")),
        }
    }

    /// Keeps a browser for the next story. One that cannot be made as new, or whose story failed, is ended instead.
    fn give_back(&self, browser: Browser) {
        if browser.make_as_new().is_ok() {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
        }
    }
}
