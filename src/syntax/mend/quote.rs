//! Texts in quotes: where they end, and what a wrong quote was meant to be.

use super::{What, cursor::Cursor};

/// `text` as a TOML text in double quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            _ if char.is_control() => out.push(' '),
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}

const WIDE: [char; 9] = ['“', '”', '＂', '‘', '’', '＇', '」', '』', '"'];

impl Cursor<'_, '_> {
    /// Whether a text that ends before `at` ends well there.
    fn ends_well(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let next = rest.chars().find(|&char| !matches!(char, ' ' | '\t' | '\r') && !super::cursor::is_wide_space(char));
        match next {
            None | Some('\n' | '#' | '＃') => true,
            Some(',' | '，' | '、' | ']' | '】' | '］' | '}' | '｝') => self.inside(),
            Some(';' | '；' | '。') => !self.inside(),
            _ => false,
        }
    }

    /// Where an unclosed text that begins at `start` was meant to end: before what closes brackets, before a comment, or at
    /// the end of the line.
    fn meant_end(&self, start: usize) -> usize {
        let line = &self.text[start..self.line_end()];
        let line = line.find(" #").map_or(line, |comment| &line[..comment]).trim_end();
        let closers: &[char] = if self.inside() { &[',', ']', '}', ' ', '，', '】', '｝'] } else { &[] };
        start + line.trim_end_matches(closers).len()
    }

    /// `"…"` or `"""…"""`.
    pub(super) fn string(&mut self) {
        let start = self.at;
        if self.text[start..].starts_with("\"\"\"") {
            return self.triple("\"\"\"");
        }
        let (end, escapes) = self.closing(start + 1);
        let line_end = self.line_end();
        let Some(end) = end else {
            return self.unclosed(start, &escapes);
        };
        if !self.ends_well(end + 1) {
            if let Some(at) = self.wide_end(start + 1, end) {
                return self.close_wide(start, at, &escapes);
            }
            let list_goes_on = self.inside() && self.text[end + 1..line_end].trim_start().starts_with(['"', '“', '\'']);
            if let (Some(last), false) = (self.later_quote(end + 1), list_goes_on) {
                self.slip(start..last + 1, What::InnerQuotes);
                self.escape(start + 1, last, &escapes);
                return self.step(last + 1);
            }
        }
        self.escape(start + 1, end, &escapes);
        self.step(end + 1);
    }

    /// The first quote of the line from `from` on that ends a text well.
    fn later_quote(&mut self, from: usize) -> Option<usize> {
        let end = self.line_end();
        if self.barren == end {
            return None;
        }
        let quotes = self.text[from..end].match_indices('"').map(|(at, _)| from + at);
        let found = quotes.into_iter().find(|&at| self.ends_well(at + 1));
        if found.is_none() {
            self.barren = end;
        }
        found
    }

    /// The closing quote of a text, and the backslashes that mean nothing.
    fn closing(&self, from: usize) -> (Option<usize>, Vec<usize>) {
        let bytes = self.text.as_bytes();
        let mut escapes = Vec::new();
        let mut at = from;
        while let Some(length) = memchr::memchr3(b'"', b'\\', b'\n', &bytes[at..]) {
            at += length;
            match bytes[at] {
                b'"' => return (Some(at), escapes),
                b'\n' => return (None, escapes),
                _ => {
                    let rest = &bytes[at + 1..];
                    let hex = |count: usize| rest.len() > count && rest[1..=count].iter().all(u8::is_ascii_hexdigit);
                    let known = match rest.first() {
                        Some(b'b' | b'e' | b'f' | b'n' | b'r' | b't' | b'"' | b'\\') => true,
                        Some(b'x') => hex(2),
                        Some(b'u') => hex(4),
                        Some(b'U') => hex(8),
                        _ => false,
                    };
                    if known {
                        at += 2;
                    } else {
                        escapes.push(at);
                        at += 1;
                    }
                }
            }
        }
        (None, escapes)
    }

    /// The Chinese quote between `from` and `to` that was meant to close the text.
    fn wide_end(&self, from: usize, to: usize) -> Option<usize> {
        let inner = &self.text[from..to];
        inner
            .char_indices()
            .filter(|&(_, char)| WIDE[..8].contains(&char))
            .map(|(at, char)| (from + at, from + at + char.len_utf8()))
            .find(|&(_, end)| self.ends_well(end))
            .map(|(at, _)| at)
    }

    fn close_wide(&mut self, start: usize, at: usize, escapes: &[usize]) {
        let end = at + self.text[at..].chars().next().map_or(0, char::len_utf8);
        self.escape(start + 1, at, escapes);
        self.mend(at..end, What::FullWidth("\""), "\"");
        self.step(end);
    }

    fn unclosed(&mut self, start: usize, escapes: &[usize]) {
        if let Some(at) = self.wide_end(start + 1, self.line_end()) {
            return self.close_wide(start, at, escapes);
        }
        let end = self.meant_end(start + 1);
        self.escape(start + 1, end, escapes);
        self.slip(start..end, What::UnclosedQuote);
        self.copy.replace(end..end, "\"");
        self.step(end);
    }

    /// Doubles the backslashes that mean nothing and gives inner quotes one.
    fn escape(&mut self, from: usize, to: usize, escapes: &[usize]) {
        let mut told = false;
        let mut skip = false;
        for (at, byte) in self.text.as_bytes()[from..to].iter().enumerate().map(|(at, &byte)| (from + at, byte)) {
            match byte {
                _ if skip => skip = false,
                b'\\' if escapes.binary_search(&at).is_ok() => {
                    self.copy.replace(at..at + 1, "\\\\");
                    if !std::mem::replace(&mut told, true) {
                        self.slip(at..at + 1, What::Escape);
                    }
                }
                b'\\' => skip = true,
                b'"' => self.copy.replace(at..at + 1, "\\\""),
                _ => {}
            }
        }
    }

    /// `'…'` or `'''…'''`: nothing inside has a meaning.
    pub(super) fn literal(&mut self) {
        let start = self.at;
        if self.text[start..].starts_with("'''") {
            return self.triple("'''");
        }
        let line = &self.text[start + 1..self.line_end()];
        if let Some(length) = line.find('\'') {
            return self.step(start + 1 + length + 1);
        }
        let end = self.meant_end(start + 1);
        self.slip(start..end, What::UnclosedQuote);
        self.copy.replace(end..end, "'");
        self.step(end);
    }

    fn triple(&mut self, quotes: &str) {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut from = start + 3;
        loop {
            let Some(length) = self.text[from..].find(quotes) else {
                let end = self.meant_end(start + 3);
                self.slip(start..end, What::UnclosedTriple);
                self.copy.replace(end..end, quotes);
                return self.step(end);
            };
            let at = from + length;
            let slashes = bytes[start + 3..at].iter().rev().take_while(|&&byte| byte == b'\\').count();
            if quotes.starts_with('"') && slashes % 2 == 1 {
                from = at + 1;
                continue;
            }
            // Up to two quotes may stand right before the closing three.
            let more = bytes[at + 3..].iter().take(2).take_while(|&&byte| byte == quotes.as_bytes()[0]).count();
            return self.step(at + 3 + more);
        }
    }

    /// `“…”`: Chinese quotes where TOML wants ASCII.
    pub(super) fn wide_string(&mut self) {
        let start = self.at;
        let first = self.peek().map_or(1, char::len_utf8);
        let from = start + first;
        let line = &self.text[from..self.line_end()];
        let quotes = || line.char_indices().filter(|(_, char)| WIDE.contains(char)).map(|(at, char)| (from + at, char));
        let close = quotes().find(|&(at, char)| self.ends_well(at + char.len_utf8())).or_else(|| quotes().next_back());
        self.mend(start..from, What::FullWidth("\""), "\"");
        let (at, end) = match close {
            Some((at, char)) => (at, at + char.len_utf8()),
            None => (self.meant_end(from), self.meant_end(from)),
        };
        for (inner, char) in self.text[from..at].char_indices().filter(|(_, char)| matches!(char, '"' | '\\')) {
            self.copy.replace(from + inner..from + inner + 1, if char == '"' { "\\\"" } else { "\\\\" });
        }
        self.copy.replace(at..end, "\"");
        if end > at && !self.text[at..].starts_with('"') {
            self.slip(at..end, What::FullWidth("\""));
        }
        self.step(end);
    }
}
