//! `gongkai lock`: numbers new entries.

use anyhow::Result;

use super::{ask::Ask, say};
use crate::{
    compile::Options,
    driver::{Session, Timings},
    resolve::Numbering,
    vocabulary::Lang,
};

/// Brings the lock up to date. Of two lines with one number, left by a merge, the later one gets a new number.
///
/// # Errors
///
/// As [`Session::lock`].
pub fn run(ask: &Ask) -> Result<u8> {
    let world = ask.world()?;
    let options = Options { merged: true, ..ask.options(Numbering::Reserve) };
    let (count, changed) = Session::new(&world, &Timings::start(&()), false).lock(&options)?;
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
