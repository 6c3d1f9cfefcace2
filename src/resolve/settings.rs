//! `[settings]`: names that are no rule's, or another's than one that may be told something.

use super::{policy, tables::Tables};
use crate::{
    diagnostic::{Edit, Findings, Rulebook},
    record::{Record, TableKind as _, schema},
    source::Span,
    syntax::UNKNOWN_KEY,
};

/// The settings as written; keys that name no rule with settings are told.
pub(super) fn settings(
    tables: &mut Tables,
    rulebook: &Rulebook,
    findings: &mut Findings,
) -> Vec<Record<schema::Settings>> {
    let parts = tables.parts::<schema::Settings>(false, findings);
    for record in &parts {
        for field in record.fields() {
            let Some(typed) = field.name.chosen() else { continue };
            let key = Span { file: record.file, range: field.key };
            named(typed, key, rulebook, findings);
        }
    }
    parts
}

/// Tells what `typed` names instead of a rule that takes settings.
fn named(typed: &str, key: Span, rulebook: &Rulebook, findings: &mut Findings) {
    let known = schema::Settings::SCHEMA;
    let near = crate::vocabulary::nearest_of(known.keys.iter().map(|it| it.name), typed, 0.6);
    let rule = match (rulebook.find(typed), near) {
        (Some(rule), _) => rule,
        (None, Some(near)) => {
            // The key of a table: it stands without quotes.
            super::names::dangling(typed, words! { zh: "规则", en: "rule" }, Some(near), key, findings)
                .fix([Edit::new(key, near, false)]);
            return;
        }
        (None, None) => {
            policy::by_key(typed, key, rulebook, findings);
            return;
        }
    };
    let (label, name) = (rule.label, rule.name);
    if known.key(name).is_some() {
        findings
            .raise(
                &UNKNOWN_KEY,
                key,
                text! { zh: "[settings] 里要写规则的英文名", en: "a table of settings has the rule's name" },
            )
            .label(text! { zh: "就是 {name}", en: "this is {name}" })
            .help(text! { zh: "改为：[settings.{name}]", en: "write: [settings.{name}]" })
            .fix([Edit::new(key, name, true)]);
        return;
    }
    let all = known.keys.iter().map(|it| it.name).collect::<Vec<_>>().join(" ");
    findings
        .raise(
            &UNKNOWN_KEY,
            key,
            text! { zh: "规则“{label}”没有可以设置的数字或日期", en: "the rule {name} takes no settings" },
        )
        .label(text! { zh: "不能设置", en: "takes none" })
        .help(text! {
            zh: "删去这张表；要改级别的，在 [levels] 下写 {name} = \"note\"（或 off、warn、error）；可以设置的规则：{all}",
            en: "delete this table; its level stands in [levels]: {name} = \"note\"; rules with settings: {all}"
        });
}
