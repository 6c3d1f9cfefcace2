//! `gongkai init`: a new project, or the built-in sample.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ArgMatches;
use rust_embed::RustEmbed;

use super::{
    ask::{self, Ask},
    profile::Profile,
    say,
};
use crate::{
    day::Day,
    driver::{replace, today},
    vocabulary::{AdminLevel, Lang, OrganisationKind, Word},
    world::{Usage, UserMessage},
};

/// The sample's catalogue.
#[derive(RustEmbed)]
#[folder = "catalogue/"]
struct Catalogue;

/// The sample's entries.
#[derive(RustEmbed)]
#[folder = "content/"]
struct Content;

/// What git is told: neither the site nor the cache is kept, and two branches that number entries keep the lines of both, which
/// `gongkai lock` then settles. A bureau that keeps its project elsewhere is not disturbed by them.
const GIT: [(&str, &str); 2] =
    [(".gitignore", "/public/\n/.gongkai/\n"), (".gitattributes", "catalogue/index.lock text eol=lf merge=union\n")];

/// Makes a project; a folder that has a catalogue already is left alone.
///
/// # Errors
///
/// [`Usage`] where there is a project already, or an id that is none; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let typed = matches.get_one::<PathBuf>("dir").map_or(Path::new("."), |it| it);
    let joined = ask.folders.directory.as_ref().map(|it| it.join(typed));
    let dir = joined.as_deref().unwrap_or(typed);
    let shown = dir.display();
    if dir.join("catalogue").exists() || dir.join("content").exists() {
        return Err(Usage(text! { zh: "文件夹 {shown} 里已有 catalogue 或 content，没有改动任何文件", en: "the folder {shown} has a catalogue or content already; nothing was touched" })
        .into());
    }
    if matches.get_flag("sample") {
        sample(dir)?;
    } else {
        let today = ask.as_of.unwrap_or_else(today);
        fresh(dir, profile(matches)?, ask::text(matches, "name"), ask::text(matches, "id"), today)?;
    }
    for (name, text) in GIT {
        let path = dir.join(name);
        if !path.exists() {
            replace(&path, text.as_bytes())?;
        }
    }
    if !ask.quiet {
        let id = profile(matches)?.id();
        let given = matches.get_flag("sample") || !ask::text(matches, "id").is_empty();
        say::err(&next(&shown.to_string(), matches.get_flag("sample"), (!given).then_some(id), ask.lang()));
    }
    Ok(0)
}

/// What to do with the project in the folder shown as `shown`; `id` is that of the body, where nobody typed it.
fn next(shown: &str, is_sample: bool, id: Option<&str>, lang: Lang) -> String {
    let at = if shown == "." { String::new() } else { format!(" -C {shown}") };
    let first = match (is_sample, lang) {
        (true, _) => "",
        (false, Lang::Zh) => {
            "先用记事本打开 catalogue 和 content 里的文件，把“待填写”“待核实”的地方改好，删去不涉及的事项。\n"
        }
        (false, Lang::En) => "First fill in what is marked 待填写 and 待核实 in catalogue and content.\n",
    };
    let id = match (id, lang) {
        (None, _) => String::new(),
        (Some(id), Lang::Zh) => format!(
            "机构标识用了 {id}，每个网址里都有它，发布以后不能改；想用别的，现在删去这个文件夹，用 --id 重新建。\n"
        ),
        (Some(id), Lang::En) => format!(
            "The body's id is {id}: it stands in every address and cannot change once published; to choose another, delete the folder and use --id.\n"
        ),
    };
    match lang {
        Lang::Zh => format!(
            "已在 {shown} 建好项目。\n{id}{first}然后：\n  gongkai{at} check    看还缺什么\n  gongkai{at} build    生成网站"
        ),
        Lang::En => format!(
            "made a project in {shown}.\n{id}{first}Then:\n  gongkai{at} check    what is still missing\n  gongkai{at} build    makes the site"
        ),
    }
}

fn sample(dir: &Path) -> Result<()> {
    let catalogue = Catalogue::iter().map(|path| ("catalogue", Catalogue::get(&path), path));
    let content = Content::iter().map(|path| ("content", Content::get(&path), path));
    for (folder, file, path) in catalogue.chain(content) {
        let file = file.with_context(|| UserMessage(text! { zh: "示例缺少 {path}", en: "the sample lacks {path}" }))?;
        replace(&dir.join(folder).join(&*path), &file.data)?;
    }
    Ok(())
}

/// A project of the kind and level typed, with the holes of its files filled.
fn fresh(dir: &Path, profile: Profile, name: &str, id: &str, today: Day) -> Result<()> {
    // Quotes and blanks come with what is copied.
    let name = name.trim_matches(|c: char| c.is_whitespace() || "“”‘’\"'「」『』《》".contains(c));
    let name = if name.is_empty() { profile.name() } else { name };
    let id = if id.is_empty() { profile.id() } else { id };
    let files = profile.files();
    if name.chars().any(|c| matches!(c, '"' | '\\') || c.is_control()) {
        return Err(Usage(text! { zh: "机构名称“{name}”中不能有英文引号、反斜杠和换行", en: "a name has no quotes, backslashes or line ends" })
        .into());
    }
    if !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(Usage(text! { zh: "机构标识“{id}”只能用小写字母、数字和连字符", en: "the id `{id}` may have a-z, 0-9 and hyphens only" })
        .into());
    }
    // Both are first segments of addresses.
    if files.iter().any(|(_, text)| text.contains(&format!("[[field]]\nid = \"{id}\"\n"))) {
        return Err(Usage(text! { zh: "机构标识“{id}”与目录里的一级事项同名，换一个，例如“{id}-ju”", en: "the id `{id}` is that of a field; choose another" })
        .into());
    }
    let (day, year) = (today.to_string(), today.ymd().0.to_string());
    for (path, text) in files {
        let text = profile.fill(text).replace("{today}", &day).replace("{year}", &year).replace("{id}", id);
        replace(&dir.join(path), text.replace("{name}", name).as_bytes())?;
    }
    Ok(())
}

/// The body typed: an administrative organ of a county where nothing is.
fn profile(matches: &ArgMatches) -> Result<Profile> {
    let levels = [AdminLevel::City, AdminLevel::County, AdminLevel::Township];
    Ok(Profile {
        kind: word(matches, "kind", OrganisationKind::Agency, OrganisationKind::ALL)?,
        level: word(matches, "level", AdminLevel::County, &levels)?,
    })
}

/// The word of `among` that the option `name` holds.
fn word<W: Word + PartialEq>(matches: &ArgMatches, name: &str, default: W, among: &[W]) -> Result<W> {
    let typed = ask::text(matches, name);
    if typed.is_empty() {
        return Ok(default);
    }
    W::parse(typed).filter(|word| among.contains(word)).map_or_else(
        || {
            let zh = among.iter().map(|word| word.label()).collect::<Vec<_>>().join("、");
            let en = among.iter().map(|word| word.key()).collect::<Vec<_>>().join(", ");
            Err(Usage(text! { zh: "--{name} 没有“{typed}”；可用：{zh}", en: "there is no {name} `{typed}`: {en}" })
                .into())
        },
        Ok,
    )
}
