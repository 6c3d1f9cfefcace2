//! What is kept of inspections, `catalogue/history/2018Q3.json`: read through the world, written as every file of the project.

use std::fs;

use anyhow::{Context as _, Result};

use super::{DiskStore, DiskWorld, Project};
use crate::{
    day::{Day, Period},
    source::{Role, Source},
    supervision::{Kept, history_path, quarters_of_history},
    vocabulary::Text,
    world::{ProjectStore as _, Refusal, StoreEdit, Usage, UserMessage, World},
};

/// What keeping a quarter came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept for the first time.
    New,
    /// The same was kept on that day: nothing is written.
    Same(Day),
    /// Something else was kept on that day, and is replaced.
    Replaced(Day),
}

/// What was kept of `quarter` and of those before it, the latest first.
///
/// # Errors
///
/// [`Usage`] for a file that is none of ours, or damaged; the machine's.
pub fn history(world: &DiskWorld, quarter: Period) -> Result<Vec<Kept>> {
    folder(world.project())?;
    let read = quarters_of_history(quarter).filter_map(|it| one(world, it).transpose());
    read.map(|it| it.map(|it| it.0)).collect()
}

/// Keeps `kept`, or sees that the same is kept. What was kept of that quarter and says otherwise was handed out, and the next inspection is
/// compared with it: it goes only where `replaces` says so. With `dry` nothing is written: what would be refused is refused.
///
/// # Errors
///
/// [`Usage`] where what is there says otherwise, is of a later day, damaged or none of ours; the machine's.
pub fn keep(world: &DiskWorld, kept: &Kept, replaces: bool, dry: bool) -> Result<Keeping> {
    folder(world.project())?;
    let path = history_path(kept.quarter);
    let (keeping, was) = match one(world, kept.quarter)? {
        None => (Keeping::New, None),
        Some((it, _)) if it.says_the_same(kept) => return Ok(Keeping::Same(it.as_of)),
        Some((it, _)) if it.as_of > kept.as_of => {
            let (then, now, path) = (it.as_of, kept.as_of, kept_path(world.project(), kept.quarter));
            return Err(Usage(text! {
                zh: "{path} 是 {then} 检查的存档，比这一次（{now}）晚，没有覆盖；确要重新存档，先删去它",
                en: "{path} was kept as of {then}, later than this ({now}): it is not written over; delete it first if it is to go"
            })
            .into());
        }
        Some((it, _)) if !replaces => {
            let (then, now, path) = (it.as_of, kept.as_of, kept_path(world.project(), kept.quarter));
            return Err(Usage(text! {
                zh: "{path} 是 {then} 检查的存档，和这一次（{now}）不一样，没有改动；只看报告的，去掉 --keep；确要换成这一次的，加上 --replace",
                en: "{path} was kept as of {then} and says otherwise than this ({now}): nothing was written; leave out --keep for the report alone, add --replace to replace it"
            })
            .into());
        }
        Some((it, was)) => (Keeping::Replaced(it.as_of), Some(was)),
    };
    if !dry {
        let bytes = kept.bytes();
        let edit = match was {
            Some(was) => StoreEdit::Replace { path, was: Some(was), bytes },
            None => StoreEdit::Create { path, bytes },
        };
        DiskStore::new(world.project()).apply(&[edit])?;
    }
    Ok(keeping)
}

/// How the file of `quarter` is called where it is spoken of.
pub fn kept_path(project: &Project, quarter: Period) -> String {
    project.paths().project(&history_path(quarter)).into_owned()
}

/// Refuses a folder that leads elsewhere: what lies there is none of the project's.
fn folder(project: &Project) -> Result<()> {
    let folder = project.real("catalogue/history");
    let shown = folder.display();
    if fs::symlink_metadata(&folder).is_ok_and(|it| !it.is_dir()) {
        return Err(Usage(text! {
            zh: "{shown} 不是普通的文件夹（是链接或者文件），不能用来存档：改名或者删去它",
            en: "{shown} is a link or a file, not a plain folder: inspections cannot be kept there; rename or delete it"
        })
        .into());
    }
    Ok(())
}

/// What was kept of `quarter`, with the hash of its bytes.
fn one(world: &DiskWorld, quarter: Period) -> Result<Option<(Kept, [u8; 32])>> {
    let source = Source { path: history_path(quarter).into(), size: 0, role: Role::Attachment };
    let path = kept_path(world.project(), quarter);
    let damaged = |why: Text| {
        let (zh, en) = (why.zh, why.en);
        Usage(text! {
            zh: "不能读取存档 {path}：{zh}。从版本库或备份里恢复它；恢复不了的，删去后重新存档",
            en: "{path} cannot be read: {en}. Restore it from version control or a backup; else delete it and keep that quarter again"
        })
    };
    match world.read(&source) {
        Ok(bytes) => {
            let kept = Kept::read(&bytes, quarter).map_err(damaged)?;
            Ok(Some((kept, *blake3::hash(&bytes).as_bytes())))
        }
        Err(Refusal::Gone) => Ok(None),
        Err(Refusal::NotPlain) => {
            Err(damaged(text! { zh: "不是普通文件（是链接、管道或文件夹）", en: "it is no plain file" }).into())
        }
        Err(Refusal::TooLarge(_)) => Err(damaged(text! { zh: "文件太大", en: "it is too large" }).into()),
        Err(Refusal::Failed(error)) => {
            Err(error).with_context(|| UserMessage(text! { zh: "不能读取 {path}", en: "cannot read {path}" }))
        }
    }
}
