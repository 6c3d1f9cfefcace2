//! Years whose days off nobody announced: what is counted in them is said to be an estimate, and convicts nobody.

use gongkai::internals::{
    diagnostic::Level,
    rulebook::{RULEBOOK, example, example::BASE},
    text::Lang,
    world::MemoryWorld,
};

use super::support::{
    library::{Checked, check},
    project::split,
};

/// Rules whose last lawful day is counted in working days, or moves on from a day off.
const COUNTING: &[&str] = &[
    "GK0401", "GK0402", "GK0403", "GK0404", "GK0406", "GK0409", "GK0410", "GK0411", "GK0413", "GK0414", "GK0501",
    "GK0502",
];

/// Declares the years that [`later`] moves examples to, with the festivals of the law alone.
const YEARS: &str = "[[year]]\nyear = 2030\n[[year]]\nyear = 2031\n[[year]]\nyear = 2032\n[[year]]\nyear = 2034\n";

/// The same project twelve years later.
fn later(text: &str) -> String {
    ["2016", "2017", "2018", "2019", "2020", "2022"].iter().fold(text.to_owned(), |text, year| {
        text.replace(year, &(year.parse::<i32>().expect("a year") + 12).to_string())
    })
}

/// The bad example of `code` twelve years later, with `more` in its catalogue.
fn moved(code: &str, more: &str) -> Checked {
    let rule = RULEBOOK.find(code).expect("a rule");
    let mut world = MemoryWorld::new("2030-12-31".parse().expect("a day"));
    for (path, text) in BASE {
        world.write(later(path), later(text));
    }
    for (path, text) in split(&example::bad(rule)) {
        world.write(later(&path), later(text));
    }
    world.write("catalogue/years.toml", more);
    check(world, None)
}

#[test]
fn no_rule_that_counts_working_days_convicts_by_an_estimate() {
    for code in COUNTING {
        let estimated = moved(code, "");
        let told = estimated.of(code);
        assert!(!told.is_empty(), "{code} is silent");
        for it in told {
            assert!(it.level <= Level::Warn, "{code} convicts: {}", estimated.line(it));
            let notes: String = it.finding.notes.iter().map(|it| it.text.zh.as_str()).collect();
            assert!(notes.contains("年的放假安排，工作日是估算的"), "{code} does not say so: {notes}");
        }
        let asked = estimated.of("GK0405");
        assert!(!asked.is_empty() || matches!(*code, "GK0413" | "GK0403"), "{code}: no year is asked for");

        let known = moved(code, YEARS);
        let told = known.of(code);
        assert!(!told.is_empty(), "{code} is silent where the year is known");
        let level = RULEBOOK.find(code).expect("a rule").level;
        assert!(told.iter().any(|it| it.level == level), "{code} does not speak up where the year is known");
        assert!(known.of("GK0405").is_empty(), "{code}: a year that is known is asked for");
    }
}

#[test]
fn what_needs_no_calendar_is_not_lowered() {
    // Thirty days of a consultation, a fixed day of the year, the days of a notice.
    let short = moved("GK0407", "");
    assert!(short.of("GK0407").iter().all(|it| !it.finding.notes.iter().any(|it| it.text.zh.contains("估算"))));
    let fixed = [("每季度结束后20日内", Level::Warn), ("每年10月15日前", Level::Error)];
    for (limit, level) in fixed {
        let mut world = MemoryWorld::new("2030-12-31".parse().expect("a day"));
        for (path, text) in BASE {
            world.write(later(path), later(text));
        }
        let rule = RULEBOOK.find("GK0406").expect("a rule");
        for (path, text) in split(&example::bad(rule)) {
            let text = later(text).replace("每季度结束后20日内", limit);
            let text = if level == Level::Error {
                text.replace("每季度", "每年").replace("2030-07-01", "2029-01-01")
            } else {
                text
            };
            world.write(later(&path), text);
        }
        let checked = check(world, None);
        let told = checked.of("GK0406");
        assert_eq!(told.iter().map(|it| it.level).max(), Some(level), "{limit}: {}", checked.human(Lang::Zh, None));
    }
}

/// An entry made and published on these days, judged on another, and its lateness.
fn one(made: &str, published: &str, as_of: &str) -> Checked {
    let mut world = MemoryWorld::new(as_of.parse().expect("a day"));
    for (path, text) in BASE {
        let text = text.replace("2018-06-20", made).replace("2018-06-22", published).replace("2018-06-21", made);
        let text = text.replace("as_of = 2018-12-31", &format!("as_of = {as_of}")).replace("2018-07-20", as_of);
        world.write(*path, text.replace("〔2018〕", &format!("〔{}〕", &made[..4])));
    }
    check(world, None)
}

#[test]
fn a_limit_that_runs_into_an_unannounced_year_is_an_estimate() {
    // Counted to its end within 2026, and over its end.
    let known = one("2026-11-20", "2026-12-30", "2027-06-30");
    assert_eq!(known.of("GK0401").iter().map(|it| it.level).collect::<Vec<_>>(), [Level::Error]);
    assert!(known.of("GK0405").is_empty());
    let spans = one("2026-12-20", "2027-02-26", "2027-06-30");
    assert_eq!(spans.of("GK0401").iter().map(|it| it.level).collect::<Vec<_>>(), [Level::Warn]);
    assert!(spans.of("GK0401")[0].finding.message.zh.contains("约"), "{}", spans.line(spans.of("GK0401")[0]));
    assert_eq!(spans.of("GK0405").len(), 1);
    // Twenty working days of 2026-12-20 with 2027-01-01 worked would be the 15th.
    let on_the_last_day = one("2026-12-20", "2027-01-18", "2027-06-30");
    assert!(on_the_last_day.of("GK0401").is_empty(), "1 January is no working day");
}

#[test]
fn the_year_that_is_asked_for_is_added_as_printed() {
    let asked = one("2027-03-01", "2027-05-28", "2027-06-30");
    let told = asked.of("GK0405");
    assert_eq!(told.len(), 1);
    let help = told[0].finding.help.as_ref().expect("a mend");
    let lines = help.zh.split_once("[[year]]").expect("its lines").1;
    for day in ["01-01", "02-08", "04-05", "06-09", "09-15", "10-01"] {
        assert!(lines.contains(&format!("\"{day}\"")), "{day}: {lines}");
    }
    assert!(!lines.contains("02-06") && !lines.contains("05-01"), "a weekend day is off without a word: {lines}");
    let mut world = MemoryWorld::new("2027-06-30".parse().expect("a day"));
    for (path, text) in BASE {
        world.write(*path, text.replace("2018", "2027"));
    }
    world.write("catalogue/years.toml", format!("[[year]]{lines}\n"));
    let checked = check(world, None);
    assert!(checked.of("GK0405").is_empty() && checked.of("GK0004").is_empty() && checked.of("GK0003").is_empty());
}

#[test]
fn a_year_is_asked_for_once() {
    let mut world = MemoryWorld::new("2027-12-31".parse().expect("a day"));
    for (path, text) in BASE {
        world.write(*path, text.replace("2018", "2027"));
    }
    let entry = BASE.iter().find(|it| it.0.starts_with("content/")).expect("an entry").1.replace("2018", "2027");
    for at in 0..20 {
        let text = entry.replace("夏季防汛", &format!("防汛{at}")).replace("1号", &format!("{}号", at + 2));
        world.write(format!("content/2027/{at}.md"), text);
    }
    assert_eq!(check(world, None).of("GK0405").len(), 1);
}
