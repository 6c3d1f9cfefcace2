//! Reading `index.lock`, and what is to be written in its place.

use anyhow::{Context, Result};

use crate::{
    resolve::{
        Numbering,
        lock::{Lock, Problem},
    },
    source::{Range, Role, Source},
    vocabulary::{Lang, Text},
    world::{Refusal, StoreEdit, Usage, UserMessage, World},
};

/// Where the lock lies.
const PATH: &str = "catalogue/index.lock";

/// The lock as it should be after a run. It is not part of the [`Analysis`](super::Analysis): it goes as soon as it is written.
#[derive(Debug)]
pub struct LockUpdate {
    /// All lines.
    pub lock: Lock,
    /// BLAKE3 of the lock that the run read; none where there was none.
    was: Option<[u8; 32]>,
}

impl LockUpdate {
    pub(super) fn new(lock: Lock, was: Option<[u8; 32]>) -> Self {
        Self { lock, was }
    }

    /// The change of the file. Most often it says the same already, and no text is made.
    pub fn into_edit(mut self) -> StoreEdit {
        let path = PATH.to_owned();
        match self.was {
            Some(was) if was == self.lock.digest() => StoreEdit::Keep { path, was },
            was => StoreEdit::Replace { path, was, bytes: self.lock.into_text().into_bytes() },
        }
    }
}

/// A lock, the BLAKE3 of its bytes, and what a merge left in it, each at its place.
pub type ReadLock = (Lock, Option<[u8; 32]>, Vec<(Range, Text)>);

/// What is said of a problem that a merge left, at its place.
fn of_merge(problem: &Problem) -> Option<Text> {
    Some(match problem {
        Problem::Conflict => text! {
            zh: "合并没有完成（git 的冲突标记）：运行 gongkai lock，两边的编号都会保留",
            en: "an unfinished merge: `gongkai lock` keeps the numbers of both sides"
        },
        Problem::Twice(first) => text! {
            zh: "编号与第 {first} 行重复（合并分支所致）：运行 gongkai lock 重新编号，提交 catalogue/index.lock",
            en: "the number of line {first} again, after a merge: run `gongkai lock` and commit catalogue/index.lock"
        },
        Problem::Address(first) => text! {
            zh: "网址与第 {first} 行重复（合并分支所致）：运行 gongkai lock 重新编排，提交 catalogue/index.lock",
            en: "the address of line {first} again, after a merge: run `gongkai lock` and commit catalogue/index.lock"
        },
        Problem::Head | Problem::Line(_) => return None,
    })
}

/// Reads the project's lock, and the BLAKE3 of its bytes; an absent one is empty.
///
/// # Errors
///
/// [`Usage`] for a lock that is damaged or of a newer version: it holds numbers that must never change, so it is mended by
/// people. Numbers that stand twice after a merge are refused, unless they are to be settled; where nothing may be numbered they are
/// answered, to be told at their places.
pub fn read_lock(world: &dyn World, merged: bool, numbering: Numbering) -> Result<ReadLock> {
    let locked = numbering == Numbering::Refuse;
    let merged = merged || locked;
    let source = Source { path: PATH.into(), size: 0, role: Role::Lock };
    let shown = PATH;
    let bytes = match world.read(&source) {
        Ok(bytes) => bytes,
        // What is no plain file is told by its name (0011), and never written over.
        Err(Refusal::Gone | Refusal::NotPlain) => return Ok((Lock::default(), None, Vec::new())),
        Err(Refusal::Failed(error)) => {
            return Err(error)
                .with_context(|| UserMessage(text! { zh: "不能读取 {shown}", en: "cannot read {shown}" }));
        }
        Err(Refusal::TooLarge(_)) => {
            return Err(anyhow::Error::new(UserMessage(
                text! { zh: "不能读取 {shown}：文件太大", en: "cannot read {shown}: it is too large" },
            )));
        }
    };
    let was = Some(*blake3::hash(&bytes).as_bytes());
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = memchr::memchr_iter(b'\n', &error.as_bytes()[..error.utf8_error().valid_up_to()]).count() + 1;
        Usage(text! { zh: "{shown}:{line}: 不是 UTF-8 文字，请从版本库恢复", en: "{shown}:{line}: not UTF-8 text: restore it" })
    })?;
    let (mut lock, problems) = Lock::parse(&text);
    let (mut lines, mut told) = (Vec::new(), Vec::new());
    for (range, problem) in problems {
        let line = text[..range.start as usize].matches('\n').count() + 1;
        if locked {
            told.extend(of_merge(&problem).map(|text| (range, text)));
        }
        match problem {
            Problem::Head => lines
                .push(text! { zh: "{shown}:1: 不是编号簿，或由更新的版本写成", en: "{shown}:1: not a lock, or written by a newer version" }),
            Problem::Conflict if !merged => lines.push(text! { zh: "{shown}:{line}: 合并没有完成（git 的冲突标记），运行 gongkai lock，两边的编号都会保留", en: "{shown}:{line}: an unfinished merge: run `gongkai lock`, which keeps the numbers of both sides" }),
            Problem::Line(part) => lines.push(text! { zh: "{shown}:{line}: 第 {part} 栏读不懂，请从版本库恢复", en: "{shown}:{line}: part {part} cannot be read: restore it" }),
            Problem::Twice(first) if !merged => lines.push(text! { zh: "{shown}:{line}: 编号与第 {first} 行重复（合并分支所致），运行 gongkai lock 重新编号", en: "{shown}:{line}: the number of line {first} again, after a merge: run `gongkai lock`" }),
            Problem::Address(first) if !merged => lines.push(text! { zh: "{shown}:{line}: 网址与第 {first} 行重复（合并分支所致），运行 gongkai lock 重新编排", en: "{shown}:{line}: the address of line {first} again, after a merge: run `gongkai lock`" }),
            Problem::Conflict | Problem::Twice(_) | Problem::Address(_) => {}
        }
    }
    if !lines.is_empty() {
        let join = |lang| lines.iter().map(|it: &Text| it.get(lang)).collect::<Vec<_>>().join("\n");
        return Err(Usage(Text { zh: join(Lang::Zh), en: join(Lang::En) }).into());
    }
    if merged {
        lock.settle();
    }
    Ok((lock, was, told))
}
