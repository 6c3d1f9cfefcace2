//! Words of closed lists, and what references refer to.

use super::Reader;
use crate::{
    diagnostic::Edit,
    record::{EncodedValue, Name, RecordBuilder, Refer, Shape, Value},
    source::{Range, Span},
    syntax::UNKNOWN_VALUE,
    vocabulary::{EntryKind, Genre, Text, Vocabulary, Word as _},
};

/// The official words of a list.
pub(super) fn terms(list: &'static Vocabulary) -> Vec<&'static str> {
    list.terms.iter().map(|term| term.zh).collect()
}

/// What a reference refers to: in Chinese, in English, and how one looks.
pub(super) fn referred(refer: Refer) -> (&'static str, &'static str, &'static str) {
    match refer {
        Refer::Organisation => ("机构的代号", "an organisation's id", "\"cyzsj\""),
        Refer::Field => ("一级事项的代号", "a field's id", "\"major-projects\""),
        Refer::Item => {
            ("公开事项，写作“一级事项/公开事项”", "an item, field/item", "\"major-projects/approval-results\"")
        }
        Refer::Entry => ("一条信息，写文件路径或索引号", "an entry: its path or index number", "\"2018/通知\""),
        Refer::Plan => ("计划的代号", "a plan's id", "\"2018\""),
        Refer::Project => ("项目的代号", "a project's id", "\"park-road\""),
        Refer::Account => ("新媒体账号的代号", "an account's id", "\"weixin\""),
        Refer::Register => ("清单的代号", "a register's id", "\"power-list\""),
        Refer::Rule => ("规则的名称", "a rule's name", "\"late-publication\""),
    }
}

impl Reader<'_> {
    /// The word that `typed` names; none is told (0007).
    pub(super) fn word(&mut self, typed: &str, list: &'static Vocabulary, range: Range) -> Option<EncodedValue> {
        if let Some(at) = list.find(typed) {
            return u16::try_from(at).ok().map(|at| Value::Word(at).into());
        }
        let name = list.name;
        let genre = if list.name == EntryKind::VOCABULARY.name { kind_of_genre(typed) } else { None };
        let near = match genre {
            Some(kind) => Some(kind.label()),
            None if self.may_guess() => list.nearest(typed).map(|term| term.zh),
            None => None,
        };
        let allowed = terms(list).join("、");
        let shown = shown(typed);
        let place = Span { file: self.stand.file, range };
        let finding = self.findings.raise(
            &UNKNOWN_VALUE,
            place,
            text! { zh: "“{shown}”不是{name}的规定用语", en: "`{shown}` is none of the words of {name}" },
        );
        finding.note(words! { zh: "可用", en: "allowed" }, Text::same(allowed));
        match near {
            Some(near) if genre.is_some() => {
                let typed = typed.trim();
                finding
                    .fix([Edit::guess(place, near)])
                    .label(text! { zh: "这是体裁，内容类型是“{near}”", en: "a genre; the kind is `{near}`" })
                    .help(text! { zh: "改为：kind = \"{near}\"；体裁另写一行 genre = \"{typed}\"", en: "write `kind = \"{near}\"`, and in another line `genre = \"{typed}\"`" });
            }
            Some(near) => {
                finding
                    .fix([Edit::guess(place, near)])
                    .label(text! { zh: "是不是“{near}”？", en: "`{near}`?" })
                    .help(text! { zh: "是的话改为：\"{near}\"；不是的，从上面列出的词中选一个", en: "if so, write: \"{near}\"; else choose one of the words above" });
            }
            None => {
                finding.help(text! { zh: "从上面列出的词中选一个", en: "choose one of the words above" });
            }
        }
        None
    }

    /// Several words of a list written as one text, `决策公开、结果公开`: told, and read. `inside` a list they only want their
    /// quotes.
    pub(super) fn joined(
        &mut self,
        typed: &str,
        list: &'static Vocabulary,
        range: Range,
        inside: bool,
    ) -> Option<Vec<(Range, EncodedValue)>> {
        let parts: Vec<&str> = typed.split(['、', '，', ',', '；', ';', ' ']).filter(|part| !part.is_empty()).collect();
        if parts.len() < 2 || list.find(typed).is_some() {
            return None;
        }
        let sure = parts.iter().all(|part| list.find(part).is_some());
        let known = |part: &&str| {
            list.find(part).map(|at| (at, (*part).to_owned())).or_else(|| {
                let near = list.nearest(part)?;
                Some((list.find(near.zh)?, near.zh.to_owned()))
            })
        };
        // One word of a list with signs in it is not several.
        if !sure && (!self.may_guess() || parts.iter().all(|part| list.find(part).is_none())) {
            return None;
        }
        let found: Vec<(usize, String)> = parts.iter().map(known).collect::<Option<_>>()?;
        self.tell_list(found.iter().map(|(_, word)| word.as_str()), range, inside, sure);
        Some(
            found
                .into_iter()
                .filter_map(|(at, _)| Some((range, Value::Word(u16::try_from(at).ok()?).into())))
                .collect(),
        )
    }
}

/// Keys whose lists hold single words: a stop between them is a comma.
const WORDS: [&str; 5] = ["keywords", "offices", "phones", "accounts", "aliases"];

impl Reader<'_> {
    /// Several words in one text, of a key that takes a list of words or of what a word may stand for, `keywords = "防汛、值守"`:
    /// told, and read.
    pub(super) fn run_together(
        &mut self,
        (key, shape): (&str, &Shape),
        typed: &str,
        range: Range,
        inside: bool,
    ) -> Option<Vec<(Range, EncodedValue)>> {
        if !WORDS.contains(&key) {
            return None;
        }
        let parts: Vec<&str> =
            typed.split(['、', '，', ',', '；', ';']).map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.len() < 2 || parts.iter().any(|it| it.contains(['"', '\\'])) {
            return None;
        }
        self.tell_list(parts.iter().copied(), range, inside, true);
        let one = |it: &str| -> Option<EncodedValue> {
            let Shape::Short(schema, short) = shape else { return Some(Value::Text(it).into()) };
            let mut fields = RecordBuilder::default();
            fields.put(Name::Declared(schema.key(short)?.number), range, range, &Value::Text(it).into());
            Some(fields.into())
        };
        parts.into_iter().map(|it| Some((range, one(it)?))).collect()
    }

    /// Tells that `words`, which stand in one text, want to be a list; `inside` one they only want their quotes. `sure` where each
    /// is certainly read right.
    fn tell_list<'w>(&mut self, words: impl Iterator<Item = &'w str>, range: Range, inside: bool, sure: bool) {
        let right = words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
        let place = Span { file: self.stand.file, range };
        let new = if inside { right } else { format!("[{right}]") };
        let line = self.line_with(range, &new);
        self.findings
            .raise(
                &crate::syntax::WRONG_TYPE,
                place,
                text! { zh: "几个词要分开写成列表，不能写在一对引号里", en: "several words must be a list, not one text" },
            )
            .label(text! { zh: "应分开写", en: "should be a list" })
            .help(text! { zh: "改为：{line}", en: "write: {line}" })
            .fix([Edit::new(place, new, sure)]);
    }
}

/// The kind of entry that an official document of the genre `typed` mostly is: clerks call a notice by its genre.
fn kind_of_genre(typed: &str) -> Option<EntryKind> {
    match typed.trim() {
        "公告" | "通告" | "公示" | "公报" => Some(EntryKind::Notice),
        "纪要" | "会议纪要" | "议案" => Some(EntryKind::Decision),
        "办法" | "规定" | "细则" | "规范性文件" | "规划" | "方案" | "实施方案" | "计划" => {
            Some(EntryKind::Document)
        }
        typed => {
            Genre::VOCABULARY.terms.iter().any(|it| it.zh == typed && it.zh != "其他").then_some(EntryKind::Document)
        }
    }
}

/// At most thirty characters of what was typed.
pub(super) fn shown(typed: &str) -> String {
    match typed.char_indices().nth(30) {
        Some((end, _)) => format!("{}……", &typed[..end]),
        None => typed.to_owned(),
    }
}
