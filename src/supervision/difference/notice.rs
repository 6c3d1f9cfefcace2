//! A notice of the changes of a catalogue for the public: an entry, still a draft, with holes where only people know what belongs there.
//!
//! It speaks of what is published of itself, and of nothing else: an item that was on request or withheld and is published now is a new
//! one to readers, and one that goes the other way is gone. Of an item only those keys are told that are columns of a catalogue.

use super::{
    difference::{Change, Difference, KeyChange, Move, Version},
    human::{limit_words, move_words},
    kind::Standing,
    shown::{Shown, line},
};
use crate::vocabulary::{EntryKind, Lang, Word as _};

/// Columns of a printed catalogue, as far as a notice of new items tells them.
const COLUMNS: [(&str, &str); 5] = [
    ("elements", "公开内容"),
    ("basis", "公开依据"),
    ("time_limit", "公开时限"),
    ("organisation", "公开主体"),
    ("channels", "公开渠道和载体"),
];

/// Keys by which the program works: what differs in them is nothing that readers see.
const INNER: [&str; 6] = ["kind", "column", "register", "interpretation", "waiver", "id"];

/// What readers see of the changes of items.
#[derive(Debug, Default)]
pub struct Told<'d> {
    /// New to readers.
    pub added: Vec<&'d Version>,
    /// Gone for readers.
    pub removed: Vec<&'d Version>,
    /// Under another field, with another number or in another order.
    pub moved: Vec<(&'d Change, &'d Version)>,
    /// With other words, key by key.
    pub changed: Vec<(&'d Version, Vec<&'d KeyChange>)>,
}

impl<'d> Told<'d> {
    /// Of `difference`, what may be told of its items.
    pub fn of(difference: &'d Difference) -> Self {
        let mut told = Self::default();
        let shown = |it: &'d Option<Version>| it.as_ref().filter(|it| it.standing == Standing::Public);
        for change in difference.of("item") {
            match (shown(&change.old), shown(&change.new)) {
                (None, Some(new)) => told.added.push(new),
                (Some(old), None) => told.removed.push(old),
                (Some(_), Some(new)) => {
                    // A place in the order of a file is no news to readers.
                    if change.moves.iter().any(|it| !matches!(it, Move::Order(_))) {
                        told.moved.push((change, new));
                    }
                    let keys =
                        change.keys.iter().filter(|it| it.key.is_public && !INNER.contains(&it.key.name.as_str()));
                    let keys: Vec<&KeyChange> = keys.collect();
                    if !keys.is_empty() {
                        told.changed.push((new, keys));
                    }
                }
                (None, None) => {}
            }
        }
        told
    }

    /// Whether there is nothing to tell.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.moved.is_empty() && self.changed.is_empty()
    }

    fn counts(&self) -> String {
        let counts = [
            ("新增", self.added.len()),
            ("取消", self.removed.len()),
            ("调整位置", self.moved.len()),
            ("修改内容", self.changed.len()),
        ];
        let counts = counts.iter().filter(|it| it.1 > 0).map(|(word, count)| format!("{word} {count} 项"));
        counts.collect::<Vec<_>>().join("、")
    }
}

/// The notice as the text of an entry; none where nothing changed that readers see.
pub fn notice(difference: &Difference) -> Option<String> {
    let told = Told::of(difference);
    if told.is_empty() {
        return None;
    }
    let mut out = front(difference, &told);
    out.push_str(&format!("\n{}，对主动公开目录作了调整，现予公布。\n\n## 调整内容\n\n", hole("调整的原因")));
    out.push_str(&format!("本次调整{}。\n", told.counts()));
    let mut part = 0;
    let mut heading = |title: &str, out: &mut String| {
        let ordinal = ["一", "二", "三", "四"][part];
        part += 1;
        out.push_str(&format!("\n### {ordinal}、{title}\n\n"));
    };
    if !told.added.is_empty() {
        heading("新增的公开事项", &mut out);
        let heads: Vec<&str> = COLUMNS.iter().map(|it| it.1).collect();
        row(["一级事项", "公开事项"].into_iter().chain(heads).map(str::to_owned), &mut out);
        rule(2 + COLUMNS.len(), &mut out);
        for it in &told.added {
            let cells = COLUMNS.iter().map(|(key, _)| value(it, key));
            row([it.parent.clone(), it.title.clone()].into_iter().chain(cells), &mut out);
        }
    }
    if !told.removed.is_empty() {
        heading("取消的公开事项", &mut out);
        row(["一级事项", "公开事项", "原因"].map(str::to_owned), &mut out);
        rule(3, &mut out);
        for it in &told.removed {
            row([it.parent.clone(), it.title.clone(), hole("取消的原因")], &mut out);
        }
    }
    if !told.moved.is_empty() {
        heading("调整位置的公开事项", &mut out);
        row(["公开事项", "调整"].map(str::to_owned), &mut out);
        rule(2, &mut out);
        for (change, it) in &told.moved {
            let moves = change.moves.iter().filter(|it| !matches!(it, Move::Order(_)));
            let moves: Vec<String> = moves.map(|it| move_words(it, change, Lang::Zh)).collect();
            row([it.title.clone(), moves.join("；")], &mut out);
        }
    }
    if !told.changed.is_empty() {
        heading("修改内容的公开事项", &mut out);
        row(["公开事项", "修改的内容", "调整前", "调整后"].map(str::to_owned), &mut out);
        rule(4, &mut out);
        for (it, keys) in &told.changed {
            for key in keys {
                let words = |it: &Option<Shown>| it.as_ref().map_or_else(|| "无".to_owned(), |it| it.words(Lang::Zh));
                let new = format!("{}{}", words(&key.new), limit_words(key, Lang::Zh));
                row([it.title.clone(), key.key.label.zh.clone(), words(&key.old), new], &mut out);
            }
        }
    }
    let (old, new) = (&difference.old, &difference.new);
    out.push_str("\n## 调整前后\n\n| 项目 | 调整前 | 调整后 |\n| --- | ---: | ---: |\n");
    out.push_str(&format!("| 一级事项 | {} | {} |\n", old.fields, new.fields));
    out.push_str(&format!("| 主动公开的事项 | {} | {} |\n", old.active, new.active));
    out.push_str(&format!(
        "\n## 调整依据\n\n{}\n\n## 施行日期\n\n调整后的目录自{}起执行。\n",
        hole("依据的法规、文件的名称和文号"),
        hole("施行日期")
    ));
    Some(out)
}

/// What only people know. Without the mark of something left open it could be published as it stands.
fn hole(what: &str) -> String {
    format!("〔{what}〕（待填写）")
}

fn front(difference: &Difference, told: &Told<'_>) -> String {
    let title = format!("{}关于调整主动公开目录的公告", difference.owner);
    let mut out = format!("+++\ntitle = {}\n", quoted(&title));
    match &difference.notices {
        Some((id, title)) => out.push_str(&format!("item = {}  # {}\n", quoted(id), line(title))),
        None => out.push_str("# item = \"\"  # 目录里没有找到收公告的公开事项，写成 一级事项/公开事项\n"),
    }
    out.push_str(&format!(
        "kind = {}\ndraft = true  # 草稿，不发布；把“待填写”的都写好、审查以后，删去这一行\nsummary = {}\n# made = {}  # 成文日期\n# published = {}  # 发布日期\n# number = \"\"  # 文号，没有就不写\n\n[review]\n# secrecy = {{ by = \"\", on = {} }}  # 保密审查：谁、哪天\n+++\n",
        quoted(EntryKind::Notice.label()),
        quoted(&format!("主动公开目录{}。", told.counts())),
        difference.as_of,
        difference.as_of,
        difference.as_of,
    ));
    out
}

/// The value of a column.
fn value(version: &Version, key: &str) -> String {
    version.value(key).map_or_else(String::new, |it| it.words(Lang::Zh))
}

fn row(cells: impl IntoIterator<Item = String>, out: &mut String) {
    let cells: Vec<String> = cells.into_iter().map(|it| cell(&it)).collect();
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
}

fn rule(columns: usize, out: &mut String) {
    out.push_str(&format!("|{}\n", " --- |".repeat(columns)));
}

/// A text as a cell of a table in Markdown, which means nothing but itself there.
fn cell(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in line(text).chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '!') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

fn quoted(text: &str) -> String {
    toml_edit::Value::from(line(text)).to_string()
}
