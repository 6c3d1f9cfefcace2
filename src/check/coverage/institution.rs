//! GK0217: has a supervised institution anything to publish here?

use std::collections::BTreeSet;

use crate::{
    compliance::{self, Compliance},
    diagnostic::{Effect, Example, Findings, Ground, Level, Rule, Subject, Ungrounded, laws},
    model::{Model, OrganisationId},
    record::schema,
};

const REGULATIONS_2008_37: Ground = laws::REGULATIONS_2008.at(words! { zh: "第三十七条", en: "article 37" });
const REGULATIONS_2019_55: Ground = laws::REGULATIONS_2019.at(words! { zh: "第五十五条", en: "article 55" });

pub static BARE_INSTITUTION: Rule = Rule {
    code: "GK0217",
    name: "bare-institution",
    label: "公共企事业单位无事项",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_37, REGULATIONS_2019_55],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! {
        zh: "主管的公共企事业单位在目录里没有公开事项",
        en: "a supervised institution without an item in the catalogue",
    },
    why: words! {
        zh: "供水、供电、公交、教育、卫生等公共企事业单位在提供服务中的信息要公开，主管部门负责督促。登记了单位而没有一个事项，等于没有公开。",
        en: "Institutions that serve the public publish what they do in serving it, and their supervisors see to that. One without an item publishes nothing.",
    },
    mend: words! {
        zh: "为这个单位登记公开事项，写 organisation = 它的 id；它在别处公开、不归本目录的，用 gongkai allow bare-institution 说明。",
        en: "Add items with its id as `organisation`; where it publishes elsewhere explain that with `gongkai allow bare-institution`.",
    },
    example: Example {
        bad: r#"==> catalogue/water.toml
[[organisation]]
id = "water"
name = "示例区供水公司"
kind = "公共企事业单位"
supervisor = "bureau"
disclosure = { leader = "副经理", office = "办公室", staff = 1 }
"#,
        good: r#"--> catalogue/more.toml
organisation = "water"
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let owner = model.site.organisation;
    let with_items: BTreeSet<OrganisationId> =
        model.items.iter().filter(|it| it.is_open()).filter_map(|item| item.organisation.or(owner)).collect();
    for (at, body) in model.organisations.iter().enumerate() {
        let Some(supervisor) = body.supervisor else { continue };
        if compliance::judged(body) || with_items.contains(&OrganisationId::new(at)) {
            continue;
        }
        let (id, name, above) = (&body.id, &body.name, &model.organisation(supervisor).name);
        findings
            .raise(
                &BARE_INSTITUTION,
                body.record.span_of(schema::Organisation::NAME),
                text! {
                    zh: "“{name}”由“{above}”主管，目录里没有它的公开事项",
                    en: "{name}, supervised by {above}, has no item in the catalogue",
                },
            )
            .help(text! {
                zh: "登记它的公开事项，[[item]] 里写 organisation = \"{id}\"；在别处公开的，说明原因：\ngongkai allow bare-institution {id} --reason 〔原因〕 --owner 〔负责科室〕",
                en: "add items with organisation = \"{id}\"; where it publishes elsewhere:\ngongkai allow bare-institution {id} --reason 〔why〕 --owner 〔who〕",
            })
            .about(Subject::Organisation(id.to_string()))
            .key(&**id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::Builder,
        vocabulary::OrganisationKind,
    };

    #[test]
    fn only_a_supervised_institution_without_items_is_told() {
        let mut builder = Builder::new("2018-12-31");
        let water = builder.organisation("water", OrganisationKind::Institution);
        builder.organisation("bystander", OrganisationKind::Institution);
        let agency = builder.organisation("agency", OrganisationKind::Agency);
        for id in [water, agency] {
            builder.model.organisations[id.at()].supervisor = Some(OrganisationId(0));
        }
        assert_eq!(said(Run::Whole(check), &builder.model), ["“water”由“bureau”主管，目录里没有它的公开事项"]);
        let item = builder.item("a/one");
        builder.item_mut(item).organisation = Some(water);
        assert!(said(Run::Whole(check), &builder.model).is_empty());
    }
}
