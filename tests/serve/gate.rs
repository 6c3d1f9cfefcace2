//! Who gets an answer, and to what.

use crate::support::{project::Project, server::Server};

#[test]
fn only_this_machine_asks_and_it_only_reads() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let port = server.port;
    let ask = |request: &str| server.send(&format!("{request}\r\nConnection: close\r\n\r\n")).status;
    for own in ["127.0.0.1", "localhost", "LocalHost", "[::1]"] {
        assert_eq!(ask(&format!("GET / HTTP/1.1\r\nHost: {own}:{port}")), 200, "{own}");
    }
    // A name that somebody else's name server decides: a page of another site asks (DNS rebinding).
    for other in ["evil.example", "127.0.0.1.evil.example", "192.168.1.9", "0.0.0.0", "localhost.", ""] {
        for path in ["/", "/_preview/state/", "/_preview/events", "/_preview/shell.js"] {
            assert_eq!(ask(&format!("GET {path} HTTP/1.1\r\nHost: {other}:{port}")), 421, "{other} {path}");
        }
    }
    assert_eq!(ask("GET / HTTP/1.1"), 421, "no host");
    assert_eq!(ask(&format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nHost: evil.example")), 421, "two hosts");
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get"] {
        let answer = server.send(&format!(
            "{method} / HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc"
        ));
        assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
    let cross = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: script\r\n";
    assert_eq!(server.get_with("/_preview/state/", cross).status, 403, "a page of another site");
}

#[test]
fn nothing_outside_of_the_site_is_reached() {
    let project = Project::base();
    project.write("secret.txt", "藏着的");
    project.write("content/2018/unlisted.txt", "藏着的");
    let server = Server::start(project.root(), &[]);
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/_preview/page/../../secret.txt",
        "/_preview/state/..%2f..%2fsecret.txt",
        "/bureau/..%5C..%5Csecret.txt",
        "/%00",
        "//secret.txt",
        "secret.txt",
        "*",
        "/%zz",
        "/etc/passwd",
        "/secret.txt",
        "/content/2018/unlisted.txt",
        "/catalogue/site.toml",
        "/.gongkai/lock",
        "/_preview/draft/0123456789abcdef.html",
        "file:///etc/passwd",
        "http://evil.example",
    ] {
        let answer = server.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.head);
        assert!(!answer.text().contains("藏着的") && !answer.text().contains("root:"), "{path}");
    }
}

#[test]
fn what_is_no_request_is_answered_and_harms_nothing() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let long = "x".repeat(20 << 10);
    let many = "X: y\r\n".repeat(200);
    for (text, status) in [
        ("\u{0}\u{1}\u{2}\r\n\r\n".to_owned(), 400),
        ("GET\r\n\r\n".to_owned(), 400),
        (format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n"), 431),
        (format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n"), 400),
    ] {
        assert_eq!(server.send(&text).status, status, "{text:.40}");
    }
    // Two requests on one connection are answered one after the other.
    let twice = format!(
        "GET /404.html HTTP/1.1\r\nHost: localhost:{0}\r\n\r\nGET / HTTP/1.1\r\nHost: localhost:{0}\r\nConnection: close\r\n\r\n",
        server.port
    );
    let answer = server.send(&twice);
    assert_eq!(answer.text().matches("HTTP/1.1 200 OK").count(), 1, "the second stands behind the first");
    // Many that connect and say nothing do not keep others out.
    let silent: Vec<_> = (0..20).map(|_| std::net::TcpStream::connect(("127.0.0.1", server.port))).collect();
    assert_eq!(server.get("/").status, 200);
    drop(silent);
}

#[test]
fn pages_keep_their_policy_and_the_frame_has_a_stricter_one() {
    let project = Project::base();
    let server = Server::start(project.root(), &[]);
    let opened = "Sec-Fetch-Dest: document\r\nSec-Fetch-Site: none\r\n";
    // Who opens a page finds it in the frame; the frame itself, and programs, get the page.
    let moved = server.get_with("/bureau/2018/00001.html", opened);
    assert_eq!((moved.status, moved.header("Location")), (302, Some("/_preview/page/bureau/2018/00001.html")));
    assert_eq!(server.get_with("/bureau/2018/00001.html?alone", opened).status, 200);
    let framed =
        server.get_with("/bureau/2018/00001.html", "Sec-Fetch-Dest: iframe\r\nSec-Fetch-Site: same-origin\r\n");
    assert_eq!((framed.status, framed.header("Content-Security-Policy")), (200, Some("frame-ancestors 'self'")));
    assert!(!framed.text().contains("_preview"), "not a byte more than a build's");
    let shell = server.get_with("/_preview/page/bureau/2018/00001.html", opened);
    let policy = shell.header("Content-Security-Policy").expect("a policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{policy}");
    let text = shell.text();
    assert!(
        !text.contains(" style=")
            && !text.contains(" onclick")
            && text.contains("<script src=\"/_preview/shell.js\" defer></script>")
    );
    assert!(text.contains("<iframe id=\"page\" title=\"网页\" src=\"/bureau/2018/00001.html\">"), "{text}");
    // Without script, too, everything is there: the page, and what is said of it.
    assert!(text.contains("<h2>本页的问题（"), "{text}");
    for (file, kind) in [("shell.js", "text/javascript; charset=utf-8"), ("shell.css", "text/css; charset=utf-8")] {
        let file = server.get(&format!("/_preview/{file}"));
        assert_eq!((file.status, file.header("Content-Type")), (200, Some(kind)));
    }
}
