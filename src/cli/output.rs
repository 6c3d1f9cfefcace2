//! `--output FILE`: what a command makes, as a file.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Arg, ArgMatches, ValueHint, value_parser};

use super::{ask::Ask, say};
use crate::{
    driver::replace,
    vocabulary::{Lang, Words},
};

/// The option as clap sees it.
pub fn option(lang: Lang) -> Arg {
    let help: Words =
        words! { zh: "写到哪个文件（默认显示在屏幕上）", en: "the file to write (default: standard output)" };
    Arg::new("output")
        .long("output")
        .short('o')
        .value_name("FILE")
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
        .help(help.get(lang))
}

/// The file typed, where one is.
pub fn typed(matches: &ArgMatches) -> Option<&Path> {
    matches.get_one::<PathBuf>("output").map(PathBuf::as_path)
}

/// Writes `bytes` to `target`, typed as `path`, and says so; what was there goes, and that is said too.
///
/// # Errors
///
/// The machine's.
pub fn write(ask: &Ask, path: &Path, target: &Path, bytes: &[u8]) -> Result<()> {
    let old = std::fs::read(target).ok();
    replace(target, bytes)?;
    if !ask.quiet {
        let path = path.display();
        let told = match old {
            Some(old) if old == bytes => {
                text! { zh: "已写入 {path}，和原来的一样", en: "written to {path}, the same as before" }
            }
            Some(_) => {
                text! { zh: "已写入 {path}，换掉了原来的文件", en: "written to {path}, in place of what was there" }
            }
            None => text! { zh: "已写入 {path}", en: "written to {path}" },
        };
        say::err(told.get(ask.lang()));
    }
    Ok(())
}
