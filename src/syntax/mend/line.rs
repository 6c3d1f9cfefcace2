//! One statement: a comment, a table's head, `key = value`.

use super::{
    What,
    cursor::{Cursor, MARKER},
    plain::plain,
    quote::quoted,
};

impl Cursor<'_, '_> {
    /// Reads one statement to the end of its line.
    pub(super) fn statement(&mut self) {
        self.space(true);
        match plain(&self.text[self.at..]) {
            Some(length) => self.step(self.at + length),
            None => self.odd_statement(),
        }
    }

    /// Reads one statement sign by sign.
    pub(super) fn odd_statement(&mut self) {
        if self.at >= self.text.len() || self.comment() {
            return;
        }
        match self.peek() {
            Some('[' | '【' | '［') => self.header(),
            _ => {
                if self.assignment() {
                    self.tail();
                }
            }
        }
    }

    /// Reads `key = value`; whether there was one.
    fn assignment(&mut self) -> bool {
        let start = self.at;
        if !self.key() {
            let end = start + self.text[start..self.line_end().max(start)].trim_end().len();
            self.mend(start..end, What::NoStatement, "");
            self.at = self.line_end();
            return false;
        }
        self.space(false);
        if self.at >= self.line_end() || self.rest().starts_with('#') {
            let at = self.last.max(self.copy.used());
            self.copy.replace(at..at, MARKER);
            self.slip(start..self.last, What::MissingValue);
            return true;
        }
        self.value();
        true
    }

    /// Reads a key and what follows it up to the value; false where this is none.
    pub(super) fn key(&mut self) -> bool {
        let start = self.at;
        let Some((end, separator)) = self.key_end() else { return false };
        let key = self.text[start..end].trim_end();
        if key.is_empty() {
            return false;
        }
        self.dots(start, key);
        self.spell(start, key);
        self.step(start + key.len());
        self.space(false);
        if self.at < end {
            // Space of a kind that nobody types.
            self.copy.replace(self.at..end, " ");
            self.at = end;
        }
        let Some(separator) = separator else {
            self.mend(self.at..self.at, What::MissingEquals, "= ");
            return true;
        };
        let after = self.at + separator.len_utf8();
        match separator {
            '＝' | '：' => self.mend(self.at..after, What::FullWidth("="), self.equals(after)),
            ':' => self.mend(self.at..after, What::Colon, self.equals(after)),
            _ => {}
        }
        self.step(after);
        while self.rest().starts_with('=') {
            self.mend(self.at..self.at + 1, What::ExtraEquals, "");
            self.step(self.at + 1);
        }
        true
    }

    /// An equals sign with the spaces that are missing around it, up to `after`.
    fn equals(&self, after: usize) -> &'static str {
        let left = self.text[..self.at].ends_with([' ', '\t', '\u{3000}']);
        let right = self.text[after..].starts_with([' ', '\t', '\u{3000}']);
        match (left, right) {
            (true, true) => "=",
            (true, false) => "= ",
            (false, true) => " =",
            (false, false) => " = ",
        }
    }

    /// Where the key ends, and the sign after it; none of a sign where a value follows at once.
    fn key_end(&self) -> Option<(usize, Option<char>)> {
        let line = self.rest();
        let inside = self.inside();
        let mut skip = 0;
        let mut words = false;
        for (at, char) in line.char_indices() {
            if at < skip {
                continue;
            }
            match char {
                '=' | '＝' | ':' | '：' => return Some((self.at + at, Some(char))),
                '"' | '\'' | '[' | '{' if words => return Some((self.at + at, None)),
                '"' | '\'' => skip = at + 1 + line[at + 1..].find(char)? + 1,
                '#' | '[' | '{' => return None,
                ',' | '，' | ']' | '}' if inside => return None,
                _ if words || char.is_alphanumeric() => words |= char != '.',
                _ => {}
            }
        }
        None
    }

    /// Gives a key the quotes it wants.
    fn spell(&mut self, start: usize, key: &str) {
        if is_key(key) {
            return;
        }
        let end = start + key.len();
        let inner = key.trim_matches(['“', '”', '＂', '‘', '’']);
        if inner.len() < key.len() {
            self.slip(start..end, What::FullWidth("\""));
        } else {
            self.bare.push(start);
        }
        self.copy.replace(start..end, &quoted(inner.trim_matches(['"', '\''])));
    }

    /// What follows a value at the end of its line.
    pub(super) fn tail(&mut self) {
        // A bracket that was given up leaves the walk at the next statement.
        if self.deep.is_some() || self.text[self.last..self.at].contains('\n') {
            return;
        }
        self.space(false);
        let end = self.line_end();
        if self.at >= end || self.comment() {
            return;
        }
        let rest = self.rest();
        let junk = rest.find(" #").map_or(rest, |comment| &rest[..comment]).trim_end();
        let what = if junk.chars().all(|char| matches!(char, ',' | ';' | '，' | '；' | '。' | '、')) {
            What::ExtraComma
        } else if matches!(junk, "]" | "}" | "】" | "｝") {
            What::WrongClose("")
        } else {
            What::Trailing
        };
        self.mend(self.at..self.at + junk.len(), what, "");
        self.at = end;
    }
}

/// Whether TOML takes `key` as it stands: bare or quoted words with dots between them.
pub(super) fn is_key(key: &str) -> bool {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if key.bytes().all(bare) {
        return true;
    }
    let mut rest = key;
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        let length = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => match rest[1..].find(quote) {
                Some(length) if quote == '\'' || !rest[1..=length].contains('\\') => length + 2,
                _ => return false,
            },
            _ => rest.bytes().take_while(|&byte| bare(byte)).count(),
        };
        if length == 0 {
            return false;
        }
        rest = rest[length..].trim_start_matches([' ', '\t']);
        match rest.strip_prefix('.') {
            Some(after) => rest = after,
            None => return rest.is_empty(),
        }
    }
}
