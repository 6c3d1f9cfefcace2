//! The problem list (问题清单) as a table to be handed out: who, what, by which rule, where, on what ground, how to mend it, by when.

use super::{
    Block, Dossier, Figure, Grid, Row, Value,
    charge::Charges,
    compare::Standing,
    ledger::{Ledger, SHORT},
    problem::Problem,
};
use crate::{
    day::{Day, Period},
    diagnostic::{Level, Subject},
    print::level_words,
    vocabulary::{Lang, Words},
};

/// What the columns mean.
pub fn told(of: &Dossier<'_>) -> Block {
    Block::Text(of.say(words! {
        zh: "列出截至当日成立、没有作过说明的错误和警告（提示不列）。科室按信息、事项或任务上写的责任科室，没有写的空着。时限按整改台账，其次是空白的事项、没有完成的任务自己还没到的时限；都没有的由主管部门填写。编号在整改台账里用来指明是哪一条（fingerprint）。",
        en: "Errors and warnings that stand on the day and that nobody has explained; notes are not listed. The office is the one that the entry, the item or the task names, and stays open where none does. The last day is the ledger's, else that of the empty item or the open task where it is still to come; where there is none, the supervisor fills it in. The number names a problem in the ledger (`fingerprint`)."
    }))
}

/// The words of how a problem stands to earlier quarters.
pub fn standing_words(standing: Standing) -> Words {
    match standing {
        Standing::First => words! { zh: "首次检查", en: "first inspection" },
        Standing::New => words! { zh: "新增", en: "new" },
        Standing::Still => words! { zh: "未整改", en: "not mended" },
        Standing::Again => words! { zh: "反复", en: "came back" },
        Standing::SaidDone => words! { zh: "台账称已整改，复查仍在", en: "said to be mended, and is not" },
    }
}

/// The link that leads to the problem at `place`.
pub fn row_id(place: usize) -> String {
    format!("problem-{}", place + 1)
}

/// The list, by organisation and office; `standings` stand beside the problems.
pub fn problem_list(
    of: &Dossier<'_>,
    problems: &[Problem<'_>],
    standings: &[(Standing, Period)],
    ledger: &Ledger<'_>,
    charges: &Charges<'_>,
) -> Grid {
    let columns = vec![
        of.column("number", words! { zh: "序号", en: "No." }, 1),
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 1),
        of.column("office", words! { zh: "科室", en: "Office" }, 0),
        of.column("problem", words! { zh: "问题", en: "Problem" }, 4),
        of.column("level", words! { zh: "级别", en: "Level" }, 1),
        of.column("rule", words! { zh: "规则", en: "Rule" }, 0),
        of.column("place", words! { zh: "位置", en: "Place" }, 2),
        of.column("ground", words! { zh: "依据", en: "Ground" }, 2),
        of.column("mend", words! { zh: "怎么改", en: "Mend" }, 3),
        of.column("due", words! { zh: "整改时限", en: "Due" }, 1),
        of.column("standing", words! { zh: "与上次相比", en: "Against the last" }, 1),
        of.column("since", words! { zh: "首次发现", en: "Since" }, 0),
        of.column("fingerprint", words! { zh: "编号", en: "Number" }, 1),
    ];
    let mut open: Vec<usize> = (0..problems.len()).filter(|&at| problems[at].is_open()).collect();
    // Stable: within an office the order is the report's, errors first.
    open.sort_by(|&a, &b| problems[a].charge.cmp(&problems[b].charge));
    let row = |(number, &at): (usize, &usize)| {
        let it = &problems[at];
        let rule = it.found.finding.rule;
        let name = if of.lang == Lang::Zh { rule.label } else { rule.name };
        let (standing, since) = standings[at];
        let due = ledger.find(at).and_then(|it| it.due).or_else(|| own_due(of, charges, it));
        let entry = it.entry.map(|id| of.model.entry(id));
        Row {
            id: row_id(at),
            figures: vec![
                Figure::count(number + 1),
                of.short(it.charge.organisation),
                of.quoted(it.charge.office.as_deref()),
                Figure::text(of.sentence(&it.words)).at(entry.and_then(|it| of.address(it))),
                Figure::text(of.say(level_words(it.found.level))),
                Figure::text(format!("{} {name}", rule.code)),
                of.place(it.found),
                Figure::text(it.ground(of.lang)),
                Figure::text(it.mend(of.lang)),
                due.map_or_else(|| Figure::text(of.say(OPEN)), |it| Value::Day(it).into()),
                Figure::text(of.say(standing_words(standing))),
                Figure::text(since.to_string()),
                Figure::text(&it.found.fingerprint[..SHORT.min(it.found.fingerprint.len())]),
            ],
        }
    };
    let rows = open.iter().enumerate().map(row).collect();
    let empty = words! { zh: "没有要整改的问题。", en: "There is nothing to be put right." };
    of.grid("problems", words! { zh: "问题清单", en: "Problem list" }, columns, rows, empty)
}

/// Stands where a supervisor is to fill in a day.
const OPEN: Words = words! { zh: "〔整改时限〕", en: "〔last day〕" };

/// The last day that what it is about has of itself, where it is still to come.
fn own_due(of: &Dossier<'_>, charges: &Charges<'_>, it: &Problem<'_>) -> Option<Day> {
    let (model, rule) = (of.model, it.found.finding.rule.code);
    // By when an item is to be public is no last day for what else is wrong with it.
    let days = it.found.finding.subjects.iter().filter_map(|subject| match subject {
        Subject::Item(id) if rule == "GK0204" => model.item(charges.item(id)?).due,
        Subject::Task(name) if rule.starts_with("GK12") => model.task(charges.task(name)?).due,
        _ => None,
    });
    days.filter(|&day| day > model.today).min()
}

/// Findings of `least` or more that somebody explained, with the reason, who answers for it and until when.
pub fn explained(of: &Dossier<'_>, problems: &[Problem<'_>], least: Level) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 0),
        of.column("problem", words! { zh: "问题", en: "Problem" }, 4),
        of.column("rule", words! { zh: "规则", en: "Rule" }, 2),
        of.column("reason", words! { zh: "说明", en: "Reason" }, 4),
        of.column("owner", words! { zh: "负责", en: "Who answers for it" }, 2),
        of.column("until", words! { zh: "到哪一天为止", en: "Until" }, 1),
    ];
    let row = |it: &Problem<'_>| {
        let explanation = it.found.explained.as_ref().filter(|_| it.found.level >= least)?;
        let rule = it.found.finding.rule;
        let name = if of.lang == Lang::Zh { rule.label } else { rule.name };
        Some(Row {
            id: String::new(),
            figures: vec![
                of.short(it.charge.organisation),
                of.quoted(it.charge.office.as_deref()),
                Figure::text(of.sentence(&it.words)),
                Figure::text(format!("{} {name}", rule.code)),
                of.quoted(Some(&explanation.reason)),
                of.quoted(Some(&explanation.owner)),
                Figure::day(explanation.until),
            ],
        })
    };
    let rows = problems.iter().filter_map(row).collect();
    let empty = words! { zh: "没有。", en: "None." };
    of.grid("explained", words! { zh: "已说明的问题", en: "Explained" }, columns, rows, empty)
}
