//! Reading and writing `index.lock`: what can't be read is never overwritten.

use std::fs;

use anyhow::{Context, Result};

use super::{Project, Told, Usage, replace};
use crate::{
    resolve::lock::{Lock, Problem},
    text::{Lang, Text},
};

/// Reads the project's lock; an absent one is empty.
///
/// # Errors
///
/// [`Usage`] for a lock that is damaged or of a newer version: it holds numbers that must never change, so it is mended by
/// people. Numbers that stand twice after a merge are refused, unless `merged` says to settle them.
pub fn read_lock(project: &Project, merged: bool) -> Result<Lock> {
    let path = project.lock();
    let shown = path.display();
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Lock::default()),
        Err(error) => {
            return Err(error).with_context(|| Told(text! { zh: "不能读取 {shown}", en: "cannot read {shown}" }));
        }
    };
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = memchr::memchr_iter(b'\n', &error.as_bytes()[..error.utf8_error().valid_up_to()]).count() + 1;
        Usage(text! { zh: "{shown}:{line}: 不是 UTF-8 文字，请从版本库恢复", en: "{shown}:{line}: not UTF-8 text: restore it" })
    })?;
    let (mut lock, problems) = Lock::parse(&text);
    let mut lines = Vec::new();
    for (range, problem) in problems {
        let line = text[..range.start as usize].matches('\n').count() + 1;
        match problem {
            Problem::Head => lines
                .push(text! { zh: "{shown}:1: 不是编号簿，或由更新的版本写成", en: "{shown}:1: not a lock, or written by a newer version" }),
            Problem::Line(part) => lines.push(text! { zh: "{shown}:{line}: 第 {part} 栏读不懂，请从版本库恢复", en: "{shown}:{line}: part {part} cannot be read: restore it" }),
            Problem::Twice(first) if !merged => lines.push(text! { zh: "{shown}:{line}: 编号与第 {first} 行重复（合并分支所致），运行 gongkai lock 重新编号", en: "{shown}:{line}: the number of line {first} again, after a merge: run `gongkai lock`" }),
            Problem::Address(first) if !merged => lines.push(text! { zh: "{shown}:{line}: 网址与第 {first} 行重复（合并分支所致），运行 gongkai lock 重新编排", en: "{shown}:{line}: the address of line {first} again, after a merge: run `gongkai lock`" }),
            Problem::Twice(_) | Problem::Address(_) => {}
        }
    }
    if !lines.is_empty() {
        let join = |lang| lines.iter().map(|it: &Text| it.get(lang)).collect::<Vec<_>>().join("\n");
        return Err(Usage(Text { zh: join(Lang::Zh), en: join(Lang::En) }).into());
    }
    if merged {
        lock.settle();
    }
    Ok(lock)
}

/// Writes the lock, and lets go of it; one that says the same already is left alone. Answers whether anything was written.
///
/// # Errors
///
/// The machine's: no space, no right.
pub fn write_lock(project: &Project, lock: Lock) -> Result<bool> {
    let path = project.lock();
    let text = lock.text();
    drop(lock);
    let is_as_long = fs::metadata(&path).is_ok_and(|it| it.len() == text.len() as u64);
    if is_as_long && fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(false);
    }
    replace(&path, text.as_bytes())?;
    Ok(true)
}
