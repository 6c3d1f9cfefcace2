//! Which disclosures and facets a plan demands by name.

use crate::{
    model::{Model, OrganisationId, Task},
    record::schema,
    source::Span,
};

/// Where a plan of `body` that has begun demands one of `words`; none where no plan does.
pub(super) fn demanded(model: &Model, body: OrganisationId, words: &[&str]) -> Option<Span> {
    model.tasks.iter().filter(|task| binds(model, task, body)).find_map(|task| {
        [schema::Task::TITLE, schema::Task::REQUIREMENT, schema::Task::SECTION].into_iter().find_map(|key| {
            let text = task.record.get(key)?;
            words.iter().any(|word| text.contains(word)).then(|| task.record.span_of(key))
        })
    })
}

/// A task binds the body whose plan it is, the one that leads it and those that take part.
fn binds(model: &Model, task: &Task, body: OrganisationId) -> bool {
    let plan = model.plan(task.plan);
    let named = [plan.organisation.or(model.site.organisation), task.lead];
    plan.from.is_none_or(|from| from <= model.today) && (named.contains(&Some(body)) || task.with.contains(&body))
}
