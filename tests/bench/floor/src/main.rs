//! The floor: what a machine needs at least to look at a site's files, or to make as many pages from as many texts.
//!
//! `floor stat IN OUT THREADS` walks two folders and asks the size and time of every file in them.
//! `floor full IN SIZES OUT THREADS` reads every text below IN, turns it from Markdown to HTML, and writes the files that
//! SIZES lists (`bytes<TAB>path` a line) below OUT: so many files of so many bytes, and nothing that a site would also need.

#![allow(clippy::disallowed_methods, reason = "it measures the disk")]

use std::{
    env,
    fs::{self, File},
    io::{self, Read, Write},
    path::Path,
    process::ExitCode,
    sync::atomic::{AtomicU64, Ordering},
};

use pulldown_cmark::{Options, Parser, html::push_html};
use rayon::prelude::*;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["stat", inputs, outputs, threads] => with(threads, || stat(inputs.as_ref(), outputs.as_ref())),
        ["full", inputs, sizes, outputs, threads] => {
            with(threads, || full(inputs.as_ref(), sizes.as_ref(), outputs.as_ref()))
        }
        _ => Err(io::Error::other("floor stat IN OUT THREADS | floor full IN SIZES OUT THREADS")),
    };
    match done {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("floor: {error}");
            ExitCode::FAILURE
        }
    }
}

fn with(threads: &str, work: impl Send + FnOnce() -> io::Result<String>) -> io::Result<String> {
    let threads = threads.parse().map_err(io::Error::other)?;
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?.install(work)
}

/// Every file below `folder`, each folder looked through by whichever thread is free.
fn walk<T: Send>(folder: &Path, look: &(impl Sync + Fn(fs::DirEntry) -> io::Result<T>)) -> io::Result<Vec<T>> {
    let (mut found, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(entry.path());
        } else {
            found.push(look(entry)?);
        }
    }
    let below: Vec<Vec<T>> = folders.par_iter().map(|it| walk(it, look)).collect::<io::Result<_>>()?;
    found.extend(below.into_iter().flatten());
    Ok(found)
}

fn stat(inputs: &Path, outputs: &Path) -> io::Result<String> {
    let look = |entry: fs::DirEntry| {
        let known = entry.metadata()?;
        Ok((known.len(), known.modified()?))
    };
    let (inputs, outputs) = rayon::join(|| walk(inputs, &look), || walk(outputs, &look));
    let (inputs, outputs) = (inputs?, outputs?);
    let bytes: u64 = inputs.iter().chain(&outputs).map(|it| it.0).sum();
    Ok(format!("{} inputs, {} outputs, {bytes} bytes", inputs.len(), outputs.len()))
}

fn full(inputs: &Path, sizes: &Path, outputs: &Path) -> io::Result<String> {
    let mut texts = walk(inputs, &|entry| Ok(entry.path()))?;
    texts.retain(|it| it.extension().is_some_and(|it| it == "md"));
    let sizes = fs::read_to_string(sizes)?;
    let pages: Vec<(usize, &str)> = sizes.lines().map(line).collect::<io::Result<_>>()?;
    let written = AtomicU64::new(0);
    // A page comes from the text of its number; what is left over on one side is made without the other.
    (0..pages.len().max(texts.len())).into_par_iter().try_for_each_init(
        || (String::new(), String::new(), Vec::new()),
        |(text, html, page), at| -> io::Result<()> {
            html.clear();
            if let Some(path) = texts.get(at) {
                text.clear();
                File::open(path)?.read_to_string(text)?;
                push_html(html, Parser::new_ext(body(text), Options::ENABLE_TABLES));
            }
            if let Some(&(size, path)) = pages.get(at) {
                page.clear();
                page.extend_from_slice(html.as_bytes());
                page.resize(size, b' ');
                create(&outputs.join(path))?.write_all(page)?;
                written.fetch_add(size as u64, Ordering::Relaxed);
            }
            Ok(())
        },
    )?;
    Ok(format!("{} texts, {} files, {} bytes", texts.len(), pages.len(), written.into_inner()))
}

fn line(line: &str) -> io::Result<(usize, &str)> {
    let (size, path) = line.split_once('\t').ok_or_else(|| io::Error::other("a line is `bytes<TAB>path`"))?;
    Ok((size.parse().map_err(io::Error::other)?, path))
}

/// What stands below the front matter.
fn body(text: &str) -> &str {
    text.strip_prefix("+++\n").and_then(|it| it.split_once("\n+++\n")).map_or(text, |it| it.1)
}

/// A new file, and its folder where that is not there yet.
fn create(path: &Path) -> io::Result<File> {
    match File::create_new(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().expect("it lies below a folder"))?;
            File::create_new(path)
        }
        made => made,
    }
}
