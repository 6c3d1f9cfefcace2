//! 0412: names of people still up after the notice period.

use crate::{
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, REGULATIONS_2008_14, REGULATIONS_2019_15},
    },
    model::{Entry, Model, Names, Whole, Withheld},
    record::schema,
    vocabulary::EntryKind,
};

pub static NOTICE_PAST_PERIOD: Rule = Rule {
    code: "GK0412",
    name: "notice-past-period",
    label: "公示期满未撤",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, PRIVACY_25],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "公示期已满，个人名单还在", en: "names of people still up after the notice period" },
    why: words! {
        zh: "公示名单是为了让群众监督，公示期满目的就达到了。名单长年挂在网上，会被检索、转卖，伤害名单上的人。",
        en: "Names are put up so that the public can object in time. Left up for years they are searched, sold and do harm.",
    },
    mend: words! {
        zh: "写 names_until，期满后程序隐去姓名；或者写 withdraw_on，到日子整条撤下。",
        en: "Set `names_until`, and names are hidden after that day; or `withdraw_on`, and the whole goes by itself.",
    },
    example: Example {
        bad: r#"--> content/2018/公示.md
title = "困难职工帮扶对象公示"
kind = "notice"
opens = 2018-06-22
closes = 2018-06-29
summary = "公示今年困难职工帮扶对象。"
+++
| 姓名 | 单位 |
| --- | --- |
| 张某 | 第一小学 |
"#,
        good: "--> content/2018/公示.md
closes = 2018-06-29
withdraw_on = 2018-06-30
",
    },
};

/// Heads of columns that hold people's names.
const NAMES: [&str; 12] = [
    "姓名",
    "户主",
    "户主姓名",
    "申请人",
    "学生姓名",
    "家长姓名",
    "拟录用人员",
    "拟聘人员",
    "当事人",
    "持证人",
    "领取人",
    "受助人",
];

pub(super) fn notice_past_period(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.kind, EntryKind::Notice | EntryKind::Personnel) {
        return;
    }
    if entry.record.has(schema::Entry::WITHDRAW_ON) {
        return;
    }
    if entry.record.has(schema::Entry::NAMES_UNTIL) {
        if let Some(names) = &entry.names {
            gone_whole(model, entry, names, findings);
            in_address(model, entry, names, findings);
        }
        return;
    }
    let Some(closes) = entry.record.get(schema::Entry::CLOSES).filter(|&closes| closes < model.today) else { return };
    let Some(head) = names(entry) else { return };
    let days = model.today.days_since(closes);
    findings
        .raise(
            &NOTICE_PAST_PERIOD,
            entry.record.span_of(schema::Entry::CLOSES),
            text! { zh: "公示期满 {days} 天，名单还在", en: "the names are still up {days} days after the notice ended" },
        )
        .label(text! { zh: "公示到此为止", en: "the notice ended here" })
        .note(words! { zh: "名单", en: "names" }, text! { zh: "表格中的“{head}”一列", en: "the column {head} of its table" })
        .help(text! {
            zh: "写 names_until = {closes}，姓名由程序隐去；或者写 withdraw_on = {after}，整条撤下",
            en: "set `names_until = {closes}` and the names are hidden; or `withdraw_on = {after}` to take the whole down",
            after = closes.plus(1),
        })
        .fix(entry.record.room().map(|at| Edit::lines(at, &format!("names_until = {closes}"))))
        .on(closes.plus(1));
}

/// Tells what is left out whole from the day after `names_until`, because nobody can tell the names in it: best known before.
fn gone_whole(model: &Model, entry: &Entry, names: &Names, findings: &mut Findings) {
    let Names { until, over, .. } = *names;
    let after = until.plus(1);
    let at = entry.record.span_of(schema::Entry::NAMES_UNTIL);
    if let Some(whole) = &names.whole {
        let message = if over {
            text! { zh: "人名公示期满，正文里的姓名不能逐一隐去，正文整篇不再显示", en: "the last day for names is over and not all names in the text can be hidden: it is left out whole" }
        } else {
            text! { zh: "正文里的姓名不能逐一隐去，{after} 起正文整篇不再显示", en: "not all names in the text can be hidden: from {after} on it is left out whole" }
        };
        let finding = findings.raise(&NOTICE_PAST_PERIOD, at, message);
        finding.key("whole").on(model.today).lesser().label(text! { zh: "人名到此为止", en: "the last day for names" });
        match whole {
            Whole::NoneFound => finding.note(
                words! { zh: "原因", en: "why" },
                text! { zh: "没有认出正文、表格和附件里哪些是姓名", en: "no name was made out in text, tables and attachments" },
            ),
            Whole::Unsure(words) => finding.note(
                words! { zh: "原因", en: "why" },
                text! { zh: "“{words}”说到一个人，认不出姓名从哪里开始", en: "“{words}” speaks of somebody whose name cannot be made out" },
            ),
            Whole::Stuck => finding.note(
                words! { zh: "原因", en: "why" },
                text! { zh: "姓名写在网址、链接说明或者 HTML 标记里，取不出来", en: "a name stands in an address, a link's title or a tag of HTML" },
            ),
        };
        finding.help(text! {
            zh: "把姓名写进有“姓名”一栏的表格，或者写成“姓名：张三”；没有姓名的，删去 names_until；要整条撤下的，改写 withdraw_on = {after}",
            en: "put the names into a table with a column 姓名, or write 姓名：张三; without names delete `names_until`; or set `withdraw_on = {after}`",
        });
    }
    for file in names.withheld.iter().filter(|it| it.why == Withheld::Unread) {
        let title = &file.title;
        let message = if over {
            text! { zh: "人名公示期满，“{title}”里有没有姓名程序看不出来，不再提供下载", en: "the last day for names is over and whether {title} holds some no program can tell: it is not offered any more" }
        } else {
            text! { zh: "“{title}”里有没有姓名程序看不出来，{after} 起不再提供下载", en: "whether {title} holds names no program can tell: from {after} on it is not offered" }
        };
        findings
            .raise(&NOTICE_PAST_PERIOD, at, message)
            .key(format!("file {title}"))
            .on(model.today)
            .lesser()
            .label(text! { zh: "人名到此为止", en: "the last day for names" })
            .help(text! {
                zh: "没有姓名、期满后还要提供的，换成程序读得出文字的 docx、xlsx；期满后不必提供的，不用改",
                en: "a file without names that is to stay: attach a docx or xlsx with text; one that may go needs nothing",
            });
    }
}

/// Tells a name in what stays when names go: the number, and the address made of it or of the file's name.
fn in_address(model: &Model, entry: &Entry, names: &Names, findings: &mut Findings) {
    if !names.in_address {
        return;
    }
    let after = names.until.plus(1);
    let message = if names.over {
        text! { zh: "人名公示期满，姓名还在索引号或者网址里", en: "the last day for names is over, and one stands in the index number or the address" }
    } else {
        text! { zh: "索引号或者网址里有姓名，{after} 起也去不掉", en: "a name stands in the index number or the address, and will from {after} on" }
    };
    let finding = findings.raise(&NOTICE_PAST_PERIOD, entry.at(schema::Entry::INDEX), message);
    finding.key("address").on(model.today).lesser_if(!names.over).help(text! {
        zh: "index 和文件名里不写姓名（拼音也不写），改用顺序号；已经公开过的，写 withdraw_on = {after} 整条撤下，另建一条",
        en: "write no name into `index` or the file's name, in letters neither; what was public already: set `withdraw_on = {after}` and make another entry",
    });
    if entry.record.has(schema::Entry::INDEX) {
        finding.label(text! { zh: "姓名在此", en: "a name" });
    }
}

/// The head of a column of names in its text or its table.
fn names(entry: &Entry) -> Option<&str> {
    let typed = entry.table.iter().flat_map(|table| &table.columns).map(|head| &**head);
    entry.body.columns().chain(typed).find(|head| NAMES.contains(&head.trim()))
}
