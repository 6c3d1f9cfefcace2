//! Text as text of HTML and XML.

use super::shown::clean;
use crate::emit::escape::escape;

/// `text` as one line where no element may stand: in titles and drawings.
pub fn bare(text: &str) -> String {
    escaped(clean(text).replace(['\n', '\t'], " ").trim())
}

/// `text` as text of HTML and XML.
pub fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    // Memory does not fail.
    let _ = escape(text, &mut out);
    String::from_utf8(out).unwrap_or_default()
}
