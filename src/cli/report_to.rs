//! `--report-to FORMAT=FILE`: the same findings, written to a file beside what is printed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;
use clap::ArgMatches;

use crate::{
    driver::{Project, is_kept, replace},
    print::Format,
    vocabulary::Text,
    world::{Usage, UserMessage},
};

/// A further report: its format, and the file it is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportTo {
    pub format: Format,
    pub path: PathBuf,
}

impl ReportTo {
    /// Whether it would lie in a folder that a project has, as far as names tell: for runs that found no project.
    pub fn is_among_sources(&self) -> bool {
        let own = ["catalogue", "content", "themes"];
        target(&self.path, "report-to").is_ok_and(|it| it.iter().any(|name| own.iter().any(|own| name == *own)))
    }
}

/// What `--report-to` asks for, in the order it was typed.
///
/// # Errors
///
/// [`Usage`] for what is no format and no file, and for a file that is named twice.
pub fn typed(matches: &ArgMatches) -> Result<Vec<ReportTo>> {
    let mut all: Vec<ReportTo> = Vec::new();
    for typed in matches.try_get_many::<String>("report-to").ok().flatten().into_iter().flatten() {
        let report = one(typed)?;
        if all.iter().any(|it| it.path == report.path) {
            return Err(twice(&report.path).into());
        }
        all.push(report);
    }
    Ok(all)
}

fn twice(path: &Path) -> Usage {
    let shown = path.display();
    Usage(text! { zh: "--report-to 两次写到同一个文件：{shown}", en: "--report-to names {shown} twice" })
}

fn one(typed: &str) -> Result<ReportTo> {
    let formats = Format::ALL.map(Format::name).join("|");
    let (name, path) = typed.split_once('=').unwrap_or((typed, ""));
    let Some(format) = Format::named(&name.trim().to_lowercase()) else {
        return Err(Usage(text! {
            zh: "--report-to：没有“{name}”这种样式；写成 样式=文件，例如 sarif=gongkai.sarif，样式可用：{formats}",
            en: "--report-to: there is no format `{name}`; write FORMAT=FILE, e.g. sarif=gongkai.sarif, with a format of {formats}"
        })
        .into());
    };
    if path.trim().is_empty() || path == "-" {
        return Err(Usage(text! {
            zh: "--report-to {typed}：还缺少文件名，写成 {name}=文件（要显示在屏幕上的，用 --format {name}）",
            en: "--report-to {typed}: a file is missing, write {name}=FILE (what is to be printed is --format {name})"
        })
        .into());
    }
    Ok(ReportTo { format, path: path.into() })
}

/// Refuses what could not be written, before anything is judged, and what would be the project's own: a report there would overwrite
/// what it reports on, or be taken for an attachment.
///
/// # Errors
///
/// [`Usage`] for a file among the project's own; the machine's for a folder that is not there.
pub fn check(reports: &[ReportTo], project: &Project) -> Result<()> {
    let mut targets: Vec<PathBuf> = Vec::new();
    for ReportTo { path, .. } in reports {
        let target = target(path, "report-to")?;
        if targets.contains(&target) {
            return Err(twice(path).into());
        }
        targets.push(target.clone());
        outside(path, &target, "report-to", project)?;
    }
    Ok(())
}

/// Refuses the file `path`, typed for the option `name`, that would be the project's own; it really lies at `target`.
///
/// # Errors
///
/// [`Usage`].
pub fn outside(path: &Path, target: &Path, name: &str, project: &Project) -> Result<()> {
    let shown = path.display();
    if is_kept(target) {
        return Err(Usage(text! {
            zh: "--{name} 不能写到 {shown}：那里是版本库（.git 等）或者本工具自己的文件夹；换一个文件夹",
            en: "--{name} cannot write {shown}: it lies in a folder of version control, or of this program; name another"
        })
        .into());
    }
    let themes = project.root.join("themes");
    let own = [&project.catalogue, &project.content, &themes, &project.out].into_iter().chain(&project.theme);
    let mut own = own.map(|it| fs::canonicalize(it).unwrap_or_else(|_| it.clone()));
    let Some(folder) = own.find(|it| target.starts_with(it)) else { return Ok(()) };
    let folder = folder.display();
    Err(Usage(text! {
        zh: "--{name} 不能写到 {shown}：{folder} 里是项目自己的文件；换一个文件夹",
        en: "--{name} cannot write {shown}: the files in {folder} are the project's own; name another folder"
    })
    .into())
}

/// Where a file typed for the option `name` really lies. A link is not followed, as nowhere else: who put it there chooses what is
/// written over.
///
/// # Errors
///
/// [`Usage`] for a link; the machine's, where its folder is missing or it is no plain file.
pub fn target(path: &Path, name: &str) -> Result<PathBuf> {
    let failed = |message: Text| Err(anyhow::Error::new(UserMessage(message)));
    let shown = path.display();
    if fs::symlink_metadata(path).is_ok_and(|it| it.is_symlink()) {
        return Err(Usage(text! {
            zh: "{shown} 是指到别处的链接，不能写 --{name}：写它所指的文件，或者换一个名字",
            en: "{shown} is a link: --{name} does not write through it; name the file itself, or another"
        })
        .into());
    }
    if let Ok(about) = fs::metadata(path) {
        return match fs::canonicalize(path) {
            Ok(target) if about.is_file() => Ok(target),
            _ => failed(text! {
                zh: "{shown} 不是普通文件，不能写 --{name}",
                en: "{shown} is no plain file: --{name} cannot be written"
            }),
        };
    }
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let (Ok(folder), Some(file)) = (fs::canonicalize(folder), path.file_name()) else {
        let folder = folder.display();
        return failed(text! {
            zh: "没有文件夹 {folder}，不能写 --{name} {shown}：先建好文件夹",
            en: "there is no folder {folder} for --{name} {shown}: make it first"
        });
    };
    if !folder.is_dir() {
        let folder = folder.display();
        return failed(text! {
            zh: "{folder} 不是文件夹，不能写 --{name} {shown}",
            en: "{folder} is no folder: --{name} cannot write {shown}"
        });
    }
    Ok(folder.join(file))
}

/// Writes each of `texts` to the file of its report, as far as that is possible.
///
/// # Errors
///
/// The machine's: the first of those that could not be written.
pub fn write(reports: &[ReportTo], texts: &[String]) -> Result<()> {
    let write = |(it, text): (&ReportTo, &String)| replace(&target(&it.path, "report-to")?, text.as_bytes());
    let done: Vec<Result<()>> = reports.iter().zip(texts).map(write).collect();
    done.into_iter().collect()
}
