//! Which folder may be written to: ours, or an empty one; never the project itself, a link, or somebody else's.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::driver::{Project, Usage};

/// The folder that marks a site as ours, and holds manifest, journal and stage.
pub const OWN: &str = ".gongkai";

/// How the output folder is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Missing or empty: the site is made beside it and moved into its place as a whole.
    Fresh,
    /// Ours: what differs is changed.
    Ours,
}

/// Looks at the output folder.
///
/// # Errors
///
/// [`Usage`] where writing there would harm something: nothing was touched. The machine's where it cannot be looked at.
pub fn look(project: &Project) -> Result<Found> {
    let out = &project.out;
    let shown = out.display().to_string();
    let refuse = |zh: &str, en: &str| -> Result<Found> { Err(Usage(format!("{shown} {zh} / {shown} {en}")).into()) };
    if out.file_name().is_none() || out.parent().is_none() {
        return refuse("不能用作网站文件夹", "cannot be the site's folder");
    }
    let about = match fs::symlink_metadata(out) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return outside(project, out, &refuse).map(|()| Found::Fresh);
        }
        Err(error) => return Err(error).with_context(|| format!("不能查看 {shown} / cannot look at {shown}")),
        Ok(about) => about,
    };
    if about.file_type().is_symlink() {
        return refuse("是链接，不是文件夹", "is a link, not a folder");
    }
    if !about.is_dir() {
        return refuse("不是文件夹", "is not a folder");
    }
    outside(project, out, &refuse)?;
    if out.join(OWN).is_dir() {
        return Ok(Found::Ours);
    }
    let mut inside = fs::read_dir(out).with_context(|| format!("不能列出 {shown} / cannot list {shown}"))?;
    if inside.next().is_some() {
        return refuse(
            "里已有别的文件，而且不是本工具生成的网站；换一个文件夹，或先清空它",
            "holds files that are not a site of ours; name another folder or empty it first",
        );
    }
    Ok(Found::Fresh)
}

/// Refuses the folders of the project itself, what lies in them, and what they lie in.
fn outside(project: &Project, out: &Path, refuse: &dyn Fn(&str, &str) -> Result<Found>) -> Result<()> {
    let out = real(out);
    for own in [&project.root, &project.catalogue, &project.content, &project.root.join("themes")] {
        let own = real(own);
        if own.starts_with(&out) {
            return refuse("包含本项目的文件", "contains the project's own files").map(|_| ());
        }
    }
    for own in [&project.catalogue, &project.content, &project.root.join("themes")] {
        if out.starts_with(real(own)) {
            return refuse("在项目的源文件夹里", "lies in a folder of the project's sources").map(|_| ());
        }
    }
    Ok(())
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
        here = parent;
    }
}
