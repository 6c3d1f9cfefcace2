//! Where a project stands: its folders, found from where the command was typed.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    print::Paths,
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
    /// Where the command was typed: what is printed for code hosts is relative to it.
    pub here: PathBuf,
}

impl Project {
    /// Finds the project: the nearest folder that has `catalogue/`, upwards from the one named with `-C`, else from the current one.
    ///
    /// # Errors
    ///
    /// [`Usage`] where there is none; the machine's where the current folder is gone.
    pub fn find(folders: &Folders) -> Result<Self> {
        let here = std::env::current_dir()
            .with_context(|| UserMessage(text! { zh: "当前目录已不存在", en: "the current folder is gone" }))?;
        let start = folders.directory.as_ref().map_or_else(|| here.clone(), |it| here.join(it));
        // A slip of the pen must not judge the project above it.
        if !start.is_dir() && folders.catalogue.is_none() {
            let start = start.display();
            return Err(Usage(text! {
                zh: "没有文件夹 {start}：核对 -C 后面的文件夹；新建项目用 gongkai init",
                en: "there is no folder {start}: check what stands after -C, or make a project with `gongkai init`"
            })
            .into());
        }
        // `..` is a step up, not a name.
        let start = fs::canonicalize(&start).unwrap_or(start);
        let given = folders.catalogue.as_ref().map(|it| here.join(it));
        let root = match &given {
            Some(catalogue) => catalogue.parent().unwrap_or(catalogue).to_owned(),
            None => upwards(&start).ok_or_else(|| Usage(no_project(&start)))?.to_owned(),
        };
        let or =
            |typed: &Option<PathBuf>, name: &str| typed.as_ref().map_or_else(|| root.join(name), |it| here.join(it));
        Ok(Self {
            catalogue: given.unwrap_or_else(|| root.join("catalogue")),
            content: or(&folders.content, "content"),
            theme: folders.theme.as_ref().map(|it| here.join(it)),
            out: or(&folders.out, "public"),
            root,
            here,
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

    /// How its files are called where findings are printed.
    pub fn paths(&self) -> Paths {
        let real = |it: &Path| fs::canonicalize(it).unwrap_or_else(|_| it.to_owned());
        let root = real(&self.root);
        let from_root = |folder: &Path, name: &str| {
            let way = (folder != self.root.join(name)).then(|| way(&root, &real(folder))).flatten();
            way.unwrap_or_else(|| name.to_owned())
        };
        let below = root.strip_prefix(real(&self.here)).ok().and_then(written).unwrap_or_default();
        Paths {
            catalogue: from_root(&self.catalogue, "catalogue"),
            content: from_root(&self.content, "content"),
            below,
        }
    }

    /// Where the bytes of a source are kept before it is changed.
    pub fn backup(&self, path: &str) -> PathBuf {
        self.root.join(".gongkai/backup").join(path)
    }
}

/// The way from the folder `from` to `to`, both absolute and without `..`; none where a name is no text.
fn way(from: &Path, to: &Path) -> Option<String> {
    let shared = from.iter().zip(to.iter()).take_while(|(a, b)| a == b).count();
    let up = from.iter().skip(shared).map(|_| Some(".."));
    let names: Option<Vec<&str>> = up.chain(to.iter().skip(shared).map(OsStr::to_str)).collect();
    Some(names?.join("/"))
}

/// A relative path with `/` between its names; none where one is no text.
fn written(path: &Path) -> Option<String> {
    Some(path.iter().map(OsStr::to_str).collect::<Option<Vec<_>>>()?.join("/"))
}

fn upwards(start: &Path) -> Option<&Path> {
    start.ancestors().find(|it| it.join("catalogue").is_dir())
}

fn no_project(start: &Path) -> Text {
    let start = start.display();
    text! {
        zh: "在 {start} 及其上级都没有找到 catalogue 文件夹；用 -C 指定项目所在的文件夹，或用 gongkai init 新建一个",
        en: "no folder `catalogue` in {start} or above it; name the project's folder with -C, or make one with `gongkai init`"
    }
}
