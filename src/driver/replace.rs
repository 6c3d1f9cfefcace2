//! Writing a file of the project: beside it first, then renamed into its place, synced.

use std::{
    fs::{self, File},
    io::Write as _,
    path::Path,
};

use super::Told;
use anyhow::{Context, Result};

/// Puts `bytes` at `path`: a crash leaves the old file or the new one. Folders are made where they are missing.
///
/// # Errors
///
/// The machine's: no space, no right.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The name beside is not made from the file's own: that may already be as long as a name can be.
    let beside = folder.join(format!(".gongkai-{}", std::process::id()));
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)?;
        File::open(folder)?.sync_all()
    };
    let done = write();
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    let shown = path.display();
    done.with_context(|| Told(text! { zh: "不能写入 {shown}", en: "cannot write {shown}" }))
}
