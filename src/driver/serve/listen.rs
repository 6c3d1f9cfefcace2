//! Where a browser finds the preview: on this machine and nowhere else.

use std::{
    io,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
};

use anyhow::{Context as _, Result};

use crate::world::UserMessage;

/// The port that is tried first; the next ones where it is taken.
pub const PORT: u16 = 4180;

/// How many ports are tried.
const TRIES: u16 = 20;

/// Listens at `port` of 127.0.0.1 and, where there is one, of [::1]; 0 is any that is free. Where no port was asked for it is the first
/// free one from [`PORT`] on. Answers the port.
///
/// # Errors
///
/// The machine's: a port that was asked for is taken.
pub fn listen(port: Option<u16>) -> Result<(Vec<TcpListener>, u16)> {
    let tried = match port {
        Some(port) => vec![port],
        None => (PORT..PORT + TRIES).chain([0]).collect(),
    };
    let mut last = io::Error::from(io::ErrorKind::AddrInUse);
    for port in tried {
        match bind(port) {
            Ok(bound) => return Ok(bound),
            Err(error) => last = error,
        }
    }
    let port = port.unwrap_or(PORT);
    Err(last).with_context(|| {
        UserMessage(text! {
            zh: "端口 {port} 用不了，可能已被别的程序占用；换一个，或者不写 --port，自动挑一个空的",
            en: "port {port} cannot be used, another program may have it; name another, or leave --port out for a free one"
        })
    })
}

fn bind(port: u16) -> io::Result<(Vec<TcpListener>, u16)> {
    let first = TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    // Machines without IPv4 are rare, those without IPv6 are not: either will do.
    let is_refused = |it: &io::Error| matches!(it.kind(), io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied);
    let first = match first {
        Err(error) if is_refused(&error) => return Err(error),
        other => other,
    };
    let port = first.as_ref().ok().and_then(|it| it.local_addr().ok()).map_or(port, |it| it.port());
    let second = TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port)));
    let port = second.as_ref().ok().and_then(|it| it.local_addr().ok()).map_or(port, |it| it.port());
    match (first, second) {
        (Err(error), Err(_)) => Err(error),
        (first, second) => Ok((first.into_iter().chain(second).collect(), port)),
    }
}
