//! As much of HTTP as a browser needs on the same machine: one request and one answer a connection.

use std::io::{BufRead, BufReader, Error, ErrorKind, Read, Result, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Longer than any request of a test, so that a connection which a browser opens ahead ends by itself.
const SILENCE: Duration = Duration::from_secs(30);

/// How many bytes come before an answer halts: of a page, its head and the first paragraphs.
const BEGINNING: usize = 4 << 10;

/// The status of an answer that is never written.
pub(super) const DROPPED: &str = "dropped";

pub(super) struct Request {
    /// Without the query.
    pub path: String,
    pub body: String,
}

pub(super) struct Answer {
    pub status: &'static str,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
    /// How long it halts after its beginning.
    pub halt: Option<Duration>,
}

impl Answer {
    pub fn empty(status: &'static str) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new(), halt: None }
    }
}

/// Reads a request, and writes what is answered to it.
pub(super) fn converse(mut stream: TcpStream, answer: impl FnOnce(&Request) -> Answer) -> Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    let request = read(&mut BufReader::new(&stream))?;
    let answer = answer(&request);
    if answer.status == DROPPED {
        return Ok(());
    }
    write!(
        stream,
        "HTTP/1.1 {}\r\nConnection: close\r\nContent-Length: {}\r\n",
        answer.status,
        answer.body.len()
    )?;
    for (name, value) in &answer.headers {
        write!(stream, "{name}: {value}\r\n")?;
    }
    stream.write_all(b"\r\n")?;
    let (beginning, rest) = answer.body.split_at(BEGINNING.min(answer.body.len()));
    stream.write_all(beginning)?;
    if let Some(halt) = answer.halt {
        std::thread::sleep(halt);
    }
    stream.write_all(rest)
}

fn read(reader: &mut impl BufRead) -> Result<Request> {
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let target = first.split(' ').nth(1).ok_or_else(|| Error::from(ErrorKind::InvalidData))?;
    let path = target.split('?').next().unwrap_or_default().to_owned();
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    let mut body = Vec::new();
    reader.take(length).read_to_end(&mut body)?;
    Ok(Request { path, body: String::from_utf8_lossy(&body).into_owned() })
}
