//! Why an indicator stands as it does, in words.

use super::{
    evidence::Evidence,
    judge::{Line, Measured, State},
    losses::{Cause, Loss},
};
use crate::{
    check::Missed,
    model::ScoredIndicator,
    record::schema,
    supervision::{Dossier, Figure, Value},
    vocabulary::{Lang, Text},
};

/// Why it stands so: what took points, what people said, what is waited for.
pub fn reason(evidence: &Evidence<'_>, line: &Line<'_>) -> Figure {
    let of = evidence.of;
    let mut parts: Vec<String> = Vec::new();
    if let State::Open(why) | State::Void(why) = &line.state {
        parts.push(of.sentence(why));
    }
    parts.extend(line.measured.map(|it| of.sentence(&measured(line.indicator, it))));
    parts.extend(line.losses.iter().map(|it| {
        let (name, count) = (cause(evidence, line.indicator, it.cause), it.count());
        let Text { zh, en } = subjects(evidence, it);
        of.sentence(&match it.cause {
            Cause::Rule(_) => text! { zh: "{name} {count} 个{zh}", en: "{name}: {count}{en}" },
            Cause::Measure => text! { zh: "{name}差 {count} 个{zh}", en: "{name}: {count} short{en}" },
            Cause::Task(_) => text! { zh: "{name}没有按时完成", en: "{name}: not done in time" },
        })
    }));
    if !line.explained.is_empty() {
        let count = line.explained.len();
        parts
            .push(of.sentence(&text! { zh: "另有已说明的 {count} 个，不扣分", en: "explained, nothing off: {count}" }));
    }
    if line.spared > 0 {
        let count = line.spared;
        parts.push(of.sentence(&text! {
            zh: "另有警告 {count} 个，按评分表不扣分（要扣的写 warnings = true）",
            en: "warnings, nothing off by the sheet: {count} (`warnings = true` counts them)",
        }));
    }
    if let Some(score) = line.score {
        let by = score.by.as_deref().unwrap_or_default();
        let worth = score.worth(line.indicator).unwrap_or_default();
        if line.beside {
            parts.push(of.sentence(&text! { zh: "{by}另评 {worth} 分，只作参考", en: "{by} gave {worth}, told only" }));
        } else if let Some(note) = score.record.get(schema::Score::NOTE) {
            parts.push(of.sentence(&text! { zh: "{by}：{note}", en: "{by}: {note}" }));
        } else {
            parts.push(by.to_owned());
        }
    }
    parts.extend(line.indicator.note.as_deref().map(str::to_owned));
    of.quoted(Some(&parts.join(if of.lang == Lang::Zh { "；" } else { "; " })))
}

/// What share was reached, what is asked, and how far that is counted.
fn measured(indicator: &ScoredIndicator, it: Measured) -> Text {
    let Measured { met, of, explained } = it;
    let counted = met + explained;
    // Never rounded up: what is not reached must not look as if it were.
    let hundredths = counted as u128 * 10_000 / (of as u128).max(1);
    let (share, least) = (format!("{}.{:02}", hundredths / 100, hundredths % 100), indicator.at_least.percent());
    let mut text = text! {
        zh: "{of} 个中 {met} 个",
        en: "{met} of {of}",
    };
    if explained > 0 {
        text.zh.push_str(&format!("，已说明的 {explained} 个算作达到"));
        text.en.push_str(&format!(", {explained} explained and counted as met"));
    }
    text.zh.push_str(&format!("，即 {share}%，得满分要 {least}%"));
    text.en.push_str(&format!(", {share} %, of {least} % for all points"));
    if indicator.each.is_some() && !indicator.at_least.is_met(counted, of) {
        text.zh.push_str("，不满一个百分点的按一个算");
        text.en.push_str(", a percentage point begun counts whole");
    }
    text
}

/// So many of what took points are named.
const NAMED: usize = 3;

/// What a loss is about, in brackets, the first by name; nothing where that has no name.
fn subjects(evidence: &Evidence<'_>, loss: &Loss) -> Text {
    let of = evidence.of;
    let words = |it: Figure| match it.value {
        Value::Text(text) => text,
        _ => String::new(),
    };
    let found = loss.problems.iter().map(|&at| {
        let problem = &evidence.problems[at];
        match (problem.entry, &problem.found.finding.item) {
            (Some(id), _) => words(of.entry(id)),
            (None, Some(item)) => words(of.quoted(Some(item))),
            (None, None) => words(of.place(problem.found)),
        }
    });
    let missed = loss.missed.iter().map(|&it| words(missed(of, it)));
    let mut names: Vec<String> = Vec::new();
    for name in found.chain(missed).filter(|it| !it.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
        if names.len() > NAMED {
            break;
        }
    }
    let is_cut = names.len() > NAMED;
    names.truncate(NAMED);
    if names.is_empty() {
        return Text::same("");
    }
    let (zh, en) = (names.join("、"), names.join(", "));
    let (more_zh, more_en) = if is_cut { ("等", ", …") } else { ("", "") };
    text! { zh: "（{zh}{more_zh}）", en: " ({en}{more_en})" }
}

/// What took points, by name.
pub fn cause(evidence: &Evidence<'_>, indicator: &ScoredIndicator, cause: Cause) -> String {
    let of = evidence.of;
    match cause {
        Cause::Rule(rule) => of.sentence(&Text { zh: rule.label.to_owned(), en: rule.name.to_owned() }),
        Cause::Measure => indicator.measure.map_or_else(String::new, |it| of.word(it)),
        Cause::Task(id) => {
            let task = of.model.task(id);
            let (number, title) = (task.number, &task.title);
            of.sentence(&text! { zh: "第 {number} 项任务“{title}”", en: "task {number}, {title}" })
        }
    }
}

/// An item or entry by its title.
pub fn missed(of: &Dossier<'_>, missed: Missed) -> Figure {
    match missed {
        Missed::Item(id) => of.item(id),
        Missed::Entry(id) => of.entry(id),
    }
}
