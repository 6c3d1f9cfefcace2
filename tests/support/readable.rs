//! What somebody can read in the files of a site who looks hard.

use std::io::{Cursor, Read as _};

use gongkai::internals::{office::decode, world::MemorySite};
use zip::ZipArchive;

use super::search::shard_text;

/// All that may be read in a file: its bytes, the parts of an archive, and what they decode to, without blanks and tags.
pub fn readable(path: &str, bytes: &[u8]) -> String {
    let mut all = format!("{path}\n{}", String::from_utf8_lossy(bytes));
    if let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) {
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            let (name, mut bytes) = (part.name().expect("a name").into_owned(), Vec::new());
            part.read_to_end(&mut bytes).expect("a part");
            all += &format!("\n{name}\n{}", String::from_utf8_lossy(&bytes));
        }
    }
    all += &shard_text(path, bytes);
    // A text file of the clerk's may be GBK.
    all += &decode(bytes).text;
    let mut bare = String::new();
    let mut inside = false;
    for char in decoded(&all).chars() {
        match char {
            '<' => inside = true,
            '>' => inside = false,
            char if !inside && char.is_alphanumeric() => bare.push(char),
            _ => {}
        }
    }
    let loose: String = decoded(&all).chars().filter(|it| it.is_alphanumeric()).collect();
    format!("{all}\n{bare}\n{loose}")
}

/// Character references, `%XX` and `\uXXXX` read.
fn decoded(text: &str) -> String {
    let percent: Vec<u8> = {
        let (bytes, mut made, mut at) = (text.as_bytes(), Vec::new(), 0);
        while at < bytes.len() {
            let hex = (bytes[at] == b'%').then(|| text.get(at + 1..at + 3)).flatten();
            if let Some(byte) = hex.and_then(|it| u8::from_str_radix(it, 16).ok()) {
                made.push(byte);
                at += 3;
            } else {
                made.push(bytes[at]);
                at += 1;
            }
        }
        made
    };
    let mut rest = &*String::from_utf8_lossy(&percent).into_owned();
    let mut made = String::new();
    while let Some(at) = rest.find("&#").into_iter().chain(rest.find("\\u")).min() {
        made.push_str(&rest[..at]);
        let is_reference = rest[at..].starts_with("&#");
        let body = &rest[at + 2..];
        let (digits, radix) = match body.strip_prefix(['x', 'X']) {
            Some(hex) if is_reference => (hex, 16),
            _ => (body, if is_reference { 10 } else { 16 }),
        };
        let digits: String =
            digits.chars().take_while(char::is_ascii_hexdigit).take(if is_reference { 7 } else { 4 }).collect();
        made.extend(u32::from_str_radix(&digits, radix).ok().and_then(char::from_u32));
        rest = body;
    }
    made + rest
}

/// The files of `site` in which one of `names` can be read.
pub fn holding(site: &MemorySite, names: &[&str]) -> Vec<String> {
    let holds = |path: &String| {
        let readable = readable(path, &site.file(path).unwrap_or_default());
        names.iter().any(|name| readable.contains(name))
    };
    site.paths().into_iter().filter(holds).collect()
}
