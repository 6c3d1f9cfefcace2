//! The text of a new entry: every key and element its item asks for. What must be true before it may be said – days, reviews,
//! references – stands as a comment, so that nothing is published which nobody wrote.

use super::{body::OPEN, edit::quoted};
use crate::{
    check::review_steps,
    day::Day,
    model::{Item, Model},
    record::{KeySpec, Shape, schema},
    scan::report_parts,
    vocabulary::{EntryKind, Word, year_of_title},
};

/// Columns before a comment.
const COLUMN: usize = 36;

/// What a new entry is of.
pub struct Draft<'a> {
    pub model: &'a Model,
    pub item: &'a Item,
    pub kind: EntryKind,
    pub title: &'a str,
}

impl Draft<'_> {
    /// The whole file.
    pub fn text(&self) -> String {
        let today = self.model.today;
        let Self { item, kind, .. } = self;
        let mut out = Lines(String::from("+++\n"));
        out.key("title", &quoted(self.title), "标题");
        out.key("item", &quoted(&item.id), &format!("公开事项：{}", one_line(&item.title)));
        out.key("kind", &quoted(kind.label()), &self.kinds());
        out.key("draft", "true", "草稿，不发布；写好并审查以后删去这一行");
        out.0.push_str("# 以 # 开头的行不起作用：用得着的，照实改好，删去行首的“# ”；用不着的，整行删去。\n");
        if *kind != EntryKind::Post {
            out.asked("made", &today.to_string(), "成文日期（获取的信息改写 obtained）");
            out.asked("published", &today.to_string(), "发布日期");
        }
        out.key("summary", &quoted(OPEN), "内容概述，一两句话");
        out.asked("number", "\"\"", "文号，年份用六角括号〔〕");
        let report = self.report_year();
        for key in schema::own(*kind) {
            let year = report.filter(|_| key.name == schema::Entry::YEAR.name).map(|it| it.to_string());
            out.asked(key.name, &year.unwrap_or_else(|| sample(&key.shape, today)), &meaning(key));
        }
        self.common(&mut out, today);
        out.0.push_str("\n[review]\n");
        let signed = format!("{{ by = \"\", on = {today} }}");
        for step in review_steps(self.model) {
            out.asked(step.key(), &signed, &format!("{}：谁、哪天；没有它不能发布", step.label()));
        }
        self.elements(&mut out);
        if let Some(register) = item.register {
            let register = self.model.register(register);
            out.0.push_str("\n# [table]\n");
            out.asked("file", "\"清单.csv\"", "表格文件，放在本文件旁边");
            out.asked("register", &quoted(&register.id), "按哪种清单核对");
        }
        out.0.push_str("+++\n");
        if let Some(year) = report {
            for (part, ordinal) in report_parts(year).zip("一二三四五六".chars()) {
                out.0.push_str(&format!("\n## {ordinal}、{part}\n\n{OPEN}\n"));
            }
        } else {
            out.0.push_str(&format!("\n{OPEN}\n"));
        }
        out.0
    }

    /// The year that an annual report is on, by its title, else the last: its form is the one in force for that year.
    fn report_year(&self) -> Option<i32> {
        let is_report = self.item.is_annual_report() && self.kind == EntryKind::Report;
        is_report.then(|| year_of_title(self.title).unwrap_or_else(|| self.model.today.year() - 1))
    }

    fn kinds(&self) -> String {
        let others: Vec<&str> = self.item.kinds.iter().filter(|it| *it != self.kind).map(Word::label).collect();
        if others.is_empty() {
            "内容类型".to_owned()
        } else {
            format!("内容类型，还可以是：{}", others.join("、"))
        }
    }

    /// Keys that entries of any kind take, and this one probably will.
    fn common(&self, out: &mut Lines, today: Day) {
        let Self { item, kind, .. } = self;
        if matches!(kind, EntryKind::Document) {
            out.asked("document_class", "\"其他\"", "文件类别：规章、行政规范性文件、其他");
            let signed = format!("{{ by = \"\", on = {today} }}");
            let must = "规章、行政规范性文件要有：谁、哪天";
            out.asked("legality_review", &signed, &format!("合法性审核，{must}"));
            out.asked("fair_competition_review", &signed, "公平竞争审查，涉及经营者的文件要有：谁、哪天");
            out.asked("validity", "\"有效\"", "有效性：有效、失效、废止");
            out.asked("effective", &today.to_string(), "施行日期");
            out.asked("expires", &today.to_string(), "有效期至");
        }
        out.asked("theme", "\"\"", "主题分类");
        out.asked("genre", "\"\"", "体裁分类：通知、意见、批复等");
        out.asked("keywords", "[\"\"]", "主题词");
        out.asked("attachments", "[\"附件.docx\"]", "附件，放在本文件旁边");
        let channels = item.channels.iter().filter(|it| it.channel != crate::vocabulary::Channel::Website);
        let channels: Vec<String> = channels
            .map(|it| {
                let name = it.other.as_deref().unwrap_or(it.channel.label());
                format!("{{ channel = {}, on = {today} }}", quoted(&one_line(name)))
            })
            .collect();
        if !channels.is_empty() {
            out.asked("channels", &format!("[{}]", channels.join(", ")), "目录要求的其他渠道：发了再写");
        }
    }

    /// What the catalogue says of the body for the element `name`; that it is open where it says nothing.
    fn known(&self, name: &str) -> &str {
        let Some(body) = self.item.organisation.map(|it| self.model.organisation(it)) else { return OPEN };
        let key = match name {
            "办公地址" | "地址" => schema::Organisation::ADDRESS,
            "办公时间" | "服务时间" => schema::Organisation::HOURS,
            "联系方式" | "联系电话" | "办公电话" | "服务电话" => schema::Organisation::PHONE,
            _ => return OPEN,
        };
        body.record.get(key).filter(|it| !it.trim().is_empty()).unwrap_or(OPEN)
    }

    /// The elements that no key of the entry's own is.
    fn elements(&self, out: &mut Lines) {
        let named = |name: &str| {
            let own = schema::own(self.kind).iter().any(|key| key.words.zh == name);
            own || OWN.contains(&name)
        };
        let elements: Vec<_> =
            self.item.elements.iter().filter(|it| !it.name.trim().is_empty() && !named(&it.name)).collect();
        if elements.is_empty() {
            return;
        }
        out.0.push_str("\n# 目录要求的内容；也可以删去，在正文里用“## 名称”作小标题，或写成表格的一栏。\n[elements]\n");
        let mut written: Vec<&str> = Vec::new();
        for element in elements {
            if written.contains(&&*element.name) {
                continue;
            }
            written.push(&element.name);
            let key = toml_edit::Key::new(one_line(&element.name));
            // Hanzi want quotes; a key that does not is quoted too, to look like its neighbours.
            let key = if key.to_string().starts_with(['"', '\'']) { key.to_string() } else { quoted(&element.name) };
            match (element.optional, element.each) {
                (true, _) => out.asked(&key, "\"\"", "没有的可以不写"),
                (false, true) => out.key(&key, &quoted(self.known(&element.name)), "每条都要有"),
                (false, false) => out.key(&key, &quoted(self.known(&element.name)), "这个事项的条目合起来要有"),
            }
        }
    }
}

/// Elements that a key of every entry, its text or its attachments are.
const OWN: [&str; 11] =
    ["标题", "正文", "文号", "发文字号", "发布机构", "成文日期", "生成日期", "发布日期", "附件", "内容概述", "索引号"];

struct Lines(String);

impl Lines {
    /// A key with its value.
    fn key(&mut self, name: &str, value: &str, comment: &str) {
        self.line(&format!("{name} = {value}"), comment);
    }

    /// A key that is only shown.
    fn asked(&mut self, name: &str, value: &str, comment: &str) {
        self.line(&format!("# {name} = {value}"), comment);
    }

    fn line(&mut self, line: &str, comment: &str) {
        let width: usize = line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        let pad = COLUMN.saturating_sub(width).max(2);
        self.0.push_str(&format!("{line}{}# {comment}\n", " ".repeat(pad)));
    }
}

/// What `key` means, and what may be written where that is a closed list.
fn meaning(key: &KeySpec) -> String {
    let mut shape = &key.shape;
    while let Shape::List(inner) | Shape::Many(inner) = shape {
        shape = inner;
    }
    match shape {
        Shape::Word(list) => {
            let words: Vec<&str> = list.terms.iter().map(|term| term.zh).collect();
            format!("{}：{}", key.words.zh, words.join("、"))
        }
        _ => key.words.zh.to_owned(),
    }
}

/// A value of `shape`, to be written over.
fn sample(shape: &Shape, today: Day) -> String {
    match shape {
        Shape::Day => today.to_string(),
        Shape::Moment => format!("\"{today} 09:00\""),
        Shape::Period => format!("\"{}\"", today.ymd().0),
        Shape::Count { usual, .. } => usual.to_string(),
        Shape::Integer | Shape::Number => today.ymd().0.to_string(),
        Shape::Flag => "true".to_owned(),
        Shape::Word(list) => quoted(list.terms.first().map_or("", |it| it.zh)),
        Shape::List(inner) | Shape::Many(inner) => format!("[{}]", sample(inner, today)),
        Shape::Table(_) => "{}".to_owned(),
        Shape::Map(_) => "{ \"名称\" = \"\" }".to_owned(),
        Shape::Text | Shape::Id | Shape::Path | Shape::Refer(_) | Shape::Short(..) | Shape::Any => "\"\"".to_owned(),
    }
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
