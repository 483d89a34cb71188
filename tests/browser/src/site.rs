//! A web server of the tests' own: hands out `dist/www/` under the product's policy, makes faults on demand, and
//! remembers what it was asked for. Each story has a new one, so an origin and a storage of its own.

mod answer;
mod http;

pub use answer::POLICY;
use anyhow::{Context, Result, ensure};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The folder of the whole project.
pub fn repository() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Two folders up, as the workspace's manifest says.
    here.ancestors().nth(2).unwrap_or(here)
}

/// The built pages, relative to the site's folder and sorted: `""` is the start page.
pub fn pages() -> Result<Vec<String>> {
    let mut pages = Vec::new();
    let top = built();
    collect_pages(&top, &top, &mut pages).with_context(|| format!("cannot read {}", top.display()))?;
    pages.sort();
    Ok(pages)
}

fn collect_pages(top: &Path, folder: &Path, pages: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect_pages(top, &path, pages)?;
        } else if path.ends_with("index.html") {
            let below = folder.strip_prefix(top).unwrap_or(folder).to_string_lossy();
            pages.push(if below.is_empty() { String::new() } else { format!("{below}/") });
        }
    }
    Ok(())
}

fn built() -> PathBuf {
    repository().join("dist/www")
}

/// What can go wrong with a file on its way.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The file is not there.
    Missing,
    /// Other bytes arrive, with the right type.
    Bytes(&'static [u8]),
    /// Its bytes arrive, but not as they were.
    Changed(fn(Vec<u8>) -> Vec<u8>),
    /// It arrives as another type of content.
    Typed(&'static str),
    /// It arrives, but a second later.
    Late,
    /// Of a page the beginning arrives, and the rest a second later.
    Halting,
    /// Nothing arrives, and the connection stays open.
    Hanging,
    /// The connection breaks off before an answer.
    Dropped,
}

/// A running web server, which ends when it is dropped.
pub struct Site {
    port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    ended: AtomicBool,
    state: Mutex<State>,
}

struct State {
    /// What is handed out.
    pages: PathBuf,
    /// Where the pages begin, with a slash on both ends.
    folder: String,
    is_offline: bool,
    faults: Vec<(String, Fault)>,
    /// Words of files, and what stands there instead.
    edits: Vec<(String, String, String)>,
    forgiven: Vec<String>,
    requests: Vec<String>,
    complaints: Vec<String>,
    has_ears: bool,
    is_watched: bool,
    first_script: Option<&'static str>,
    policy: Policy,
}

/// What pages may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// What the product asks for (design Q6).
    Whole,
    /// The same with frames of the page's own origin.
    WithFrames,
    /// The same, and files may be asked for anywhere.
    AskingElsewhere,
    /// The same without WebAssembly.
    WithoutWebAssembly,
    /// No script at all.
    WithoutScript,
    /// None, as on most pages: what becomes a script runs.
    Absent,
}

impl Site {
    /// Hands out the built pages from the top of an origin of their own.
    pub(crate) fn start() -> Result<Self> {
        let pages = built();
        ensure!(
            pages.join("index.html").is_file(),
            "there are no built pages in dist/www/; run `cargo xtask build` first"
        );
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
        let port = listener.local_addr()?.port();
        let state = Mutex::new(State::new(pages));
        let shared = Arc::new(Shared { ended: AtomicBool::new(false), state });
        let server = Arc::clone(&shared);
        std::thread::spawn(move || serve(&listener, &server));
        Ok(Self { port, shared })
    }

    /// Hands the pages out from a sub-folder, such as `/a/b/`; everything outside of it is then missing.
    pub fn move_to(&self, folder: &str) {
        self.shared.state().folder = format!("/{}/", folder.trim_matches('/'));
    }

    /// Hands out the development build with the page of parts, which no release has.
    pub fn show_parts(&self) -> Result<()> {
        let pages = repository().join("dist/parts");
        ensure!(
            pages.join("parts.html").is_file(),
            "there is no page of parts in dist/parts/; run `cargo xtask test parts` first"
        );
        self.hand_out(pages);
        Ok(())
    }

    /// Hands out another folder.
    pub(crate) fn hand_out(&self, pages: PathBuf) {
        self.shared.state().pages = pages;
    }

    /// Answers nobody any more, as when the network is gone. [`Site::mend`] brings it back.
    pub fn go_offline(&self) {
        self.shared.state().is_offline = true;
    }

    /// The address of a page that is given relative to the site's folder.
    pub fn address(&self, page: &str) -> String {
        format!("{}{}{page}", self.origin(), self.shared.state().folder)
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Makes a fault of every file whose path below the site's folder fits; `*` stands for any letters.
    pub fn make_fault(&self, files: &str, fault: Fault) {
        self.shared.state().faults.push((files.to_owned(), fault));
    }

    /// Hands out every file whose path fits with other words in it, as a newer version has them.
    pub fn edit(&self, files: &str, from: &str, to: &str) {
        self.shared.state().edits.push((files.to_owned(), from.to_owned(), to.to_owned()));
    }

    /// Takes all faults away and answers again.
    pub fn mend(&self) {
        let mut state = self.shared.state();
        state.faults.clear();
        state.is_offline = false;
    }

    /// Lets complaints pass that contain these words, for a story that provokes them.
    pub fn forgive(&self, words: &str) {
        self.shared.state().forgiven.push(words.to_owned());
    }

    /// Sends pages with another policy.
    pub fn send_policy(&self, policy: Policy) {
        self.shared.state().policy = policy;
    }

    /// Runs a script in each page before any other, such as one that takes something away from it.
    pub fn run_first(&self, script: &'static str) {
        self.shared.state().first_script = Some(script);
    }

    /// What was asked for so far, in order, as paths below the site's folder.
    pub fn requests(&self) -> Vec<String> {
        self.shared.state().requests.clone()
    }

    /// Puts a script at the head of each page that reports what the console hears.
    pub(crate) fn put_ears_in(&self) {
        self.shared.state().has_ears = true;
    }

    /// Puts a script at the head of each page that tells of requests which the design does not allow.
    pub(crate) fn watch_requests(&self) {
        self.shared.state().is_watched = true;
    }

    /// An empty page without a policy, to hold a narrow frame.
    pub(crate) fn frame_address(&self) -> String {
        self.origin() + answer::FRAME
    }

    /// Adds what somebody noticed.
    pub(crate) fn complain(&self, complaint: String) {
        self.shared.complain(complaint);
    }

    /// What went wrong and was not forgiven.
    pub(crate) fn complaints(&self) -> Vec<String> {
        self.sorted_complaints().0
    }

    /// What went wrong and was forgiven, for whoever wants to know why.
    pub(crate) fn forgiven(&self) -> Vec<String> {
        self.sorted_complaints().1
    }

    fn sorted_complaints(&self) -> (Vec<String>, Vec<String>) {
        let state = self.shared.state();
        let is_forgiven = |complaint: &String| state.forgiven.iter().any(|words| complaint.contains(words));
        state.complaints.iter().cloned().partition(|complaint| !is_forgiven(complaint))
    }
}

impl State {
    fn new(pages: PathBuf) -> Self {
        State {
            pages,
            folder: "/".to_owned(),
            is_offline: false,
            faults: Vec::new(),
            edits: Vec::new(),
            forgiven: Vec::new(),
            requests: Vec::new(),
            complaints: Vec::new(),
            has_ears: false,
            is_watched: false,
            first_script: None,
            policy: Policy::Whole,
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::Relaxed);
        // The server waits for a connection; this one wakes it so that it sees the end.
        let _ = TcpStream::connect(SocketAddr::from((Ipv4Addr::LOCALHOST, self.port)));
    }
}

impl Shared {
    /// Adds a complaint, once: a page that is opened ten times has no more faults than one.
    fn complain(&self, complaint: String) {
        let mut state = self.state();
        if !state.complaints.contains(&complaint) {
            state.complaints.push(complaint);
        }
    }

    fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A thread that panicked while it held the state left at worst a line too few in it.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn serve(listener: &TcpListener, shared: &Arc<Shared>) {
    for connection in listener.incoming().flatten() {
        if shared.has_ended() {
            return;
        }
        if shared.state().is_offline {
            continue;
        }
        let shared = Arc::clone(shared);
        std::thread::spawn(move || {
            // A browser may go away in the middle of an answer; that is nobody's fault.
            let _ = http::converse(connection, |request| answer::answer(&shared, request));
        });
    }
}
