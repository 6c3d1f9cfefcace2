//! Keys that are not there.

use super::{Reader, Scope, word::terms};
use crate::{
    diagnostic::Edit,
    record::{KeySpec, Need, Shape},
    source::{Range, Span},
    syntax::MISSING_KEY,
    vocabulary::Text,
};

impl Reader<'_> {
    /// Tells that `key` is missing in the table at `head` (0006).
    pub(super) fn missing_key(&mut self, key: &KeySpec, head: Range, scope: &Scope<'_>) {
        let Text { zh: zh_table, en: en_table } = scope.title();
        let (name, zh, en) = (key.name, key.words.zh, key.words.en);
        let (hole_zh, hole_en) = (hole(&key.shape, term(zh, '，')), hole(&key.shape, term(en, ',')));
        let fix = self
            .line_below(head)
            .map(|at| Edit::new(Span { file: self.stand.file, range: at }, format!("{name} = {hole_zh}\n"), false));
        // What only this project has is not shown by what another has.
        let (sample_zh, sample_en) = if is_alike(&key.shape) {
            let sample = sample(&key.shape);
            (format!("，例如 {name} = {sample}"), format!(", e.g. {name} = {sample}"))
        } else {
            (String::new(), String::new())
        };
        self.findings
            .raise(
                &MISSING_KEY,
                Span { file: self.stand.file, range: head },
                text! { zh: "{zh_table} 缺少 {name}（{zh}）", en: "{en_table} lacks `{name}` ({en})" },
            )
            .label(text! { zh: "缺少 {name}", en: "`{name}` is missing" })
            .help(text! { zh: "加上：{name} = {hole_zh}{sample_zh}", en: "add: {name} = {hole_en}{sample_en}" })
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

/// Whether values of `shape` look alike in all projects.
fn is_alike(shape: &Shape) -> bool {
    match shape {
        Shape::Text | Shape::Path | Shape::Any | Shape::Short(..) | Shape::Refer(_) | Shape::Map(_) => false,
        Shape::List(inner) | Shape::Many(inner) => is_alike(inner),
        Shape::Table(schema) => schema.keys.iter().take(2).all(|it| is_alike(&it.shape)),
        _ => true,
    }
}

/// The name in `words`, without what explains it.
fn term(words: &'static str, comma: char) -> &'static str {
    words.split(['（', '；', '：', '(', ';', ':', comma]).next().unwrap_or(words).trim()
}

/// A value of `shape` that is still to be written, `what` it is between the brackets.
pub(super) fn hole(shape: &Shape, what: &str) -> String {
    match shape {
        Shape::Day | Shape::Moment | Shape::Integer | Shape::Number | Shape::Count { .. } | Shape::Flag => {
            format!("〔{what}〕")
        }
        Shape::List(inner) => format!("[{}]", hole(inner, what)),
        Shape::Many(inner) => hole(inner, what),
        Shape::Table(schema) => {
            let must = schema.keys.iter().filter(|it| it.need == Need::Must);
            let keys: Vec<_> = must.chain(schema.keys.iter().filter(|it| it.need == Need::May)).take(2).collect();
            let keys: Vec<String> =
                keys.iter().map(|it| format!("{} = {}", it.name, hole(&it.shape, term(it.words.zh, '，')))).collect();
            format!("{{ {} }}", keys.join(", "))
        }
        Shape::Map(inner) => format!("{{ \"〔名称〕\" = {} }}", hole(inner, what)),
        _ => format!("\"〔{what}〕\""),
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
        Shape::Count { usual, .. } => usual.to_string(),
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
