//! Whether an entry was public in time, as far as that is certain: what shares and targets are counted from.

use super::{
    budget,
    due::{Due, Judge, judge, of_item, slip},
    procurement::{self, CONTRACTS, RESULTS},
    ruling::{self, LATE_LICENCE_OR_PENALTY, PENALTIES},
};
use crate::{
    check::deadline::{budget::LATE_BUDGET, late::LATE_PUBLICATION},
    day::Day,
    diagnostic::Ground,
    model::{Entry, Model},
    record::schema,
    vocabulary::EntryKind,
};

/// Whether an entry was public in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Punctuality {
    /// By every limit that binds it.
    InTime,
    /// After a last day that is certain.
    Late,
    /// The last day rests on an estimate or a guess.
    Unsure,
}

/// Whether `entry` was public in time, as the rules 0401, 0402, 0403 and 0409 judge; none where none of them does: reprints, entries
/// that came from another site without their day, and what no law in force on its day bound.
pub fn punctuality(model: &Model, entry: &Entry) -> Option<Punctuality> {
    verdict(model, entry).map(|it| it.0)
}

/// The same, with the last day that decides it: of several the first.
pub(super) fn verdict(model: &Model, entry: &Entry) -> Option<(Punctuality, Day)> {
    let published = entry.first_public().filter(|&day| entry.is_published() && day <= model.today)?;
    let one = |due: Option<Due>, grounds: &[Ground]| judged(entry, &[due?], grounds, published);
    match judge(entry) {
        Judge::Item => {
            let dues: Vec<Due> = entry.items.iter().filter_map(|&id| of_item(model, entry, id)).collect();
            judged(entry, &dues, LATE_PUBLICATION.grounds, published)
        }
        Judge::Ruling if entry.kind == EntryKind::Penalty => one(ruling::due(model, entry), PENALTIES),
        Judge::Ruling => one(ruling::due(model, entry), LATE_LICENCE_OR_PENALTY.grounds),
        Judge::Budget => one(budget::due(model, entry), LATE_BUDGET.grounds),
        Judge::Procurement => {
            let signed = entry.record.has(schema::Entry::SIGNED);
            one(procurement::due(model, entry), if signed { CONTRACTS } else { RESULTS })
        }
        Judge::Other => None,
    }
}

/// One certain last day that was missed makes it late; only where all are certain and none was missed it was in time.
fn judged(entry: &Entry, dues: &[Due], grounds: &[Ground], published: Day) -> Option<(Punctuality, Day)> {
    let binding = || dues.iter().filter(|due| binds(grounds, due.start));
    let is_sure = |due: &Due| due.doubt.is_none() && due.estimated.is_none() && slip(entry, due).is_none();
    let first = binding().map(|due| due.last).min()?;
    let missed = binding().filter(|due| published > due.last && is_sure(due)).map(|due| due.last).min();
    Some(if let Some(missed) = missed {
        (Punctuality::Late, missed)
    } else if binding().all(|due| published <= due.last && is_sure(due)) {
        (Punctuality::InTime, first)
    } else {
        (Punctuality::Unsure, first)
    })
}

/// Whether a text whose days are known was in force on `day`: without one there is no duty to be measured by.
fn binds(grounds: &[Ground], day: Day) -> bool {
    grounds.iter().any(|it| it.law.from.is_some() && it.law.in_force(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compliance::builder::Builder, day::TimeLimit, model::EntryId, record::Value};

    /// One entry made on that day under an item of that limit, published on another.
    fn one(limit: &str, made: &str, published: &str) -> (Builder, EntryId) {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        builder.item_mut(item).time_limit = TimeLimit::parse(limit).ok();
        let entry = builder.entry(item, made);
        builder.entry_mut(entry).published = published.parse().ok();
        (builder, entry)
    }

    fn said((builder, entry): &(Builder, EntryId)) -> Option<Punctuality> {
        punctuality(&builder.model, builder.model.entry(*entry))
    }

    const LIMIT: &str = "自信息形成或者变更之日起20个工作日内";

    #[test]
    fn what_is_certain_counts_and_nothing_else() {
        assert_eq!(said(&one(LIMIT, "2018-05-03", "2018-05-31")), Some(Punctuality::InTime));
        assert_eq!(said(&one(LIMIT, "2018-05-03", "2018-06-01")), Some(Punctuality::Late));
        // The day of the approval is not given, early or late.
        for published in ["2018-05-04", "2018-06-29"] {
            assert_eq!(said(&one("批复后20日内", "2018-05-03", published)), Some(Punctuality::Unsure));
        }
        let mut unread = one("x", "2018-05-03", "2018-05-04");
        let item = unread.0.model.entry(unread.1).items[0];
        unread.0.item_mut(item).unread_limit = true;
        assert_eq!(said(&unread), Some(Punctuality::Unsure));
        // No arrangement of days off is known for 2016; before May 2008 nothing bound.
        assert_eq!(said(&one(LIMIT, "2016-05-03", "2016-05-04")), Some(Punctuality::Unsure));
        assert_eq!(said(&one(LIMIT, "2007-05-03", "2007-05-04")), None);
        assert_eq!(said(&one(LIMIT, "2018-12-03", "2019-01-02")), None, "a day to come");
    }

    #[test]
    fn a_slip_of_the_year_is_not_late() {
        let mut slip = one(LIMIT, "2018-05-03", "2018-06-14");
        slip.0.key(slip.1, schema::Entry::NUMBER, Value::Text("示字〔2018〕9号"));
        assert_eq!(said(&slip), Some(Punctuality::Late));
        slip.0.day(slip.1, schema::Entry::MADE, "2017-12-20");
        assert_eq!(said(&slip), Some(Punctuality::Unsure));
    }
}
