//! Reasons for which something was taken down: readers see them, and what they name is looked for where old pages are kept.

use super::{prose, rule::UNMASKED_PARTY};
use crate::{
    diagnostic::Findings,
    record::{TableKind as _, Value, schema},
    source::{FileId, Span},
    syntax::Declared,
};

/// What was exposed, as reasons name it.
const EXPOSED: [&str; 13] = [
    "身份证",
    "银行账号",
    "银行帐号",
    "银行卡",
    "账号",
    "卡号",
    "手机号",
    "电话号码",
    "住址",
    "病情",
    "病历",
    "出生日期",
    "残疾",
];

/// Looks at the reasons in `[[gone]]`.
pub(in crate::scan) fn reasons(file: FileId, tables: &[Declared], findings: &mut Findings) {
    for table in tables.iter().filter(|it| it.table.name == schema::Gone::SCHEMA.name) {
        let record = &table.record;
        let name = schema::Gone::REASON.into();
        let Some(field) = record.fields().find(|it| it.name == name) else { continue };
        let Value::Text(reason) = field.value else { continue };
        let what = prose::whose(reason).or_else(|| EXPOSED.into_iter().find(|it| reason.contains(it)));
        if let Some(what) = what {
            findings
                .raise(
                    &UNMASKED_PARTY,
                    Span { file, range: field.range },
                    text! {
                        zh: "撤下的原因写着“{what}”：读者会看到漏了谁的、漏了什么",
                        en: "the reason says {what}: readers will see whose and what it was that leaked",
                    },
                )
                .help(text! {
                    zh: "只写“内容有误，更正后重新公开”一类的话",
                    en: "say no more than that it was wrong and will be published again",
                })
                .key(format!("原因 {}", field.range.start));
        }
    }
}
