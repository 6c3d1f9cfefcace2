//! What people scored: which score is used for an indicator of a body.

use super::evidence::Evidence;
use crate::model::{OrganisationId, Score, ScoreFault};

/// The score of the indicator at `at` for `body`, the latest of several; and whether it is only told beside what a machine makes
/// of it.
pub fn score<'a>(evidence: &Evidence<'a>, body: OrganisationId, at: usize) -> Option<(&'a Score, bool)> {
    let model = evidence.of.model;
    let is_of_it = |it: &&Score| it.scheme.is_some() && it.scheme == evidence.at && it.indicator == Some(at);
    let of_time = |it: &&Score| {
        let period = evidence.period;
        it.period.is_none_or(|own| period.first() <= own.first() && own.last() <= period.last())
    };
    let usable = |it: &Score| matches!(model.fault_of(it), None | Some(ScoreFault::Beside));
    let own = model.scores.iter().filter(is_of_it).filter(of_time);
    let own = own.filter(|it| it.organisation.or(model.site.organisation) == Some(body)).filter(|it| usable(it));
    let latest = own.max_by_key(|it| it.on)?;
    Some((latest, model.fault_of(latest) == Some(ScoreFault::Beside)))
}
