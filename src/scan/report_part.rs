//! 1303: a part that the annual report on disclosure must have, and has not.

use super::Subject;
use crate::{
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{ANNUAL_REPORT_2019, ANNUAL_REPORT_2021, REGULATIONS_2008_32, REGULATIONS_2019_50},
    },
    record::schema,
    vocabulary::{EntryKind, Origin, is_numeral, names_annual_report, year_of_title},
};

pub static MISSING_REPORT_PART: Rule = Rule {
    code: "GK1303",
    name: "missing-report-part",
    label: "年报缺部分",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_32, REGULATIONS_2019_50, ANNUAL_REPORT_2019.whole(), ANNUAL_REPORT_2021.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "政府信息公开年度报告缺了应有的部分", en: "an annual report on disclosure without a part that it must have" },
    why: words! {
        zh: "年度报告写哪六个部分有规定：2018年及以前的照条例第三十二条，2019年起照统一格式。缺一部分，等于这项工作没有报告；没有发生的也要写明是零。",
        en: "The six parts of the report are laid down: to 2018 by article 32, since then by a common form. A part that lacks was not reported on; what did not happen is told as nought.",
    },
    mend: words! {
        zh: "补上缺的部分，用小标题写明，例如“## 五、存在的主要问题及改进情况”；本年度没有的，写明“无”。",
        en: "Add what lacks under a heading of its own; where there was nothing in the year, say so.",
    },
    example: Example {
        bad: "--> catalogue/site.toml
profile = \"full\"
--> content/2018/通知.md
title = \"2017年政府信息公开工作年度报告\"
kind = \"report\"
year = 2017
+++
## 一、主动公开情况

全年主动公开政府信息120条。

## 二、依申请公开情况

全年收到申请0件。

## 三、复议诉讼情况

没有发生。

## 四、存在问题和改进措施

解读偏少，今后与文件同步发布。

## 五、其他需要报告的事项

无。
",
        good: "--> content/2018/通知.md
+++
## 一、主动公开情况

全年主动公开政府信息120条。

## 二、依申请公开情况

全年收到申请0件。

## 三、收费及减免情况

没有收费。

## 四、复议诉讼情况

没有发生。

## 五、存在问题和改进措施

解读偏少，今后与文件同步发布。

## 六、其他需要报告的事项

无。
",
    },
};

/// A part: what the form calls it, words of which its heading has one, and words that make it another.
struct Part {
    name: &'static str,
    words: &'static [&'static str],
    but: &'static [&'static str],
}

/// 条例 of 2008, art. 32.
const OF_2008: &[Part] = &[
    Part { name: "主动公开政府信息的情况", words: &["主动公开", "主动信息公开"], but: &[] },
    Part {
        name: "依申请公开政府信息的情况",
        words: &["申请公开", "申请办理", "申请受理", "公开申请", "申请情况", "申请政府信息"],
        but: &["复议", "诉讼", "收费"],
    },
    Part { name: "收费及减免情况", words: &["收费", "减免", "费用"], but: &[] },
    Part { name: "行政复议、行政诉讼的情况", words: &["复议", "诉讼"], but: &[] },
    Part { name: "存在的主要问题及改进情况", words: PROBLEMS, but: &[] },
    OTHER,
];

/// The form since the report on 2019.
const OF_2019: &[Part] = &[
    Part { name: "总体情况", words: &["总体", "概述", "概况", "基本情况", "综述"], but: &[] },
    Part { name: "主动公开政府信息情况", words: &["主动公开", "主动信息公开"], but: &[] },
    Part {
        name: "收到和处理政府信息公开申请情况",
        words: &["申请公开", "申请办理", "申请受理", "公开申请", "申请情况", "申请政府信息", "收到和处理"],
        but: &["复议", "诉讼", "收费"],
    },
    Part { name: "政府信息公开行政复议、行政诉讼情况", words: &["复议", "诉讼"], but: &[] },
    Part { name: "存在的主要问题及改进情况", words: PROBLEMS, but: &[] },
    OTHER,
];

const PROBLEMS: &[&str] = &["问题", "不足", "困难", "改进"];

const OTHER: Part = Part {
    name: "其他需要报告的事项",
    words: &["其他", "其它", "需要报告", "需要说明", "说明的事项", "附表", "附件", "附录"],
    but: &[],
};

/// The parts of an annual report on `year`, as its form calls them.
pub fn parts(year: i32) -> impl Iterator<Item = &'static str> {
    form(year).iter().map(|it| it.name)
}

/// Which of the [`parts`] of a report on `year` a heading of those words begins.
pub fn part_named(year: i32, words: &str) -> Option<usize> {
    form(year).iter().position(|it| it.is(words))
}

impl Part {
    /// Whether it is what stands below a heading of those words.
    fn is(&self, words: &str) -> bool {
        self.words.iter().any(|it| words.contains(it)) && !self.but.iter().any(|it| words.contains(it))
    }
}

fn form(year: i32) -> &'static [Part] {
    if year < 2019 { OF_2008 } else { OF_2019 }
}

/// Looks at an entry called `title`, which speaks of annual reports, for the parts that its form has.
pub(super) fn check(subject: &Subject<'_>, title: &str, findings: &mut Findings) {
    if !names_annual_report(title) {
        return;
    }
    let record = subject.record;
    let foreign = record.get(schema::Entry::KIND).is_some_and(|it| it != EntryKind::Report)
        || record.get(schema::Entry::ORIGIN) == Some(Origin::Reprint)
        || record.get(schema::Entry::DRAFT) == Some(true);
    // Universities and institutions have a form of their own.
    if foreign || !title.contains("政府信息") {
        return;
    }
    let published = subject.day;
    let said = record.get(schema::Entry::YEAR).and_then(|it| i32::try_from(it).ok());
    let period = || record.get(schema::Entry::PERIOD).map(|it| it.first().year());
    let year = said.or_else(period).or_else(|| year_of_title(title));
    let Some(year) = year.or_else(|| Some(published?.year() - 1)) else { return };
    let (_, body) = subject.body_text();
    let named = named(body);
    // The report itself is a file beside its page, or a picture.
    let elsewhere = record.has(schema::Entry::ATTACHMENTS) || body.contains("](");
    if named.len() < 2 && elsewhere {
        return;
    }
    let lacks = |part: &&Part| !named.iter().any(|name| part.is(name));
    let missing: Vec<&Part> = form(year).iter().filter(lacks).collect();
    let Some(first) = missing.first() else { return };
    let names = missing.iter().map(|it| format!("“{}”", it.name)).collect::<Vec<_>>().join("、");
    let count = missing.len();
    let name = first.name;
    let finding = findings.raise(
        &MISSING_REPORT_PART,
        subject.record.span_of(schema::Entry::TITLE),
        text! {
            zh: "{year}年的年度报告缺 {count} 个部分：{names}",
            en: "the annual report for {year} lacks {count} of its parts: {names}",
        },
    );
    finding.key("parts").help(text! {
        zh: "补上缺的部分，用小标题写明，例如：\n## {name}",
        en: "add what lacks, each under a heading, such as:\n## {name}",
    });
    // The law of 2008 lists it for what there is besides: where there is nothing it may be left out.
    if year < 2019 && count == 1 && name == OTHER.name {
        finding.at_most(Level::Note);
    }
    finding.on = published;
}

/// What names a part in `body`: headings, lines in bold, lines with an ordinal. Where some have the ordinals of parts (一、 二、) those
/// and the headings beside them; other lines are of what stands in the parts.
fn named(body: &str) -> Vec<&str> {
    let mut found: Vec<(bool, usize, &str)> = Vec::new();
    for line in body.lines() {
        let line = line.trim_start_matches(['>', ' ', '\t', '\u{3000}']);
        let signs = line.bytes().take_while(|byte| *byte == b'#').count();
        let bold = line.starts_with("**") || line.starts_with("__") || line.starts_with('<');
        let bare = inner(line.trim_start_matches('#'));
        let ordinal = is_ordinal(bare);
        if (1..=6).contains(&signs) || bold || ordinal {
            let clause = bare.split(['。', '；', '：', ':', '*', '<']).next().unwrap_or(bare).trim();
            if !clause.is_empty() && clause.chars().count() <= 40 {
                found.push((ordinal, if signs == 0 { 7 } else { signs }, clause));
            }
        }
    }
    let enough = |found: &[(bool, usize, &str)]| found.len() >= 3;
    let numbered = found.iter().filter(|it| it.0).count();
    let chosen = if numbered >= 3 {
        // One of the headings beside them may have lost its ordinal.
        let beside = found.iter().find(|it| it.0 && it.1 < 7).map(|it| it.1);
        found.iter().copied().filter(|it| it.0 || Some(it.1) == beside).collect()
    } else {
        let level = |depth| found.iter().copied().filter(|it| it.1 == depth).collect::<Vec<_>>();
        (1..=7).map(level).find(|it| enough(it)).unwrap_or(found)
    };
    chosen.into_iter().map(|it| it.2).collect()
}

/// `text` without signs of emphasis and tags at its head.
fn inner(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(['*', '_', ' ', '\t', '\u{3000}', '\u{a0}']);
        match rest.strip_prefix('<').and_then(|it| it.split_once('>')) {
            Some((_, after)) => rest = after,
            None => return rest.trim_end(),
        }
    }
}

/// Whether `text` begins with the ordinal of a part: `一、`, `第三部分`.
fn is_ordinal(text: &str) -> bool {
    let text = text.strip_prefix('第').unwrap_or(text);
    let after = text.trim_start_matches(is_numeral);
    after.len() < text.len() && (after.starts_with(['、', '．', '.', ' ', '，']) || after.starts_with("部分"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn told(head: &str, text: &str) -> Vec<String> {
        let text = format!("+++\n{head}\n+++\n{text}");
        let document = crate::syntax::entry(FileId(0), &text, &mut Findings::new());
        let mut findings = Findings::new();
        let subject = Subject::new(&document, "content/a.md", &text);
        check(&subject, document.record.get(schema::Entry::TITLE).unwrap_or_default(), &mut findings);
        findings.iter().map(|it| it.message.zh.clone()).collect()
    }

    const REPORT: &str = "title = \"某局政府信息公开工作年度报告\"\nkind = \"report\"";

    fn parts(names: &[&str], form: &str) -> String {
        names.iter().map(|it| form.replace("{}", it)).collect()
    }

    #[test]
    fn parts_are_found_however_they_are_headed() {
        let old = [
            "一、主动公开情况",
            "二、依申请公开办理情况",
            "三、收费和减免情况",
            "四、因政府信息公开申请行政复议、提起行政诉讼的情况",
            "五、存在的不足和改进措施",
            "六、需要说明的事项",
        ];
        let new = [
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
        ];
        for (year, names) in [(2017, old), (2018, old), (2019, new), (2021, new), (2025, new)] {
            let head = format!("{REPORT}\nyear = {year}");
            for form in [
                "## {}\n\n无。\n\n",
                "**{}**\n\n无。\n\n",
                "{}\n\n无。\n\n",
                "　　{}。全年没有。\n\n",
                "{}：全年没有。\n\n",
                "<p><strong>{}</strong></p>\n\n无。\n\n",
                "# {}\n\n## （一）依申请公开、复议、诉讼、收费、问题、其他\n\n无。\n\n",
            ] {
                assert_eq!(told(&head, &parts(&names, form)), Vec::<String>::new(), "{year} {form}");
                for without in 0..5 {
                    let mut fewer = names.to_vec();
                    fewer.remove(without);
                    let told = told(&head, &parts(&fewer, form));
                    assert!(told.len() == 1 && told[0].contains("缺 1 个部分"), "{year} {form} {without}: {told:?}");
                }
            }
            let mut lost = names.to_vec();
            lost[3] = "（四）行政复议、行政诉讼情况";
            assert!(told(&head, &parts(&lost, "## {}\n\n无。\n\n")).is_empty(), "{year}");
            let bare: Vec<&str> = names.iter().map(|it| &it["一、".len()..]).collect();
            assert!(told(&head, &parts(&bare, "## {}\n\n无。\n\n")).is_empty(), "{year}");
        }
    }

    #[test]
    fn the_form_is_that_of_the_year_reported_on() {
        let names = [
            "一、总体情况",
            "二、主动公开情况",
            "三、申请办理情况",
            "四、复议诉讼情况",
            "五、问题和改进",
            "六、其他事项",
        ];
        let text = parts(&names, "## {}\n\n无。\n\n");
        assert!(told(&format!("{REPORT}\nyear = 2019"), &text).is_empty());
        let told_of = |head: &str| told(head, &text).concat();
        assert!(told_of(&format!("{REPORT}\nyear = 2018")).contains("“收费及减免情况”"));
        assert!(told_of(&format!("{REPORT}\npublished = 2019-03-01")).contains("2018年"));
        assert!(told_of("title = \"某局2018年度政府信息公开工作报告\"").contains("2018年"));
    }

    #[test]
    fn what_is_no_report_or_stands_elsewhere_is_left_alone() {
        for head in [
            "title = \"关于做好2021年政府信息公开工作年度报告编制工作的通知\"\nyear = 2021",
            "title = \"2021年政府信息公开工作年度报告\"\norigin = \"reprint\"",
            "title = \"2021年政府信息公开工作年度报告\"\nkind = \"news\"",
            "title = \"某大学2021年信息公开年度报告\"\nkind = \"report\"",
            "title = \"2021年政府信息公开工作年度报告\"\nkind = \"report\"\nattachments = [\"年报.pdf\"]",
        ] {
            assert_eq!(told(head, "见附件。\n"), Vec::<String>::new(), "{head}");
        }
        assert!(told(&format!("{REPORT}\nyear = 2021"), "![年报](年报.png)\n").is_empty());
        assert!(told(&format!("{REPORT}\nyear = 2021"), "全年主动公开信息12条。\n")[0].contains("缺 6 个部分"));
    }
}
