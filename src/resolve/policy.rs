//! `[levels]`, `[privacy]`, the profile: what settings say about findings.

use std::collections::{BTreeMap, BTreeSet};

use super::{names, tables::Tables};
use crate::{
    day::Day,
    diagnostic::{Allow, Attestation, Edit, Findings, Level, Policy, Portion, Rule, Rulebook, Subject},
    model::Settings,
    record::{Key, Many, Record, Text, Value, ValueType as _, View, schema},
    source::{Range, Span},
    vocabulary::{self, Profile, Word as _, names_nobody},
};

/// The families a `catalogue-only` profile keeps; 0206 and 0207 are left out of them.
const CATALOGUE_ONLY: [&str; 13] =
    ["GK00", "GK01", "GK02", "GK03", "GK04", "GK05", "GK07", "GK08", "GK14", "GK17", "GK18", "GK19", "GK20"];

/// All that settings say, but for `[[allow]]`, which may name entries.
pub(super) fn policy(
    tables: &mut Tables,
    settings: &Settings,
    today: Day,
    profile: Profile,
    rulebook: &Rulebook,
    findings: &mut Findings,
) -> Policy {
    let privacy = tables.parts::<schema::Privacy>(true, findings);
    let list = |key: Key<schema::Privacy, Many<Text>>| -> BTreeSet<String> {
        let digits = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect();
        privacy.iter().flat_map(|it| it.all(key)).map(digits).collect()
    };
    Policy {
        levels: levels(&tables.parts(false, findings), rulebook, findings),
        silenced: silenced(profile, rulebook),
        allows: Vec::new(),
        told_before: settings.count(schema::Settings::EXPIRED_ALLOW, schema::ExpiredAllow::DAYS).into(),
        phones: list(schema::Privacy::PHONES),
        accounts: list(schema::Privacy::ACCOUNTS),
        attestations: privacy
            .iter()
            .flat_map(|it| it.all(schema::Privacy::NOT_IDENTITY))
            .filter_map(|it| attestation(it, today, findings))
            .collect(),
        // Known once the entries are: `whole` fills it.
        checked: BTreeSet::new(),
        limited: BTreeSet::new(),
        codes: BTreeMap::new(),
        exposed: None,
    }
}

/// What two people attest; nothing where they are one, where one of them is nobody, or where the day is still to come.
fn attestation(record: View<'_, schema::NotIdentity>, today: Day, findings: &mut Findings) -> Option<Attestation> {
    let text = |key: Key<schema::NotIdentity, Text>| record.get(key).unwrap_or_default();
    let [by, second] = [text(schema::NotIdentity::BY), text(schema::NotIdentity::SECOND)];
    let bare = |name: &str| name.chars().filter(|it| it.is_alphanumeric()).collect::<String>().to_lowercase();
    let mut refuse = |span: Span, message: vocabulary::Text, help: vocabulary::Text| {
        findings.raise(&crate::syntax::UNKNOWN_VALUE, span, message).help(help);
    };
    for (key, name) in [(schema::NotIdentity::BY, by), (schema::NotIdentity::SECOND, second)] {
        if record.has(key) && names_nobody(name) {
            refuse(
                record.span_of(key),
                text! { zh: "“{name}”没有说是谁确认的", en: "`{name}` does not say who attests" },
                text! { zh: "由两个人分别核对以后，写各自的姓名或职务", en: "two people compare it, each by name or office" },
            );
            return None;
        }
    }
    if record.has(schema::NotIdentity::SECOND) && bare(by) == bare(second) {
        refuse(
            record.span_of(schema::NotIdentity::SECOND),
            text! { zh: "第二确认人和第一个是同一个人：“{second}”", en: "both who attest are one: `{second}`" },
            text! { zh: "由另一个人再核对一遍，写他的姓名或职务", en: "have another person compare it, and write who" },
        );
        return None;
    }
    let on = record.get(schema::NotIdentity::ON);
    if let Some(on) = on.filter(|it| *it > today) {
        refuse(
            record.span_of(schema::NotIdentity::ON),
            text! { zh: "确认日期 {on} 还没有到", en: "the day of the attestation, {on}, is still to come" },
            text! { zh: "写实际核对的日期", en: "write the day on which it was compared" },
        );
        return None;
    }
    let owned = |key| text(key).to_owned();
    Some(Attestation { file: owned(schema::NotIdentity::FILE), place: owned(schema::NotIdentity::PLACE) })
}

fn silenced(profile: Profile, rulebook: &Rulebook) -> BTreeSet<&'static str> {
    let left_out = |rule: &&'static Rule| {
        !CATALOGUE_ONLY.iter().any(|prefix| rule.code.starts_with(prefix)) || matches!(rule.code, "GK0206" | "GK0207")
    };
    match profile {
        Profile::Full => BTreeSet::new(),
        Profile::CatalogueOnly => rulebook.rules().into_iter().filter(left_out).map(|rule| rule.code).collect(),
    }
}

fn levels(
    portions: &[Record<schema::Levels>],
    rulebook: &Rulebook,
    findings: &mut Findings,
) -> BTreeMap<&'static str, Level> {
    let mut levels: BTreeMap<&'static str, (Level, Span)> = BTreeMap::new();
    for (record, field) in portions.iter().flat_map(|record| record.fields().map(move |field| (record, field))) {
        let key = Span { file: record.file, range: field.key };
        let line = Some(Span { file: record.file, range: Range { start: field.key.start, end: field.range.end } });
        let line = line.filter(|it| it.range.end > field.key.end);
        let Some(name) = field.name.chosen() else { continue };
        let Some(rule) = by_key(name, key, rulebook, findings) else { continue };
        let Some(level) = Level::read(field.value) else { continue };
        if rule.fixed && level < rule.level {
            let (label, name, least) = (rule.label, rule.name, rule.level.key());
            let place = Span { file: record.file, range: field.range };
            findings
                .raise(
                    &crate::syntax::UNKNOWN_VALUE,
                    place,
                    text! { zh: "“{label}”的级别不能调低", en: "the level of {name} cannot be lowered" },
                )
                .help(text! {
                    zh: "删去这一行，或者改为 \"{least}\"；涉密和个人信息不容商量",
                    en: "delete this line, or write \"{least}\": secrecy and privacy are not negotiable"
                })
                .fix([Edit::guess(place, least)]);
        }
        // A rule has three names: two of them are the same line twice.
        match levels.get(rule.code) {
            Some((_, first)) => {
                let what = words! { zh: "规则的级别", en: "level of the rule" };
                names::twice(rule.name, what, *first, key, findings).fix(line.map(Edit::delete)).help(
                    text! { zh: "同一条规则只写一行，删去其中一行", en: "write a rule once: delete one of the lines" },
                );
            }
            None => _ = levels.insert(rule.code, (level, key)),
        }
    }
    levels.into_iter().map(|(code, (level, _))| (code, level)).collect()
}

/// The rule that the value `typed` names; nothing is told (0009) with the nearest name.
pub(super) fn rule(typed: &str, span: Span, rulebook: &Rulebook, findings: &mut Findings) -> Option<&'static Rule> {
    named(typed, span, Edit::guess, rulebook, findings)
}

/// The rule that the key `typed` names, as [`rule`] does: keys stand without quotes.
pub(super) fn by_key(typed: &str, span: Span, rulebook: &Rulebook, findings: &mut Findings) -> Option<&'static Rule> {
    named(typed, span, |span, near| Edit::new(span, near, false), rulebook, findings)
}

fn named(
    typed: &str,
    span: Span,
    edit: fn(Span, &str) -> Edit,
    rulebook: &Rulebook,
    findings: &mut Findings,
) -> Option<&'static Rule> {
    let found = rulebook.find(typed);
    if found.is_none() {
        let near = rulebook.nearest(typed);
        let name = near.map(|rule| rule.name);
        let finding = names::dangling(typed, words! { zh: "规则", en: "rule" }, name, span, findings);
        match near {
            Some(Rule { name, label, .. }) => finding
                .help(text! { zh: "是不是想写“{name}”（{label}）？", en: "did you mean `{name}`?" })
                .fix([edit(span, name)]),
            // Rules are the program's: none is declared.
            None => finding.help(text! { zh: "改成已有的规则，用 gongkai rules 查看全部规则", en: "name a rule that exists: `gongkai rules` lists them" }),
        };
    }
    found
}

/// `[[allow]]`, when entries are known: `entry` answers the name of the entry a reference names.
pub(super) fn allows(
    records: &[Record<schema::Allow>],
    rulebook: &Rulebook,
    known: &mut dyn FnMut(&Subject, Span, &mut Findings) -> Option<Subject>,
    findings: &mut Findings,
) -> Vec<Allow> {
    let mut allows = Vec::with_capacity(records.len());
    for record in records {
        let Some(typed) = record.get(schema::Allow::RULE) else { continue };
        let Some(rule) = rule(typed, record.span_of(schema::Allow::RULE), rulebook, findings) else { continue };
        if rule.fixed {
            let (label, name) = (rule.label, rule.name);
            findings
                .raise(
                    &crate::syntax::UNKNOWN_VALUE,
                    record.span_of(schema::Allow::RULE),
                    text! { zh: "“{label}”不能用说明放行", en: "{name} cannot be allowed" },
                )
                .help(text! { zh: "先改正，再发布", en: "mend it before publishing" });
            continue;
        }
        let mut subject = None;
        let mut lost = false;
        for make in [
            (schema::Allow::ENTRY.any(), Subject::Entry as fn(String) -> Subject),
            (schema::Allow::ITEM.any(), Subject::Item),
            (schema::Allow::ACCOUNT.any(), Subject::Account),
            (schema::Allow::ORGANISATION.any(), Subject::Organisation),
            (schema::Allow::TASK.any(), Subject::Task),
            (schema::Allow::PROJECT.any(), Subject::Project),
            (schema::Allow::FILE.any(), Subject::File),
            (schema::Allow::DUTY.any(), Subject::Other),
        ] {
            if let Some(Value::Text(name)) = record.get(make.0) {
                if subject.is_some() || lost {
                    second(record.key_span_of(make.0), findings);
                    lost = true;
                    break;
                }
                let named = known(&make.1(name.to_owned()), record.span_of(make.0), findings);
                lost |= named.is_none();
                subject = named;
            }
        }
        if lost {
            continue;
        }
        let allow = Allow {
            rule,
            subject,
            portion: None,
            portion_span: record.span(),
            reason: record.get(schema::Allow::REASON).unwrap_or_default().to_owned(),
            owner: record.get(schema::Allow::OWNER).unwrap_or_default().to_owned(),
            until: record.get(schema::Allow::UNTIL),
            span: record.span(),
            extent: record.extent(),
            until_span: record.span_of(schema::Allow::UNTIL),
        };
        if record.has(schema::Allow::PERIOD) || record.has(schema::Allow::ROW) {
            // None that could be read is none, and was told; it is not all of them.
            let periods = record.spanned(schema::Allow::PERIOD).map(|it| (Portion::Period(it.value), it.span));
            let rows = record.spanned(schema::Allow::ROW).map(|it| (Portion::Row(it.value.trim().into()), it.span));
            let of = |(portion, portion_span)| Allow { portion: Some(portion), portion_span, ..allow.clone() };
            let before = allows.len();
            allows.extend(periods.chain(rows).map(of));
            if allows.len() == before && record.has(schema::Allow::ROW) {
                // An empty list excuses nothing, and is told as such.
                allows.push(Allow { portion: Some(Portion::Row(Box::default())), ..allow });
            }
        } else {
            allows.push(allow);
        }
    }
    allows
}

/// Tells an exception that names two things: it would be unclear whether it is for both or for where they meet.
fn second(key: Span, findings: &mut Findings) {
    findings
        .raise(
            &crate::syntax::UNKNOWN_KEY,
            key,
            text! { zh: "一条说明只能针对一个对象，这里又写了一个", en: "an exception is for one thing, and this names a second" },
        )
        .label(text! { zh: "第二个对象", en: "the second" })
        .help(text! { zh: "留下一个；两个都要说明的，分写成两条 [[allow]]", en: "keep one of them, or write two [[allow]]s" });
}
