//! The lock as a file: frozen by the first release.

use super::{Line, State};
use crate::source::Range;

/// The first line.
const HEAD: &str = "# gongkai index.lock 1";

/// What is wrong with a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The first line is not the expected one: another file, or of a newer version.
    Head,
    /// A line cannot be read; the part, from 1 to 8.
    Line(usize),
    /// A number stands twice; the line where it stood first, from 1. A merge of two branches does this.
    Twice(usize),
    /// An address stands twice; the line where it stood first, from 1. Two branches gave it to different numbers.
    Address(usize),
}

/// All lines, sorted by the bytes of their numbers. A number may stand twice after a merge, until `lock` is run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// The lines.
    pub lines: Vec<Line>,
}

impl Lock {
    /// Reads a lock; what cannot be read is told with its place, and left out.
    pub fn parse(text: &str) -> (Self, Vec<(Range, Problem)>) {
        let mut lock = Self::default();
        let mut problems = Vec::new();
        let mut seen = std::collections::BTreeMap::new();
        let mut addresses = std::collections::BTreeMap::new();
        let mut start = 0;
        for (at, raw) in text.split('\n').enumerate() {
            let range = Range::new(start, start + raw.len());
            start += raw.len() + 1;
            // Version control on Windows may have turned the line ends.
            let raw = raw.strip_suffix('\r').unwrap_or(raw);
            if at == 0 {
                if raw != HEAD {
                    problems.push((range, Problem::Head));
                    return (lock, problems);
                }
                continue;
            }
            // The mark lines of a merge that was not finished are no lines of the lock.
            if raw.is_empty() {
                continue;
            }
            match Line::parse(raw) {
                Err(part) => problems.push((range, Problem::Line(part))),
                Ok(line) => {
                    if let Some(&first) = seen.get(&line.index_number) {
                        problems.push((range, Problem::Twice(first)));
                    } else {
                        seen.insert(line.index_number.clone(), at + 1);
                        if let Some(&first) = addresses.get(&line.address) {
                            problems.push((range, Problem::Address(first)));
                        } else {
                            addresses.insert(line.address.clone(), at + 1);
                        }
                    }
                    lock.lines.push(line);
                }
            }
        }
        (lock, problems)
    }

    /// After a merge: where a number or an address stands twice, the line that was released, or released first, keeps it. The
    /// others are taken out, so that their entries get numbers and addresses anew.
    pub fn settle(&mut self) {
        let rank = |line: &Line| (line.state == State::Reserved, line.released, line.path.clone());
        self.lines.sort_by(|a, b| (&a.index_number, rank(a)).cmp(&(&b.index_number, rank(b))));
        self.lines.dedup_by(|later, first| later.index_number == first.index_number);
        self.lines.sort_by(|a, b| (&a.address, rank(a)).cmp(&(&b.address, rank(b))));
        self.lines.dedup_by(|later, first| later.address == first.address);
        self.lines.sort_by(|a, b| a.index_number.cmp(&b.index_number));
    }

    /// The lock as written: LF, sorted by the bytes of the number, then of the path.
    pub fn text(&self) -> String {
        let mut lines: Vec<&Line> = self.lines.iter().collect();
        lines.sort_by(|a, b| (&a.index_number, &a.path).cmp(&(&b.index_number, &b.path)));
        let mut out = format!("{HEAD}\n");
        for line in lines {
            line.write(&mut out);
            out.push('\n');
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_foreign_head_is_not_read() {
        assert_eq!(Lock::parse("# gongkai index.lock 2\n").1, vec![(Range::new(0, 22), Problem::Head)]);
        assert_eq!(Lock::parse("").1.len(), 1);
        assert!(Lock::parse("# gongkai index.lock 1\n").1.is_empty());
    }

    #[test]
    fn after_a_merge_the_released_line_keeps_its_number() {
        let text = "# gongkai index.lock 1\na/2018-1\t/a/1.html\tx\treserved\t\t\t\tX\na/2018-1\t/a/1.html\ty\treleased\t2018-05-01\t\t\tY\n";
        let (mut lock, _) = Lock::parse(text);
        lock.settle();
        assert_eq!(lock.lines.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), ["y"]);
    }

    #[test]
    fn after_a_merge_an_address_has_one_owner() {
        let text = "# gongkai index.lock 1\r\nK-7\t/a/k-7.html\tx\treserved\t\t\t\tX\r\nK/7\t/a/k-7.html\ty\treleased\t2018-05-01\t\t\tY\r\n";
        let (mut lock, problems) = Lock::parse(text);
        assert_eq!(problems.iter().map(|it| it.1.clone()).collect::<Vec<_>>(), [Problem::Address(2)]);
        lock.settle();
        assert_eq!(lock.lines.iter().map(|it| it.path.as_str()).collect::<Vec<_>>(), ["y"]);
        assert_eq!(lock.lines[0].title, "Y", "a line end of Windows is no part of a title");
    }

    #[test]
    fn numbers_that_stand_twice_are_told() {
        let text = "# gongkai index.lock 1\na/2018-1\t/a/1.html\tx\treleased\t\t\t\tX\na/2018-1\t/a/1.html\ty\treserved\t\t\t\tY\n<<<<<<< HEAD\n";
        let (lock, problems) = Lock::parse(text);
        assert_eq!(lock.lines.len(), 2);
        assert_eq!(problems.iter().map(|it| it.1.clone()).collect::<Vec<_>>(), [Problem::Twice(2), Problem::Line(1)]);
    }
}
