//! What the room promises as a whole.

#![allow(clippy::disallowed_methods, reason = "a test may look at the clock")]

mod chinese;
mod hostile;
mod pages;
mod same;

use super::{LinkUse, Resolved, parse, render};
use crate::vocabulary::Lang;

/// The body's HTML, every address as written.
fn html(body: &str) -> String {
    let mut out = String::new();
    render(&parse(body), Lang::Zh, &mut |_: LinkUse<'_>| Resolved::Unchanged, &mut out);
    out
}
