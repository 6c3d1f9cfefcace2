//! What each body has in all, and figures of points.

use super::{evidence::Evidence, sheet::Sheet};
use crate::{
    model::{OrganisationId, Points, ScoredIndicator},
    supervision::{Bars, Dossier, Figure, Grid, Row, Value},
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

/// The id of the row that sums up the sheet of a body.
pub fn sum_id(of: &Dossier<'_>, body: OrganisationId) -> String {
    format!("{}-total", of.model.organisation(body).id)
}

/// What each body has in each part of the sheet; an indicator of no part is its own.
pub fn sections(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let of = evidence.of;
    let mut rows = Vec::new();
    for sheet in sheets {
        let mut parts: Vec<(&str, [Points; 3], String)> = Vec::new();
        for (at, line) in sheet.lines.iter().enumerate() {
            if !line.indicator.counts() || sheet.weights[at].0 == 0 {
                continue;
            }
            let name = line.indicator.section.as_deref().unwrap_or(&line.indicator.title);
            let place = parts.iter().position(|it| it.0 == name).unwrap_or_else(|| {
                parts.push((name, [Points::NONE; 3], row_id(of, sheet.body, line.indicator)));
                parts.len() - 1
            });
            let [full, judged, got] = &mut parts[place].1;
            *full = *full + sheet.weights[at];
            if let Some(own) = sheet.got[at] {
                *judged = *judged + sheet.weights[at];
                *got = *got + own;
            }
        }
        rows.extend(parts.into_iter().map(|(name, [full, judged, got], first)| {
            let is_judged = judged.0 > 0;
            let percent = usize::try_from(Points(100).share(got.0, judged.0).0).unwrap_or_default();
            let numbers = [
                points(full),
                points(judged),
                some_points(is_judged.then_some(got)),
                if is_judged { Figure::count(percent) } else { Value::None.into() },
            ];
            let names = [of.short(Some(sheet.body)), of.quoted(Some(name))];
            // The lines of a part follow each other: to the first of them.
            let figures = names.into_iter().chain(numbers.map(|it| it.behind(&*first))).collect();
            Row { id: String::new(), figures }
        }));
    }
    of.grid(
        "sections",
        words! { zh: "各部分得分", en: "Points by section" },
        vec![
            of.column("organisation", words! { zh: "单位", en: "body" }, 2),
            of.column("section", words! { zh: "一级指标", en: "section" }, 3),
            of.column("full", words! { zh: "折算分值", en: "points as converted" }, 1),
            of.column("judged", words! { zh: "已评的", en: "of these judged" }, 1),
            of.column("got", words! { zh: "得分", en: "got" }, 1),
            of.column("percent", words! { zh: "得分占已评的百分比", en: "got, percent of those judged" }, 2),
        ],
        rows,
        words! { zh: "没有计分的指标", en: "no indicator takes points" },
    )
}

/// How much of its points one body got in each part, as a chart.
pub fn chart(of: &Dossier<'_>, sections: &Grid) -> Option<Bars> {
    let title =
        of.say(words! { zh: "各部分得分占已评分值的百分比", en: "Points got by section, percent of those judged" });
    // Against all that could be got.
    sections.bars(&["section"], "percent", title).map(|it| Bars { whole: 100, ..it })
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
        let sum = sum_id(of, it.body);
        let if_counts = |it: Points| some_points(counts.then_some(it)).behind(&*sum);
        Row {
            id: of.model.organisation(it.body).id.to_string(),
            figures: vec![
                of.short(Some(it.body)),
                if_counts(it.full),
                if_counts(it.judged),
                if_counts(it.total()),
                if_counts(it.bonus),
                if_counts(it.open),
                Figure::count_in(it.waiting(), "open"),
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
