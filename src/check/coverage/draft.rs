//! GK0208: were the public asked before a major decision, and told what became of their views?

use std::collections::BTreeMap;

use crate::{
    check::context,
    compliance::Compliance,
    day::Day,
    diagnostic::{Edit, Effect, Example, Findings, Ground, Level, Rule, Ungrounded, laws},
    model::{Entry, EntryId, Model},
    record::{EntryRef, Key, Many, schema},
    vocabulary::EntryKind,
};

pub static DECISION_WITHOUT_DRAFT: Rule = Rule {
    code: "GK0208",
    name: "decision-without-draft",
    label: "决策未预公开",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[
        laws::OPINION_2016.whole(),
        laws::OPINION_2016_RULES.whole(),
        laws::DECISIONS_14,
        laws::DECISIONS_15,
        laws::DECISIONS_32,
    ],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! {
        zh: "重大行政决策没有公开征求意见，或者没有反馈采纳情况",
        en: "a major decision without a consultation, or without its result",
    },
    why: words! {
        zh: "重大行政决策要先公开草案、听取意见，再作决定，并说明意见采纳情况。事后只发一个结果，公众就没有参与的机会。",
        en: "A major decision is published as a draft first, opinions are heard, and it is said which were taken up. A bare result leaves the public no part in it.",
    },
    mend: words! {
        zh: "把征求意见、听证的公告作为一条信息，用 about 指向这项决策；用座谈会、走访、问卷等方式听取的，写 heard；意见采纳情况用 of 指向那次征求意见。",
        en: "Publish the consultation or hearing with `about` naming the decision, or say how views were `heard`, and its result with `of` naming the consultation.",
    },
    example: Example {
        bad: r#"==> content/2018/决定.md
+++
title = "关于建设园区污水处理厂的决定"
item = "policy/notices"
kind = "decision"
major = true
made = 2018-09-03
published = 2018-09-05
[review]
secrecy = { by = "保密员", on = 2018-09-04 }
+++
会议决定建设园区污水处理厂。
"#,
        good: r#"--> content/2018/决定.md
+++
会议决定建设园区污水处理厂。

--> content/2018/征求意见.md
title = "关于园区污水处理厂建设方案公开征求意见的公告"
kind = "consultation"
about = "2018/决定"
opens = 2018-07-01
closes = 2018-08-05
made = 2018-06-29
published = 2018-07-01
- summary
[review]
secrecy = { by = "保密员", on = 2018-06-30 }
+++
请于8月5日前反馈意见。

--> content/2018/采纳情况.md
title = "关于园区污水处理厂建设方案意见采纳情况的公告"
kind = "consultation-result"
of = "2018/征求意见"
made = 2018-08-20
published = 2018-08-22
- summary
[review]
secrecy = { by = "保密员", on = 2018-08-21 }
+++
收到意见3条，采纳2条。
"#,
    },
};

/// What the hearing of views stands on.
static DRAFT: &[Ground] =
    &[laws::OPINION_2016.whole(), laws::OPINION_2016_RULES.whole(), laws::DECISIONS_14, laws::DECISIONS_15];

/// What telling the views taken up stands on.
static RESULT: &[Ground] = &[laws::OPINION_2016.whole(), laws::OPINION_2016_RULES.whole(), laws::DECISIONS_32];

/// Which published entries refer to an entry, by their kind.
type Backward = BTreeMap<EntryId, Vec<EntryId>>;

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let consultations = backward(model, EntryKind::Consultation, schema::Entry::ABOUT);
    let notices = backward(model, EntryKind::Notice, schema::Entry::ABOUT);
    let results = backward(model, EntryKind::ConsultationResult, schema::Entry::OF);
    let days =
        i64::from(model.settings.count(schema::Settings::DECISION_WITHOUT_DRAFT, schema::DecisionWithoutDraft::DAYS));
    for (id, entry) in model.published().filter(|(_, entry)| is_major(entry)) {
        match consultations.get(&id) {
            // Views may be heard otherwise than by a published draft: hearings, meetings, visits, letters, polls (art. 14).
            None if notices.contains_key(&id) || is_heard(entry) => {}
            None => without_draft(model, id, findings),
            Some(asked) => {
                let open = asked.iter().copied().filter(|asked| !results.contains_key(asked));
                open.filter(|&asked| is_overdue(model, asked, days))
                    .for_each(|asked| without_result(model, id, asked, findings));
            }
        }
    }
}

fn is_major(entry: &Entry) -> bool {
    entry.kind == EntryKind::Decision && entry.record.get(schema::Entry::MAJOR) == Some(true)
}

/// Whether the decision says how views were heard.
fn is_heard(entry: &Entry) -> bool {
    entry.record.all(schema::Entry::HEARD).any(|it| !it.trim().is_empty())
}

fn backward(model: &Model, kind: EntryKind, key: Key<schema::Entry, Many<EntryRef>>) -> Backward {
    let mut map = Backward::new();
    for (id, entry) in model.published().filter(|(_, entry)| entry.kind == kind) {
        entry.related(key).for_each(|to| map.entry(to).or_default().push(id));
    }
    map
}

/// The day that a decision is judged by: when it was taken.
fn day(entry: &Entry) -> Option<Day> {
    entry.record.get(schema::Entry::HELD).or(entry.made).or(entry.published_day())
}

/// Whether the comment period ended so long ago that its result should be out.
fn is_overdue(model: &Model, id: EntryId, days: i64) -> bool {
    model
        .entry(id)
        .record
        .get(schema::Entry::CLOSES)
        .is_some_and(|closes| i64::from(model.today.days_since(closes)) > days)
}

fn without_draft(model: &Model, id: EntryId, findings: &mut Findings) {
    let entry = model.entry(id);
    let finding = findings.raise(
        &DECISION_WITHOUT_DRAFT,
        context::key_or_title(&entry.record, schema::Entry::MAJOR),
        text! { zh: "重大行政决策没有公开征求意见", en: "no consultation was published before this major decision" },
    );
    finding
        .under(DRAFT)
        .label(text! { zh: "是重大行政决策", en: "a major decision" })
        .help(text! {
            zh: "征求意见、听证的公告已经发布的，在它的文件头写 about = \"{name}\"；用座谈会、走访、问卷等方式听取的，在这项决策里写 heard = \"〔日期和方式〕\"；依法不公开征求意见的，用 gongkai allow decision-without-draft {name} --reason 〔原因〕 --owner 〔负责科室〕 说明原因",
            en: "if the consultation or the hearing is public, let its front matter say about = \"{name}\"; if views were heard at meetings, on visits or by a poll, let the decision say heard = \"〔day and way〕\"; if the law excuses it: `gongkai allow decision-without-draft {name} --reason 〔why〕 --owner 〔who〕`",
            name = entry.name,
        })
        .fix(entry.record.room().map(|at| Edit::lines(at, "heard = \"〔听取意见的日期和方式〕\"")))
        .key("draft");
    if let Some(day) = day(entry) {
        finding.on(day);
    }
    context::name_entry(finding, entry);
}

fn without_result(model: &Model, id: EntryId, asked: EntryId, findings: &mut Findings) {
    let (entry, consultation) = (model.entry(id), model.entry(asked));
    let finding = findings.raise(
        &DECISION_WITHOUT_DRAFT,
        context::key_or_title(&consultation.record, schema::Entry::CLOSES),
        text! { zh: "征求意见早已结束，没有公布意见采纳情况", en: "the consultation is long over; what became of the opinions is not public" },
    );
    finding
        .lesser()
        .under(RESULT)
        .label(text! { zh: "征求意见到这一天结束", en: "it ended on this day" })
        .help(text! {
            zh: "社会公众普遍关心或者专业性、技术性较强的，应当说明采纳情况：发布意见采纳情况（kind = \"采纳情况\"），写 of = \"{name}\"",
            en: "where the public is much concerned or the matter is technical, it is owed to say what was taken up: publish the result (kind = \"consultation-result\") with of = \"{name}\"",
            name = consultation.name,
        })
        .key("result");
    if let Some(day) = day(entry) {
        finding.on(day);
    }
    context::name_entry(finding, consultation);
    context::name_entry(finding, entry);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::{Builder, list},
        model::Relation,
        record::Value,
        source::{FileId, Range, Span},
    };

    fn relate(builder: &mut Builder, from: EntryId, key: Key<schema::Entry, Many<EntryRef>>, to: EntryId) {
        let span = Span { file: FileId(0), range: Range::default() };
        builder.entry_mut(from).relations = [Relation { key: key.name, to, span }].into();
    }

    #[test]
    fn a_major_decision_wants_a_consultation_and_that_its_result() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let decision = builder.entry(item, "2018-09-03");
        builder.entry_mut(decision).kind = EntryKind::Decision;
        assert!(found(Run::Whole(check), &builder.model).is_empty(), "only major ones");
        builder.key(decision, schema::Entry::MAJOR, Value::Flag(true));
        let told = found(Run::Whole(check), &builder.model);
        assert_eq!((told.len(), told[0].lesser, told[0].on.unwrap().to_string()), (1, false, "2018-09-03".to_owned()));

        builder.key(decision, schema::Entry::HEARD, list(vec![Value::Text("2018-07-20 召开座谈会")]));
        assert!(found(Run::Whole(check), &builder.model).is_empty(), "views were heard otherwise");
        builder.key(decision, schema::Entry::HEARD, list(vec![Value::Text(" ")]));
        let hearing = builder.entry(item, "2018-07-01");
        builder.entry_mut(hearing).kind = EntryKind::Notice;
        assert_eq!(found(Run::Whole(check), &builder.model).len(), 1);
        relate(&mut builder, hearing, schema::Entry::ABOUT, decision);
        assert!(found(Run::Whole(check), &builder.model).is_empty(), "there was a hearing");

        let asked = builder.entry(item, "2018-07-01");
        builder.entry_mut(asked).kind = EntryKind::Consultation;
        builder.day(asked, schema::Entry::CLOSES, "2018-08-05");
        relate(&mut builder, asked, schema::Entry::ABOUT, decision);
        let told = found(Run::Whole(check), &builder.model);
        assert_eq!((told.len(), told[0].lesser), (1, true));

        let result = builder.entry(item, "2018-08-20");
        builder.entry_mut(result).kind = EntryKind::ConsultationResult;
        relate(&mut builder, result, schema::Entry::OF, asked);
        assert!(found(Run::Whole(check), &builder.model).is_empty());
    }
}
