//! 1902: lines that look like headings and are none: `##标题`, `＃＃ 标题`.

use super::line::Line;
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    scan::subject::Subject,
    source::Span,
};

pub static FALSE_HEADING: Rule = Rule {
    code: "GK1902",
    name: "false-heading",
    label: "不是小标题",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "看着像小标题，实际不是", en: "a line that looks like a heading and is none" },
    why: words! {
        zh: "小标题要用英文的 # 开头，# 后面空一格。写成“##标题”“＃ 标题”，网页上就是一行带井号的正文，目录里也没有它。",
        en: "A heading begins with ASCII # and a blank. `##标题` and `＃ 标题` are printed as they stand, marks and all.",
    },
    mend: words! {
        zh: "用英文输入法的 #，后面空一格：## 标题。",
        en: "Write ASCII # and a blank behind it: `## 标题`.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n##工作要求\n\n汛期已到，请落实二十四小时值守。\n",
        good: "--> content/2018/通知.md\n+++\n## 工作要求\n\n汛期已到，请落实二十四小时值守。\n",
    },
};

/// Looks at the lines of an entry.
pub(super) fn entry(subject: &Subject<'_>, lines: &[Line<'_>], findings: &mut Findings) {
    for line in lines.iter().filter(|it| !it.inner) {
        let title = line.text.trim_start_matches(['#', '＃']);
        let marks = &line.text[..line.text.len() - title.len()];
        let level = marks.chars().count();
        let wide = marks.contains('＃');
        let words = title.trim_start();
        let blank = words.len() < title.len();
        // #安全生产月# is a subject of talk, #3 a number.
        let is_heading = words.starts_with(|c: char| blank && level > 1 || (c >= '\u{2000}' && c != '\u{ff03}'))
            && !words.trim_end_matches(['#', '＃']).is_empty()
            && (level > 1 || !words.contains(['#', '＃']));
        if !(1..=6).contains(&level) || !is_heading {
            continue;
        }
        let safe = level > 1 || blank;
        let begin = format!("{} ", "#".repeat(level));
        let shown: String = words.chars().take(20).collect();
        let place = Span::new(subject.file, line.at..line.at + line.text.len() - words.len());
        let finding = findings.raise(
            &FALSE_HEADING,
            line.span(subject.file),
            text! { zh: "这一行看着像小标题，实际不是", en: "this line looks like a heading and is none" },
        );
        if wide {
            finding.label(text! { zh: "“＃”是中文输入法的井号", en: "`＃` is not `#`" });
        } else {
            finding.label(text! { zh: "# 后面要空一格（半角）", en: "a blank belongs behind the #" });
        }
        finding
            .help(text! { zh: "改为：{begin}{shown}", en: "write: {begin}{shown}" })
            .fix([Edit::new(place, begin.clone(), safe)])
            .key(shown.clone());
    }
}
