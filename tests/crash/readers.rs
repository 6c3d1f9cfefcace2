//! A web server and its readers, while the site is changed fifty times: every page is there, whole, and finds its style.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

use super::made::memory;
use crate::support::{binary::run, project::Project};

const COMMITS: usize = 50;

/// Serves the files below `root`, as web servers do: what is opened is sent.
fn serve(root: PathBuf) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let root = root.clone();
            thread::spawn(move || answer(stream, &root));
        }
    });
    address
}

fn answer(mut stream: TcpStream, root: &Path) {
    let mut line = String::new();
    if BufReader::new(&stream).read_line(&mut line).is_err() {
        return;
    }
    let path = line.split(' ').nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
    let file = fs::File::open(root.join(path)).and_then(|file| Ok((file.metadata()?.len(), file)));
    let _ = match file {
        Err(_) => stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        Ok((size, mut file)) => {
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n");
            stream.write_all(head.as_bytes()).and_then(|()| std::io::copy(&mut file, &mut stream).map(drop))
        }
    };
}

/// The body at `path`, if it is there; it must be as long as it was said to be.
fn get(address: &str, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).expect("the server is there");
    write!(stream, "GET /{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").expect("asked");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let size: usize =
        head.split_once("Content-Length: ").and_then(|it| it.1.lines().next()?.parse().ok()).expect("a size");
    assert_eq!(body.len(), size, "{path} is cut");
    head.starts_with("HTTP/1.1 200").then(|| body.to_owned())
}

#[test]
fn readers_never_notice_a_change() {
    let project = Project::base();
    let folder = memory();
    let out = folder.path().join("site");
    let out = out.to_str().expect("UTF-8");
    let theme = project.at("theme");
    let built = |at: usize| {
        project.write("theme/static/style.css", format!("body {{ margin: {at}px }}\n"));
        let (from, to) = ("title = \"", format!("title = \"第{at}版"));
        let site = project.read("catalogue/site.toml");
        let line = site.lines().find(|it| it.starts_with(from)).expect("a title").to_owned();
        project.replace("catalogue/site.toml", &line, &format!("{to}\""));
        let theme = theme.to_str().expect("UTF-8");
        run(project.root(), ["build", "--quiet", "--out", out, "--theme", theme]).code(0);
    };
    built(0);
    let address = serve(PathBuf::from(out));
    let pages: Arc<Vec<String>> = Arc::new(
        crate::support::files::list(Path::new(out))
            .into_iter()
            .map(|it| it.to_string_lossy().into_owned())
            .filter(|it| matches!(it.rsplit('.').next(), Some("html" | "xml" | "json")))
            .collect(),
    );
    assert!(pages.len() > 20, "{} pages", pages.len());
    // How many changes have begun, and how many are done.
    let (begun, done, over) =
        (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let reader = |first: usize| {
        let (address, pages) = (address.clone(), Arc::clone(&pages));
        let (begun, done, over) = (Arc::clone(&begun), Arc::clone(&done), Arc::clone(&over));
        thread::spawn(move || {
            let (mut read, mut styled) = (0_usize, 0_usize);
            while !over.load(Ordering::SeqCst) {
                let path = &pages[(first + read * 7) % pages.len()];
                let before = done.load(Ordering::SeqCst);
                let body = get(&address, path).unwrap_or_else(|| panic!("{path} is not there"));
                let end = body.trim_end();
                let whole = [("html", "</html>"), ("xml", ">"), ("json", "}")];
                let whole = whole.iter().any(|(kind, last)| path.ends_with(kind) && end.ends_with(last));
                assert!(whole, "{path} is empty or cut: {} bytes", body.len());
                if let Some(at) = body.find("static/style.") {
                    let style = body[at..].split(['"', '\'', '>', ' ']).next().expect("an address");
                    let there = get(&address, style);
                    // A reader who dreams through two changes loads the page again.
                    if begun.load(Ordering::SeqCst) < before + 2 {
                        assert!(there.is_some_and(|it| !it.is_empty()), "{path} does not find {style}");
                        styled += 1;
                    }
                }
                read += 1;
                thread::sleep(Duration::from_micros(300));
            }
            (read, styled)
        })
    };
    let readers: Vec<_> = (0..3).map(|at| reader(at * 11)).collect();
    for at in 1..=COMMITS {
        begun.store(at, Ordering::SeqCst);
        built(at);
        done.store(at, Ordering::SeqCst);
    }
    over.store(true, Ordering::SeqCst);
    let (mut read, mut styled) = (0, 0);
    for reader in readers {
        let (more, with) = reader.join().expect("no reader noticed anything");
        read += more;
        styled += with;
    }
    println!("{read} pages and {styled} styles read during {COMMITS} changes");
    assert!(read > 500 && styled > 100, "{read} pages and {styled} styles are too few to show anything");
}
