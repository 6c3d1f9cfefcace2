//! GK1503: has the disclosure platform its fixed parts?

use super::whole::is_whole;
use crate::{
    compliance::Compliance,
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded, laws::PLATFORM_2019},
    model::{Model, platform_parts},
    vocabulary::{OrganisationKind, PageColumn, Text, Word},
};

pub static MISSING_PLATFORM_PART: Rule = Rule {
    code: "GK1503",
    name: "missing-platform-part",
    label: "平台缺栏目",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[PLATFORM_2019.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "政府信息公开平台缺少规定的栏目", en: "a disclosure platform without a fixed part" },
    why: words! {
        zh: "政府信息公开平台统一设政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报、依申请公开，依次排列。",
        en: "A disclosure platform has, in this order, the guide, the rules, what the law has published, the annual reports, and disclosure on application.",
    },
    mend: words! {
        zh: "在目录中设相应的公开事项，标题写栏目的名称；或者在已有的网页上写 column = 栏目名称。",
        en: "Have an item of that title in the catalogue, or write `column` with its name on a page.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
as_of = 2021-12-31
revised = 2021-07-20
profile = "full"
scope = "site"
"#,
        good: r#"--> catalogue/items.toml
[[item]]
title = "政府信息公开指南"
--> catalogue/rules.toml
id = "rules"
title = "政府信息公开制度"
legal_item = ["2019:20.15"]
--> catalogue/report.toml
id = "report"
title = "政府信息公开年报"
--> catalogue/request.toml
id = "request"
title = "依申请公开"
"#,
    },
};

/// What the law has published: the fields of items that name a duty of it.
const STATUTORY: &str = "法定主动公开内容";

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let is_agency = |it: &crate::model::Organisation| it.kind != OrganisationKind::Institution;
    if !is_whole(model) || !model.owner().is_some_and(is_agency) {
        return;
    }
    let has = platform_parts(model);
    let has = |part: PageColumn| has.iter().any(|it| it.0 == part).then_some(part.label());
    let statutory = model.items.iter().any(|it| it.is_open() && !it.legal_items.is_empty()).then_some(STATUTORY);
    let all = [
        (PageColumn::Guide.label(), has(PageColumn::Guide)),
        (PageColumn::Rules.label(), has(PageColumn::Rules)),
        (STATUTORY, statutory),
        (PageColumn::Report.label(), has(PageColumn::Report)),
        (PageColumn::Request.label(), has(PageColumn::Request)),
    ];
    let lacks: Vec<&str> = all.iter().filter(|it| it.1.is_none()).map(|it| it.0).collect();
    if lacks.is_empty() {
        return;
    }
    let names = lacks.join("、");
    let finding = findings.raise(
        &MISSING_PLATFORM_PART,
        model.site.place(),
        text! { zh: "政府信息公开平台缺少栏目：{names}", en: "the disclosure platform lacks {names}" },
    );
    let titled = lacks.iter().any(|it| *it != STATUTORY).then(|| {
        text! {
            zh: "在目录中设公开事项，title 写上面的栏目名称；已有网页的，在网页的文件头写 column = \"〔栏目名称〕\"",
            en: "have an item with that `title`, or write column = \"〔name〕\" on the page that is it",
        }
    });
    let legal = lacks.contains(&STATUTORY).then(|| {
        text! {
            zh: "法定主动公开内容，在法律规定应当公开的事项上写 legal_item = [\"〔条款〕\"]，例如 legal_item = [\"2019:20.1\"]",
            en: "for 法定主动公开内容 write legal_item = [\"〔duty〕\"] on the items that serve a duty of law, e.g. legal_item = [\"2019:20.1\"]",
        }
    });
    let all: Vec<Text> = titled.into_iter().chain(legal).collect();
    let join = |tongue: fn(&Text) -> &str, gap| all.iter().map(tongue).collect::<Vec<_>>().join(gap);
    finding.help(Text { zh: join(|it| &it.zh, "；"), en: join(|it| &it.en, "; ") });
    finding.key(names);
}
