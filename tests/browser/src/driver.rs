//! The programs beside a browser: its driver, and for WebKit a screen. They end when they are dropped, also while a
//! story panics.

use crate::engine::Engine;
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a driver may take until it listens. Generous, since a loaded machine has two cores.
const START: Duration = Duration::from_secs(30);

/// A driver that listens.
pub(crate) struct Driver {
    port: u16,
    log: PathBuf,
    process: Running,
    // Dropped after the driver, whose browser draws on it.
    _screen: Option<Running>,
}

impl Driver {
    /// Starts the driver of an engine and waits until it listens.
    pub fn start(engine: Engine) -> Result<Self> {
        let screen = engine.needs_screen().then(Screen::start).transpose()?;
        let port = free_port()?;
        let (program, arguments) = engine.driver(port);
        let log = std::env::temp_dir().join(format!("strategy-reader-{}-{port}.log", engine.name()));
        let output = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null()).stderr(output.try_clone()?).stdout(output);
        if let Some(screen) = &screen {
            command.env("DISPLAY", &screen.name);
        }
        let process = Running::start(&mut command, program)?;
        let mut driver = Self { port, log, process, _screen: screen.map(|screen| screen.process) };
        driver.wait_until_listening(program)?;
        Ok(driver)
    }

    /// Where the driver listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The last lines that the driver wrote, for a message about its failure.
    pub fn last_words(&self) -> String {
        let text = std::fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }

    fn wait_until_listening(&mut self, program: &str) -> Result<()> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let start = Instant::now();
        while start.elapsed() < START {
            if TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_ok() {
                return Ok(());
            }
            if let Some(status) = self.process.0.try_wait()? {
                bail!("{program} ended at once with {status}:\n{}", self.last_words());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        bail!("{program} did not listen within {} s:\n{}", START.as_secs(), self.last_words())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Left behind, the log is only litter: what it said about a failure is in the message by now.
        let _ = std::fs::remove_file(&self.log);
    }
}

/// A screen in memory. One for each WebKit, since the clipboard belongs to the screen.
struct Screen {
    process: Running,
    name: String,
}

impl Screen {
    fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1920x1400x24", "-nolisten", "tcp", "-noreset"]);
        let mut process = Running::start(command.stdout(Stdio::piped()).stderr(Stdio::null()), "Xvfb")?;
        let output = process.0.stdout.take().context("Xvfb has no output")?;
        let mut number = String::new();
        // Xvfb writes the number once it is ready, or closes its output when it fails.
        BufReader::new(output).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb ended without giving a screen");
        }
        Ok(Self { process, name: format!(":{}", number.trim()) })
    }
}

/// A child that does not outlive its owner.
struct Running(Child);

impl Running {
    fn start(command: &mut Command, program: &str) -> Result<Self> {
        let child = command.spawn().with_context(|| {
            format!("cannot start {program}; `cargo xtask test e2e` gets what is missing and sets the PATH")
        })?;
        Ok(Self(child))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A driver that is killed leaves its browser behind, so the children go first. Where the session was closed
        // in peace there are none.
        let parent = self.0.id().to_string();
        let _ = Command::new("pkill").args(["-KILL", "-P", &parent]).status();
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
    Ok(listener.local_addr()?.port())
}
