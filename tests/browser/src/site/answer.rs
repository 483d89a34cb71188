//! What the site answers: files with the policy of the product, faults, and its own few pages below `/.site/`.

use super::http::{Answer, DROPPED, Request};
use super::{Fault, Policy, Shared, repository};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

/// The policy under which the built pages must run (design Q6).
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'";
/// The same without any script.
const POLICY_WITHOUT_SCRIPT: &str = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'none'";
/// Refuses nothing, and tells of what is asked for elsewhere.
const POLICY_OF_NOBODY: &str = "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'";

/// By how much a late file is late.
const LATE: Duration = Duration::from_secs(1);

/// The page that holds a narrow frame.
pub(super) const FRAME: &str = "/.site/frame";
/// Where engines report violations of the policy. They do so by themselves, before any script could listen.
const REPORT: &str = "/.site/report";
/// Where the ears report what they heard.
const HEARD: &str = "/.site/heard";
const EARS: &str = "/.site/ears.js";
/// Sees what pages ask for, and where it tells of what they should not.
const WATCH: &str = "/.site/watch.js";
const ASKED: &str = "/.site/asked";
/// What a story wants to be run before any other script.
const FIRST: &str = "/.site/first.js";

/// Its empty icon keeps the browser from asking for one.
const FRAME_PAGE: &str = "<!doctype html><html lang=\"en\"><title>A narrow window</title><link rel=\"icon\" href=\"data:,\"><body></body></html>";

/// Hears errors in engines whose driver does not tell what the console hears.
const EARS_SCRIPT: &str = "
const tell = words => navigator.sendBeacon('/.site/heard', words);
const trace = word => (word?.stack ? `${word}, from ${word.stack.split('\\n').slice(0, 12).join(' < ')}` : word);
const wrong = event => (event.error?.stack ? trace(event.error) : event.message);
addEventListener('error', event => tell(wrong(event) ?? `cannot load ${event.target.src ?? event.target.href}`), true);
addEventListener('unhandledrejection', event => tell(`unhandled: ${event.reason}`));
const quiet = console.error;
console.error = (...words) => { tell(words.map(trace).join(' ')); quiet.apply(console, words); };
";

pub(super) fn answer(shared: &Shared, request: &Request) -> Answer {
    match request.path.as_str() {
        FRAME => page(FRAME_PAGE.into()),
        EARS => typed("text/javascript; charset=utf-8", EARS_SCRIPT.into()),
        WATCH => typed("text/javascript; charset=utf-8", include_bytes!("watch.js").to_vec()),
        ASKED => {
            shared.complain(format!("request: {}", request.body));
            Answer::empty("204 No Content")
        }
        FIRST => {
            typed("text/javascript; charset=utf-8", shared.state().first_script.unwrap_or_default().into())
        }
        HEARD => {
            shared.complain(format!("console: {}", request.body));
            Answer::empty("204 No Content")
        }
        REPORT => {
            shared.complain(violation(&request.body));
            Answer::empty("204 No Content")
        }
        path => {
            let folder = shared.state().folder.clone();
            match path.strip_prefix(&folder) {
                Some(file) => file_or_fault(shared, &folder, file),
                None => missing(shared, path),
            }
        }
    }
}

fn file_or_fault(shared: &Shared, folder: &str, path: &str) -> Answer {
    shared.state().requests.push(path.to_owned());
    let fault =
        shared.state().faults.iter().find(|(files, _)| fits(files, path)).map(|(_, fault)| fault.clone());
    // Pages of other people, which lie beside what is uploaded.
    let mut file = match path.starts_with("examples/") {
        true => repository().join("dist").join(path),
        false => shared.state().pages.join(path),
    };
    if path.split('/').any(|part| part == "..") {
        return missing(shared, path);
    }
    if path.is_empty() || path.ends_with('/') {
        file.push("index.html");
    } else if file.is_dir() {
        let mut answer = Answer::empty("301 Moved Permanently");
        answer.headers.push(("Location", format!("{folder}{path}/")));
        return answer;
    }
    let bytes = match (&fault, std::fs::read(&file)) {
        (Some(Fault::Bytes(bytes)), _) => bytes.to_vec(),
        (Some(Fault::Hanging), _) => {
            while !shared.has_ended() {
                std::thread::sleep(Duration::from_millis(50));
            }
            return Answer::empty(DROPPED);
        }
        (Some(Fault::Dropped), _) => return Answer::empty(DROPPED),
        (Some(Fault::Missing), _) | (_, Err(_)) => return missing(shared, path),
        (Some(Fault::Changed(change)), Ok(bytes)) => change(bytes),
        (Some(Fault::Late), Ok(bytes)) => {
            std::thread::sleep(LATE);
            edited(shared, path, bytes)
        }
        (Some(Fault::Typed(_) | Fault::Halting) | None, Ok(bytes)) => edited(shared, path, bytes),
    };
    let kind = match fault {
        Some(Fault::Typed(kind)) => kind,
        _ => content_type(&file),
    };
    if !kind.starts_with("text/html") {
        return typed(kind, bytes);
    }
    let (has_ears, is_watched, is_first, policy) = {
        let state = shared.state();
        (state.has_ears, state.is_watched, state.first_script.is_some(), state.policy)
    };
    let is_watched = is_watched && policy != Policy::WithoutScript;
    let scripts = [(EARS, has_ears), (WATCH, is_watched), (FIRST, is_first)];
    let mut bytes = bytes;
    for (script, _) in scripts.into_iter().rev().filter(|(_, is_wanted)| *is_wanted) {
        bytes = with_script(&bytes, script);
    }
    let mut answer = page(bytes);
    answer.halt = matches!(fault, Some(Fault::Halting)).then_some(LATE);
    let header = match policy {
        Policy::Absent => "Content-Security-Policy-Report-Only",
        _ => "Content-Security-Policy",
    };
    let policy = match policy {
        Policy::Whole => format!("{POLICY}; report-uri {REPORT}"),
        Policy::WithFrames => format!("{POLICY}; frame-src 'self'; report-uri {REPORT}"),
        Policy::AskingElsewhere => POLICY.replace("connect-src 'self'", "connect-src 'self' http:"),
        // What is refused was to be refused, and is no violation to hear of.
        Policy::WithoutWebAssembly => POLICY.replace(" 'wasm-unsafe-eval'", ""),
        Policy::WithoutScript => POLICY_WITHOUT_SCRIPT.to_owned(),
        Policy::Absent => format!("{POLICY_OF_NOBODY}; report-uri {REPORT}"),
    };
    answer.headers.push((header, policy));
    answer
}

/// The same with other words, where a story wants them.
fn edited(shared: &Shared, path: &str, bytes: Vec<u8>) -> Vec<u8> {
    let state = shared.state();
    let mut wanted = state.edits.iter().filter(|(files, ..)| fits(files, path)).peekable();
    if wanted.peek().is_none() {
        return bytes;
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    wanted.fold(text, |text, (_, from, to)| text.replace(from, to)).into_bytes()
}

fn missing(shared: &Shared, path: &str) -> Answer {
    shared.complain(format!("request: {path} is missing"));
    Answer::empty("404 Not Found")
}

fn page(body: Vec<u8>) -> Answer {
    typed("text/html; charset=utf-8", body)
}

fn typed(kind: &'static str, body: Vec<u8>) -> Answer {
    let headers = vec![
        ("Content-Type", kind.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cache-Control", "no-store".to_owned()),
    ];
    Answer { status: "200 OK", headers, body, halt: None }
}

fn with_script(page: &[u8], script: &str) -> Vec<u8> {
    let script = format!("<head><script src=\"{script}\"></script>");
    String::from_utf8_lossy(page).replacen("<head>", &script, 1).into_bytes()
}

/// The sentence for a report of a violation. Engines agree on these two names only.
fn violation(report: &str) -> String {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let part = |name: &str| report["csp-report"][name].as_str().unwrap_or("?").to_owned();
    format!(
        "policy: {} refuses {} in {}",
        part("effective-directive"),
        part("blocked-uri"),
        part("document-uri")
    )
}

/// Whether a path fits a pattern in which `*` stands for any letters.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((start, rest)) => path.strip_prefix(start).is_some_and(|path| {
            path.char_indices().map(|(at, _)| at).chain([path.len()]).any(|at| fits(rest, &path[at..]))
        }),
    }
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{EARS, fits, violation, with_script};

    #[test]
    fn a_star_stands_for_any_letters() {
        for (pattern, path, expected) in [
            ("a.js", "a.js", true),
            ("a.js", "b/a.js", false),
            ("*.wasm", "x/y_bg.wasm", true),
            ("*.wasm", "x.wasm.map", false),
            ("a*/index.*", "ab/c/index.html", true),
            ("*", "", true),
        ] {
            assert_eq!(fits(pattern, path), expected, "{pattern} on {path}");
        }
    }

    #[test]
    fn a_violation_is_told_in_a_sentence_even_when_the_report_is_odd() {
        let report = r#"{"csp-report":{"effective-directive":"script-src-elem","blocked-uri":"inline","document-uri":"x"}}"#;
        assert_eq!(violation(report), "policy: script-src-elem refuses inline in x");
        assert_eq!(violation("?"), "policy: ? refuses ? in ?");
    }

    #[test]
    fn ears_come_before_every_other_script() {
        let page = with_script(b"<head><script src=\"a.js\">", EARS);
        assert_eq!(page, b"<head><script src=\"/.site/ears.js\"></script><script src=\"a.js\">");
    }
}
