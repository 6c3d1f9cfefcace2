//! Which folder may be written to: ours, or an empty one; never the project itself, a link, or somebody else's.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::{
    driver::Project,
    world::{Usage, UserMessage},
};

/// The folder that marks a site as ours, and holds manifest, journal and stage.
pub const OWN: &str = ".gongkai";

/// What is locked while a run writes.
pub const LOCK: &str = ".gongkai/lock";
/// The folder in which a change is prepared.
pub const STAGE: &str = ".gongkai/stage";
/// What a commit does, from the moment it must be done to its end.
pub const JOURNAL: &str = ".gongkai/journal";
/// What the site consists of.
pub const MANIFEST: &str = ".gongkai/manifest";

/// How the output folder is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Missing: the site is made beside it and moved into its place as a whole.
    Missing,
    /// Empty: it stays the folder that it is – whose it is, where it is mounted – and is filled.
    Empty,
    /// Ours: what differs is changed.
    Ours,
}

/// The output folder as it is named: without a `/` at its end, which would follow a link.
pub fn named(project: &Project) -> PathBuf {
    project.out.components().collect()
}

/// Looks at the output folder.
///
/// # Errors
///
/// [`Usage`] where writing there would fault something: nothing was touched. The machine's where it cannot be looked at.
pub fn look(project: &Project) -> Result<Found> {
    let out = &named(project);
    let shown = out.display().to_string();
    let refuse =
        |zh: &str, en: &str| -> Result<Found> { Err(Usage(text! { zh: "{shown} {zh}", en: "{shown} {en}" }).into()) };
    if out.file_name().is_none() || out.parent().is_none() {
        return refuse("不能用作网站文件夹", "cannot be the site's folder");
    }
    let about = match fs::symlink_metadata(out) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return outside(project, out, &refuse).map(|()| Found::Missing);
        }
        Err(error) => {
            return Err(error)
                .with_context(|| UserMessage(text! { zh: "不能查看 {shown}", en: "cannot look at {shown}" }));
        }
        Ok(about) => about,
    };
    if about.file_type().is_symlink() {
        return refuse("是链接，不是文件夹", "is a link, not a folder");
    }
    if !about.is_dir() {
        return refuse("不是文件夹", "is not a folder");
    }
    outside(project, out, &refuse)?;
    let lies = |path: &str, folder: bool| {
        fs::symlink_metadata(out.join(path)).is_ok_and(|it| if folder { it.is_dir() } else { it.is_file() })
    };
    if lies(OWN, true) && (lies(MANIFEST, false) || lies(JOURNAL, false)) {
        return Ok(Found::Ours);
    }
    let inside =
        fs::read_dir(out).with_context(|| UserMessage(text! { zh: "不能列出 {shown}", en: "cannot list {shown}" }))?;
    for it in inside {
        let it = it.with_context(|| UserMessage(text! { zh: "不能列出 {shown}", en: "cannot list {shown}" }))?;
        // A first run that was cut off before anything of the site was in place leaves our own folder.
        if it.file_name() != OWN || !lies(OWN, true) {
            return refuse(
                "里已有别的文件，而且不是本工具生成的网站；换一个文件夹，或先清空它",
                "holds files that are not a site of ours; name another folder or empty it first",
            );
        }
    }
    Ok(Found::Empty)
}

/// Refuses the folders of the project itself, what lies in them, and what they lie in.
fn outside(project: &Project, out: &Path, refuse: &dyn Fn(&str, &str) -> Result<Found>) -> Result<()> {
    let out = real(out);
    let own = [&project.root, &project.catalogue, &project.content, &project.root.join("themes")];
    for own in own.into_iter().chain(&project.theme) {
        let own = real(own);
        if own.starts_with(&out) {
            return refuse("包含本项目的文件", "contains the project's own files").map(|_| ());
        }
    }
    if is_kept(&out) {
        return refuse("是版本管理或者本工具自己的文件夹", "is a folder of version control, or of this program's own")
            .map(|_| ());
    }
    let sources = [&project.catalogue, &project.content, &project.root.join("themes")];
    for own in sources.into_iter().chain(&project.theme) {
        if out.starts_with(real(own)) {
            return refuse("在项目的源文件夹里", "lies in a folder of the project's sources").map(|_| ());
        }
    }
    Ok(())
}

/// Whether `path` is, or lies in, a folder of version control or of this program: nobody else writes there.
pub fn is_kept(path: &Path) -> bool {
    const KEPT: [&str; 4] = [".git", ".hg", ".svn", ".gongkai"];
    let is_one = |it: Component<'_>| KEPT.iter().any(|name| it.as_os_str().eq_ignore_ascii_case(name));
    real(path).components().any(is_one)
}

/// The path with its links resolved as far as it exists.
fn real(path: &Path) -> PathBuf {
    let mut rest = Vec::new();
    let mut here = path;
    loop {
        if let Ok(found) = here.canonicalize() {
            let mut found = found;
            for part in rest.iter().rev() {
                match part {
                    Component::ParentDir => {
                        found.pop();
                    }
                    Component::Normal(name) => found.push(name),
                    _ => {}
                }
            }
            return found;
        }
        let (Some(parent), Some(last)) = (here.parent(), here.components().next_back()) else { return path.to_owned() };
        rest.push(last);
        // What is named without a folder lies in the current one.
        here = if parent.as_os_str().is_empty() && here != Path::new(".") { Path::new(".") } else { parent };
    }
}
