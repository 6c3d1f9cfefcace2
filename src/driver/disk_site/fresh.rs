//! Where a site that is not there yet grows: a folder beside its place, moved there as a whole.

use std::{
    fs, io,
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use super::{disk::Disk, folder::OWN, tree::Tree};
use crate::world::UserMessage;

/// Makes the folder beside `out`. Its name is known from the site's, so that what a killed run left there is found and swept
/// away; it does not contain the site's name, which may be as long as a name can be.
///
/// # Errors
///
/// The machine's; something of another user's lies there.
pub fn beside(out: &Path, disk: Disk) -> Result<Tree> {
    let parent = out.parent().unwrap_or(Path::new("/"));
    let beside = name(out);
    let shown = beside.display();
    let cannot = || UserMessage(text! { zh: "不能写入 {shown}", en: "cannot write {shown}" });
    fs::create_dir_all(parent).with_context(cannot)?;
    match fs::symlink_metadata(&beside) {
        // Anybody may put a link into /tmp: what it leads to is not ours to sweep.
        Ok(about) if !about.is_dir() => fs::remove_file(&beside).with_context(cannot)?,
        Ok(about) if about.uid() != rustix::process::geteuid().as_raw() => {
            return Err(anyhow::Error::new(UserMessage(
                text! { zh: "{shown} 是别的用户留下的，请他或管理员删除", en: "{shown} was left by another user: have it removed" },
            )));
        }
        _ => {}
    }
    match fs::DirBuilder::new().mode(0o755).create(&beside) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        made => {
            made.with_context(cannot)?;
            fs::set_permissions(&beside, std::os::unix::fs::PermissionsExt::from_mode(0o755)).with_context(cannot)?;
        }
    }
    Tree::at(&beside, disk).with_context(cannot)
}

/// Takes away what a killed run left in the folder beside, which is held.
///
/// # Errors
///
/// The machine's.
pub fn empty(tree: &Tree) -> Result<()> {
    let shown = tree.path.display();
    let context = || UserMessage(text! { zh: "不能清空 {shown}", en: "cannot empty {shown}" });
    for name in tree.list(".").with_context(context)? {
        if name != OWN {
            tree.sweep(&name).with_context(context)?;
        }
    }
    tree.sweep(super::folder::MANIFEST).with_context(context)
}

fn name(out: &Path) -> PathBuf {
    let name = out.file_name().unwrap_or_default();
    out.with_file_name(format!(".gongkai-{}", &blake3::hash(name.as_encoded_bytes()).to_hex()[..16]))
}
