//! A preview in a process of its own, and what a browser says to it.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

/// Nothing may take longer: a test that would hang fails instead.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A preview; it ends with the test.
pub struct Server {
    child: Child,
    /// What it said on standard output.
    pub said: String,
    pub port: u16,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

/// The news that a tab waits for.
pub struct News {
    told: Receiver<String>,
}

impl Server {
    /// Previews the project in `folder`, at any free port.
    pub fn start(folder: &Path, more: &[&str]) -> Self {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("gongkai"));
        command.current_dir(folder).args(["serve", "--port", "0"]).args(more);
        Self::of(command)
    }

    /// What `command` previews.
    pub fn of(mut command: Command) -> Self {
        command.env("NO_COLOR", "1").env("LC_ALL", "zh_CN.UTF-8");
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let out = child.stdout.take().expect("its standard output");
        let (sender, receiver) = channel();
        thread::spawn(move || {
            let mut line = String::new();
            let _ = BufReader::new(out).read_line(&mut line);
            let _ = sender.send(line);
        });
        let said = receiver.recv_timeout(PATIENCE).unwrap_or_default();
        let port = said.trim().trim_end_matches('/').rsplit(':').next().and_then(|it| it.parse().ok());
        let Some(port) = port else {
            let _ = child.kill();
            let _ = child.wait();
            panic!("no address: {said:?}");
        };
        Self { child, said, port }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends `text` as it is, and reads all that is answered.
    pub fn send(&self, text: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        stream.write_all(text.as_bytes()).expect("a request");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer in time");
        let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").expect("the end of the head");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok()).expect("a status");
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// The answer to `GET target`, with the lines `headers` besides.
    pub fn get_with(&self, target: &str, headers: &str) -> Answer {
        let port = self.port;
        self.send(&format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{headers}\r\n"))
    }

    /// The answer to `GET target`.
    pub fn get(&self, target: &str) -> Answer {
        self.get_with(target, "")
    }

    /// The text at `target`, which is there.
    #[track_caller]
    pub fn text(&self, target: &str) -> String {
        let answer = self.get(target);
        assert_eq!(answer.status, 200, "{target}: {}", answer.head);
        answer.text()
    }

    /// What is told, as JSON, beside the page at `target`.
    #[track_caller]
    pub fn state(&self, target: &str) -> Value {
        serde_json::from_str(&self.text(&format!("/_preview/state{target}"))).expect("JSON")
    }

    /// Waits until `is_so`, looked at again and again.
    #[track_caller]
    pub fn until(&self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !is_so(self) {
            assert!(begun.elapsed() < PATIENCE, "never came to be: {what}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Waits for news.
    pub fn news(&self) -> News {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let port = self.port;
        let request =
            format!("GET /_preview/events HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/event-stream\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("a request");
        let (sender, told) = channel();
        // It ends with the server.
        thread::spawn(move || {
            for line in BufReader::new(stream).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        News { told }
    }

    /// Asks it to end, and answers how it did.
    pub fn end(self) -> ExitStatus {
        let id = self.child.id().to_string();
        let asked = Command::new("kill").args(["-INT", &id]).status().expect("kill");
        assert!(asked.success());
        self.ended()
    }

    /// Waits until it has ended, and answers how.
    pub fn ended(mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a child") {
                return status;
            }
            assert!(begun.elapsed() < PATIENCE, "it does not end");
            thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().skip(1).filter_map(|it| it.split_once(": "));
        lines.into_iter().find(|it| it.0.eq_ignore_ascii_case(name)).map(|it| it.1)
    }
}

impl News {
    /// The next state that is ready and another than `than`.
    #[track_caller]
    pub fn other(&self, than: &str) -> String {
        let begun = Instant::now();
        while let Some(left) = PATIENCE.checked_sub(begun.elapsed()) {
            let Ok(line) = self.told.recv_timeout(left) else { break };
            let Some(told) = line.strip_prefix("data: ") else { continue };
            let told: Value = serde_json::from_str(told).expect("JSON");
            let generation = told["generation"].as_str().unwrap_or_default();
            if told["state"] == "ready" && generation != than {
                return generation.to_owned();
            }
        }
        panic!("no news");
    }

    /// The state that is there now.
    #[track_caller]
    pub fn first(&self) -> String {
        self.other("")
    }
}
