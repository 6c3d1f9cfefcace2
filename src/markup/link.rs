//! Links and pictures in HTML, with the address that the caller decided.

use super::escape;
use super::facts::Image;
use super::scheme::{Scheme, scheme};

/// A link or picture that wants an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkUse<'a> {
    /// The address as written.
    pub destination: &'a str,
    /// It is a picture, which cannot lie behind `mailto:` or `tel:`.
    pub image: bool,
}

/// What becomes of a link or picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// It keeps the address it has.
    Unchanged,
    /// It gets this address.
    To(String),
    /// Its tag goes; its text, or the picture's description, stays.
    Omitted,
}

/// Decides on addresses, in the order of the document.
pub type Resolver<'r> = &'r mut dyn FnMut(LinkUse<'_>) -> Resolved;

/// Begins a link to where `resolved` says; false where there is nothing to lead to.
pub(super) fn begin_link(out: &mut String, destination: &str, title: &str, resolved: &Resolved) -> bool {
    let Some(address) = address(destination, resolved) else { return false };
    let scheme = scheme(address);
    if matches!(scheme, Scheme::Forbidden(_)) {
        return false;
    }
    out.push_str("<a href=\"");
    escape::address(out, address);
    add_title(out, title);
    out.push_str(if scheme == Scheme::Web { "\" rel=\"noopener noreferrer\">" } else { "\">" });
    true
}

/// Writes a picture that lies where `resolved` says, its tag ending with `end`; where none may lie, its `description`. Both
/// are escaped already.
pub(super) fn write_picture(out: &mut String, destination: &str, resolved: &Resolved, description: &str, end: &str) {
    let address = address(destination, resolved);
    match address.filter(|address| !matches!(scheme(address), Scheme::Forbidden(_) | Scheme::Contact)) {
        Some(address) => {
            out.push_str("<img src=\"");
            escape::address(out, address);
            out.push_str(end);
        }
        None => out.push_str(description),
    }
}

fn address<'a>(destination: &'a str, resolved: &'a Resolved) -> Option<&'a str> {
    match resolved {
        Resolved::Unchanged => Some(destination),
        Resolved::To(address) => Some(address),
        Resolved::Omitted => None,
    }
}

/// The end of a picture's tag, from behind its address.
pub(super) fn picture_end(image: &Image) -> String {
    let mut out = String::from("\" alt=\"");
    escape::value(&mut out, &image.alt);
    add_title(&mut out, &image.title);
    for (key, size) in [("width", image.width), ("height", image.height)] {
        if let Some(size) = size {
            for part in ["\" ", key, "=\"", &size.to_string()] {
                out.push_str(part);
            }
        }
    }
    out.push_str("\" loading=\"lazy\">");
    out
}

/// Ends the attribute before and writes the title's beginning; the caller closes it.
fn add_title(out: &mut String, title: &str) {
    if !title.is_empty() {
        out.push_str("\" title=\"");
        escape::value(out, title);
    }
}
