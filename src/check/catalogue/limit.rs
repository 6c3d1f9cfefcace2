//! GK0103: can the time limit be understood and so be counted?

use crate::{
    check::context,
    compliance::Compliance,
    day::{LimitError, TimeLimit},
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::Model,
    schema,
    text::Text,
};

pub static UNREADABLE_TIME_LIMIT: Rule = Rule {
    code: "GK0103",
    name: "unreadable-time-limit",
    label: "时限看不懂",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[laws::REGULATIONS_2008_18, laws::REGULATIONS_2019_26],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公开时限的写法无法换算成日期", en: "a time limit that can't be counted" },
    why: words! {
        zh: "公开时限要能算出最迟哪一天公开，才能判断是否逾期。写法含糊，等于没有时限。",
        en: "A time limit must lead to a last day, or nobody can say what is late. Vague words are no limit.",
    },
    mend: words! {
        zh: "用通行的写法，例如“自信息形成或者变更之日起20个工作日内”“每季度结束后10日内”“长期公开”。",
        en: "Use one of the common phrases, such as 自信息形成或者变更之日起20个工作日内, 每季度结束后10日内, 长期公开.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
time_limit = "自信息形成之日起若干个工作日内"
"#,
        good: r#"--> catalogue/more.toml
time_limit = "自信息形成之日起20个工作日内"
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items().filter(|(_, item)| item.time_limit.is_none()) {
        let Some(words) = item.record.get(schema::Item::TIME_LIMIT) else { continue };
        let place = item.record.span_of(schema::Item::TIME_LIMIT);
        let (message, help, near) = match TimeLimit::parse(words) {
            Ok(_) | Err(LimitError::Empty) => continue,
            Err(LimitError::Ditto) => (
                text! { zh: "公开时限写成了“{words}”", en: "the time limit is written `{words}` (ditto)" },
                text! { zh: "把上一行的公开时限完整写出来", en: "write the words of the row above in full" },
                None,
            ),
            Err(LimitError::Unknown { nearest }) => (
                text! { zh: "看不懂公开时限“{words}”", en: "the time limit `{words}` is not understood" },
                suggestion(nearest),
                nearest,
            ),
        };
        let finding = findings.raise(&UNREADABLE_TIME_LIMIT, place, message);
        finding
            .label(text! { zh: "算不出最迟公开的日期", en: "no last day can be computed" })
            .help(help)
            .fix(near.map(|it| Edit::guess(place, it)))
            .key(&*item.id);
        context::name_item(finding, model, id);
    }
}

fn suggestion(nearest: Option<&str>) -> Text {
    match nearest {
        Some(phrase) => text! { zh: "是不是想写“{phrase}”？", en: "did you mean `{phrase}`?" },
        None => text! {
            zh: "改成通行的写法，例如“自信息形成或者变更之日起20个工作日内”",
            en: "use a common phrase, such as 自信息形成或者变更之日起20个工作日内",
        },
    }
}
