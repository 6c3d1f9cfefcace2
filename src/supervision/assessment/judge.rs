//! One indicator judged for one body: what it lost, or why it cannot be judged.

use super::{
    evidence::Evidence,
    faults::Fault,
    losses::{self, Cause, Loss, take},
    scores,
};
use crate::{
    check::{Gauge, Missed, Reached},
    diagnostic::Rule,
    model::{Millionths, OrganisationId, Points, Score, ScoredIndicator},
    vocabulary::{Measure, TaskState, Text},
};

/// How an indicator stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It has its points, from a machine or from people.
    Scored,
    /// 待评: why.
    Open(Text),
    /// 不涉及: why.
    Void(Text),
    /// 仅供参考: it takes no points.
    Advisory,
    /// What the veto speaks of did not happen.
    Clear,
    /// It did.
    Vetoed,
}

/// What a measure came to.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    pub met: usize,
    pub of: usize,
    /// Those that are explained, and so counted as met.
    pub explained: usize,
}

/// An indicator, judged.
#[derive(Debug)]
pub struct Line<'a> {
    pub indicator: &'a ScoredIndicator,
    pub state: State,
    pub losses: Vec<Loss>,
    /// Findings that an `[[allow]]` explains: they deduct nothing.
    pub explained: Vec<usize>,
    /// What people scored.
    pub score: Option<&'a Score>,
    /// Whether that is told beside the machine's figure only.
    pub beside: bool,
    /// What a measure came to.
    pub measured: Option<Measured>,
    /// Warnings that take nothing, for the sheet does not say that they do.
    pub spared: usize,
    /// Points lost, by the points of the sheet as written.
    pub lost: Points,
    /// What of it could not be read: then nothing is known of it.
    pub unread: Vec<Fault>,
}

/// Judges the indicator at `at`.
pub fn line<'a>(evidence: &Evidence<'a>, body: OrganisationId, at: usize) -> Line<'a> {
    let indicator = &evidence.scheme.indicators[at];
    let score = scores::score(evidence, body, at);
    let mut line = Line {
        indicator,
        state: State::Scored,
        losses: Vec::new(),
        explained: Vec::new(),
        score: score.map(|it| it.0),
        beside: score.is_some_and(|it| it.1),
        measured: None,
        spared: 0,
        lost: Points::NONE,
        unread: unread(evidence, at),
    };
    if let Some(first) = line.unread.first() {
        let mut why = first.told();
        for it in &line.unread[1..] {
            let Text { zh, en } = it.told();
            why = Text { zh: format!("{}；{zh}", why.zh), en: format!("{}; {en}", why.en) };
        }
        line.state = State::Open(why);
        line.beside = line.score.is_some();
        return line;
    }
    let own = line.score.filter(|_| !line.beside);
    line.state = match own {
        Some(score) if !score.applies => {
            State::Void(text! { zh: "评分人认定不涉及", en: "found not to apply by who scored" })
        }
        _ if indicator.is_advisory() => State::Advisory,
        _ if indicator.is_manual() => by_people(&mut line, own),
        _ => by_machine(evidence, body, &mut line),
    };
    if indicator.is_advisory() && !indicator.manual {
        weigh(evidence, body, &mut line, &mut Points::NONE.clone());
    }
    line
}

/// What of the indicator at `at` could not be read, and what of the sheet that it is judged by.
fn unread(evidence: &Evidence<'_>, at: usize) -> Vec<Fault> {
    let indicator = &evidence.scheme.indicators[at];
    let mut faults = evidence.faults.indicators.get(&at).cloned().unwrap_or_default();
    faults.extend(evidence.faults.own("period").cloned());
    if indicator.tasks.is_empty() || indicator.is_manual() {
        return faults;
    }
    faults.extend(evidence.faults.own("plan").cloned());
    // One that is built in asks for the tasks of a plan that the catalogue need not have.
    let known = evidence.of.model.tasks_of(evidence.scheme, indicator);
    let mut unknown = indicator.tasks.iter().filter(|number| known.iter().all(|it| it.1.number != **number));
    if let Some(number) = unknown.next().filter(|_| indicator.declared.is_some() && faults.is_empty()) {
        let what = text! { zh: "计划里没有第 {number} 项任务", en: "the plan has no task {number}" };
        faults.push(Fault { key: "tasks".to_owned(), what });
    }
    faults
}

fn by_people(line: &mut Line<'_>, score: Option<&Score>) -> State {
    let waiting = State::Open(if line.indicator.is_veto() {
        text! { zh: "等待人工认定", en: "waits for people to say whether it happened" }
    } else {
        text! { zh: "等待人工评分", en: "waits for a score by people" }
    });
    let Some(score) = score else { return waiting };
    if line.indicator.is_veto() {
        return match score.veto {
            Some(true) => State::Vetoed,
            Some(false) => State::Clear,
            None => waiting,
        };
    }
    match score.worth(line.indicator) {
        Some(worth) => {
            line.lost = line.indicator.points - worth;
            State::Scored
        }
        None => waiting,
    }
}

fn by_machine(evidence: &Evidence<'_>, body: OrganisationId, line: &mut Line<'_>) -> State {
    let indicator = line.indicator;
    let mut left = indicator.most();
    let open = tasks(evidence, body, line, &mut left);
    let mut applies = open.is_some();
    if let Some(measure) = indicator.measure {
        applies |= gauge(evidence, body, measure, line, &mut left);
    }
    // A sheet for several: whoever leads none of the tasks is judged by rules only where the indicator is not of tasks at all.
    if indicator.tasks.is_empty() || open.is_some() {
        weigh(evidence, body, line, &mut left);
        let scope = evidence.scope(indicator);
        let holds =
            |rule: &Rule| evidence.holdings.get(&body).is_some_and(|it| it.has(evidence.of.model, rule, &scope));
        applies |= !line.losses.is_empty() || !line.explained.is_empty() || indicator.rules.iter().any(|it| holds(it));
    }
    line.lost = indicator.most() - left;
    if !applies {
        return State::Void(text! {
            zh: "没有这个指标涉及的事项、信息或者任务",
            en: "there is no item, entry or task that it speaks of",
        });
    }
    if indicator.is_veto() {
        return if line.losses.is_empty() { State::Clear } else { State::Vetoed };
    }
    match open {
        Some(waiting) if waiting > 0 => State::Open(text! {
            zh: "{waiting} 项任务时限未到，还没有完成",
            en: "tasks not done and not due yet: {waiting}",
        }),
        _ => State::Scored,
    }
}

/// Weighs findings of the indicator's rules.
fn weigh(evidence: &Evidence<'_>, body: OrganisationId, line: &mut Line<'_>, left: &mut Points) {
    let (found, explained) = evidence.against(body, line.indicator);
    line.losses.extend(losses::by_rule(evidence, line.indicator, &found, left));
    line.explained.extend(explained);
    line.spared = evidence.spared(body, line.indicator);
}

/// Counts a share, and takes what it falls short by; false where there is nothing to count.
fn gauge(
    evidence: &Evidence<'_>,
    body: OrganisationId,
    measure: Measure,
    line: &mut Line<'_>,
    left: &mut Points,
) -> bool {
    let indicator = line.indicator;
    // How items stand is known of today; of a time that is over, by what was public in it.
    let is_over = evidence.period.last() < evidence.of.model.today;
    let gauge = Gauge {
        measure,
        disclosure: indicator.disclosure,
        organisation: Some(body),
        period: (is_over || measure == Measure::OnTime).then_some(evidence.period),
        items: &indicator.items,
    };
    let reached = Reached::by(gauge, evidence.of.model, evidence.of.compliance);
    if reached.of == 0 {
        return false;
    }
    // What is explained takes nothing here, either.
    let (told, missed): (Vec<_>, Vec<_>) =
        reached.missed.into_iter().map(|it| (explanation(evidence, body, it), it)).partition(|it| it.0.is_some());
    line.explained.extend(told.iter().filter_map(|it| it.0));
    let (met, of) = (reached.met + told.len(), reached.of);
    line.measured = Some(Measured { met: reached.met, of, explained: told.len() });
    if !indicator.at_least.is_met(met, of) {
        let points = take(short(indicator, met, of), left);
        line.losses.extend(losses::by_office(evidence, missed.into_iter().map(|it| it.1), points));
    }
    true
}

/// The finding about what a share falls short by that an `[[allow]]` explains.
fn explanation(evidence: &Evidence<'_>, body: OrganisationId, missed: Missed) -> Option<usize> {
    let about = |at: &usize| match missed {
        Missed::Entry(id) => evidence.problems[*at].entry == Some(id),
        Missed::Item(id) => evidence.problems[*at].entry.is_none() && evidence.names_item(*at, id),
    };
    let codes: &[&'static str] = match missed {
        Missed::Entry(_) => LATE,
        Missed::Item(_) => EMPTY,
    };
    let mut all = codes.iter().flat_map(|code| evidence.of_rule(body, code));
    all.find(|at| about(at) && evidence.problems[*at].found.explained.is_some())
}

/// What is told of an entry that is late.
const LATE: &[&str] = &["GK0401", "GK0402", "GK0403", "GK0409", "GK0502", "GK0601"];
/// What is told of an item that is empty.
const EMPTY: &[&str] = &["GK0204", "GK0406"];
/// What is told of a task that is not done, or that nothing shows to be.
const TASK: &[&str] = &["GK1201", "GK1202", "GK1204"];

/// What a share that is too small costs: for each percentage point begun, or in proportion.
fn short(indicator: &ScoredIndicator, met: usize, of: usize) -> Points {
    let count = |it: usize| i64::try_from(it).unwrap_or(i64::MAX / 10_000_000);
    let least = i64::from(indicator.at_least.0);
    let (wanted, got) = (least * count(of), i64::from(Millionths::WHOLE.0) * count(met));
    match indicator.each {
        Some(each) => {
            let point = i64::from(Millionths::WHOLE.0) / 100 * count(of);
            let begun = (wanted - got + point - 1) / point.max(1);
            each.times(usize::try_from(begun).unwrap_or_default(), indicator.points)
        }
        None => indicator.points.share(wanted - got, wanted),
    }
}

/// Takes points for tasks of the body that are not done, or were done late. How many are neither done nor due; none where it leads
/// none of them.
fn tasks(evidence: &Evidence<'_>, body: OrganisationId, line: &mut Line<'_>, left: &mut Points) -> Option<usize> {
    let indicator = line.indicator;
    let mut own = evidence.of.model.tasks_of(evidence.scheme, indicator);
    own.retain(|it| evidence.charges.of_task(it.0).organisation == Some(body));
    if own.is_empty() {
        return None;
    }
    let shares = Points::spread(indicator.points, &vec![Points(1); own.len()]);
    let mut open = 0;
    for ((id, task), share) in own.into_iter().zip(shares) {
        let wanted = match evidence.of.compliance.task(id).state {
            TaskState::Done => continue,
            TaskState::Partly | TaskState::NotDue => {
                open += 1;
                continue;
            }
            TaskState::Late => share,
            TaskState::DoneLate => indicator.each.unwrap_or(share.share(1, 2)),
        };
        let name = format!("{}/{}", evidence.of.model.plan(task.plan).id, task.number);
        let all = TASK.iter().flat_map(|code| evidence.of_rule(body, code));
        let told: Vec<usize> = all.filter(|&at| evidence.names_task(at, &name)).collect();
        if !told.is_empty() && told.iter().all(|&at| evidence.problems[at].found.explained.is_some()) {
            line.explained.extend(told);
            continue;
        }
        let points = take(wanted, left);
        let office = evidence.charges.of_task(id).office;
        line.losses.push(Loss { cause: Cause::Task(id), office, problems: told, missed: Vec::new(), points });
    }
    Some(open)
}
