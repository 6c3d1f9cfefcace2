//! 0504 and 0505: interpretations that only repeat the document, or that name none.

use std::collections::BTreeMap;

use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{OPINION_2016_RULES, POINTS_2018},
    },
    model::{Entry, EntryId, Model},
    record::schema,
    vocabulary::{EntryKind, InterpretationForm, Origin},
};

pub static THIN_INTERPRETATION: Rule = Rule {
    code: "GK0504",
    name: "thin-interpretation",
    label: "解读空泛",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[OPINION_2016_RULES.whole(), POINTS_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "解读照抄文件，或者过于简单", en: "an interpretation that repeats its policy or says little" },
    why: words! {
        zh: "解读要讲清背景依据、目标任务、主要内容和解决的问题。把原文抄一遍，或者只有几句话，群众还是看不懂。",
        en: "An interpretation explains background, aims, content and the problems solved. A copy of the text, or a few words, explains nothing.",
    },
    mend: words! {
        zh: "用自己的话写：为什么出台、什么人受影响、怎么办理、与以前有什么不同；也可以配图表、视频。",
        en: "Say in plain words why it was made, whom it touches, what to do and what has changed; add charts or a video.",
    },
    example: Example {
        bad: r#"--> content/2018/解读.md
title = "《关于做好夏季防汛工作的通知》解读"
kind = "interpretation"
interprets = "2018/通知"
first_interpreter = "局长"
summary = "说明通知的背景和值守要求。"
+++
各科室：

汛期已到，请落实二十四小时值守，发现险情立即报告。
"#,
        good: "--> content/2018/解读.md
+++
## 背景依据

今年入汛以来降雨比往年多两成，去年七月的内涝暴露出夜间无人值班、物资存放分散的问题，因此提早部署。

## 主要内容

通知要求的是三件事：一是谁来值班、几点到岗，都要排到人；二是水库、堤坝、工地每天查看一遍并留下记录；三是沙袋、水泵集中放在两个仓库，谁需要谁领用、当天登记。

## 与往年不同

往年只要求大雨天值班，今年改为整个汛期不断岗；往年物资各自保管，今年统一调配。居民发现险情，可以直接拨打局办公室电话。
",
    },
};

pub static INTERPRETS_NOTHING: Rule = Rule {
    code: "GK0505",
    name: "interprets-nothing",
    label: "解读无对象",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[OPINION_2016_RULES.whole(), POINTS_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "解读没有写明解读的是哪个文件", en: "an interpretation that names no policy" },
    why: words! {
        zh: "解读和文件要互相链接，看了文件能找到解读，看了解读能找到文件。没有写明，文件仍算没有解读。",
        en: "A policy and its interpretation link each other. Where it is not said which policy is meant, that one still counts as not interpreted.",
    },
    mend: words! {
        zh: "在文件头加一行 interprets = \"〔文件的路径或索引号〕\"；上级的文件不在本站的，写明 origin = \"转载\" 或在正文开头写清。",
        en: "Add `interprets = \"〔path or index number〕\"`; for a superior's policy that is not on this site say so in the text.",
    },
    example: Example {
        bad: r#"--> content/2018/解读.md
title = "《关于做好夏季防汛工作的通知》解读"
kind = "interpretation"
first_interpreter = "局长"
summary = "说明通知的背景和值守要求。"
+++
## 背景依据

今年入汛以来雨水偏多，为什么要提早值守，在此说明。
"#,
        good: r#"--> content/2018/解读.md
first_interpreter = "局长"
interprets = "2018/通知"
"#,
    },
};

/// Tells interpretations that name no policy, with the one whose title they quote.
pub(super) fn interprets_nothing(model: &Model, _: &Compliance, findings: &mut Findings) {
    let mut titles: Option<BTreeMap<&str, Option<&str>>> = None;
    for (_, entry) in interpretations(model).filter(|(_, it)| !it.record.has(schema::Entry::INTERPRETS)) {
        let titles = titles.get_or_insert_with(|| {
            let mut titles = BTreeMap::new();
            for (_, it) in model.published().filter(|it| it.1.kind != EntryKind::Interpretation) {
                // Of a title that two have neither is offered.
                titles.entry(it.title()).and_modify(|it| *it = None).or_insert(Some(&*it.name));
            }
            titles
        });
        let quoted = entry.title().split_once('《').and_then(|(_, rest)| rest.rsplit_once('》')).map(|it| it.0);
        let near = quoted.and_then(|it| *titles.get(it)?);
        let finding = findings.raise(
            &INTERPRETS_NOTHING,
            entry.at(schema::Entry::TITLE),
            text! { zh: "没有写明解读的是哪个文件", en: "it is not said which policy this interprets" },
        );
        finding.help(match near {
            Some(near) => {
                text! { zh: "在文件头加一行：interprets = \"{near}\"", en: "add the line: interprets = \"{near}\"" }
            }
            None => text! {
                zh: "在文件头加一行：interprets = \"〔文件的路径或索引号〕\"",
                en: "add the line: interprets = \"〔path or index number of the policy〕\"",
            },
        });
        let near = near.unwrap_or("〔文件的路径或索引号〕");
        finding.fix(entry.record.room().map(|at| Edit::lines(at, &format!("interprets = \"{near}\""))));
        if let Some(day) = entry.published_day() {
            finding.on(day);
        }
    }
}

pub(super) fn interpretations(model: &Model) -> impl Iterator<Item = (EntryId, &Entry)> {
    model.published().filter(|(_, entry)| {
        entry.kind == EntryKind::Interpretation && entry.record.get(schema::Entry::ORIGIN) != Some(Origin::Reprint)
    })
}

pub(super) fn thin_interpretation(model: &Model, _: &Compliance, findings: &mut Findings) {
    let alike =
        i64::from(model.settings.count(schema::Settings::THIN_INTERPRETATION, schema::ThinInterpretation::PERCENT));
    let least =
        i64::from(model.settings.count(schema::Settings::THIN_INTERPRETATION, schema::ThinInterpretation::CHARACTERS));
    for (id, entry) in interpretations(model) {
        let copied = entry
            .related(schema::Entry::INTERPRETS)
            .filter_map(|policy| Some((policy, percent(*model.alike.get(&(id, policy))?))))
            .find(|(_, share)| *share >= alike);
        let characters = i64::from(entry.body.characters);
        let finding = if let Some((id, share)) = copied {
            let title = model.entry(id).title();
            findings
                .raise(
                    &THIN_INTERPRETATION,
                    entry.at(schema::Entry::TITLE),
                    text! { zh: "解读与原文约有 {share}% 相同", en: "about {share}% of it repeats the policy" },
                )
                .note(words! { zh: "文件", en: "policy" }, text! { zh: "{title}", en: "{title}" })
        } else if characters < least && in_words_alone(entry) {
            findings.raise(
                &THIN_INTERPRETATION,
                entry.at(schema::Entry::TITLE),
                text! { zh: "解读只有 {characters} 字", en: "the interpretation has {characters} characters" },
            )
        } else {
            continue;
        };
        finding
            .help(text! {
                zh: "写清为什么出台、什么人受影响、怎么办理、与以前有什么不同",
                en: "say why it was made, whom it touches, what to do and what has changed",
            })
            .key("thin");
        finding.on = entry.published_day();
    }
}

/// Whether it has neither charts, videos nor files that say the rest.
fn in_words_alone(entry: &Entry) -> bool {
    let in_text = entry.record.all(schema::Entry::FORM).all(|form| form == InterpretationForm::Text);
    in_text && entry.attachments.is_empty() && !entry.body.links().any(|link| link.image)
}

/// The share in whole per cent, rounded.
fn percent(share: f64) -> i64 {
    (0..=100).rev().find(|&percent| f64::from(percent) <= share * 100.0 + 0.5).map_or(0, i64::from)
}
