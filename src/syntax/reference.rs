//! The reference of all keys, made from the schemas.

use std::fmt::Write as _;

use crate::{
    record::{KeySpec, Need, Refer, Schema, Shape, TableKind as _, schema},
    vocabulary::{EntryKind, LISTS, Word as _},
};

/// All tables and keys, and all closed words, as a Markdown page in Chinese with an English column: `docs/keys.md`.
pub fn reference() -> String {
    let mut page = Page::default();
    page.line("# 键一览");
    page.line("");
    page.line("本页由程序按内部的定义生成，请勿手工修改。“公开”一栏为“否”的，不会出现在网站和数据接口中。");
    page.line("");
    page.line("This page is generated from the program. What is not public appears neither on pages nor in JSON.");
    page.line("");
    page.line("## 目录（catalogue/*.toml）");
    for table in schema::TABLES {
        page.schema(table, &head(table));
    }
    page.line("");
    page.line("## 信息的文件头（content/*.md）");
    page.schema(schema::Entry::SCHEMA, "各类信息都可以写的键");
    for &kind in EntryKind::ALL {
        let keys = schema::own(kind);
        if !keys.is_empty() {
            let (zh, key) = (kind.label(), kind.key());
            page.title(3, &format!("{zh}（kind = \"{key}\"）另有的键"));
            page.keys(keys);
            page.tables(keys);
        }
    }
    page.words();
    page.text
}

/// A table as authors write its head.
fn head(table: &Schema) -> String {
    let name = table.name;
    if schema::is_list(name) {
        format!("`[[{name}]]` {}", table.words.zh)
    } else {
        format!("`[{name}]` {}", table.words.zh)
    }
}

#[derive(Default)]
struct Page {
    text: String,
    /// Tables within tables that were shown already.
    shown: Vec<&'static str>,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn title(&mut self, level: usize, title: &str) {
        let marks = "#".repeat(level);
        let _ = write!(self.text, "\n{marks} {title}\n\n");
    }

    fn schema(&mut self, table: &'static Schema, title: &str) {
        self.title(3, title);
        match table.name {
            "settings" => self.line("写作 `[settings.规则名]`，下面一行写一个 `键 = 值`，例如 `days = 5`。不写的，用“写法”一栏里的数。\n\nOne table a rule, `[settings.<rule>]`; where a key is left out, the number of the third column holds.\n"),
            "levels" => {
                self.line("一行写一条规则：`规则名 = \"off\"`（或 note、warn、error）。\n\nA line a rule: its name and its level.");
                return;
            }
            _ => {}
        }
        self.keys(table.keys);
        self.tables(table.keys);
    }

    fn keys(&mut self, keys: &'static [KeySpec]) {
        self.line("| 键 | 含义 | 写法 | 必填 | 公开 | English |");
        self.line("| --- | --- | --- | --- | --- | --- |");
        for key in keys {
            let need = if key.need == Need::Must { "是" } else { "" };
            let public = if key.public { "" } else { "否" };
            let (name, zh, en, shape) = (key.name, key.words.zh, key.words.en, shape_words(&key.shape));
            self.line(&format!("| `{name}` | {} | {} | {need} | {public} | {} |", cell(zh), cell(&shape), cell(en)));
        }
    }

    /// The tables that stand in these keys.
    fn tables(&mut self, keys: &'static [KeySpec]) {
        for key in keys {
            if let Some(table) = inner(&key.shape)
                && !self.shown.contains(&table.name)
            {
                self.shown.push(table.name);
                self.title(4, &format!("`{}` {}", key.name, table.words.zh));
                self.keys(table.keys);
                self.tables(table.keys);
            }
        }
    }

    fn words(&mut self) {
        self.title(2, "规定用语");
        self.line("每个词可以写中文、另一种写法或者英文；数据接口一律用英文。");
        for list in LISTS.iter().copied().chain([&schema::LEVELS]) {
            self.title(3, list.name);
            self.line("| 中文 | 英文 | 也可以写 |");
            self.line("| --- | --- | --- |");
            for term in list.terms {
                let variants = term.variants.join("、");
                self.line(&format!("| {} | `{}` | {} |", cell(term.zh), term.key, cell(&variants)));
            }
        }
    }
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// The table that a value of `shape` is.
fn inner(shape: &Shape) -> Option<&'static Schema> {
    match shape {
        Shape::Table(table) | Shape::Short(table, _) => Some(table),
        Shape::List(shape) | Shape::Many(shape) | Shape::Map(shape) => inner(shape),
        _ => None,
    }
}

fn shape_words(shape: &Shape) -> String {
    match shape {
        Shape::Text => "文字".to_owned(),
        Shape::Id => "代号：小写英文字母、数字、连字符".to_owned(),
        Shape::Day => "日期，如 2018-05-03".to_owned(),
        Shape::Moment => "日期，或 \"2018-05-10 09:30\"".to_owned(),
        Shape::Period => "期间，如 \"2018Q3\"".to_owned(),
        Shape::Integer => "整数".to_owned(),
        Shape::Count { least, most, usual } => format!("整数，{least} 至 {most}；不写为 {usual}"),
        Shape::Number => "数字".to_owned(),
        Shape::Flag => "true 或 false".to_owned(),
        Shape::Word(list) => format!("规定用语：{}", list.name),
        Shape::Path => "文件".to_owned(),
        Shape::Refer(refer) => referred(*refer).to_owned(),
        Shape::List(inner) => format!("列表，每项为{}", shape_words(inner)),
        Shape::Many(inner) => format!("{}，一个或者列表", shape_words(inner)),
        Shape::Table(_) => "一组键，见下".to_owned(),
        Shape::Short(_, name) => format!("文字（即 {name}），或者一组键，见下"),
        Shape::Map(inner) => format!("自定的键，值为{}", shape_words(inner)),
        Shape::Any => "任意值".to_owned(),
    }
}

fn referred(refer: Refer) -> &'static str {
    match refer {
        Refer::Organisation => "机构的 id",
        Refer::Field => "一级事项的 id",
        Refer::Item => "公开事项：一级事项/公开事项",
        Refer::Entry => "信息：content/ 下的路径（不带 .md），或者索引号",
        Refer::Plan => "计划的 id",
        Refer::Project => "项目的 id",
        Refer::Account => "新媒体账号的 id",
        Refer::Register => "清单的 id",
        Refer::Rule => "规则的名称、编号或者中文名",
    }
}
