//! Time limits in `catalogue.json`: every part of the normal form.

use crate::{
    day::{
        Cadence,
        limit::{Anchor, Limit, Part, Retention},
    },
    model::Item,
    site::json::TimeLimit,
};

/// The strictest limit of `item`, with all its words; the words alone where they are not understood.
pub(super) fn strictest(item: &Item) -> Option<TimeLimit<'_>> {
    let text = || (*item.limit_text).into();
    match &item.time_limit {
        Some(limit) => {
            let part = limit.parts.iter().find(|part| part.limit == limit.limit)?;
            Some(TimeLimit { text: text(), ..shape(part) })
        }
        None if item.limit_text.is_empty() => None,
        None => Some(TimeLimit { text: text(), ..empty() }),
    }
}

/// The limits of `item` one by one, each in the official words for it where there are several.
pub(super) fn all(item: &Item) -> Vec<TimeLimit<'_>> {
    match &item.time_limit {
        Some(limit) if limit.parts.len() > 1 => limit.parts.iter().map(shape).collect(),
        _ => strictest(item).into_iter().collect(),
    }
}

fn empty() -> TimeLimit<'static> {
    TimeLimit {
        text: "".into(),
        kind: None,
        n: None,
        unit: None,
        from: None,
        cadence: None,
        year: None,
        month: None,
        day: None,
        subject: None,
        class: None,
    }
}

fn shape(part: &Part) -> TimeLimit<'_> {
    let limit = part.limit;
    let length = limit.length();
    let mut shape = TimeLimit {
        text: limit.official().into(),
        kind: Some(limit.kind().into()),
        n: length.map(|it| it.0),
        unit: length.map(|it| it.1.key().into()),
        from: limit.from().map(|start| start.key().into()),
        class: part.class.as_deref().map(Into::into),
        ..empty()
    };
    match limit {
        Limit::Period { cadence, .. } => shape.cadence = Some(Cadence::key(cadence).into()),
        Limit::Before { year, month, day } => {
            shape.year = Some(match year {
                Anchor::Every => "every".into(),
                Anchor::Next => "next".into(),
                Anchor::Only(year) => year.to_string().into(),
            });
            (shape.month, shape.day) = (Some(month), Some(day));
        }
        Limit::Duration(Retention::Years(n)) => (shape.n, shape.unit) = (Some(n), Some("year".into())),
        Limit::Duration(retention) => shape.subject = retention.key().map(Into::into),
        Limit::Notice { of, .. } => shape.subject = Some(of.key().into()),
        _ => {}
    }
    shape
}
