//! Exit codes and words of what fails.

use std::io;

use rustix::io::Errno;

use crate::{
    vocabulary::{Lang, Words},
    world::{Usage, UserMessage},
};

/// What `error` says first, in `lang`.
pub fn told(error: &anyhow::Error, lang: Lang) -> String {
    let usage = error.downcast_ref::<Usage>().map(|it| &it.0);
    let text = usage.or_else(|| error.downcast_ref::<UserMessage>().map(|it| &it.0));
    text.map_or_else(|| error.to_string(), |it| it.get(lang).to_owned())
}

/// The exit code of `error`.
pub fn exit_code(error: &anyhow::Error) -> u8 {
    if error.downcast_ref::<Usage>().is_some() { 2 } else { 3 }
}

/// What is wrong with the machine, in the words of those who use it; none where the system's own must do.
pub fn why(error: &io::Error) -> Option<Words> {
    let words = match Errno::from_io_error(error)? {
        Errno::NOSPC => words! {
            zh: "磁盘已满（空间或文件数用完了）：删去不用的文件，或换一个磁盘",
            en: "the disk is full (of bytes or of files): make room, or use another"
        },
        Errno::DQUOT => words! { zh: "超过了磁盘配额：删去不用的文件，或请管理员调高", en: "over the disk quota" },
        Errno::FBIG => words! { zh: "文件大小超过了系统允许的上限", en: "larger than files may be here" },
        Errno::ROFS => words! { zh: "磁盘是只读的", en: "the file system is read-only" },
        Errno::ACCESS | Errno::PERM => {
            words! { zh: "没有权限：请有权限的人运行，或请管理员授权", en: "you have no right to do this" }
        }
        Errno::IO => words! { zh: "磁盘读写出错，硬盘可能有故障", en: "the disk failed" },
        Errno::MFILE | Errno::NFILE => {
            words! { zh: "同时打开的文件太多：用 -j 1 再试", en: "too many open files: try -j 1" }
        }
        _ => return None,
    };
    Some(words)
}
