//! Score sheets by which bodies are appraised, and the scores that people give.

use super::{ItemId, Millionths, OrganisationId, PlanId, Points};
use crate::{
    day::{Day, Period, YearPart},
    diagnostic::Rule,
    record::{Record, schema},
    source::Span,
    vocabulary::{Disclosure, Measure},
};

/// A score sheet.
#[derive(Debug)]
pub struct Scheme {
    pub id: Box<str>,
    pub title: Box<str>,
    /// Where the catalogue declares it; none for one that is built in and only named.
    pub declared: Option<Span>,
    /// Points in all, bonus left aside.
    pub total: Points,
    /// Where `total` is written, else where the sheet is.
    pub total_span: Span,
    /// The document it stands on.
    pub basis: Option<Box<str>>,
    pub note: Option<Box<str>>,
    /// Whether it is of the website, and so of the body whose website it is, over the last twelve months.
    pub of_site: bool,
    /// Of what time; none for the year of today.
    pub period: Option<Period>,
    /// The plan whose tasks decide.
    pub plan: Option<PlanId>,
    /// Whom it is about; empty for all that publish.
    pub organisations: Vec<OrganisationId>,
    /// Grades by name and their least points, the highest first.
    pub grades: Vec<(Box<str>, Points)>,
    /// From so many points on a body is proposed for praise.
    pub praise: Option<Points>,
    /// Whether indicators that lost nothing are listed.
    pub praises_indicators: bool,
    /// Below so many points a body is proposed for criticism.
    pub criticism: Option<Points>,
    /// Whether a veto proposes a body for being held accountable.
    pub accounts_for_veto: bool,
    /// From so many overdue rectifications on it is, too.
    pub unrectified: Option<usize>,
    pub indicators: Vec<ScoredIndicator>,
}

impl Scheme {
    /// The place of the indicator called `name`, by id or title.
    pub fn indicator(&self, name: &str) -> Option<usize> {
        let name = name.trim();
        let named = |by: fn(&ScoredIndicator) -> &str| self.indicators.iter().position(|it| by(it) == name);
        named(|it| &it.id).or_else(|| named(|it| &it.title))
    }

    /// The time that it is of: its own, else the year of `today`.
    pub fn time(&self, today: Day) -> Option<Period> {
        self.period.or_else(|| Period::new(today.year(), YearPart::Year))
    }

    /// What the points of its indicators come to, bonus left aside.
    pub fn sum(&self) -> Points {
        self.indicators.iter().filter(|it| it.counts()).map(|it| it.points).sum()
    }
}

/// An indicator of a score sheet.
#[derive(Debug)]
pub struct ScoredIndicator {
    pub id: Box<str>,
    pub title: Box<str>,
    /// Where its title stands.
    pub span: Span,
    /// Its head where the catalogue writes it; none for one that is built in.
    pub declared: Option<Span>,
    /// The part of the sheet it stands in.
    pub section: Option<Box<str>>,
    pub points: Points,
    /// What is asked, in the words of the sheet.
    pub standard: Option<Box<str>>,
    pub note: Option<Box<str>>,
    /// The rules whose findings deduct.
    pub rules: Vec<&'static Rule>,
    /// Whether warnings deduct, too.
    pub warnings: bool,
    /// Of which items only; empty for all.
    pub items: Vec<ItemId>,
    /// Points a finding, or a percentage point of a measure; none for all at once.
    pub each: Option<Points>,
    pub at_most: Option<Points>,
    pub measure: Option<Measure>,
    pub disclosure: Option<Disclosure>,
    /// The share that gets all points.
    pub at_least: Millionths,
    /// Numbers of the plan's tasks that decide.
    pub tasks: Vec<i64>,
    pub manual: bool,
    pub role: Role,
    /// Whether something is written by which a machine is to judge it, and none of that could be read.
    pub is_unread: bool,
}

/// What the points of an indicator are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Of the sheet's total.
    Points,
    /// 加分: they come on top.
    Bonus,
    /// 一票否决: it has none, and any finding fails all.
    Veto,
    /// 仅供参考: it has none, and is told only.
    Advisory,
}

impl ScoredIndicator {
    /// Whether its points are of the sheet's total.
    pub fn counts(&self) -> bool {
        self.role == Role::Points
    }

    pub fn is_veto(&self) -> bool {
        self.role == Role::Veto
    }

    pub fn is_bonus(&self) -> bool {
        self.role == Role::Bonus
    }

    pub fn is_advisory(&self) -> bool {
        self.role == Role::Advisory
    }

    /// Whether anything but people decides it.
    pub fn is_measured(&self) -> bool {
        self.is_unread || !self.rules.is_empty() || self.measure.is_some() || !self.tasks.is_empty()
    }

    /// Whether only people score it.
    pub fn is_manual(&self) -> bool {
        self.manual || !self.is_measured()
    }

    /// The most points it can lose.
    pub fn most(&self) -> Points {
        self.at_most.map_or(self.points, |most| most.min(self.points))
    }
}

/// A score that people gave.
#[derive(Debug)]
pub struct Score {
    pub record: Record<schema::Score>,
    /// The sheet, by its place among the model's; none where there is none of that name, or it names none and there is not one only.
    pub scheme: Option<usize>,
    /// The indicator, by its place in the sheet; none where the sheet has none of that name.
    pub indicator: Option<usize>,
    /// Whom it is about: the site's own body where it names none.
    pub organisation: Option<OrganisationId>,
    pub points: Option<Points>,
    /// Out of how many; none for those of the indicator.
    pub of: Option<Points>,
    pub applies: bool,
    /// Whether what a veto speaks of happened.
    pub veto: Option<bool>,
    pub period: Option<Period>,
    /// Who gave it; none where nobody stands for it.
    pub by: Option<Box<str>>,
    pub on: Option<Day>,
}

/// Why a score cannot be used, or is told only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreFault {
    /// Which sheet it is of is not said, and there is not one only.
    NoScheme,
    /// The sheet that it names is not there.
    UnknownScheme,
    /// The sheet has no such indicator.
    UnknownIndicator,
    /// Nobody stands for it.
    Nobody,
    /// Its day is still to come.
    ToCome,
    /// It says neither points, nor that it does not apply, nor whether a veto happened.
    Empty,
    /// It has more points than there are.
    TooMuch,
    /// Its indicator is a veto, which takes no points; or is none, and it says that one happened.
    WrongKind,
    /// A machine scores the indicator: it is told beside that figure.
    Beside,
}

impl Score {
    /// Why it cannot be used for `indicator`, if so; none where what it names is not there.
    pub fn fault(&self, indicator: Option<&ScoredIndicator>, today: Day) -> Option<ScoreFault> {
        let Some(indicator) = indicator else {
            let is_named = self.record.has(schema::Score::SCHEME);
            return Some(match (self.scheme, is_named) {
                (Some(_), _) => ScoreFault::UnknownIndicator,
                (None, true) => ScoreFault::UnknownScheme,
                (None, false) => ScoreFault::NoScheme,
            });
        };
        let most = self.of.unwrap_or(indicator.points);
        if self.by.is_none() {
            Some(ScoreFault::Nobody)
        } else if self.on.is_some_and(|on| on > today) {
            Some(ScoreFault::ToCome)
        } else if self.points.is_none() && self.applies && self.veto.is_none() {
            Some(ScoreFault::Empty)
        } else if (self.veto.is_some() && !indicator.is_veto()) || (self.points.is_some() && indicator.is_veto()) {
            Some(ScoreFault::WrongKind)
        } else if self.points.is_some_and(|it| it > most) {
            Some(ScoreFault::TooMuch)
        } else {
            (!indicator.is_manual()).then_some(ScoreFault::Beside)
        }
    }

    /// What it comes to of the points of its indicator.
    pub fn worth(&self, indicator: &ScoredIndicator) -> Option<Points> {
        let points = self.points?;
        Some(self.of.map_or(points, |of| indicator.points.share(points.0, of.0)))
    }
}
