//! GK0209: does every entry serve an item that takes its kind?

use super::kind_evidence::speaks_of;
use crate::{
    check::context,
    diagnostic::{Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded, laws},
    model::{Entry, ItemId, Model, State},
    record::schema,
    vocabulary::{EntryKind, Set, Word},
};

pub static ORPHAN_ENTRY: Rule = Rule {
    code: "GK0209",
    name: "orphan-entry",
    label: "信息无归属",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[laws::REGULATIONS_2008_19, laws::REGULATIONS_2019_12],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "信息没有归到公开事项，或者事项不收这种内容", en: "an entry that serves no item, or one that does not take its kind" },
    why: words! {
        zh: "每条信息都归在目录的一个事项下，才能按目录查到，也才算完成了那个事项的公开。",
        en: "Each entry stands under an item of the catalogue: only so is it found there, and only so does it fulfil that item.",
    },
    mend: words! {
        zh: "在文件头写 item，指向目录里的事项；内容类型和事项不符的，改其中写错的一个。",
        en: "Let `item` name an item of the catalogue; where the kind does not fit, mend whichever is wrong.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
id = "news"
title = "工作动态"
disclosure = ["执行公开"]
way = "主动"
kind = ["news"]

==> content/2018/指南.md
+++
title = "企业开办指南"
item = "policy/news"
kind = "guide"
made = 2018-05-03
published = 2018-05-10
[review]
secrecy = { by = "保密员", on = 2018-05-08 }
+++
到窗口办理。
"#,
        good: r#"--> catalogue/more.toml
id = "guides"
title = "办事指南"
disclosure = ["服务公开"]
kind = ["guide"]
--> content/2018/指南.md
item = "policy/guides"
"#,
    },
};

pub(super) fn check(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.state, State::Published | State::Scheduled) {
        return;
    }
    // An item that does not exist was told already (0009); that others than news and posts name none, 0301 tells.
    if is_light(entry.kind) && entry.items.is_empty() && entry.record.spanned(schema::Entry::ITEM).next().is_none() {
        homeless(entry, findings);
    }
    for &item in entry.items.iter().filter(|&&item| !takes(model, item, entry.kind)) {
        misplaced(model, entry, item, findings);
    }
}

fn takes(model: &Model, item: ItemId, kind: EntryKind) -> bool {
    let kinds = model.item(item).kinds;
    kinds.is_empty() || kinds.contains(kind)
}

fn homeless(entry: &Entry, findings: &mut Findings) {
    let finding = findings.raise(
        &ORPHAN_ENTRY,
        context::key_or_title(&entry.record, schema::Entry::ITEM),
        text! { zh: "这条信息没有归到任何公开事项", en: "this entry serves no item" },
    );
    finding.lesser().key("item").help(text! {
        zh: "在文件头写 item = \"〔一级事项/公开事项〕\"",
        en: "write item = \"〔field/item〕\" in the front matter",
    });
    finding.fix(entry.record.room().map(|at| Edit::lines(at, "item = \"〔一级事项/公开事项〕\"")));
    context::name_entry(finding, entry);
}

fn misplaced(model: &Model, entry: &Entry, item: ItemId, findings: &mut Findings) {
    let home = model.item(item);
    let (kind, key, title) = (entry.kind.label(), entry.kind.key(), &home.title);
    let taken = home.kinds.iter().map(Word::label).collect::<Vec<_>>().join("、");
    let keys = home.kinds.iter().map(Word::key).collect::<Vec<_>>().join(", ");
    let place = if entry.record.has(schema::Entry::KIND) {
        entry.record.span_of(schema::Entry::KIND)
    } else {
        context::key_or_title(&entry.record, schema::Entry::ITEM)
    };
    let finding = findings.raise(
        &ORPHAN_ENTRY,
        place,
        text! { zh: "事项“{title}”不收“{kind}”", en: "the item does not take entries of kind {key}" },
    );
    finding
        .lesser_if(is_light(entry.kind))
        .label(text! { zh: "这条信息是“{kind}”", en: "this entry is of kind {key}" })
        .mark(home.record.span_of(schema::Item::KIND), text! { zh: "收：{taken}", en: "it takes: {keys}" })
        .help(text! {
            zh: "内容类型写错的，改 kind；归错事项的，改 item；事项本来应当收的，在目录的 kind 里加上",
            en: "mend `kind` or `item`, whichever is wrong; or let the item take this kind too",
        })
        // The item may be wrong as well: only what the entry says of itself tells.
        .fix(
            only(home.kinds)
                .filter(|&it| entry.record.has(schema::Entry::KIND) && speaks_of(entry, it))
                .map(|it| Edit::guess(place, it.label())),
        )
        .key(format!("{} {key}", home.id));
    takers(finding, model, entry.kind);
    context::name_item(finding, model, item);
    context::name_entry(finding, entry);
}

/// Names the items that say they take entries of `kind`: one of them may be meant.
fn takers(finding: &mut Finding, model: &Model, kind: EntryKind) {
    const MOST: usize = 3;
    let takers: Vec<_> = model.items.iter().filter(|it| it.kinds.contains(kind)).take(MOST + 1).collect();
    let list = |open: &str, close: &str, between: &str| {
        let named = takers.iter().take(MOST).map(|it| format!("{}{open}{}{close}", it.title, it.id));
        named.collect::<Vec<_>>().join(between)
    };
    let (zh, en) = (list("（", "）", "、"), list(" (", ")", ", "));
    let (others, more) = if takers.len() > MOST { ("等", ", …") } else { ("", "") };
    let label = kind.label();
    let key = kind.key();
    let line = if takers.is_empty() {
        text! { zh: "没有哪个事项的 kind 写了“{label}”", en: "no item names {key} in its `kind`" }
    } else {
        text! { zh: "{zh}{others}", en: "{en}{more}" }
    };
    finding.note(words! { zh: "收这类信息的事项", en: "items that take this kind" }, line);
}

/// The one kind that an item takes.
fn only(kinds: Set<EntryKind>) -> Option<EntryKind> {
    kinds.iter().next().filter(|_| kinds.len() == 1)
}

/// News and posts weigh less: they are often written before the catalogue thinks of them.
fn is_light(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::News | EntryKind::Post)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::{Builder, write},
        record::Value,
    };

    #[test]
    fn an_entry_needs_an_item_that_takes_it() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let entry = builder.entry(item, "2018-05-01");
        assert!(found(Run::Entry(check), &builder.model).is_empty());
        builder.item_mut(item).kinds = [EntryKind::Guide].into_iter().collect();
        assert_eq!(found(Run::Entry(check), &builder.model)[0].message.zh, "事项“a/one”不收“政策文件”");
        let takers = |builder: &Builder| {
            let found = found(Run::Entry(check), &builder.model);
            found[0].notes.iter().find(|it| it.name.zh == "收这类信息的事项").map(|it| it.text.zh.clone())
        };
        assert_eq!(takers(&builder).as_deref(), Some("没有哪个事项的 kind 写了“政策文件”"));
        let other = builder.item("a/two");
        builder.item_mut(other).kinds = [EntryKind::Document].into_iter().collect();
        assert_eq!(takers(&builder).as_deref(), Some("a/two（a/two）"));
        builder.entry_mut(entry).items = [].into();
        assert!(found(Run::Entry(check), &builder.model).is_empty(), "0301 tells");
        builder.entry_mut(entry).kind = EntryKind::News;
        assert!(found(Run::Entry(check), &builder.model)[0].lesser);
        builder.entry_mut(entry).state = State::Draft;
        assert!(found(Run::Entry(check), &builder.model).is_empty(), "a draft may still look for its place");
    }

    #[test]
    fn a_kind_is_offered_only_where_title_and_number_speak_of_it() {
        let offered = |title: &str, number: &str| {
            let mut builder = Builder::new("2018-12-31");
            let item = builder.item("a/one");
            builder.item_mut(item).kinds = [EntryKind::Document].into_iter().collect();
            let id = builder.entry(item, "2018-05-01");
            let entry = builder.entry_mut(id);
            entry.kind = EntryKind::Penalty;
            write(&mut entry.record, schema::Entry::TITLE, Value::Text(title));
            write(&mut entry.record, schema::Entry::KIND, Value::Word(0));
            write(&mut entry.record, schema::Entry::NUMBER, Value::Text(number));
            found(Run::Entry(check), &builder.model)[0].fix.len()
        };
        assert_eq!(offered("关于印发《防汛办法》的通知", "赣市府办发〔2018〕9号"), 1);
        assert_eq!(offered("某某商店行政处罚决定书", "某市监罚〔2018〕9号"), 0);
        assert_eq!(offered("关于印发《防汛办法》的通知", "某市监罚〔2018〕9号"), 0);
        assert_eq!(offered("某某商店行政处罚决定书", "赣市府办发〔2018〕9号"), 0);
    }
}
