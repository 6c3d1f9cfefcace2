//! GK0211: is it said who does the work of disclosure?

use std::collections::BTreeSet;

use crate::{
    check::context,
    compliance::{self, Compliance},
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Subject, Ungrounded, laws},
    model::{Model, Organisation, OrganisationId, Task},
    record::{Key, Text, schema},
    source::Span,
};

pub static MISSING_OFFICER: Rule = Rule {
    code: "GK0211",
    name: "missing-officer",
    label: "人员机构未落实",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::REGULATIONS_2008_4, laws::REGULATIONS_2019_4],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "没有写明公开工作机构，或者“五员”不全", en: "the disclosure office or one of the five officers is not named" },
    why: words! {
        zh: "政府信息公开要有指定的机构负责日常工作，网上办事服务要落实“五员”责任。没有人，就没有人发、没有人审、没有人答。",
        en: "A body names the office that does the daily work of disclosure, and the five officers of its services. Without people nothing is written, reviewed or answered.",
    },
    mend: words! {
        zh: "在 [[organisation]] 里写明 disclosure（分管领导、工作机构、人数）和 officers（五员，写职务即可）。",
        en: "Write `disclosure` (leader, office, staff) and `officers` (five roles, by post) in [[organisation]].",
    },
    example: Example {
        bad: r#"==> catalogue/organisation.toml
[[organisation]]
id = "bureau"
name = "示例区示例局"
kind = "行政机关"
"#,
        good: r#"==> catalogue/organisation.toml
[[organisation]]
id = "bureau"
name = "示例区示例局"
kind = "行政机关"
disclosure = { leader = "分管副局长", office = "办公室", staff = 1 }
officers = [
  { role = "管理员", post = "办公室主任" },
  { role = "信息员", post = "办公室科员" },
  { role = "审核员", post = "分管副局长" },
  { role = "联络员", post = "业务科科长" },
  { role = "监督员", post = "纪检组组长" },
]
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    let publishing: BTreeSet<OrganisationId> =
        model.items.iter().filter_map(|item| item.organisation).chain(model.site.organisation).collect();
    let asked = asks_for_officers(model);
    for id in publishing {
        let institution = !compliance::judged(model.organisation(id));
        if institution || compliance.bodies.contains(&id) {
            office(model, id, findings);
        }
        // The five officers are a duty of administrative organs; which roles there are is their own matter.
        if asked && !institution && compliance.bodies.contains(&id) {
            officers(model, id, findings);
        }
    }
}

fn office(model: &Model, id: OrganisationId, findings: &mut Findings) {
    let body = model.organisation(id);
    let parts = [
        (schema::DisclosureOffice::LEADER, "分管领导", "the leader in charge"),
        (schema::DisclosureOffice::OFFICE, "工作机构", "the office"),
    ];
    let written = |key: Key<schema::DisclosureOffice, Text>| {
        let text = body.record.get(schema::Organisation::DISCLOSURE).and_then(|it| it.get(key));
        text.is_some_and(|text| !text.trim().is_empty())
    };
    let missing: Vec<_> = parts.iter().filter(|(key, ..)| !written(*key)).collect();
    // What stands there in other words was told.
    if missing.is_empty() || body.record.is_unread(schema::Organisation::DISCLOSURE) {
        return;
    }
    let zh = missing.iter().map(|part| part.1).collect::<Vec<_>>().join("、");
    let en = missing.iter().map(|part| part.2).collect::<Vec<_>>().join(" and ");
    findings
        .raise(
            &MISSING_OFFICER,
            context::key_or_title(&body.record, schema::Organisation::DISCLOSURE),
            text! {
                zh: "“{name}”没有写明政府信息公开的{zh}",
                en: "{name} does not name {en} of disclosure",
                name = body.name,
            },
        )
        .help(text! {
            zh: "写上 disclosure = {{ leader = \"〔分管领导〕\", office = \"〔工作机构〕\" }}，例如“分管副局长”“办公室”，写职务，不写姓名也可以",
            en: "write disclosure = {{ leader = \"〔leader in charge〕\", office = \"〔office〕\" }}, by post",
        })
        .fix(named(body, &missing))
        .about(Subject::Organisation(body.id.to_string()))
        .key(format!("{} office", body.id));
}

/// The edit that names who answers for disclosure, as holes.
fn named(body: &Organisation, missing: &[&(Key<schema::DisclosureOffice, Text>, &str, &str)]) -> Option<Edit> {
    let each: Vec<String> = missing.iter().map(|(key, zh, _)| format!("{} = \"〔{zh}〕\"", key.name)).collect();
    let Some(office) = body.record.get(schema::Organisation::DISCLOSURE) else {
        let each = each.join(", ");
        return Some(Edit::lines(body.record.room()?, &format!("disclosure = {{ {each} }}")));
    };
    if missing.iter().any(|(key, ..)| office.has(*key)) {
        return None;
    }
    if let Some(at) = office.room() {
        return Some(Edit::lines(at, &each.join("\n")));
    }
    let first = Span { file: office.file, range: office.fields().next()?.key };
    Some(Edit::new(first.start(), format!("{}, ", each.join(", ")), false))
}

/// Whether settings or a task of a plan ask for the five officers: they are a practice of some provinces, and no law's demand.
fn asks_for_officers(model: &Model) -> bool {
    let set = model
        .settings
        .of(schema::Settings::MISSING_OFFICER)
        .is_some_and(|table| table.has(schema::MissingOfficer::OFFICERS));
    let says = |task: &Task, key| task.record.get(key).is_some_and(|text: &str| text.contains("五员"));
    set || model.tasks.iter().any(|task| {
        [schema::Task::TITLE, schema::Task::SECTION, schema::Task::REQUIREMENT].into_iter().any(|key| says(task, key))
    })
}

fn officers(model: &Model, id: OrganisationId, findings: &mut Findings) {
    let body = model.organisation(id);
    let wanted = usize::from(model.settings.count(schema::Settings::MISSING_OFFICER, schema::MissingOfficer::OFFICERS));
    let roles: BTreeSet<&str> = body
        .record
        .all(schema::Organisation::OFFICERS)
        .filter_map(|it| it.get(schema::Officer::ROLE))
        .map(str::trim)
        .collect();
    let here = roles.len();
    if here >= wanted {
        return;
    }
    let named = |none: &str, gap: &str| {
        if roles.is_empty() { none.to_owned() } else { roles.iter().copied().collect::<Vec<_>>().join(gap) }
    };
    let (zh, en) = (named("无", "、"), named("none", ", "));
    findings
        .raise(
            &MISSING_OFFICER,
            context::key_or_title(&body.record, schema::Organisation::OFFICERS),
            text! {
                zh: "“{name}”的“五员”只落实了 {here} 员，应有 {wanted} 员",
                en: "{name} names {here} of its {wanted} officers",
                name = body.name,
            },
        )
        .note(words! { zh: "已有", en: "named" }, text! { zh: "{zh}", en: "{en}" })
        .help(text! {
            zh: "在 officers 里补上，例如 {{ role = \"审核员\", post = \"分管副局长\" }}",
            en: "add them to `officers`, for instance {{ role = \"审核员\", post = \"分管副局长\" }}",
        })
        // A practice: the regulations ask for an office and people, not for these five.
        .under(&[])
        .about(Subject::Organisation(body.id.to_string()))
        .key(format!("{} officers", body.id));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, write},
        record::Value,
        vocabulary::OrganisationKind,
    };

    #[test]
    fn a_bureau_names_its_office_and_five_officers_where_they_are_asked_for_an_institution_its_office() {
        let mut builder = Builder::new("2018-12-31");
        assert_eq!(said(Run::Whole(check), &builder.model), ["“bureau”没有写明政府信息公开的分管领导、工作机构"]);
        builder.task(&[], "2018-12-31");
        assert_eq!(said(Run::Whole(check), &builder.model).len(), 1, "no task speaks of them");
        write(&mut builder.model.tasks[0].record, schema::Task::REQUIREMENT, Value::Text("落实“五员”责任"));
        assert_eq!(
            said(Run::Whole(check), &builder.model),
            ["“bureau”没有写明政府信息公开的分管领导、工作机构", "“bureau”的“五员”只落实了 0 员，应有 5 员"]
        );
        builder.model.organisations[0].kind = OrganisationKind::Institution;
        assert_eq!(said(Run::Whole(check), &builder.model).len(), 1);
        builder.organisation("bystander", OrganisationKind::Government);
        assert_eq!(said(Run::Whole(check), &builder.model).len(), 1, "who publishes nothing here is not judged");
    }
}
