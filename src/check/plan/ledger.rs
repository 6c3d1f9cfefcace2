//! GK1207: is what the ledger names there?

use crate::{
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Finding, Findings, Level, Rule, Subject, Ungrounded},
    markup::whole_address,
    model::Model,
    record::{Record, schema},
    source::Span,
    vocabulary::{Text, Words, nearest_of},
};

pub static UNTIED_RECTIFICATION: Rule = Rule {
    code: "GK1207",
    name: "untied-rectification",
    label: "台账对不上",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "整改台账写的规则、信息、事项、任务、机构或者佐证材料找不到", en: "the ledger names a rule, an entry, an item, a task, a body or a file of evidence that is not there" },
    why: words! {
        zh: "台账靠这些名称和检查出来的问题对上。写错一个字，问题改没改就没有人复查，佐证也拿不出来。",
        en: "By these names a line of the ledger is tied to what was found. One letter wrong, and nobody looks again whether it was mended, nor can the evidence be shown.",
    },
    mend: words! {
        zh: "改成问题清单里写的规则、信息、事项；编号抄问题清单的“编号”一栏。佐证材料放进 catalogue 或者 content 里，file 写从项目文件夹起的路径。",
        en: "Write the rule, the entry and the item as the problem list has them, and the number from its last column. Keep evidence below `catalogue` or `content`, and write its path from the project's folder.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/ledger.toml
[[rectification]]
finding = "通知里有打不开的链接"
rule = "broken-lnik"
done = 2018-10-19
evidence = "链接已删去，截图存档"
"#,
        good: r#"--> catalogue/ledger.toml
[[rectification]]
rule = "broken-link"
"#,
    },
};

/// Above so many names no near one is looked for.
const MANY: usize = 20_000;
/// So many digits of a fingerprint name a problem, and so many it has.
const DIGITS: std::ops::RangeInclusive<usize> = 12..=32;

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for line in &model.rectifications {
        names(model, line, findings);
        let evidence = line.get(schema::Rectification::EVIDENCE);
        let key = schema::RectificationEvidence::FILE;
        if let Some((file, it)) = evidence.and_then(|it| Some((it.get(key)?, it))) {
            lost(model, file, it.span_of(key), findings);
        }
    }
    for task in &model.tasks {
        for it in task.record.all(schema::Task::EVIDENCE) {
            if let Some(file) = it.get(schema::Evidence::FILE) {
                lost(model, file, it.span_of(schema::Evidence::FILE), findings);
            }
        }
    }
}

/// A file of evidence that is not there.
fn lost(model: &Model, file: &str, span: Span, findings: &mut Findings) {
    let Some(near) = model.lost_evidence.get(file) else { return };
    if let Some(meant) = whole_address(file) {
        let message = text! {
            zh: "佐证材料“{file}”像是网址，没有写 https://，也没有这个文件",
            en: "the evidence `{file}` looks like an address that lacks its https://; there is no such file",
        };
        findings
            .raise(&UNTIED_RECTIFICATION, span, message)
            .help(text! { zh: "是网址的，改为：file = \"{meant}\"", en: "write, if it is one: file = \"{meant}\"" })
            .fix([Edit::guess(span, &meant)])
            .key(format!("file {file}"));
        return;
    }
    let message = text! {
        zh: "catalogue 和 content 里没有佐证材料“{file}”",
        en: "there is no file of evidence `{file}` below catalogue or content",
    };
    let finding = findings.raise(&UNTIED_RECTIFICATION, span, message).key(format!("file {file}"));
    suggest(
        finding,
        span,
        near.as_deref(),
        text! {
            zh: "把材料放进 catalogue 文件夹（例如 catalogue/佐证/），file 写从项目文件夹起的路径；没有电子材料的，删去 file，在 what 里写明存放在哪里",
            en: "put the file below catalogue (catalogue/evidence/, say) and write its path from the project's folder; where there is none, delete `file` and say in `what` where it is kept",
        },
    );
}

/// What a line names that is not there.
fn names(model: &Model, line: &Record<schema::Rectification>, findings: &mut Findings) {
    let is_done = line.get(schema::Rectification::DONE).is_some_and(|it| it <= model.today);
    if let Some(typed) = line.get(schema::Rectification::RULE).map(str::trim)
        && let Some(near) = model.unknown_rules.get(typed)
    {
        const RULE: Words = words! { zh: "规则", en: "rule" };
        let span = line.span_of(schema::Rectification::RULE);
        let finding = tell(line, RULE, typed, span, findings);
        suggest(
            finding,
            span,
            *near,
            text! { zh: "写问题清单“规则”一栏的编号或者名称", en: "write the code or the name that the problem list has under `Rule`" },
        );
    }
    if let Some(typed) = line.get(schema::Rectification::ENTRY).map(str::trim) {
        entry(model, line, typed, is_done, findings);
    }
    if let Some(typed) = line.get(schema::Rectification::ITEM).map(str::trim)
        && model.items.iter().all(|it| *it.id != *typed)
    {
        const ITEM: Words = words! { zh: "公开事项", en: "item" };
        let span = line.span_of(schema::Rectification::ITEM);
        let mut called = model.items.iter().filter(|it| *it.title == *typed).map(|it| &*it.id);
        let only = called.next().filter(|_| called.next().is_none());
        let near = only.or_else(|| nearest_of(model.items.iter().map(|it| &*it.id), typed, 0.5));
        let finding = tell(line, ITEM, typed, span, findings);
        finding.lesser_if(is_done);
        let how =
            text! { zh: "写“一级事项/公开事项”的代号，见目录", en: "write field/item, as the catalogue has them" };
        suggest(finding, span, near, how);
    }
    if let Some(typed) = line.get(schema::Rectification::ORGANISATION).map(str::trim) {
        const BODY: Words = words! { zh: "机构", en: "organisation" };
        let all = &model.organisations;
        if all.iter().all(|it| *it.id != *typed && *it.name != *typed && *it.short != *typed) {
            let span = line.span_of(schema::Rectification::ORGANISATION);
            let near = nearest_of(all.iter().flat_map(|it| [&*it.id, &*it.short, &*it.name]), typed, 0.5);
            let finding = tell(line, BODY, typed, span, findings);
            suggest(
                finding,
                span,
                near,
                text! { zh: "写目录里有的机构的代号", en: "write the id of a body of the catalogue" },
            );
        }
    }
    task(model, line, findings);
    if let Some(typed) = line.get(schema::Rectification::FINGERPRINT).map(str::trim)
        && !(DIGITS.contains(&typed.len()) && typed.bytes().all(|it| it.is_ascii_hexdigit()))
    {
        let span = line.span_of(schema::Rectification::FINGERPRINT);
        let message = text! { zh: "“{typed}”不是问题清单里的编号", en: "`{typed}` is no number of a problem list" };
        let finding = raise(line, message, format!("fingerprint {typed}"), span, findings);
        finding.help(text! { zh: "抄问题清单“编号”一栏的十二位；没有的删去 fingerprint，写 rule 和 entry", en: "copy the twelve digits of its column `Number`; where there is none, delete `fingerprint` and write `rule` and `entry`" });
    }
}

fn entry(model: &Model, line: &Record<schema::Rectification>, typed: &str, is_done: bool, findings: &mut Findings) {
    const ENTRY: Words = words! { zh: "信息", en: "entry" };
    let is_known = model.named(typed).is_some() || model.entries.iter().any(|it| *it.index_number == *typed);
    if typed.is_empty() || is_known {
        return;
    }
    let span = line.span_of(schema::Rectification::ENTRY);
    // The path of its file is meant for its name.
    let path = typed.replace('\\', "/");
    let bare = path.trim_start_matches("./").trim_start_matches("content/");
    let bare = bare.strip_suffix(".md").unwrap_or(bare);
    let mut called = model.entries.iter().filter(|it| it.title() == typed).map(|it| &*it.name);
    let only = called.next().filter(|_| called.next().is_none());
    let names = || model.entries.iter().map(|it| &*it.name);
    let is_few = model.entries.len() <= MANY;
    let near = Some(bare).filter(|it| model.named(it).is_some()).or(only);
    let near = near.or_else(|| is_few.then(|| nearest_of(names(), bare, 0.6)).flatten());
    let finding = tell(line, ENTRY, typed, span, findings);
    // What was mended by being deleted is no longer there.
    finding.lesser_if(is_done);
    let how = if is_done {
        text! { zh: "信息已经删除的，照实保留；写错的改正", en: "leave it where the entry was deleted, else correct it" }
    } else {
        text! { zh: "写信息的文件名，从 content 起、不带 .md，例如 \"2018/通知\"", en: "write the name of its file from content, without .md, as \"2018/notice\"" }
    };
    suggest(finding, span, near, how);
}

/// The plan and the task of a line.
fn task(model: &Model, line: &Record<schema::Rectification>, findings: &mut Findings) {
    const PLAN: Words = words! { zh: "计划", en: "plan" };
    let named = line.get(schema::Rectification::PLAN).map(str::trim);
    let plan = model.plans.iter().find(|it| named.map_or(model.plans.len() == 1, |id| *it.id == *id));
    if let (Some(typed), None) = (named, plan) {
        let span = line.span_of(schema::Rectification::PLAN);
        let near = nearest_of(model.plans.iter().map(|it| &*it.id), typed, 0.5);
        let finding = tell(line, PLAN, typed, span, findings);
        suggest(
            finding,
            span,
            near,
            text! { zh: "写目录里有的计划的代号", en: "write the id of a plan of the catalogue" },
        );
    }
    let (Some(number), Some(plan)) = (line.get(schema::Rectification::TASK), plan) else { return };
    let own = || model.tasks.iter().filter(|it| *model.plan(it.plan).id == *plan.id);
    if own().all(|it| it.number != number) {
        let span = line.span_of(schema::Rectification::TASK);
        let id = &plan.id;
        let all: Vec<String> = own().map(|it| it.number.to_string()).collect();
        let (zh, en) = (all.join("、"), all.join(", "));
        let message = text! { zh: "计划“{id}”没有第 {number} 项任务", en: "the plan `{id}` has no task {number}" };
        let finding = raise(line, message, format!("task {id}/{number}"), span, findings);
        finding.help(text! { zh: "有的任务：{zh}", en: "its tasks: {en}" });
    }
}

fn tell<'f>(
    line: &Record<schema::Rectification>,
    what: Words,
    typed: &str,
    span: Span,
    findings: &'f mut Findings,
) -> &'f mut Finding {
    let message = text! {
        zh: "没有叫“{typed}”的{what_zh}，台账这一条对不上问题",
        en: "there is no {what_en} called `{typed}`: this line of the ledger is tied to nothing",
        what_zh = what.zh,
        what_en = what.en,
    };
    raise(line, message, format!("{} {typed}", what.en), span, findings)
}

fn raise<'f>(
    line: &Record<schema::Rectification>,
    message: Text,
    key: String,
    span: Span,
    findings: &'f mut Findings,
) -> &'f mut Finding {
    let finding = findings.raise(&UNTIED_RECTIFICATION, span, message).key(key);
    if let Some(body) = line.get(schema::Rectification::ORGANISATION) {
        finding.about(Subject::Organisation(body.to_owned()));
    }
    finding
}

/// Says what was probably meant, else what is to be written.
fn suggest(finding: &mut Finding, span: Span, near: Option<&str>, otherwise: Text) {
    match near {
        Some(near) => finding
            .help(text! { zh: "是不是想写“{near}”？", en: "did you mean `{near}`?" })
            .fix([Edit::guess(span, near)]),
        None => finding.help(otherwise),
    };
}
