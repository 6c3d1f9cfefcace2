//! Whether this project is shown already: a second double click opens another tab, not another preview.

use std::{
    io::{Read as _, Write as _},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    path::Path,
    time::Duration,
};

use super::listen::PORT;

/// Where a preview says which project it shows.
pub const PROJECT: &str = "/_preview/project";

/// How many ports are asked: previews take them from the first on.
const ASKED: u16 = 5;

/// How long one may take to answer. It does so whatever else it is doing.
const PATIENCE: Duration = Duration::from_millis(300);

/// What a preview of the project in `root` says.
pub fn name(root: &Path) -> String {
    root.display().to_string()
}

/// The address of a preview of the project in `root`, if one is running.
pub fn running(root: &Path) -> Option<String> {
    let port = (PORT..PORT + ASKED).find(|&port| asked(port).is_some_and(|it| it == name(root)))?;
    Some(format!("http://127.0.0.1:{port}/"))
}

/// Which project the preview at `port` shows; none where there is no preview.
fn asked(port: u16) -> Option<String> {
    let mut stream = TcpStream::connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)), PATIENCE).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let request = format!("GET {PROJECT} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut text = String::new();
    // Whatever else listens there may have more to say than anybody wants to hear.
    stream.take(16 << 10).read_to_string(&mut text).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    head.starts_with("HTTP/1.1 200 ").then(|| body.to_owned())
}
