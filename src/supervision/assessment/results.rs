//! What each body has in all, and figures of points.

use super::{evidence::Evidence, sheet::Sheet};
use crate::{
    model::{OrganisationId, Points, ScoredIndicator},
    supervision::{Dossier, Figure, Grid, Row, Value},
    vocabulary::Words,
};

/// Points as a figure.
pub fn points(points: Points) -> Figure {
    Value::Thousandths(points.0).into()
}

/// Points, or a dash.
pub fn some_points(of: Option<Points>) -> Figure {
    of.map_or(Value::None.into(), points)
}

/// The id of the row of an indicator of a body.
pub fn row_id(of: &Dossier<'_>, body: OrganisationId, indicator: &ScoredIndicator) -> String {
    format!("{}-{}", of.model.organisation(body).id, indicator.id)
}

/// What each body has: by points, then by name.
pub fn totals(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    const VETOED: Words = words! { zh: "不合格（一票否决）", en: "failed (veto)" };
    const UNCERTAIN: Words = words! { zh: "尚无法判断", en: "not certain yet" };
    const NONE: Words = words! { zh: "没有", en: "none" };
    const OPEN: Words = words! { zh: "待认定", en: "open" };
    const STANDS: Words = words! { zh: "有", en: "yes" };
    let of = evidence.of;
    let mut order: Vec<&Sheet<'_>> = sheets.iter().collect();
    order.sort_by_key(|it| (std::cmp::Reverse(it.total()), &*of.model.organisation(it.body).name));
    let row = |it: &&Sheet<'_>| {
        let counts = it.full.0 > 0;
        let has_grades = !evidence.scheme.grades.is_empty() || evidence.faults.own("grades").is_some();
        let grade = if !has_grades || !(counts || it.is_vetoed()) {
            Value::None.into()
        } else if it.is_vetoed() {
            Figure::text(of.say(VETOED))
        } else {
            let grade = it.grade(evidence.scheme).filter(|_| evidence.faults.own("grades").is_none());
            Figure::text(grade.map_or_else(|| of.say(UNCERTAIN), str::to_owned))
        };
        let veto = match (it.is_vetoed(), it.veto_is_open()) {
            (true, _) => of.say(STANDS),
            (false, true) => of.say(OPEN),
            (false, false) => of.say(NONE),
        };
        let if_counts = |it: Points| some_points(counts.then_some(it));
        Row {
            id: of.model.organisation(it.body).id.to_string(),
            figures: vec![
                of.short(Some(it.body)),
                if_counts(it.full),
                if_counts(it.judged),
                if_counts(it.total()),
                if_counts(it.bonus),
                if_counts(it.open),
                Figure::count(it.waiting()),
                grade,
                Figure::text(veto),
            ],
        }
    };
    of.grid(
        "totals",
        words! { zh: "各单位得分", en: "Points of each body" },
        vec![
            of.column("organisation", words! { zh: "单位", en: "body" }, 2),
            of.column("full", words! { zh: "满分", en: "points in all" }, 1),
            of.column("judged", words! { zh: "已评的满分", en: "of these judged" }, 1),
            of.column("got", words! { zh: "得分", en: "got" }, 1),
            of.column("bonus", words! { zh: "其中加分", en: "of these bonus" }, 1),
            of.column("open", words! { zh: "待评分值", en: "open" }, 1),
            of.column("waiting", words! { zh: "待评指标", en: "indicators open" }, 1),
            of.column("grade", words! { zh: "等次", en: "grade" }, 1),
            of.column("veto", words! { zh: "一票否决情形", en: "veto" }, 1),
        ],
        order.iter().map(row).collect(),
        words! { zh: "没有被考核的单位", en: "no body is appraised" },
    )
}
