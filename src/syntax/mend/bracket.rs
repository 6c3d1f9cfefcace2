//! Lists and inline tables, which may run over many lines.

use std::ops::Range;

use super::{What, cursor::Cursor, line::is_key};

/// What stands next inside brackets.
enum Next {
    Open(char),
    Close(char),
    Comma,
    Other,
}

fn next(char: char) -> Next {
    match char {
        '[' | '【' | '［' => Next::Open('['),
        '{' | '｛' => Next::Open('{'),
        ']' | '】' | '］' => Next::Close('['),
        '}' | '｝' => Next::Close('{'),
        ',' | '，' | '、' | '；' | ';' => Next::Comma,
        _ => Next::Other,
    }
}

/// The bracket that closes `mark`.
fn closing(mark: char) -> &'static str {
    if mark == '[' { "]" } else { "}" }
}

impl Cursor<'_, '_> {
    /// Reads a value of any kind.
    pub(super) fn value(&mut self) {
        match self.peek() {
            Some('"') => self.string(),
            Some('\'') => self.literal(),
            Some('“' | '”' | '＂' | '‘' | '’' | '＇' | '「' | '『') => self.wide_string(),
            Some(char) if matches!(next(char), Next::Open(_)) => self.brackets(),
            _ => self.atom(),
        }
    }

    /// Reads from an opening bracket to its partner. No recursion: the depth is the author's.
    fn brackets(&mut self) {
        let outer = self.open.len();
        self.enter();
        while self.open.len() > outer && self.deep.is_none() {
            if self.gap() {
                return self.give_up(outer);
            }
            let Some(char) = self.peek() else { return self.give_up(outer) };
            let range = self.at..self.at + char.len_utf8();
            match next(char) {
                Next::Close(mark) => self.leave(mark, char, range),
                Next::Comma => self.comma(char, range),
                Next::Open(_) | Next::Other => self.element(),
            }
        }
    }

    /// Steps to what comes next, over lines and comments; true where a new statement begins, so that a bracket is missing.
    fn gap(&mut self) -> bool {
        loop {
            let from = self.at;
            self.space(true);
            if self.text[from..self.at].contains('\n') && self.is_statement() {
                return true;
            }
            if !self.comment() {
                return false;
            }
        }
    }

    /// Whether the line it stands at the start of can only be a statement of its own.
    fn is_statement(&self) -> bool {
        let line = self.rest().trim_end();
        if let Some(inner) = line.strip_prefix('[') {
            let name = inner.trim_start_matches('[').split(']').next().unwrap_or("");
            let first = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
            return first && !matches!(name, "true" | "false" | "inf" | "nan") && is_key(name);
        }
        let Some(open) = self.open.last() else { return false };
        if open.mark == '{' && !open.filled {
            return false;
        }
        line.split_once('=').is_some_and(|(key, _)| is_key(key.trim_end()))
    }

    fn enter(&mut self) {
        let Some(char) = self.peek() else { return };
        let Next::Open(mark) = next(char) else { return };
        let range = self.at..self.at + char.len_utf8();
        if char != mark {
            let plain = if mark == '[' { "[" } else { "{" };
            self.mend(range.clone(), What::FullWidth(plain), plain);
        }
        self.step(range.end);
        self.push(mark, range);
    }

    fn leave(&mut self, mark: char, char: char, range: Range<usize>) {
        let Some(open) = self.open.pop() else { return };
        let right = closing(open.mark);
        if open.mark != mark {
            self.mend(range.clone(), What::WrongClose(right), right);
        } else if !char.is_ascii() {
            self.mend(range.clone(), What::FullWidth(right), right);
        }
        self.step(range.end);
        if let Some(outer) = self.open.last_mut() {
            outer.filled = true;
        }
    }

    fn comma(&mut self, char: char, range: Range<usize>) {
        let filled = self.open.last_mut().is_some_and(|open| std::mem::replace(&mut open.filled, false));
        if !filled {
            self.mend(range.clone(), What::ExtraComma, "");
        } else if char != ',' {
            self.mend(range.clone(), What::FullWidth(","), ",");
        }
        self.step(range.end);
    }

    /// One element of a list, or `key = value` of an inline table.
    fn element(&mut self) {
        let Some((mark, filled)) = self.open.last().map(|open| (open.mark, open.filled)) else { return };
        if filled {
            let at = self.last.max(self.copy.used());
            self.mend(at..at, What::MissingComma, ",");
        }
        if mark == '{' {
            let start = self.at;
            if !self.key() {
                return self.skip(start);
            }
            self.space(false);
        }
        if let Some(open) = self.open.last_mut() {
            open.filled = true;
        }
        match self.peek().map(next) {
            Some(Next::Open(_)) => self.enter(),
            None | Some(Next::Close(_) | Next::Comma) => {
                let at = self.last.max(self.copy.used());
                self.copy.replace(at..at, super::MARKER);
                self.slip(at..at, What::MissingValue);
            }
            Some(Next::Other) => self.value(),
        }
    }

    /// Steps over what is no `key = value`, up to the next comma or bracket of the line.
    fn skip(&mut self, start: usize) {
        let rest = self.rest();
        let mut quote = None;
        let end = rest.char_indices().find(|&(_, char)| {
            match quote {
                Some(open) if open == char => quote = None,
                None if matches!(char, '"' | '\'') => quote = Some(char),
                None => return !matches!(next(char), Next::Other),
                Some(_) => {}
            }
            false
        });
        let length = end.map_or(rest.len(), |(at, _)| at).max(1);
        let end = start + rest.get(..length).map_or(rest.len(), |part| part.trim_end().len().max(1));
        let end = if self.text.is_char_boundary(end) { end } else { self.line_end() };
        // An opening bracket where a key should be goes away with all that is in its line.
        let end = if matches!(self.peek().map(next), Some(Next::Open(_))) { self.line_end() } else { end };
        self.mend(start..end, What::NoStatement, "");
        self.at = end;
    }

    /// Closes what is still open where the last value ended.
    fn give_up(&mut self, outer: usize) {
        let mut closers = String::new();
        while self.open.len() > outer {
            let Some(open) = self.open.pop() else { break };
            closers.push_str(closing(open.mark));
            self.slip(open.range, What::Unclosed(closing(open.mark)));
        }
        if self.copy.used() > self.last {
            closers.push('\n');
        }
        let at = self.last.max(self.copy.used());
        self.copy.replace(at..at, &closers);
    }
}
