//! Duties of art. 21 of the regulations that a department may or may not have: which of them are the body's, as its clerk says.

use anyhow::Result;

use crate::{vocabulary::Lang, world::Usage};

/// A duty: the number of its clause, the id its item gets, and what it is.
struct Duty {
    clause: u8,
    id: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// Those that `not-applicable.toml` of a department supposes to be others'.
const DUTIES: [Duty; 6] = [
    Duty { clause: 1, id: "municipal", zh: "市政建设", en: "municipal works" },
    Duty { clause: 3, id: "welfare", zh: "公益事业", en: "public welfare" },
    Duty { clause: 4, id: "land", zh: "土地征收", en: "land acquisition" },
    Duty { clause: 5, id: "housing", zh: "房屋征收", en: "house expropriation" },
    Duty { clause: 6, id: "security", zh: "治安管理", en: "public security" },
    Duty { clause: 7, id: "relief", zh: "社会救助", en: "social relief" },
];

/// Which are the body's, in the order of [`DUTIES`].
pub type Own = [bool; DUTIES.len()];

/// The duties, numbered.
pub fn list(lang: Lang) -> String {
    let name = |it: &Duty| if lang == Lang::Zh { it.zh } else { it.en };
    let numbered = DUTIES.iter().enumerate().map(|(n, it)| format!("{} {}", n + 1, name(it)));
    numbered.collect::<Vec<_>>().join("  ")
}

/// What `typed` says: names, ids or numbers of duties with signs between, or that there is none; nothing where nothing is typed.
///
/// # Errors
///
/// [`Usage`] for what is no duty.
pub fn read(typed: &str) -> Result<Option<Own>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let mut own = Own::default();
    if matches!(typed, "0" | "无" | "没有" | "都不承担" | "none") {
        return Ok(Some(own));
    }
    let signs = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；');
    for word in typed.split(signs).filter(|it| !it.is_empty()) {
        let is = |it: &Duty| it.zh == word || it.id == word || it.en == word;
        let numbered = word.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|&at| at < DUTIES.len());
        let Some(at) = numbered.or_else(|| DUTIES.iter().position(is)) else {
            let (zh, en) = (list(Lang::Zh), DUTIES.map(|it| it.id).join(", "));
            return Err(Usage(text! {
                zh: "没有“{word}”这一项；写名称或者序号，都不承担写 0：{zh}",
                en: "there is no duty `{word}`; one or more of: {en}; or none"
            })
            .into());
        };
        own[at] = true;
    }
    Ok(Some(own))
}

/// `text`, the duties supposed to be others', without those of the body; the rest is verified.
pub fn excused(text: &str, own: Own) -> String {
    let mut out = String::from(
        "# 不涉及：本单位确实不承担的法定公开内容，写明原因，就不算漏项。下面几段是建项目时回答的，职责有变动就改。\n# duty 是《条例》的条和项：2019:21.1 是第二十一条列举的第一项。\n",
    );
    for block in text.split("\n[[not_applicable]]\n").skip(1) {
        let of = |duty: &Duty| block.starts_with(&format!("duty = \"2019:21.{}\"", duty.clause));
        if !DUTIES.iter().zip(own).any(|(duty, own)| own && of(duty)) {
            out.push_str("\n[[not_applicable]]\n");
            out.push_str(&block.replace("（待核实）", ""));
        }
    }
    out
}

/// `text`, the local items of a department, with an item for each duty of the body, like the one that is there.
pub fn items(text: &str, own: Own) -> String {
    let mut out = text.to_owned();
    let sample = text.find("[[item]]").map_or("", |at| &text[at..]);
    for (duty, _) in DUTIES.iter().zip(own).filter(|it| it.1) {
        let Duty { clause, id, zh, .. } = duty;
        let item = sample.replace("id = \"services\"", &format!("id = \"{id}\""));
        let item = item.replace("title = \"公共服务\"", &format!("title = \"{zh}\""));
        let item = item.replace("2019:21.2", &format!("2019:21.{clause}"));
        out.push('\n');
        out.push_str(&item.replace("[\"服务公开\"]", "[\"执行公开\", \"结果公开\"]"));
    }
    out
}
