//! GK0107: does what is kept back say why, and was that looked at again within the year?

use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{Item, ItemId, Model},
    record::schema,
    vocabulary::{Way, Word},
};

pub static UNGROUNDED_EXCEPTION: Rule = Rule {
    code: "GK0107",
    name: "ungrounded-exception",
    label: "不公开无依据",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[
        laws::REGULATIONS_2008_8,
        laws::REGULATIONS_2008_14,
        laws::OPINION_2016_RULES.whole(),
        laws::REGULATIONS_2019_13,
        laws::REGULATIONS_2019_18,
    ],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "依申请公开或者不予公开没有写依据，或者一年没有复核", en: "on request or withheld without a ground, or not re-assessed for a year" },
    why: words! {
        zh: "以公开为常态、不公开为例外。不主动公开的，要说明依据哪一条；情况会变，要定期评估，能公开的及时转为主动公开。",
        en: "Disclosure is the rule. What is kept back says on which ground, and is re-assessed from time to time, for circumstances change.",
    },
    mend: words! {
        zh: "写明 ground（哪部法规哪一条、什么情形）和 reviewed（最近一次复核的日期）。",
        en: "Write `ground` (which article, which circumstance) and `reviewed` (the day it was last re-assessed).",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
id = "talks"
title = "项目洽谈方案"
way = "不予公开"
"#,
        good: r#"--> catalogue/more.toml
ground = "《中华人民共和国政府信息公开条例》第十四条第四款：涉及第三方商业秘密"
reviewed = 2018-07-12
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        if let Some(way @ (Way::OnRequest | Way::Withheld)) = item.way {
            judge(model, id, item, way, findings);
        }
    }
}

fn judge(model: &Model, id: ItemId, item: &Item, way: Way, findings: &mut Findings) {
    let (label, key) = (way.label(), way.key());
    if item.ground().is_none() {
        let finding = findings.raise(
            &UNGROUNDED_EXCEPTION,
            item.record.span_of(schema::Item::WAY),
            text! { zh: "公开方式是“{label}”，没有写依据", en: "the way is {key}, without a ground" },
        );
        finding
            .label(text! { zh: "依据哪一条不主动公开？", en: "on which ground?" })
            .help(text! {
                zh: "补上两行：ground = \"〔依据哪一条〕\" 和 reviewed = 〔复核日期〕，例如 ground = \"《中华人民共和国政府信息公开条例》第十四条\"",
                en: "add two lines: ground = \"〔on which article〕\" and reviewed = 〔day of re-assessment〕",
            })
            .fix(item.record.room().map(|at| {
                let reviewed = if item.record.has(schema::Item::REVIEWED) { "" } else { "\nreviewed = 〔复核日期〕" };
                Edit::lines(at, &format!("ground = \"〔依据哪一条〕\"{reviewed}"))
            }))
            .key(format!("{} ground", item.id));
        context::name_item(finding, model, id);
        return;
    }
    let most =
        i64::from(model.settings.count(schema::Settings::UNGROUNDED_EXCEPTION, schema::UngroundedException::DAYS));
    let reviewed = item.reviewed();
    if reviewed.is_some_and(|day| (0..=most).contains(&i64::from(model.today.days_since(day)))) {
        return;
    }
    let message = match reviewed {
        Some(day) if day > model.today => {
            text! { zh: "复核日期 {day} 还没有到", en: "re-assessed on {day}, a day to come" }
        }
        Some(day) => text! { zh: "“{label}”自 {day} 以后没有再复核", en: "{key}: not re-assessed since {day}" },
        None => text! { zh: "“{label}”没有写复核日期", en: "{key}: no day of re-assessment" },
    };
    let finding = findings.raise(&UNGROUNDED_EXCEPTION, item.record.span_of(schema::Item::REVIEWED), message);
    finding
        .lesser()
        .label(text! { zh: "应当至少每年复核一次", en: "to be re-assessed at least once a year" })
        .help(text! {
            zh: "复核是否仍需“{label}”；仍需的，写 reviewed = 〔复核日期〕，可以公开的改为“主动”",
            en: "re-assess it: write `reviewed = 〔that day〕`, or publish it now",
        })
        .fix(if item.record.has(schema::Item::REVIEWED) {
            Some(Edit::new(item.record.span_of(schema::Item::REVIEWED), "〔复核日期〕", false))
        } else {
            item.record.room().map(|at| Edit::lines(at, "reviewed = 〔复核日期〕"))
        })
        .key(format!("{} reviewed", item.id));
    context::name_item(finding, model, id);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::{self, Builder},
        record::Value,
    };

    #[test]
    fn an_exception_needs_a_ground_and_a_fresh_look() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let lesser =
            |builder: &Builder| found(Run::Whole(check), &builder.model).iter().map(|it| it.lesser).collect::<Vec<_>>();
        assert!(lesser(&builder).is_empty());
        builder.item_mut(item).way = Some(Way::OnRequest);
        assert_eq!(lesser(&builder), [false]);
        let record = &mut builder.item_mut(item).record;
        builder::write(record, schema::Item::GROUND, Value::Text("《条例》第十四条"));
        assert_eq!(lesser(&builder), [true]);
        builder::write(
            &mut builder.item_mut(item).record,
            schema::Item::REVIEWED,
            Value::Day("2017-12-29".parse().unwrap()),
        );
        assert_eq!(lesser(&builder), [true]);
        builder::write(
            &mut builder.item_mut(item).record,
            schema::Item::REVIEWED,
            Value::Day("2017-12-31".parse().unwrap()),
        );
        assert!(lesser(&builder).is_empty());
    }
}
