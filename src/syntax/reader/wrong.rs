//! Values of the wrong kind, in plain words.

use toml::de::DeValue;

use super::{
    Reader,
    missing::{self, sample},
    table::Line,
    word::{referred, shown},
};
use crate::{
    diagnostic::Edit,
    record::Shape,
    source::{Range, Span},
    syntax::WRONG_TYPE,
};

/// What is written, in both tongues.
fn found(value: &DeValue<'_>) -> (&'static str, &'static str) {
    match value {
        DeValue::String(_) => ("文字", "a text"),
        DeValue::Integer(_) => ("整数", "a whole number"),
        DeValue::Float(_) => ("小数", "a decimal number"),
        DeValue::Boolean(_) => ("是否（true/false）", "true or false"),
        DeValue::Datetime(it) if it.date.is_some() && it.time.is_some() => ("日期和时间", "a day and time"),
        DeValue::Datetime(it) if it.time.is_some() => ("时间", "a time"),
        DeValue::Datetime(_) => ("日期", "a day"),
        DeValue::Array(_) => ("列表", "a list"),
        DeValue::Table(_) => ("一组键（表）", "a table"),
    }
}

/// What is wanted, in both tongues.
fn wanted(shape: &Shape) -> (&'static str, &'static str) {
    match shape {
        Shape::Text | Shape::Any => ("文字，放在英文双引号里", "a text in double quotes"),
        Shape::Id => {
            ("代号，由小写英文字母、数字和连字符组成，放在英文双引号里", "an id of a–z, 0–9 and -, in double quotes")
        }
        Shape::Path => ("文件名，放在英文双引号里", "a file's name in double quotes"),
        Shape::Day => ("日期，年-月-日，不加引号", "a day without quotes"),
        Shape::Moment => ("日期，或者放在英文双引号里的日期和时间", "a day, or a day and time in double quotes"),
        Shape::Period => ("期间：2018、2018H1、2018Q3 或 2018-07，放在英文双引号里", "a period in double quotes"),
        Shape::Integer | Shape::Count { .. } => ("整数，不加引号", "a whole number without quotes"),
        Shape::Number => ("数字，不加引号", "a number without quotes"),
        Shape::Flag => (" true（是）或 false（否），不加引号", "true or false without quotes"),
        Shape::Word(_) => ("规定用语，放在英文双引号里", "a word in double quotes"),
        Shape::Refer(refer) => {
            let (zh, en, _) = referred(*refer);
            (zh, en)
        }
        Shape::List(_) => ("列表，放在方括号里，中间用英文逗号隔开", "a list in brackets"),
        Shape::Many(inner) => many(inner),
        Shape::Short(..) => ("文字，或者一组键", "a text or a table"),
        Shape::Table(_) | Shape::Map(_) => ("一组键，放在花括号里", "a table in braces"),
    }
}

/// What is left open where only a person knows the value, in both tongues.
fn hole(shape: &Shape) -> Option<(&'static str, &'static str)> {
    match shape {
        Shape::Day | Shape::Moment => Some(("日期", "day")),
        Shape::Integer | Shape::Count { .. } => Some(("整数", "whole number")),
        Shape::Number => Some(("数字", "number")),
        _ => None,
    }
}

fn many(inner: &Shape) -> (&'static str, &'static str) {
    match inner {
        Shape::Table(_) => ("一组键，或者几组键的列表", "a table or a list of tables"),
        _ => ("文字，或者几个文字的列表", "a text or a list of texts"),
    }
}

impl Reader<'_> {
    /// Tells a value of the wrong kind (0005); `right` is how it should be written, where that is clear.
    pub(super) fn wrong(&mut self, name: &str, shape: &Shape, value: &DeValue<'_>, range: Range, right: Option<&str>) {
        let name = shown(name);
        let ((zh, en), (got_zh, got_en)) = (wanted(shape), found(value));
        let raw = self.raw(range);
        let typed = if raw.contains('\n') { String::new() } else { format!(" {}", shown(raw)) };
        // What stands without quotes is no text to its author.
        let (got_zh, got_en) = if self.is_loose(range) { ("", "") } else { (got_zh, got_en) };
        // A value without quotes becomes no list by putting brackets around it.
        let safe = !(self.is_loose(range) && matches!(shape, Shape::List(_)));
        let got_en = format!("{got_en}{typed}");
        let got_en = got_en.trim_start();
        let whole = right.map(|right| self.whole_line(range, right).unwrap_or_else(|| format!("{name} = {right}")));
        let finding = self.findings.raise(
            &WRONG_TYPE,
            Span { file: self.stand.file, range },
            text! { zh: "{name} 应当写{zh}；这里写的是{got_zh}{typed}", en: "`{name}` wants {en}, not {got_en}" },
        );
        if let (Some(right), Some(whole)) = (right, whole) {
            finding
                .label(text! { zh: "应为 {right}", en: "should be {right}" })
                .help(text! { zh: "改为：{whole}", en: "write: {whole}" })
                .fix([Edit::new(Span { file: self.stand.file, range }, right, safe)]);
        } else {
            let sample = sample(shape);
            finding.label(text! { zh: "写法不对", en: "of the wrong kind" });
            let table = matches!(shape, Shape::Table(_)) && matches!(value, DeValue::String(_));
            if table {
                let right = missing::hole(shape, "");
                finding.help(text! { zh: "改为：{name} = {right}", en: "write: {name} = {right}" }).fix([Edit::new(
                    Span { file: self.stand.file, range },
                    right,
                    false,
                )]);
            } else if let Shape::Short(schema, short) = shape
                && let Some(key) = schema.key(short)
            {
                let what = schema.words.zh.split(['（', '；', '，', '：']).next().unwrap_or_default();
                let right = missing::hole(&key.shape, what);
                finding.help(text! { zh: "改为：{name} = {right}", en: "write: {name} = {right}" }).fix([Edit::new(
                    Span { file: self.stand.file, range },
                    right,
                    false,
                )]);
            } else if let Some((zh, en)) = hole(shape) {
                finding
                    .help(text! { zh: "改为：{name} = 〔{zh}〕，例如 {name} = {sample}", en: "write: {name} = 〔{en}〕, e.g. {name} = {sample}" })
                    .fix([Edit::new(Span { file: self.stand.file, range }, format!("〔{zh}〕"), false)]);
            } else {
                finding.help(text! { zh: "照这样写：{name} = {sample}", en: "write it like: {name} = {sample}" });
            }
        }
    }

    /// Tells an id with letters that ids do not have (0005); answers the one that was meant, which may be empty.
    pub(super) fn wrong_id(&mut self, line: &Line<'_, '_>, id: &str, range: Range) -> String {
        let name = line.name;
        let right = id_from(id);
        let shown = shown(id);
        let finding = self.findings.raise(
            &WRONG_TYPE,
            Span { file: self.stand.file, range },
            text! {
                zh: "代号 {name} 只能用小写英文字母、数字和连字符（-）：“{shown}”", en: "the id `{name}` takes only a–z, 0–9 and -: `{shown}`"
            },
        );
        finding.label(text! { zh: "有不能用的字符", en: "other characters" });
        if right.is_empty() {
            finding.help(text! {
                zh: "改为：{name} = \"〔拼音或者英文代号〕\"，例如 {name} = \"major-projects\"；代号用在网址里，定了就不再改", en: "write {name} = \"〔pinyin or English〕\", e.g. {name} = \"major-projects\": it stands in addresses for ever"
            })
            .fix([Edit::new(Span { file: self.stand.file, range }, "\"〔拼音或者英文代号〕\"", false)]);
        } else {
            // Others may name it already, and it stands in addresses.
            let edit = Edit::new(Span { file: self.stand.file, range }, format!("\"{right}\""), false);
            finding.help(text! { zh: "改为：{name} = \"{right}\"", en: "write: {name} = \"{right}\"" }).fix([edit]);
        }
        right
    }
}

/// The id that was probably meant; empty where nothing of it can stand in one.
fn id_from(typed: &str) -> String {
    let mut id = String::new();
    for char in typed.trim().chars() {
        match char {
            'a'..='z' | '0'..='9' => id.push(char),
            'A'..='Z' => id.push(char.to_ascii_lowercase()),
            '-' | '_' | ' ' | '.' | '/' if !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    id.trim_matches('-').to_owned()
}
