//! 0401: published after the last lawful day of its item.

use super::due::{Judge, judge, missed, tell};
use crate::{
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_18, REGULATIONS_2019_26},
    },
    model::{Entry, Model},
};

pub static LATE_PUBLICATION: Rule = Rule {
    code: "GK0401",
    name: "late-publication",
    label: "逾期公开",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_18, REGULATIONS_2019_26],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "公开晚于规定的最后一天", en: "published after the last lawful day" },
    why: words! {
        zh: "属于主动公开的政府信息，应当自形成或者变更之日起20个工作日内公开；目录写明更短期限的从其规定。当天不算，节假日不算，调休上班日算。",
        en: "Information is to be public within 20 working days of being formed or changed, or sooner where the catalogue says so. Day 0 and days off do not count; make-up working days do.",
    },
    mend: words! {
        zh: "日期写错的，对照原件改正；确实晚了的，照实保留日期，用 gongkai allow late-publication 说明原因，不要倒填。",
        en: "Correct a slip from the original; if it was late, keep the true day and explain it with `gongkai allow late-publication`. Never back-date.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
made = 2018-05-03
published = 2018-06-14
[review]
secrecy = { by = "保密员", on = 2018-06-13 }
"#,
        good: r#"--> content/2018/通知.md
published = 2018-05-31
[review]
secrecy = { by = "保密员", on = 2018-05-30 }
"#,
    },
};

pub(super) fn late_publication(model: &Model, entry: &Entry, findings: &mut Findings) {
    if judge(entry) != Judge::Item {
        return;
    }
    // A day to come is impossible (0308), not late.
    let Some(published) = entry.first_public().filter(|&day| day <= model.today) else { return };
    if let Some(due) = missed(model, entry, published) {
        tell(&LATE_PUBLICATION, model, entry, &due, published, findings);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
        day::TimeLimit,
        model::{EntryId, ItemId},
        record::{Value, schema},
        vocabulary::{EntryKind, Origin, Word},
    };

    /// One entry made on that day under an item of that limit, published on another.
    fn one(limit: &str, made: &str, published: &str) -> (Builder, EntryId) {
        let mut builder = Builder::new("2018-12-31");
        let item: ItemId = builder.item("a/one");
        builder.item_mut(item).time_limit = TimeLimit::parse(limit).ok();
        let entry = builder.entry(item, made);
        builder.entry_mut(entry).published = published.parse().ok();
        (builder, entry)
    }

    fn said(builder: &Builder) -> Vec<String> {
        probe::said(Run::Public(late_publication), &builder.model)
    }

    const LIMIT: &str = "自信息形成或者变更之日起20个工作日内";

    #[test]
    fn the_last_lawful_day_is_lawful_and_the_next_is_late() {
        assert!(said(&one(LIMIT, "2018-05-03", "2018-05-31").0).is_empty());
        assert_eq!(said(&one(LIMIT, "2018-05-03", "2018-06-01").0), ["公开逾期 1 个工作日"]);
        assert_eq!(said(&one(LIMIT, "2018-05-03", "2018-06-14").0), ["公开逾期 10 个工作日"]);
        // The last day is a Friday, the day of publication the Saturday after it.
        assert_eq!(said(&one("3个工作日内", "2018-06-12", "2018-06-16").0), ["公开逾期 1 天"]);
    }

    #[test]
    fn a_day_to_come_is_not_late_yet() {
        assert_eq!(said(&one(LIMIT, "2018-05-03", "2018-12-31").0).len(), 1);
        assert!(said(&one(LIMIT, "2018-05-03", "2019-01-02").0).is_empty(), "0308 tells it");
    }

    #[test]
    fn it_counts_from_what_the_limit_names() {
        let (mut builder, entry) = one(LIMIT, "2018-01-03", "2018-05-31");
        assert_eq!(said(&builder).len(), 1);
        builder.day(entry, schema::Entry::OBTAINED, "2018-05-03");
        assert_eq!(said(&builder).len(), 1, "what the body made itself counts from the making");
        let obtained = u16::try_from(Origin::Obtained.ordinal()).unwrap();
        builder.key(entry, schema::Entry::ORIGIN, Value::Word(obtained));
        assert!(said(&builder).is_empty());
        let (mut builder, entry) = one("自批复之日起20个工作日内", "2018-01-03", "2018-05-31");
        builder.day(entry, schema::Entry::APPROVED, "2018-05-03");
        assert!(said(&builder).is_empty());
    }

    #[test]
    fn reprints_and_what_other_rules_judge_are_silent() {
        let (mut builder, entry) = one(LIMIT, "2018-01-03", "2018-05-31");
        let reprint = u16::try_from(Origin::Reprint.ordinal()).unwrap();
        builder.key(entry, schema::Entry::ORIGIN, Value::Word(reprint));
        assert!(said(&builder).is_empty());
        for kind in [EntryKind::Penalty, EntryKind::Licence, EntryKind::Interpretation, EntryKind::Message] {
            let (mut builder, entry) = one(LIMIT, "2018-01-03", "2018-05-31");
            builder.entry_mut(entry).kind = kind;
            assert!(said(&builder).is_empty(), "{kind:?}");
        }
    }

    #[test]
    fn limits_that_are_no_deadline_do_not_set_the_law_aside() {
        for limit in ["长期公开", "6个月", "公示期不少于7日", "同步公开", "信息公开之日起20个工作日内", "看不懂的话"]
        {
            assert!(said(&one(limit, "2018-05-03", "2018-05-31").0).is_empty(), "{limit}");
            assert_eq!(said(&one(limit, "2018-05-03", "2018-06-01").0), ["公开逾期 1 个工作日"], "{limit}");
        }
    }

    #[test]
    fn what_is_not_certain_is_a_warning() {
        let lesser = |(builder, _): (Builder, EntryId)| -> Vec<bool> {
            probe::found(Run::Public(late_publication), &builder.model).iter().map(|it| it.lesser).collect()
        };
        assert_eq!(lesser(one(LIMIT, "2018-05-03", "2018-06-01")), [false]);
        // The day of approval, filing or an event without a name is not given.
        for limit in ["批复后20日内", "备案之日起20个工作日内", "月亮升起后20个工作日内"] {
            assert_eq!(lesser(one(limit, "2018-05-03", "2018-06-29")), [true], "{limit}");
        }
        // Of which quarter it is nobody says: the later day counts.
        assert_eq!(lesser(one("每季度结束后10日内", "2018-05-03", "2018-07-20")), [true]);
        assert!(lesser(one("每季度结束后10日内", "2018-05-03", "2018-07-10")).is_empty());
        let (mut builder, entry) = one("x", "2018-05-03", "2018-06-01");
        let item = builder.model.entry(entry).items[0];
        builder.item_mut(item).unread_limit = true;
        assert_eq!(lesser((builder, entry)), [true]);
    }

    #[test]
    fn an_entry_is_judged_by_the_limit_of_its_class() {
        let limit = "处罚决定：5个工作日内；其他信息：20个工作日内";
        assert!(said(&one(limit, "2018-05-03", "2018-05-31").0).is_empty());
        let (builder, _) = one("征求意见公告：5个工作日内；其他信息：20个工作日内", "2018-05-03", "2018-05-31");
        assert!(said(&builder).is_empty());
        let (mut builder, entry) = one("抽查结果：5个工作日内；其他信息：20个工作日内", "2018-05-03", "2018-05-31");
        builder.entry_mut(entry).kind = EntryKind::InspectionResult;
        assert_eq!(said(&builder).len(), 1);
    }

    #[test]
    fn a_report_of_a_period_is_due_when_the_period_says() {
        let (mut builder, entry) = one("每季度结束后10个工作日内", "2018-10-08", "2018-10-19");
        builder.key(entry, schema::Entry::PERIOD, Value::Period("2018Q3".parse().unwrap()));
        assert!(said(&builder).is_empty());
        builder.entry_mut(entry).published = "2018-10-22".parse().ok();
        assert_eq!(said(&builder), ["公开逾期 1 个工作日"]);
    }

    #[test]
    fn the_strictest_item_counts_and_is_told_once() {
        let (mut builder, entry) = one(LIMIT, "2018-05-03", "2018-05-31");
        let strict = builder.item("a/two");
        builder.item_mut(strict).time_limit = TimeLimit::parse("5个工作日内").ok();
        let home = builder.model.entry(entry).items[0];
        builder.entry_mut(entry).items = [home, strict].into();
        assert_eq!(said(&builder).len(), 1);
    }
}
