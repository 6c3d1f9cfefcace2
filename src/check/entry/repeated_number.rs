//! 0307: one document number for two entries.

use std::{borrow::Cow, collections::BTreeMap};

use super::sharing::sharing;
use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws::DOCUMENT_FORM_NUMBER},
    model::{Entry, Model},
    record::schema,
    vocabulary::{EntryKind, Origin},
};

pub static REPEATED_DOCUMENT_NUMBER: Rule = Rule {
    code: "GK0307",
    name: "repeated-document-number",
    label: "文号重复",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[DOCUMENT_FORM_NUMBER],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "两条信息用了同一个发文字号", en: "one document number for two entries" },
    why: words! {
        zh: "一个发文字号只对应一份公文。重号多半是抄错，或者同一份文件发了两次；别处只写文号引用时，不知指哪一条。",
        en: "A document number belongs to one document. A second use is a slip or a second copy, and citations by number become unclear.",
    },
    mend: words! {
        zh: "核对原件改正抄错的文号；同一份文件重复发布的，保留一条，另一条撤下。",
        en: "Correct the slip from the original; if the document was published twice, keep one.",
    },
    example: Example {
        bad: r#"--> content/2018/清单.md
title = "关于报送物资清单的通知"
kind = "document"
number = "示局发〔2018〕1号"
made = 2018-06-21
published = 2018-06-25
summary = "要求报送防汛物资的品种和数量。"
[review]
secrecy = { by = "保密员", on = 2018-06-22 }
+++
请各科室于六月底前报送清单。
"#,
        good: r#"--> content/2018/清单.md
number = "示局发〔2018〕2号"
"#,
    },
};

pub(super) fn repeated_document_number(model: &Model, _: &Compliance, findings: &mut Findings) {
    let numbered = model.published().filter_map(|(_, entry)| {
        // An interpretation or a reprint may carry the number of the document it is about.
        let borrowed = matches!(entry.kind, EntryKind::Interpretation | EntryKind::Post | EntryKind::News)
            || entry.record.get(schema::Entry::ORIGIN) == Some(Origin::Reprint);
        let number = bare(entry.record.get(schema::Entry::NUMBER).filter(|_| !borrowed)?)?;
        let key = within(model, entry, &number);
        Some((key.clone(), (key, entry)))
    });
    let mut entries: Vec<(Cow<'_, str>, &Entry)> = sharing(numbered);
    // The number belongs to the document that was published first.
    entries.sort_by_key(|(_, entry)| (entry.published, &entry.name));
    let mut first: BTreeMap<Cow<'_, str>, &Entry> = BTreeMap::new();
    for (key, entry) in entries {
        let Some(&other) = first.get(&key) else {
            first.insert(key, entry);
            continue;
        };
        let number = entry.record.get(schema::Entry::NUMBER).unwrap_or_default();
        let name = &other.name;
        findings
            .raise(
                &REPEATED_DOCUMENT_NUMBER,
                entry.at(schema::Entry::NUMBER),
                text! { zh: "发文字号 {number} 已经用在“{name}”", en: "document number {number} is already that of {name}" },
            )
            .label(text! { zh: "又用在此", en: "used again here" })
            .mark(other.record.span_of(schema::Entry::NUMBER), text! { zh: "先用在此", en: "used here first" })
            .help(text! {
                zh: "核对原件：抄错的改为：number = \"〔原件上的文号〕\"；同一份文件只保留一条",
                en: "check the original: for a slip write `number = \"〔the number on it〕\"`; keep only one entry for the document",
            })
            .fix([Edit::guess(entry.record.span_of(schema::Entry::NUMBER), "〔原件上的文号〕")])
            .key(bare(number).unwrap_or_default());
    }
}

/// What a number is unique within: one that names no agency within its body and item (`第3号`, `会议纪要第3期`), and a ruling's among
/// those on other parties, for one ruling may be on many.
fn within<'m>(model: &Model, entry: &'m Entry, number: &Cow<'m, str>) -> Cow<'m, str> {
    let mut key = number.clone();
    let bare = ["公告", "通告", "会议纪要", "纪要", "令", "第"].iter().any(|word| number.starts_with(word))
        || number.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '（' | '(' | '〔'));
    if bare {
        let body = entry.organisation.map_or("", |id| &*model.organisation(id).id);
        let item = entry.items.first().map_or("", |id| &*model.item(*id).id);
        key = format!("{key} {body} {item}").into();
    }
    if matches!(entry.kind, EntryKind::Penalty | EntryKind::Licence)
        && let Some(party) = entry.record.get(schema::Entry::PARTY)
    {
        key = format!("{key} {party}").into();
    }
    key
}

/// The number without white space; none where the document has none.
fn bare(number: &str) -> Option<Cow<'_, str>> {
    let bare: Cow<'_, str> = if number.contains(char::is_whitespace) {
        number.split_whitespace().collect::<String>().into()
    } else {
        number.into()
    };
    (!bare.is_empty() && bare != "无" && bare.chars().any(char::is_numeric)).then_some(bare)
}
