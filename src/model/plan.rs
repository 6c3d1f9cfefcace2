//! Work plans and their tasks, and major projects.

use super::{ItemId, OrganisationId, PlanId};

use crate::{
    day::Day,
    record::{Record, schema},
    vocabulary::Stage,
};

#[derive(Debug)]
pub struct Plan {
    pub id: Box<str>,
    pub record: Record<schema::Plan>,
    pub title: Box<str>,
    /// Whose plan.
    pub organisation: Option<OrganisationId>,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
}

/// A task; its evidence, milestones and indicators are asked from its record.
#[derive(Debug)]
pub struct Task {
    pub plan: PlanId,
    /// Its number within the plan.
    pub number: i64,
    pub record: Record<schema::Task>,
    pub title: Box<str>,
    /// The items that fulfil it.
    pub items: Vec<ItemId>,
    /// 牵头单位.
    pub lead: Option<OrganisationId>,
    /// 配合单位.
    pub with: Vec<OrganisationId>,
    /// Under whom it is to be published, where the plan says so.
    pub publisher: Option<OrganisationId>,
    /// The last day: its own, else the plan's.
    pub due: Option<Day>,
}

#[derive(Debug)]
pub struct Project {
    pub id: Box<str>,
    pub record: Record<schema::Project>,
    pub title: Box<str>,
    /// National project code.
    pub code: Option<Box<str>>,
    /// How far it is.
    pub stage: Option<Stage>,
    /// Who answers for it.
    pub organisation: Option<OrganisationId>,
}
