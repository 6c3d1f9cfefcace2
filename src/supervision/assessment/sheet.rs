//! A score sheet filled in for one body: points converted where something does not apply, sums, grade.

use super::{
    evidence::Evidence,
    judge::{Line, State, line},
};
use crate::model::{OrganisationId, Points, Scheme};

/// A sheet for one body.
#[derive(Debug)]
pub struct Sheet<'a> {
    pub body: OrganisationId,
    /// Its indicators, in the order of the sheet.
    pub lines: Vec<Line<'a>>,
    /// The points of each, after those of what does not apply are spread over the rest; bonus as written.
    pub weights: Vec<Points>,
    /// What each got; none while it is open, and where it takes no points.
    pub got: Vec<Option<Points>>,
    /// All points but bonus; nought where nothing applies.
    pub full: Points,
    /// The points of what is judged.
    pub judged: Points,
    /// The points of what is open.
    pub open: Points,
    /// What it got of those judged.
    pub reached: Points,
    /// What came on top.
    pub bonus: Points,
    /// The most that may still come on top.
    pub bonus_open: Points,
}

impl<'a> Sheet<'a> {
    pub fn new(evidence: &Evidence<'a>, body: OrganisationId) -> Self {
        let lines: Vec<Line<'a>> = (0..evidence.scheme.indicators.len()).map(|at| line(evidence, body, at)).collect();
        let weight = |it: &Line<'_>| {
            let takes = it.indicator.counts() && !matches!(it.state, State::Void(_));
            if takes { it.indicator.points } else { Points::NONE }
        };
        let own: Vec<Points> = lines.iter().map(weight).collect();
        let whole = evidence.scheme.sum();
        let mut weights = Points::spread(whole, &own);
        let mut got = Vec::with_capacity(lines.len());
        let mut sheet = Self {
            body,
            full: weights.iter().copied().sum(),
            judged: Points::NONE,
            open: Points::NONE,
            reached: Points::NONE,
            bonus: Points::NONE,
            bonus_open: Points::NONE,
            lines: Vec::new(),
            weights: Vec::new(),
            got: Vec::new(),
        };
        for (at, it) in lines.iter().enumerate() {
            let (points, bonus) = (it.indicator.points, it.indicator.is_bonus());
            if bonus && !matches!(it.state, State::Void(_)) {
                weights[at] = points;
            }
            let left = weights[at].share((points - it.lost).0, points.0);
            got.push(match it.state {
                State::Scored if it.indicator.is_veto() => None,
                State::Scored => Some(left),
                _ => None,
            });
            match it.state {
                State::Scored if bonus => sheet.bonus = sheet.bonus + left,
                State::Scored => {
                    sheet.judged = sheet.judged + weights[at];
                    sheet.reached = sheet.reached + left;
                }
                State::Open(_) if bonus => sheet.bonus_open = sheet.bonus_open + points,
                State::Open(_) => sheet.open = sheet.open + weights[at],
                _ => {}
            }
        }
        Self { lines, weights, got, ..sheet }
    }

    /// What it has in all, as far as it is judged.
    pub fn total(&self) -> Points {
        self.reached + self.bonus
    }

    /// What it has at most, once all is judged.
    pub fn at_best(&self) -> Points {
        self.total() + self.open + self.bonus_open
    }

    /// Whether a veto stands.
    pub fn is_vetoed(&self) -> bool {
        self.lines.iter().any(|it| it.state == State::Vetoed)
    }

    /// Whether a veto still waits to be judged.
    pub fn veto_is_open(&self) -> bool {
        let may_be = |it: &Line<'_>| it.indicator.is_veto() || it.unread.iter().any(|it| it.key == "veto");
        self.lines.iter().any(|it| may_be(it) && matches!(it.state, State::Open(_)))
    }

    /// How many indicators wait to be judged.
    pub fn waiting(&self) -> usize {
        self.lines.iter().filter(|it| matches!(it.state, State::Open(_))).count()
    }

    /// The points lost, as converted; none of what comes on top, for nobody loses that.
    pub fn lost(&self, at: usize) -> Option<Points> {
        self.got[at].filter(|_| self.lines[at].indicator.counts()).map(|got| self.weights[at] - got)
    }

    /// Its grade, where whatever is still open cannot change it.
    pub fn grade<'s>(&self, scheme: &'s Scheme) -> Option<&'s str> {
        let of = |points: Points| scheme.grades.iter().find(|it| it.1 <= points).map(|it| &*it.0);
        let (now, best) = (of(self.total()), of(self.at_best()));
        (self.full.0 > 0 && now == best && !self.veto_is_open()).then_some(now).flatten()
    }

    /// Whether it is certain that it has at least so many points; none while that depends on what is open.
    pub fn reaches(&self, points: Points) -> Option<bool> {
        if self.full.0 == 0 {
            None
        } else if self.total() >= points {
            Some(true)
        } else {
            (self.at_best() < points).then_some(false)
        }
    }
}
