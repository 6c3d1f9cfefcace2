//! What a browser asks, and whether it may.

use core::net::IpAddr;

use super::{address::Address, response::Response};

/// How it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Get,
    /// The same, without the bytes.
    Head,
    /// Anything that would change something.
    Other,
}

/// A request, as far as it matters here.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: Method,
    /// What it asks for, as sent.
    pub target: String,
    /// `Host`; none where it is missing or sent twice.
    pub host: Option<String>,
    /// `Sec-Fetch-Site`: whose page asks; empty where the browser does not say.
    pub site: String,
    /// `Sec-Fetch-Dest`: what for; empty where the browser does not say.
    pub purpose: String,
}

impl Request {
    /// The address that is asked for.
    ///
    /// # Errors
    ///
    /// What is answered where nothing is given: who asks by another name than this machine's own was led here by a page of another
    /// site (DNS rebinding), whose owner has no business with drafts.
    pub fn admit(&self) -> Result<Address, Response> {
        if !self.host.as_deref().is_some_and(is_loopback) {
            return Err(Response::refused(421, "this preview answers to 127.0.0.1, localhost and [::1] only\n"));
        }
        if self.method == Method::Other {
            return Err(Response::refused(405, "a preview is only read: GET and HEAD\n").with("Allow", "GET, HEAD"));
        }
        if self.site == "cross-site" && self.purpose != "document" {
            return Err(Response::refused(403, "pages of other sites get nothing here\n"));
        }
        Address::read(&self.target).ok_or_else(|| Response::refused(400, "no such address\n"))
    }

    /// Whether a person opens the address as a page of its own, not inside of another.
    pub fn is_opened(&self) -> bool {
        self.purpose == "document"
    }
}

/// Whether `host`, with or without a port, is a name of this machine that no name server decides.
fn is_loopback(host: &str) -> bool {
    let is_port = |it: &str| !it.is_empty() && it.len() <= 5 && it.bytes().all(|byte| byte.is_ascii_digit());
    let (name, port) = match host.strip_prefix('[').map(|it| it.split_once(']')) {
        Some(Some((name, rest))) => (name, rest),
        Some(None) => return false,
        None => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let address = name.parse::<IpAddr>().is_ok_and(|it| it.is_loopback() && it.is_ipv6() == host.starts_with('['));
    (address || name.eq_ignore_ascii_case("localhost"))
        && (port.is_empty() || port.strip_prefix(':').is_some_and(is_port))
}

#[cfg(test)]
mod tests {
    use super::is_loopback;

    #[test]
    fn only_names_of_this_machine_are_answered() {
        for own in ["127.0.0.1", "127.0.0.1:4000", "localhost", "LOCALHOST:80", "[::1]", "[::1]:4000"] {
            assert!(is_loopback(own), "{own}");
        }
        for other in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:4000",
            "127.0.0.1:",
            "127.0.0.1:x",
            "::1",
            "[::1",
            "[::1]x",
            "[127.0.0.1]",
            "0.0.0.0",
            "192.168.0.1",
            "localhost:4000@evil",
            "2130706433",
        ] {
            assert!(!is_loopback(other), "{other}");
        }
    }
}
