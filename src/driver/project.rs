//! Where a project stands: its folders, found from where the command was typed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{
    vocabulary::Text,
    world::{Usage, UserMessage},
};

/// Folders as typed; what is not typed is found.
#[derive(Clone, Debug, Default)]
pub struct Folders {
    /// `-C`.
    pub directory: Option<PathBuf>,
    /// `--catalogue`.
    pub catalogue: Option<PathBuf>,
    /// `--content`.
    pub content: Option<PathBuf>,
    /// `--theme`: a folder with `templates/` and `static/`.
    pub theme: Option<PathBuf>,
    /// `--out`.
    pub out: Option<PathBuf>,
}

/// A project's folders, absolute.
#[derive(Clone, Debug, Hash)]
pub struct Project {
    /// The folder that has `catalogue/`.
    pub root: PathBuf,
    /// The catalogue.
    pub catalogue: PathBuf,
    /// The entries.
    pub content: PathBuf,
    /// A theme's folder given by hand.
    pub theme: Option<PathBuf>,
    /// Where the site is written.
    pub out: PathBuf,
}

impl Project {
    /// Finds the project: the folder named with `-C`, which must have `catalogue/`, else the nearest one upwards from the current
    /// folder that has.
    ///
    /// # Errors
    ///
    /// [`Usage`] where there is none; the machine's where the current folder is gone.
    pub fn find(folders: &Folders) -> Result<Self> {
        let here = std::env::current_dir()
            .with_context(|| UserMessage(text! { zh: "当前目录已不存在", en: "the current folder is gone" }))?;
        // Who names a folder means that one: a slip of the pen must not judge the project above it.
        let (start, levels) = folders.directory.as_ref().map_or((here.clone(), usize::MAX), |it| (here.join(it), 1));
        let given = folders.catalogue.as_ref().map(|it| here.join(it));
        let root = match &given {
            Some(catalogue) => catalogue.parent().unwrap_or(catalogue).to_owned(),
            None => upwards(&start, levels).ok_or_else(|| Usage(no_project(&start, levels)))?.to_owned(),
        };
        let or =
            |typed: &Option<PathBuf>, name: &str| typed.as_ref().map_or_else(|| root.join(name), |it| here.join(it));
        Ok(Self {
            catalogue: given.unwrap_or_else(|| root.join("catalogue")),
            content: or(&folders.content, "content"),
            theme: folders.theme.as_ref().map(|it| here.join(it)),
            out: or(&folders.out, "public"),
            root,
        })
    }

    /// The lock's file.
    pub fn lock(&self) -> PathBuf {
        self.catalogue.join("index.lock")
    }

    /// The file on disk of a source: its path begins with the name of the folder it was found in.
    pub fn real(&self, path: &str) -> PathBuf {
        match path.split_once('/') {
            Some(("catalogue", rest)) => self.catalogue.join(rest),
            Some(("content", rest)) => self.content.join(rest),
            _ => self.root.join(path),
        }
    }

    /// Where the bytes of a source are kept before it is changed.
    pub fn backup(&self, path: &str) -> PathBuf {
        self.root.join(".gongkai/backup").join(path)
    }
}

fn upwards(start: &Path, levels: usize) -> Option<&Path> {
    start.ancestors().take(levels).find(|it| it.join("catalogue").is_dir())
}

fn no_project(start: &Path, levels: usize) -> Text {
    let start = start.display();
    if levels == 1 {
        return text! {
            zh: "{start} 里没有 catalogue 文件夹：核对 -C 后面的文件夹；新建项目用 gongkai init",
            en: "no folder `catalogue` in {start}: check what stands after -C, or make a project with `gongkai init`"
        };
    }
    text! {
        zh: "在 {start} 及其上级都没有找到 catalogue 文件夹；用 -C 指定项目所在的文件夹，或用 gongkai init 新建一个",
        en: "no folder `catalogue` in {start} or above it; name the project's folder with -C, or make one with `gongkai init`"
    }
}
