//! GK1602: how many columns are stale, overdue or empty? Each stale one is a warning; as many as an inspection allows for are an error.

use crate::{
    check::context,
    compliance::{Compliance, ItemCompliance},
    day::Day,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{CENSUS_2015, INDICATORS_2019},
    },
    model::{Item, ItemId, Model},
    record::{Count, Key, schema},
    vocabulary::{Column, Occurs, Scope, Words},
};

pub static STALE_COLUMNS: Rule = Rule {
    code: "GK1602",
    name: "stale-columns",
    label: "栏目久未更新",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[CENSUS_2015.whole(), INDICATORS_2019.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "栏目没有按时更新", en: "columns that are not kept up to date" },
    why: words! {
        zh: "检查时，动态要闻类栏目两周、通知公告和政策文件类栏目六个月没有更新的，合计达到五个；其他应当更新而没有更新的达到十个；空白栏目达到五个，都单项否决。",
        en: "Five columns of news without an update in two weeks, or of notices and policies in six months, ten others that are overdue, or five empty ones each fail an inspection outright.",
    },
    mend: words! {
        zh: "更新，或者把没有力量维护的栏目合并。事项属于哪一类由 column 决定（动态要闻、通知公告、政策文件，不写的是其他）；天数和个数用 [settings.stale-columns] 改。",
        en: "Update them, or merge what nobody keeps. `column` says what an item is: news, notice, policy, else other. [settings.stale-columns] changes days and numbers.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
scope = "site"
--> catalogue/items.toml
[[item]]
column = "动态要闻"
"#,
        good: r#"--> content/2018/动态.md
title = "机关开展冬季防火检查"
kind = "news"
made = 2018-12-20
published = 2018-12-21
[review]
secrecy = { by = "保密员", on = 2018-12-20 }
"#,
    },
};

/// What is counted.
#[derive(Default)]
struct Counted {
    /// News, notices and policies that were not updated in time.
    stale: Vec<ItemId>,
    /// Others that owe something of a period that is over.
    overdue: Vec<ItemId>,
    empty: Vec<ItemId>,
}

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    if model.site.scope == Scope::Column {
        return;
    }
    let mut counted = Counted::default();
    for (id, item) in model.items().filter(|it| it.1.is_shown()) {
        let stands = compliance.item(id);
        if stands.is_empty() {
            // What never happened, and what is reported as nil, is no empty column.
            let may_be = item.occurs == Occurs::Event || !stands.owes || stands.has_nil(model.today);
            counted.empty.extend((!may_be).then_some(id));
        } else if item.column == Column::Other {
            counted.overdue.extend(stands.periods.lapsed.then_some(id));
        } else if let Some(last) = stale(model, item, stands) {
            tell(model, id, last, findings);
            counted.stale.push(id);
        }
    }
    let Counted { stale, overdue, empty } = counted;
    let stale_ones = words! { zh: "动态要闻、通知公告、政策文件类栏目没有按时更新", en: "columns of news, notices and policies are stale" };
    veto(model, stale_ones, &stale, schema::StaleColumns::STALE, findings);
    let others = words! { zh: "其他栏目应当更新而没有更新", en: "other columns are overdue" };
    veto(model, others, &overdue, schema::StaleColumns::OTHER, findings);
    veto(model, words! { zh: "栏目空白", en: "columns are empty" }, &empty, schema::StaleColumns::EMPTY, findings);
}

/// How far back the last update of the item may lie.
fn window(model: &Model, item: &Item) -> Day {
    if item.column == Column::News {
        let days = model.settings.count(schema::Settings::STALE_COLUMNS, schema::StaleColumns::NEWS_DAYS);
        model.today.plus(-i32::from(days))
    } else {
        let months = model.settings.count(schema::Settings::STALE_COLUMNS, schema::StaleColumns::NOTICE_MONTHS);
        model.today.plus_months(-i32::from(months))
    }
}

/// The day of the last publication of an item that is stale.
fn stale(model: &Model, item: &Item, stands: &ItemCompliance) -> Option<Day> {
    let since = window(model, item);
    let last = model.entry(*stands.entries.last()?).published_day()?;
    let is_new = item.since.is_some_and(|it| it > since);
    let is_nil = stands.nils.last().is_some_and(|it| it.last() >= since);
    (last < since && !is_new && !is_nil).then_some(last)
}

/// Tells that an item was last updated on `last`.
fn tell(model: &Model, id: ItemId, last: Day, findings: &mut Findings) {
    let item = model.item(id);
    let count = model.today.days_since(last);
    let title = &item.title;
    let limit = if item.column == Column::News {
        let days = model.settings.count(schema::Settings::STALE_COLUMNS, schema::StaleColumns::NEWS_DAYS);
        text! { zh: "{days} 天", en: "{days} days" }
    } else {
        let months = model.settings.count(schema::Settings::STALE_COLUMNS, schema::StaleColumns::NOTICE_MONTHS);
        text! { zh: "{months} 个月", en: "{months} months" }
    };
    let (zh, en) = (limit.zh, limit.en);
    let how = context::explain(&STALE_COLUMNS, &item.id);
    let finding = findings.raise(
        &STALE_COLUMNS,
        item.record.span_of(schema::Item::TITLE),
        text! {
            zh: "栏目“{title}”上次更新在 {last}，已有 {count} 天没有更新（不超过 {zh}）",
            en: "{title} was last updated on {last}, {count} days ago, and should be within {en}",
        },
    );
    finding
        .help(text! {
            zh: "更新；没有力量维护的，与别的栏目合并；另有原因的，说明：\n{how_zh}",
            en: "update it, or merge what nobody keeps; explain what else it is:\n{how_en}",
            how_zh = how.zh,
            how_en = how.en,
        })
        .lesser()
        .key(&*item.id);
    context::name_item(finding, model, id);
}

/// So many titles are named.
const NAMED: usize = 10;

/// Tells that `items` are as many as fail an inspection.
fn veto<const LEAST: u16, const MOST: u16, const USUAL: u16>(
    model: &Model,
    what: Words,
    items: &[ItemId],
    allowed: Key<schema::StaleColumns, Count<LEAST, MOST, USUAL>>,
    findings: &mut Findings,
) {
    let limit = model.settings.count(schema::Settings::STALE_COLUMNS, allowed);
    if items.len() < usize::from(limit) {
        return;
    }
    let count = items.len();
    let names: Vec<&str> = items.iter().take(NAMED).map(|&it| &*model.item(it).title).collect();
    let (names, more) = (names.join("、"), if count > NAMED { "……" } else { "" });
    let Words { zh, en } = what;
    findings
        .raise(
            &STALE_COLUMNS,
            model.site.place(),
            text! {
                zh: "{count} 个{zh}，达到单项否决的 {limit} 个：{names}{more}",
                en: "{count} {en}, and {limit} fail an inspection: {names}{more}",
            },
        )
        .help(text! { zh: "更新这些栏目；没有力量维护的，合并", en: "update them, and merge what nobody keeps" })
        .key(allowed.name);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::Builder,
    };

    /// Items of a column with the day of their last entry; whether each finding is lesser, and its message.
    fn told(today: &str, items: &[(Column, Option<&str>)], change: impl Fn(&mut Builder)) -> Vec<(bool, String)> {
        let mut builder = Builder::new(today);
        builder.model.site.scope = Scope::Site;
        for (at, (column, day)) in items.iter().enumerate() {
            let item = builder.item(&format!("a/i{at}"));
            builder.item_mut(item).column = *column;
            if let Some(day) = day {
                builder.entry(item, day);
            }
        }
        change(&mut builder);
        found(Run::Whole(check), &builder.model).into_iter().map(|it| (it.lesser, it.message.zh)).collect()
    }

    fn lesser(found: &[(bool, String)]) -> Vec<bool> {
        found.iter().map(|it| it.0).collect()
    }

    #[test]
    fn each_stale_column_is_a_warning_and_five_are_a_veto() {
        let (news, policy) = ((Column::News, Some("2020-06-10")), (Column::Policy, Some("2019-12-01")));
        assert_eq!(lesser(&told("2020-06-30", &[news, policy], |_| ())), [true, true]);
        let five = told("2020-06-30", &[news, news, policy, policy, (Column::Notice, Some("2018-01-01"))], |_| ());
        assert_eq!(lesser(&five), [true, true, true, true, true, false]);
        assert!(five[5].1.contains("达到单项否决的 5 个"), "{five:?}");
        let fresh = [
            (Column::News, Some("2020-06-16")),
            (Column::Policy, Some("2019-12-30")),
            (Column::Other, Some("2010-01-01")),
        ];
        assert!(told("2020-06-30", &fresh, |_| ()).is_empty());
    }

    #[test]
    fn columns_that_are_new_or_the_portals_are_left_alone() {
        let items = [(Column::News, Some("2020-06-10"))];
        assert!(told("2020-06-30", &items, |it| it.model.site.scope = Scope::Column).is_empty());
        assert!(
            told("2020-06-30", &items, |it| it.model.items[0].since = Some("2020-06-20".parse().unwrap())).is_empty()
        );
    }

    #[test]
    fn empty_columns_are_counted_and_what_only_happens_is_not() {
        let empty = [(Column::Other, None); 5];
        let found =
            told("2020-06-30", &empty, |it| it.model.items.iter_mut().for_each(|it| it.occurs = Occurs::Standing));
        assert_eq!(lesser(&found), [false]);
        assert!(found[0].1.starts_with("5 个栏目空白"), "{found:?}");
        let event = |it: &mut Builder| it.model.items.iter_mut().for_each(|it| it.occurs = Occurs::Event);
        assert!(told("2020-06-30", &empty, event).is_empty());
        assert!(told("2020-06-30", &empty[1..], |_| ()).is_empty());
    }
}
