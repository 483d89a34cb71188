//! A running browser: opens pages, answers scripts, waits. Everything has a limit in time, and a failure names what
//! was asked of which engine.

use crate::driver::Driver;
use crate::engine::Engine;
use crate::look::Look;
use crate::site::{Site, repository};
use anyhow::{Context, Result, anyhow, bail, ensure};
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// How long one answer of a driver may take. WebKit's never comes where something is wrong.
const ANSWER: Duration = Duration::from_secs(60);
/// How long a story waits for something to become true.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often it looks.
const LOOK_AGAIN: Duration = Duration::from_millis(40);
/// How long the last of the processes of a killed browser may hold its files.
const DYING: Duration = Duration::from_secs(1);
/// The window that a story starts with.
const SIZE: (u32, u32) = (1200, 900);

/// Like `ensure!`, for what may come a moment after it was asked for: looks again and again, and says the words only when the
/// patience of a story is at its end.
#[macro_export]
macro_rules! ensure_soon {
    ($condition:expr, $($words:tt)+) => {{
        let patience = $crate::Patience::default();
        while !$condition {
            anyhow::ensure!(patience.lasts(), $($words)+);
        }
    }};
}

/// How long a story has waited for something.
pub struct Patience(Instant);

impl Default for Patience {
    fn default() -> Self {
        Self(Instant::now())
    }
}

impl Patience {
    /// Waits a moment, or says that it has been long enough.
    pub fn lasts(&self) -> bool {
        std::thread::sleep(LOOK_AGAIN);
        self.0.elapsed() < PATIENCE
    }
}

/// `deep('strategy-reader >>> button')` steps into shadow roots; a script of a story may call it.
const DEEP: &str = "
const within = (root, step) => [...(root.shadowRoot ?? root).querySelectorAll(step)];
const deepAll = path => path.split('>>>').map(step => step.trim())
    .reduce((roots, step) => roots.flatMap(root => within(root, step)), [document]);
const deep = path => deepAll(path)[0] ?? null;
const deepFocus = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;
};
";

/// A browser with one open window.
pub struct Browser {
    engine: Engine,
    runtime: Runtime,
    client: RefCell<Option<Client>>,
    driver: Driver,
    /// Where it keeps what it knows; in a folder of its own choice, which goes with it, where none is named.
    profile: Option<PathBuf>,
    pub(crate) size: Cell<(u32, u32)>,
    pub(crate) look: Cell<Look>,
    pub(crate) runs_scripts: Cell<bool>,
}

impl Browser {
    /// Starts a browser with its driver.
    pub fn start(engine: Engine) -> Result<Self> {
        Self::start_with(engine, None)
    }

    /// Starts one that keeps what it knows in a folder, and knows what another one kept there. WebKit's cannot.
    pub fn start_in(engine: Engine, profile: &Path) -> Result<Self> {
        Self::start_with(engine, Some(profile.to_owned()))
    }

    fn start_with(engine: Engine, profile: Option<PathBuf>) -> Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .context("cannot start the runtime that speaks with drivers")?;
        let driver = Driver::start(engine)?;
        let browser = Self {
            engine,
            runtime,
            client: RefCell::new(None),
            driver,
            profile,
            size: Cell::new(SIZE),
            look: Cell::new(Look::Light),
            runs_scripts: Cell::new(true),
        };
        browser.begin()?;
        Ok(browser)
    }

    /// Ends the browser in the middle of whatever it does, as an empty battery would.
    pub fn kill(self) {
        // Without a session to end, the driver and what it started are killed.
        drop(self.client.take());
        drop(self);
        std::thread::sleep(DYING);
    }

    /// Whether the process that shows pages has ended, or hangs, without being asked to.
    pub(crate) fn has_ended(&self) -> bool {
        self.eval::<Value>("true").is_err_and(|error| format!("{error:#}").contains("invalid session id"))
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens a page of a site; `page` is an address relative to the site's folder, such as `nss-2025/nb/#kap-2`.
    pub fn open(&self, site: &Site, page: &str) -> Result<()> {
        let address = site.address(page);
        let (width, height) = self.size.get();
        if width >= self.engine.narrowest() {
            return self.go(&address);
        }
        let frame = site.frame_address();
        self.go(&frame)?;
        self.run(
            "const frame = document.createElement('iframe');
             [frame.src, frame.width, frame.height] = arguments;
             return new Promise(done => {
                 frame.onload = () => done(true);
                 document.body.replaceChildren(frame);
             });",
            vec![json!(address), json!(width), json!(height)],
        )?;
        self.ask("step into the narrow frame", self.client()?.enter_frame(0))
    }

    /// Goes to an address. The page that was there is gone then: a driver may take its last load for that of the next one.
    fn go(&self, address: &str) -> Result<()> {
        let mark = "(address => (window.isLeft = location.href.split('#')[0] !== address.split('#')[0]))";
        let is_left = self.eval(&format!("{mark}({})", json!(address)))?;
        self.ask(&format!("open {address}"), self.client()?.goto(address))?;
        if is_left {
            self.wait_for("the page before is left", "window.isLeft !== true")?;
        }
        Ok(())
    }

    /// Opens a page and waits until every reader on it is ready.
    pub fn open_reader(&self, site: &Site, page: &str) -> Result<()> {
        self.open(site, page)?;
        self.wait_for_readers()
    }

    /// Opens the one file that has everything in itself, from the disk, at an address within it such as `#/nss-2025/nb/`.
    pub fn open_file(&self, address: &str) -> Result<()> {
        let file = repository().join("dist/strategy-reader.html");
        ensure!(file.is_file(), "there is no {}; run `cargo xtask build` first", file.display());
        self.open_address(&format!("file://{}{address}", file.display()))
    }

    /// Opens a page that no [`Site`] has.
    pub fn open_address(&self, address: &str) -> Result<()> {
        self.ask(&format!("open {address}"), self.client()?.goto(address))
    }

    /// Steps into the first frame of the page: all that is asked from now on is asked in there.
    pub fn step_into_frame(&self) -> Result<()> {
        self.ask("step into the frame", self.client()?.enter_frame(0))
    }

    /// Leaves the page for an empty one.
    pub fn leave(&self) -> Result<()> {
        self.ask("leave the page", self.client()?.goto("about:blank"))
    }

    /// Opens the page of parts and waits until it is drawn.
    pub fn open_parts(&self, site: &Site) -> Result<()> {
        site.show_parts()?;
        self.open(site, "parts.html")?;
        self.wait_for("the parts are drawn", "deep('#parts[data-ready] >>> .sr-gallery') !== null")
    }

    /// Waits until the page, which has at least one reader, is loaded, every reader on it is ready and fetches nothing more.
    pub fn wait_for_readers(&self) -> Result<()> {
        self.wait_for(
            "every reader is ready",
            // A page that is still to come has no reader yet.
            "document.readyState === 'complete' && document.querySelector('strategy-reader') !== null
                && [...document.querySelectorAll('strategy-reader')].every(reader => reader.matches(':state(ready)'))
                && deep('strategy-reader >>> .sr-loading') === null",
        )
    }

    /// Waits until the first reader has all that it asked for.
    pub fn wait_until_fetched(&self) -> Result<()> {
        self.wait_for("all is fetched", "deep('strategy-reader >>> .sr-loading') === null")
    }

    /// Loads the page anew.
    pub fn reload(&self) -> Result<()> {
        self.ask("load the page anew", self.client()?.refresh())
    }

    /// Goes back in the history.
    pub fn back(&self) -> Result<()> {
        self.ask("go back", self.client()?.back())
    }

    /// Goes forward in the history.
    pub fn forward(&self) -> Result<()> {
        self.ask("go forward", self.client()?.forward())
    }

    /// The value of an expression in the page, which may be a promise.
    pub fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let value = self.run(&format!("{DEEP}return ({expression});"), Vec::new())?;
        serde_json::from_value(value).with_context(|| format!("unexpected kind of answer to {expression}"))
    }

    /// The visible text of the first element of a path, as soon as there is one: some are fetched when they are first shown.
    pub fn text(&self, path: &str) -> Result<String> {
        self.wait_for(&format!("{path} is in the page"), &format!("deep({}) !== null", json!(path)))?;
        self.eval::<Option<String>>(&format!("deep({})?.innerText", json!(path)))?
            .with_context(|| format!("{path} is not in the page"))
    }

    /// How many elements a path has.
    pub fn count(&self, path: &str) -> Result<usize> {
        self.eval(&format!("deepAll({}).length", json!(path)))
    }

    /// Whether the element of a path, also deep in shadow roots, has the focus.
    pub fn holds_focus(&self, path: &str) -> Result<bool> {
        let path = json!(path);
        self.eval(&format!("deep({path}) !== null && deep({path}) === deepFocus()"))
    }

    /// Waits until an expression is true in the page. `what` says in words what is waited for.
    pub fn wait_for(&self, what: &str, expression: &str) -> Result<()> {
        let patience = Patience::default();
        while self.eval::<Value>(&format!("Boolean({expression})"))? != json!(true) {
            if !patience.lasts() {
                let address: String = self.eval("location.href")?;
                bail!(
                    "{}: waited {} s in vain until {what}, at {address}: {expression}",
                    self.engine,
                    PATIENCE.as_secs()
                );
            }
        }
        Ok(())
    }

    /// Runs the body of a function in the page, with `arguments`; a promise that it returns is waited for.
    pub(crate) fn run(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        let what = format!("run {}", body.strip_prefix(DEEP).unwrap_or(body));
        self.ask(&shorten(&what), self.client()?.execute(body, arguments))
    }

    /// Sends a command and waits for its answer.
    pub(crate) fn ask<T>(&self, what: &str, answer: impl Future<Output = Result<T, CmdError>>) -> Result<T> {
        self.runtime
            .block_on(async { tokio::time::timeout(ANSWER, answer).await })
            .map_err(|_| anyhow!("{}: no answer within {} s: {what}", self.engine, ANSWER.as_secs()))?
            .map_err(|error| anyhow!("{}: {what}: {}", self.engine, in_words(&error)))
    }

    /// The session. It is missing only while another one begins.
    pub(crate) fn client(&self) -> Result<Client> {
        self.client.borrow().clone().with_context(|| format!("{} has no session", self.engine))
    }

    /// Begins a session, in place of the one there was.
    pub(crate) fn begin(&self) -> Result<()> {
        self.end()?;
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(self.engine.capabilities(self.look.get(), self.profile.as_deref())?);
        let address = self.driver.address();
        let session =
            self.runtime.block_on(async { tokio::time::timeout(ANSWER, builder.connect(&address)).await });
        let client = session
            .map_err(|_| anyhow!("no session within {} s", ANSWER.as_secs()))
            .and_then(|session| session.map_err(anyhow::Error::from))
            .with_context(|| {
                format!("{} does not start; its driver says:\n{}", self.engine, self.driver.last_words())
            })?;
        self.client.replace(Some(client));
        let (width, height) = self.size.get();
        self.resize(width, height)
    }

    fn end(&self) -> Result<()> {
        match self.client.take() {
            Some(client) => self.ask("end the session", client.close()),
            None => Ok(()),
        }
    }

    /// Undoes what a story changed, so that the next one finds the browser as it was when it started.
    pub(crate) fn make_as_new(&self) -> Result<()> {
        if self.look.get() != Look::Light {
            self.look(Look::Light)?;
        }
        if !self.runs_scripts.get() {
            self.let_scripts_run(true)?;
        }
        if self.size.get() != SIZE {
            self.resize(SIZE.0, SIZE.1)?;
        }
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A session that does not end in peace ends with its driver, which is dropped next.
        let _ = self.end();
    }
}

/// What a driver answered. WebKit's gives the kind of an error and no words to it.
fn in_words(error: &CmdError) -> String {
    match error {
        CmdError::Standard(error) => format!("{} {}", error.error, error.message),
        other => other.to_string(),
    }
}

/// A script may be all of axe-core; a message wants only its beginning.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(300) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}
