//! Targets: the share of a catalogue that a body has set itself to fill, or to publish in time.

use super::OrganisationId;
use crate::{
    day::Period,
    record::{Record, schema},
    vocabulary::{Disclosure, Measure},
};

/// A share, in millionths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millionths(pub u32);

impl Millionths {
    pub const WHOLE: Self = Self(1_000_000);

    /// Whether `part` of `whole` is at least this share.
    pub fn is_met(self, part: usize, whole: usize) -> bool {
        part as u128 * u128::from(Self::WHOLE.0) >= u128::from(self.0) * whole as u128
    }

    /// As a percentage without needless zeros: `95`, `97.5`.
    pub fn percent(self) -> String {
        let text = format!("{}.{:04}", self.0 / 10_000, self.0 % 10_000);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

#[derive(Debug)]
pub struct Target {
    pub record: Record<schema::Target>,
    pub measure: Measure,
    /// Of one of the five; none for all.
    pub disclosure: Option<Disclosure>,
    /// Of one body; none for all.
    pub organisation: Option<OrganisationId>,
    /// Of what time; none for the year up to today.
    pub period: Option<Period>,
    pub at_least: Millionths,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_compared_exactly_and_told_shortly() {
        let share = Millionths(950_000);
        assert!(share.is_met(19, 20) && !share.is_met(18, 19));
        assert!(Millionths::WHOLE.is_met(3, 3) && !Millionths::WHOLE.is_met(999_999_999, 1_000_000_000));
        assert_eq!(
            [950_000, 975_000, 1_000_000, 5].map(|it| Millionths(it).percent()),
            ["95", "97.5", "100", "0.0005"]
        );
    }
}
