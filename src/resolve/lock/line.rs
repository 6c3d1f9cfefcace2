//! One line of the lock: what is remembered of one entry.

use std::fmt::Write as _;

use crate::day::Day;

/// What became of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Given by `lock`, not yet public.
    Reserved,
    /// Public, or once public.
    Released,
    /// Taken down: the number is spent, the path no longer matched.
    Withdrawn,
}

impl State {
    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::Released => "released",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state that `word` names.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Reserved, Self::Released, Self::Withdrawn].into_iter().find(|state| state.word() == word)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// 索引号.
    pub index_number: String,
    /// Address from the site's root.
    pub address: String,
    /// Path below `content/` without `.md`.
    pub path: String,
    /// What became of it.
    pub state: State,
    /// `as_of` of the first build that saw it published.
    pub released: Option<Day>,
    /// `published` as then written; of a reserved one as it was when the lock was last written.
    pub first_published: Option<Day>,
    /// 成文日期: with the title it knows a renamed file again.
    pub made: Option<Day>,
    pub title: String,
    /// Where it begins in the lock that was read, its line ends LF; 0, where no line is, of a new one.
    pub at: u32,
}

impl Line {
    /// Whether the day on which its entry was to be public has passed, though nobody has released it.
    pub fn is_overdue(&self, today: Day) -> bool {
        self.state == State::Reserved && self.first_published.is_some_and(|day| day < today)
    }

    /// The line as written, without its end.
    pub fn write(&self, out: &mut String) {
        escape(&self.index_number, out);
        for part in [&self.address, &self.path] {
            out.push('\t');
            escape(part, out);
        }
        out.push('\t');
        out.push_str(self.state.word());
        for day in [self.released, self.first_published, self.made] {
            out.push('\t');
            if let Some(day) = day {
                let _ = write!(out, "{day}");
            }
        }
        out.push('\t');
        escape(&self.title, out);
    }

    /// Reads a line.
    ///
    /// # Errors
    ///
    /// Which part is wrong, counted from 1.
    pub fn parse(text: &str) -> Result<Self, usize> {
        let parts: Vec<&str> = text.split('\t').collect();
        let [index_number, address, path, state, released, first_published, made, title] = parts[..] else {
            return Err(parts.len().min(8));
        };
        let day = |text: &str, at: usize| match text {
            "" => Ok(None),
            _ => text.parse::<Day>().map(Some).map_err(|_| at),
        };
        let part = |text: &str, at: usize| unescape(text).ok_or(at);
        Ok(Self {
            index_number: part(index_number, 1)?,
            address: part(address, 2).ok().filter(|it| is_page(it)).ok_or(2usize)?,
            path: part(path, 3)?,
            state: State::parse(state).ok_or(4usize)?,
            released: day(released, 5)?,
            first_published: day(first_published, 6)?,
            made: day(made, 7)?,
            title: part(title, 8)?,
            at: 0,
        })
    }
}

/// Whether a page of the site may lie at `address`: a file that ends as pages do, in folders that nobody else reads.
fn is_page(address: &str) -> bool {
    let is_name =
        |it: &str| !it.is_empty() && !it.starts_with('.') && !it.contains(|c: char| c.is_control() || c == '\\');
    let parts = address.strip_prefix('/').filter(|it| it.strip_suffix(".html").is_some());
    parts.is_some_and(|it| it.split('/').all(is_name))
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\\' => out.push_str("\\\\"),
            _ => out.push(c),
        }
    }
}

fn unescape(text: &str) -> Option<String> {
    if !text.contains('\\') {
        return Some(text.to_owned());
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push(match chars.next()? {
                't' => '\t',
                'n' => '\n',
                '\\' => '\\',
                _ => return None,
            }),
            _ => out.push(c),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let line = Line {
            index_number: "bureau/2018-00001".into(),
            address: "/bureau/2018/00001.html".into(),
            path: "2018/制表\t与\\换行\n".into(),
            state: State::Released,
            released: "2018-12-31".parse().ok(),
            first_published: None,
            made: "2018-06-20".parse().ok(),
            title: "通知".into(),
            at: 0,
        };
        let mut text = String::new();
        line.write(&mut text);
        assert_eq!(text.lines().count(), 1);
        assert_eq!(Line::parse(&text), Ok(line));
        assert_eq!(Line::parse("a\tb"), Err(2));
        assert_eq!(Line::parse("n\t/a.html\tp\tlost\t\t\t\tt"), Err(4));
        assert_eq!(Line::parse("n\t/a.html\tp\treleased\t2018-02-30\t\t\tt"), Err(5));
    }

    #[test]
    fn no_page_lies_where_servers_and_browsers_look_for_something_else() {
        for address in [
            "a.html",
            "//evil.com/x.html",
            "/.htaccess",
            "/.well-known/x.html",
            "/x.php",
            "/a/../b.html",
            "/a\\b.html",
            "/a//b.html",
            "/a\u{7}.html",
            "",
        ] {
            assert_eq!(Line::parse(&format!("n\t{address}\tp\treleased\t\t\t\tt")), Err(2), "{address}");
        }
    }
}
