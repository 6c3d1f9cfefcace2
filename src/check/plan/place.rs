//! GK1202 also: do the entries of a task stand where its plan asks?

use super::task::{self, UNPROVED_TASK, finish, name};
use crate::{
    compliance::{Compliance, TaskCompliance},
    diagnostic::Findings,
    model::{Entry, ItemId, Model, OrganisationId, Task, TaskId},
    record::schema,
    vocabulary::{Channel, Text},
};

/// Both forms of the rule: what nothing proves, and what is proved elsewhere.
pub(super) fn unproved(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (at, task) in model.tasks.iter().enumerate() {
        look(model, compliance.task(TaskId::new(at)), task, findings);
        accounts(model, compliance.task(TaskId::new(at)), task, findings);
    }
    task::unproved(model, compliance, findings);
}

/// Tells the items of `task` of which no entry of the plan's time is where `publish` wants it. Words alone are not compared.
fn look(model: &Model, stands: &TaskCompliance, task: &Task, findings: &mut Findings) {
    let Some(publish) = task.record.get(schema::Task::PUBLISH) else { return };
    let wanted = publish.get(schema::PublishPlace::CHANNEL).map(Channel::kept);
    if task.publisher.is_none() && wanted.is_none() {
        return;
    }
    let served: Vec<ItemId> = stands.proofs.iter().filter(|it| it.entry.is_some()).map(|it| it.item).collect();
    let from = model.plan(task.plan).from;
    let there = |entry: &Entry| {
        entry.is_published()
            && from.is_none_or(|from| {
                entry.published_day().is_some_and(|it| it >= from) || entry.record.has(schema::Entry::REVISED)
            })
            && is_by(entry, task.publisher)
            && wanted.as_ref().is_none_or(|it| is_on(entry, *it))
    };
    let mut found = vec![false; served.len()];
    for entry in
        model.entries.iter().filter(|it| it.items.iter().any(|item| served.contains(item))).filter(|it| there(it))
    {
        for (at, item) in served.iter().enumerate() {
            found[at] |= entry.items.contains(item);
        }
    }
    let elsewhere: Vec<String> =
        served.iter().zip(found).filter(|it| !it.1).map(|(&item, _)| model.item_title(item)).collect();
    let Some(first) = elsewhere.first() else { return };
    let Text { zh, en } = name(task);
    let where_to = place(model, task);
    let finding = findings.raise(
        &UNPROVED_TASK,
        task.record.span_of(schema::Task::PUBLISH),
        text! {
            zh: "{zh}要求公开在{zh_place}，有 {count} 个事项的信息不在那里",
            en: "{en} is to be published {en_place}; the entries of {count} items are not there",
            zh_place = where_to.zh,
            en_place = where_to.en,
            count = elsewhere.len(),
        },
    );
    let titles = elsewhere.join("、");
    finding.note(words! { zh: "事项", en: "items" }, Text::same(titles)).help(text! {
        zh: "在要求的地方公开“{first}”等信息，用 organisation、channels 记下来；计划写得不准的，改 publish",
        en: "publish entries of {first} and the like there and record it in `organisation` and `channels`, or correct `publish`",
    });
    finding.key(format!("{} place", task::id(model, task)));
    let on = model.plan(task.plan).to.map_or(model.today, |to| to.min(model.today));
    finish(finding, model, task, on);
}

/// Tells the accounts that a plan names and on which nothing of the task is recorded to have appeared.
fn accounts(model: &Model, stands: &TaskCompliance, task: &Task, findings: &mut Findings) {
    if !task.record.has(schema::Task::ACCOUNTS) || stands.proofs.iter().all(|it| it.entry.is_none()) {
        return;
    }
    let from = model.plan(task.plan).from;
    let inside = |entry: &&Entry| entry.published_day().is_some_and(|it| from.is_none_or(|from| from <= it));
    let own = |it: &&Entry| it.is_published() && it.items.iter().any(|it| task.items.contains(it));
    let entries: Vec<&Entry> = model.entries.iter().map(|it| &**it).filter(own).filter(inside).collect();
    for wanted in task.record.all(schema::Task::ACCOUNTS).map(str::trim).filter(|it| !it.is_empty()) {
        let is_wanted = |name: &str| account(model, name) == account(model, wanted);
        let there = |entry: &&Entry| {
            let recorded = entry.record.all(schema::Entry::CHANNELS);
            entry.record.get(schema::Entry::ACCOUNT).is_some_and(is_wanted)
                || recorded.filter_map(|it| it.get(schema::PublishedAt::ACCOUNT)).any(is_wanted)
        };
        if entries.iter().any(there) {
            continue;
        }
        let Text { zh, en } = name(task);
        let known = model.accounts.iter().find(|it| *it.id == *wanted || *it.name == *wanted);
        let place = task.record.span_of(schema::Task::ACCOUNTS);
        let finding = if let Some(account) = known {
            let (called, id) = (&account.name, &account.id);
            findings
                .raise(
                    &UNPROVED_TASK,
                    place,
                    text! {
                        zh: "{zh}要求在账号“{called}”发布，没有一条信息写明在那里发布过",
                        en: "{en} is to be published on the account {called}; no entry is recorded to have been",
                    },
                )
                .help(text! {
                    zh: "在那里发布，条目里写 channels = [{{ channel = \"两微一端\", account = \"{id}\", on = 〔日期〕 }}]；计划写得不准的，改 accounts",
                    en: "publish there and record it in the entry: channels = [{{ channel = \"两微一端\", account = \"{id}\", on = 〔day〕 }}]; or correct `accounts`",
                })
        } else {
            let message = text! {
                zh: "{zh}指定的账号“{wanted}”不在新媒体账号登记里，也没有一条信息写明在那里发布过",
                en: "{en} names the account {wanted}, which is not registered; no entry is recorded to have appeared there",
            };
            findings.raise(&UNPROVED_TASK, place, message).help(unknown(model))
        };
        finding.key(format!("{} account {wanted}", task::id(model, task)));
        let on = model.plan(task.plan).to.map_or(model.today, |to| to.min(model.today));
        finish(finding, model, task, on);
    }
}

/// What to do about an account that is not registered.
fn unknown(model: &Model) -> Text {
    let known =
        model.accounts.iter().take(MOST_KNOWN).map(|it| format!("{}（{}）", it.id, it.name)).collect::<Vec<_>>();
    if known.is_empty() {
        return text! {
            zh: "目录里还没有登记新媒体账号：用 [[account]] 登记，写 id、name、platform；名称写错的，改 accounts",
            en: "no account is registered yet: register it as [[account]] with `id`, `name` and `platform`, or correct `accounts`",
        };
    }
    let more = model.accounts.len() > known.len();
    let (zh, en) = (known.join("、") + if more { "等" } else { "" }, known.join(", ") + if more { " …" } else { "" });
    text! {
        zh: "名称写错的，把 accounts 改成已登记账号的代号或者名称：{zh}；是新账号的，先用 [[account]] 登记",
        en: "correct `accounts` to the id or name of one that is registered: {en}; or register it as [[account]]",
    }
}

/// Accounts that a message names at most.
const MOST_KNOWN: usize = 8;

/// What an account is called: the id of one that is registered, else its name as written.
fn account<'m>(model: &'m Model, name: &'m str) -> &'m str {
    let name = name.trim();
    model.accounts.iter().find(|it| *it.id == *name || *it.name == *name).map_or(name, |it| &it.id)
}

fn is_by(entry: &Entry, publisher: Option<OrganisationId>) -> bool {
    publisher.is_none() || entry.organisation == publisher
}

/// Whether `entry` appeared on `channel`: being published here is being on the website.
fn is_on(entry: &Entry, channel: (Channel, Option<&str>)) -> bool {
    let recorded = entry.record.all(schema::Entry::CHANNELS).filter_map(|it| it.get(schema::PublishedAt::CHANNEL));
    channel.0 == Channel::Website || recorded.map(Channel::kept).any(|it| it == channel)
}

fn place(model: &Model, task: &Task) -> Text {
    let publish = task.record.get(schema::Task::PUBLISH);
    let channel = publish.and_then(|it| it.get(schema::PublishPlace::CHANNEL)).unwrap_or_default();
    let body = task.publisher.map_or("", |it| &*model.organisation(it).short);
    match (body.is_empty(), channel.is_empty()) {
        (false, false) => text! { zh: "“{body}”的{channel}", en: "by {body} on {channel}" },
        (false, true) => text! { zh: "“{body}”名下", en: "by {body}" },
        _ => text! { zh: "{channel}", en: "on {channel}" },
    }
}

#[cfg(test)]
mod tests {
    use super::unproved;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, Fields, list, write},
        model::OrganisationId,
        record::{EncodedValue, Value, schema},
        vocabulary::OrganisationKind,
    };

    /// What is said where an entry of the bureau, on `channels`, serves a task that is to be published by body `publisher` on `channel`.
    fn told(publisher: Option<u32>, channel: Option<&str>, channels: &[&str]) -> usize {
        let mut builder = Builder::new("2018-10-31");
        builder.organisation("other", OrganisationKind::Agency);
        let item = builder.item("a/one");
        builder.task(&[item], "2018-12-31");
        let entry = builder.entry(item, "2018-05-01");
        let used = channels.iter().map(|it| Fields::new().with(schema::PublishedAt::CHANNEL, Value::Text(it)));
        builder.key(entry, schema::Entry::CHANNELS, list(used.collect()));
        let mut place = Fields::new().with(schema::PublishPlace::TEXT, Value::Text("栏目"));
        if let Some(channel) = channel {
            place = place.with(schema::PublishPlace::CHANNEL, Value::Text(channel));
        }
        let task = &mut builder.model.tasks[0];
        task.publisher = publisher.map(OrganisationId);
        write(&mut task.record, schema::Task::PUBLISH, EncodedValue::from(place));
        said(Run::Whole(unproved), &builder.model).len()
    }

    #[test]
    fn entries_are_compared_with_the_place_that_a_plan_names() {
        assert_eq!(told(None, None, &[]), 0, "words alone are not compared");
        assert_eq!(told(Some(0), Some("政府网站"), &[]), 0, "being published here is being on the website");
        assert_eq!(told(Some(1), None, &[]), 1);
        assert_eq!(told(None, Some("两微一端"), &[]), 1);
        assert_eq!(told(None, Some("两微一端"), &["政务新媒体"]), 0);
    }
}
