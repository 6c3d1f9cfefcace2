//! GK0209: does every entry serve an item that takes its kind?

use crate::{
    check::context,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
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
        .fix(
            only(home.kinds).filter(|_| entry.record.has(schema::Entry::KIND)).map(|it| Edit::guess(place, it.label())),
        )
        .key(format!("{} {key}", home.id));
    context::name_item(finding, model, item);
    context::name_entry(finding, entry);
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
        compliance::builder::Builder,
    };

    #[test]
    fn an_entry_needs_an_item_that_takes_it() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let entry = builder.entry(item, "2018-05-01");
        assert!(found(Run::Entry(check), &builder.model).is_empty());
        builder.item_mut(item).kinds = [EntryKind::Guide].into_iter().collect();
        assert_eq!(found(Run::Entry(check), &builder.model)[0].message.zh, "事项“a/one”不收“政策文件”");
        builder.entry_mut(entry).items = [].into();
        assert!(found(Run::Entry(check), &builder.model).is_empty(), "0301 tells");
        builder.entry_mut(entry).kind = EntryKind::News;
        assert!(found(Run::Entry(check), &builder.model)[0].lesser);
        builder.entry_mut(entry).state = State::Draft;
        assert!(found(Run::Entry(check), &builder.model).is_empty(), "a draft may still look for its place");
    }
}
