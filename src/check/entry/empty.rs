//! 0313: an entry that says nothing, or whose files are not there.

use crate::{
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_15, REGULATIONS_2019_24},
    },
    model::{Attachment, Entry, Model, State},
    record::{Map, Text, Value, View, schema},
    source::Span,
    vocabulary::EntryKind,
};

pub static EMPTY_ENTRY: Rule = Rule {
    code: "GK0313",
    name: "empty-entry",
    label: "条目无内容",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_15, REGULATIONS_2019_24],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "条目没有内容，或者附件打不开", en: "an entry without content, or with a file that is missing" },
    why: words! {
        zh: "只有标题没有内容，等于没有公开；附件链接点不开，群众看到的是“找不到网页”。",
        en: "A title without content discloses nothing, and a missing attachment is a dead link.",
    },
    mend: words! {
        zh: "补写正文，或者用 attachments、[table] 附上文件；附件放在条目旁边，文件名与所写的一字不差。",
        en: "Write the text, or add files with `attachments` or [table]; put them beside the entry, named exactly as written.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n",
        good: "--> content/2018/通知.md
+++
汛期已到，请落实二十四小时值守。
",
    },
};

pub(super) fn empty_entry(_: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.state == State::Draft {
        return;
    }
    files(entry, findings);
    if says_nothing(entry) {
        findings
            .raise(
                &EMPTY_ENTRY,
                entry.record.span(),
                text! { zh: "条目没有正文，也没有附件", en: "the entry has neither text nor files" },
            )
            .help(text! {
                zh: "在第二行 +++ 之后写正文，或用 attachments = [\"文件名\"] 附上文件；还没写好的，写 draft = true",
                en: "write the text after the second +++, add `attachments`, or mark it `draft = true`",
            });
    }
}

/// Files that the entry names and that are not there, or empty.
fn files(entry: &Entry, findings: &mut Findings) {
    for it in &entry.attachments {
        let path = &it.path;
        let (message, help) = match it.file {
            None => (
                text! { zh: "找不到附件“{path}”", en: "there is no file {path}" },
                text! {
                    zh: "把文件放到条目旁边，文件名与所写的一字不差（包括扩展名的大小写）；不在 content/ 内的文件不能引用",
                    en: "put the file beside the entry, named exactly as written; a file outside content/ cannot be named",
                },
            ),
            Some(_) if it.size == 0 => (
                text! { zh: "附件“{path}”是空文件", en: "the file {path} is empty" },
                text! { zh: "换成有内容的文件，或删去这一处", en: "put the file with its content there, or delete the mention" },
            ),
            Some(_) => continue,
        };
        let finding = findings.raise(&EMPTY_ENTRY, it.span, message);
        finding.help(help).key(&**path);
        let right = it.meant.iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(", ");
        match it.meant.len() {
            0 => {}
            1 => {
                let near = &it.meant[0];
                finding
                    .label(text! { zh: "是不是“{near}”？", en: "`{near}`?" })
                    .help(text! { zh: "改为：{right}；不是的，把文件放到条目旁边", en: "write: {right}; else put the file beside the entry" })
                    .fix([Edit::new(it.span, right, false)]);
            }
            _ => {
                let whole = entry.record.span_of(schema::Entry::ATTACHMENTS) == it.span;
                let edit = if whole { format!("[{right}]") } else { right.clone() };
                // The whole list, with those that were written properly.
                let one = |other: &Attachment| {
                    if other.span == it.span { right.clone() } else { format!("\"{}\"", other.path) }
                };
                let all = entry.attachments.iter().map(one).collect::<Vec<_>>().join(", ");
                finding
                    .label(text! { zh: "要分开写成列表", en: "should be a list" })
                    .help(text! { zh: "改为：attachments = [{all}]", en: "write: attachments = [{all}]" })
                    .fix([Edit::new(it.span, edit, false)]);
            }
        }
    }
    if let Some(table) = entry
        .record
        .get(schema::Entry::TABLE)
        .filter(|table| entry.table.is_none() && table.has(schema::TypedTable::FILE))
    {
        let path = table.get(schema::TypedTable::FILE).unwrap_or_default();
        findings
            .raise(
                &EMPTY_ENTRY,
                table.span_of(schema::TypedTable::FILE),
                text! { zh: "找不到或读不出表格“{path}”", en: "the table {path} is missing or cannot be read" },
            )
            .help(text! {
                zh: "把 CSV 或 XLSX 文件放到条目旁边，文件名与所写的一字不差",
                en: "put the CSV or XLSX file beside the entry, named exactly as written",
            })
            .key(path);
    }
}

/// Tells a file that the text links and that is empty.
pub fn empty_link(place: Span, path: &str, findings: &mut Findings) {
    findings
        .raise(&EMPTY_ENTRY, place, text! { zh: "链接的文件“{path}”是空文件", en: "the linked file {path} is empty" })
        .help(text! {
            zh: "换成有内容的文件，或删去这一处", en: "put the file with its content there, or delete the mention",
        })
        .key(path);
}

fn says_nothing(entry: &Entry) -> bool {
    let record = &entry.record;
    // What the front matter alone can say in full, by kind.
    let in_keys = match entry.kind {
        EntryKind::Post => record.has(schema::Entry::URL),
        EntryKind::Dataset => record.has(schema::Entry::FILES),
        EntryKind::Report => record.has(schema::Entry::FIGURES),
        EntryKind::Decision => record.has(schema::Entry::MATTERS),
        EntryKind::OpinionResponse => record.has(schema::Entry::ANSWERED),
        EntryKind::Penalty | EntryKind::Licence => record.has(schema::Entry::DECIDED),
        _ => false,
    };
    entry.body.characters == 0
        && entry.body.links().next().is_none()
        && entry.attachments.is_empty()
        && !in_keys
        && record.get(schema::Entry::ELEMENTS).is_none_or(says_no_element)
        && !record.has(schema::Entry::TABLE)
}

/// Is every element empty, or nothing but white space?
fn says_no_element(elements: View<'_, Map<Text>>) -> bool {
    elements.fields().all(|field| matches!(field.value, Value::Text(text) if text.trim().is_empty()))
}
