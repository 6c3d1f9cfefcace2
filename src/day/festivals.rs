//! Festivals that are off in every year, announced or not (全国年节及纪念日放假办法).
//!
//! Which days these are has changed: 劳动节 was three days until 2007, 清明, 端午 and 中秋 came in 2008, 除夕 moved in and out of
//! 春节 and is in again since 2025 (国务院令第795号), as is 2 May. The yearly notice only lays weekends beside them.
//!
//! Lunar days come from a table: they are those of GB/T 33661-2017, on which three independent programs and a reckoning of the sun's
//! longitude agree for each of its years, and the notices for theirs (a test). In other years only the solar festivals are known.

use super::date::Day;

/// The first year of [`LUNAR`].
const FIRST: i32 = 2000;

/// 春节 (正月初一), 清明, 端午 and 中秋 of the years from 2000 on, as month × 100 + day.
#[rustfmt::skip]
const LUNAR: [[u16; 4]; 51] = [
    [205, 404, 606, 912], [124, 405, 625, 1001], [212, 405, 615, 921], [201, 405, 604, 911],
    [122, 404, 622, 928], [209, 405, 611, 918], [129, 405, 531, 1006], [218, 405, 619, 925],
    [207, 404, 608, 914], [126, 404, 528, 1003], [214, 405, 616, 922], [203, 405, 606, 912],
    [123, 404, 623, 930], [210, 404, 612, 919], [131, 405, 602, 908], [219, 405, 620, 927],
    [208, 404, 609, 915], [128, 404, 530, 1004], [216, 405, 618, 924], [205, 405, 607, 913],
    [125, 404, 625, 1001], [212, 404, 614, 921], [201, 405, 603, 910], [122, 405, 622, 929],
    [210, 404, 610, 917], [129, 404, 531, 1006], [217, 405, 619, 925], [206, 405, 609, 915],
    [126, 404, 528, 1003], [213, 404, 616, 922], [203, 405, 605, 912], [123, 405, 624, 1001],
    [211, 404, 612, 919], [131, 404, 601, 908], [219, 405, 620, 927], [208, 405, 610, 916],
    [128, 404, 530, 1004], [215, 404, 618, 924], [204, 405, 607, 913], [124, 405, 527, 1002],
    [212, 404, 614, 920], [201, 404, 603, 910], [122, 404, 622, 928], [210, 405, 611, 917],
    [130, 404, 531, 1005], [217, 404, 619, 925], [206, 404, 608, 915], [126, 405, 529, 1004],
    [214, 404, 615, 922], [202, 404, 604, 911], [123, 404, 623, 930],
];

/// A version of the law: the first year that it holds for, and its days.
#[derive(Debug)]
pub struct Festivals {
    /// From this year on, until the next version.
    pub from: i32,
    /// The decree that brought it; empty where it is older than decrees are cited by number.
    pub number: &'static str,
    /// Days of the solar calendar, as month × 100 + day.
    pub solar: &'static [u16],
    /// Days of 春节, counted from 正月初一: -1 is 除夕.
    pub spring: &'static [i32],
    /// Whether 清明, 端午 and 中秋 are off.
    pub others: bool,
}

/// The versions in force since 1949, in order.
pub const VERSIONS: &[Festivals] = &[
    Festivals { from: 1950, number: "", solar: &[101, 501, 1001, 1002], spring: &[0, 1, 2], others: false },
    Festivals {
        from: 2000,
        number: "国务院令第270号",
        solar: &[101, 501, 502, 503, 1001, 1002, 1003],
        spring: &[0, 1, 2],
        others: false,
    },
    Festivals {
        from: 2008,
        number: "国务院令第513号",
        solar: &[101, 501, 1001, 1002, 1003],
        spring: &[-1, 0, 1],
        others: true,
    },
    Festivals {
        from: 2014,
        number: "国务院令第644号",
        solar: &[101, 501, 1001, 1002, 1003],
        spring: &[0, 1, 2],
        others: true,
    },
    Festivals {
        from: 2025,
        number: "国务院令第795号",
        solar: &[101, 501, 502, 1001, 1002, 1003],
        spring: &[-1, 0, 1, 2],
        others: true,
    },
];

/// The days off of `year` that need no announcement, as far as they are certain, in order.
pub fn of(year: i32) -> Vec<Day> {
    let Some(law) = VERSIONS.iter().rev().find(|law| law.from <= year) else { return Vec::new() };
    let day = |number: u16| {
        let (month, day) = (u8::try_from(number / 100).ok()?, u8::try_from(number % 100).ok()?);
        Day::new(year, month, day).ok()
    };
    let mut days: Vec<Day> = law.solar.iter().copied().filter_map(day).collect();
    let lunar = usize::try_from(year - FIRST).ok().and_then(|at| LUNAR.get(at));
    if let Some(&[spring, others @ ..]) = lunar {
        days.extend(day(spring).iter().flat_map(|first| law.spring.iter().map(|&it| first.plus(it))));
        days.extend(others.into_iter().filter(|_| law.others).filter_map(day));
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// The years whose lunar festivals are known.
pub fn lunar_years() -> std::ops::RangeInclusive<i32> {
    FIRST..=FIRST + i32::try_from(LUNAR.len()).unwrap_or(0) - 1
}

#[cfg(test)]
mod tests {
    use super::{super::arrangements::BUILT_IN, *};

    fn told(year: i32) -> Vec<String> {
        of(year).iter().map(|day| day.to_string()[5..].to_owned()).collect()
    }

    #[test]
    fn each_version_of_the_law_has_its_days() {
        let old = ["01-01", "01-22", "01-23", "01-24", "05-01", "05-02", "05-03", "10-01", "10-02", "10-03"];
        assert_eq!(told(2004), old);
        let with_eve =
            ["01-01", "02-13", "02-14", "02-15", "04-05", "05-01", "06-16", "09-22", "10-01", "10-02", "10-03"];
        assert_eq!(told(2010), with_eve);
        assert_eq!(told(2017).len(), 11);
        let of_2027 = [
            "01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01", "10-02",
            "10-03",
        ];
        assert_eq!(told(2027), of_2027);
        assert_eq!(told(2030).len(), 13);
        assert_eq!(told(2060), ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"], "no lunar day is known");
        assert_eq!(told(1990), ["01-01", "05-01", "10-01", "10-02"]);
        assert!(told(1949).is_empty());
    }

    #[test]
    fn notices_take_every_festival_off() {
        for year in BUILT_IN {
            for day in of(year.year).into_iter().filter(|day| !day.is_weekend()) {
                let (_, month, date) = day.ymd();
                let number = u16::from(month) * 100 + u16::from(date);
                assert!(year.off.contains(&number), "{day} is no day off of the notice");
            }
        }
    }
}
