//! The theme: the built-in one, with a folder of the project's own laid over it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use super::{Project, Told, Usage, open::read_plain};
use crate::{
    diagnostic::Findings,
    emit::{BROKEN_THEME, Theme, ThemeFile},
    model::Site,
    schema,
    source::Place,
};

/// The most bytes a file of a theme may have.
const LIMIT: u64 = 16 << 20;

/// Loads the theme: `--theme`, else `themes/<name>` of the project, else the built-in one. Faults are told (0016).
///
/// # Errors
///
/// [`Usage`] for a folder that is not there; the machine's.
pub fn load(project: &Project, site: &Site, findings: &mut Findings) -> Result<Option<Theme>> {
    let name = site.record.get(schema::Site::THEME).unwrap_or("default");
    let own = project.root.join("themes").join(name);
    let folder = match &project.theme {
        Some(folder) => Some(folder.clone()),
        None if own.is_dir() && is_name(name) => Some(own),
        None if name == "default" => None,
        None => {
            let shown = own.display();
            return Err(Usage(text! { zh: "没有主题文件夹 {shown}", en: "there is no theme {shown}" }).into());
        }
    };
    let files = folder.map_or_else(|| Ok(Vec::new()), |folder| read(&folder))?;
    let files: Vec<ThemeFile<'_>> = files.iter().map(|(path, bytes)| ThemeFile { path, bytes }).collect();
    match Theme::load(&files, "zh") {
        Ok(theme) => Ok(Some(theme)),
        Err(faults) => {
            for fault in faults {
                let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
                let place = format!("{}{line}", fault.file);
                let (zh, en) = (fault.message.zh, fault.message.en);
                findings
                    .raise(&BROKEN_THEME, Place::Project, text! { zh: "主题 {place}：{zh}", en: "theme {place}: {en}" })
                    .key(place.clone());
            }
            Ok(None)
        }
    }
}

/// Whether a theme's name is one folder below `themes/`.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\'])
}

fn read(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    if !folder.is_dir() {
        let shown = folder.display();
        return Err(Usage(text! { zh: "没有主题文件夹 {shown}", en: "there is no theme {shown}" }).into());
    }
    let mut files = Vec::new();
    for it in WalkDir::new(folder).follow_links(false).sort_by_file_name() {
        let it =
            it.with_context(|| Told(text! { zh: "不能列出 {it}", en: "cannot list {it}", it = folder.display() }))?;
        let below: PathBuf = it.path().strip_prefix(folder).unwrap_or(it.path()).to_owned();
        let Some(path) = below.to_str().filter(|_| it.file_type().is_file()) else { continue };
        let bytes = read_plain(it.path(), LIMIT).map_err(|why| {
            let shown = it.path().display();
            anyhow::Error::new(Told(text! { zh: "不能读取 {shown}", en: "cannot read {shown}: {why:?}" }))
        })?;
        files.push((path.to_owned(), bytes));
    }
    Ok(files)
}
