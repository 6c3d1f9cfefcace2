//! `gongkai init`: a new project, or the built-in sample.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::ArgMatches;
use rust_embed::RustEmbed;

use super::{
    ask::{self, Ask},
    body::Body,
    question, say,
};
use crate::{
    driver::{is_kept, replace, today},
    vocabulary::Lang,
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
/// [`Usage`] where there is a project already, or a name, an id or an address that can be none; the machine's.
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let typed = matches.get_one::<PathBuf>("dir").map_or(Path::new("."), |it| it);
    let joined = ask.folders.directory.as_ref().map(|it| it.join(typed));
    let dir = joined.as_deref().unwrap_or(typed);
    let shown = dir.display();
    if is_kept(dir) {
        return Err(Usage(text! {
            zh: "{shown} 在版本库（.git 等）或者本工具自己的文件夹里，不能在那里建项目；换一个文件夹",
            en: "{shown} lies in a folder of version control, such as .git, or of this program: make the project elsewhere"
        })
        .into());
    }
    if dir.join("catalogue").exists() || dir.join("content").exists() {
        return Err(Usage(text! { zh: "文件夹 {shown} 里已有 catalogue 或 content，没有改动任何文件", en: "the folder {shown} has a catalogue or content already; nothing was touched" })
        .into());
    }
    let body = if matches.get_flag("sample") {
        sample(dir)?;
        None
    } else {
        let body = body(matches, ask.lang())?;
        let today = ask.as_of.unwrap_or_else(today).to_string();
        for (path, text) in body.files(&today) {
            replace(&dir.join(path), text.as_bytes())?;
        }
        Some(body)
    };
    for (name, text) in GIT {
        let path = dir.join(name);
        if !path.exists() {
            replace(&path, text.as_bytes())?;
        }
    }
    if !ask.quiet {
        say::err(&next(&shown.to_string(), body.as_ref(), ask.lang()));
    }
    Ok(0)
}

/// The body that the project is of: by flags, and where they leave its name or id open, by what somebody at a terminal answers.
fn body(matches: &ArgMatches, lang: Lang) -> Result<Body> {
    let mut body = Body::typed(matches)?;
    if (body.name.is_empty() || body.id.is_empty()) && question::is_answered() {
        let has = |flag: &str| !ask::text(matches, flag).is_empty();
        question::complete(&mut body, has("kind"), has("level"), lang)?;
    }
    Ok(body)
}

/// What to do with the project in the folder shown as `shown`.
fn next(shown: &str, body: Option<&Body>, lang: Lang) -> String {
    let at = match shown {
        "." => String::new(),
        _ if shown.contains(char::is_whitespace) => format!(" -C \"{shown}\""),
        _ => format!(" -C {shown}"),
    };
    let mut out = match lang {
        Lang::Zh => format!("已在 {shown} 建好项目。\n"),
        Lang::En => format!("made a project in {shown}.\n"),
    };
    let Some(body) = body else {
        return out
            + &match lang {
                Lang::Zh => format!("然后：\n  gongkai{at} check    看还缺什么\n  gongkai{at} build    生成网站"),
                Lang::En => {
                    format!(
                        "Then:\n  gongkai{at} check    what is still missing\n  gongkai{at} build    makes the site"
                    )
                }
            };
    };
    out.push_str(&untold(body, lang));
    let files = body.files("");
    let unverified: usize = files.iter().map(|it| it.1.matches("= \"（待核实）").count()).sum();
    let pages: Vec<&str> = files.iter().map(|it| it.0).filter(|it| it.starts_with("content/")).collect();
    let mut steps = Vec::new();
    match lang {
        Lang::Zh => {
            if unverified > 0 {
                steps.push(format!(
                    "核实 catalogue/not-applicable.toml 里 {unverified} 处“待核实”，属实的删去“（待核实）”这几个字"
                ));
            }
            steps.push(format!(
                "看过 {}，补齐“待填写”，请保密员审查后写上谁、哪天，删去 draft = true",
                pages.join("、")
            ));
            steps.push(format!("gongkai{at} new --all    给还空着的公开事项各建一个草稿，逐个写好"));
            steps.push(format!("gongkai{at} check        看还缺什么"));
            steps.push(format!("gongkai{at} build        生成网站"));
            out.push_str("接下来：\n");
        }
        Lang::En => {
            if unverified > 0 {
                steps.push(format!(
                    "verify the {unverified} places marked 待核实 in catalogue/not-applicable.toml, and delete the mark"
                ));
            }
            steps.push(format!(
                "read {}, fill in what is marked 待填写, have them reviewed, say by whom and when, delete draft = true",
                pages.join(" and ")
            ));
            steps.push(format!("gongkai{at} new --all    a draft for each item that has nothing yet; write them"));
            steps.push(format!("gongkai{at} check        what is still missing"));
            steps.push(format!("gongkai{at} build        makes the site"));
            out.push_str("Next:\n");
        }
    }
    let steps: Vec<String> = steps.iter().enumerate().map(|(n, it)| format!("  {}. {it}", n + 1)).collect();
    out + &steps.join("\n")
}

/// What nobody told of the body, and what stands there instead.
fn untold(body: &Body, lang: Lang) -> String {
    let mut out = String::new();
    let (name, id) = (body.shown_name(), body.shown_id());
    if body.name.is_empty() {
        out.push_str(&match lang {
            Lang::Zh => format!("单位名称没有写明，先用了 {name}；写明要用 --name。\n"),
            Lang::En => format!("The body's name was not told; {name} stands for it (--name).\n"),
        });
    }
    if body.id.is_empty() {
        out.push_str(&match lang {
            Lang::Zh => format!(
                "机构标识用了 {id}，每个网址里都有它，发布以后不能改；想用别的，现在删去这个文件夹，用 --id 重新建。\n"
            ),
            Lang::En => format!(
                "The body's id is {id}: it stands in every address and cannot change once published; to choose another, delete the folder and use --id.\n"
            ),
        });
    }
    let open: Vec<String> = body
        .untold()
        .into_iter()
        .filter(|it| !matches!(it.0, "name" | "id"))
        .map(|(flag, zh, en)| match lang {
            Lang::Zh => format!("{zh}（--{flag}）"),
            Lang::En => format!("{en} (--{flag})"),
        })
        .collect();
    if !open.is_empty() {
        out.push_str(&match lang {
            Lang::Zh => format!("还没有写明：{}。\n照实补上：catalogue/organisation.toml（删去行首的“# ”）、catalogue/site.toml，和 content 里留着“待填写”的页面。\n", open.join("、")),
            Lang::En => format!("Not told: {}.\nFill them in: catalogue/organisation.toml (delete the `# `), catalogue/site.toml, and the pages marked 待填写 below content/.\n", open.join(", ")),
        });
    }
    out
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
