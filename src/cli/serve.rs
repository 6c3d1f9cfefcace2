//! `gongkai serve`: a preview in the browser, judged anew after each save.

use std::{
    ffi::OsString,
    io::{self, IsTerminal as _},
    path::Path,
    sync::Arc,
};

use anyhow::Result;
use clap::ArgMatches;

use super::{ask::Ask, say};
use crate::{
    compile::Options,
    diagnostic::Counts,
    driver::{Browser, PORT, ServeOptions, Served, Timings, serve},
    resolve::Numbering,
    vocabulary::Lang,
};

/// What the command line says where nothing was typed but the program was opened on a desktop.
pub const OPENED: &str = "opened";

/// Shows the project until it is ended: Ctrl+C is how, and no failure.
///
/// # Errors
///
/// As [`Ask::project`] and [`serve`].
pub fn run(ask: &Ask, matches: &ArgMatches) -> Result<u8> {
    let project = ask.project()?;
    let opened = matches.get_flag(OPENED);
    let options = ServeOptions {
        compile: Options { pages: true, ..ask.options(Numbering::Preview) },
        lang: ask.lang(),
        port: matches.get_one::<u16>("port").copied(),
        poll: matches.get_flag("poll"),
        browser: match (opened, matches.get_flag("open")) {
            (true, _) if !say::watched() => Browser::Alone,
            (false, false) => Browser::Left,
            _ => Browser::Opened,
        },
        cached: ask.cached,
    };
    let told = Told { lang: ask.lang(), quiet: ask.quiet, verbose: ask.verbose };
    serve(project, options, Arc::new(told))?;
    Ok(0)
}

/// What is typed for somebody who typed nothing and opened the program on a desktop: `serve` in the project that it lies in, or that the
/// desktop started it in. None where help is what is wanted, on a terminal as well as in a script.
pub fn opened(args: &[OsString]) -> Option<Vec<OsString>> {
    let [program] = args else { return None };
    let project = |folder: &Path| folder.join("catalogue").is_dir().then(|| folder.to_owned());
    let own = std::env::current_exe().ok();
    let own = own.as_deref().and_then(Path::parent).and_then(project);
    let here = || {
        let watched = io::stdin().is_terminal() || io::stdout().is_terminal() || io::stderr().is_terminal();
        let desktop = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|it| std::env::var_os(it).is_some());
        let here = std::env::current_dir().ok().filter(|_| desktop && !watched)?;
        project(&here)
    };
    let folder = own.or_else(here)?;
    let typed = ["serve".into(), format!("--{OPENED}").into(), "-C".into(), folder.into_os_string()];
    Some([program.clone()].into_iter().chain(typed).collect())
}

/// Tells on a terminal what the preview does.
struct Told {
    lang: Lang,
    quiet: bool,
    verbose: bool,
}

impl Served for Told {
    fn began(&self, address: &str, polls: bool, elsewhere: bool) {
        // Who went away does not want to know.
        let _ = say::out(&format!("{address}\n"));
        if self.quiet {
            return;
        }
        let mut lines = Vec::new();
        if elsewhere {
            lines.push(match self.lang {
                Lang::Zh => format!("端口 {PORT} 已被占用，换了一个"),
                Lang::En => format!("port {PORT} is taken, this is another"),
            });
        }
        if polls {
            let words = words! {
                zh: "这个文件夹收不到改动的消息（网络盘等），改为定时查看，保存以后要多等一会儿",
                en: "this folder gives no news of changes (a network drive, …): it is looked at again and again, which is slower"
            };
            lines.push(words.get(self.lang).to_owned());
        }
        let words = words! {
            zh: "在浏览器里打开上面的网址；改好、保存，网页自己更新。按 Ctrl+C 结束。只有本机能看到，什么也不发布",
            en: "open this address in a browser; pages follow what you save. Ctrl+C ends it. Only this computer sees it, and nothing is published"
        };
        lines.push(words.get(self.lang).to_owned());
        say::err(&lines.join("\n"));
    }

    fn judged(&self, counts: &Counts, timings: &Timings<'_>) {
        if self.quiet {
            return;
        }
        let Counts { errors, warnings, notes, stops, .. } = *counts;
        say::err(&match self.lang {
            Lang::Zh if stops > 0 => {
                format!("{errors} 个错误（其中 {stops} 处不改正不能发布），{warnings} 个警告，{notes} 个提示")
            }
            Lang::Zh => format!("{errors} 个错误，{warnings} 个警告，{notes} 个提示"),
            Lang::En if stops > 0 => {
                format!("errors {errors} (that stop publishing: {stops}), warnings {warnings}, notes {notes}")
            }
            Lang::En => format!("errors {errors}, warnings {warnings}, notes {notes}"),
        });
        if self.verbose {
            say::err(timings.table(self.lang).trim_end());
        }
    }

    fn failed(&self, why: &str) {
        let head = match self.lang {
            Lang::Zh => "错误：",
            Lang::En => "error: ",
        };
        say::err(&format!("{head}{why}"));
    }
}
