//! Keys that are not there.

use super::{Reader, Scope, word::terms};
use crate::{
    diagnostic::Edit,
    record::{KeySpec, Shape},
    source::{Range, Span},
    syntax::MISSING_KEY,
    vocabulary::Text,
};

impl Reader<'_> {
    /// Tells that `key` is missing in the table at `head` (0006).
    pub(super) fn missing_key(&mut self, key: &KeySpec, head: Range, scope: &Scope<'_>) {
        let Text { zh: zh_table, en: en_table } = scope.title();
        let (name, zh, en) = (key.name, key.words.zh, key.words.en);
        let sample = sample(&key.shape);
        let fix = self.line_below(head).map(|at| {
            let hole = if sample.starts_with('"') { "\"〔…〕\"" } else { "〔…〕" };
            Edit::new(Span { file: self.stand.file, range: at }, format!("{name} = {hole}\n"), false)
        });
        self.findings
            .raise(
                &MISSING_KEY,
                Span { file: self.stand.file, range: head },
                text! { zh: "{zh_table} 缺少 {name}（{zh}）", en: "{en_table} lacks `{name}` ({en})" },
            )
            .label(text! { zh: "缺少 {name}", en: "`{name}` is missing" })
            .help(text! { zh: "加上：{name} = {sample}", en: "add: {name} = {sample}" })
            .fix(fix)
            .key(format!("{}:{name}", scope.schema.name));
    }

    /// Where the line begins below a table's head: there a key may always be added. None for a table within a line.
    fn line_below(&self, head: Range) -> Option<Range> {
        let at = head.bytes().start.checked_sub(self.stand.shift)?;
        let start = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = self.text[start..].split_inclusive('\n').next().filter(|line| line.ends_with('\n'))?;
        let below = self.stand.shift + start + line.len();
        line.trim_start().starts_with(['[', '【', '［']).then(|| Range::new(below, below))
    }
}

/// How a value of `shape` looks.
pub(super) fn sample(shape: &Shape) -> String {
    match shape {
        Shape::Text | Shape::Path | Shape::Any | Shape::Short(..) => "\"……\"".to_owned(),
        Shape::Id => "\"park-road\"".to_owned(),
        Shape::Refer(refer) => super::word::referred(*refer).2.to_owned(),
        Shape::Day => "2018-05-03".to_owned(),
        Shape::Moment => "2018-05-10".to_owned(),
        Shape::Period => "\"2018Q3\"".to_owned(),
        Shape::Integer | Shape::Number => "12".to_owned(),
        Shape::Flag => "true".to_owned(),
        Shape::Word(list) => format!("\"{}\"", terms(list).first().copied().unwrap_or("……")),
        Shape::List(inner) => format!("[{}]", sample(inner)),
        Shape::Many(inner) => sample(inner),
        Shape::Map(_) => "{ \"名称\" = \"……\" }".to_owned(),
        Shape::Table(schema) => match schema.keys.first() {
            Some(key) => format!("{{ {} = {} }}", key.name, sample(&key.shape)),
            None => "{ … }".to_owned(),
        },
    }
}
