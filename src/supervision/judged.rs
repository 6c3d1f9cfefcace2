//! The entries that rates and medians are counted from: each with its last day, when it was public and the verdict.

use super::{Dossier, Figure, Grid, Row, Value};
use crate::{
    check::{Punctuality, Timed, timed},
    day::Day,
    vocabulary::Words,
};

/// The entries first public from `first` to `last` that are judged by time: late ones first, then those of which nobody can say, each by
/// organisation and office.
pub fn judged(of: &Dossier<'_>, id: &'static str, title: Words, (first, last): (Day, Day)) -> Grid {
    let columns = vec![
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("entry", words! { zh: "信息", en: "Entry" }, 5),
        of.column("made", words! { zh: "形成日期", en: "Made" }, 1),
        of.column("due", words! { zh: "最后期限", en: "Due" }, 1),
        of.column("published", words! { zh: "首次公开", en: "First public" }, 1),
        of.column("workdays", words! { zh: "从形成到公开的工作日", en: "Working days from making" }, 2),
        of.column("verdict", words! { zh: "是否按时", en: "Verdict" }, 1),
    ];
    let own = of.model.site.organisation;
    let all = timed(of.model, first, last);
    let mut all: Vec<&Timed<'_>> = all.iter().filter(|it| of.concerns(it.entry.organisation)).collect();
    // Stable: within an office in the order of the entries.
    all.sort_by_key(|it| (rank(it.punctuality), it.entry.organisation.or(own), it.entry.office.as_deref()));
    let row = |it: &&Timed<'_>| {
        // Of what nobody can judge the days count for no median, and those that are told are those that do.
        let days = it.workdays.filter(|_| it.punctuality != Punctuality::Unsure);
        Row {
            id: String::new(),
            figures: vec![
                of.short(it.entry.organisation.or(own)),
                of.quoted(it.entry.office.as_deref()),
                of.entry(it.id),
                Figure::day(it.entry.made),
                Figure::day(Some(it.due)),
                Figure::day(it.entry.first_public()),
                days.map_or(Value::None.into(), |days| Figure::count(days as usize)),
                Figure::text(of.say(verdict(it.punctuality))),
            ],
        }
    };
    let rows = all.iter().map(row).collect();
    of.grid(id, title, columns, rows, words! { zh: "没有可以判断的。", en: "None that can be judged." })
}

fn rank(it: Punctuality) -> u8 {
    match it {
        Punctuality::Late => 0,
        Punctuality::Unsure => 1,
        Punctuality::InTime => 2,
    }
}

fn verdict(it: Punctuality) -> Words {
    match it {
        Punctuality::InTime => words! { zh: "按时", en: "in time" },
        Punctuality::Late => words! { zh: "逾期", en: "late" },
        Punctuality::Unsure => words! { zh: "不能判断", en: "unsure" },
    }
}
