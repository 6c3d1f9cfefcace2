//! How the files of a project are called where findings are printed: as they lie on disk, not as a project calls its folders.
//!
//! A source's path begins with `catalogue` or `content`, whatever folders these are. People and our own JSON read paths from the
//! project's folder; code hosts and editors read them from where the command was typed, as compilers print them: a project below the
//! root of a repository is annotated in its files.

use std::borrow::Cow;

use crate::{
    diagnostic::{Finding, Report},
    vocabulary::Text,
};

/// Where the folders of a project lie.
#[derive(Clone, Debug)]
pub struct Paths {
    /// The catalogue's folder from the project's, `/` between names.
    pub catalogue: String,
    /// The folder of the entries from the project's.
    pub content: String,
    /// The project's folder from where the command was typed; empty where that is the project's folder, or not above it.
    pub below: String,
}

impl Default for Paths {
    fn default() -> Self {
        Self { catalogue: "catalogue".into(), content: "content".into(), below: String::new() }
    }
}

impl Paths {
    /// `path` of a source from the project's folder.
    pub fn project<'p>(&self, path: &'p str) -> Cow<'p, str> {
        for (name, folder) in [("catalogue", &self.catalogue), ("content", &self.content)] {
            let rest = path.strip_prefix(name).filter(|it| it.is_empty() || it.starts_with('/'));
            if let Some(rest) = rest.filter(|_| folder != name) {
                let rest = if folder.is_empty() { rest.trim_start_matches('/') } else { rest };
                return format!("{folder}{rest}").into();
            }
        }
        path.into()
    }

    /// `path` of a source from where the command was typed.
    pub fn here<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let path = self.project(path);
        if self.below.is_empty() {
            return path;
        }
        // A folder of entries beside the project begins with `..`.
        let (mut below, mut rest) = (self.below.as_str(), &*path);
        while let Some(up) = rest.strip_prefix("../").filter(|_| !below.is_empty()) {
            (below, rest) = (below.rsplit_once('/').map_or("", |it| it.0), up);
        }
        if below.is_empty() { rest.to_owned().into() } else { format!("{below}/{rest}").into() }
    }

    /// Calls the folders in the words of `report` by their names on disk as well.
    pub fn rename(&self, report: &mut Report) {
        if self.catalogue != "catalogue" || self.content != "content" {
            report.diagnostics.iter_mut().for_each(|it| self.rename_in(&mut it.finding));
        }
    }

    fn rename_in(&self, finding: &mut Finding) {
        let Finding { message, label, marks, notes, help, rename, .. } = finding;
        let marks = marks.iter_mut().map(|it| &mut it.text);
        let notes = notes.iter_mut().map(|it| &mut it.text);
        for text in [message].into_iter().chain(label).chain(help).chain(marks).chain(notes) {
            *text = Text { zh: self.words(&text.zh), en: self.words(&text.en) };
        }
        if let Some(it) = rename {
            (it.from, it.to) = (self.project(&it.from).into_owned(), self.project(&it.to).into_owned());
        }
    }

    /// `text` with paths in it by their names on disk.
    fn words(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        loop {
            let found = ["catalogue/", "content/"].iter().filter_map(|it| Some((rest.find(it)?, it.len()))).min();
            let Some((at, length)) = found else { break };
            out.push_str(&rest[..at]);
            let (name, after) = rest[at..].split_at(length);
            let inside = out.chars().next_back().is_some_and(|it| it.is_ascii_alphanumeric() || "/-_.".contains(it));
            out.push_str(&if inside { name.into() } else { self.project(name) });
            rest = after;
        }
        out + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(catalogue: &str, content: &str, below: &str) -> Paths {
        Paths { catalogue: catalogue.into(), content: content.into(), below: below.into() }
    }

    #[test]
    fn files_are_called_as_they_lie() {
        let beside = paths("目录", "../docs", "a/site");
        assert_eq!(beside.project("content/2018/a.md"), "../docs/2018/a.md");
        assert_eq!(beside.here("content/2018/a.md"), "a/docs/2018/a.md");
        assert_eq!(beside.here("catalogue/site.toml"), "a/site/目录/site.toml");
        assert_eq!(beside.here("contents/a.md"), "a/site/contents/a.md");
        assert_eq!(paths("catalogue", "../../../x", "a").here("content/b"), "../../x/b");
        assert_eq!(paths("catalogue", "", "").project("content/b"), "b");
        assert_eq!(Paths::default().here("content/b"), "content/b");
    }

    #[test]
    fn words_call_them_so_too() {
        let docs = paths("catalogue", "docs", "");
        assert_eq!(
            docs.words("移到 content/a.md，不是 my-content/a 或 x/content/b"),
            "移到 docs/a.md，不是 my-content/a 或 x/content/b"
        );
        assert_eq!(docs.words("没有"), "没有");
    }
}
