//! Asking, on a terminal, for what must be known of the body: a question a line, and the same one again until its answer can be.

use std::io::{self, BufRead, IsTerminal as _, Write as _};

use anyhow::Result;

use super::{
    body::{self, Body, DETAILS, LEVELS},
    duties, say,
};
use crate::{
    vocabulary::{Lang, OrganisationKind, Word},
    world::Usage,
};

/// Whether somebody sits there to answer.
pub fn is_answered() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks for what `body` was not told. `worded` says which flags name its kind and level.
///
/// # Errors
///
/// [`Usage`] where answers end before the questions do; the machine's.
pub fn complete(body: &mut Body, has_kind: bool, has_level: bool, lang: Lang) -> Result<()> {
    let mut input = io::stdin().lock();
    let mut asking = Asking { input: &mut input, lang };
    asking.complete(body, has_kind, has_level)
}

struct Asking<'a> {
    input: &'a mut dyn BufRead,
    lang: Lang,
}

impl Asking<'_> {
    fn complete(&mut self, body: &mut Body, has_kind: bool, has_level: bool) -> Result<()> {
        say::err(match self.lang {
            Lang::Zh => {
                "请回答几个问题，每答一个按一次回车。方括号里的，直接按回车就用它；暂时答不上的，直接按回车，以后在文件里补。"
            }
            Lang::En => "A few questions; Enter takes what stands in brackets, or leaves it to be filled in later.",
        });
        if !has_kind {
            body.profile.kind =
                self.word("机构类型", "kind of body", OrganisationKind::ALL, body.profile.kind, body::kind)?;
        }
        if !has_level {
            body.profile.level = self.word("层级", "level", &LEVELS, body.profile.level, body::level)?;
        }
        if body.duties.is_none() && body.has_duties() {
            let zh = format!(
                "下列事项，本单位承担哪几项？写序号，用空格隔开，都不承担写 0；还说不准的直接按回车：{}",
                duties::list(Lang::Zh)
            );
            let en = format!(
                "which of these duties are the body's? numbers with blanks between, 0 for none: {}",
                duties::list(Lang::En)
            );
            body.duties = self.until((&zh, &en), duties::read)?;
        }
        if body.name.is_empty() {
            let hint = ("单位全称，例如 某县水利局", "the body's full name");
            body.name = self.until(hint, |it| needed(body::name(it)?))?;
        }
        if body.id.is_empty() {
            let hint = (
                "英文代号，小写字母、数字、连字符，例如 shuili；网址里都有它，发布以后不能改",
                "its id: a-z, 0-9, hyphens; it stands in every address and cannot change once published",
            );
            body.id = self.until(hint, |it| {
                body.id(it.trim())?;
                needed(it.trim().to_owned())
            })?;
        }
        if body.url.is_empty() {
            let hint = ("正式网址，例如 https://www.linxi.gov.cn/shuili/", "the site's address");
            body.url = self.until(hint, body::url)?;
        }
        for (detail, value) in DETAILS.iter().zip(&mut body.details) {
            if value.is_empty() {
                let zh = format!("{}，例如 {}", detail.zh, detail.example);
                *value = self.until((&zh, detail.en), |it| detail.read(it))?;
            }
        }
        Ok(())
    }

    /// The word chosen of `among`, by its number or as it is written.
    fn word<W: Word + PartialEq + Copy>(
        &mut self,
        zh: &str,
        en: &str,
        among: &[W],
        default: W,
        parse: impl Fn(&str) -> Result<W>,
    ) -> Result<W> {
        let shown = |it: &W| if self.lang == Lang::Zh { it.label() } else { it.key() };
        let list: Vec<String> = among.iter().enumerate().map(|(n, it)| format!("{} {}", n + 1, shown(it))).collect();
        let (list, default_shown) = (list.join("  "), shown(&default));
        let hints = (format!("{zh}：{list} [{default_shown}]"), format!("{en}: {list} [{default_shown}]"));
        self.until((&hints.0, &hints.1), |typed| {
            let typed = typed.trim();
            let numbered = typed.parse::<usize>().ok().and_then(|n| among.get(n.checked_sub(1)?));
            match numbered {
                Some(word) => Ok(*word),
                None if typed.is_empty() => Ok(default),
                None => parse(typed),
            }
        })
    }

    /// The first answer that can be.
    fn until<T>(&mut self, (zh, en): (&str, &str), mut read: impl FnMut(&str) -> Result<T>) -> Result<T> {
        loop {
            {
                let mut err = io::stderr().lock();
                let (question, colon) = if self.lang == Lang::Zh { (zh, "：") } else { (en, ": ") };
                let _ = write!(err, "{question}{colon}").and_then(|()| err.flush());
            }
            let mut answer = Vec::new();
            if self.input.read_until(b'\n', &mut answer)? == 0 {
                say::err("");
                return Err(Usage(
                    text! { zh: "问题没有答完，没有建任何文件", en: "not all was answered; nothing was made" },
                )
                .into());
            }
            let answer = String::from_utf8_lossy(&answer);
            match read(answer.trim_end_matches(['\n', '\r'])) {
                Ok(value) => return Ok(value),
                Err(error) => match error.downcast_ref::<Usage>() {
                    Some(Usage(text)) => say::err(text.get(self.lang)),
                    None => return Err(error),
                },
            }
        }
    }
}

/// An answer that cannot be left out.
fn needed(answer: String) -> Result<String> {
    if answer.trim().is_empty() {
        return Err(Usage(text! { zh: "这一项一定要写", en: "this one is needed" }).into());
    }
    Ok(answer)
}
