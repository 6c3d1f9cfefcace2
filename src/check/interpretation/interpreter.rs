//! 0503: interpretations that no leader answers for.

use super::quality::interpretations;
use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{OPINION_2016_RULES, POINTS_2018},
    },
    model::{Entry, Model, Organisation, OrganisationId},
    record::schema,
    vocabulary::{Origin, says_nothing},
};

pub static NO_FIRST_INTERPRETER: Rule = Rule {
    code: "GK0503",
    name: "no-first-interpreter",
    label: "缺第一解读人",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[OPINION_2016_RULES.whole(), POINTS_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "解读没有写明第一解读人，或者写的不是领导", en: "an interpretation without its first interpreter, or by one who is no leader" },
    why: words! {
        zh: "文件起草部门的主要负责人是第一解读人和责任人，要带头讲清政策。没有写明，出了误读找不到人回应。",
        en: "The head of the drafting body is the first interpreter and answers for it. Unnamed, nobody does.",
    },
    mend: words! {
        zh: "在解读的开头加一行 first_interpreter = \"局长 姓名\"（写职务即可），机构的 leaders 里要有他；由别人解读的写明原因：first_interpreter = { post = \"科长\", reason = \"局长出差\" }。",
        en: "Add `first_interpreter = \"…\"` with the post of the head of the drafting body, one of its `leaders`; where another interprets say why: first_interpreter = { post = \"…\", reason = \"…\" }.",
    },
    example: Example {
        bad: r#"--> content/2018/解读.md
title = "《关于做好夏季防汛工作的通知》解读"
kind = "interpretation"
interprets = "2018/通知"
summary = "说明通知的背景和值守要求。"
+++
## 背景依据

今年入汛以来雨水偏多，为什么要提早值守，在此说明。
"#,
        good: r#"--> content/2018/解读.md
interprets = "2018/通知"
first_interpreter = "局长"
"#,
    },
};

pub(super) fn no_first_interpreter(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (_, entry) in interpretations(model) {
        // What others drafted, their head interprets.
        let foreign = entry
            .related(schema::Entry::INTERPRETS)
            .any(|id| model.entry(id).record.get(schema::Entry::ORIGIN).is_some_and(|origin| origin != Origin::Own));
        if foreign {
            continue;
        }
        let Some(interpreter) = entry.record.get(schema::Entry::FIRST_INTERPRETER) else {
            if !entry.record.has(schema::Entry::FIRST_INTERPRETER) {
                absent(entry, findings);
            }
            continue;
        };
        let said = |key| interpreter.get(key).map(str::trim).filter(|it| !says_nothing(it));
        let Some(post) = said(schema::Interpreter::POST) else {
            absent(entry, findings);
            continue;
        };
        if said(schema::Interpreter::REASON).is_none() && is_stranger(model, entry, post) {
            stranger(entry, post, findings);
        }
    }
}

fn absent(entry: &Entry, findings: &mut Findings) {
    let finding = findings
        .raise(
            &NO_FIRST_INTERPRETER,
            entry.at(schema::Entry::TITLE),
            text! { zh: "没有写明第一解读人", en: "no first interpreter is named" },
        )
        .help(text! {
            zh: "在开头两行 +++ 之间加一行：first_interpreter = \"〔第一解读人的职务〕\"，即起草部门主要负责人",
            en: "add `first_interpreter = \"〔post〕\"` between the +++ lines: that of the head of the drafting body",
        })
        .fix(
            (!entry.record.has(schema::Entry::FIRST_INTERPRETER))
                .then(|| entry.record.room())
                .flatten()
                .map(|at| Edit::lines(at, "first_interpreter = \"〔第一解读人的职务〕\"")),
        );
    finding.on = entry.published_day();
}

fn stranger(entry: &Entry, post: &str, findings: &mut Findings) {
    let place = entry.record.span_of(schema::Entry::FIRST_INTERPRETER);
    let finding = findings
        .raise(
            &NO_FIRST_INTERPRETER,
            place,
            text! {
                zh: "第一解读人“{post}”不在机构的领导（leaders）里",
                en: "the first interpreter, {post}, is none of the body's leaders",
            },
        )
        .help(text! {
            zh: "是领导的，把职务写进 [[organisation]] 的 leaders；由别人解读的，写明原因：first_interpreter = {{ post = \"{post}\", reason = \"〔原因〕\" }}",
            en: "add the post to `leaders` of the [[organisation]]; where another interprets say why: first_interpreter = {{ post = \"{post}\", reason = \"〔why〕\" }}",
        })
        .key("stranger");
    finding.on = entry.published_day();
}

/// Whether `post` is none of the leaders of the bodies that may have drafted the policy. Where no leader of one is listed nothing is known.
fn is_stranger(model: &Model, entry: &Entry, post: &str) -> bool {
    let owner = model.site.organisation;
    let mut bodies: Vec<OrganisationId> = entry.organisation.or(owner).into_iter().collect();
    for id in entry.related(schema::Entry::INTERPRETS) {
        bodies.extend(model.entry(id).organisation.or(owner));
    }
    // Who is called by another body is judged by that.
    let called =
        model.organisations.iter().enumerate().filter(|(_, it)| post.contains(&*it.short) || post.contains(&*it.name));
    bodies.extend(called.map(|it| OrganisationId::new(it.0)));
    let bodies = bodies.into_iter().map(|id| model.organisation(id));
    let general = ["主要负责", "负责同志", "主要领导"].iter().any(|it| post.contains(it));
    let listed = |it: &Organisation| it.record.all(schema::Organisation::LEADERS).next().is_some();
    !general && bodies.clone().all(listed) && !bodies.clone().any(|it| leads(it, post)) && bodies.count() > 0
}

/// Whether `text` names a leader of `body`, by post or by name: 产业招商局局长, 局长 张某; a 副局长 is no 局长.
fn leads(body: &Organisation, text: &str) -> bool {
    body.record.all(schema::Organisation::LEADERS).any(|it| {
        let name = it.get(schema::Leader::NAME).map(str::trim).filter(|it| !it.is_empty());
        let post = it.get(schema::Leader::POST).map(str::trim).filter(|it| !it.is_empty());
        // A post may be written with its body, or with less of it: 县水利局局长 for 局长, 局长 for 水利局局长.
        let named = |post: &str| {
            text.match_indices(post).any(|(at, _)| !text[..at].ends_with(['副', '原']))
                || post.match_indices(text).any(|(at, _)| at + text.len() == post.len() && !post[..at].ends_with('副'))
                    && text.chars().count() > 1
        };
        name.is_some_and(|it| text.contains(it)) || post.is_some_and(named)
    })
}
