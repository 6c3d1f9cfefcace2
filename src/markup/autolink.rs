//! Bare addresses in running text: `http://`, `https://` and e-mail addresses.
//!
//! GitHub's rule ends an address at white space. Chinese leaves none behind it, so here the first character that is not ASCII ends
//! it: of `见https://www.gov.cn/a，谢谢` the address is `https://www.gov.cn/a`. Punctuation at its end and a bracket that it did not
//! open belong to the sentence. A scheme must be written out and must not continue a word (`xhttp://`); a mail address needs a
//! domain with a dot and letters at its end. Both scans look for one rare byte, `:` or `@`, and then around it.

use std::ops::Range;

use memchr::memchr2_iter;

/// An address in running text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Autolink {
    pub(super) range: Range<usize>,
    /// It is an e-mail address, to be linked with `mailto:`.
    pub(super) mail: bool,
}

/// Calls `each` for every address in `text`, from left to right, none overlapping.
pub(super) fn find(text: &str, mut each: impl FnMut(Autolink)) {
    let mut done = 0;
    for at in memchr2_iter(b':', b'@', text.as_bytes()) {
        if at < done {
            continue;
        }
        let found = if text.as_bytes()[at] == b':' { web(text, at, done) } else { mail(text, at, done) };
        if let Some(found) = found {
            done = found.range.end;
            each(found);
        }
    }
}

fn web(text: &str, colon: usize, done: usize) -> Option<Autolink> {
    let bytes = text.as_bytes();
    if !bytes[colon + 1..].starts_with(b"//") {
        return None;
    }
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        colon >= done + scheme.len() && bytes[colon - scheme.len()..colon].eq_ignore_ascii_case(scheme.as_bytes())
    })?;
    let start = colon - scheme.len();
    if start > 0 && bytes[start - 1].is_ascii_alphanumeric() {
        return None;
    }
    let rest = &bytes[colon + 3..];
    if !rest.first().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let host = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b':');
    let mut length = rest.iter().take_while(|b| host(b)).count();
    if matches!(rest.get(length), Some(b'/' | b'?' | b'#')) {
        let ends = |b: &u8| !b.is_ascii_graphic() || b"<>\"`{}|\\^".contains(b);
        length = rest.iter().position(ends).unwrap_or(rest.len());
    }
    let length = trimmed(&rest[..length]);
    Some(Autolink { range: start..colon + 3 + length, mail: false })
}

/// Drops punctuation at the end that belongs to the sentence, and a closing bracket that nothing in the address opened.
fn trimmed(address: &[u8]) -> usize {
    let mut open: [isize; 2] = [0; 2];
    for b in address {
        match b {
            b'(' => open[0] += 1,
            b')' => open[0] -= 1,
            b'[' => open[1] += 1,
            b']' => open[1] -= 1,
            _ => {}
        }
    }
    let mut length = address.len();
    while let Some(last) = address[..length].last() {
        let bracket = match last {
            b')' => Some(0),
            b']' => Some(1),
            b'?' | b'!' | b'.' | b',' | b':' | b';' | b'*' | b'_' | b'~' | b'\'' => None,
            _ => break,
        };
        if let Some(kind) = bracket {
            if open[kind] >= 0 {
                break;
            }
            open[kind] += 1;
        }
        length -= 1;
    }
    length
}

fn mail(text: &str, at: usize, done: usize) -> Option<Autolink> {
    let bytes = text.as_bytes();
    let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'+' | b'-');
    let before = bytes[done..at].iter().rev().take_while(|b| local(b)).count();
    let start = at - before;
    let domain = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
    let after = bytes[at + 1..].iter().take_while(|b| domain(b)).count();
    let host = text[at + 1..at + 1 + after].trim_end_matches(['.', '-']);
    let labels_hold = host.split('.').all(|label| !label.is_empty() && label.len() < 64);
    let ends = bytes.get(at + 1 + host.len());
    let holds = before > 0
        && bytes[start].is_ascii_alphanumeric()
        && !(start > 0 && bytes[start - 1] == b'@')
        && host.contains('.')
        && labels_hold
        && host.bytes().last().is_some_and(|b| b.is_ascii_alphabetic())
        && !matches!(ends, Some(b'@' | b'_'));
    holds.then(|| Autolink { range: start..at + 1 + host.len(), mail: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(text, |one| found.push(&text[one.range]));
        found
    }

    #[test]
    fn addresses_end_where_chinese_begins() {
        assert_eq!(all("见https://www.gov.cn/a_b.html，谢谢"), ["https://www.gov.cn/a_b.html"]);
        assert_eq!(all("(http://a.cn/x(1)). 邮箱：a.b-c@gz.gov.cn。"), ["http://a.cn/x(1)", "a.b-c@gz.gov.cn"]);
        assert_eq!(all("HTTP://A.cn?x=1&y=2查看http://b.cn/"), ["HTTP://A.cn?x=1&y=2", "http://b.cn/"]);
        assert_eq!(all("xhttp://a http://， ftp://a javascript://a a@b @b.cn a@b.c1 a@b.cn@c.cn"), [] as [&str; 0]);
        assert_eq!(all("http://a.cn)]."), ["http://a.cn"]);
    }
}
