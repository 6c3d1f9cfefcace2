//! The lock as a file: frozen by the first release.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{Line, State};
use crate::{day::Day, source::Range};

/// The first line.
const HEAD: &str = "# gongkai index.lock 1";

/// Bytes that are hashed at once.
const PART: usize = 64 << 10;

/// What is wrong with a lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The first line is not the expected one: another file, or of a newer version.
    Head,
    /// A line by which git marks a merge that was not finished. Lines of both sides count.
    Conflict,
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
    pub lines: Vec<Line>,
}

impl Lock {
    /// Reads a lock; what cannot be read is told with its place, and left out.
    pub fn parse(text: &str) -> (Self, Vec<(Range, Problem)>) {
        let mut lock = Self::default();
        // In the text, and where its line ends are LF.
        let (mut start, mut place) = (0, 0);
        let mut rows = text.split('\n').enumerate().map(|(at, raw)| {
            let range = Range::new(start, start + raw.len());
            start += raw.len() + 1;
            // Version control on Windows may have turned the line ends.
            let line = raw.strip_suffix('\r').unwrap_or(raw);
            let begins = u32::try_from(place).unwrap_or(0);
            place += line.len() + 1;
            (at + 1, range, line, begins)
        });
        match rows.next() {
            Some((_, _, HEAD, _)) => {}
            head => return (lock, head.map(|(_, range, ..)| (range, Problem::Head)).into_iter().collect()),
        }
        let mut problems = Vec::new();
        // What stood before both sides (git's `diff3` form shows it) is on one of them, or on neither.
        let mut in_base = false;
        let rows: Vec<_> = rows
            .filter(|(_, range, raw, _)| {
                let mark = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].into_iter().find(|it| raw.starts_with(it));
                if let Some(mark) = mark {
                    in_base = mark == "|||||||";
                    problems.push((*range, Problem::Conflict));
                }
                mark.is_none() && !in_base && !raw.is_empty()
            })
            .collect();
        let lines: Vec<_> = rows
            .into_par_iter()
            .map(|(at, range, raw, begins)| (at, range, Line::parse(raw).map(|line| Line { at: begins, ..line })))
            .collect();
        let read = || lines.iter().filter_map(|(at, _, line)| Some((*at, line.as_ref().ok()?)));
        let twice = again(read().map(|(at, line)| (line.index_number.as_str(), at)));
        let once = read().filter(|(at, _)| !twice.contains_key(at));
        let addresses = again(once.map(|(at, line)| (line.address.as_str(), at)));
        for (at, range, line) in &lines {
            let number = twice.get(at).map(|&first| Problem::Twice(first));
            let address = addresses.get(at).map(|&first| Problem::Address(first));
            let problem = line.as_ref().err().map(|&part| Problem::Line(part)).or(number).or(address);
            problems.extend(problem.map(|problem| (*range, problem)));
        }
        lock.lines = lines.into_iter().filter_map(|(_, _, line)| line.ok()).collect();
        (lock, problems)
    }

    /// Whether no build has ever released a line: nothing is public yet, or sites are built with `--locked` and the lock is
    /// never told.
    pub fn is_unreleased(&self) -> bool {
        !self.lines.iter().any(|line| line.state == State::Released)
    }

    /// The day of the first release.
    pub fn began(&self) -> Option<Day> {
        self.lines.iter().filter_map(|line| line.released).min()
    }

    /// After a merge: where a number or an address stands twice, the line that was released, or released first, keeps it; of
    /// lines that are reserved only, the one whose entry was published first, for it may have been read. The others are taken
    /// out, so that their entries get numbers and addresses anew. Two lines of one entry are one: the released one.
    pub fn settle(&mut self) {
        let day = |day: Option<Day>| day.unwrap_or(Day::MAX);
        let rank = |line: &Line| {
            (line.state == State::Reserved, day(line.released), day(line.first_published), line.path.clone())
        };
        self.lines.sort_by(|a, b| (&a.index_number, rank(a)).cmp(&(&b.index_number, rank(b))));
        self.lines.dedup_by(|later, first| later.index_number == first.index_number);
        self.lines.sort_by(|a, b| (&a.address, rank(a)).cmp(&(&b.address, rank(b))));
        self.lines.dedup_by(|later, first| later.address == first.address);
        self.lines.sort_by(|a, b| a.index_number.cmp(&b.index_number));
    }

    /// The lock as written: LF, sorted by the bytes of the number, then of the path. Each line goes as soon as it is written: there
    /// may be a million.
    pub fn into_text(mut self) -> String {
        self.sort();
        // Days, state and what stands between them take less than 64 bytes.
        let size = |it: &Line| it.index_number.len() + it.address.len() + it.path.len() + it.title.len() + 64;
        let mut out = String::with_capacity(self.lines.iter().map(size).sum::<usize>() + HEAD.len() + 1);
        out.push_str(HEAD);
        out.push('\n');
        for line in self.lines {
            line.write(&mut out);
            out.push('\n');
        }
        out
    }

    /// BLAKE3 of [its text](Self::into_text), which is never there as a whole.
    pub fn digest(&mut self) -> [u8; 32] {
        self.sort();
        let mut hasher = blake3::Hasher::new();
        let mut part = format!("{HEAD}\n");
        for line in &self.lines {
            line.write(&mut part);
            part.push('\n');
            if part.len() > PART {
                hasher.update(part.as_bytes());
                part.clear();
            }
        }
        *hasher.update(part.as_bytes()).finalize().as_bytes()
    }

    fn sort(&mut self) {
        self.lines.sort_by(|a, b| (&a.index_number, &a.path).cmp(&(&b.index_number, &b.path)));
    }
}

/// The lines whose key stands in an earlier one, and the first of these.
fn again<'k>(keys: impl Iterator<Item = (&'k str, usize)>) -> BTreeMap<usize, usize> {
    let mut keys: Vec<(&str, usize)> = keys.collect();
    // A lock is written in the order of its numbers, so that this is a look at each.
    keys.sort_unstable();
    let same = keys.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1);
    same.flat_map(|same| same[1..].iter().map(|it| (it.1, same[0].1))).collect()
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
        let begins = text.replace('\r', "").find("K/7").expect("the second line");
        assert_eq!(lock.lines[0].at as usize, begins, "in the text as it is read for people");
    }

    #[test]
    fn numbers_that_stand_twice_are_told() {
        let text = "# gongkai index.lock 1\na/2018-1\t/a/1.html\tx\treleased\t\t\t\tX\na/2018-1\t/a/1.html\ty\treserved\t\t\t\tY\nnothing\n";
        let (lock, problems) = Lock::parse(text);
        assert_eq!(lock.lines.len(), 2);
        assert_eq!(problems.iter().map(|it| it.1.clone()).collect::<Vec<_>>(), [Problem::Twice(2), Problem::Line(1)]);
    }

    #[test]
    fn both_sides_of_an_unfinished_merge_count() {
        let line = |path: &str, state: &str, released: &str, published: &str| {
            format!("a/2018-1\t/a/1.html\t{path}\t{state}\t{released}\t{published}\t\t{path}\n")
        };
        let settled = |ours: &str, base: &str, theirs: &str| {
            let text = format!(
                "# gongkai index.lock 1\n<<<<<<< HEAD\n{ours}||||||| base\n{base}=======\n{theirs}>>>>>>> branch\n"
            );
            let (mut lock, problems) = Lock::parse(&text);
            assert_eq!(problems.iter().filter(|it| it.1 == Problem::Conflict).count(), 4);
            lock.settle();
            lock.lines.iter().map(|it| it.path.clone()).collect::<Vec<_>>()
        };
        let (a, b) = (line("甲", "reserved", "", "2018-05-02"), line("乙", "reserved", "", "2018-05-03"));
        assert_eq!(settled(&a, "", &b), ["甲"], "who was published first keeps the number, whatever the names");
        assert_eq!(settled(&b, &line("丙", "reserved", "", "2018-01-01"), &a), ["甲"], "what both took away is gone");
        assert_eq!(settled(&a, "", &line("乙", "released", "2018-06-01", "2018-06-01")), ["乙"], "readers saw it");
        let released = line("甲", "released", "2018-05-02", "2018-05-02");
        assert_eq!(settled(&a, &a, &released), ["甲"], "one entry on both sides");
    }
}
