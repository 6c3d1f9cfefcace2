//! Points of a score sheet, exact to a thousandth.

use std::fmt;

/// Points, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub i64);

impl Points {
    pub const NONE: Self = Self(0);
    /// No sheet has more in all: what is larger is a slip.
    const MOST: f64 = 1_000_000.0;

    /// `0.5` as points; none where it is below nought, too large, or finer than a thousandth.
    pub fn read(typed: &str) -> Option<Self> {
        let thousandths = typed.parse::<f64>().ok().filter(|it| (0.0..=Self::MOST).contains(it))? * 1000.0;
        #[expect(clippy::cast_possible_truncation, reason = "between nought and a thousand millions")]
        let exact = ((thousandths - thousandths.round()).abs() < 1e-6).then(|| Self(thousandths.round() as i64));
        exact
    }

    /// `self` times `part` of `whole`, rounded half up; nothing of nothing.
    pub fn share(self, part: i64, whole: i64) -> Self {
        if whole <= 0 {
            return Self::NONE;
        }
        let (product, whole) = (i128::from(self.0) * i128::from(part), i128::from(whole));
        Self(i64::try_from((2 * product + whole).div_euclid(2 * whole)).unwrap_or(i64::MAX))
    }

    /// `self` so many times, as far as `most`.
    pub fn times(self, count: usize, most: Self) -> Self {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        Self(self.0.saturating_mul(count).min(most.0))
    }

    /// `whole` spread over parts that weigh `weights`, each exact to a thousandth and all together exactly `whole`: those whose
    /// remainder is largest get what rounding leaves over, of equal ones the first. Weights of nought get nothing.
    pub fn spread(whole: Self, weights: &[Self]) -> Vec<Self> {
        let sum: i128 = weights.iter().map(|it| i128::from(it.0)).sum();
        if sum <= 0 {
            return vec![Self::NONE; weights.len()];
        }
        let product = |it: &Self| i128::from(whole.0) * i128::from(it.0);
        let mut parts: Vec<i64> =
            weights.iter().map(|it| i64::try_from(product(it).div_euclid(sum)).unwrap_or_default()).collect();
        let mut by_remainder: Vec<usize> = (0..weights.len()).filter(|&at| weights[at].0 > 0).collect();
        by_remainder.sort_by_key(|&at| -product(&weights[at]).rem_euclid(sum));
        let left = usize::try_from(whole.0 - parts.iter().sum::<i64>()).unwrap_or_default();
        for &at in by_remainder.iter().cycle().take(left) {
            parts[at] += 1;
        }
        parts.into_iter().map(Self).collect()
    }
}

/// Without needless zeros: `12`, `0.5`.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let part = format!(".{part:03}");
        write!(f, "{sign}{whole}{}", part.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl std::iter::Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        Self(points.map(|it| it.0).sum())
    }
}

impl std::ops::Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::ops::Sub for Points {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn points_are_read_exactly_and_told_shortly() {
        for (typed, told) in [("12", "12"), ("0.5", "0.5"), ("2.125", "2.125"), ("100.0", "100"), ("1e1", "10")] {
            assert_eq!(Points::read(typed).map(|it| it.to_string()).as_deref(), Some(told), "{typed}");
        }
        for typed in ["-1", "0.0005", "1e9", "nan", "inf", "一"] {
            assert_eq!(Points::read(typed), None, "{typed}");
        }
        assert_eq!(Points(-500).to_string(), "-0.5");
    }

    #[test]
    fn a_share_is_rounded_half_up() {
        assert_eq!(Points(10_000).share(2, 3), Points(6667));
        assert_eq!((Points(1).share(1, 2), Points(5).share(0, 0)), (Points(1), Points::NONE));
    }

    proptest! {
        #[test]
        fn what_is_spread_sums_to_the_whole(
            whole in 0_i64..10_000_000,
            weights in proptest::collection::vec(0_i64..100_000, 0..20),
        ) {
            let weights: Vec<Points> = weights.into_iter().map(Points).collect();
            let parts = Points::spread(Points(whole), &weights);
            prop_assert_eq!(parts.len(), weights.len());
            if weights.iter().any(|it| it.0 > 0) {
                prop_assert_eq!(parts.iter().copied().sum::<Points>(), Points(whole));
            }
            for (part, weight) in parts.iter().zip(&weights) {
                prop_assert!(part.0 >= 0 && (weight.0 > 0 || part.0 == 0));
            }
        }
    }
}
