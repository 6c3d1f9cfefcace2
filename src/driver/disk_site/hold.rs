//! One run at a time: a lock that the system lets go of when its holder ends, however it ends.

use std::{
    fs::{self, File, TryLockError},
    os::unix::fs::MetadataExt as _,
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

use super::{
    folder::{LOCK, OWN},
    tree::Tree,
};
use crate::world::UserMessage;

/// How often a lock is asked for again, every 50 ms: a small site is written in less than a second.
const PATIENCE: usize = 20;

/// Holds `tree` against other runs, as long as the answer lives. None where the folder was moved or swept away by the run
/// that held it before: it must be looked at again.
///
/// # Errors
///
/// The machine's: no right, a file system without locks; another run is writing there.
pub fn hold(tree: &Tree) -> Result<Option<File>> {
    let shown = tree.path.display();
    tree.make_folder(OWN, false).with_context(|| cannot(tree, OWN))?;
    let file = tree.lock_file(LOCK).with_context(|| cannot(tree, LOCK))?;
    let mut taken = file.try_lock();
    for _ in 0..PATIENCE {
        if !matches!(taken, Err(TryLockError::WouldBlock)) {
            break;
        }
        thread::sleep(Duration::from_millis(50));
        taken = file.try_lock();
    }
    match taken {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(anyhow::Error::new(UserMessage(
                text! { zh: "另一个 gongkai 正在写 {shown}，请等它结束再运行", en: "another run is writing {shown}: wait for it to end" },
            )));
        }
        Err(TryLockError::Error(error)) => {
            let _ = tree.remove(LOCK);
            return Err(error).with_context(|| {
                UserMessage(text! { zh: "{shown} 所在的磁盘不支持文件锁（多为网络盘）；先生成到本机的文件夹，再整个复制过去", en: "the file system of {shown} has no locks: build to a local folder and copy it there" })
            });
        }
    }
    let held = file.metadata().with_context(|| cannot(tree, LOCK))?;
    let lies = fs::symlink_metadata(tree.path.join(LOCK));
    Ok(lies.is_ok_and(|it| (it.dev(), it.ino()) == (held.dev(), held.ino())).then_some(file))
}

/// What is said when `path` of `tree` cannot be written.
pub fn cannot(tree: &Tree, path: &str) -> UserMessage {
    let shown = tree.path.join(path);
    let shown = shown.display();
    UserMessage(text! { zh: "不能写入 {shown}", en: "cannot write {shown}" })
}
