//! The journal: what a commit will do, written and synced before it does the first of it. Doing it twice does no harm, so a
//! commit that was cut off is done again from its journal.

/// What a commit does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    /// Files that move from the stage into their place, by the stage's name and the path, in the order they take effect.
    pub moves: Vec<(String, String)>,
    /// Files that go, by path.
    pub deletions: Vec<String>,
}

const HEAD: &str = "# gongkai journal 1";

impl Journal {
    /// The journal as written. Its last line makes it whole.
    pub fn text(&self) -> String {
        let mut out = format!("{HEAD}\n");
        for (from, to) in &self.moves {
            out.push_str(&format!("move {from} {to}\n"));
        }
        for path in &self.deletions {
            out.push_str(&format!("delete {path}\n"));
        }
        out.push_str("end\n");
        out
    }

    /// Reads a journal; none for one that is not whole: then nothing of it was done yet.
    pub fn parse(text: &str) -> Option<Self> {
        let body = text.strip_prefix(HEAD)?.strip_prefix('\n')?.strip_suffix("end\n")?;
        let mut journal = Self::default();
        for line in body.lines() {
            match line.split_once(' ')? {
                ("move", rest) => {
                    let (from, to) = rest.split_once(' ')?;
                    journal.moves.push((from.to_owned(), to.to_owned()));
                }
                ("delete", path) => journal.deletions.push(path.to_owned()),
                _ => return None,
            }
        }
        Some(journal)
    }
}

#[cfg(test)]
mod tests {
    use super::Journal;

    #[test]
    fn a_journal_cut_short_is_none() {
        let journal = Journal {
            moves: vec![("0".into(), "a/b.html".into()), ("1".into(), "index.html".into())],
            deletions: vec!["old.html".into()],
        };
        let text = journal.text();
        assert_eq!(Journal::parse(&text), Some(journal));
        for cut in 0..text.len() {
            assert_eq!(Journal::parse(&text[..cut]), None, "{cut}");
        }
    }
}
