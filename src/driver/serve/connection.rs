//! One connection of a browser: requests read, answers written, news handed on. HTTP/1.1, as little of it as is needed.

use std::{
    io::{self, Read as _, Write as _},
    net::{Shutdown, TcpStream},
    sync::mpsc::RecvTimeoutError,
    time::{Duration, Instant},
};

use super::hub::Hub;
use crate::preview::{EVENTS, Method, Request, Response};

/// The most bytes of a request: it has no body.
const HEAD: usize = 16 << 10;

/// The most headers.
const HEADERS: usize = 100;

/// How long a browser may say nothing before it has to connect again.
const IDLE: Duration = Duration::from_secs(30);

/// How long a request may take to arrive once it has begun.
const SLOW: Duration = Duration::from_secs(10);

/// How often is looked whether who waits for news is still there.
const BEAT: Duration = Duration::from_secs(1);

/// After so many beats without news a stream says that it is there.
const BEATS: u32 = 15;

/// Whoever answers.
pub trait Answer {
    /// The answer to `request`; none where the preview is ending.
    fn answer(&self, request: Request) -> Option<Response>;

    /// Who waits for news.
    fn hub(&self) -> &Hub;
}

/// A request as it came, and what the connection has to know of it.
struct Arrived {
    request: Request,
    /// Bytes of its head.
    length: usize,
    /// Whether another may follow.
    stays: bool,
}

/// What was read so far.
enum Read {
    Whole(Box<Arrived>),
    /// More must come.
    Part,
    /// It is none.
    Broken,
}

/// Talks to a browser until either has enough.
pub fn talk(mut stream: TcpStream, answer: &dyn Answer) {
    // A page of this machine is there at once: nothing is gained by waiting for more to send.
    let _ = stream.set_nodelay(true);
    let _ = stream.set_write_timeout(Some(SLOW));
    let _ = converse(&mut stream, answer);
    let _ = stream.shutdown(Shutdown::Both);
}

fn converse(stream: &mut TcpStream, answer: &dyn Answer) -> io::Result<()> {
    let mut buffer = Vec::new();
    loop {
        let Some(Arrived { request, length, stays }) = receive(stream, &mut buffer)? else { return Ok(()) };
        buffer.drain(..length);
        let is_head = request.method == Method::Head;
        let is_stream = request.target.split('?').next() == Some(EVENTS) && request.method == Method::Get;
        if is_stream {
            return match request.admit() {
                Ok(_) => news(stream, answer.hub()),
                Err(refused) => send(stream, &refused, false, false),
            };
        }
        let Some(response) = answer.answer(request) else { return Ok(()) };
        send(stream, &response, is_head, stays)?;
        if !stays {
            return Ok(());
        }
    }
}

/// The next request; none where the browser has gone, or was told that it makes no sense.
fn receive(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<Option<Arrived>> {
    let mut begun = Instant::now();
    loop {
        match read(buffer) {
            Read::Whole(arrived) => return Ok(Some(*arrived)),
            Read::Broken => {
                send(stream, &Response::refused(400, "no request\n"), false, false)?;
                return Ok(None);
            }
            Read::Part if buffer.len() >= HEAD => {
                send(stream, &Response::refused(431, "the request is too long\n"), false, false)?;
                return Ok(None);
            }
            Read::Part => {}
        }
        let left = if buffer.is_empty() { IDLE } else { SLOW.saturating_sub(begun.elapsed()) };
        if left.is_zero() {
            return Ok(None);
        }
        stream.set_read_timeout(Some(left))?;
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk) {
            Ok(0) => return Ok(None),
            Ok(count) => {
                if buffer.is_empty() {
                    begun = Instant::now();
                }
                buffer.extend_from_slice(&chunk[..count]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

fn read(bytes: &[u8]) -> Read {
    if bytes.is_empty() {
        return Read::Part;
    }
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut head = httparse::Request::new(&mut headers);
    let length = match head.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Read::Part,
        Err(_) => return Read::Broken,
    };
    let all = |name: &str| {
        let values = head.headers.iter().filter(|it| it.name.eq_ignore_ascii_case(name));
        values.map(|it| String::from_utf8_lossy(it.value).trim().to_owned()).collect::<Vec<_>>()
    };
    let one = |name: &str| all(name).into_iter().next().unwrap_or_default();
    let method = match head.method {
        Some("GET") => Method::Get,
        Some("HEAD") => Method::Head,
        _ => Method::Other,
    };
    let mut hosts = all("host");
    let request = Request {
        method,
        target: head.path.unwrap_or_default().to_owned(),
        host: hosts.pop().filter(|_| hosts.is_empty()),
        site: one("sec-fetch-site"),
        purpose: one("sec-fetch-dest"),
    };
    // What has a body, or may have one, is answered and forgotten: where it ends is not asked.
    let has_body = !all("transfer-encoding").is_empty() || all("content-length").iter().any(|it| it != "0");
    let closes = one("connection").eq_ignore_ascii_case("close");
    let stays = head.version == Some(1) && method != Method::Other && !has_body && !closes;
    Read::Whole(Box::new(Arrived { request, length, stays }))
}

fn send(stream: &mut TcpStream, response: &Response, is_head: bool, stays: bool) -> io::Result<()> {
    let mut out = format!("HTTP/1.1 {} {}\r\n", response.status, response.reason()).into_bytes();
    for (name, value) in response.headers() {
        // A line end in a value would begin another header.
        let value = value.replace(['\r', '\n'], " ");
        out.extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
    }
    let connection = if stays { "keep-alive" } else { "close" };
    out.extend_from_slice(
        format!("Content-Length: {}\r\nConnection: {connection}\r\n\r\n", response.body.len()).as_bytes(),
    );
    if !is_head {
        out.extend_from_slice(&response.body);
    }
    stream.write_all(&out)
}

/// Hands on all news until the browser has gone.
fn news(stream: &mut TcpStream, hub: &Hub) -> io::Result<()> {
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nCache-Control: no-store\r\n\
                X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n\r\n\
                retry: 1000\n\n";
    stream.write_all(head.as_bytes())?;
    let waiting = hub.wait();
    let mut beats = 0;
    let told = loop {
        let line = match waiting.recv_timeout(BEAT) {
            Ok(news) => format!("data: {news}\n\n"),
            Err(RecvTimeoutError::Timeout) if has_gone(stream) => break Ok(()),
            Err(RecvTimeoutError::Timeout) => {
                beats += 1;
                if beats % BEATS > 0 {
                    continue;
                }
                ":\n\n".to_owned()
            }
            Err(RecvTimeoutError::Disconnected) => break Ok(()),
        };
        if let Err(error) = stream.write_all(line.as_bytes()) {
            break Err(error);
        }
    };
    drop(waiting);
    hub.left();
    told
}

/// Whether the browser has closed its end: one that waits for news says nothing else.
fn has_gone(stream: &TcpStream) -> bool {
    if stream.set_nonblocking(true).is_err() {
        return true;
    }
    let peeked = stream.peek(&mut [0]);
    let blocks_again = stream.set_nonblocking(false).is_ok();
    let is_there = match peeked {
        Ok(count) => count > 0,
        Err(error) => error.kind() == io::ErrorKind::WouldBlock,
    };
    !(is_there && blocks_again)
}
