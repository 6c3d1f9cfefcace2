//! GK0206, GK0207: is every duty of the regulations served by an item, or declared 不涉及?

use super::spread::place;
use crate::{
    compliance::{
        Compliance, DutyCompliance,
        duties::{self, Duty},
    },
    day::numeral,
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Subject, Ungrounded, laws},
    model::Model,
    record::schema,
    vocabulary::Text,
};

pub static UNMAPPED_DUTY: Rule = Rule {
    code: "GK0206",
    name: "unmapped-duty",
    label: "法定内容未列",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[laws::REGULATIONS_2008_10, laws::REGULATIONS_2019_20],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "法定主动公开内容没有对应的事项，也没有声明不涉及", en: "a duty of law that no item serves" },
    why: words! {
        zh: "条例逐项列明了应当主动公开的内容。目录里既没有对应的事项，又没有说明不涉及，就是漏项。",
        en: "The regulations list what every body publishes. Where no item serves a duty and it is not declared inapplicable, the catalogue has a hole.",
    },
    mend: words! {
        zh: "在负责的事项里写 legal_item；本机关确实不承担的，用 [[not_applicable]] 写明原因。",
        en: "Name the duty in `legal_item` of the item that serves it, or declare it in [[not_applicable]] with a reason.",
    },
    example: Example {
        bad: "--> catalogue/site.toml\n- profile\n",
        good: r#"--> catalogue/site.toml

--> catalogue/more.toml
id = "duties"
title = "法定主动公开内容"
disclosure = ["管理公开"]
way = "主动"
legal_item = ["2008:10.1", "2008:10.2", "2008:10.3", "2008:10.4", "2008:10.5", "2008:10.6", "2008:10.7", "2008:10.8", "2008:10.9", "2008:10.10"]

[[not_applicable]]
duty = "2008:10.11"
reason = "本局没有监督检查职责。"
"#,
    },
};

pub static UNMAPPED_LOCAL_DUTY: Rule = Rule {
    code: "GK0207",
    name: "unmapped-local-duty",
    label: "地方公开内容未列",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[laws::REGULATIONS_2008_11, laws::REGULATIONS_2008_12, laws::REGULATIONS_2019_21],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! {
        zh: "市县、乡镇还应当公开的内容没有对应的事项，也没有声明不涉及",
        en: "a duty of cities, counties or townships that no item serves",
    },
    why: words! {
        zh: "除了所有机关都要公开的，条例还要求市、县及其部门和乡镇公开土地征收、公共服务、社会救助等与群众关系最近的内容。",
        en: "Beside what every body publishes, cities, counties and townships publish what is nearest to people: land, services, assistance.",
    },
    mend: words! {
        zh: "在负责的事项里写 legal_item；本机关确实不承担的，用 [[not_applicable]] 写明原因。",
        en: "Name the duty in `legal_item` of the item that serves it, or declare it in [[not_applicable]] with a reason.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
organisation = "county"
- profile
revised = 2018-07-20

==> catalogue/county.toml
[[organisation]]
id = "county"
name = "示例县建设局"
level = "县级"
"#,
        good: r#"--> catalogue/county.toml

[[item]]
id = "works"
field = "policy"
title = "城乡建设"
disclosure = ["执行公开"]
elements = ["标题", "正文"]
basis = ["《中华人民共和国政府信息公开条例》第九条"]
time_limit = "自信息形成或者变更之日起20个工作日内"
occurs = "event"
organisation = "county"
channels = ["政府网站"]
audience = "全社会"
way = "主动"
legal_item = ["2008:11.1", "2008:11.2", "2008:11.3"]

[[not_applicable]]
duty = "2008:11.4"
reason = "救济款物由民政部门管理和公开。"
"#,
    },
};

pub(super) fn check(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    judge(model, compliance, &UNMAPPED_DUTY, false, findings);
    unknown(model, findings);
}

/// Tells duties that items name and that there are none of.
fn unknown(model: &Model, findings: &mut Findings) {
    for item in &model.items {
        for it in item.record.spanned(schema::Item::LEGAL_ITEM) {
            let typed = it.value.trim();
            if duties::DUTIES.iter().any(|duty| duty.code == typed) {
                continue;
            }
            let finding = findings.raise(
                &UNMAPPED_DUTY,
                it.span,
                text! { zh: "没有代号为“{typed}”的法定公开内容", en: "there is no duty to publish called `{typed}`" },
            );
            finding.at_most(Level::Warn).about(Subject::Item(item.id.to_string())).key(format!("{} {typed}", item.id));
            let meant = meant(model, typed);
            match meant {
                Some(duty) => finding
                    .label(text! { zh: "是不是 {code}（{title}）？", en: "{code} ({title})?", code = duty.code, title = duty.title.zh })
                    .help(text! { zh: "改为：\"{code}\"", en: "write: \"{code}\"", code = duty.code })
                    .fix([Edit::guess(it.span, duty.code)]),
                None => finding.help(text! {
                    zh: "写“版本:条.项”，例如 2019:20.1 是2019年《条例》第二十条第一项；不对应法定内容的，删去",
                    en: "write version:article.number, as 2019:20.1 for article 20 (1) of the regulations of 2019; or delete it",
                }),
            };
        }
    }
}

/// The duty that `typed` names in words, `第二十条第（一）项`, or without its version.
fn meant(model: &Model, typed: &str) -> Option<&'static Duty> {
    let last = typed.rsplit([':', '：']).next().unwrap_or(typed);
    let numbers: Vec<u32> =
        last.split(|it| !numeral::numeric(it)).filter(|it| !it.is_empty()).filter_map(numeral::number).collect();
    let [article, number] = numbers[..] else { return None };
    let ending = format!(":{article}.{number}");
    duties::in_force(model.today).find(|duty| duty.code.ends_with(&ending))
}

pub(super) fn check_local(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    judge(model, compliance, &UNMAPPED_LOCAL_DUTY, true, findings);
}

fn judge(model: &Model, compliance: &Compliance, rule: &'static Rule, local: bool, findings: &mut Findings) {
    for duty in compliance.duties.iter().filter(|it| it.duty.is_local() == local && it.is_unmapped()) {
        tell(model, rule, duty, findings);
    }
}

fn tell(model: &Model, rule: &'static Rule, compliance: &DutyCompliance, findings: &mut Findings) {
    let duty = compliance.duty;
    let (code, zh, en) = (duty.code, duty.title.zh, duty.title.en);
    let body = model.organisation(compliance.organisation);
    let id = &body.id;
    findings
        .raise(
            rule,
            place(model, compliance.organisation),
            text! { zh: "法定主动公开内容“{zh}”没有对应的公开事项", en: "no item serves the duty to publish {en}" },
        )
        .under(std::slice::from_ref(&duty.ground))
        .note(words! { zh: "代号", en: "code" }, Text::same(code))
        .help(text! {
            zh: "在负责的事项里写 legal_item = [\"{code}\"]；本单位不承担的，在 catalogue/not-applicable.toml 里加上：\n[[not_applicable]]\nduty = \"{code}\"\norganisation = \"{id}\"\nreason = \"〔原因〕\"",
            en: "write legal_item = [\"{code}\"] in the item that serves it; where it is no duty of this body, add to catalogue/not-applicable.toml:\n[[not_applicable]]\nduty = \"{code}\"\norganisation = \"{id}\"\nreason = \"〔why〕\"",
        })
        .about(Subject::Organisation(id.to_string()))
        .about(Subject::Other(code.to_owned()))
        .key(format!("{id} {code}"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::Builder,
        vocabulary::AdminLevel,
    };

    #[test]
    fn a_duty_in_words_is_offered_its_code() {
        let builder = Builder::new("2019-12-31");
        for (typed, code) in [
            ("第二十条第一项", Some("2019:20.1")),
            ("第二十条第（十）项", Some("2019:20.10")),
            ("20.5", Some("2019:20.5")),
            ("2018:20.5", Some("2019:20.5")),
            ("第二十条", None),
            ("第二百条第一项", None),
        ] {
            assert_eq!(meant(&builder.model, typed).map(|it| it.code), code, "{typed}");
        }
    }

    #[test]
    fn duties_for_all_and_for_some_are_told_by_their_own_rules() {
        let mut builder = Builder::new("2018-12-31");
        assert_eq!(
            (said(Run::Whole(check), &builder.model).len(), said(Run::Whole(check_local), &builder.model).len()),
            (11, 0)
        );
        builder.model.organisations[0].level = Some(AdminLevel::Township);
        assert_eq!(
            (said(Run::Whole(check), &builder.model).len(), said(Run::Whole(check_local), &builder.model).len()),
            (11, 8)
        );
        builder.not_applicable("2008:12.8", None);
        assert_eq!(said(Run::Whole(check_local), &builder.model).len(), 7);
    }
}
