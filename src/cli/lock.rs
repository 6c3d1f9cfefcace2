//! `gongkai lock`: numbers new entries.

use anyhow::Result;

use super::{ask::Ask, say};
use crate::{
    driver::{Options, compile, write_lock},
    resolve::Numbering,
    text::Lang,
};

/// Brings the lock up to date. Of two lines with one number, left by a merge, the later one gets a new number.
///
/// # Errors
///
/// As [`compile`] and [`write_lock`].
pub fn run(ask: &Ask) -> Result<u8> {
    let project = ask.project()?;
    let compiled = compile(&project, Options { merged: true, ..ask.options(Numbering::Write) })?;
    let count = compiled.lock.lines.len();
    let changed = write_lock(&project, compiled.lock)?;
    if !ask.quiet {
        let words = match (ask.lang(), changed) {
            (Lang::Zh, true) => format!("编号簿已更新，共 {count} 条；请提交 catalogue/index.lock"),
            (Lang::Zh, false) => format!("编号簿已是最新，共 {count} 条"),
            (Lang::En, true) => format!("index.lock brought up to date, {count} lines; commit it"),
            (Lang::En, false) => format!("index.lock is up to date, {count} lines"),
        };
        say::err(&words);
    }
    Ok(0)
}
