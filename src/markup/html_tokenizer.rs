//! Cuts raw HTML into tags, text and comments as the WHATWG tokenizer would; never fails.
//!
//! It follows a browser where a difference could hide something: attribute names and values end where a browser ends them, `<!-->`
//! is a whole comment, the content of `<script>` or `<title>` up to the end tag is no HTML (no token is made of it). It is simpler where a browser is lenient for old
//! pages: a tag cut off at the end of the text ends there, only common named character references are known (others stay text
//! and are escaped again), and the first of two attributes of one name wins later, in the allowlist.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memmem};

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, character references unresolved.
    Text(&'a str),
    /// Name in lower case; attributes likewise, values resolved.
    StartTag(String, Vec<(String, String)>),
    /// Name in lower case.
    EndTag(String),
    /// A comment, declaration or processing instruction; all that it takes with it where it has no end.
    Comment(Option<&'a str>),
    /// What stands in an element of raw text: all of it but in code, of which only what no end tag bounds.
    Swallowed(&'a str),
}

/// Calls `each` with every token of `html` and its range.
pub(super) fn tokens<'a>(html: &'a str, mut each: impl FnMut(Token<'a>, Range<usize>)) {
    let bytes = html.as_bytes();
    let (mut at, mut text) = (0, 0);
    while let Some(angle) = memchr(b'<', &bytes[at..]).map(|found| at + found) {
        let token = match bytes.get(angle + 1) {
            Some(b'!' | b'?') => {
                // `<!-->` and `<!--->` are comments, too, to browsers.
                let short = ["<!-->", "<!--->"].into_iter().find(|short| html[angle..].starts_with(short));
                let end = match short {
                    Some(short) => Some(angle + short.len()),
                    None if html[angle..].starts_with("<!--") => {
                        memmem::find(&bytes[angle + 4..], b"-->").map(|found| angle + 4 + found + 3)
                    }
                    None => memchr(b'>', &bytes[angle..]).map(|found| angle + found + 1),
                };
                let open = end.is_none().then(|| &html[angle..]);
                Some((Token::Comment(open), end.unwrap_or(html.len())))
            }
            Some(b'/') if bytes.get(angle + 2).is_some_and(u8::is_ascii_alphabetic) => {
                let (name, after) = name(html, angle + 2);
                let end = memchr(b'>', &bytes[after..]).map_or(html.len(), |found| after + found + 1);
                Some((Token::EndTag(name), end))
            }
            Some(b) if b.is_ascii_alphabetic() => {
                let (name, after) = name(html, angle + 1);
                let (attributes, end) = attributes(html, after);
                Some((Token::StartTag(name, attributes), end))
            }
            _ => None,
        };
        let Some((token, end)) = token else {
            at = angle + 1;
            continue;
        };
        if text < angle {
            each(Token::Text(&html[text..angle]), text..angle);
        }
        let raw_text = matches!(&token, Token::StartTag(name, _) if is_raw_text(name));
        let is_code = matches!(&token, Token::StartTag(name, _) if is_code(name));
        let resume = if raw_text { raw_text_end(html, angle, end) } else { end };
        each(token, angle..end);
        if end < resume && (!is_code || resume == html.len()) {
            each(Token::Swallowed(&html[end..resume]), end..resume);
        }
        (at, text) = (resume, resume);
    }
    if text < html.len() {
        each(Token::Text(&html[text..]), text..html.len());
    }
}

/// Is the content of the element no HTML, up to its end tag? (Raw text and escapable raw text elements, and those that a browser
/// without scripts would not parse.)
pub(super) fn is_raw_text(name: &str) -> bool {
    matches!(
        name,
        "iframe"
            | "noembed"
            | "noframes"
            | "noscript"
            | "plaintext"
            | "script"
            | "style"
            | "textarea"
            | "title"
            | "xmp"
    )
}

/// Is the content of the element a program or a style?
pub(super) fn is_code(name: &str) -> bool {
    matches!(name, "script" | "style")
}

/// Where the end tag of the raw text element that begins at `start` stands, searched from `from`.
fn raw_text_end(html: &str, start: usize, from: usize) -> usize {
    let (name, _) = name(html, start + 1);
    memmem::find_iter(&html.as_bytes()[from..], b"</")
        .map(|found| from + found)
        .find(|at| {
            html.as_bytes()[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        })
        .unwrap_or(html.len())
}

fn name(html: &str, start: usize) -> (String, usize) {
    let length =
        html[start..].find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(html.len() - start);
    (html[start..start + length].to_ascii_lowercase(), start + length)
}

fn attributes(html: &str, mut at: usize) -> (Vec<(String, String)>, usize) {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    loop {
        while bytes.get(at).is_some_and(|b| b.is_ascii_whitespace() || *b == b'/') {
            at += 1;
        }
        match bytes.get(at) {
            None => return (found, html.len()),
            Some(b'>') => return (found, at + 1),
            Some(_) => {}
        }
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
        let first = html[at..].chars().next().map_or(1, char::len_utf8);
        let length = html[at + first..].find(ends).map_or(html.len() - at, |length| first + length);
        let key = html[at..at + length].to_ascii_lowercase();
        at += length;
        let space = bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        let mut value = Cow::Borrowed("");
        if bytes.get(at + space) == Some(&b'=') {
            at += space + 1;
            at += bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
            let (start, end, next) = if let Some(quote @ (b'"' | b'\'')) = bytes.get(at) {
                let end = memchr(*quote, &bytes[at + 1..]).map_or(html.len(), |found| at + 1 + found);
                (at + 1, end, (end + 1).min(html.len()))
            } else {
                let ends = |b: &u8| b.is_ascii_whitespace() || *b == b'>';
                let end = bytes[at..].iter().position(ends).map_or(html.len(), |found| at + found);
                (at, end, end)
            };
            value = resolve_references(&html[start..end]);
            at = next;
        }
        found.push((key, value.into_owned()));
    }
}

const NAMED_REFERENCES: [(&str, &str); 24] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{A0}"),
    ("ensp", "\u{2002}"),
    ("emsp", "\u{2003}"),
    ("thinsp", "\u{2009}"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("mdash", "—"),
    ("ndash", "–"),
    ("hellip", "…"),
    ("middot", "·"),
    ("copy", "©"),
    ("reg", "®"),
    ("times", "×"),
    ("yen", "¥"),
    ("bull", "•"),
    ("laquo", "«"),
    ("raquo", "»"),
];

/// `text` with numeric character references and the usual named ones resolved. What is not known stays as it is written, and is
/// escaped again on its way out, so that a browser reads no other address than the one judged here.
pub(super) fn resolve_references(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        made.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = rest.bytes().skip(1).take(32).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
        let body = &rest[1..=length];
        let numeric = body.strip_prefix('#').map(|digits| match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => digits.parse(),
        });
        let character = numeric.and_then(Result::ok).map(|n| match n {
            0 => '\u{FFFD}',
            n => char::from_u32(n).unwrap_or('\u{FFFD}'),
        });
        let named = NAMED_REFERENCES.iter().find(|(name, _)| *name == body);
        let consumed = 1 + length + usize::from(rest.as_bytes().get(1 + length) == Some(&b';'));
        if let Some(c) = character {
            made.push(c);
            rest = &rest[consumed..];
        } else if let Some((_, value)) = named {
            made.push_str(value);
            rest = &rest[consumed..];
        } else {
            made.push('&');
            rest = &rest[1..];
        }
    }
    made.push_str(rest);
    Cow::Owned(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(html: &str) -> Vec<Token<'_>> {
        let mut found = Vec::new();
        tokens(html, |token, _| found.push(token));
        found
    }

    #[test]
    fn tags_text_and_comments_are_told_apart() {
        let html = "a<B Class='x y' hidden href=\"&#106;a&amp;\" q=1>b</b ><!-- > --><br/>1 < 2<";
        let attributes = [("class", "x y"), ("hidden", ""), ("href", "ja&"), ("q", "1")];
        let attributes = attributes.map(|(key, value)| (key.to_owned(), value.to_owned())).to_vec();
        let wanted = vec![
            Token::Text("a"),
            Token::StartTag("b".into(), attributes),
            Token::Text("b"),
            Token::EndTag("b".into()),
            Token::Comment(None),
            Token::StartTag("br".into(), vec![]),
            Token::Text("1 < 2<"),
        ];
        assert_eq!(all(html), wanted);
        assert_eq!(all("<!-->x").len(), 2);
        assert_eq!(all("<!-- x"), [Token::Comment(Some("<!-- x"))]);
        assert_eq!(all("<textarea>x</textarea>")[1], Token::Swallowed("x"));
        assert_eq!(all("<style>x</style>").len(), 2);
        assert_eq!(all("<style>x")[1], Token::Swallowed("x"));
        assert_eq!(resolve_references("&#x4E00;&nbsp;&colon;&&#0;&#xD800;&lt"), "一\u{A0}&colon;&\u{FFFD}\u{FFFD}<");
    }
}
