//! 0320: a section of the annual report on disclosure in which nothing stands.

use super::{Subject, report_part};
use crate::{
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_32, REGULATIONS_2019_50},
    },
    record::schema,
    source::Span,
    vocabulary::{is_numeral, says_nothing},
};

pub static EMPTY_SECTION: Rule = Rule {
    code: "GK0320",
    name: "empty-section",
    label: "年报有空白",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_32, REGULATIONS_2019_50],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "政府信息公开年度报告的一节没有内容", en: "a section of the annual report on disclosure that says nothing" },
    why: words! {
        zh: "年度报告应当写哪些内容，条例有规定。只有标题，或者写“（略）”，等于这一项没有报告；没有发生的也要写明是零。",
        en: "What an annual report must tell is laid down. A heading alone, or 略, leaves it untold; what did not happen is told as nought.",
    },
    mend: words! {
        zh: "补写这一节；本年度没有的，写明“无”或者 0。",
        en: "Write the section; where there was nothing in the year, say so: 无, or 0.",
    },
    example: Example {
        bad: "--> content/2018/通知.md
title = \"2017年政府信息公开工作年度报告\"
+++
## 一、总体情况

全年主动公开政府信息120条。

## 二、依申请公开情况

（略）
",
        good: "--> content/2018/通知.md
+++
## 一、总体情况

全年主动公开政府信息120条。

## 二、依申请公开情况

全年收到申请0件。
",
    },
};

/// Looks at an entry that calls itself an annual report on disclosure.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let title = subject.record.get(schema::Entry::TITLE).unwrap_or_default();
    report_part::check(subject, title, findings);
    let yearly = title.contains("年度报告") || title.contains("年报");
    if !yearly || !["信息公开", "政务公开"].iter().any(|it| title.contains(it)) {
        return;
    }
    if subject.record.get(schema::Entry::DRAFT) == Some(true) {
        return;
    }
    let (start, body) = subject.body_text();
    // The section that is open, and what stands in it so far.
    let mut open: Option<(Heading<'_>, String)> = None;
    let mut at = start;
    for line in body.split_inclusive('\n') {
        let place = Span::new(subject.file, at..at + line.trim_end().len());
        at += line.len();
        match Heading::of(line, place) {
            Some(heading) => {
                // What has sections of its own need not say anything else.
                if let Some((above, text)) = open.take().filter(|it| it.0.depth >= heading.depth) {
                    close(&above, &text, findings);
                }
                open = Some((heading, String::new()));
            }
            None => {
                if let Some((_, text)) = &mut open {
                    text.push_str(line);
                }
            }
        }
    }
    if let Some((last, text)) = open {
        close(&last, &text, findings);
    }
}

fn close(heading: &Heading<'_>, text: &str, findings: &mut Findings) {
    if !text.lines().all(says_nothing) {
        return;
    }
    let (name, left) = (heading.name, text.trim());
    let message = if left.is_empty() || left.chars().count() > 20 {
        text! { zh: "年度报告的“{name}”没有内容", en: "`{name}` of the annual report is empty" }
    } else {
        text! { zh: "年度报告的“{name}”只写了“{left}”", en: "`{name}` of the annual report says only `{left}`" }
    };
    findings.raise(&EMPTY_SECTION, heading.place, message).key(name);
}

/// A heading, Markdown's or by its ordinal.
struct Heading<'t> {
    depth: usize,
    name: &'t str,
    place: Span,
}

impl<'t> Heading<'t> {
    fn of(line: &'t str, place: Span) -> Option<Self> {
        let line = line.trim();
        let signs = line.bytes().take_while(|byte| *byte == b'#').count();
        let bare = line.trim_start_matches('#').trim_matches(|it: char| it == '*' || it.is_whitespace());
        let numbered = || {
            let rest = bare.trim_start_matches(['（', '(']);
            let after = rest.trim_start_matches(is_numeral);
            let is_one = after.len() < rest.len() && after.starts_with(['、', '）', ')']);
            is_one.then_some(if rest.len() < bare.len() { 8 } else { 7 })
        };
        let short = bare.chars().count() <= 30 && !bare.contains(['。', '；', '|', '：']);
        let depth = match signs {
            0 => numbered().filter(|_| short)?,
            1..=6 => signs,
            _ => return None,
        };
        (!bare.is_empty()).then_some(Self { depth, name: bare, place })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn told(title: &str, text: &str) -> Vec<String> {
        let text = format!("+++\ntitle = \"{title}\"\n+++\n{text}");
        let document = crate::syntax::entry(FileId(0), &text, &mut Findings::new());
        let mut findings = Findings::new();
        entry(&Subject::new(&document, "content/a.md", &text), &mut findings);
        findings.iter().filter(|it| it.rule.code == EMPTY_SECTION.code).map(|it| it.message.zh.clone()).collect()
    }

    #[test]
    fn sections_without_words_are_told() {
        let report = "2018年政府信息公开工作年度报告";
        for (text, name) in [
            ("## 一、总体情况\n\n## 二、申请\n\n5件", "一、总体情况”没有内容"),
            ("## 一、总体情况\n\n好。\n\n## 二、申请\n", "二、申请”没有内容"),
            ("## 一、总体情况\n\n（略）\n", "一、总体情况”只写了“（略）”"),
            ("一、总体情况\n\n略\n\n二、申请\n\n5件", "一、总体情况”只写了“略”"),
            ("**一、总体情况**\n\n……\n\n二、申请情况\n\n5件", "一、总体情况”只写了“……”"),
            ("# 报告\n\n## 一、总体情况\n\n### （一）主动公开\n\n### （二）申请\n\n5件", "（一）主动公开”没有内容"),
        ] {
            let told = told(report, text);
            assert!(told.len() == 1 && told[0].contains(name), "{text}: {told:?}");
        }
        for text in [
            "## 一、总体情况\n\n### （一）主动公开\n\n12条\n\n## 二、申请\n\n无\n",
            "## 一、总体情况\n\n| 数 |\n| --- |\n| 0 |\n",
            "一、总体情况：主动公开12条。\n\n二、申请：无。",
            "附后。",
            "",
        ] {
            assert_eq!(told(report, text), Vec::<String>::new(), "{text}");
        }
        assert!(told("2018年工作要点", "## 一、总体情况\n\n（略）\n").is_empty());
    }
}
