//! How long a service takes, as lists of services print it: `20个工作日`, `即办`, `法定20个工作日/承诺5个工作日`.
//!
//! What is asked of two cells is only whether one is certainly longer than the other. So of the one the shortest reading counts
//! and of the other the longest: stages are added up, an extension counts in full, `日` may be working days or not.

use super::plain::{is_none, plain};
use crate::day::numeral;

/// Which of the two limits of a service a cell is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// 法定办结时限.
    Statutory,
    /// 承诺办结时限.
    Promised,
}

/// A length of time in one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Length {
    n: f64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// A number alone, in a column of working days.
    Bare,
    Workday,
    /// 日, 天: working days or calendar days, as the law at hand counts.
    Day,
    /// 自然日: calendar days for certain.
    Calendar,
    Minute,
    Hour,
    Month,
    Year,
}

/// Whether `text` says how long something takes, or that it takes no time, or that nothing is said.
pub fn is_duration(text: &str) -> bool {
    is_none(text) || is_immediate(text) || OPEN.iter().any(|it| text.contains(it)) || !lengths(text).is_empty()
}

/// Whether what `promised` says is certainly longer than what `statutory` says.
pub fn is_longer(promised: &str, statutory: &str) -> bool {
    let (promised, statutory) = (side(promised, Side::Promised), side(statutory, Side::Statutory));
    if is_immediate(&promised) || is_immediate(&statutory) || OPEN.iter().any(|it| statutory.contains(it)) {
        return false;
    }
    let (ours, theirs) = (lengths(&promised), lengths(&statutory));
    let (Some(first), Some(other)) = (ours.first(), theirs.first()) else { return false };
    let same = |all: &[Length], unit: Unit| all.iter().all(|it| it.unit == unit);
    let least = |of: fn(&Length) -> f64| ours.iter().map(of).fold(f64::INFINITY, f64::min);
    let most = |of: fn(&Length) -> f64| theirs.iter().map(of).sum::<f64>();
    let counted = |it: &Length| it.n;
    // In one unit, numbers are compared.
    if same(&ours, first.unit) && same(&theirs, other.unit) && is_one(first.unit, other.unit) {
        return least(counted) > most(counted);
    }
    least(Length::days_at_least) > most(Length::days_at_most)
}

/// Whether numbers of `promised` and `statutory` are compared as they are: a bare number is a working day, and so many working
/// days are never less than so many days of any sort.
fn is_one(promised: Unit, statutory: Unit) -> bool {
    let workday = |it| matches!(it, Unit::Bare | Unit::Workday);
    promised == statutory
        || workday(promised) && (workday(statutory) || matches!(statutory, Unit::Day | Unit::Calendar))
}

impl Length {
    /// Calendar days it takes at least.
    fn days_at_least(&self) -> f64 {
        match self.unit {
            Unit::Bare | Unit::Workday | Unit::Day | Unit::Calendar => self.n,
            Unit::Minute | Unit::Hour => 0.0,
            Unit::Month => self.n * 28.0,
            Unit::Year => self.n * 365.0,
        }
    }

    /// Calendar days it takes at most: with weekends, and with the longest holidays of a year.
    fn days_at_most(&self) -> f64 {
        match self.unit {
            Unit::Bare | Unit::Workday | Unit::Day => self.n * 1.4 + 14.0,
            Unit::Calendar | Unit::Minute | Unit::Hour => self.n,
            Unit::Month => self.n * 31.0,
            Unit::Year => self.n * 366.0,
        }
    }
}

/// The part of `text` that is said of `side`, where one cell says both.
fn side(text: &str, side: Side) -> String {
    let text = plain(text);
    let labels = [("法定", Side::Statutory), ("承诺", Side::Promised)];
    let Some(((first, one), (second, other))) = labels
        .map(|(label, of)| text.find(label).map(|at| (at, of)))
        .into_iter()
        .collect::<Option<Vec<_>>>()
        .map(|both| if both[0].0 < both[1].0 { (both[0], both[1]) } else { (both[1], both[0]) })
    else {
        return text.into_owned();
    };
    match (one == side, other == side) {
        (true, _) => text[first..second].to_owned(),
        (_, true) => text[second..].to_owned(),
        _ => text.into_owned(),
    }
}

/// Words for what is done while one waits.
fn is_immediate(text: &str) -> bool {
    ["即办", "即时", "当场", "当日", "当天", "立等", "立即", "马上", "随到随办", "随时"]
        .iter()
        .any(|it| text.contains(it))
        || plain(text) == "0"
}

/// Words for what has no limit, or one that is not said here.
const OPEN: &[&str] =
    &["未规定", "没有规定", "无规定", "无法定", "无明确", "未明确", "不限", "不定", "另行", "按规定", "依照", "长期"];

/// All lengths that `text` names.
fn lengths(text: &str) -> Vec<Length> {
    let text = plain(text);
    let letters: Vec<char> = text.chars().collect();
    let (mut found, mut at, mut in_title) = (Vec::new(), 0, false);
    while at < letters.len() {
        match letters[at] {
            '《' => in_title = true,
            '》' => in_title = false,
            _ => {}
        }
        let start = at;
        while at < letters.len() && (numeral::numeric(letters[at]) || letters[at] == '.' || letters[at] == '半') {
            at += 1;
        }
        if start == at {
            at += 1;
            continue;
        }
        let number: String = letters[start..at].iter().collect();
        let ordinal = start > 0 && letters[start - 1] == '第';
        // The year of a law, or of a day, is no length.
        let Some(n) = value(&number).filter(|&n| n < 1000.0 && !ordinal && !in_title) else { continue };
        if letters.get(at) == Some(&'个') || letters.get(at) == Some(&'.') {
            at += 1;
        }
        let rest: String = letters[at..].iter().take(4).collect();
        if let Some(unit) = unit(&rest, letters.len() == at) {
            found.push(Length { n, unit });
        }
    }
    found
}

fn value(number: &str) -> Option<f64> {
    match number {
        "半" => Some(0.5),
        _ => number.parse().ok().or_else(|| numeral::number(number).map(f64::from)),
    }
}

/// The unit that begins `rest`; none for a word that is no unit.
fn unit(rest: &str, is_last: bool) -> Option<Unit> {
    const UNITS: &[(&str, Unit)] = &[
        ("工作日", Unit::Workday),
        ("工作天", Unit::Workday),
        ("自然日", Unit::Calendar),
        ("日历日", Unit::Calendar),
        ("日", Unit::Day),
        ("天", Unit::Day),
        ("小时", Unit::Hour),
        ("时", Unit::Hour),
        ("分钟", Unit::Minute),
        ("月", Unit::Month),
        ("年", Unit::Year),
    ];
    let named = UNITS.iter().find(|it| rest.starts_with(it.0)).map(|it| it.1);
    // `15-20个工作日`: the unit of the first number stands after the second.
    let range = rest.starts_with(['-', '—', '~', '至', '到', '+', '/', '、', '(', ',', '，']);
    named.or((is_last || range).then_some(Unit::Bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_certainly_longer_is_seen() {
        for (promised, statutory) in [
            ("25", "20"),
            ("25个工作日", "20个工作日"),
            ("２５个工作日", "20工作日"),
            ("二十五个工作日", "二十个工作日"),
            ("25 个工作日内", "自受理之日起20个工作日内"),
            ("25", "20个工作日"),
            ("25个工作日", "20日"),
            ("25天", "20天"),
            ("3个月", "1个月"),
            ("60个工作日", "1个月"),
            ("法定20个工作日/承诺25个工作日", "法定20个工作日/承诺25个工作日"),
            ("25个工作日（不含公示）", "20个工作日"),
            ("7.5", "7"),
            ("2小时", "1小时"),
        ] {
            assert!(is_longer(promised, statutory), "{promised} {statutory}");
        }
    }

    #[test]
    fn what_may_be_as_long_is_not() {
        for (promised, statutory) in [
            ("20", "20"),
            ("5", "20"),
            ("即办", "20个工作日"),
            ("0", "0"),
            ("5个工作日", "即办"),
            ("5个工作日", "0"),
            ("5个工作日", "无"),
            ("5个工作日", "/"),
            ("5个工作日", "法律未规定"),
            ("5个工作日", ""),
            ("", "20"),
            ("25日", "20个工作日"),
            ("22个工作日", "1个月"),
            ("22个工作日", "受理5个工作日，审批20个工作日"),
            ("25个工作日", "20个工作日，可延长10个工作日"),
            ("15-25个工作日", "20个工作日"),
            ("法定20个工作日/承诺5个工作日", "法定20个工作日/承诺5个工作日"),
            ("法定20个工作日，承诺5个工作日", "20个工作日"),
            ("1小时", "1个工作日"),
            ("30分钟", "1个工作日"),
            ("30分钟", "1小时"),
            ("按《办法》第24条办理", "20个工作日"),
            ("《条例》（2018年修订）规定的时限", "20"),
            ("10个工作日", "依照《办法》规定"),
            ("30个自然日", "20个工作日"),
        ] {
            assert!(!is_longer(promised, statutory), "{promised} {statutory}");
        }
    }

    #[test]
    fn durations_are_told_from_other_words() {
        for text in
            ["20", "20个工作日", "即办件", "当场办结", "无", "半个工作日", "1小时", "不超过十日", "未规定", "15-20"]
        {
            assert!(is_duration(text), "{text}");
        }
        for text in ["详见指南", "尽快", "承诺件"] {
            assert!(!is_duration(text), "{text}");
        }
    }
}
