//! The journal: what a commit will do, written and synced before it does the first of it. Doing it twice does no fault, so a
//! commit that was cut off is done again from its journal.

use std::fmt::Write as _;

use super::{
    manifest::is_plain,
    sealed::{self, Sealed},
};

/// What a commit does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// Files that move from the stage into their place, by the stage's name and the path, in the order they take effect.
    pub moves: Vec<(String, String)>,
    /// Files that go, by path, sorted.
    pub deletions: Vec<String>,
}

impl Journal {
    /// The journal as written.
    pub fn text(&self) -> String {
        sealed::seal("journal", 0, |text| {
            for (from, to) in &self.moves {
                let _ = writeln!(text, "move {from} {to}");
            }
            for path in &self.deletions {
                let _ = writeln!(text, "delete {path}");
            }
        })
    }

    /// Reads a journal. One that names anything but files of the stage and of the site was not written by us.
    pub fn parse(text: &str) -> Sealed<Self> {
        match sealed::open("journal", text) {
            Sealed::Whole(body) => Self::body(body).map_or(Sealed::Damaged, Sealed::Whole),
            Sealed::Newer => Sealed::Newer,
            Sealed::Damaged => Sealed::Damaged,
        }
    }

    fn body(body: &str) -> Option<Self> {
        let mut journal = Self::default();
        for line in body.lines() {
            match line.split_once(' ')? {
                ("move", rest) => {
                    let (from, to) = rest.split_once(' ')?;
                    if from.is_empty() || !from.bytes().all(|it| it.is_ascii_digit()) || !is_plain(to) {
                        return None;
                    }
                    journal.moves.push((from.to_owned(), to.to_owned()));
                }
                ("delete", path) if is_plain(path) => journal.deletions.push(path.to_owned()),
                _ => return None,
            }
        }
        Some(journal)
    }
}

#[cfg(test)]
mod tests {
    use super::{Journal, Sealed};

    #[test]
    fn a_journal_is_read_as_it_was_written() {
        let journal = Journal {
            moves: vec![("0".into(), "a/页 b.html".into()), ("1".into(), "index.html".into())],
            deletions: vec!["old.html".into()],
        };
        assert_eq!(Journal::parse(&journal.text()), Sealed::Whole(journal));
    }

    #[test]
    fn a_journal_that_leads_out_of_the_site_is_none() {
        let moves = |from: &str, to: &str| Journal { moves: vec![(from.into(), to.into())], deletions: vec![] };
        let deletes = |path: &str| Journal { moves: vec![], deletions: vec![path.into()] };
        for journal in [
            moves("../0", "a.html"),
            moves("", "a.html"),
            moves("0", "../a.html"),
            moves("0", "/etc/passwd"),
            deletes("a/../../b"),
            deletes(".gongkai/lock"),
            deletes("/"),
        ] {
            assert_eq!(Journal::parse(&journal.text()), Sealed::Damaged, "{journal:?}");
        }
    }
}
