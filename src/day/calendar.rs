//! Working days as the State Council arranges them.
//!
//! A working day is Monday to Friday, but for the days that the yearly notice of the General Office of the State Council takes off
//! and the weekend days that it has worked instead (调休). A law that counts 工作日 counts these. In a year without a notice, long
//! past or not yet arranged, the plain week without the festivals of the law stands in; a rule that depends on it asks
//! [`Calendar::estimated`] and says so.
//!
//! Every task of every run asks “twenty working days after” for its day, so the answer must not count days. The calendar is a bit
//! for each day from 1900 to 2199 (14 KiB), 64 days a word, and before each word the sum of worked days up to it, as in a
//! rank/select bit vector:
//!
//! - rank, the worked days up to a day, is the sum before its word and the ones of the word up to its bit;
//! - select, the *n*-th worked day after a day, is a binary search among the sums for *n* more than the day's rank, and then the
//!   place of the right one within the word.
//!
//! 2018-04-27 (a Friday) and three working days: the notice has 28 April, a Saturday, worked, and takes 30 April and 1 May off. So
//! they are 28 April, 2 May and 3 May, and the answer is 2018-05-03.

use super::arrangements::BUILT_IN;
use super::date::Day;
use super::festivals;

/// A year's notice as a project declares it; it replaces the built-in one of that year as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// A year of [`Day`]; any other is passed over.
    pub year: i16,
    /// Weekdays off, as (month, day); days that the year has not are not looked at.
    pub off: Vec<(i8, i8)>,
    /// Weekend days worked, as (month, day); a day that is also in `off` is worked.
    pub work: Vec<(i8, i8)>,
}

/// Which days are worked. In years without an arrangement the plain week without festivals is assumed; ask
/// [`Calendar::estimated`] and warn.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// A bit a day from [`Day::MIN`] on: worked.
    worked: Vec<u64>,
    /// How many days are worked before each word of `worked`.
    before: Vec<u32>,
    /// The years with an arrangement, in order.
    years: Vec<i32>,
}

impl Calendar {
    /// The built-in years 2018 to 2026, extended and overridden by `declared`; of two for one year the later holds.
    pub fn new(declared: &[Year]) -> Self {
        let mut calendar = Self::plain();
        for built_in in BUILT_IN {
            for (list, worked) in [(built_in.off, false), (built_in.work, true)] {
                for &day in list {
                    let (month, day) = (u8::try_from(day / 100), u8::try_from(day % 100));
                    if let (Ok(month), Ok(day)) = (month, day)
                        && let Ok(day) = Day::new(built_in.year, month, day)
                    {
                        calendar.set(day, worked);
                    }
                }
            }
            calendar.years.push(built_in.year);
        }
        for year in declared {
            calendar.declare(year);
        }
        calendar.years.sort_unstable();
        calendar.years.dedup();
        let mut sum = 0;
        calendar.before = calendar
            .worked
            .iter()
            .map(|word| {
                let before = sum;
                sum += word.count_ones();
                before
            })
            .collect();
        calendar
    }

    /// Is `day` worked?
    pub fn is_working(&self, day: Day) -> bool {
        let (word, bit) = place(day);
        self.worked[word] >> bit & 1 == 1
    }

    /// Has `year` an arrangement, built in or declared?
    pub fn knows(&self, year: i32) -> bool {
        self.years.binary_search(&year).is_ok()
    }

    /// The first year without an arrangement among those that a term from `start` to `end` touches: what was counted in it is
    /// an estimate.
    pub fn estimated(&self, start: Day, end: Day) -> Option<i32> {
        (start.year()..=end.year()).find(|&year| !self.knows(year))
    }

    /// The years with an arrangement, in order.
    pub fn known_years(&self) -> &[i32] {
        &self.years
    }

    /// The `days`-th working day after `day`; `day` itself is not counted, and is the answer for 0. Beyond the last year: [`Day::MAX`].
    pub fn add_working(&self, day: Day, days: u32) -> Day {
        if days == 0 {
            return day;
        }
        let wanted = self.worked_until(day).saturating_add(days);
        // The last word before which fewer days than wanted are worked holds the day.
        let word = self.before.partition_point(|before| *before < wanted).saturating_sub(1);
        let mut bits = self.worked[word];
        let in_word = wanted - self.before[word];
        if in_word > bits.count_ones() {
            return Day::MAX;
        }
        for _ in 1..in_word {
            bits &= bits.wrapping_sub(1);
        }
        let number = word * 64 + bits.trailing_zeros() as usize;
        i32::try_from(number).map_or(Day::MAX, |number| Day::MIN.plus(number))
    }

    /// How many days are worked after `start` up to and with `end`; 0 if `end` is not after `start`.
    pub fn working_between(&self, start: Day, end: Day) -> u32 {
        self.worked_until(end).saturating_sub(self.worked_until(start))
    }

    /// `day` if it is worked, else the next worked day (民法典 art. 203: a last day that is a holiday moves on).
    pub fn on_or_after(&self, day: Day) -> Day {
        if self.is_working(day) { day } else { self.add_working(day, 1) }
    }

    /// How many days are worked from [`Day::MIN`] to `day`, with `day`.
    fn worked_until(&self, day: Day) -> u32 {
        let (word, bit) = place(day);
        self.before[word] + (self.worked[word] & (u64::MAX >> (63 - bit))).count_ones()
    }

    /// Plain weeks without the festivals of the law, from the first year to the last.
    fn plain() -> Self {
        let (last, _) = place(Day::MAX);
        let mut calendar = Self { worked: vec![0; last + 1], before: Vec::new(), years: Vec::new() };
        let mut day = Day::MIN;
        loop {
            calendar.set(day, !day.is_weekend());
            if day == Day::MAX {
                break;
            }
            day = day.plus(1);
        }
        for year in Day::MIN.year()..=Day::MAX.year() {
            calendar.take_festivals_off(year);
        }
        calendar
    }

    fn take_festivals_off(&mut self, year: i32) {
        for day in festivals::of(year) {
            self.set(day, false);
        }
    }

    fn declare(&mut self, declared: &Year) {
        let year = i32::from(declared.year);
        let (Ok(mut day), Ok(last)) = (Day::new(year, 1, 1), Day::new(year, 12, 31)) else {
            return;
        };
        while day < last {
            self.set(day, !day.is_weekend());
            day = day.plus(1);
        }
        self.set(last, !last.is_weekend());
        // A notice need not repeat what the law says; what it has worked all the same is worked.
        self.take_festivals_off(year);
        for (list, worked) in [(&declared.off, false), (&declared.work, true)] {
            for (month, day) in list {
                if let (Ok(month), Ok(day)) = (u8::try_from(*month), u8::try_from(*day))
                    && let Ok(day) = Day::new(year, month, day)
                {
                    self.set(day, worked);
                }
            }
        }
        self.years.push(year);
    }

    fn set(&mut self, day: Day, worked: bool) {
        let (word, bit) = place(day);
        if worked {
            self.worked[word] |= 1 << bit;
        } else {
            self.worked[word] &= !(1 << bit);
        }
    }
}

impl Default for Calendar {
    /// The built-in years alone.
    fn default() -> Self {
        Self::new(&[])
    }
}

/// The word and the bit of a day.
fn place(day: Day) -> (usize, u32) {
    let number = day.number().abs_diff(Day::MIN.number());
    ((number / 64) as usize, number % 64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn each_year_has_its_working_days() {
        let calendar = Calendar::default();
        let counts = [
            (2018, 250),
            (2019, 250),
            (2020, 249),
            (2021, 250),
            (2022, 249),
            (2023, 249),
            (2024, 251),
            (2025, 248),
            (2026, 248),
        ];
        for (year, count) in counts {
            let eve = Day::new(year - 1, 12, 31).unwrap();
            assert_eq!(calendar.working_between(eve, Day::new(year, 12, 31).unwrap()), count, "{year}");
            assert!(calendar.knows(year));
        }
        assert!(!calendar.knows(2017) && !calendar.knows(2027));
        assert_eq!(calendar.known_years().len(), 9);
    }

    #[test]
    fn built_in_days_are_exceptions_to_the_week() {
        for year in BUILT_IN {
            for (list, weekend) in [(year.off, false), (year.work, true)] {
                assert!(list.is_sorted(), "{}", year.year);
                for &number in list {
                    let day = Day::in_year(year.year, &format!("{:02}-{:02}", number / 100, number % 100)).unwrap();
                    assert_eq!(day.is_weekend(), weekend, "{day}");
                }
            }
        }
    }

    #[test]
    fn known_spans_come_out() {
        let calendar = Calendar::default();
        for (start, days, end) in [
            ("2018-06-22", 20, "2018-07-20"),
            ("2018-09-20", 20, "2018-10-24"),
            ("2018-01-30", 20, "2018-03-02"),
            ("2018-12-20", 7, "2018-12-29"),
            ("2018-04-27", 3, "2018-05-03"),
            ("2018-02-08", 3, "2018-02-12"),
            ("2020-01-10", 20, "2020-02-14"),
            ("2024-09-13", 20, "2024-10-17"),
            ("2025-09-25", 7, "2025-10-11"),
            ("2026-02-05", 20, "2026-03-11"),
            ("2026-09-18", 3, "2026-09-22"),
            ("2018-05-03", 20, "2018-05-31"),
        ] {
            assert_eq!(calendar.add_working(day(start), days), day(end), "{start} + {days}");
            assert_eq!(calendar.working_between(day(start), day(end)), days, "{start} … {end}");
        }
        assert_eq!(calendar.add_working(day("2018-10-01"), 0), day("2018-10-01"));
        assert_eq!(calendar.working_between(day("2018-05-31"), day("2018-06-14")), 10);
        assert_eq!(calendar.working_between(day("2018-06-14"), day("2018-05-31")), 0);
        assert_eq!(calendar.on_or_after(day("2018-10-01")), day("2018-10-08"));
        assert_eq!(calendar.on_or_after(day("2018-12-29")), day("2018-12-29"));
    }

    #[test]
    fn a_declared_year_extends_or_replaces() {
        let year = |year, off: &[(i8, i8)], work: &[(i8, i8)]| Year { year, off: off.to_vec(), work: work.to_vec() };
        let calendar = Calendar::new(&[year(2027, &[(1, 1), (2, 30), (-1, 0)], &[(1, 3)]), year(2018, &[], &[])]);
        assert!(
            calendar.knows(2027) && !calendar.is_working(day("2027-01-01")) && calendar.is_working(day("2027-01-03"))
        );
        assert!(!calendar.is_working(day("2018-10-01")), "a festival is off without a word");
        assert!(calendar.is_working(day("2018-10-04")), "the declared year has no other day off");
        assert!(!calendar.is_working(day("2019-10-01")));
        assert!(!Calendar::new(&[year(99, &[], &[])]).knows(99));
    }

    #[test]
    fn festivals_are_off_in_years_that_nobody_announced() {
        let calendar = Calendar::default();
        for off in ["2027-01-01", "2027-02-05", "2030-01-01", "2030-05-02", "2017-10-03", "2016-06-09", "2075-10-01"] {
            assert!(!calendar.is_working(day(off)), "{off}");
        }
        for worked in ["2027-01-04", "2024-05-06", "2017-05-02", "2076-02-05"] {
            assert!(calendar.is_working(day(worked)), "{worked}");
        }
        assert_eq!(calendar.add_working(day("2026-12-31"), 1), day("2027-01-04"));
        assert_eq!(calendar.estimated(day("2026-12-01"), day("2026-12-31")), None);
        assert_eq!(calendar.estimated(day("2026-12-20"), day("2027-01-18")), Some(2027));
        assert_eq!(calendar.estimated(day("2016-12-20"), day("2018-01-18")), Some(2016));
    }

    #[test]
    fn the_ends_of_time_hold() {
        let calendar = Calendar::default();
        assert_eq!(calendar.add_working(Day::MAX, 1), Day::MAX);
        assert_eq!(calendar.add_working(day("2018-01-01"), u32::MAX), Day::MAX);
        assert_eq!(calendar.add_working(Day::MIN, 1), Day::MIN.plus(1));
    }

    #[test]
    fn the_answer_is_that_of_plain_counting() {
        let calendar = Calendar::default();
        proptest!(|(start in 17_000_i32..21_500, days in 1_u32..300)| {
            let start = Day::from_number(start).unwrap();
            let mut end = start;
            for _ in 0..days {
                end = end.plus(1);
                while !calendar.is_working(end) {
                    end = end.plus(1);
                }
            }
            prop_assert_eq!(calendar.add_working(start, days), end);
            prop_assert_eq!(calendar.working_between(start, end), days);
        });
    }
}
