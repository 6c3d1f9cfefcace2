//! `gongkai init`: a new project, or the built-in sample.

use std::path::Path;

use anyhow::{Context, Result};
use clap::ArgMatches;
use rust_embed::RustEmbed;

use super::{
    ask::{self, Ask},
    edit::quoted,
    say,
};
use crate::{
    driver::{Usage, replace, today},
    text::Lang,
};

/// The sample's catalogue.
#[derive(RustEmbed)]
#[folder = "catalogue/"]
struct Catalogue;

/// The sample's entries.
#[derive(RustEmbed)]
#[folder = "content/"]
struct Content;

/// Makes a project; a folder that has a catalogue already is left alone.
///
/// # Errors
///
/// [`Usage`] where there is a project already, or an id that is none; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let dir = matches.get_one::<std::path::PathBuf>("dir").map_or(Path::new("."), |it| it);
    let shown = dir.display();
    if dir.join("catalogue").exists() || dir.join("content").exists() {
        return Err(Usage(format!(
            "{shown} 中已有 catalogue 或 content，没有改动任何文件 / {shown} has a catalogue or content already; nothing was touched"
        ))
        .into());
    }
    if matches.get_flag("sample") {
        sample(dir)?;
    } else {
        fresh(dir, ask::text(matches, "name"), ask::text(matches, "id"))?;
    }
    if !ask.quiet {
        say::err(&match ask.lang() {
            Lang::Zh => {
                format!("已在 {shown} 建好项目。接下来：\n  gongkai -C {shown} check\n  gongkai -C {shown} build")
            }
            Lang::En => {
                format!("made a project in {shown}. Next:\n  gongkai -C {shown} check\n  gongkai -C {shown} build")
            }
        });
    }
    Ok(0)
}

fn sample(dir: &Path) -> Result<()> {
    let catalogue = Catalogue::iter().map(|path| ("catalogue", Catalogue::get(&path), path));
    let content = Content::iter().map(|path| ("content", Content::get(&path), path));
    for (folder, file, path) in catalogue.chain(content) {
        let file = file.with_context(|| format!("示例缺少 {path} / the sample lacks {path}"))?;
        replace(&dir.join(folder).join(&*path), &file.data)?;
    }
    Ok(())
}

/// A catalogue with the columns that every body has, and an entry to begin with.
fn fresh(dir: &Path, name: &str, id: &str) -> Result<()> {
    let name = if name.is_empty() { "某区某局" } else { name };
    let id = if id.is_empty() { "bureau" } else { id };
    if !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(Usage(format!(
            "机构标识“{id}”只能用小写字母、数字和连字符 / the id `{id}` may have a-z, 0-9 and hyphens only"
        ))
        .into());
    }
    let today = today().to_string();
    let fill = |text: &str| {
        text.replace("{name}", quoted(name).trim_matches('"')).replace("{id}", id).replace("{today}", &today)
    };
    let files = [
        ("catalogue/site.toml", include_str!("skeleton/site.toml")),
        ("catalogue/organisation.toml", include_str!("skeleton/organisation.toml")),
        ("catalogue/items.toml", include_str!("skeleton/items.toml")),
        ("content/公开指南.md", include_str!("skeleton/guide.md")),
    ];
    for (path, text) in files {
        replace(&dir.join(path), fill(text).as_bytes())?;
    }
    Ok(())
}
