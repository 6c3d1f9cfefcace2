//! GK0103: can the time limit be understood and so be counted?

use crate::{
    check::context,
    compliance::Compliance,
    day::LimitError,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws},
    model::{Model, Stated, StatedError, stated},
    vocabulary::Text,
};

pub static UNREADABLE_TIME_LIMIT: Rule = Rule {
    code: "GK0103",
    name: "unreadable-time-limit",
    label: "时限看不懂",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::REGULATIONS_2008_18, laws::REGULATIONS_2019_26],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公开时限的写法无法换算成日期", en: "a time limit that can't be counted" },
    why: words! {
        zh: "公开时限要能算出最迟哪一天公开，才能判断是否逾期。看不懂的，暂按法定的20个工作日算，只作警告。",
        en: "A time limit must lead to a last day, or nobody can say what is late. Until it does, the 20 working days of the law are taken, and lateness is a warning.",
    },
    mend: words! {
        zh: "目录原文照写，另写明意思：time_limit = { text = \"原文\", workdays = 20, from = \"作出决定\" }；自己定的，用通行的写法。",
        en: "Keep the official words and say what they mean: `time_limit = { text = \"…\", workdays = 20, from = \"decided\" }`; for words of your own use a common phrase.",
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
    for (id, item) in model.items() {
        for stated in stated(&item.record) {
            let Err(error) = stated.parts else { continue };
            let Some((message, help)) = told(error, stated.text) else { continue };
            let near = match error {
                StatedError::Words(LimitError::Unknown { nearest }) => nearest,
                _ => None,
            };
            let finding = findings.raise(&UNREADABLE_TIME_LIMIT, stated.span, message);
            finding
                .label(text! { zh: "暂按法定的20个工作日算", en: "the 20 working days of the law are taken meanwhile" })
                .help(help)
                .fix(near.map(|it| Edit::guess(stated.span, it)).or_else(|| with_meaning(error, &stated)))
                .key(&*item.id);
            context::name_item(finding, model, id);
        }
    }
}

/// The edit that says beside the words of a limit what they mean, as holes.
fn with_meaning(error: StatedError, stated: &Stated<'_>) -> Option<Edit> {
    let words = stated.text;
    let unknown = matches!(error, StatedError::Words(LimitError::Unknown { nearest: None }));
    (unknown && stated.bare && !words.contains(['"', '\\'])).then(|| {
        let table = format!("{{ text = \"{words}\", workdays = 〔多少个工作日〕, from = \"〔从哪件事起算〕\" }}");
        Edit::new(stated.span, table, false)
    })
}

/// What is said of a limit that is not understood; nothing of one that is missing, which is another rule's.
fn told(error: StatedError, words: &str) -> Option<(Text, Text)> {
    Some(match error {
        StatedError::Words(LimitError::Empty) => return None,
        StatedError::Words(LimitError::Ditto) => (
            text! { zh: "公开时限写成了“{words}”", en: "the time limit is written `{words}` (ditto)" },
            text! { zh: "把上一行的公开时限完整写出来", en: "write the words of the row above in full" },
        ),
        StatedError::Words(LimitError::Unknown { nearest }) => (
            text! { zh: "看不懂公开时限“{words}”", en: "the time limit `{words}` is not understood" },
            match nearest {
                Some(phrase) => text! { zh: "是不是想写“{phrase}”？", en: "did you mean `{phrase}`?" },
                None => text! {
                    zh: "目录原文不必改，另写明意思：time_limit = {{ text = \"{words}\", workdays = 〔多少个工作日〕, from = \"〔从哪件事起算〕\" }}",
                    en: "leave the words and say what they mean: `time_limit = {{ text = \"{words}\", workdays = 〔how many〕, from = \"〔from what〕\" }}`",
                },
            },
        ),
        StatedError::Number => (
            text! { zh: "时限的天数不对", en: "the number of days is none" },
            text! { zh: "写成 1 以上的整数", en: "write a whole number from 1 up" },
        ),
        StatedError::Several => (
            text! { zh: "一个时限写了几个期限", en: "one time limit with more than one length" },
            text! {
                zh: "workdays、days、months、hours、by 只写一个；几类信息时限不同的，写成列表，各带 for",
                en: "write one of workdays, days, months, hours, by; for classes of information write a list, each with `for`",
            },
        ),
        StatedError::By => (
            text! { zh: "by 不是一年里的某一天", en: "`by` is no day of a year" },
            text! { zh: "写成 by = \"01-31\" 的样子", en: "write it like by = \"01-31\"" },
        ),
        StatedError::From => (
            text! { zh: "from 不是起算的事", en: "`from` names nothing that a limit counts from" },
            text! {
                zh: "写成 from = \"作出决定\"、\"批准\"、\"收到申请\" 的样子",
                en: "write it like from = \"decided\", \"approved\" or \"received\"",
            },
        ),
    })
}
