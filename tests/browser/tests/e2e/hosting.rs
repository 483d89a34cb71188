//! The recipes for web servers in `www/hosting/`.

use anyhow::{Context, Result, ensure};
use browser_tests::stories::Story;
use browser_tests::{Browser, POLICY, Patience, Site, repository};
use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

pub const STORIES: &[Story] = &[Story::new("the recipe for nginx serves the site", nginx_serves)];

/// What a configuration of a whole nginx has around the recipe. One process, so that it ends when it is told to.
const AROUND: &str = "daemon off; master_process off; pid nginx.pid; error_log stderr crit;
events {}
http {
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
    include recipe.conf;
}
";

/// An nginx with the recipe, which ends when it is dropped.
struct Nginx {
    port: u16,
    folder: PathBuf,
    program: Child,
}

impl Nginx {
    fn start() -> Result<Self> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let folder = repository().join(format!("target/e2e/nginx-{port}"));
        std::fs::create_dir_all(&folder)?;
        let mut recipe = recipe("nginx.conf")?;
        let pages = format!("alias {}/;", repository().join("dist/www").display());
        // The only words that a host has to change.
        for (from, to) in
            [("listen 80;", &*format!("listen 127.0.0.1:{port};")), ("alias /srv/strategier/;", &*pages)]
        {
            ensure!(recipe.contains(from), "the recipe has no `{from}`");
            recipe = recipe.replace(from, to);
        }
        std::fs::write(folder.join("recipe.conf"), recipe)?;
        std::fs::write(folder.join("nginx.conf"), AROUND)?;
        // Debian has it where only administrators look.
        let program = ["/usr/sbin/nginx", "nginx"].into_iter().find_map(|nginx| {
            let mut command = Command::new(nginx);
            command.arg("-p").arg(&folder).args(["-c", "nginx.conf", "-e", "stderr"]);
            command.stdin(Stdio::null()).stderr(Stdio::inherit()).spawn().ok()
        });
        let program = program.context("nginx is not installed; Debian's package is `nginx-light`")?;
        let nginx = Nginx { port, folder, program };
        let patience = Patience::default();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            ensure!(patience.lasts(), "nginx does not answer");
        }
        Ok(nginx)
    }

    /// The status and the headers of an answer, their names in lower case.
    fn ask(&self, path: &str) -> Result<(String, BTreeMap<String, String>)> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer);
        let mut lines = answer.lines().take_while(|line| !line.is_empty());
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
        let headers = lines.filter_map(|line| line.split_once(": "));
        Ok((status, headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect()))
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn recipe(name: &str) -> Result<String> {
    let file = repository().join("www/hosting").join(name);
    std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))
}

/// The name of a built file that has a hash in it.
fn hashed(start: &str, end: &str) -> Result<String> {
    let names = std::fs::read_dir(repository().join("dist/www"))?.flatten();
    let mut names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names
        .find(|name| name.starts_with(start) && name.ends_with(end))
        .with_context(|| format!("there is no {start}*{end}"))
}

fn nginx_serves(browser: &Browser, _: &Site) -> Result<()> {
    const ANEW: &str = "no-cache";
    const KEPT: &str = "public, max-age=31536000, immutable";
    for file in ["nginx.conf", "apache.conf", "web.config", "README.md"] {
        ensure!(recipe(file)?.contains(POLICY), "{file} has another policy than the tests");
    }
    let nginx = Nginx::start()?;
    let (wasm, style) = (hashed("strategy-reader-", ".wasm")?, hashed("strategy-reader-", ".css")?);
    for (file, kind, kept) in [
        ("nss-2025/nb/", "text/html; charset=utf-8", ANEW),
        ("fragments/nss-2025.nb.html", "text/html; charset=utf-8", ANEW),
        ("strategy-reader.js", "text/javascript; charset=utf-8", ANEW),
        ("offline-worker.js", "text/javascript; charset=utf-8", ANEW),
        ("strategy-reader.webmanifest", "application/manifest+json", ANEW),
        (&wasm, "application/wasm", KEPT),
        (&style, "text/css; charset=utf-8", KEPT),
    ] {
        let (status, headers) = nginx.ask(&format!("/strategier/{file}"))?;
        ensure!(status == "200", "{file}: {status}");
        for (name, expected) in [
            ("content-type", kind),
            ("cache-control", kept),
            ("content-encoding", "gzip"),
            ("vary", "Accept-Encoding"),
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", POLICY),
        ] {
            let found = headers.get(name).map_or("nothing", String::as_str);
            ensure!(found == expected, "{file}: {name} is {found}");
        }
    }
    for (path, expected) in [("/strategier", "301"), ("/strategier/nss-2025/nb", "301")] {
        let (status, headers) = nginx.ask(path)?;
        let to = headers.get("location").map_or("nowhere", String::as_str);
        ensure!(status == expected && to == format!("{path}/"), "{path}: {status} to {to}");
    }
    for missing in ["nowhere/", "strategy-reader-0123456789abcdef.wasm", "../strategy-reader.js"] {
        let (status, headers) = nginx.ask(&format!("/strategier/{missing}"))?;
        ensure!(status == "404", "{missing}: {status}");
        ensure!(headers.get("cache-control").is_none_or(|kept| kept != KEPT), "{missing} is kept for ever");
    }

    browser.open_address(&format!("http://127.0.0.1:{}/strategier/nss-2025/nb/", nginx.port))?;
    browser.wait_for_readers()?;
    ensure!(browser.count("strategy-reader > article")? == 1, "the reader drew what was there");
    browser.type_into("strategy-reader >>> input[type=search]", "Svalbard")?;
    browser.wait_for("what comes later is there", "deepAll('strategy-reader >>> .sr-hit').length > 0")?;
    browser.leave()
}
