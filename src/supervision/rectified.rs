//! What became of the last quarter's problems, and of the ledger's lines, as tables.

use super::{
    Block, Dossier, Figure, Grid, Row, Value,
    charge::Charges,
    compare::{Comparison, Outcome, Proof, Standing},
    ledger::Ledger,
    problem::Problem,
    problem_list::row_id,
};
use crate::{
    record::schema,
    vocabulary::{Lang, Words},
};

/// The words of what became of a problem.
fn outcome_words(outcome: &Outcome) -> Words {
    match outcome {
        Outcome::Mended(..) => words! { zh: "已整改", en: "mended" },
        Outcome::Stands(_) => words! { zh: "未整改", en: "not mended" },
        Outcome::Explained => words! { zh: "已说明", en: "explained" },
        Outcome::Lowered => words! { zh: "仍在，现为提示", en: "stands, now a note" },
        Outcome::RuleOff => words! { zh: "规则已关闭，没有复查", en: "its rule is off: not looked at" },
        Outcome::Unread => {
            words! { zh: "目录或者所在文件有要先改正的错误，尚无法判断", en: "the catalogue or its file has faults to be mended first: nobody knows" }
        }
    }
}

/// How many there are of each, in a sentence.
pub fn told(of: &Dossier<'_>, comparison: &Comparison<'_>, problems: &[Problem<'_>]) -> Block {
    if let (None, Some(day)) = (comparison.base, comparison.later) {
        let today = of.model.today;
        return Block::Text(of.sentence(&text! {
            zh: "以前的存档是 {day} 检查的，晚于这一次（{today}），没有比较。",
            en: "What was kept of an earlier quarter is of {day}, later than this ({today}): nothing is compared.",
        }));
    }
    let Some(base) = comparison.base else {
        return Block::Text(of.say(words! {
            zh: "前五年没有存档，这一次不作比较。用 --keep 存档以后，下一次就能看出整改了没有。",
            en: "No quarter of the last five years was kept, so nothing is compared. Keep this one with --keep, and the next tells what was mended."
        }));
    };
    let past = |is: fn(&Outcome) -> bool| comparison.past.iter().filter(|it| is(&it.1)).count();
    let now = |wanted: Standing| {
        let all = comparison.standings.iter().zip(problems);
        all.filter(|(it, problem)| it.0 == wanted && problem.is_open()).count()
    };
    let (quarter, day, all) = (base.quarter, base.as_of, comparison.past.len());
    let mended = past(|it| matches!(it, Outcome::Mended(..)));
    let stand = past(|it| matches!(it, Outcome::Stands(_)));
    let explained = past(|it| matches!(it, Outcome::Explained));
    let unknown = all - mended - stand - explained;
    let (new, again, said) = (now(Standing::New), now(Standing::Again), now(Standing::SaidDone));
    Block::Text(of.sentence(&text! {
        zh: "与 {quarter} 的存档（{day} 检查）相比：当时的 {all} 个问题，已整改 {mended} 个，未整改 {stand} 个，已作说明 {explained} 个，降为提示或者没有复查的 {unknown} 个；现在的问题中，新增 {new} 个，反复 {again} 个，台账称已整改而复查仍在的 {said} 个。",
        en: "Against what was kept of {quarter} (inspected {day}): of its {all} problems {mended} are mended, {stand} are not, {explained} were explained, {unknown} are notes now or were not looked at; of today's problems {new} are new, {again} came back, and {said} are said to be mended by the ledger and still stand.",
    }))
}

/// Each problem of the last kept quarter with what became of it, and what shows that.
pub fn past(of: &Dossier<'_>, comparison: &Comparison<'_>, charges: &Charges<'_>) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("problem", words! { zh: "问题", en: "Problem" }, 4),
        of.column("rule", words! { zh: "规则", en: "Rule" }, 2),
        of.column("since", words! { zh: "首次发现", en: "Since" }, 1),
        of.column("outcome", words! { zh: "整改情况", en: "Outcome" }, 1),
        of.column("on", words! { zh: "日期", en: "On" }, 1),
        of.column("proof", words! { zh: "佐证", en: "What shows it" }, 4),
    ];
    let rows = comparison.past.iter().map(|(it, outcome)| {
        let name = if of.lang == Lang::Zh { &it.label } else { &it.name };
        let words = it.words();
        let problem = Figure::text(of.sentence(&words));
        let (on, proof) = match outcome {
            Outcome::Mended(on, proof) => (Figure::day(Some(*on)), shown(of, proof)),
            _ => (Value::None.into(), Value::None.into()),
        };
        let problem = match outcome {
            Outcome::Stands(at) => problem.here(row_id(*at)),
            _ => problem,
        };
        let organisation = charges.organisation(&it.organisation);
        let figures = vec![
            organisation.map_or_else(|| of.quoted(Some(&it.organisation)), |id| of.short(Some(id))),
            of.quoted(Some(&it.office)),
            problem,
            Figure::text(format!("{} {name}", it.rule)),
            Figure::text(&*it.since),
            Figure::text(of.say(outcome_words(outcome))),
            on,
            proof,
        ];
        Row { id: String::new(), figures }
    });
    let empty = words! { zh: "上次没有要整改的问题，或者没有存档。", en: "There was nothing to be put right, or nothing was kept." };
    of.grid("rectified", words! { zh: "上次的问题", en: "The last quarter's problems" }, columns, rows.collect(), empty)
}

fn shown(of: &Dossier<'_>, proof: &Proof) -> Figure {
    match proof {
        Proof::Ledger(Some(evidence)) => of.quoted(Some(evidence)),
        Proof::Ledger(None) => {
            Figure::text(of.say(words! { zh: "整改台账所记，复查已不存在", en: "the ledger says so, and it is gone" }))
        }
        Proof::Entry(id) => {
            let entry = of.entry(*id);
            let address = entry.target.clone();
            let Value::Text(title) = entry.value else { return Value::None.into() };
            let words = text! { zh: "公开或者更新：{title}", en: "published or revised: {title}" };
            Figure { target: address, ..Figure::text(of.sentence(&words)) }
        }
        Proof::Gone => Figure::text(of.say(words! {
            zh: "所说的信息已不在（删除或者改用别的编号），复查已不存在",
            en: "what it was about is no longer there, and it is gone"
        })),
        Proof::Checked => {
            Figure::text(of.say(words! { zh: "当日复查已不存在", en: "looked for on that day, and not found" }))
        }
    }
}

/// The lines of the ledger, each with whether an inspection found what it is about.
pub fn ledger(
    of: &Dossier<'_>,
    (ledger, older): (&Ledger<'_>, &Ledger<'_>),
    charges: &Charges<'_>,
    problems: &[Problem<'_>],
    comparison: &Comparison<'_>,
) -> Grid {
    let columns = vec![
        of.column("finding", words! { zh: "台账事项", en: "In the ledger" }, 4),
        of.column("office", words! { zh: "责任科室", en: "Office" }, 2),
        of.column("due", words! { zh: "整改时限", en: "Due" }, 1),
        of.column("done", words! { zh: "完成日期", en: "Done on" }, 1),
        of.column("evidence", words! { zh: "佐证", en: "Evidence" }, 3),
        of.column("checked", words! { zh: "复查", en: "Looked at again" }, 3),
    ];
    let today = of.model.today;
    let mut rows = Vec::new();
    for (place, line) in ledger.lines.iter().enumerate() {
        let record = line.record;
        let own = record.get(schema::Rectification::ORGANISATION).and_then(|it| charges.organisation(it));
        if !of.concerns(own) {
            continue;
        }
        let stands = ledger.tied(place).iter().find(|&&at| problems.get(at).is_some_and(Problem::is_open));
        // What nobody looked at again is no proof that the ledger is right.
        let past = ledger.tied(place).iter().filter_map(|&at| comparison.past.get(at.checked_sub(problems.len())?));
        let unknown = past.map(|it| &it.1).find(|it| !matches!(it, Outcome::Mended(..) | Outcome::Stands(_)));
        let checked = match (line.done, stands) {
            (_, None) if unknown.is_some() => {
                unknown.map_or(Value::None.into(), |it| Figure::text(of.say(outcome_words(it))))
            }
            (Some(_), Some(&at)) => {
                let back = comparison.standings[at].0 == Standing::Again;
                let words = if back {
                    words! { zh: "整改以后又出现", en: "came back after it was mended" }
                } else {
                    words! { zh: "称已整改，复查仍在", en: "said to be mended, and is not" }
                };
                Figure::text(of.say(words)).here(row_id(at))
            }
            (None, Some(&at)) => Figure::text(of.say(words! { zh: "未整改", en: "not mended" })).here(row_id(at)),
            (Some(_), None) if ledger.is_tied(place) => {
                Figure::text(of.say(words! { zh: "复查已不存在", en: "looked for again, and not found" }))
            }
            (None, None) if ledger.is_tied(place) => Figure::text(
                of.say(words! { zh: "复查已不存在，可以写 done", en: "no longer found: `done` may be written" }),
            ),
            _ if older.is_tied(place) => Figure::text(of.say(words! {
                zh: "以前的季度查出过，现在已不存在",
                en: "found in an earlier quarter, and no longer there",
            })),
            // It names a problem, and none of now or of a quarter that was kept is it.
            _ if record.has(schema::Rectification::RULE) || record.has(schema::Rectification::FINGERPRINT) => {
                Figure::text(of.say(words! {
                    zh: "现在和以前存档的问题里都没有它；如果应当有，核对 rule、entry、fingerprint",
                    en: "among the problems of now and of the quarters kept there is none such; if there should be, check `rule`, `entry`, `fingerprint`"
                }))
            }
            _ if line.done.is_none() && line.due.is_some_and(|due| due < today) => Figure::text(
                of.say(words! { zh: "已过时限，程序不能复查", en: "past its day; not for a program to look at" }),
            ),
            _ => Figure::text(of.say(words! { zh: "程序不能复查", en: "not for a program to look at" })),
        };
        let figures = vec![
            of.quoted(record.get(schema::Rectification::FINDING)),
            of.quoted(record.get(schema::Rectification::BY)),
            Figure::day(line.due),
            Figure::day(line.done),
            of.quoted(line.evidence().as_deref()),
            checked,
        ];
        rows.push(Row { id: String::new(), figures });
    }
    let empty = words! { zh: "整改台账是空的。", en: "The ledger is empty." };
    of.grid("ledger", words! { zh: "整改台账", en: "Rectifications" }, columns, rows, empty)
}
