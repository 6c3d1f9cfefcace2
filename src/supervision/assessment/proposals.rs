//! Who is proposed for what, by the criteria that stand in the sheet.

use super::{
    evidence::Evidence,
    judge::State,
    results::{some_points, sum_id},
    sheet::Sheet,
};
use crate::{
    record::{Record, schema},
    supervision::{Figure, Grid, Row},
    vocabulary::{Text, Words},
};

const PRAISE: Words = words! { zh: "表扬", en: "praise" };

/// Of one indicator alone: it says nothing of the body as a whole.
const PRAISE_OF_ONE: Words = words! { zh: "单项表扬", en: "praise for one indicator" };

const CRITICISM: Words = words! { zh: "通报批评", en: "criticism" };

const ACCOUNTABILITY: Words = words! { zh: "问责", en: "accountability" };

/// Who is proposed for what, by the criteria that stand in the sheet.
pub fn proposals(evidence: &Evidence<'_>, sheets: &[Sheet<'_>]) -> Grid {
    let (of, scheme) = (evidence.of, evidence.scheme);
    let mut rows = Vec::new();
    let mut propose = |kind: Words, indicator: Option<&str>, sheet: &Sheet<'_>, why: Text| {
        // A sum that is not final, and one that the proposal is not about, would be taken for what it stands on.
        let is_final = sheet.full.0 > 0 && sheet.at_best() == sheet.total() && kind != PRAISE_OF_ONE;
        rows.push(Row {
            id: String::new(),
            figures: vec![
                Figure::text(of.say(kind)),
                of.short(Some(sheet.body)),
                of.quoted(indicator),
                some_points(is_final.then(|| sheet.total())).behind(sum_id(of, sheet.body)),
                Figure::text(of.sentence(&why)),
            ],
        });
    };
    for sheet in sheets {
        let is_clear = !sheet.is_vetoed() && !sheet.veto_is_open();
        if let Some(least) = scheme.praise.filter(|&it| is_clear && sheet.reaches(it) == Some(true)) {
            propose(PRAISE, None, sheet, text! { zh: "得分不低于 {least} 分", en: "no less than {least} points" });
        }
        let clean = sheet.lines.iter().filter(|it| {
            it.state == State::Scored && it.lost.0 == 0 && it.explained.is_empty() && !it.indicator.is_bonus()
        });
        // A veto takes any praise of the year with it, and so may one that is still open.
        for line in clean.filter(|_| scheme.praises_indicators && is_clear) {
            let why = text! { zh: "这一个指标没有失分", en: "nothing lost of this indicator" };
            propose(PRAISE_OF_ONE, Some(&line.indicator.title), sheet, why);
        }
        if let Some(below) = scheme.criticism.filter(|&it| sheet.reaches(it) == Some(false)) {
            propose(CRITICISM, None, sheet, text! { zh: "得分低于 {below} 分", en: "below {below} points" });
        }
        for line in sheet.lines.iter().filter(|it| scheme.accounts_for_veto && it.state == State::Vetoed) {
            let title = &line.indicator.title;
            let why = text! { zh: "一票否决：{title}", en: "veto: {title}" };
            propose(ACCOUNTABILITY, Some(title), sheet, why);
        }
        let overdue = overdue(evidence, sheet);
        if scheme.unrectified.is_some_and(|least| overdue >= least) {
            let why = text! { zh: "整改台账上有 {overdue} 个问题逾期没有整改", en: "rectifications past their day: {overdue}" };
            propose(ACCOUNTABILITY, None, sheet, why);
        }
    }
    of.grid(
        "proposals",
        words! { zh: "建议名单（由考核机关决定）", en: "Proposals, for the appraising office to decide" },
        vec![
            of.column("kind", words! { zh: "建议", en: "proposal" }, 1),
            of.column("organisation", words! { zh: "单位", en: "body" }, 1),
            of.column("indicator", words! { zh: "指标", en: "indicator" }, 2),
            of.column("got", words! { zh: "总得分", en: "got in all" }, 1),
            of.column("why", words! { zh: "符合的条件", en: "criterion met" }, 4),
        ],
        rows,
        words! { zh: "按评分表写明的条件，没有可以建议的", en: "by the criteria of the sheet there is nobody to propose" },
    )
}

/// How many lines of the ledger of the body are past their day and not put right.
fn overdue(evidence: &Evidence<'_>, sheet: &Sheet<'_>) -> usize {
    let model = evidence.of.model;
    let open = |it: &&Record<schema::Rectification>| {
        it.get(schema::Rectification::DUE).is_some_and(|due| due < model.today)
            && it.get(schema::Rectification::DONE).is_none_or(|done| done > model.today)
    };
    let own = |it: &&Record<schema::Rectification>| {
        let named = it.get(schema::Rectification::ORGANISATION).and_then(|it| evidence.charges.organisation(it));
        named.or(model.site.organisation) == Some(sheet.body)
    };
    model.rectifications.iter().filter(open).filter(own).count()
}
