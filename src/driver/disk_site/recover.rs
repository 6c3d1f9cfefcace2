//! What an interrupted run left: a whole journal is done to its end, anything else is swept away.

use std::{collections::BTreeSet, io};

use anyhow::{Context, Result};

use super::{
    commit::{NEXT, commit},
    folder::{JOURNAL, MANIFEST, STAGE},
    journal::Journal,
    manifest::Manifest,
    sealed::Sealed,
    tree::Tree,
};
use crate::world::{Usage, UserMessage};

/// The most bytes that are read of our own files: a million pages are a quarter of it.
const LIMIT: u64 = 1 << 30;

/// Brings the site to the state of its last commit.
///
/// # Errors
///
/// The machine's; [`Usage`] for a commit that a later version began.
pub fn recover(tree: &Tree) -> Result<()> {
    let shown = tree.path.display();
    let context = || {
        UserMessage(
            text! { zh: "不能完成上次中断的生成：{shown}", en: "cannot complete the run that was cut off: {shown}" },
        )
    };
    match tree.read(JOURNAL, LIMIT) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error).with_context(context),
        Ok(bytes) => match Journal::parse(&String::from_utf8_lossy(&bytes)) {
            Sealed::Whole(journal) => return commit(tree, &journal).with_context(context),
            Sealed::Newer => return Err(newer(tree)),
            // What of it was done is seen by comparing, and done again.
            Sealed::Damaged => tree.remove(JOURNAL).map_err(io::Error::from).with_context(context)?,
        },
    }
    sweep(tree).with_context(context)
}

/// Sweeps away what was prepared for a commit that never began.
///
/// # Errors
///
/// The machine's.
pub fn sweep(tree: &Tree) -> io::Result<()> {
    if let Ok(bytes) = tree.read(NEXT, LIMIT)
        && let Sealed::Whole(next) = Manifest::parse(&String::from_utf8_lossy(&bytes))
    {
        let above = |path: &String| path.match_indices('/').map(|(at, _)| path[..at].to_owned()).collect::<Vec<_>>();
        let folders: BTreeSet<String> = next.files.keys().flat_map(above).collect();
        // Those that hold something stay.
        for folder in folders.iter().rev() {
            tree.remove_empty(folder)?;
        }
    }
    tree.sweep(STAGE)
}

/// The site's manifest; an empty one where there is none yet.
///
/// # Errors
///
/// [`Usage`] for one that cannot be trusted: without it nobody knows which files are ours, and what was withdrawn would stay
/// where it is.
pub fn manifest(tree: &Tree) -> Result<Manifest> {
    let shown = tree.path.join(MANIFEST);
    let shown = shown.display();
    match tree.read(MANIFEST, LIMIT) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Manifest::default()),
        Err(error) => Err(error).with_context(|| UserMessage(text! { zh: "不能读取 {shown}", en: "cannot read {shown}" })),
        Ok(bytes) => match Manifest::parse(&String::from_utf8_lossy(&bytes)) {
            Sealed::Whole(manifest) => Ok(manifest),
            Sealed::Newer => Err(newer(tree)),
            Sealed::Damaged => Err(Usage(text! { zh: "网站的文件清单 {shown} 已损坏，分不清哪些文件是本工具生成的，所以什么都没有改动；请生成到一个空文件夹（--out），再用它替换旧的", en: "the site's manifest {shown} is damaged, so nobody knows which files are ours; nothing was touched: build to an empty folder (--out) and put it in the old one's place" })
            .into()),
        },
    }
}

fn newer(tree: &Tree) -> anyhow::Error {
    let shown = tree.path.display();
    Usage(text! { zh: "{shown} 由更新版本的 gongkai 生成，请用新版本", en: "{shown} was written by a later version of gongkai: use that" })
    .into()
}
